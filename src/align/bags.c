/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beads as bags of tokens.  */
#include "align/bags.h"

#include <stdlib.h>

#include "base/mem.h"

void
bags_open (struct bag_maker *maker, const size_t terms[SIDES])
{
  *maker = (struct bag_maker) { .seen = { NULL, NULL } };
  for (int s = 0; s < SIDES; s++)
    maker->seen[s] = mem_new (terms[s] + 1, sizeof **maker->seen);
}

void
bags_free (struct bag_maker *maker)
{
  VEC_FREE (&maker->terms);
  VEC_FREE (&maker->bags);
  for (int s = 0; s < SIDES; s++)
    {
      VEC_FREE (&maker->ends[s]);
      free (maker->seen[s]);
    }
}

size_t
bags_len (const struct bag_maker *maker)
{
  return maker->ends[ORIGINAL].len;
}

void
bags_add (struct bag_maker *maker, const struct matter matter[SIDES],
          const struct bead *bead)
{
  uint32_t number = (uint32_t) bags_len (maker) + 1;
  for (int s = 0; s < SIDES; s++)
    {
      const struct matter *r = &matter[s];
      size_t to = r->token_start[bead->first[s] + bead->count[s]];
      for (size_t k = r->token_start[bead->first[s]]; k < to; k++)
        {
          uint32_t term = r->tokens.items[k].term;
          if (!r->tokens.items[k].learned || maker->seen[s][term] == number)
            continue;
          maker->seen[s][term] = number;
          VEC_PUSH (&maker->terms, term);
        }
      VEC_PUSH (&maker->ends[s], (uint32_t) maker->terms.len);
    }
}

const struct bags *
bags_made (struct bag_maker *maker)
{
  uint32_t at = 0;
  maker->bags.len = 0;
  for (size_t b = 0; b < bags_len (maker); b++)
    {
      struct bag bag;
      for (int s = 0; s < SIDES; s++)
        {
          bag.terms[s] = maker->terms.items + at;
          bag.len[s] = maker->ends[s].items[b] - at;
          at = maker->ends[s].items[b];
        }
      VEC_PUSH (&maker->bags, bag);
    }
  return &maker->bags;
}
