/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well the lengths of two sides of a bead agree.  */
#ifndef ALIGN_LENGTH_H
#define ALIGN_LENGTH_H

#include <math.h>
#include <stddef.h>

#include "book/document.h"

enum { LENGTH_STEPS = 384, LENGTH_STEP = 64, LENGTH_VARIANCE = 20 };

/* W. Gale and K. Church's model ("A Program for Aligning Sentences in Bilingual
   Corpora", Computational Linguistics 19, 1993): the translation of s bytes has
   c s bytes on the average, with a variance of 20 a byte (theirs is 6.8 for
   English and French; 20 measured on Chinese and English); c is that of the
   document.  */
struct length_model
{
  const size_t *done[SIDES]; /* bytes in the first i sentences; not owned */
  double ratio;              /* c, translated bytes an original byte */
  float tail[LENGTH_STEPS + 1]; /* ln erfc (d / sqrt 2), 64 steps a unit */
};

/* DONE has LEN[side] + 1 numbers a side, the first 0, and outlives MODEL.  */
void length_open (struct length_model *model, const size_t len[SIDES],
                  const size_t *const done[SIDES]);

/* The same for a MODEL that is a copy of an open one; cheap.  */
void length_move (struct length_model *model, const size_t len[SIDES],
                  const size_t *const done[SIDES]);

/* Fills RATIO, LEN[ORIGINAL] + 1 numbers: c near each sentence of the original,
   by the lengths of the BEADS around it.  One text may be made of parts that were
   translated by different hands; where there is little of it, c is that of the
   whole.  */
void length_ratios (const struct length_model *model, const size_t len[SIDES],
                    const struct beads *beads, float *ratio);

/* By how many standard deviations the COUNT sentences from FIRST of the
   translation are too long for those of the original (less than 0: too
   short).  */
double length_deviation (const struct length_model *model,
                         const size_t first[SIDES],
                         const size_t count[SIDES]);

/* The same in single precision, by the bytes of both sides, where RATIO is the
   model's.  */
static inline float
length_of (float ratio, float original, float translation)
{
  float mean = (original + translation / ratio) / 2;
  return (translation - ratio * original)
         / sqrtf (LENGTH_VARIANCE * (mean + 1));
}

static inline float
length_quick (const struct length_model *model, float ratio,
              const size_t first[SIDES], const size_t count[SIDES])
{
  const size_t *o = model->done[ORIGINAL] + first[ORIGINAL];
  const size_t *t = model->done[TRANSLATION] + first[TRANSLATION];
  return length_of (ratio, (float) (o[count[ORIGINAL]] - o[0]),
                    (float) (t[count[TRANSLATION]] - t[0]));
}

/* ln erfc (|d| / sqrt 2), at least that of six deviations.  */
static inline float
length_tail (const struct length_model *model, float deviation)
{
  float at = fabsf (deviation) * LENGTH_STEP;
  return model->tail[at < LENGTH_STEPS ? (int) (at + 0.5F) : LENGTH_STEPS];
}

#endif
