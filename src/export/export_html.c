/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exporter to one page of HTML, for those without a terminal: both sentences
   facing each other, the note below; no script, no other file, to be read on a
   telephone, in the dark and on paper.  */
#include <string.h>

#include "base/intl.h"
#include "export/export_parts.h"
#include "export/html.h"
#include "export/html_page.h"

static void
add_titles (const struct citation *c, struct buf *out)
{
  buf_add_string (out, "<h3>\n");
  bool any = export_has (c->title[ORIGINAL])
             || export_has (c->title[TRANSLATION]);
  for (enum side s = 0; s < SIDES; s++)
    html_element (out, "span", NULL, html_languages[s], c->title[s]);
  if (!any)
    html_element (out, "span", NULL, NULL, c->path);
  buf_add_string (out, "</h3>\n");
}

static void
add_head (const struct export_note *note,
          const struct export_options *options, struct buf *out)
{
  const struct citation *c = &note->note->citation;
  const char *state = export_state (note->state);
  struct buf value = BUF_INIT;
  add_titles (c, out);
  buf_add_string (out, "<p class=\"about\">\n");
  export_authors (c, &value);
  html_fact (options, N_ ("Author:"), &value, out);
  html_fact_line (options, N_ ("Date:"), c->date, out);
  html_fact_line (options, N_ ("Page:"), c->page, out);
  export_source (c, &value);
  html_fact (options, N_ ("Source:"), &value, out);
  buf_add_string (out, "</p>\n");
  if (state)
    html_element (out, "p", "about state", NULL, export_word (options, state));
}

static void
add_passage (const struct export_note *note,
             const struct export_options *options, struct buf *out)
{
  const struct note *n = note->note;
  const char *nothing = export_word (options, N_ ("(nothing)"));
  if (export_has (n->sentence[ORIGINAL])
      || export_has (n->sentence[TRANSLATION]))
    {
      buf_add_string (out, "<div class=\"facing\">\n");
      for (enum side s = 0; s < SIDES; s++)
        if (export_has (n->sentence[s]))
          html_element (out, "blockquote", NULL, html_languages[s], n->sentence[s]);
        else
          html_element (out, "p", "about", NULL, nothing);
      buf_add_string (out, "</div>\n");
    }
  if (!export_quotes (note))
    return;
  buf_add_string (out, "<p>");
  html_escape (export_word (options, N_ ("On:")), out);
  buf_add_string (out, " <mark dir=\"auto\">");
  struct buf line = BUF_INIT;
  export_line (n->anchor.exact, &line);
  html_escape (buf_string (&line), out);
  buf_free (&line);
  buf_add_string (out, "</mark></p>\n");
}

static void
add_citation (const struct note *note, const struct export_options *options,
              struct buf *out)
{
  struct buf text = BUF_INIT;
  struct range italic;
  citation_write (&note->citation, options->citation, &text, &italic);
  html_escape (export_word (options, N_ ("Citation:")), out);
  buf_add_string (out, " <bdi>");
  html_escape_part (buf_string (&text), italic.start, out);
  if (range_len (italic) > 0)
    {
      buf_add_string (out, "<cite>");
      html_escape_part (text.data + italic.start, range_len (italic), out);
      buf_add_string (out, "</cite>");
    }
  html_escape (buf_string (&text) + italic.end, out);
  buf_add_string (out, "</bdi>\n");
  buf_free (&text);
}

static void
add_foot (const struct note *note, const struct export_options *options,
          struct buf *out)
{
  char *tags = note_tags (note->text, ", ");
  buf_add_string (out, "<footer>\n");
  html_fact_line (options, N_ ("Tags:"), tags, out);
  html_fact_line (options, N_ ("Written:"), note->created, out);
  if (strcmp (note->created, note->modified) != 0)
    html_fact_line (options, N_ ("Changed:"), note->modified, out);
  add_citation (note, options, out);
  buf_add_string (out, "</footer>\n");
  free (tags);
}

static void
html_write (const struct export_note *notes, size_t count,
            const struct export_options *options, struct buf *out)
{
  for (size_t i = 0; i < count; i++)
    {
      buf_add_string (out, "<article id=\"n-");
      html_escape (notes[i].note->uuid, out);
      buf_add_string (out, "\">\n");
      add_head (&notes[i], options, out);
      add_passage (&notes[i], options, out);
      html_note_text (notes[i].note->text, out);
      add_foot (notes[i].note, options, out);
      buf_add_string (out, "</article>\n");
    }
}

static void
html_heading (const char *title, bool first,
              const struct export_options *options, struct buf *out)
{
  (void) first;
  (void) options;
  html_element (out, "h2", NULL, NULL, title);
}

static void
html_begin (size_t count, const struct export_options *options,
            struct buf *out)
{
  (void) count;
  html_page_begin (export_word (options, N_ ("Notes")), out);
}

static void
html_end (const struct export_options *options, struct buf *out)
{
  (void) options;
  html_page_end (out);
}

const struct exporter export_html
  = { .name = "html",
      .extension = ".html",
      .summary = N_ ("One page of HTML, both texts facing, for browsers and "
                     "paper"),
      .write = html_write,
      .heading = html_heading,
      .begin = html_begin,
      .end = html_end };
