/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place that was found, with what stands around it.  */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "read/found_window.h"

/* Bytes kept either side of an occurrence: for lines of some 500 columns.  */
enum { AROUND = 800 };

void
found_line_free (struct found_line *line)
{
  if (!line)
    return;
  if (--line->source->users == 0)
    {
      listing_free (&line->source->row);
      free (line->source);
    }
  free (line->text);
  free (line->facing);
  VEC_FREE (&line->lit);
  VEC_FREE (&line->facing_lit);
  free (line);
}

const char *
found_line_title (const struct found_line *line)
{
  const struct listed *row = &line->source->row.items[0];
  const char *own = row->title[ORIGINAL];
  return *own ? own
         : *row->title[TRANSLATION] ? row->title[TRANSLATION] : row->path;
}

/* RANGE of SIDE moved to the boundaries of characters, so that none is cut.  */
static struct range
whole (const struct side_text *side, struct range range)
{
  while (range.start < range.end
         && ((unsigned char) side->text[range.start] & 0xC0) == 0x80)
    range.start++;
  while (range.end < side->len
         && ((unsigned char) side->text[range.end] & 0xC0) == 0x80)
    range.end++;
  return range;
}

/* The part of the paragraph around MATCH.  */
static struct range
around (const struct document *document, enum side side, struct range match)
{
  const struct side_text *s = &document->side[side];
  size_t sentence = document_sentence_at (document, side, match.start);
  struct range in = { 0, s->len };
  if (sentence < s->sentences.len)
    in = s->paragraphs.items[s->sentences.items[sentence].paragraph].range;
  if (match.start > in.start + AROUND)
    in.start = match.start - AROUND;
  if (in.end < match.end)
    in.end = match.end;
  if (in.end > match.end + AROUND)
    in.end = match.end + AROUND;
  return whole (s, in);
}

static struct found_line *
line_new (const struct found *found, struct line_source *source,
          const struct found_place *place)
{
  const char *text = found->document->side[place->side].text;
  struct found_line *line = mem_new (1, sizeof *line);
  *line = (struct found_line) { .source = source,
                                .side = place->side,
                                .range = place->range,
                                .bead = place->bead };
  line->point = utf8_count (text, place->range.start);
  line->point_end
    = line->point
      + utf8_count (text + place->range.start, range_len (place->range));
  source->users++;
  return line;
}

/* The bytes of SIDE in bead INDEX; empty where there are none.  */
static struct range
bead_range (const struct document *document, size_t index, enum side side)
{
  return index < document->beads.len
           ? document_bead_range (document, index, side)
           : (struct range) { 0, 0 };
}

static char *
copy_range (const struct document *document, enum side side,
            struct range range)
{
  return mem_copy (document->side[side].text + range.start, range_len (range));
}

struct found_line *
found_line_of (const struct found *found, struct line_source *source,
               size_t index)
{
  const struct found_place *place = &found->places.items[index];
  const struct document *document = found->document;
  struct found_line *line = line_new (found, source, place);
  struct range in = around (document, place->side, place->range);
  enum side other = side_facing (place->side);
  line->text = copy_range (document, place->side, in);
  VEC_PUSH (&line->lit, (struct range) { place->range.start - in.start,
                                         place->range.end - in.start });
  line->facing = copy_range (document, other,
                             bead_range (document, place->bead, other));
  return line;
}

/* Adds RANGE to LIT where it has bytes in WITHIN, counted from its start.  */
static void
add_lit (struct ranges *lit, struct range within, struct range range)
{
  if (!range_overlaps (within, range))
    return;
  size_t start = range.start > within.start ? range.start - within.start : 0;
  size_t end = (range.end < within.end ? range.end : within.end)
               - within.start;
  VEC_PUSH (lit, (struct range) { start, end });
}

struct found_line *
found_line_of_bead (const struct found *found, struct line_source *source,
                    size_t index, size_t *count)
{
  const struct found_place *place = &found->places.items[index];
  const struct document *document = found->document;
  struct found_line *line = line_new (found, source, place);
  enum side other = side_facing (place->side);
  struct range own = bead_range (document, place->bead, place->side);
  if (place->range.end > own.end) /* it goes on in the next sentence */
    own = (struct range) { own.start, place->range.end };
  struct range facing = bead_range (document, place->bead, other);
  line->text = copy_range (document, place->side, own);
  line->facing = copy_range (document, other, facing);
  for (*count = 0; index + *count < found->places.len; ++*count)
    {
      const struct found_place *next = &found->places.items[index + *count];
      if (next->bead != place->bead)
        break;
      if (next->side == place->side)
        add_lit (&line->lit, own, next->range);
      else
        add_lit (&line->facing_lit, facing, next->range);
    }
  return line;
}
