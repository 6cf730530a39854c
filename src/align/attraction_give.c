/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sentence gives the tokens of the other side.  */
#include "align/attraction_private.h"

#include <string.h>

#include "base/mem.h"

/* Weights of the kinds of evidence (kappa in ALIGN, fitted anew).  */
static const float KNOWN = 0.5F, HINT = 0.25F, LEARNED = 0.5F;

/* What was learned from beads so many sentences away is left out.  */
enum { NEAR = 8 };

/* Ratios below it say nothing: there are many, and each costs time.  */
static const float LEAST_RATIO = 0.5F;

/* Adds BY to the ratio of TERM; there must be room in TOUCHED, which is written to
   in any case and kept where it counts.  */
static inline void
draw_term (struct drawer *d, float *ratio, uint32_t term, float by)
{
  float was = ratio[term];
  d->touched.items[d->touched.len] = term;
  d->touched.len += was == 0;
  ratio[term] = was + by;
}

/* Adds PART of what ROWS have of TERM.  */
static void
draw_row (struct drawer *d, float *ratio, const struct drawn_rows *rows,
          uint32_t term, float part)
{
  size_t from = rows->start[term], to = rows->start[term + 1];
  VEC_RESERVE (&d->touched, to - from);
  for (size_t k = from; k < to; k++)
    draw_term (d, ratio, rows->items[k].term, part * rows->items[k].by);
}

/* Adds what the lexicon says about TERM of side G.  */
static void
draw_learned (struct drawer *d, float *ratio, enum side g, uint32_t term)
{
  const struct lexicon *lexicon = d->ties->lexicon;
  float alpha = ties_alpha (d->ties);
  size_t from = lexicon->start[g][term], to = lexicon->start[g][term + 1];
  const uint32_t *other = lexicon->term[g], *count = d->count[g];
  const float *rare = d->ties->rare[g];
  uint32_t total = 0;
  for (size_t k = from; k < to; k++)
    total += count[k];
  float by = LEARNED / ((float) total / LEXICON_ONE + alpha);
  float part = by / LEXICON_ONE;
  VEC_RESERVE (&d->touched, to - from);
  for (size_t k = from; total > 0 && k < to; k++)
    if (count[k])
      draw_term (d, ratio, other[k], part * (float) count[k] * rare[k]);
  draw_row (d, ratio, &d->ties->known[g], term, by * alpha);
}

void
drawer_give (struct drawer *d, enum side g, size_t x)
{
  const struct matter *own = d->matter[g];
  float *ratio = d->ratio[side_facing (g)];
  for (size_t k = own->token_start[x]; k < own->token_start[x + 1]; k++)
    {
      const struct token *token = &own->tokens.items[k];
      if (token->weight > 0)
        draw_row (d, ratio, &d->ties->known[g], token->term,
                  g == ORIGINAL ? KNOWN * (float) token->weight / 2 : KNOWN);
      else if (g == ORIGINAL)
        draw_row (d, ratio, &d->ties->hint, token->term, HINT);
      if (d->ties->lexicon && token->learned)
        draw_learned (d, ratio, g, token->term);
    }
}

/* Makes room in PULLS for TOKENS of SENTENCES.  */
static void
pulls_reserve (struct pulls *pulls, size_t tokens, size_t sentences)
{
  if (tokens > pulls->room)
    {
      pulls->room = tokens + tokens / 2;
      pulls->ratio
        = mem_resize (pulls->ratio, pulls->room, sizeof *pulls->ratio);
    }
  if (sentences > pulls->pulled_room)
    {
      pulls->pulled_room = sentences + sentences / 2;
      pulls->pulled = mem_resize (pulls->pulled, pulls->pulled_room,
                                  sizeof *pulls->pulled);
    }
}

/* Makes what says nothing of half of LANES at RATIO 0; returns a mask of the others.  */
static inline quad_mask
sift_half (float *ratio)
{
  quad all;
  memcpy (&all, ratio, sizeof all);
  quad_mask said = all > LEAST_RATIO;
  all = (quad) ((quad_mask) all & said);
  memcpy (ratio, &all, sizeof all);
  return said;
}

/* Makes what says nothing of the LEN numbers at RATIO 0; returns which LANES of them
   are left.  */
static uint64_t
sift (float *ratio, size_t len)
{
  uint64_t pulled = 0;
  for (size_t t = 0; t < len; t += LANES)
    {
      uint64_t parts[2];
      quad_mask said = sift_half (ratio + t) | sift_half (ratio + t + LANES / 2);
      memcpy (parts, &said, sizeof parts);
      if (parts[0] | parts[1])
        pulled |= pulled_bit (t / LANES);
    }
  return pulled;
}

void
drawer_collect (struct drawer *d, enum side g, size_t from, size_t to,
                struct pulls *pulls)
{
  const struct matter *other = d->matter[side_facing (g)];
  const size_t *start = other->drawn_start;
  const float *ratio = d->ratio[side_facing (g)];
  const uint32_t *terms = other->drawn.items + start[from];
  size_t len = start[to] - start[from];
  pulls_reserve (pulls, len, to - from);
  pulls->from = from;
  pulls->to = to;
  for (size_t t = 0; t < len; t++)
    pulls->ratio[t] = ratio[terms[t]];
  for (size_t y = from; y < to; y++)
    pulls->pulled[y - from] = sift (pulls->ratio + (start[y] - start[from]),
                                    start[y + 1] - start[y]);
  for (size_t t = 0; t < d->touched.len; t++)
    d->ratio[side_facing (g)][d->touched.items[t]] = 0;
  d->touched.len = 0;
}

/* --- what was learned nearby -------------------------------------------- */

void
hole_move (struct hole *hole, struct drawer *d, enum side s, size_t x)
{
  const struct beads *beads = d->taught->beads;
  const struct lexicon *lexicon = d->ties->lexicon;
  size_t first = d->taught->first_bag;
  while (hole->to < beads->len && beads->items[hole->to].first[s] <= x + NEAR)
    lexicon_leave_out (lexicon, s, d->count[s], first + hole->to++);
  while (hole->from < hole->to
         && beads->items[hole->from].first[s]
                + beads->items[hole->from].count[s] + NEAR <= x)
    lexicon_put_back (lexicon, s, d->count[s], first + hole->from++);
}

void
hole_close (struct hole *hole, struct drawer *d, enum side s)
{
  while (hole->from < hole->to)
    lexicon_put_back (d->ties->lexicon, s, d->count[s],
                      d->taught->first_bag + hole->from++);
}

struct hole
hole_open (const struct drawer *d, enum side s, size_t x)
{
  const struct beads *beads = d->taught->beads;
  size_t low = 0, high = beads->len;
  /* The first bead that is not wholly further than NEAR before X.  */
  while (low < high)
    {
      size_t middle = low + (high - low) / 2;
      const struct bead *bead = &beads->items[middle];
      if (bead->first[s] + bead->count[s] + NEAR <= x)
        low = middle + 1;
      else
        high = middle;
    }
  return (struct hole) { low, low };
}
