/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields and forms of templates.  */
#include "export/template_fields.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "export/export_parts.h"
#include "export/html.h"
#include "export/json.h"

/* --- fields ------------------------------------------------------------- */

#define FIELD(name)                                                           \
  static void name (const struct export_note *note,                           \
                    const struct export_options *options, struct buf *out)

static void
add (struct buf *out, const char *text)
{
  buf_add_string (out, text ? text : "");
}

/* A field that is text of the note.  */
#define PLAIN(name, member)                                                   \
  FIELD (name)                                                                \
  {                                                                           \
    (void) options;                                                           \
    add (out, note->note->member);                                            \
  }

PLAIN (put_title, citation.title[ORIGINAL])
PLAIN (put_translated_title, citation.title[TRANSLATION])
PLAIN (put_author, citation.author[ORIGINAL])
PLAIN (put_translated_author, citation.author[TRANSLATION])
PLAIN (put_date, citation.date)
PLAIN (put_page, citation.page)
PLAIN (put_column, citation.column)
PLAIN (put_collection, citation.collection)
PLAIN (put_path, citation.path)
PLAIN (put_quotation, anchor.exact)
PLAIN (put_original, sentence[ORIGINAL])
PLAIN (put_translation, sentence[TRANSLATION])
PLAIN (put_text, text)
PLAIN (put_created, created)
PLAIN (put_modified, modified)
PLAIN (put_uuid, uuid)

FIELD (put_titles)
{
  (void) options;
  export_titles (&note->note->citation, out);
}

FIELD (put_source)
{
  (void) options;
  export_source (&note->note->citation, out);
}

FIELD (put_side)
{
  (void) options;
  add (out, note->note->anchor.side == ORIGINAL ? "o" : "t");
}

FIELD (put_start)
{
  (void) options;
  buf_add_format (out, "%zu", note->place.start);
}

FIELD (put_end)
{
  (void) options;
  buf_add_format (out, "%zu", note->place.end);
}

FIELD (put_state)
{
  (void) options;
  add (out, export_state_name (note));
}

FIELD (put_tags)
{
  char *tags = note_tags (note->note->text, ", ");
  (void) options;
  add (out, tags);
  free (tags);
}

FIELD (put_citation)
{
  citation_write (&note->note->citation, options->citation, out, NULL);
}

FIELD (put_key)
{
  (void) options;
  citation_key (&note->note->citation, note->note->document, out);
}

const struct template_field template_fields[] = {
  { "title", N_ ("the title of the original"), put_title },
  { "translated-title", N_ ("the title of the translation"),
    put_translated_title },
  { "titles", N_ ("both titles, or the path where there is none"),
    put_titles },
  { "author", N_ ("the author, as the original has it"), put_author },
  { "translated-author", N_ ("the author, as the translation has it"),
    put_translated_author },
  { "date", N_ ("the date of the document"), put_date },
  { "page", N_ ("its page"), put_page },
  { "column", N_ ("its column"), put_column },
  { "collection", N_ ("the name of the folder that it was added with"),
    put_collection },
  { "path", N_ ("its path in that folder"), put_path },
  { "source", N_ ("collection and path"), put_source },
  { "citation", N_ ("a citation, as --citation says"), put_citation },
  { "key", N_ ("the key of the document in BibTeX and CSL-JSON"), put_key },
  { "original", N_ ("the sentences of the original"), put_original },
  { "translation", N_ ("the facing sentences of the translation"),
    put_translation },
  { "quotation", N_ ("what the note is on"), put_quotation },
  { "side", N_ ("o or t: whether that is of the original or the translation"),
    put_side },
  { "start", N_ ("where it starts, in code points of its text"), put_start },
  { "end", N_ ("where it ends"), put_end },
  { "state", N_ ("placed, moved, detached or unknown"), put_state },
  { "text", N_ ("the note"), put_text },
  { "tags", N_ ("its tags, parted by commas"), put_tags },
  { "created", N_ ("when it was written"), put_created },
  { "modified", N_ ("when it was changed last"), put_modified },
  { "uuid", N_ ("its name, the same in all notebooks"), put_uuid },
  { NULL, NULL, NULL }
};

/* --- forms -------------------------------------------------------------- */

/* Adds each line of TEXT with MARK before it.  */
static void
add_lines (const char *text, const char *mark, struct buf *out)
{
  while (*text)
    {
      size_t len = strcspn (text, "\n");
      buf_add_string (out, mark);
      buf_add (out, text, len);
      text += len;
      if (*text)
        buf_add_byte (out, *text++);
    }
}

static void
form_indent (const char *text, struct buf *out)
{
  add_lines (text, "    ", out);
}

static void
form_quote (const char *text, struct buf *out)
{
  add_lines (text, "> ", out);
}

static void
form_tsv (const char *text, struct buf *out)
{
  export_field (text, strlen (text), out);
}

static void
form_json (const char *text, struct buf *out)
{
  struct json json = { out, false };
  json_text (&json, text);
}

const struct template_form template_forms[] = {
  { "line", N_ ("in one line"), export_line },
  { "indent", N_ ("four spaces before each line"), form_indent },
  { "quote", N_ ("\"> \" before each line"), form_quote },
  { "markdown", N_ ("in one line, for Markdown"), markdown_words },
  { "org", N_ ("in one line, for Org"), org_words },
  { "html", N_ ("for HTML"), html_escape },
  { "tex", N_ ("in one line, for TeX"), tex_words },
  { "tsv", N_ ("a field of a record"), form_tsv },
  { "json", N_ ("a string of JSON, its quotation marks included"), form_json },
  { NULL, NULL, NULL }
};
