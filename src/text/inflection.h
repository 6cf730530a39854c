/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What grammar makes of an English word: plurals and the forms of verbs.  */
#ifndef TEXT_INFLECTION_H
#define TEXT_INFLECTION_H

#include <stddef.h>

/* Bytes of a form with its NUL; forms of a word at most.  */
enum { INFLECTION_SIZE = 48, INFLECTION_FORMS = 48 };

/* Writes the words that may be forms of the same word as that of LEN bytes at
   WORD, in lower case already, to FORMS, WORD itself first; returns how many.
   0 for a word that is empty or too long to have any.  Two words are forms of
   one if a word is there of which spelling makes both: "planned" and "plans" of
   "plan", but not "plane", though it may have the same stem; -ly is no form, and
   better none of good.  Nonsense ("goed") is among them: it costs nothing where
   it stands nowhere.  */
size_t inflection_forms (const char *word, size_t len,
                         char forms[INFLECTION_FORMS][INFLECTION_SIZE]);

#endif
