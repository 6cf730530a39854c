/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of the word under the cursor, in the order in which a reader
   wants it.  */
#ifndef READ_LOOKUP_H
#define READ_LOOKUP_H

#include <stdbool.h>

#include "read/session.h"

enum look_kind
{
  LOOK_WORD,     /* the word itself */
  LOOK_FACING,   /* what stands for it on the other side */
  LOOK_READING,  /* the pinyin of a Chinese word that has no entry */
  LOOK_GLOSSARY, /* "ORIGINAL = TRANSLATION" of the document's glossary */
  LOOK_ENTRY,    /* an entry of a dictionary: "钢 (鋼) gāng  steel" */
  LOOK_PART      /* an entry of a part of the word */
};

struct look
{
  enum look_kind kind;
  char *text; /* not cleaned */
};

struct looks VEC (struct look);

/* Appends what is known of the word under the cursor: the word, its
   counterparts, terms of the document's glossary that it is in, then the
   dictionaries.  Of a Chinese word: the entries of the longest word that
   begins there, its own, or those of its parts where it has none.  Of an
   English one: the entries of its counterparts, then those that have it in a
   gloss, with the next words first.  WHOLE adds the characters of a Chinese
   word, and more entries of an English one.  Nothing where the cursor is on no
   word.  */
void lookup (struct session *session, bool whole, struct looks *looks);
void looks_free (struct looks *looks);

#endif
