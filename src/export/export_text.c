/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exporter to plain text, the one that people ask for: to read, to print
   and to send.  A line that begins with a hyphen begins an entry, one that
   begins with a letter is a label; all that comes from a document or a reader
   is indented or stands behind a label, so that it can be taken for neither.  */
#include <stdint.h>
#include <string.h>

#include "base/intl.h"
#include "base/space.h"
#include "base/utf8.h"
#include "export/export_parts.h"
#include "text/width.h"
#include "text/wrap.h"

/* Columns.  */
enum { INDENT = 4, TITLE_INDENT = 2, RULE = 72, LEAST = 10 };

/* Where an export goes.  Notes come document by document: what was said of a
   document is said again as it stands, not made anew.  */
struct sheet
{
  const struct export_options *options;
  struct buf *out;
  const struct export_note *before; /* the last note; NULL: none */
  struct range head, citation;      /* what stands in `out` of it */
};

/* The columns that are left behind INDENT.  */
static size_t
columns_behind (const struct sheet *sheet, size_t indent)
{
  size_t width = sheet->options->width;
  if (width == 0)
    return SIZE_MAX / 4;
  return width > indent + LEAST ? width - indent : LEAST;
}

static void
add_spaces (struct buf *out, size_t count)
{
  for (; count > 0; count--)
    buf_add_byte (out, ' ');
}

/* Adds a glyph with the very bytes of the text; white space is one space, also
   U+2028 and the like, which could begin a line.  */
static void
add_glyph (const char *text, const struct glyph *glyph, struct buf *out)
{
  size_t at = glyph->range.start;
  if (glyph->kind == GLYPH_SPACE
      || space_is (utf8_next (text, glyph->range.end, &at)))
    buf_add_byte (out, ' ');
  else
    buf_add (out, text + glyph->range.start, range_len (glyph->range));
}

/* The columns of CP where it stands for itself and nothing can be amiss with it:
   printing ASCII, Han and their punctuation; 0 for any other.  */
static size_t
plain_width (unsigned cp)
{
  if (cp < 0x7F)
    return cp >= ' ';
  return (cp >= 0x3001 && cp <= 0x3029) || (cp >= 0x4E00 && cp <= 0x9FA5)
             || (cp >= 0xFF01 && cp <= 0xFF5E)
           ? 2
           : 0;
}

/* Adds RANGE of TEXT as one line, if it surely is one; most are.  */
static bool
add_short (const struct sheet *sheet, const char *text, struct range range,
           size_t indent)
{
  size_t most = columns_behind (sheet, indent), width = 0;
  bool space = true; /* before the next one */
  if (range_len (range) == 0)
    return false;
  for (size_t at = range.start; at < range.end;)
    {
      unsigned cp = utf8_next (text, range.end, &at);
      size_t more = plain_width (cp);
      width += more;
      if (more == 0 || width > most || (space && cp == ' '))
        return false;
      space = cp == ' ';
    }
  if (space)
    return false;
  add_spaces (sheet->out, indent);
  buf_add (sheet->out, text + range.start, range_len (range));
  buf_add_byte (sheet->out, '\n');
  return true;
}

/* Adds RANGE of TEXT in lines that are indented by INDENT.  */
static void
add_wrapped (const struct sheet *sheet, const char *text, struct range range,
             size_t indent)
{
  struct glyphs glyphs = { 0 };
  struct lines lines = { 0 };
  if (add_short (sheet, text, range, indent))
    return;
  wrap_glyphs (text, range, false, &glyphs);
  wrap_lines (&glyphs, columns_behind (sheet, indent), &lines);
  for (size_t i = 0; i < lines.len; i++)
    {
      size_t first = lines.items[i].first;
      size_t end = first + lines.items[i].count;
      while (end > first && glyphs.items[end - 1].kind == GLYPH_SPACE)
        end--;
      add_spaces (sheet->out, indent);
      for (size_t g = first; g < end; g++)
        add_glyph (text, &glyphs.items[g], sheet->out);
      buf_add_byte (sheet->out, '\n');
    }
  VEC_FREE (&lines);
  VEC_FREE (&glyphs);
}

static void
add_indented (const struct sheet *sheet, const char *text, size_t indent)
{
  if (text)
    add_wrapped (sheet, text, (struct range) { 0, strlen (text) }, indent);
}

static void
add_label (const struct sheet *sheet, const char *label)
{
  buf_add_string (sheet->out, export_word (sheet->options, label));
}

/* What parts the label WORDS from its value: a full-width colon holds its own
   space.  */
static const char *
gap_behind (const char *words)
{
  static const char wide[] = "：";
  size_t len = strlen (words), colon = strlen (wide);
  return len >= colon && strcmp (words + len - colon, wide) == 0 ? "" : " ";
}

/* Adds LABEL and VALUE, in the same line where it fits, else below; nothing
   where VALUE is empty.  Frees VALUE.  */
static void
add_field (const struct sheet *sheet, const char *label, struct buf *value)
{
  const char *words = export_word (sheet->options, label);
  const char *gap = gap_behind (words);
  size_t taken = width_text (words, strlen (words)) + strlen (gap)
                 + width_text (buf_string (value), value->len);
  if (value->len > 0)
    {
      buf_add_string (sheet->out, words);
      if (taken <= columns_behind (sheet, 0))
        buf_add_format (sheet->out, "%s%s\n", gap, value->data);
      else
        {
          buf_add_byte (sheet->out, '\n');
          add_indented (sheet, value->data, INDENT);
        }
    }
  buf_free (value);
}

static void
add_value (const struct sheet *sheet, const char *label, const char *value)
{
  struct buf line = BUF_INIT;
  export_line (value, &line);
  add_field (sheet, label, &line);
}

static void
add_rule (const struct sheet *sheet, char mark)
{
  size_t width = sheet->options->width;
  width = width == 0 ? RULE : width < LEAST ? LEAST : width;
  for (; width > 0; width--)
    buf_add_byte (sheet->out, mark);
  buf_add_byte (sheet->out, '\n');
}

static bool
same_text (const char *a, const char *b)
{
  return a == b || (a && b && strcmp (a, b) == 0);
}

/* Whether all that is said of the documents A and B is the same.  */
static bool
same_citation (const struct citation *a, const struct citation *b)
{
  for (enum side s = 0; s < SIDES; s++)
    if (!same_text (a->title[s], b->title[s])
        || !same_text (a->author[s], b->author[s]))
      return false;
  return same_text (a->collection, b->collection)
         && same_text (a->path, b->path) && same_text (a->date, b->date)
         && same_text (a->page, b->page);
}

/* Adds RANGE of what is written once more.  */
static void
add_again (const struct sheet *sheet, struct range range)
{
  buf_reserve (sheet->out, range_len (range));
  buf_add (sheet->out, sheet->out->data + range.start, range_len (range));
}

/* The document: titles, author, date, page, source.  */
static void
add_head (const struct sheet *sheet, const struct export_note *note)
{
  const struct citation *c = &note->note->citation;
  struct buf value = BUF_INIT;
  const char *state = export_state (note->state);
  for (enum side s = 0; s < SIDES; s++)
    if (export_has (c->title[s]))
      add_indented (sheet, c->title[s], TITLE_INDENT);
  export_authors (c, &value);
  add_field (sheet, N_ ("Author:"), &value);
  add_value (sheet, N_ ("Date:"), c->date);
  add_value (sheet, N_ ("Page:"), c->page);
  export_source (c, &value);
  add_field (sheet, N_ ("Source:"), &value);
  if (state)
    add_value (sheet, N_ ("State:"), export_word (sheet->options, state));
  buf_add_byte (sheet->out, '\n');
}

/* The sentences on both sides, and the quotation.  */
static void
add_passage (const struct sheet *sheet, const struct export_note *note)
{
  static const char *const labels[SIDES]
    = { N_ ("Original:"), N_ ("Translation:") };
  const struct note *n = note->note;
  bool any = export_has (n->sentence[ORIGINAL])
             || export_has (n->sentence[TRANSLATION]);
  for (enum side s = 0; any && s < SIDES; s++)
    {
      add_label (sheet, labels[s]);
      buf_add_byte (sheet->out, '\n');
      add_indented (sheet,
                    export_has (n->sentence[s])
                      ? n->sentence[s]
                      : export_word (sheet->options, N_ ("(nothing)")),
                    INDENT);
    }
  if (export_quotes (note))
    {
      struct buf quotation = BUF_INIT;
      buf_add_string (&quotation, "“");
      export_line (n->anchor.exact, &quotation);
      buf_add_string (&quotation, "”");
      add_field (sheet, N_ ("On:"), &quotation);
    }
}

/* What the reader wrote, line by line, each with its own indent.  */
static void
add_text (const struct sheet *sheet, const char *text)
{
  struct range line, body = export_body (text);
  add_label (sheet, N_ ("Note:"));
  buf_add_byte (sheet->out, '\n');
  while (export_next_line (text, &body, &line))
    {
      size_t own = 0;
      while (line.start + own < line.end && text[line.start + own] == ' ')
        own++;
      size_t most = columns_behind (sheet, INDENT) / 2;
      if (space_skip (text, line.start, line.end) == line.end)
        buf_add_byte (sheet->out, '\n');
      else
        add_wrapped (sheet, text, line, INDENT + (own < most ? own : most));
    }
  buf_add_byte (sheet->out, '\n');
}

static void
add_foot (const struct sheet *sheet, const struct note *note)
{
  char *tags = note_tags (note->text, ", ");
  add_value (sheet, N_ ("Tags:"), tags);
  add_value (sheet, N_ ("Written:"), note->created);
  if (strcmp (note->created, note->modified) != 0)
    add_value (sheet, N_ ("Changed:"), note->modified);
  free (tags);
}

static void
add_citation (const struct sheet *sheet, const struct note *note)
{
  struct buf citation = BUF_INIT;
  citation_write (&note->citation, sheet->options->citation, &citation, NULL);
  add_field (sheet, N_ ("Citation:"), &citation);
}

/* Adds an entry.  */
static void
add_note (struct sheet *sheet, const struct export_note *note)
{
  const struct export_note *before = sheet->before;
  struct buf *out = sheet->out;
  bool same = before
              && same_citation (&before->note->citation, &note->note->citation);
  size_t start = out->len;
  if (same && before->state == note->state)
    add_again (sheet, sheet->head);
  else
    add_head (sheet, note);
  sheet->head = (struct range) { start, out->len };
  add_passage (sheet, note);
  add_text (sheet, note->note->text);
  add_foot (sheet, note->note);
  start = out->len;
  if (same)
    add_again (sheet, sheet->citation);
  else
    add_citation (sheet, note->note);
  sheet->citation = (struct range) { start, out->len };
  sheet->before = note;
}

static void
text_write (const struct export_note *notes, size_t count,
            const struct export_options *options, struct buf *out)
{
  struct sheet sheet = { .options = options, .out = out };
  for (size_t i = 0; i < count; i++)
    {
      if (i > 0)
        buf_add_byte (out, '\n');
      add_rule (&sheet, '-');
      add_note (&sheet, &notes[i]);
    }
}

/* A heading stands between rules of its own, indented like all that comes from
   a reader.  */
static void
text_heading (const char *title, bool first,
              const struct export_options *options, struct buf *out)
{
  struct sheet sheet = { .options = options, .out = out };
  if (!first)
    buf_add_byte (out, '\n');
  add_rule (&sheet, '=');
  add_indented (&sheet, title, TITLE_INDENT);
  add_rule (&sheet, '=');
  buf_add_byte (out, '\n');
}

const struct exporter export_text
  = { .name = "text",
      .extension = ".txt",
      .summary = N_ ("Plain text, to read and to send"),
      .write = text_write,
      .heading = text_heading };
