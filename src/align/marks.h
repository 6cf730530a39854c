/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The punctuation of a sentence, in either language.  */
#ifndef ALIGN_MARKS_H
#define ALIGN_MARKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/range.h"

/* The marks that are counted.  */
enum mark
{
  MARK_OPEN,  /* of a quotation */
  MARK_CLOSE,
  MARK_DASH,
  MARK_EXCLAMATION,
  MARK_QUESTION,
  MARK_PARENTHESIS, /* the opening one */
  MARK_ELLIPSIS,
  MARK_COLON,
  MARK_SEMICOLON,
  MARK_COMMA,
  MARK_STOP,
  MARKS,
  MARK_NONE = MARKS
};

/* How a sentence looks.  */
struct look
{
  uint8_t count[MARKS]; /* at most 255 */
  uint8_t clauses;      /* parts that marks set apart, at least 1 */
  uint8_t last;         /* the last mark that is no quote or parenthesis, where
                           nothing but those stands behind it; else MARK_NONE */
  bool begins_quote;
  bool ends_quote;
  bool inside;          /* a quotation is open at its end */
  bool small;           /* begins with a small letter */
};

/* The last mark in classes.  */
enum look_last
{
  LOOK_LAST_OTHER,
  LOOK_LAST_STOP, /* or an ellipsis */
  LOOK_LAST_QUESTION,
  LOOK_LAST_EXCLAMATION,
  LOOK_LAST_COLON,
  LOOK_LASTS
};

static inline enum look_last
look_last (const struct look *look)
{
  switch (look->last)
    {
    case MARK_STOP:
    case MARK_ELLIPSIS:
      return LOOK_LAST_STOP;
    case MARK_QUESTION:
      return LOOK_LAST_QUESTION;
    case MARK_EXCLAMATION:
      return LOOK_LAST_EXCLAMATION;
    case MARK_COLON:
      return LOOK_LAST_COLON;
    default:
      return LOOK_LAST_OTHER;
    }
}

/* What is carried from one sentence to the next; all zero at first.  */
struct look_state
{
  unsigned quotes;   /* double ones that are open */
  unsigned singles;
};

/* Looks at the sentence RANGE of TEXT (valid UTF-8, without white space around
   it).  Straight quotes are told by what stands beside them.  */
struct look look_at (const char *text, struct range range,
                     struct look_state *state);

#endif
