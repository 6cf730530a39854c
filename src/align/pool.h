/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that are aligned together, pass by pass, so that what is learned from
   one serves the others.  */
#ifndef ALIGN_POOL_H
#define ALIGN_POOL_H

#include "align/align.h"
#include "align/terms.h"

struct pool;

/* A pool that uses AIDS (may be NULL), which must outlive it, and their workers;
   freed with pool_free.  */
struct pool *pool_new (const struct align_aids *aids);
void pool_free (struct pool *pool);

/* Adds a pair of texts, which must outlive the pool.  */
void pool_add (struct pool *pool, const struct side_text *original,
               const struct side_text *translation);
size_t pool_len (const struct pool *pool);

/* How many sentences of the original all texts have.  */
size_t pool_sentences (const struct pool *pool);

/* Reads the texts, finds their beads by length alone and what the dictionaries
   say of them; once, when all are there.  */
void pool_close (struct pool *pool);

/* Learns the lexicon from the present beads of all texts.  */
void pool_learn (struct pool *pool);

/* Writes the lexicon that was learned to IMAGE (empty before), as a
   dictionary.  */
void pool_image (const struct pool *pool, struct buf *image);

/* What the present state calls for.  */
enum weight_set pool_weight_set (const struct pool *pool);

/* Finds the beads of all texts anew with WEIGHTS (TERMS of them), in a band around
   the present ones; sets their confidence.  */
void pool_align (struct pool *pool, const float *weights);

/* The present beads of text INDEX, as added; the caller frees them.  */
struct beads pool_beads (const struct pool *pool, size_t index);

/* Calls SEE with the terms of each bead from cell (i, j) that lies in BAND, in
   the order of cells and kinds.  In the band and to SEE the Chinese side comes
   first: pool_turned says whether that is the translation.  */
typedef void pool_see (void *data, size_t cell, unsigned kind,
                       const float *terms);
void pool_scan (struct pool *pool, size_t index, const struct band *band,
                pool_see *see, void *data);
bool pool_turned (const struct pool *pool, size_t index);

#endif
