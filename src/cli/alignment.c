/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The beads of a document, written out.  */
#include <config.h>

#include "cli/alignment.h"

#include <stdio.h>

#include "base/space.h"
#include "base/utf8.h"
#include "cli/facing.h"
#include "cli/record.h"

const char *const alignment_columns[]
  = { "original start",  "original end", "translation start",
      "translation end", "confidence",   "original text",
      "translated text", NULL };

const char *
alignment_choice (size_t index)
{
  static const char *const names[] = { "text", "beads", "tsv", "tmx", NULL };
  return names[index];
}

const char *
alignment_ending (enum alignment_format format)
{
  static const char *const endings[ALIGNMENT_FORMATS]
    = { ".txt", ".align", ".tsv", ".tmx" };
  return endings[format];
}

static void
add_numbers (struct buf *out, size_t first, size_t count)
{
  buf_add_byte (out, '[');
  for (size_t i = 0; i < count; i++)
    buf_add_format (out, "%s%zu", i ? ", " : "", first + i);
  buf_add_byte (out, ']');
}

static void
write_beads (const struct document *document, struct buf *out)
{
  for (size_t i = 0; i < document->beads.len; i++)
    {
      const struct bead *bead = &document->beads.items[i];
      add_numbers (out, bead->first[ORIGINAL], bead->count[ORIGINAL]);
      buf_add_byte (out, ':');
      add_numbers (out, bead->first[TRANSLATION], bead->count[TRANSLATION]);
      buf_add_byte (out, '\n');
    }
}

/* The bytes of the sentences of BEAD on SIDE; empty where it would stand.  */
static struct range
exact_range (const struct side_text *side, const struct bead *bead,
             enum side s)
{
  size_t first = bead->first[s], last = first + bead->count[s];
  const struct sentence *sentences = side->sentences.items;
  size_t start
    = first < side->sentences.len ? sentences[first].range.start : side->len;
  size_t end = last > first ? sentences[last - 1].range.end : start;
  return (struct range) { start, end };
}

/* Writes a record a bead.  POINTS are the code points of both sides up to the
   bead, which covers the texts without gaps.  */
static void
write_records (const struct document *document, struct buf *out)
{
  size_t points[SIDES] = { 0, 0 };
  for (size_t i = 0; i < document->beads.len; i++)
    {
      const struct bead *bead = &document->beads.items[i];
      struct record record = { .begun = false };
      struct range ranges[SIDES];
      char confidence[32];
      for (enum side s = 0; s < SIDES; s++)
        {
          const struct side_text *side = &document->side[s];
          ranges[s] = exact_range (side, bead, s);
          record_number (&record, (long long) points[s]);
          points[s] += utf8_count (side->text + ranges[s].start,
                                   range_len (ranges[s]));
          record_number (&record, (long long) points[s]);
        }
      snprintf (confidence, sizeof confidence, "%.3f",
                (double) bead->confidence);
      record_text (&record, confidence);
      for (enum side s = 0; s < SIDES; s++)
        record_bytes (&record, document->side[s].text + ranges[s].start,
                      range_len (ranges[s]));
      buf_add (out, buf_string (&record.line), record.line.len);
      buf_add_byte (out, '\n');
      buf_free (&record.line);
    }
}

/* Whether XML 1.0 has the code point CP.  */
static bool
xml_has (unsigned cp)
{
  return cp == '\t' || (cp >= ' ' && cp != 0xfffe && cp != 0xffff);
}

/* Adds RANGE of TEXT as the content of an element: white space is one space, or
   nothing where a line ends between Chinese characters.  */
static void
add_xml (struct buf *out, const char *text, struct range range)
{
  unsigned before = 0;
  for (size_t at = range.start; at < range.end;)
    {
      size_t next = space_skip (text, at, range.end), ahead = next;
      unsigned cp = next < range.end ? utf8_next (text, range.end, &ahead) : 0;
      if (next > at)
        {
          bool bridged = space_needless (before) && space_needless (cp)
                         && memchr (text + at, '\n', next - at);
          if (before && cp && !bridged)
            buf_add_byte (out, ' ');
          at = next;
          continue;
        }
      at = ahead;
      before = cp;
      if (cp == '<')
        buf_add_string (out, "&lt;");
      else if (cp == '>')
        buf_add_string (out, "&gt;");
      else if (cp == '&')
        buf_add_string (out, "&amp;");
      else
        buf_add_cp (out, xml_has (cp) ? cp : 0xfffd);
    }
}

/* Adds the sentences of bead INDEX on side S, a space between paragraphs.  */
static void
add_segment (struct buf *out, const struct document *document, size_t index,
             enum side s)
{
  const struct side_text *side = &document->side[s];
  const struct bead *bead = &document->beads.items[index];
  size_t end = bead->first[s] + bead->count[s];
  for (size_t from = bead->first[s], to; from < end; from = to)
    {
      const struct sentence *first = &side->sentences.items[from];
      for (to = from + 1;
           to < end && side->sentences.items[to].paragraph == first->paragraph;)
        to++;
      if (from > bead->first[s])
        buf_add_byte (out, ' ');
      add_xml (out, side->text,
               (struct range) { first->range.start,
                                side->sentences.items[to - 1].range.end });
    }
}

static const char *
language (const struct document *document, enum side s)
{
  const char *lang = document->side[s].lang;
  return lang[0] ? lang : "und";
}

static void
write_tmx (const struct document *document, struct buf *out)
{
  buf_add_format (
    out,
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<tmx version=\"1.4\">\n"
    "<header creationtool=\"enface\" creationtoolversion=\"%s\" "
    "segtype=\"sentence\" o-tmf=\"enface\" adminlang=\"en\" srclang=\"%s\" "
    "datatype=\"plaintext\"/>\n<body>\n",
    PACKAGE_VERSION, language (document, ORIGINAL));
  for (size_t i = 0; i < document->beads.len; i++)
    {
      buf_add_format (
        out, "<tu><prop type=\"x-confidence\">%.3f</prop>",
        (double) document->beads.items[i].confidence);
      for (enum side s = 0; s < SIDES; s++)
        {
          if (document->beads.items[i].count[s] == 0)
            continue;
          buf_add_format (out, "<tuv xml:lang=\"%s\"><seg>",
                          language (document, s));
          add_segment (out, document, i, s);
          buf_add_string (out, "</seg></tuv>");
        }
      buf_add_string (out, "</tu>\n");
    }
  buf_add_string (out, "</body>\n</tmx>\n");
}

static void
write_text (const struct document *document, size_t width, struct buf *out)
{
  struct facing facing = { .numbers = true };
  facing.width = width < FACING_LEAST ? FACING_LEAST : width;
  facing.layout = facing_layout (document, 0, facing.width);
  facing_print (document, &facing, out);
}

void
alignment_write (const struct document *document,
                 enum alignment_format format, size_t width, struct buf *out)
{
  switch (format)
    {
    case ALIGNMENT_BEADS:
      write_beads (document, out);
      break;
    case ALIGNMENT_TSV:
      write_records (document, out);
      break;
    case ALIGNMENT_TMX:
      write_tmx (document, out);
      break;
    default:
      write_text (document, width, out);
    }
}
