/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contract of a format in which notes leave: one exporter is one file and
   one row of the table in exporters.c.  */
#ifndef EXPORT_EXPORTER_H
#define EXPORT_EXPORTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "book/note.h"
#include "export/citation.h"

/* What a note said before.  */
struct export_version
{
  char modified[NOTE_TIME_SIZE]; /* when it was written */
  char *text;
  char highlight;
};

/* A note with all that an export says of it.  */
struct export_note
{
  const struct note *note;
  enum anchor_state state;
  struct range place; /* code points of the side's text of today, or, where the
                         note is detached, of the text it was written on */
  bool unknown;       /* its document is not in the library: nobody looked for
                         the place */
  struct anchor *anchor; /* as it would be made on the text of today; NULL:
                            nothing has changed, or it has no certain place
                            there */
  struct export_version *versions; /* by time; where the exporter asks for
                                      them */
  size_t version_count;
};

/* How notes are put together under headings.  */
enum export_group
{
  GROUP_NONE,
  GROUP_DOCUMENT, /* in the order of their first notes */
  GROUP_TAG,      /* by name; a note stands under each of its tags */
  GROUP_DATE,     /* of the document; undated ones last */
  GROUPS_OF_NOTES
};

/* The name of GROUP on the command line; NULL behind the last.  */
const char *export_group_name (size_t group);

struct export_options
{
  size_t width; /* columns for wrapped formats; 0: no wrapping */
  /* The words of the format ("Note:", "Original:", ...), already translated by
     the caller through this function; the identity where NULL.  */
  const char *(*translate) (const char *text);
  enum citation_form citation;
  enum export_group group;
  const char *name; /* what tells these notes from others in other files; may
                       be NULL */
};

struct exporter
{
  const char *name;      /* "text" */
  const char *extension; /* ".txt" */
  const char *summary;   /* one line, untranslated (N_) */
  bool versions;         /* it writes former versions too */

  /* Appends the COUNT notes at NOTES, in the order given, to OUT.  The same
     notes and options give the same bytes.  */
  void (*write) (const struct export_note *notes, size_t count,
                 const struct export_options *options, struct buf *out);

  /* Appends the heading of a group; FIRST: nothing stands before it.  NULL: the
     format has none, and each note stands once.  */
  void (*heading) (const char *title, bool first,
                   const struct export_options *options, struct buf *out);

  /* Append what stands around all notes; may be NULL.  */
  void (*begin) (size_t count, const struct export_options *options,
                 struct buf *out);
  void (*end) (const struct export_options *options, struct buf *out);
};

/* All exporters, ended by NULL; the first is the default.  */
extern const struct exporter *const exporters[];

/* The exporter of that name, or NULL.  */
const struct exporter *exporter_named (const char *name);

/* Appends the COUNT notes at NOTES, which stand document by document, to OUT in
   the format of EXPORTER, put together as OPTIONS say.  */
void export_notes (const struct exporter *exporter,
                   const struct export_note *notes, size_t count,
                   const struct export_options *options, struct buf *out);

/* Appends TEXT to OUT with tab, line feed, carriage return and backslash
   escaped (\t \n \r \\): a field of a record.  */
void export_field (const char *text, size_t len, struct buf *out);

#endif
