/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Irregular forms of English words.  */
#ifndef TEXT_IRREGULAR_H
#define TEXT_IRREGULAR_H

#include <stddef.h>

/* A form, and the word that it is a form of.  */
struct irregular
{
  const char *form;
  const char *base;
};

/* The base that TABLE, of COUNT rows sorted by their forms, has for WORD, or
   NULL.  */
const char *irregular_find (const struct irregular *table, size_t count,
                            const char *word);

/* The irregular forms of the commonest verbs, nouns and pronouns.  */
extern const struct irregular irregular_common[];
extern const size_t irregular_common_count;

/* The base that they have for WORD, or NULL.  */
const char *irregular_base (const char *word);

#endif
