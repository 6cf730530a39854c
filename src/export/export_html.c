/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exporter to one page of HTML, for those without a terminal: both sentences
   facing each other, the note below; no script, no other file, to be read on a
   telephone, in the dark and on paper.  */
#include <string.h>

#include "base/intl.h"
#include "export/export_parts.h"
#include "export/html.h"

static const char style[]
  = ":root{color-scheme:light dark;--ink:#222;--paper:#fdfcf9;--soft:#666;"
    "--line:#d8d4c8;--note:#f5f0e1}\n"
    "@media (prefers-color-scheme:dark){:root{--ink:#ddd;--paper:#161616;"
    "--soft:#999;--line:#444;--note:#26231a}}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0 auto;max-width:64rem;padding:1rem;color:var(--ink);"
    "background:var(--paper);font:1rem/1.6 Georgia,\"Noto Serif CJK SC\","
    "\"Songti SC\",SimSun,serif;overflow-wrap:anywhere}\n"
    "h1{font-size:1.4rem}\n"
    "h2{font-size:1.2rem;border-bottom:2px solid var(--line);"
    "margin:2.5rem 0 1rem}\n"
    "article{margin:0 0 2rem;padding-top:1rem;"
    "border-top:1px solid var(--line)}\n"
    "h3{font-size:1.05rem;margin:0}\n"
    "h3 span{display:block}\n"
    ".about,footer{color:var(--soft);font-size:.85rem;margin:.2rem 0}\n"
    ".state{font-weight:bold}\n"
    ".facing{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem;"
    "margin:.8rem 0}\n"
    ".facing>*{margin:0}\n"
    ".note{white-space:pre-wrap;background:var(--note);"
    "border-left:4px solid var(--line);padding:.6rem .9rem;margin:.8rem 0}\n"
    "@media (max-width:40rem){.facing{grid-template-columns:1fr;gap:.6rem}}\n"
    "@media print{body{max-width:none;background:none;color:#000}"
    ".note{background:none}article{break-inside:avoid}}\n";

/* Adds an element NAME of CLASS (NULL: none) with TEXT in one line; nothing
   where it is empty.  Its direction is its own: what turns the writing around
   ends with it.  */
static void
add_element (struct buf *out, const char *name, const char *class,
             const char *lang, const char *text)
{
  struct buf line = BUF_INIT;
  export_line (text, &line);
  if (line.len > 0)
    {
      buf_add_format (out, "<%s", name);
      if (class)
        buf_add_format (out, " class=\"%s\"", class);
      if (lang)
        buf_add_format (out, " lang=\"%s\"", lang);
      buf_add_string (out, " dir=\"auto\">");
      html_escape (line.data, out);
      buf_add_format (out, "</%s>\n", name);
    }
  buf_free (&line);
}

/* Adds "LABEL VALUE" as a line of facts.  Frees VALUE.  */
static void
add_fact (const struct export_options *options, const char *label,
          struct buf *value, struct buf *out)
{
  if (value->len > 0)
    {
      html_escape (export_word (options, label), out);
      buf_add_string (out, " <bdi>");
      html_escape (value->data, out);
      buf_add_string (out, "</bdi><br>\n");
    }
  buf_free (value);
}

static void
add_line (const struct export_options *options, const char *label,
          const char *text, struct buf *out)
{
  struct buf line = BUF_INIT;
  export_line (text, &line);
  add_fact (options, label, &line, out);
}

/* The languages of the two sides, for fonts and reading aloud: the program
   is for Chinese with English.  */
static const char *const languages[SIDES] = { "zh", "en" };

static void
add_titles (const struct citation *c, struct buf *out)
{
  buf_add_string (out, "<h3>\n");
  bool any = export_has (c->title[ORIGINAL])
             || export_has (c->title[TRANSLATION]);
  for (enum side s = 0; s < SIDES; s++)
    add_element (out, "span", NULL, languages[s], c->title[s]);
  if (!any)
    add_element (out, "span", NULL, NULL, c->path);
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
  add_fact (options, N_ ("Author:"), &value, out);
  add_line (options, N_ ("Date:"), c->date, out);
  add_line (options, N_ ("Page:"), c->page, out);
  export_source (c, &value);
  add_fact (options, N_ ("Source:"), &value, out);
  buf_add_string (out, "</p>\n");
  if (state)
    add_element (out, "p", "about state", NULL, export_word (options, state));
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
          add_element (out, "blockquote", NULL, languages[s], n->sentence[s]);
        else
          add_element (out, "p", "about", NULL, nothing);
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
add_text (const char *text, struct buf *out)
{
  struct range line, body = export_body (text);
  bool first = true;
  buf_add_string (out, "<div class=\"note\" dir=\"auto\">");
  while (export_next_line (text, &body, &line))
    {
      struct buf words = BUF_INIT;
      buf_add (&words, text + line.start, range_len (line));
      buf_add_string (out, first ? "" : "\n");
      html_escape (buf_string (&words), out);
      buf_free (&words);
      first = false;
    }
  buf_add_string (out, "</div>\n");
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
  add_line (options, N_ ("Tags:"), tags, out);
  add_line (options, N_ ("Written:"), note->created, out);
  if (strcmp (note->created, note->modified) != 0)
    add_line (options, N_ ("Changed:"), note->modified, out);
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
      add_text (notes[i].note->text, out);
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
  add_element (out, "h2", NULL, NULL, title);
}

static void
html_begin (size_t count, const struct export_options *options,
            struct buf *out)
{
  const char *title = export_word (options, N_ ("Notes"));
  (void) count;
  buf_add_string (
    out, "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width,"
         "initial-scale=1\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\""
         "default-src 'none'; style-src 'unsafe-inline'\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
  html_escape (title, out);
  buf_add_format (out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<h1>",
                  style);
  html_escape (title, out);
  buf_add_string (out, "</h1>\n");
}

static void
html_end (const struct export_options *options, struct buf *out)
{
  (void) options;
  buf_add_string (out, "</body>\n</html>\n");
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
