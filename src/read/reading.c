/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document being read: moving in it, and the notes on it.  */
#include "read/reading.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/space.h"

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

static void
marks_clear (struct marks *marks)
{
  for (size_t i = 0; i < marks->len; i++)
    note_clear (&marks->items[i].note);
  marks->len = 0;
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
  return mark;
}

void
reading_load_notes (struct reading *reading, struct notebook *notebook)
{
  struct notes notes = { 0 };
  struct note_query query = { .document = reading->document->hash };
  const struct mark *mark = reading_note (reading);
  long long shown = mark ? mark->note.id : 0;
  marks_clear (&reading->marks);
  if (!notebook || !notebook_list (notebook, &query, &notes, NULL))
    return;
  for (size_t i = 0; i < notes.len; i++)
    VEC_PUSH (&reading->marks,
              mark_of (reading->document, &notes.items[i]));
  VEC_FREE (&notes);
  if (reading->marks.len > 1)
    qsort (reading->marks.items, reading->marks.len,
           sizeof *reading->marks.items, by_bead);
  reading_show_note (reading, shown);
}

struct reading *
reading_new (struct document *document, struct notebook *notebook)
{
  struct reading *reading = mem_new (1, sizeof *reading);
  struct place place;
  reading->document = document;
  reading->side = document_identity_side (document);
  reading_load_notes (reading, notebook);
  if (notebook && notebook_place (notebook, document->hash, &place))
    {
      reading_go_to (reading, place.side, place.at);
      reading->share = place.share;
    }
  reading_go (reading, reading->bead);
  return reading;
}

void
reading_free (struct reading *reading)
{
  if (!reading)
    return;
  document_free (reading->document);
  marks_clear (&reading->marks);
  VEC_FREE (&reading->marks);
  VEC_FREE (&reading->checks);
  VEC_FREE (&reading->dismissed);
  free (reading);
}

size_t
reading_place (const struct reading *reading, enum side *side)
{
  const struct document *document = reading->document;
  *side = reading->side;
  if (document->beads.items[reading->bead].count[*side] == 0)
    *side = side_facing (*side);
  return document_bead_range (document, reading->bead, *side).start;
}

bool
reading_keep_place (const struct reading *reading, struct notebook *notebook,
                    struct err *err)
{
  if (!notebook || reading->document->beads.len == 0)
    return true;
  struct place place = { .share = reading->share };
  place.at = reading_place (reading, &place.side);
  return notebook_set_place (notebook, reading->document, &place, err);
}

void
reading_go (struct reading *reading, size_t index)
{
  size_t beads = reading->document->beads.len;
  if (index >= beads)
    index = beads ? beads - 1 : 0;
  if (index != reading->bead)
    reading->shown = reading->told = 0;
  reading->bead = index;
  double share = beads ? (double) (index + 1) / (double) beads : 0;
  if (share > reading->share)
    reading->share = share;
}

enum side
reading_side (const struct reading *reading, enum side side)
{
  return document_has (reading->document, side) ? side : side_facing (side);
}

void
reading_go_to (struct reading *reading, enum side side, size_t at)
{
  reading->side = reading_side (reading, side);
  reading_go (reading, document_bead_at (reading->document, side, at));
}

size_t
reading_paragraph (const struct reading *reading, bool next)
{
  const struct document *document = reading->document;
  size_t at = reading->bead;
  if (next)
    {
      while (at + 1 < document->beads.len
             && !document_bead_ends_paragraph (document, at))
        at++;
      return at + 1;
    }
  if (at > 0)
    at--;
  while (at > 0 && !document_bead_ends_paragraph (document, at - 1))
    at--;
  return at;
}

bool
reading_unsure (const struct document *document, const struct bead *bead)
{
  return bead->confidence < 0.5f && document_has (document, ORIGINAL)
         && document_has (document, TRANSLATION);
}

size_t
reading_notes_at (const struct reading *reading, size_t index, size_t *first)
{
  size_t low = 0, high = reading->marks.len;
  while (low < high)
    {
      size_t middle = low + (high - low) / 2;
      if (reading->marks.items[middle].bead < index)
        low = middle + 1;
      else
        high = middle;
    }
  *first = low;
  while (low < reading->marks.len && reading->marks.items[low].bead == index)
    low++;
  return low - *first;
}

const struct mark *
reading_note (const struct reading *reading)
{
  size_t first, count = reading_notes_at (reading, reading->bead, &first);
  return count ? &reading->marks.items[first + reading->shown % count] : NULL;
}

void
reading_show_note (struct reading *reading, long long id)
{
  size_t first, count = reading_notes_at (reading, reading->bead, &first);
  for (size_t i = 0; i < count; i++)
    if (reading->marks.items[first + i].note.id == id)
      reading->shown = i;
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
