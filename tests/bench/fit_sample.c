/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The candidates of a text, and the likelihood of its beads among them.  */
#include "fit_sample.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { FIT_WIDTH = 7 };

struct sample
{
  struct band band;
  size_t *first;         /* of each cell and kind: number in TERMS + 1, or 0 */
  float (*terms)[TERMS];
  size_t len;
  size_t cap;
  double gold[TERMS];    /* sums over the beads of the gold */
  float *score;          /* of each candidate */
  bool *right;           /* whether it is in the gold */
};

static void
note_terms (void *data, size_t cell, unsigned kind, const float *terms)
{
  struct sample *s = data;
  if (s->len == s->cap)
    {
      s->cap = s->cap ? 2 * s->cap : 1024;
      s->terms = mem_resize (s->terms, s->cap, sizeof *s->terms);
    }
  memcpy (s->terms[s->len], terms, sizeof *s->terms);
  s->first[cell * BEAD_KINDS + kind] = ++s->len;
}

/* Adds BEAD, cut so that each part is of a kind that there is.  */
static void
add_possible (struct beads *beads, struct bead bead)
{
  while (bead_kind_of (bead.count[0], bead.count[1]) == BEAD_KINDS)
    {
      struct bead part = bead;
      for (int s = 0; s < SIDES; s++)
        {
          size_t longest = bead.count[!s] <= 1 ? BEAD_REACH : 1;
          part.count[s] = bead.count[s] < longest ? bead.count[s] : longest;
          if (bead.count[s] == 0)
            part.count[s] = 0;
        }
      if (part.count[0] == 0 || part.count[1] == 0)
        part.count[0] = part.count[0] > 0, part.count[1] = part.count[1] > 0;
      VEC_PUSH (beads, part);
      for (int s = 0; s < SIDES; s++)
        {
          bead.first[s] += part.count[s];
          bead.count[s] -= part.count[s];
        }
    }
  if (bead.count[0] + bead.count[1] > 0)
    VEC_PUSH (beads, bead);
}

/* The gold in the order of the pool, without gaps and impossible beads.  */
static struct beads
gold_path (const struct set_text *text, bool turned)
{
  struct beads path = { 0 };
  size_t at[SIDES] = { 0, 0 };
  for (size_t k = 0; k <= text->gold.len; k++)
    {
      struct bead end
        = { { text->document->side[0].sentences.len,
              text->document->side[1].sentences.len },
            { 0, 0 },
            0 };
      struct bead bead = k < text->gold.len ? text->gold.items[k] : end;
      if (turned)
        {
          struct bead b = bead;
          for (int s = 0; s < SIDES; s++)
            {
              bead.first[s] = b.first[!s];
              bead.count[s] = b.count[!s];
            }
        }
      for (int s = 0; s < SIDES; s++)
        for (; (bead.count[s] > 0 || k == text->gold.len)
               && at[s] < bead.first[s];
             at[s]++)
          {
            struct bead lone = { { at[0], at[1] }, { s == 0, s == 1 }, 0 };
            VEC_PUSH (&path, lone);
          }
      for (int s = 0; s < SIDES; s++)
        {
          bead.first[s] = at[s];
          at[s] += bead.count[s];
        }
      if (bead.count[0] + bead.count[1] > 0)
        add_possible (&path, bead);
    }
  return path;
}

struct sample *
sample_new (struct pool *pool, size_t index, const struct set_text *text)
{
  struct sample *s = mem_new (1, sizeof *s);
  bool turned = pool_turned (pool, index);
  struct beads gold = gold_path (text, turned);
  size_t len[SIDES];
  for (int k = 0; k < SIDES; k++)
    len[k] = text->document->side[turned ? !k : k].sentences.len;
  band_around (&s->band, len, &gold, FIT_WIDTH, NULL);
  s->first = mem_new (band_cells (&s->band) * BEAD_KINDS, sizeof *s->first);
  pool_scan (pool, index, &s->band, note_terms, s);
  s->score = mem_new (s->len, sizeof *s->score);
  s->right = mem_new (s->len, sizeof *s->right);
  for (size_t k = 0; k < gold.len; k++)
    {
      const struct bead *b = &gold.items[k];
      size_t cell = band_cell (&s->band, b->first[0], b->first[1]);
      unsigned kind = bead_kind_of (b->count[0], b->count[1]);
      size_t number = s->first[cell * BEAD_KINDS + kind];
      if (number == 0)
        {
          fprintf (stderr, "%s: bead %zu is not in the band\n", text->name,
                   k);
          exit (1);
        }
      s->right[number - 1] = true;
      for (unsigned t = 0; t < TERMS; t++)
        s->gold[t] += (double) s->terms[number - 1][t];
    }
  VEC_FREE (&gold);
  return s;
}

void
sample_free (struct sample *s)
{
  band_free (&s->band);
  free (s->first);
  free (s->terms);
  free (s->score);
  free (s->right);
  free (s);
}

static float
sample_score (const void *context, size_t i, size_t j, unsigned kind)
{
  const struct sample *s = context;
  size_t cell = s->band.start[i] + (j - s->band.low[i]);
  return s->score[s->first[cell * BEAD_KINDS + kind] - 1];
}

double
sample_loss (struct sample *s, const double *w, double cost,
             double *gradient)
{
  size_t cells = band_cells (&s->band);
  double *forward = mem_new (cells, sizeof *forward);
  double *backward = mem_new (cells, sizeof *backward);
  float weights[TERMS];
  double own = 0;
  for (unsigned t = 0; t < TERMS; t++)
    {
      weights[t] = (float) w[t];
      own += w[t] * s->gold[t];
      gradient[t] -= s->gold[t];
    }
  for (size_t k = 0; k < s->len; k++)
    {
      float sum = s->right[k] ? 0 : (float) cost;
      for (unsigned t = 0; t < TERMS; t++)
        sum += weights[t] * s->terms[k][t];
      s->score[k] = sum;
    }
  double whole = lattice_forward (&s->band, sample_score, s, forward);
  lattice_backward (&s->band, sample_score, s, backward);
  for (size_t i = 0; i <= s->band.len[ORIGINAL]; i++)
    for (size_t j = s->band.low[i]; j <= s->band.high[i]; j++)
      for (unsigned k = 0; k < BEAD_KINDS; k++)
        {
          size_t cell = s->band.start[i] + (j - s->band.low[i]);
          size_t number = s->first[cell * BEAD_KINDS + k];
          if (number == 0)
            continue;
          size_t to = band_cell (&s->band, i + bead_kinds[k].count[ORIGINAL],
                                 j + bead_kinds[k].count[TRANSLATION]);
          double p = exp (forward[cell] + (double) s->score[number - 1]
                          + backward[to] - whole);
          if (p > 1e-9)
            for (unsigned t = 0; t < TERMS; t++)
              gradient[t] += p * (double) s->terms[number - 1][t];
        }
  free (forward);
  free (backward);
  return whole - own;
}
