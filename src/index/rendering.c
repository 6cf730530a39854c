/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a term is rendered on the facing side.  */
#include "index/rendering.h"

#include <stdlib.h>

#include "base/mem.h"
#include "index/association.h"

/* By chance once in a hundred times; for bare characters, once in ten
   thousand.  */
static const double SIGNIFICANT = 6.63;
static const double SIGNIFICANT_BARE = 15.13;

/* The least Dice coefficient of what no dictionary knows.  */
static const double LEAST = 0.2;
static const double LEAST_BARE = 0.4;

/* A Dice coefficient that tells by itself.  */
static const double CLOSE = 0.8;

/* How much more a candidate counts for each part beyond the first, of at most
   three, and where it is known.  Chosen on articles of 1958: their renderings of
   省委, 地委, 炼铁.  */
static const double PART = 0.15;
static const double KNOWN = 1.5;

enum { PARTS_COUNTED = 3 };

void
rendering_text_free (struct rendering_text *text)
{
  VEC_FREE (&text->beads);
  VEC_FREE (&text->items);
  VEC_FREE (&text->candidates);
}

/* Where the candidates stand.  */
struct standing
{
  uint32_t *with; /* in beads that have the term and are not explained yet */
  uint32_t *all;  /* in all beads */
  uint32_t *term; /* in all beads that have the term */
};

static void
count_standing (const struct rendering_text *text, const bool *explained,
                struct standing *s)
{
  for (size_t c = 0; c < text->candidates.len; c++)
    s->with[c] = s->all[c] = s->term[c] = 0;
  for (size_t b = 0; b < text->beads.len; b++)
    {
      const struct rendering_bead *bead = &text->beads.items[b];
      for (uint32_t i = 0; i < bead->len; i++)
        {
          uint32_t c = text->items.items[bead->first + i];
          s->all[c]++;
          s->term[c] += bead->has;
          s->with[c] += bead->has && !explained[b];
        }
    }
}

static double
weight_of (const struct rendering_candidate *candidate)
{
  unsigned more = candidate->parts > 0 ? candidate->parts - 1 : 0;
  more = more < PARTS_COUNTED ? more : PARTS_COUNTED - 1;
  return (1 + PART * more) * (candidate->known ? KNOWN : 1);
}

/* Whether WITH beads that have the term and the candidate, which stands in OWN,
   are enough: any two have words in common that don't belong together, but
   hardly a longer term that stands nowhere else.  */
static bool
is_enough (const struct rendering_candidate *candidate, uint32_t with,
           uint32_t own)
{
  enum { MANY = 3 };
  return with >= MANY || (with > 0 && candidate->known)
         || (with == MANY - 1 && candidate->parts > 1 && own == with);
}

/* Whether the candidate stands with the term more often than by chance: in all
   beads, or, where others explain some already (LEFT of those that HAVE the term
   are not), in those that remain.  */
static bool
is_significant (const struct rendering_text *text, const struct standing *s,
                uint32_t c, size_t has, size_t left)
{
  uint32_t explained = s->term[c] - s->with[c];
  struct contingency all = { .both = s->term[c],
                             .row = (double) has,
                             .column = s->all[c],
                             .all = (double) text->beads.len };
  struct contingency rest = { .both = s->with[c],
                              .row = (double) left,
                              .column = s->all[c] - explained,
                              .all = (double) (text->beads.len - has + left) };
  /* Where the term is in almost all beads, nothing can be significant.  */
  double whole = 2.0 * s->term[c] / ((double) has + s->all[c]);
  bool bare = text->candidates.items[c].bare;
  double least = bare ? SIGNIFICANT_BARE : SIGNIFICANT;
  return (whole >= CLOSE && !bare)
         || (association_log_likelihood (&all) >= least
             && association_log_likelihood (&rest) >= least);
}

/* The score of candidate C; 0 where it is none.  */
static double
score_of (const struct rendering_text *text, const struct standing *s,
          uint32_t c, size_t has, size_t left)
{
  const struct rendering_candidate *candidate = &text->candidates.items[c];
  /* What was explained already is out of the term's beads, and of this
     candidate's.  */
  uint32_t own = s->all[c] - (s->term[c] - s->with[c]);
  if (candidate->parts == 0 || !is_enough (candidate, s->with[c], own)
      || (!candidate->known && !is_significant (text, s, c, has, left)))
    return 0;
  double dice = 2.0 * s->with[c] / ((double) left + own);
  double least = candidate->known  ? 0
                 : candidate->bare ? LEAST_BARE
                                   : LEAST;
  return dice < least ? 0 : dice * weight_of (candidate);
}

/* Marks the beads that candidate C explains.  */
static void
explain (const struct rendering_text *text, uint32_t c, bool *explained)
{
  for (size_t b = 0; b < text->beads.len; b++)
    {
      const struct rendering_bead *bead = &text->beads.items[b];
      for (uint32_t i = 0; bead->has && i < bead->len; i++)
        if (text->items.items[bead->first + i] == c)
          explained[b] = true;
    }
}

/* The best candidate for the LEFT beads that are not explained; a score of 0
   where there is none.  */
static struct rendering_choice
best_of (const struct rendering_text *text, const struct standing *s,
         size_t has, size_t left)
{
  struct rendering_choice best = { 0, 0, 0 };
  for (uint32_t c = 0; c < text->candidates.len; c++)
    {
      double score = score_of (text, s, c, has, left);
      if (score > best.score)
        best = (struct rendering_choice) { c, s->with[c], score };
    }
  return best;
}

size_t
rendering_choose (const struct rendering_text *text, size_t most,
                  struct rendering_choices *choices)
{
  size_t has = 0, len = text->candidates.len, first = choices->len;
  bool *explained = mem_new (text->beads.len, sizeof *explained);
  struct standing s = { mem_new (len, sizeof (uint32_t)),
                        mem_new (len, sizeof (uint32_t)),
                        mem_new (len, sizeof (uint32_t)) };
  for (size_t b = 0; b < text->beads.len; b++)
    has += text->beads.items[b].has;
  for (size_t left = has; left > 0 && choices->len - first < most;)
    {
      count_standing (text, explained, &s);
      struct rendering_choice best = best_of (text, &s, has, left);
      if (best.score == 0)
        break;
      VEC_PUSH (choices, best);
      explain (text, best.candidate, explained);
      left -= best.beads;
    }
  free (explained);
  free (s.with);
  free (s.all);
  free (s.term);
  return has;
}
