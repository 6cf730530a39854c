/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document being read: where its notes stand.  */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "read/reading.h"
#include "store/notebook_tags.h"

static int
by_bead (const void *a, const void *b)
{
  const struct mark *x = a, *y = b;
  if (x->bead != y->bead)
    return x->bead < y->bead ? -1 : 1;
  if (x->range.start != y->range.start)
    return x->range.start < y->range.start ? -1 : 1;
  return x->note.id < y->note.id ? -1 : x->note.id > y->note.id;
}

static int
by_place (const void *a, const void *b)
{
  const struct mark_place *x = a, *y = b;
  if (x->bead != y->bead)
    return x->bead < y->bead ? -1 : 1;
  return x->mark < y->mark ? -1 : x->mark > y->mark;
}

static void
marks_clear (struct reading *reading)
{
  for (size_t i = 0; i < reading->marks.len; i++)
    note_clear (&reading->marks.items[i].note);
  reading->marks.len = reading->places.len = 0;
}

void
reading_free_notes (struct reading *reading)
{
  marks_clear (reading);
  VEC_FREE (&reading->marks);
  VEC_FREE (&reading->places);
}

/* The mark of NOTE, which it takes over.  */
static struct mark
mark_of (const struct document *document, struct note *note)
{
  struct mark mark = { .note = *note, .bead = document->beads.len };
  mark.state = note_find (&mark.note, document, &mark.range);
  if (note->anchor.kind == ANCHOR_DOCUMENT)
    mark.bead = 0;
  else if (mark.state != ANCHOR_DETACHED)
    mark.bead
      = document_bead_at (document, note->anchor.side, mark.range.start);
  mark.last_bead = mark.bead;
  if (mark.state != ANCHOR_DETACHED && range_len (mark.range) > 0)
    mark.last_bead = document_bead_at (document, note->anchor.side,
                                       mark.range.end - 1);
  return mark;
}

/* Fills the table of what is shown where.  */
static void
place_marks (struct reading *reading)
{
  for (size_t i = 0; i < reading->marks.len; i++)
    {
      const struct mark *mark = &reading->marks.items[i];
      for (size_t bead = mark->bead;
           bead <= mark->last_bead && bead < reading->document->beads.len;
           bead++)
        VEC_PUSH (&reading->places, (struct mark_place) { bead, i });
    }
  if (reading->places.len > 1)
    qsort (reading->places.items, reading->places.len,
           sizeof *reading->places.items, by_place);
}

/* Marks those that are versions of each other.  */
static void
find_rivals (struct reading *reading)
{
  struct marks *marks = &reading->marks;
  for (size_t i = 0; i < marks->len; i++)
    for (size_t k = 0; *marks->items[i].note.version_of && k < marks->len; k++)
      if (strcmp (marks->items[k].note.uuid, marks->items[i].note.version_of)
          == 0)
        marks->items[i].rival = marks->items[k].rival = true;
}

void
reading_count_links (struct reading *reading, struct notebook *notebook)
{
  const struct mark *mark = reading_note (reading);
  struct note_numbers numbers = { 0 };
  if (!mark || mark->note.id == reading->linked_note)
    return;
  notebook_links_to_note (notebook, mark->note.uuid, &numbers, NULL);
  reading->linked = numbers.len;
  reading->linked_note = mark->note.id;
  VEC_FREE (&numbers);
}

void
reading_load_notes (struct reading *reading, struct notebook *notebook)
{
  struct notes notes = { 0 };
  struct note_query query = { .document = reading->document->hash };
  const struct mark *mark = reading_note (reading);
  long long shown = mark ? mark->note.id : 0;
  marks_clear (reading);
  reading->linked_note = 0;
  if (!notebook || !notebook_list (notebook, &query, &notes, NULL))
    return;
  for (size_t i = 0; i < notes.len; i++)
    VEC_PUSH (&reading->marks,
              mark_of (reading->document, &notes.items[i]));
  VEC_FREE (&notes);
  if (reading->marks.len > 1)
    qsort (reading->marks.items, reading->marks.len,
           sizeof *reading->marks.items, by_bead);
  place_marks (reading);
  find_rivals (reading);
  reading_show_note (reading, shown);
}

size_t
reading_notes_at (const struct reading *reading, size_t index, size_t *first)
{
  const struct mark_places *places = &reading->places;
  size_t low;
  VEC_PLACE (places, low, middle, places->items[middle].bead < index);
  *first = low;
  while (low < places->len && places->items[low].bead == index)
    low++;
  return low - *first;
}

const struct mark *
reading_mark (const struct reading *reading, size_t place)
{
  return &reading->marks.items[reading->places.items[place].mark];
}

const struct mark *
reading_note (const struct reading *reading)
{
  size_t first, count = reading_notes_at (reading, reading->bead, &first);
  return count ? reading_mark (reading, first + reading->shown % count) : NULL;
}

void
reading_show_note (struct reading *reading, long long id)
{
  size_t first, count = reading_notes_at (reading, reading->bead, &first);
  for (size_t i = 0; i < count; i++)
    if (reading_mark (reading, first + i)->note.id == id)
      reading->shown = i;
}

size_t
reading_whole_notes (const struct reading *reading)
{
  size_t count = 0;
  for (size_t i = 0; i < reading->marks.len; i++)
    count += reading->marks.items[i].note.anchor.kind == ANCHOR_DOCUMENT;
  return count;
}

size_t
reading_detached_notes (const struct reading *reading)
{
  size_t count = 0;
  for (size_t i = 0; i < reading->marks.len; i++)
    count += reading->marks.items[i].state == ANCHOR_DETACHED;
  return count;
}

struct note
reading_new_note (const struct reading *reading)
{
  const struct document *document = reading->document;
  enum side side = reading->side;
  struct range range = reading_selection (reading);
  enum anchor_kind kind = ANCHOR_SPAN;
  if (range_len (range) == 0)
    {
      kind = ANCHOR_BEAD;
      if (document->beads.items[reading->bead].count[side] == 0)
        side = side_facing (side);
      range = document_bead_range (document, reading->bead, side);
    }
  return note_on (document, side, range, kind, mem_string (""));
}

struct note
reading_whole_note (const struct reading *reading)
{
  return note_on (reading->document, document_identity_side (reading->document),
                  (struct range) { 0, 0 }, ANCHOR_DOCUMENT, mem_string (""));
}
