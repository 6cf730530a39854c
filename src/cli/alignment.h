/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The beads of a document, written out.  */
#ifndef CLI_ALIGNMENT_H
#define CLI_ALIGNMENT_H

#include "base/buf.h"
#include "book/document.h"

enum alignment_format
{
  ALIGNMENT_TEXT,  /* en face */
  ALIGNMENT_BEADS, /* the numbers of the sentences, from 0: "[0]:[0, 1]" */
  ALIGNMENT_TSV,   /* a record a bead */
  ALIGNMENT_TMX,   /* TMX 1.4b, Localization Industry Standards Association */
  ALIGNMENT_FORMATS
};

/* The name of a format, and what names of files in it end in; NULL behind the
   last.  */
const char *alignment_choice (size_t index);
const char *alignment_ending (enum alignment_format format);

/* The columns of ALIGNMENT_TSV, ended by NULL.  */
extern const char *const alignment_columns[];

/* Appends the beads of DOCUMENT in FORMAT to OUT; WIDTH columns for
   ALIGNMENT_TEXT.  Nothing is cleaned for a terminal but that.  */
void alignment_write (const struct document *document,
                      enum alignment_format format, size_t width,
                      struct buf *out);

#endif
