/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exporter to BibTeX, and to biblatex by its fields `date', `journaltitle'
   and `titleaddon': a record of each document cited.  */
#include <string.h>

#include "base/intl.h"
#include "export/cited.h"
#include "export/export_parts.h"

/* What stands for C, which TeX would take for a command; NULL: C itself.
   BibTeX counts braces even behind a backslash, so those become commands
   without any.  */
static const char *
command (char c)
{
  static const struct
  {
    char c;
    const char *command;
  } rows[] = { { '\\', "\\textbackslash " }, { '{', "\\textbraceleft " },
               { '}', "\\textbraceright " }, { '$', "\\$" },
               { '&', "\\&" },               { '%', "\\%" },
               { '#', "\\#" },               { '_', "\\_" },
               { '~', "\\textasciitilde " }, { '^', "\\textasciicircum " } };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (rows[i].c == c)
      return rows[i].command;
  return NULL;
}

/* Adds LINE as words of TeX.  */
static void
add_escaped (const char *line, struct buf *out)
{
  for (; *line; line++)
    {
      const char *words = command (*line);
      if (words)
        buf_add_string (out, words);
      else
        buf_add_byte (out, *line);
    }
}

void
tex_words (const char *text, struct buf *out)
{
  struct buf line = BUF_INIT;
  export_line (text, &line);
  add_escaped (buf_string (&line), out);
  buf_free (&line);
}

/* Adds the field NAME with TEXT in one line between braces; a second pair
   where WHOLE, so that nothing in it is taken apart or put in lower case.  */
static void
add_field (struct buf *out, const char *name, const char *text, bool whole)
{
  struct buf line = BUF_INIT;
  export_line (text, &line);
  if (line.len > 0)
    {
      buf_add_format (out, ",\n  %s = {%s", name, whole ? "{" : "");
      add_escaped (line.data, out);
      buf_add_string (out, whole ? "}}" : "}");
    }
  buf_free (&line);
}

static void
add_made (struct buf *out, const char *name, const struct citation *citation,
          void (*make) (const struct citation *, struct buf *), bool whole)
{
  char *text = export_made (citation, make);
  add_field (out, name, text, whole);
  free (text);
}

static void
add_date (struct buf *out, const char *date)
{
  static const char *const months[]
    = { "jan", "feb", "mar", "apr", "may", "jun",
        "jul", "aug", "sep", "oct", "nov", "dec" };
  unsigned year, month, day;
  if (!citation_date (date, &year, &month, &day))
    {
      add_field (out, "year", date, false);
      return;
    }
  add_field (out, "date", date, false);
  buf_add_format (out, ",\n  year = {%04u}", year);
  if (month > 0)
    buf_add_format (out, ",\n  month = %s", months[month - 1]);
}

/* The titles: that of the translation in brackets behind the other.  */
static void
add_titles (struct buf *out, const struct citation *c)
{
  const char *first = c->title[ORIGINAL], *second = c->title[TRANSLATION];
  add_field (out, "title",
             export_has (first)    ? first
             : export_has (second) ? second
                                   : c->path,
             true);
  if (!export_has (first) || !export_has (second))
    return;
  struct buf added = BUF_INIT;
  buf_add_byte (&added, '[');
  export_line (second, &added);
  buf_add_byte (&added, ']');
  add_field (out, "titleaddon", added.data, false);
  buf_free (&added);
}

static void
add_record (struct buf *out, const struct cited *cited)
{
  const struct citation *c = &cited->note->citation;
  buf_add_format (out, "@%s{%s", export_has (c->date) ? "article" : "misc",
                  cited->key);
  add_made (out, "author", c, citation_authors, true);
  add_titles (out, c);
  add_made (out, "journal", c, citation_container, false);
  add_made (out, "journaltitle", c, citation_container, false);
  add_date (out, c->date);
  add_field (out, "pages", c->page, false);
  add_made (out, "note", c, export_source, false);
  buf_add_string (out, "\n}\n");
}

static void
bibtex_write (const struct export_note *notes, size_t count,
              const struct export_options *options, struct buf *out)
{
  struct cited_documents cited = cited_of (notes, count);
  (void) options;
  for (size_t i = 0; i < cited.len; i++)
    {
      buf_add_string (out, i > 0 ? "\n" : "");
      add_record (out, &cited.items[i]);
    }
  cited_free (&cited);
}

const struct exporter export_bibtex
  = { .name = "bibtex",
      .extension = ".bib",
      .summary = N_ ("BibTeX, a record of each document cited"),
      .write = bibtex_write };
