/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around a Chinese number: qualifiers, and the verbs that make a
   multiple an increase.  */
#include <string.h>

#include "base/utf8.h"
#include "number/zh.h"

/* Opens the bounds of Q that QUALIFIER opens.  */
static void
apply (struct quantity *q, enum qualifier qualifier)
{
  if (q->qualifier == QUALIFIER_OVER && qualifier != QUALIFIER_OVER)
    return;
  q->qualifier = qualifier;
  switch (qualifier)
    {
    case QUALIFIER_OVER:
    case QUALIFIER_LEAST:
      q->has_high = false;
      break;
    case QUALIFIER_NEAR:
    case QUALIFIER_UNDER:
    case QUALIFIER_MOST:
      q->has_low = false;
      break;
    default:
      break;
    }
}

/* Whether 上 at FROM means "more than": 上百, 上万.  */
static bool
is_upward (const struct zh *zh, size_t at)
{
  size_t stop;
  return zh_word (zh, at, ZH_SMALL | ZH_BIG, &stop) != NULL
         && !zh_is (zh, at, "十", NULL) && !zh_is (zh, stop, "分之", NULL);
}

static void
qualify_before (const struct zh *zh, struct quantity *q)
{
  size_t from;
  const struct word *word
    = zh_word_before (zh, q->range.start, ZH_BEFORE, &from);
  if (!word || word->number == QUALIFIER_NONE
      || (strcmp (word->text, "上") == 0 && !is_upward (zh, q->range.start)))
    return;
  apply (q, (enum qualifier) word->number);
  q->range.start = from;
}

void
zh_qualify (const struct zh *zh, struct quantity *q)
{
  size_t stop;
  const struct word *word = zh_word (zh, q->range.end, ZH_AFTER, &stop);
  if (word
      && !(strcmp (word->text, "整") == 0 && zh_is (zh, stop, "个", NULL)))
    {
      apply (q, (enum qualifier) word->number);
      q->range.end = stop;
    }
  if (q->qualifier == QUALIFIER_NONE)
    qualify_before (zh, q);
}

/* The start of the clause that ends at AT, at most CLAUSE bytes back.  */
static size_t
clause_start (const struct zh *zh, size_t at)
{
  enum
  {
    CLAUSE = 120
  };
  static const char *const ends[]
    = { "，", "。", "；", "：", "、", "！", "？", "（", "\n", "　" };
  size_t least = at > zh->start + CLAUSE ? at - CLAUSE : zh->start;
  while (at > least)
    {
      for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (zh_is_before (zh, at, ends[i]))
          return at;
      at--;
    }
  return at;
}

/* Where the word of CLASSES that ends at AT starts, blind to what was found
   before; AT where there is none.  */
static size_t
skip_before (const struct zh *zh, size_t at, unsigned classes)
{
  size_t from;
  return wordlist_before (zh->wordlist, zh->text, zh->start, at, classes, &from)
           ? from
           : at;
}

/* How many bytes before a multiple the verb of growing may start:
 * 提高效率五倍.
 */
enum
{
  RISE_REACH = 24
};

enum sense
zh_sense (const struct zh *zh, size_t at)
{
  size_t stop;
  at = skip_before (zh, at, ZH_BEFORE);
  if (skip_before (zh, at, ZH_RATIO) != at)
    return SENSE_RATIO;
  size_t near = at;
  if (zh_is_before (zh, near, "了") || zh_is_before (zh, near, "出"))
    near -= 3;
  if (skip_before (zh, near, ZH_RISE) != near)
    return SENSE_INCREASE;
  size_t i = clause_start (zh, at);
  for (i = at - i > RISE_REACH ? at - RISE_REACH : i; i < at; i++)
    {
      const struct word *word = zh_word (zh, i, ZH_RISE, &stop);
      if (word && strlen (word->text) > 3 && stop <= at)
        return SENSE_INCREASE;
    }
  return SENSE_RATIO;
}
