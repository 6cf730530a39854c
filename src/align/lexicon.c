/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lexicon that is learned from texts.  */
#include "align/lexicon.h"

#include <stdlib.h>

void
known_free (struct known_rows *rows)
{
  free (rows->start);
  free (rows->items);
  *rows = (struct known_rows) { .terms = 0 };
}

void
lexicon_free (struct lexicon *lexicon)
{
  free (lexicon->back);
  free (lexicon->shares.start);
  for (int s = 0; s < SIDES; s++)
    {
      free (lexicon->start[s]);
      free (lexicon->term[s]);
      free (lexicon->count[s]);
      free (lexicon->total[s]);
      free (lexicon->shares.pair[s]);
      free (lexicon->shares.count[s]);
    }
}

void
lexicon_leave_out (const struct lexicon *lexicon, enum side s,
                   uint32_t *count, size_t bag)
{
  const struct lexicon_shares *shares = &lexicon->shares;
  for (size_t k = shares->start[bag]; k < shares->start[bag + 1]; k++)
    count[shares->pair[s][k]] -= shares->count[s][k];
}

void
lexicon_put_back (const struct lexicon *lexicon, enum side s,
                  uint32_t *count, size_t bag)
{
  const struct lexicon_shares *shares = &lexicon->shares;
  for (size_t k = shares->start[bag]; k < shares->start[bag + 1]; k++)
    count[shares->pair[s][k]] += shares->count[s][k];
}
