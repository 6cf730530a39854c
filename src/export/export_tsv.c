/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exporter to tab-separated values, for programs: one note a line, no line
   of headings, nothing translated.  The columns are uuid, date, page, title of
   the original, title of the translation, path (with the collection), side (o or
   t), start and end (code points), quotation, sentence of the original, sentence of the
   translation, note, tags (parted by spaces), created, modified, state
   (placed, moved, detached or unknown), citation.  */
#include <string.h>

#include "base/intl.h"
#include "export/export_parts.h"

static void
add_string (const char *text, struct buf *out)
{
  if (text)
    export_field (text, strlen (text), out);
  buf_add_byte (out, '\t');
}

/* The path with the collection before it, as lists of documents have it.  */
static void
add_path (const struct citation *citation, struct buf *out)
{
  if (citation->collection && *citation->collection)
    {
      export_field (citation->collection, strlen (citation->collection), out);
      buf_add_byte (out, '/');
    }
  add_string (citation->path, out);
}

/* The columns that say where the note stands.  */
static void
add_place (const struct export_note *note, struct buf *out)
{
  const struct note *n = note->note;
  add_string (n->uuid, out);
  add_string (n->citation.date, out);
  add_string (n->citation.page, out);
  add_string (n->citation.title[ORIGINAL], out);
  add_string (n->citation.title[TRANSLATION], out);
  add_path (&n->citation, out);
  buf_add_format (out, "%c\t%zu\t%zu\t",
                  n->anchor.side == ORIGINAL ? 'o' : 't', note->place.start,
                  note->place.end);
  add_string (n->anchor.exact, out);
}

static void
tsv_write (const struct export_note *notes, size_t count,
           const struct export_options *options, struct buf *out)
{
  for (size_t i = 0; i < count; i++)
    {
      const struct note *n = notes[i].note;
      struct buf citation = BUF_INIT;
      char *tags = note_tags (n->text, " ");
      add_place (&notes[i], out);
      add_string (n->sentence[ORIGINAL], out);
      add_string (n->sentence[TRANSLATION], out);
      add_string (n->text, out);
      add_string (tags, out);
      add_string (n->created, out);
      add_string (n->modified, out);
      add_string (export_state_name (&notes[i]), out);
      citation_write (&n->citation, options->citation, &citation, NULL);
      export_field (buf_string (&citation), citation.len, out);
      buf_add_byte (out, '\n');
      buf_free (&citation);
      free (tags);
    }
}

const struct exporter export_tsv
  = { .name = "tsv",
      .extension = ".tsv",
      .summary = N_ ("Tab-separated values, one note a line"),
      .write = tsv_write };
