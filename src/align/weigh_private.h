/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What weighing beads goes by.  Internal to align/.  */
#ifndef ALIGN_WEIGH_PRIVATE_H
#define ALIGN_WEIGH_PRIVATE_H

#include "align/weigh.h"

/* Deviations of length are looked up, up to 20 by steps of 1/64.  */
enum { LENGTHS_STEP = 64, LENGTHS_FARTHEST = 20,
       LENGTHS = LENGTHS_STEP * LENGTHS_FARTHEST + 1 };

/* How a sentence ends: its last mark in classes, and bits.  */
enum { LASTS = LOOK_LASTS, EDGES = 8 };

/* A side, sentence by sentence; behind the last one there are FACE_BEYOND
   zeros.  */
struct face
{
  size_t len;
  float *cut;       /* the ends of the first i sentences inside a bead */
  float *tokens;    /* of the first i sentences */
  float *each;      /* 1 / tokens of sentence i */
  float *empty;     /* sentence i alone, but for what it is drawn to */
  uint8_t *last;    /* LASTS */
  uint8_t *edge;    /* ends with a quote 1, within one 2, its paragraph 4 */
  uint8_t *begin;   /* begins with a quote 1, with a small letter 2 */
  uint32_t *plain;  /* which of its anchors are so, a bit each */
  uint32_t *all;    /* a bit for each anchor */
};

enum { FACE_BEYOND = BEAD_REACH + LANES };

/* The translation once more, so that many sentences can be weighed at a time:
   number j is of sentence j; [b - 1] of b sentences from there on.  */
struct columns
{
  float *bytes[BEAD_REACH];
  float *cut[BEAD_REACH];  /* the ends inside */
  float *pull[BEAD_REACH]; /* what a bead draws of them is multiplied by */
  float *begin[2];         /* by how the original begins */
  float *last[LASTS];      /* by how the original ends */
  float *edge[EDGES];
  uint8_t *clauses[BEAD_REACH]; /* CLAUSES_MOST and less */
  int16_t *mark[MARKS];    /* in the first j sentences, modulo 65,536 */
};

struct weigher
{
  const struct scene *scene;
  const float *w;
  struct face face[SIDES];
  struct columns columns;
  float kind[BEAD_KINDS];
  float length[LENGTHS];
  float clauses[CLAUSES_MOST + 1][CLAUSES_MOST + 1]; /* by those of each side */
  float ratio;
  int16_t mark[MARKS];     /* weights, in parts of MARK_ONE */
  float mark_one;
};

struct scales
{
  const struct weigher *weigher;
  const struct attraction *attraction;
  uint32_t *met[SIDES]; /* for each pair of sentences of ATTRACTION: which
                           anchors of side S the other has too */
  size_t met_room;
  float *score;
  float *drawn;
  float *sum;           /* what is drawn of a bead's sentences */
  float *weakest;       /* the least of them, per token */
  float *mean;          /* each of them, per token; from the one before on */
  size_t room;          /* columns */
};

/* Finds which anchors the sentences near each other share.  */
void scales_meet (struct scales *scales);

/* The weight of the anchors of the COUNT sentences a side from FIRST on; into
   *MET how many are on both sides.  */
float scales_anchors (const struct scales *scales, const size_t first[SIDES],
                      const size_t count[SIDES], float *met);

/* Whether there are any.  */
static inline bool
scales_have_anchors (const struct scales *scales, enum side s, size_t first,
                     size_t count)
{
  const size_t *start
    = scales->weigher->scene->matter[s]->anchor_start + first;
  return start[count] > start[0];
}

#endif
