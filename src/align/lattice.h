/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dynamic programme over beads: a band of cells (i, j), "i sentences of
   the original and j of the translation are done", and the best way through
   it.  It knows nothing of what is scored.  */
#ifndef ALIGN_LATTICE_H
#define ALIGN_LATTICE_H

#include <stddef.h>
#include <stdint.h>

#include "base/workers.h"
#include "book/document.h"

/* The shapes a bead can have.  */
enum { BEAD_KINDS = 17, BEAD_REACH = 5, KIND_ADDED = 1, KIND_PAIR = 2 };

struct bead_kind
{
  unsigned char count[SIDES];
};

/* 1-0 and 0-1 (KIND_ADDED) first, then 1-1 (KIND_PAIR); none is longer than
   BEAD_REACH on a side.  */
extern const struct bead_kind bead_kinds[BEAD_KINDS];

/* The kind of a bead of A original and B translated sentences; BEAD_KINDS where
   there is none.  */
unsigned bead_kind_of (size_t a, size_t b);

/* The cells that are looked at: row i (0 to LEN[ORIGINAL]) has the columns
   low[i] to high[i], both included; the first holds column 0, the last column
   LEN[TRANSLATION]; neither bound ever falls, and neighbouring rows share a
   column, so that there is always a way.  */
struct band
{
  size_t len[SIDES];
  size_t *low;
  size_t *high;
  size_t *start; /* number of the row's first cell; one more at the end */
};

/* A band along the line on which both sides have got equally far: DONE[side][i]
   is the weight (bytes) of the first i sentences.  WIDTH columns to each side
   of it.  The caller frees it with band_free.  */
void band_along (struct band *band, const size_t len[SIDES],
                 const size_t *const done[SIDES], size_t width);

/* A band WIDTH columns to each side of the beads, which cover LEN sentences;
   WIDER (one number a bead, or NULL) is added to the width at that bead.  */
void band_around (struct band *band, const size_t len[SIDES],
                  const struct beads *beads, size_t width,
                  const size_t *wider);

void band_free (struct band *band);

size_t band_cells (const struct band *band);

/* So many columns of a row are dealt with at a time: what goes by rows has room
   for a multiple of it, and for as many more behind.  */
enum { LANES = 8 };

/* The columns of row I, rounded up to LANES.  */
static inline size_t
band_stride (const struct band *band, size_t i)
{
  return (band->high[i] - band->low[i] + LANES) / LANES * LANES;
}

/* The largest of them.  */
size_t band_widest (const struct band *band);

/* Columns of two rows, from the first of each row on.  */
struct span
{
  size_t from;
  size_t to;
  size_t len;
};

/* The columns of row I that lie BY columns before a column of row K; false where
   there are none.  */
bool band_span (const struct band *band, size_t i, size_t k, size_t by,
                struct span *span);

/* The exponentials of scores in parts of ONE: those of all scores of 16 bits, of the
   product of two.  They are never changed, so that threads may share them; freed
   with powers_free.  */
struct powers;
struct powers *powers_new (int one);
void powers_free (struct powers *powers);

/* What the beads of a band weigh: the natural logarithms of their weights, in
   parts of ONE.  ROW returns those of the beads that begin in row I: for the bead
   of kind k in column j number k * band_stride (band, i) + j - low[i], and LANES
   more.  It may put them into ROOM, which has place for the widest row, or return
   what it has, which stays as it is until the end.  What is no bead of the band
   may have any number.  */
typedef const int16_t *bead_row (const void *context, size_t i,
                                 int16_t *room);

struct bead_scores
{
  const struct band *band;
  bead_row *row;
  const void *context;
  int one;
  const struct powers *powers; /* of ONE, for lattice_confide */
};

/* Appends to BEADS the best way through the band, confidence 0.  Takes a byte
   a cell.  */
void lattice_best (const struct bead_scores *scores, struct beads *beads);

/* Sets the confidence of each of the LEN beads, a way through the band: the part
   of the weight of all ways that goes through it (forward-backward, which two of
   the WORKERS share).  */
void lattice_confide (const struct bead_scores *scores, struct bead *beads,
                      size_t len, struct workers *workers);

/* The natural logarithm of the weight of the bead of KIND that begins at
   sentences I and J.  Never NaN; that of 1-0 and 0-1 is finite.  */
typedef float bead_score (const void *context, size_t i, size_t j,
                          unsigned kind);

/* The two halves of forward-backward, for fitting: FORWARD and BACKWARD have a number for
   each cell, the logarithm of the weight of all ways from the beginning to it
   and from it to the end.  Returns the logarithm of the whole weight.  */
double lattice_forward (const struct band *band, bead_score *score,
                        const void *context, double *forward);
double lattice_backward (const struct band *band, bead_score *score,
                         const void *context, double *backward);

/* The number of cell (I, J), or band_cells (band) where it lies outside.  */
size_t band_cell (const struct band *band, size_t i, size_t j);

#endif
