/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exporter to CSL-JSON (https://docs.citationstyles.org, CSL 1.0.2): a record
   of each document cited, for Zotero, pandoc and their like.  */
#include <string.h>

#include "base/intl.h"
#include "export/cited.h"
#include "export/export_parts.h"
#include "export/json.h"

/* Writes the member KEY with TEXT in one line; nothing where it is empty.  */
static void
add_line (struct json *json, const char *key, const char *text)
{
  struct buf line = BUF_INIT;
  export_line (text, &line);
  if (line.len > 0)
    json_member (json, key, line.data);
  buf_free (&line);
}

static void
add_made (struct json *json, const char *key, const struct citation *citation,
          void (*make) (const struct citation *, struct buf *))
{
  char *text = export_made (citation, make);
  add_line (json, key, text);
  free (text);
}

/* The author as one name, whole as it stands: nobody takes it apart.  */
static void
add_author (struct json *json, const struct citation *c)
{
  if (!export_has (c->author[ORIGINAL]) && !export_has (c->author[TRANSLATION]))
    return;
  json_key (json, "author");
  json_open (json, '[');
  json_open (json, '{');
  add_made (json, "literal", c, citation_authors);
  json_close (json, '}');
  json_close (json, ']');
}

static void
add_issued (struct json *json, const char *date)
{
  unsigned part[3];
  if (!export_has (date))
    return;
  json_key (json, "issued");
  json_open (json, '{');
  if (citation_date (date, &part[0], &part[1], &part[2]))
    {
      json_key (json, "date-parts");
      json_open (json, '[');
      json_open (json, '[');
      for (size_t i = 0; i < 3 && (i == 0 || part[i] > 0); i++)
        json_number (json, part[i]);
      json_close (json, ']');
      json_close (json, ']');
    }
  else
    add_line (json, "literal", date);
  json_close (json, '}');
}

/* The title of the original, that of the translation in brackets in `note', for
   CSL has no place for it.  */
static void
add_titles (struct json *json, const struct citation *c)
{
  const char *first = c->title[ORIGINAL], *second = c->title[TRANSLATION];
  add_line (json, "title",
            export_has (first)    ? first
            : export_has (second) ? second
                                  : c->path);
  if (!export_has (first) || !export_has (second))
    return;
  struct buf note = BUF_INIT;
  buf_add_byte (&note, '[');
  export_line (second, &note);
  buf_add_byte (&note, ']');
  json_member (json, "note", note.data);
  buf_free (&note);
}

static void
csl_write (const struct export_note *notes, size_t count,
           const struct export_options *options, struct buf *out)
{
  struct cited_documents cited = cited_of (notes, count);
  (void) options;
  buf_add_string (out, "[\n");
  for (size_t i = 0; i < cited.len; i++)
    {
      const struct citation *c = &cited.items[i].note->citation;
      struct json json = { out, false };
      json_open (&json, '{');
      json_member (&json, "id", cited.items[i].key);
      json_member (&json, "type",
                   export_has (c->date) ? "article-newspaper" : "document");
      add_author (&json, c);
      add_titles (&json, c);
      add_made (&json, "container-title", c, citation_container);
      add_issued (&json, c->date);
      add_line (&json, "page", c->page);
      add_made (&json, "archive_location", c, export_source);
      json_close (&json, '}');
      buf_add_string (out, i + 1 < cited.len ? ",\n" : "\n");
    }
  buf_add_string (out, "]\n");
  cited_free (&cited);
}

const struct exporter export_csl
  = { .name = "csl-json",
      .extension = ".json",
      .summary = N_ ("CSL-JSON, a record of each document cited"),
      .write = csl_write };
