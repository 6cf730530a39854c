/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole document as one page of HTML.  */
#include "export/edition_html.h"

#include <stdlib.h>

#include "base/intl.h"
#include "export/export_parts.h"
#include "export/html.h"
#include "export/html_page.h"
#include "text/wrap.h"

struct edition
{
  const struct document *document;
  const struct edition_notes *notes;
  const struct export_options *options;
  struct buf *out;
};

/* Appends what notes are on in the bytes WITHIN of SIDE to RANGES; a note on a
   pair or on the document marks nothing.  */
static void
noted_ranges (const struct edition *e, enum side side, struct range within,
              struct ranges *ranges)
{
  for (size_t i = 0; i < e->notes->len; i++)
    {
      const struct edition_note *n = &e->notes->items[i];
      enum anchor_kind kind = n->note->anchor.kind;
      if (n->state != ANCHOR_DETACHED && n->note->anchor.side == side
          && kind != ANCHOR_BEAD && kind != ANCHOR_DOCUMENT
          && range_overlaps (n->range, within))
        VEC_PUSH (ranges, n->range);
    }
}

static bool
overlaps_any (const struct ranges *ranges, struct range r)
{
  for (size_t i = 0; i < ranges->len; i++)
    if (range_overlaps (ranges->items[i], r))
      return true;
  return false;
}

static void
add_glyph (const char *text, const struct glyph *glyph, struct buf *out)
{
  if (glyph->must_break)
    buf_add_string (out, "<br>");
  if (glyph->kind == GLYPH_SPACE)
    buf_add_byte (out, ' ');
  else
    html_escape_part (text + glyph->range.start, range_len (glyph->range),
                      out);
}

/* Adds the words of bead BEAD on SIDE.  */
static void
add_words (const struct edition *e, size_t bead, enum side side)
{
  const char *text = e->document->side[side].text;
  struct range range = document_bead_range (e->document, bead, side);
  struct glyphs glyphs = { 0 };
  struct ranges noted = { 0 };
  bool marked = false;
  noted_ranges (e, side, range, &noted);
  wrap_glyphs (text, range,
               document_bead_is_heading (e->document, bead, side), &glyphs);
  for (size_t i = 0; i < glyphs.len; i++)
    {
      bool marks = overlaps_any (&noted, glyphs.items[i].range);
      if (marks != marked)
        buf_add_string (e->out, marks ? "<mark>" : "</mark>");
      marked = marks;
      add_glyph (text, &glyphs.items[i], e->out);
    }
  if (marked)
    buf_add_string (e->out, "</mark>");
  VEC_FREE (&noted);
  VEC_FREE (&glyphs);
}

static void
add_note (const struct edition *e, const struct edition_note *n)
{
  const char *state = export_state (n->state);
  buf_add_string (e->out, "<article id=\"n-");
  html_escape (n->note->uuid, e->out);
  buf_add_string (e->out, "\">\n");
  if (state)
    html_element (e->out, "p", "about state", NULL,
                  export_word (e->options, state));
  if (n->bead >= e->document->beads.len)
    html_element (e->out, "blockquote", NULL, NULL, n->note->anchor.exact);
  html_note_text (n->note->text, e->out);
  buf_add_string (e->out, "</article>\n");
}

/* Adds pair BEAD and the notes FIRST to END - 1 below it.  */
static void
add_pair (const struct edition *e, size_t bead, size_t first, size_t end)
{
  const struct document *document = e->document;
  buf_add_format (e->out, "<section class=\"pair%s\" id=\"p%zu\">\n"
                          "<div class=\"facing\">\n",
                  document_bead_ends_paragraph (document, bead) ? " end" : "",
                  bead + 1);
  for (enum side s = 0; s < SIDES; s++)
    if (document_has (document, s))
      {
        buf_add_format (e->out, "<p lang=\"%s\" dir=\"auto\">",
                        *document->side[s].lang ? document->side[s].lang
                                                : html_languages[s]);
        add_words (e, bead, s);
        buf_add_string (e->out, "</p>\n");
      }
  buf_add_string (e->out, "</div>\n");
  for (size_t i = first; i < end; i++)
    add_note (e, &e->notes->items[i]);
  buf_add_string (e->out, "</section>\n");
}

/* Adds what the document says of itself.  */
static void
add_head (const struct edition *e, const struct citation *citation)
{
  struct buf value = BUF_INIT;
  buf_add_string (e->out, "<p class=\"about\">\n");
  export_authors (citation, &value);
  html_fact (e->options, N_ ("Author:"), &value, e->out);
  html_fact_line (e->options, N_ ("Date:"), citation->date, e->out);
  html_fact_line (e->options, N_ ("Page:"), citation->page, e->out);
  export_source (citation, &value);
  html_fact (e->options, N_ ("Source:"), &value, e->out);
  buf_add_string (e->out, "</p>\n");
}

/* The notes from FIRST on that stand at BEAD end here.  */
static size_t
notes_until (const struct edition_notes *notes, size_t first, size_t bead)
{
  while (first < notes->len && notes->items[first].bead == bead)
    first++;
  return first;
}

void
edition_html (const struct document *document,
              const struct edition_notes *notes,
              const struct export_options *options, struct buf *out)
{
  struct edition e = { document, notes, options, out };
  struct citation citation = citation_of (document);
  char *title = export_made (&citation, export_titles);
  size_t first = 0;
  html_page_begin (title, out);
  add_head (&e, &citation);
  for (size_t bead = 0; bead < document->beads.len; bead++)
    {
      size_t end = notes_until (notes, first, bead);
      add_pair (&e, bead, first, end);
      first = end;
    }
  if (first < notes->len)
    html_element (out, "h2", NULL, NULL,
                  export_word (options, N_ ("Notes without a place")));
  for (; first < notes->len; first++)
    add_note (&e, &notes->items[first]);
  html_page_end (out);
  citation_clear (&citation);
  free (title);
}
