/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets of texts with their beads: folders src, tgt and gold of files of the
   same names, a sentence a line; the beads of NAME in gold/NAME.align.  */
#ifndef SET_H
#define SET_H

#include "align/align.h"
#include "align/dictionary.h"
#include "base/buf.h"
#include "book/document.h"

struct set_text
{
  char *name;
  struct document *document;
  struct beads gold; /* none where there is no file of them */
};

struct set_texts VEC (struct set_text);

struct set
{
  char *dir;
  struct set_texts texts;
};

/* Reads the set in the folder DIR; ends the program where it can't.  */
void set_read (struct set *set, const char *dir);
void set_free (struct set *set);

/* Makes THIN a copy of SET in which about one sentence in EVERY is missing,
   always the same ones: omissions and additions, which sets of careful
   translations hardly have.  Of beads of one sentence a side one is taken, of
   others none.  */
void set_thin (struct set *thin, const struct set *set, size_t every);

/* Hits and sizes, as tools/score_align.py counts them (strict).  */
struct set_score
{
  size_t found;      /* beads of ours that are in the gold */
  size_t ours;
  size_t recalled;   /* beads of the gold with both sides that are in ours */
  size_t gold;
};

void set_score_add (struct set_score *score, const struct beads *gold,
                    const struct beads *ours);
double set_score_f1 (const struct set_score *score);

/* The built-in words, and the dictionary in a file (CC-CEDICT).  */
struct set_aids
{
  struct buf image[2];
  struct dictionary *dictionary[2];
  struct align_aids aids;
};

/* PATH may be NULL.  */
void set_aids_open (struct set_aids *aids, const char *path);
void set_aids_close (struct set_aids *aids);

#endif
