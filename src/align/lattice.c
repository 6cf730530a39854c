/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dynamic programme over beads: Viterbi, row by row.  Weights are whole
   numbers, those of a row relative to its best, so that they are exact however
   long the way is.  */
#include "align/lattice.h"

#include <stdlib.h>

#include "base/mem.h"

const struct bead_kind bead_kinds[BEAD_KINDS]
  = { { { 1, 0 } }, { { 0, 1 } }, { { 1, 1 } }, { { 1, 2 } }, { { 2, 1 } },
      { { 1, 3 } }, { { 3, 1 } }, { { 1, 4 } }, { { 4, 1 } }, { { 1, 5 } },
      { { 5, 1 } }, { { 2, 2 } }, { { 2, 3 } }, { { 3, 2 } }, { { 3, 3 } },
      { { 2, 4 } }, { { 4, 2 } } };

/* The other way round: by the sentences of each side.  */
static const unsigned char kind_of[BEAD_REACH + 1][BEAD_REACH + 1]
  = { { BEAD_KINDS, 1, BEAD_KINDS, BEAD_KINDS, BEAD_KINDS, BEAD_KINDS },
      { 0, 2, 3, 5, 7, 9 },
      { BEAD_KINDS, 4, 11, 12, 15, BEAD_KINDS },
      { BEAD_KINDS, 6, 13, 14, BEAD_KINDS, BEAD_KINDS },
      { BEAD_KINDS, 8, 16, BEAD_KINDS, BEAD_KINDS, BEAD_KINDS },
      { BEAD_KINDS, 10, BEAD_KINDS, BEAD_KINDS, BEAD_KINDS, BEAD_KINDS } };

unsigned
bead_kind_of (size_t a, size_t b)
{
  return a <= BEAD_REACH && b <= BEAD_REACH ? kind_of[a][b] : BEAD_KINDS;
}

enum { RING = BEAD_REACH + 1 };

/* The weight of what can't be reached.  */
static const int32_t NEVER = INT32_MIN / 2;

/* A search for the best way.  The last rows are at hand, as many as a bead can
   reach back: of each the best weights of its cells, with NEVER behind them, and
   the scores of the beads that begin there.  */
struct search
{
  const struct bead_scores *scores;
  int32_t *best[RING];
  const int16_t *score[RING];
  int16_t *room[RING];
  long long base[RING]; /* what the weights are relative to */
  int32_t *kind;        /* of each cell of the row at hand */
};

static void
search_open (struct search *search, const struct bead_scores *scores)
{
  size_t stride = band_widest (scores->band);
  *search = (struct search) { .scores = scores };
  for (size_t r = 0; r < RING; r++)
    {
      search->best[r] = mem_new (stride + LANES, sizeof **search->best);
      search->room[r]
        = mem_new (BEAD_KINDS * stride + LANES, sizeof **search->room);
    }
  search->kind = mem_new (stride + LANES, sizeof *search->kind);
}

static void
search_free (struct search *search)
{
  for (size_t r = 0; r < RING; r++)
    {
      free (search->best[r]);
      free (search->room[r]);
    }
  free (search->kind);
}

/* Where the beads of KIND that weigh SCORE and begin at cells of weight FROM, all
   of them SHIFT better than they look, make for better weights than BEST, of LEN
   cells and some behind them, sets those and their KINDS.  */
static void
try_kind (int32_t *restrict best, int32_t *restrict kinds, size_t len,
          const int32_t *restrict from, int32_t shift,
          const int16_t *restrict score, int32_t kind)
{
  for (size_t c = 0; c < len; c += LANES)
    for (size_t l = c; l < c + LANES; l++)
      {
        int32_t w = from[l] + (score[l] + shift), was = best[l], of = kinds[l];
        best[l] = w > was ? w : was;
        kinds[l] = w > was ? kind : of;
      }
}

/* The beads of KIND that end in row I.  */
static void
try_row (struct search *search, size_t i, unsigned kind)
{
  const struct band *band = search->scores->band;
  size_t a = bead_kinds[kind].count[ORIGINAL];
  size_t b = bead_kinds[kind].count[TRANSLATION];
  struct span span;
  if (a > i || !band_span (band, i - a, i, b, &span))
    return;
  size_t r = (i - a) % RING;
  long long shift = search->base[r] - search->base[(i - 1) % RING];
  try_kind (search->best[i % RING] + span.to, search->kind + span.to, span.len,
            search->best[r] + span.from, (int32_t) shift,
            search->score[r] + kind * band_stride (band, i - a) + span.from,
            (int32_t) kind);
}

/* The 0-1 beads in row I: as if they were tried behind 1-0.  */
static void
try_along (struct search *search, size_t i)
{
  const struct band *band = search->scores->band;
  const int16_t *score
    = search->score[i % RING] + KIND_ADDED * band_stride (band, i);
  int32_t *best = search->best[i % RING];
  for (size_t c = 1; c <= band->high[i] - band->low[i]; c++)
    {
      int32_t w = best[c - 1] + score[c - 1];
      if (w > best[c] || (w == best[c] && search->kind[c] > KIND_PAIR))
        {
          best[c] = w;
          search->kind[c] = KIND_ADDED;
        }
    }
}

/* Makes the weights of row I relative to its best, and what is behind them
   NEVER.  */
static void
settle (struct search *search, size_t i)
{
  const struct band *band = search->scores->band;
  int32_t *best = search->best[i % RING], most = NEVER;
  size_t width = band->high[i] - band->low[i] + 1;
  for (size_t c = 0; c < width; c++)
    most = best[c] > most ? best[c] : most;
  for (size_t c = 0; c < width; c++)
    best[c] = best[c] - most > NEVER ? best[c] - most : NEVER;
  for (size_t c = width; c < band_stride (band, i) + LANES; c++)
    best[c] = NEVER;
  search->base[i % RING]
    = (i > 0 ? search->base[(i - 1) % RING] : 0) + most;
}

/* Finds the best weights of row I, and in KINDS the beads that end there.  The
   kind that is best most of the time is tried first.  */
static void
find_row (struct search *search, size_t i, unsigned char *kinds)
{
  const struct band *band = search->scores->band;
  size_t r = i % RING;
  int32_t *best = search->best[r];
  size_t stride = band_stride (band, i) + LANES;
  for (size_t c = 0; c < stride; c++)
    {
      best[c] = NEVER;
      search->kind[c] = 0;
    }
  if (i == 0)
    best[0] = 0;
  search->score[r]
    = search->scores->row (search->scores->context, i, search->room[r]);
  try_row (search, i, KIND_PAIR);
  for (unsigned k = 0; k < BEAD_KINDS; k++)
    if (k != KIND_PAIR && k != KIND_ADDED)
      try_row (search, i, k);
  try_along (search, i);
  for (size_t c = 0; c <= band->high[i] - band->low[i]; c++)
    kinds[c] = (unsigned char) search->kind[c];
  settle (search, i);
}

/* Follows the kinds of the cells back from the end.  */
static void
path_collect (const struct band *band, const unsigned char *kinds,
              struct beads *beads)
{
  size_t first = beads->len;
  size_t i = band->len[ORIGINAL], j = band->len[TRANSLATION];
  while (i + j > 0)
    {
      const struct bead_kind *k = &bead_kinds[kinds[band_cell (band, i, j)]];
      struct bead bead = { { 0, 0 },
                           { k->count[ORIGINAL], k->count[TRANSLATION] },
                           0 };
      bead.first[ORIGINAL] = i -= bead.count[ORIGINAL];
      bead.first[TRANSLATION] = j -= bead.count[TRANSLATION];
      VEC_PUSH (beads, bead);
    }
  for (size_t k = beads->len; first + 1 < k; first++)
    {
      struct bead swap = beads->items[--k];
      beads->items[k] = beads->items[first];
      beads->items[first] = swap;
    }
}

void
lattice_best (const struct bead_scores *scores, struct beads *beads)
{
  const struct band *band = scores->band;
  struct search search;
  search_open (&search, scores);
  unsigned char *kinds = mem_new (band_cells (band), 1);
  for (size_t i = 0; i <= band->len[ORIGINAL]; i++)
    find_row (&search, i, kinds + band->start[i]);
  path_collect (band, kinds, beads);
  free (kinds);
  search_free (&search);
}
