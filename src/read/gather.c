/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes with their places in today's texts, made ready to leave.  */
#include "read/gather.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

/* The document that was looked at last: notes come document by document.  */
struct shelf
{
  struct library *library;
  struct document *document; /* NULL where the library has it not */
  const char *hash;
};

static const struct document *
shelf_document (struct shelf *shelf, const char *hash)
{
  if (shelf->hash && strcmp (shelf->hash, hash) == 0)
    return shelf->document;
  document_free (shelf->document);
  shelf->document = NULL;
  shelf->hash = hash;
  long long id
    = shelf->library ? library_find_hash (shelf->library, hash) : 0;
  if (id)
    shelf->document = library_document (shelf->library, id, NULL);
  return shelf->document;
}

/* RANGE of TEXT in code points.  */
static struct range
in_code_points (const char *text, struct range range)
{
  size_t start = utf8_count (text, range.start);
  return (struct range) { start, start + utf8_count (text + range.start,
                                                     range_len (range)) };
}

/* The place in the text that the note was written on, in code points.  */
static struct range
old_place (const struct anchor *anchor)
{
  size_t len = utf8_count (anchor->exact, strlen (anchor->exact));
  return (struct range) { anchor->position, anchor->position + len };
}

static struct export_note
place_note (struct shelf *shelf, const struct note *note)
{
  struct export_note placed = { .note = note, .state = ANCHOR_DETACHED };
  const struct document *document = shelf_document (shelf, note->document);
  struct range found;
  if (document)
    {
      const struct side_text *side = &document->side[note->anchor.side];
      placed.state = note_find (note, document, &found);
      if (placed.state != ANCHOR_DETACHED)
        placed.place = in_code_points (side->text, found);
    }
  if (placed.state == ANCHOR_DETACHED)
    placed.place = old_place (&note->anchor);
  placed.unknown = !document;
  if (!document)
    placed.state = ANCHOR_PLACED; /* nothing says that it is not there */
  return placed;
}

void
gather_places (struct library *library, const struct notes *notes,
               struct export_note *placed)
{
  struct shelf shelf = { .library = library };
  for (size_t i = 0; i < notes->len; i++)
    placed[i] = place_note (&shelf, &notes->items[i]);
  document_free (shelf.document);
}

bool
gather_notes (struct library *library, struct notebook *notebook,
              const struct note_query *query, const struct exporter *exporter,
              const struct export_options *options, struct buf *out,
              size_t *count, struct err *err)
{
  struct notes notes = { 0 };
  if (!notebook_list (notebook, query, &notes, err))
    return false;
  struct export_note *placed = mem_new (notes.len, sizeof *placed);
  gather_places (library, &notes, placed);
  export_notes (exporter, placed, notes.len, options, out);
  if (count)
    *count = notes.len;
  free (placed);
  notes_free (&notes);
  return true;
}
