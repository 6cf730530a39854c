/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Citations of documents, in the style of the notes of the Chicago Manual of
   Style: the title of the translation stands in square brackets.  */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "export/export_parts.h"

/* Collections whose newspaper is known by their name.  */
static const struct
{
  const char *collection;
  const char *newspaper;
} newspapers[] = { { "rmrb", "Renmin ribao 人民日报 (People's Daily)" } };

/* Adds a comma and a space where something stands before.  */
static void
add_comma (struct buf *out, size_t start)
{
  if (out->len > start)
    buf_add_string (out, ", ");
}

/* Whether the text in OUT ends in a mark after which no comma is put.  */
static bool
ends_sentence (const struct buf *out)
{
  if (out->len == 0)
    return false;
  size_t at = out->len;
  unsigned last = utf8_prev (out->data, &at);
  return last == '?' || last == '!' || last == 0xFF1F || last == 0xFF01;
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
add_titles (const struct citation *c, bool more, struct buf *out)
{
  const char *first = c->title[ORIGINAL], *second = c->title[TRANSLATION];
  bool both = export_has (first) && export_has (second);
  buf_add_string (out, "“");
  add_title (export_has (first) ? first : second, out);
  if (both)
    {
      buf_add_string (out, "” [");
      export_line (second, out);
      buf_add_string (out, more ? "], " : "]");
      return;
    }
  buf_add_string (out, !more ? "”" : ends_sentence (out) ? "” " : ",” ");
}

/* The name of what CITATION's document appeared in; NULL where nothing is
   known.  */
static const char *
container_of (const struct citation *c)
{
  for (size_t i = 0; i < sizeof newspapers / sizeof *newspapers; i++)
    if (c->collection && strcasecmp (c->collection, newspapers[i].collection)
                           == 0)
      return newspapers[i].newspaper;
  return export_has (c->collection) ? c->collection : NULL;
}

/* Adds DATE as October 24, 1958 where it is a whole date of ISO 8601, else as
   it stands.  */
static void
add_date (const char *date, struct buf *out)
{
  static const char *const months[]
    = { "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December" };
  unsigned year, month, day;
  int len = 0;
  if (sscanf (date, "%4u-%2u-%2u%n", &year, &month, &day, &len) == 3
      && len == 10 && date[10] == '\0' && month >= 1 && month <= 12)
    buf_add_format (out, "%s %u, %u", months[month - 1], day, year);
  else
    export_line (date, out);
}

/* Adds the authors: both forms of the name, the Latin one first.  */
static void
add_authors (const struct citation *c, struct buf *out)
{
  const char *first = c->author[TRANSLATION], *second = c->author[ORIGINAL];
  export_line (first, out);
  if (export_has (first) && export_has (second) && strcmp (first, second) != 0)
    buf_add_byte (out, ' ');
  if (export_has (second) && (!first || strcmp (first, second) != 0))
    export_line (second, out);
}

void
export_citation (const struct citation *citation, struct buf *out)
{
  size_t start = out->len;
  const char *container = container_of (citation);
  bool titled = export_has (citation->title[ORIGINAL])
                || export_has (citation->title[TRANSLATION]);
  bool dated = export_has (citation->date), paged = export_has (citation->page);
  add_authors (citation, out);
  if (titled)
    {
      add_comma (out, start);
      add_titles (citation, container || dated || paged, out);
    }
  size_t rest = titled ? out->len : start;
  if (container)
    {
      add_comma (out, rest);
      export_line (container, out);
    }
  if (dated)
    {
      add_comma (out, rest);
      add_date (citation->date, out);
    }
  if (paged)
    {
      add_comma (out, rest);
      buf_add_string (out, "p. ");
      export_line (citation->page, out);
    }
  if (out->len == start)
    export_line (citation->path, out);
  if (out->len > start)
    buf_add_byte (out, '.');
}
