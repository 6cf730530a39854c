/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Citations of documents after The Chicago Manual of Style, 17th edition, notes
   and bibliography.  */
#include "export/citation.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "export/export_parts.h"

/* Collections whose newspaper is known by their name: its name in Latin letters,
   in characters, and in English.  */
static const struct
{
  const char *collection;
  const char *latin;
  const char *rest;
} newspapers[]
  = { { "rmrb", "Renmin ribao", " 人民日报 [People's Daily]" } };

static const char *const forms[CITATION_FORMS + 1]
  = { "note", "bibliography", NULL };

const char *
citation_form_name (size_t form)
{
  return forms[form];
}

/* A citation being made.  */
struct line
{
  const struct citation *citation;
  enum citation_form form;
  struct buf *out;
  size_t start;        /* of the citation in `out` */
  struct range italic;
};

/* Whether the text in OUT ends in a mark after which no other is put.  */
static bool
ends_sentence (const struct buf *out)
{
  if (out->len == 0)
    return false;
  size_t at = out->len;
  unsigned last = utf8_prev (out->data, &at);
  return last == '?' || last == '!' || last == 0xFF1F || last == 0xFF01;
}

/* Parts what comes from what stands before.  MARK is a comma or a full stop.  */
static void
part (struct line *line, char mark)
{
  struct buf *out = line->out;
  if (out->len == line->start)
    return;
  char last = out->data[out->len - 1];
  static const char closed[] = ",”", stopped[] = ".”", quote[] = "”";
  size_t len = strlen (closed);
  bool done = last == '.' && mark == '.';
  if (out->len - line->start > len)
    {
      const char *end = out->data + out->len - len;
      done = done || memcmp (end, closed, len) == 0
             || memcmp (end, stopped, len) == 0;
    }
  size_t inner = out->len - strlen (quote);
  if (!done && out->len - line->start > strlen (quote)
      && memcmp (out->data + inner, quote, strlen (quote)) == 0)
    {
      struct buf words = { out->data, inner, 0 };
      done = ends_sentence (&words);
    }
  if (!done)
    buf_add_byte (out, mark);
  buf_add_byte (out, ' ');
}

/* The mark between the main parts.  */
static char
mark_of (const struct line *line)
{
  return line->form == CITATION_NOTE ? ',' : '.';
}

/* Adds TITLE in one line, quotation marks in it made single ones.  */
static void
add_title (const char *title, struct buf *out)
{
  struct buf line = BUF_INIT;
  export_line (title, &line);
  for (size_t at = 0; at < line.len;)
    {
      unsigned cp = utf8_next (line.data, line.len, &at);
      buf_add_cp (out, cp == 0x201C ? 0x2018 : cp == 0x201D ? 0x2019 : cp);
    }
  buf_free (&line);
}

/* Adds the title in quotation marks, that of the translation in brackets behind
   it; MORE tells whether something follows.  */
static void
add_titles (struct line *line, bool more)
{
  const char *const *title = (const char *const *) line->citation->title;
  bool both = export_has (title[ORIGINAL]) && export_has (title[TRANSLATION]);
  const char *first
    = title[export_has (title[ORIGINAL]) ? ORIGINAL : TRANSLATION];
  struct buf *out = line->out;
  if (!export_has (first))
    return;
  part (line, mark_of (line));
  buf_add_string (out, "“");
  add_title (first, out);
  if (!both && !ends_sentence (out))
    buf_add_byte (out, more ? mark_of (line) : '.');
  buf_add_string (out, "”");
  if (both)
    {
      buf_add_string (out, " [");
      export_line (title[TRANSLATION], out);
      buf_add_byte (out, ']');
    }
}

/* The newspaper of CITATION; the number of newspapers where it is in none.  */
static size_t
newspaper_of (const struct citation *c)
{
  size_t i = 0, count = sizeof newspapers / sizeof *newspapers;
  while (i < count
         && (!c->collection
             || strcasecmp (c->collection, newspapers[i].collection) != 0))
    i++;
  return i;
}

/* Adds the container; *LATIN (may be NULL) is its name in Latin letters.  */
static void
add_container (const struct citation *c, struct buf *out, struct range *latin)
{
  size_t which = newspaper_of (c), start = out->len;
  bool known = which < sizeof newspapers / sizeof *newspapers;
  if (known)
    buf_add_string (out, newspapers[which].latin);
  else
    export_line (c->collection, out);
  if (latin)
    *latin = (struct range) { start, out->len };
  if (known)
    buf_add_string (out, newspapers[which].rest);
}

void
citation_container (const struct citation *citation, struct buf *out)
{
  add_container (citation, out, NULL);
}

bool
citation_date (const char *date, unsigned *year, unsigned *month, unsigned *day)
{
  int len = 0;
  *year = *month = *day = 0;
  if (!date || sscanf (date, "%4u%n", year, &len) != 1 || len != 4)
    return false;
  if (date[4] == '\0')
    return true;
  if (sscanf (date + 4, "-%2u%n", month, &len) != 1 || len != 3 || *month < 1
      || *month > 12)
    return false;
  if (date[7] == '\0')
    return true;
  return sscanf (date + 7, "-%2u%n", day, &len) == 1 && len == 3
         && date[10] == '\0' && *day >= 1 && *day <= 31;
}

/* Adds DATE as October 24, 1958 where it is a date of ISO 8601, else as it
   stands.  */
static void
add_date (const char *date, struct buf *out)
{
  static const char *const months[]
    = { "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December" };
  unsigned year, month, day;
  if (!citation_date (date, &year, &month, &day) || month == 0)
    export_line (date, out);
  else if (day == 0)
    buf_add_format (out, "%s %u", months[month - 1], year);
  else
    buf_add_format (out, "%s %u, %u", months[month - 1], day, year);
}

void
citation_authors (const struct citation *c, struct buf *out)
{
  const char *first = c->author[TRANSLATION], *second = c->author[ORIGINAL];
  export_line (first, out);
  if (export_has (first) && export_has (second) && strcmp (first, second) != 0)
    buf_add_byte (out, ' ');
  if (export_has (second)
      && (!export_has (first) || strcmp (first, second) != 0))
    export_line (second, out);
}

static void
add_named_container (struct line *line, char mark)
{
  if (newspaper_of (line->citation) == sizeof newspapers / sizeof *newspapers
      && !export_has (line->citation->collection))
    return;
  part (line, mark);
  add_container (line->citation, line->out, &line->italic);
}

/* Adds date and page.  MARK parts them from what stands before.  */
static void
add_place (struct line *line, char mark)
{
  const struct citation *c = line->citation;
  if (export_has (c->date))
    {
      part (line, mark);
      add_date (c->date, line->out);
    }
  if (export_has (c->page))
    {
      part (line, export_has (c->date) ? ',' : mark);
      buf_add_string (line->out, "p. ");
      export_line (c->page, line->out);
    }
}

void
citation_write (const struct citation *citation, enum citation_form form,
                struct buf *out, struct range *italic)
{
  struct line line = { citation, form, out, out->len, { out->len, out->len } };
  bool signed_by = export_has (citation->author[ORIGINAL])
                   || export_has (citation->author[TRANSLATION]);
  bool inverted = form == CITATION_BIBLIOGRAPHY && !signed_by;
  bool rest = export_has (citation->date) || export_has (citation->page);
  citation_authors (citation, out);
  if (inverted)
    add_named_container (&line, '.');
  add_titles (&line, rest || (!inverted && export_has (citation->collection)));
  if (!inverted)
    add_named_container (&line, mark_of (&line));
  add_place (&line, inverted ? '.' : ',');
  if (out->len == line.start)
    export_line (citation->path, out);
  if (out->len > line.start)
    {
      part (&line, '.');
      out->data[--out->len] = '\0'; /* the space that PART put */
    }
  if (italic)
    *italic = line.italic;
}

void
export_citation (const struct citation *citation, struct buf *out)
{
  citation_write (citation, CITATION_NOTE, out, NULL);
}

/* --- keys ---------------------------------------------------------------- */

/* Adds the letters and digits of ASCII in TEXT, in lower case, hyphens between
   what they stand in.  */
static void
add_slug (const char *text, size_t start, struct buf *out)
{
  bool gap = out->len > start;
  for (; text && *text; text++)
    {
      char c = *text >= 'A' && *text <= 'Z' ? (char) (*text + 32) : *text;
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
        {
          if (gap && out->len > start)
            buf_add_byte (out, '-');
          buf_add_byte (out, c);
          gap = false;
        }
      else
        gap = true;
    }
}

void
citation_key (const struct citation *citation, const char *hash,
              struct buf *out)
{
  size_t start = out->len;
  struct buf source = BUF_INIT;
  export_source (citation, &source);
  if (source.len == 0)
    buf_add_string (&source, hash);
  add_slug (citation->collection, start, out);
  add_slug (citation->date, start, out);
  add_slug (citation->page, start, out);
  buf_add_format (out, "%s%08x", out->len > start ? "-" : "",
                  (unsigned) (anchor_print (source.data, source.len) >> 32));
  buf_free (&source);
}
