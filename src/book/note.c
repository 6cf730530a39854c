/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes: copies, citations and places.  */
#include "book/note.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/space.h"

void
citation_clear (struct citation *citation)
{
  free (citation->collection);
  free (citation->path);
  free (citation->date);
  free (citation->page);
  free (citation->column);
  for (enum side s = 0; s < SIDES; s++)
    {
      free (citation->title[s]);
      free (citation->author[s]);
    }
  memset (citation, 0, sizeof *citation);
}

void
note_clear (struct note *note)
{
  anchor_clear (&note->anchor);
  anchor_clear (&note->facing);
  for (enum side s = 0; s < SIDES; s++)
    free (note->sentence[s]);
  free (note->text);
  citation_clear (&note->citation);
  memset (note, 0, sizeof *note);
}

void
notes_free (struct notes *notes)
{
  for (size_t i = 0; i < notes->len; i++)
    note_clear (&notes->items[i]);
  VEC_FREE (notes);
}

static struct citation
citation_copy (const struct citation *citation)
{
  struct citation copy = { .collection = mem_string (citation->collection),
                           .path = mem_string (citation->path),
                           .date = mem_string (citation->date),
                           .page = mem_string (citation->page),
                           .column = mem_string (citation->column) };
  for (enum side s = 0; s < SIDES; s++)
    {
      copy.title[s] = mem_string (citation->title[s]);
      copy.author[s] = mem_string (citation->author[s]);
    }
  return copy;
}

struct note
note_copy (const struct note *note)
{
  struct note copy = *note;
  copy.anchor = anchor_copy (&note->anchor);
  copy.facing = anchor_copy (&note->facing);
  for (enum side s = 0; s < SIDES; s++)
    copy.sentence[s] = mem_string (note->sentence[s]);
  copy.text = mem_string (note->text);
  copy.citation = citation_copy (&note->citation);
  return copy;
}

struct citation
citation_of (const struct document *document)
{
  struct citation said = { .collection = document->collection,
                           .path = document->path,
                           .date = document->date,
                           .page = document->page,
                           .column = document->column };
  for (enum side s = 0; s < SIDES; s++)
    {
      said.title[s] = document->side[s].title;
      said.author[s] = document->side[s].author;
    }
  return citation_copy (&said);
}

/* The sentences on SIDE of the beads from FIRST to LAST, without the white space
   around them.  */
static char *
sentences_of (const struct document *document, enum side side, size_t first,
              size_t last)
{
  const char *text = document->side[side].text;
  struct range range
    = { document_bead_range (document, first, side).start,
        document_bead_range (document, last, side).end };
  range = space_trim (text, range);
  return mem_copy (text + range.start, range_len (range));
}

/* The original that RANGE of the translation faces; all zero where it faces
   nothing.  */
static struct anchor
facing_of (const struct document *document, enum side side, size_t first,
           size_t last)
{
  if (side == ORIGINAL || document_identity_side (document) != ORIGINAL)
    return (struct anchor) { .exact = NULL };
  struct range range
    = { document_bead_range (document, first, ORIGINAL).start,
        document_bead_range (document, last, ORIGINAL).end };
  return range.start < range.end
           ? anchor_make (document, ORIGINAL, range, ANCHOR_SPAN)
           : (struct anchor) { .exact = NULL };
}

/* Fills in what NOTE, on RANGE of SIDE, says of DOCUMENT beside its anchor.  */
static void
fill_in (struct note *note, const struct document *document, enum side side,
         struct range range)
{
  size_t first = document_bead_at (document, side, range.start);
  size_t last = range_len (range) > 0
                  ? document_bead_at (document, side, range.end - 1)
                  : first;
  bool whole = note->anchor.kind == ANCHOR_DOCUMENT;
  memcpy (note->document, document->hash, sizeof note->document);
  note->citation = citation_of (document);
  for (enum side s = 0; s < SIDES; s++)
    note->sentence[s] = whole ? mem_string ("")
                              : sentences_of (document, s, first, last);
  if (!whole)
    note->facing = facing_of (document, side, first, last);
}

struct note
note_on (const struct document *document, enum side side, struct range range,
         enum anchor_kind kind, char *text)
{
  struct note note = { .text = text };
  note.anchor = anchor_make (document, side, range, kind);
  fill_in (&note, document, side, range);
  return note;
}

void
note_move (struct note *note, const struct document *document, enum side side,
           struct range range)
{
  struct anchor old = note->anchor;
  note->anchor = anchor_make (document, side, range,
                              old.kind == ANCHOR_DOCUMENT ? ANCHOR_SPAN
                                                          : old.kind);
  note->anchor.subject = old.subject;
  old.subject = NULL;
  anchor_clear (&old);
  anchor_clear (&note->facing);
  citation_clear (&note->citation);
  for (enum side s = 0; s < SIDES; s++)
    free (note->sentence[s]);
  note->state = NOTE_PLACED;
  fill_in (note, document, side, range);
}

/* The beads from that of the first byte of RANGE of SIDE to that of the last, as
   a range of the other side.  */
static struct range
faced_by (const struct document *document, enum side side, struct range range)
{
  size_t first = document_bead_at (document, side, range.start);
  size_t last = document_bead_at (document, side, range.end - 1);
  enum side other = side_facing (side);
  return (struct range) { document_bead_range (document, first, other).start,
                          document_bead_range (document, last, other).end };
}

enum anchor_state
note_find (const struct note *note, const struct document *document,
           struct range *found)
{
  enum side side = note->anchor.side, other = side_facing (side);
  const struct side_text *texts = document->side;
  enum anchor_state state = anchor_find (&note->anchor, texts[side].text,
                                         texts[side].len, found);
  struct range faced;
  if (state != ANCHOR_DETACHED || !note->facing.exact || !*note->facing.exact
      || document->beads.len == 0
      || anchor_find (&note->facing, texts[other].text, texts[other].len,
                      &faced)
           != ANCHOR_PLACED
      || range_len (faced) == 0)
    return state;
  faced = faced_by (document, other, faced);
  if (faced.start >= faced.end)
    return ANCHOR_DETACHED;
  *found = faced;
  return ANCHOR_MOVED;
}
