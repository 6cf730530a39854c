/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found, line by line.  */
#include "read/found_line.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Bytes kept either side of an occurrence: for lines of some 500 columns.  A
   document that is found to be larger is not read for the context.  */
enum { AROUND = 800, LARGE = 1 << 20 };

/* --- sources ------------------------------------------------------------ */

static struct line_source *
source_new (const struct search_found *found)
{
  struct line_source *source = mem_new (1, sizeof *source);
  source->id = found->id;
  source->date = mem_string (found->date);
  source->page = mem_string (found->page);
  source->collection = mem_string (found->collection);
  source->path = mem_string (found->path);
  for (enum side s = 0; s < SIDES; s++)
    source->title[s] = mem_string (found->title[s]);
  return source;
}

static void
source_free (struct line_source *source)
{
  free (source->date);
  free (source->page);
  free (source->collection);
  free (source->path);
  for (enum side s = 0; s < SIDES; s++)
    free (source->title[s]);
  free (source);
}

void
found_line_free (struct found_line *line)
{
  if (!line)
    return;
  if (--line->source->users == 0)
    source_free (line->source);
  free (line->text);
  free (line->facing);
  VEC_FREE (&line->lit);
  VEC_FREE (&line->facing_lit);
  free (line);
}

void
found_lines_free (struct found_lines *lines)
{
  for (size_t i = 0; i < lines->len; i++)
    found_line_free (lines->items[i]);
  VEC_FREE (lines);
}

const char *
found_line_title (const struct found_line *line)
{
  const struct line_source *source = line->source;
  return *source->title[ORIGINAL]      ? source->title[ORIGINAL]
         : *source->title[TRANSLATION] ? source->title[TRANSLATION]
                                       : source->path;
}

/* --- a line ------------------------------------------------------------- */

/* A line that begins with PLACE of LINE, as yet without texts.  */
static struct found_line *
line_new (struct line_source *source, const struct search_line *line,
          const struct search_place *place)
{
  struct found_line *new = mem_new (1, sizeof *new);
  *new = (struct found_line) { .source = source,
                               .title = line->title,
                               .side = place->side,
                               .range = place->range,
                               .start = place->start,
                               .end = place->end,
                               .bead = line->bead };
  new->facing = mem_string (line->text[side_facing (place->side)]);
  source->users++;
  return new;
}

/* RANGE of TEXT moved to the boundaries of characters.  */
static struct range
whole (const char *text, struct range range)
{
  while (((unsigned char) text[range.start] & 0xC0) == 0x80)
    range.start++;
  while (((unsigned char) text[range.end] & 0xC0) == 0x80)
    range.end++;
  return range;
}

/* The part of the paragraph around MATCH.  */
static struct range
around (const struct document *document, enum side side, struct range match)
{
  const struct side_text *s = &document->side[side];
  size_t sentence = document_sentence_at (document, side, match.start);
  struct range in
    = s->paragraphs.items[s->sentences.items[sentence].paragraph].range;
  if (match.start > in.start + AROUND)
    in.start = match.start - AROUND;
  if (in.end < match.end)
    in.end = match.end;
  if (in.end > match.end + AROUND)
    in.end = match.end + AROUND;
  return whole (s->text, in);
}

/* Gives NEW its text: from DOCUMENT where that is at hand, else from LINE.  */
static void
fill_text (struct found_line *new, const struct document *document,
           const struct search_line *line, const struct search_place *place)
{
  struct range within = place->within;
  if (document && !line->title
      && place->range.end <= document->side[place->side].len)
    {
      struct range in = around (document, place->side, place->range);
      new->text = mem_copy (document->side[place->side].text + in.start,
                            range_len (in));
      within = (struct range) { place->range.start - in.start,
                                place->range.end - in.start };
    }
  else
    new->text = mem_string (line->text[place->side]);
  VEC_PUSH (&new->lit, within);
}

/* The document of FOUND, where its texts are of interest and not large; or
   NULL.  */
static struct document *
read_document (struct library *library, const struct search_found *found)
{
  const struct search_line *last
    = found->lines.len ? &found->lines.items[found->lines.len - 1] : NULL;
  return last && !last->title && last->at[ORIGINAL].end < LARGE
             && last->at[TRANSLATION].end < LARGE
           ? library_document (library, found->id, NULL) : NULL;
}

void
found_lines_by_place (struct library *library,
                      const struct search_found *found,
                      struct found_lines *out)
{
  struct line_source *source = source_new (found);
  struct document *document = read_document (library, found);
  source->users++;
  for (size_t i = 0; i < found->lines.len; i++)
    {
      const struct search_line *line = &found->lines.items[i];
      for (size_t k = 0; k < line->places.len; k++)
        {
          const struct search_place *place = &line->places.items[k];
          struct found_line *new = line_new (source, line, place);
          fill_text (new, document, line, place);
          VEC_PUSH (out, new);
        }
    }
  document_free (document);
  if (--source->users == 0)
    source_free (source);
}

void
found_lines_by_bead (const struct search_found *found,
                     struct found_lines *out)
{
  struct line_source *source = source_new (found);
  source->users++;
  for (size_t i = 0; i < found->lines.len; i++)
    {
      const struct search_line *line = &found->lines.items[i];
      if (line->places.len == 0)
        continue;
      struct found_line *new
        = line_new (source, line, &line->places.items[0]);
      new->text = mem_string (line->text[new->side]);
      for (size_t k = 0; k < line->places.len; k++)
        {
          const struct search_place *place = &line->places.items[k];
          VEC_PUSH (place->side == new->side ? &new->lit : &new->facing_lit,
                    place->within);
        }
      VEC_PUSH (out, new);
    }
  if (--source->users == 0)
    source_free (source);
}
