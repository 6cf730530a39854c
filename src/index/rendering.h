/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a term is rendered on the facing side: chosen from what stands there.  */
#ifndef INDEX_RENDERING_H
#define INDEX_RENDERING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"

/* What faces what, in one bead: whether the term is in it, and which candidates
   (numbers from 0) are, none twice: those of the items from FIRST on.  */
struct rendering_bead
{
  bool has;
  uint32_t first;
  uint32_t len;
};

struct rendering_beads VEC (struct rendering_bead);
struct rendering_items VEC (uint32_t);

/* A candidate: how many words or characters make it (0: it is none), whether a
   dictionary or a glossary has it as a translation of the term, and whether it
   is a bare character, no term by itself: those must tell more, as there are so
   many.  */
struct rendering_candidate
{
  unsigned parts;
  bool known;
  bool bare;
};

struct rendering_candidates VEC (struct rendering_candidate);

struct rendering_text
{
  struct rendering_beads beads;
  struct rendering_items items;
  struct rendering_candidates candidates;
};

void rendering_text_free (struct rendering_text *text);

/* A rendering: BEADS of those with the term are explained by it.  */
struct rendering_choice
{
  uint32_t candidate;
  uint32_t beads;
  double score; /* the Dice coefficient over the beads, weighed */
};

struct rendering_choices VEC (struct rendering_choice);

/* Appends to CHOICES at most MOST renderings, each of the beads that those before
   it leave unexplained: the one with the best Dice coefficient (L. Dice,
   "Measures of the Amount of Ecologic Association Between Species", Ecology 26,
   1945; for translations F. Smadja et al., Computational Linguistics 22, 1996)
   that stands with the term more often than by chance (association.h, G2 of 6.63
   or more), in all beads and in those that are left, and in three of them (a
   longer one that stands nowhere else in two), or is known.  A term of several words is preferred to its parts,
   what is known to what is not.  Returns how many beads have the term.  */
size_t rendering_choose (const struct rendering_text *text, size_t most,
                         struct rendering_choices *choices);

#endif
