/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contract of a format in which notes leave: one exporter is one file and
   one row of the table in exporters.c.  */
#ifndef EXPORT_EXPORTER_H
#define EXPORT_EXPORTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "book/note.h"

/* A note with all that an export says of it.  */
struct export_note
{
  const struct note *note;
  enum anchor_state state;
  struct range place; /* code points of the side's text of today, or, where the
                         note is detached, of the text it was written on */
  bool unknown;       /* its document is not in the library: nobody looked for
                         the place */
};

struct export_options
{
  size_t width; /* columns for wrapped formats; 0: no wrapping */
  /* The words of the format ("Note:", "Original:", ...), already translated by
     the caller through this function; the identity where NULL.  */
  const char *(*translate) (const char *text);
};

struct exporter
{
  const char *name;      /* "text" */
  const char *extension; /* ".txt" */
  const char *summary;   /* one line, untranslated (N_) */

  /* Appends the COUNT notes at NOTES, in the order given, to OUT.  The same
     notes and options give the same bytes.  */
  void (*write) (const struct export_note *notes, size_t count,
                 const struct export_options *options, struct buf *out);
};

/* All exporters, ended by NULL; the first is the default.  */
extern const struct exporter *const exporters[];

/* The exporter of that name, or NULL.  */
const struct exporter *exporter_named (const char *name);

/* Appends a citation of DOCUMENT in one line to OUT: author, title, (title of
   the other side), collection or newspaper, date, page; what is missing is
   left out.  Chicago style, notes.  */
void export_citation (const struct citation *citation, struct buf *out);

/* Appends TEXT to OUT with tab, line feed, carriage return and backslash
   escaped (\t \n \r \\): a field of a record.  */
void export_field (const char *text, size_t len, struct buf *out);

#endif
