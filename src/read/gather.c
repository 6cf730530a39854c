/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes with their places in today's texts, made ready to leave.  */
#include "read/gather.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "store/notebook_history.h"

/* The document that was looked at last: notes come document by document.  */
struct shelf
{
  struct library *library;
  struct document *document; /* NULL where the library has it not */
  const char *hash;
  bool printed[SIDES]; /* `print` holds the fingerprint of that side's text */
  unsigned long long print[SIDES];
};

static const struct document *
shelf_document (struct shelf *shelf, const char *hash)
{
  if (shelf->hash && strcmp (shelf->hash, hash) == 0)
    return shelf->document;
  document_free (shelf->document);
  shelf->document = NULL;
  shelf->hash = hash;
  shelf->printed[ORIGINAL] = shelf->printed[TRANSLATION] = false;
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

/* The anchor of NOTE as it would be made at FOUND in the text of today; NULL where
   that is the text it was made on, or the note is on none of it.  */
static struct anchor *
anchor_of_today (struct shelf *shelf, const struct note *note,
                 struct range found)
{
  const struct anchor *old = &note->anchor;
  const struct side_text *side = &shelf->document->side[old->side];
  if (!shelf->printed[old->side])
    shelf->print[old->side] = anchor_print (side->text, side->len);
  shelf->printed[old->side] = true;
  if (shelf->print[old->side] == old->fingerprint || range_len (found) == 0)
    return NULL;
  struct anchor *anchor = mem_new (1, sizeof *anchor);
  *anchor = anchor_make (shelf->document, old->side, found, old->kind);
  anchor->subject = mem_string (old->subject);
  return anchor;
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
  if (document && placed.state == ANCHOR_PLACED)
    placed.anchor = anchor_of_today (shelf, note, found);
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

void
gather_release (struct export_note *placed, size_t count)
{
  for (size_t i = 0; i < count; i++)
    {
      if (placed[i].anchor)
        anchor_clear (placed[i].anchor);
      free (placed[i].anchor);
      for (size_t k = 0; k < placed[i].version_count; k++)
        free (placed[i].versions[k].text);
      free (placed[i].versions);
    }
}

/* --- order --------------------------------------------------------------- */

/* By TEXT, nothing last.  */
static int
compare_text (const char *a, const char *b)
{
  bool has_a = a && *a, has_b = b && *b;
  if (has_a != has_b)
    return has_a ? -1 : 1;
  return has_a ? strcmp (a, b) : 0;
}

static int
compare_note (const void *a, const void *b)
{
  const struct note *x = a, *y = b;
  int order = compare_text (x->citation.date, y->citation.date);
  if (order == 0)
    order = strcmp (x->document, y->document);
  if (order == 0 && x->anchor.range.start != y->anchor.range.start)
    order = x->anchor.range.start < y->anchor.range.start ? -1 : 1;
  if (order == 0)
    order = (int) x->anchor.side - (int) y->anchor.side;
  if (order == 0)
    order = strcmp (x->created, y->created);
  return order ? order : strcmp (x->uuid, y->uuid);
}

void
gather_order (struct notes *notes)
{
  if (notes->len > 1)
    qsort (notes->items, notes->len, sizeof *notes->items, compare_note);
}

/* --- versions ------------------------------------------------------------ */

/* The notes whose versions are gathered, by their numbers.  */
struct shelved
{
  struct export_note **notes;
  size_t count;
};

static int
compare_number (const void *a, const void *b)
{
  const struct export_note *const *x = a, *const *y = b;
  long long p = (*x)->note->id, q = (*y)->note->id;
  return p < q ? -1 : p > q;
}

static struct export_note *
note_numbered (const struct shelved *shelved, long long id)
{
  struct note wanted = { .id = id };
  struct export_note key = { .note = &wanted }, *at = &key;
  struct export_note **found
    = bsearch (&at, shelved->notes, shelved->count, sizeof *shelved->notes,
               compare_number);
  return found ? *found : NULL;
}

static bool
is_version (const struct version *version, const char *modified,
            const char *text, char highlight)
{
  return strcmp (version->modified, modified) == 0
         && strcmp (version->text, text) == 0
         && version->highlight == highlight;
}

/* Adds VERSION to its note, where it is neither there nor what the note says
   now.  Versions come by note, time and text.  */
static void
add_version (long long id, const struct version *version, void *data)
{
  struct export_note *placed = note_numbered (data, id);
  if (!placed
      || is_version (version, placed->note->modified, placed->note->text,
                     placed->note->highlight))
    return;
  size_t count = placed->version_count;
  const struct export_version *before
    = count > 0 ? &placed->versions[count - 1] : NULL;
  if (before
      && is_version (version, before->modified, before->text,
                     before->highlight))
    return;
  placed->versions
    = mem_resize (placed->versions, count + 1, sizeof *placed->versions);
  struct export_version *last = &placed->versions[count];
  *last = (struct export_version) { .text = mem_string (version->text),
                                    .highlight = version->highlight };
  memcpy (last->modified, version->modified, sizeof last->modified);
  placed->version_count++;
}

bool
gather_versions (struct notebook *notebook, struct export_note *placed,
                 size_t count, struct err *err)
{
  struct shelved shelved
    = { mem_new (count, sizeof *shelved.notes), count };
  for (size_t i = 0; i < count; i++)
    shelved.notes[i] = &placed[i];
  qsort (shelved.notes, count, sizeof *shelved.notes, compare_number);
  bool done = notebook_each_version (notebook, add_version, &shelved, err);
  free (shelved.notes);
  return done;
}

/* --- all at once --------------------------------------------------------- */

bool
gather_notes (struct library *library, struct notebook *notebook,
              const struct note_query *query, const struct exporter *exporter,
              const struct export_options *options, struct buf *out,
              size_t *count, struct err *err)
{
  struct notes notes = { 0 };
  if (!notebook_list (notebook, query, &notes, err))
    {
      notes_free (&notes);
      return false;
    }
  gather_order (&notes);
  struct export_note *placed = mem_new (notes.len, sizeof *placed);
  gather_places (library, &notes, placed);
  bool done = !exporter->versions
              || gather_versions (notebook, placed, notes.len, err);
  if (done)
    export_notes (exporter, placed, notes.len, options, out);
  if (count)
    *count = notes.len;
  gather_release (placed, notes.len);
  free (placed);
  notes_free (&notes);
  return done;
}
