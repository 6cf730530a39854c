/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The running words of a text.  */
#include "index/running.h"

#include <unictype.h>

#include "base/utf8.h"
#include "text/breaks.h"

/* What a code point does to a word.  */
enum part
{
  PART_LETTER, /* goes on with it */
  PART_SQUARE, /* is one */
  PART_BLANK,  /* ends it */
  PART_STOP    /* the same, and sets the next one apart */
};

static enum part
part_of (unsigned cp)
{
  if (cp == ' ')
    return PART_BLANK;
  if (cp == UTF8_ERROR || !uc_is_alnum (cp))
    return PART_STOP;
  return breaks_square (cp) ? PART_SQUARE : PART_LETTER;
}

void
running_words (const char *text, struct range range, struct folded *folded,
               struct runnings *out)
{
  enum part last = PART_STOP;
  bool apart = true;
  fold_search (text + range.start, range_len (range), folded);
  for (size_t at = 0, start; (start = at) < folded->len;)
    {
      enum part part = part_of (utf8_next (folded->data, folded->len, &at));
      if (part == PART_STOP)
        apart = true;
      else if (part == PART_LETTER && last == PART_LETTER)
        out->items[out->len - 1].folded.end = at;
      else if (part != PART_BLANK)
        {
          struct running word = { .folded = { start, at },
                                  .square = part == PART_SQUARE,
                                  .apart = apart };
          VEC_PUSH (out, word);
          apart = false;
        }
      last = part;
    }
  for (size_t i = 0; i < out->len; i++)
    {
      struct range in = out->items[i].folded;
      out->items[i].source
        = (struct range) { range.start + folded->map[in.start],
                           range.start + folded->map[in.end] };
    }
}
