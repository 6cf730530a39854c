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

enum { FACE_BEYOND = BEAD_REACH + 2 * LANES };

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
  int16_t mark[MARKS];     /* weights, in parts of MARK_ONE */
  float mark_one;
};

struct scales
{
  const struct weigher *weigher;
  const struct attraction *attraction;
  uint32_t *met[SIDES]; /* for each row of ATTRACTION and sentence near it: which
                           anchors of side S the other has too */
  size_t met_stride;    /* of a row */
  size_t met_room;
  size_t room;          /* columns of what follows */
  float *score;
  float *drawn;
  float *sum;           /* what is drawn of a bead's sentences */
  float *weakest;       /* the least of them, per token */
  float *mean;          /* each of them, per token; from the one before on */
  uint32_t *together;   /* anchors of a sentence that several have */
  uint32_t *united;     /* anchors of each that several sentences have */
  uint32_t *own;        /* tallies: of the original, a row for each number of the
                           translation's sentences */
  uint32_t *other;      /* of the translation's sentences */
  uint32_t *tally;      /* of several of them */
};

/* A row of the band that is being weighed.  */
struct row
{
  struct scales *scales;
  size_t i;
  size_t low; /* the first column */
  size_t len; /* columns */
  size_t stride;
};

/* Adds to the scores of ROW what B sentences of the translation draw of the
   original.  */
void scales_back (const struct row *row, size_t b);

/* Adds what A sentences of the original draw of the translation.  */
void scales_there (const struct row *row, size_t a);

/* Finds which anchors the sentences near each other share.  */
void scales_meet (struct scales *scales);

/* Adds the weight of the anchors of the beads that begin in row I of BAND to
   SCORE; into DRAWN how many the two sentences there have in common.  */
void scales_anchors (struct scales *scales, const struct band *band, size_t i);

#endif
