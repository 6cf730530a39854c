/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links in the text of a note: `[[TARGET]]` leads to a document or another
   note.  */
#ifndef BOOK_LINK_H
#define BOOK_LINK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/range.h"

/* `[[TARGET::WORDS|SHOWN]]`, in one line, without `[[` or `]]` inside.  TARGET is
   a title, a path (of a document, COLLECTION/PATH or PATH) or `note:` and the
   first 4 or more digits of a note's uuid.  `::WORDS` (after org-mode's file
   links) leads to where WORDS stand in the document; `|SHOWN` is what is shown
   instead.  Both may be left out.  White space around the parts is not
   theirs.  */
enum link_kind
{
  LINK_DOCUMENT,
  LINK_NOTE
};

struct link
{
  enum link_kind kind;
  struct range whole;  /* bytes of the text, brackets included */
  struct range target; /* never empty; of a note: the digits alone */
  struct range words;  /* empty where there are none */
  struct range shown;  /* what to show: SHOWN, else all between the brackets */
};

/* The fewest digits of a uuid that name a note.  */
enum { LINK_DIGITS = 4 };

/* The next link of TEXT at or behind byte *AT, which goes behind it.  False where
   there is none.  Linear over all calls.  */
bool link_next (const char *text, size_t *at, struct link *link);

/* The form by which targets are compared: folded for search, or for a note the
   digits in lower case; the caller frees it.  */
char *link_key (const char *text, const struct link *link);

/* The same form of a title or path.  */
char *link_key_of (const char *name);

/* A link to NAME, a title or path, that link_next reads back so; the caller frees
   it; NULL where that can't be (it holds brackets, a line end, "::" or "|").  */
char *link_make (const char *name);

#endif
