/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files and folders: finding them, reading them safely, making documents of
   them.  */
#ifndef INGEST_SOURCE_H
#define INGEST_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "align/align.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/vec.h"
#include "book/document.h"
#include "import/importer.h"
#include "store/library.h"

/* The largest file that is read: above it ERR_TOO_LARGE.  */
enum { SOURCE_MAX = 1 << 30 };

/* A file that was found.  */
struct found
{
  char *path; /* relative to the folder that was searched */
};

struct finds VEC (struct found);

/* Appends the texts below FOLDER (files that end in .md or .txt, names that
   begin with a dot left out) to FINDS, in the order of their paths' bytes.
   Symbolic links to files are followed, those to folders are not (loops).
   What can't be read is told through PROBLEM, and the rest goes on.  False only
   where FOLDER itself can't be read.  */
bool source_walk (const char *folder, struct finds *finds,
                  void (*problem) (const struct err *err, void *data),
                  void *data, struct err *err);
void finds_free (struct finds *finds);

/* Reads the file PATH into OUT.  A device, pipe or socket is ERR_NOT_A_FILE
   and is never opened for reading; a file that grows or shrinks meanwhile is
   read as far as it goes.  STAMP (may be NULL) is what fstat said before.  */
bool source_read (const char *path, struct buf *out,
                  struct source_stamp *stamp, struct err *err);

/* The stamp of PATH, or false.  */
bool source_stamp (const char *path, struct source_stamp *stamp);

/* A finished document made of the file PATH (identity, sentences, beads), or
   NULL.  AIDS (may be NULL) help to align it.  Warnings of the decoder and the importer are added to WARNINGS.  STAMP
   may be NULL.  */
struct document *source_document (const char *path,
                                  const struct align_aids *aids,
                                  struct warnings *warnings,
                                  struct source_stamp *stamp,
                                  struct err *err);

/* The texts of the file PATH with their paragraphs and no more, or NULL.  */
struct document *source_texts (const char *path);

#endif
