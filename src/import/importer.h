/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contract of a source format: one importer is one file and one row of the
   table in formats.c.  */
#ifndef IMPORT_IMPORTER_H
#define IMPORT_IMPORTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/vec.h"
#include "book/document.h"

/* Something in a file that a reader should know of; the file was read all the
   same.  */
struct warning
{
  long line;           /* from 1; 0 for the whole file */
  const char *message; /* one sentence, untranslated (N_), a constant */
};

struct warnings VEC (struct warning);

struct importer
{
  const char *name;    /* "archive" */
  const char *summary; /* one line, untranslated (N_) */

  /* How sure the importer is, from 0 (not mine) to 100, that the LEN bytes of
     text at TEXT, from a file of the name NAME, are of its format.  Looks at
     the first 64 KiB at most.  */
  int (*recognise) (const char *text, size_t len, const char *name);

  /* Reads TEXT into DOCUMENT (new, empty): titles, authors, date, page, column,
     glossary, and for each side its language, its text and its paragraphs.
     Sentences, beads and identity are made later.  Fails (ERR_FORMAT with a
     line) only where nothing can be read; everything less is a warning.  */
  bool (*read) (const char *text, size_t len, const char *name,
                struct document *document, struct warnings *warnings,
                struct err *err);
};

/* All importers, ended by NULL.  */
extern const struct importer *const importers[];

/* The importer surest of TEXT, or NULL where none is.  */
const struct importer *importer_for (const char *text, size_t len,
                                     const char *name);

#endif
