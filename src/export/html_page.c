/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pages of HTML have in common: no script, no other file, to be read on
   a telephone, in the dark and on paper.  */
#include "export/html_page.h"

#include <string.h>

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
    ".pair .facing{margin:0 0 .4rem}\n"
    ".pair p:only-child{grid-column:1/-1}\n"
    ".pair article{margin:0 0 1rem;padding:0;border:0}\n"
    ".end{margin-bottom:1.2rem}\n"
    ".note{white-space:pre-wrap;background:var(--note);"
    "border-left:4px solid var(--line);padding:.6rem .9rem;margin:.8rem 0}\n"
    "@media (max-width:40rem){.facing{grid-template-columns:1fr;gap:.6rem}}\n"
    "@media print{body{max-width:none;background:none;color:#000}"
    ".note{background:none}article{break-inside:avoid}}\n";

void
html_page_begin (const char *title, struct buf *out)
{
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

void
html_page_end (struct buf *out)
{
  buf_add_string (out, "</body>\n</html>\n");
}

const char *const html_languages[SIDES] = { "zh", "en" };

void
html_element (struct buf *out, const char *name, const char *class,
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

void
html_fact (const struct export_options *options, const char *label,
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

void
html_fact_line (const struct export_options *options, const char *label,
                const char *text, struct buf *out)
{
  struct buf line = BUF_INIT;
  export_line (text, &line);
  html_fact (options, label, &line, out);
}

void
html_note_text (const char *text, struct buf *out)
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
