/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marking a piece of text by character and word.  */
#include <unictype.h>

#include "base/grapheme.h"
#include "base/space.h"
#include "base/utf8.h"
#include "read/reading.h"

static const struct side_text *
text_of (const struct reading *reading)
{
  return &reading->document->side[reading->side];
}

/* The end of the grapheme cluster that starts at AT.  */
static size_t
cluster_end (const struct side_text *side, size_t at)
{
  return at < side->len ? grapheme_end (side->text, side->len, at)
                        : side->len;
}

static size_t
cluster_before (const struct side_text *side, size_t at)
{
  return at > 0 ? grapheme_start (side->text, side->len, at - 1) : 0;
}

enum word_class
{
  WORD_SPACE,
  WORD_SIGN,
  WORD_HAN, /* no dictionary here: each character is a step */
  WORD_LETTERS
};

static enum word_class
class_at (const struct side_text *side, size_t at)
{
  unsigned cp = utf8_next (side->text, side->len, &at);
  if (space_is (cp))
    return WORD_SPACE;
  if (uc_is_property_ideographic (cp))
    return WORD_HAN;
  return uc_is_alnum (cp) ? WORD_LETTERS : WORD_SIGN;
}

static bool
is_space (const struct side_text *side, size_t at)
{
  return at < side->len && class_at (side, at) == WORD_SPACE;
}

/* Where the word at AT ends: runs of letters and of signs, single Han.  */
static size_t
word_end (const struct side_text *side, size_t at)
{
  enum word_class class = class_at (side, at);
  do
    at = cluster_end (side, at);
  while (class != WORD_HAN && at < side->len && class_at (side, at) == class);
  return at;
}

static size_t
forward_from (const struct side_text *side, size_t at, bool words)
{
  size_t next = words ? word_end (side, at) : cluster_end (side, at);
  while (is_space (side, next))
    next = cluster_end (side, next);
  return next < side->len ? next : at;
}

static size_t
backward_from (const struct side_text *side, size_t at, bool words)
{
  size_t to = at;
  do
    {
      if (to == 0)
        return at;
      to = cluster_before (side, to);
    }
  while (is_space (side, to));
  enum word_class class = class_at (side, to);
  while (words && class != WORD_HAN && to > 0
         && class_at (side, cluster_before (side, to)) == class)
    to = cluster_before (side, to);
  return to;
}

static void
put_cursor (struct reading *reading, size_t at)
{
  reading->cursor = at;
  reading_go (reading,
              document_bead_at (reading->document, reading->side, at));
}

void
reading_select (struct reading *reading)
{
  const struct document *document = reading->document;
  bool on_found
    = reading->found && reading->found_side == reading->side
      && document_bead_at (document, reading->found_side,
                           reading->found_range.start) == reading->bead;
  if (document->beads.items[reading->bead].count[reading->side] == 0)
    reading->side = side_facing (reading->side);
  struct range range
    = document_bead_range (document, reading->bead, reading->side);
  reading->selecting = true;
  reading->anchor = on_found ? reading->found_range.start : range.start;
  put_cursor (reading, on_found ? cluster_before (text_of (reading),
                                                  reading->found_range.end)
                                : range.start);
}

void
reading_select_anchor (struct reading *reading, bool swap)
{
  size_t anchor = reading->anchor;
  reading->anchor = reading->cursor;
  if (swap)
    put_cursor (reading, anchor);
}

struct range
reading_selection (const struct reading *reading)
{
  if (!reading->selecting)
    return (struct range) { 0, 0 };
  size_t low = reading->anchor, high = reading->cursor;
  if (low > high)
    {
      low = reading->cursor;
      high = reading->anchor;
    }
  return (struct range) { low, cluster_end (text_of (reading), high) };
}

void
reading_select_move (struct reading *reading, bool forward, bool words)
{
  const struct side_text *side = text_of (reading);
  size_t at = reading->cursor;
  put_cursor (reading, forward ? forward_from (side, at, words)
                               : backward_from (side, at, words));
}

void
reading_select_word_end (struct reading *reading)
{
  const struct side_text *side = text_of (reading);
  size_t at = forward_from (side, reading->cursor, false);
  if (at != reading->cursor)
    put_cursor (reading, cluster_before (side, word_end (side, at)));
}

void
reading_select_edge (struct reading *reading, bool end)
{
  struct range range = document_bead_range (reading->document, reading->bead,
                                            reading->side);
  if (range_len (range) > 0)
    put_cursor (reading, end ? cluster_before (text_of (reading), range.end)
                             : range.start);
}

void
reading_select_bead (struct reading *reading, size_t index)
{
  size_t beads = reading->document->beads.len;
  if (index >= beads)
    return;
  struct range range
    = document_bead_range (reading->document, index, reading->side);
  if (range_len (range) > 0)
    put_cursor (reading, range.start);
}
