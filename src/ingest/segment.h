/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what an importer read to a finished document.  */
#ifndef INGEST_SEGMENT_H
#define INGEST_SEGMENT_H

#include "align/align.h"
#include "book/document.h"

/* Fills in the sentences of both sides of DOCUMENT, its beads (AIDS, may be
   NULL, help) and its identity.  The paragraphs must cover the texts; a side with none is one
   paragraph.  */
void segment_document (struct document *document,
                       const struct align_aids *aids);

/* The sentences alone, for SIDE.  */
void segment_side (struct side_text *side);

#endif
