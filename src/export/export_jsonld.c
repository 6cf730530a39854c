/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exporter to JSON-LD after the W3C Web Annotation Data Model
   (https://www.w3.org/TR/annotation-model/): a collection with one page of
   annotations, one annotation a line.  Positions are Unicode code points from 0
   in the whole text of the side, the end excluded (4.2.5).

   What the model has no words for stands under keys that begin with "enface:",
   which are IRIs themselves: byte offsets and fingerprint of the text that the
   note was written on, the sentences, and what is known of the document.  With
   them an import gives back the very same note.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/utf8.h"
#include "export/export_parts.h"
#include "export/json.h"

/* A name of our own for what has none on the web.  */
#define NAMES "urn:x-enface:"

static const char context[] = "http://www.w3.org/ns/anno.jsonld";

static const char *const side_names[SIDES] = { "original", "translation" };

/* Writes the member KEY with the IRI of the text of ANCHOR's side.  */
static void
add_source (struct json *json, const char *key, const struct note *note)
{
  struct buf iri = BUF_INIT;
  buf_add_format (&iri, NAMES "%s:%s", note->document,
                  side_names[note->anchor.side]);
  json_member (json, key, iri.data);
  buf_free (&iri);
}

static void
add_quote_selector (struct json *json, const struct anchor *anchor)
{
  json_open (json, '{');
  json_member (json, "type", "TextQuoteSelector");
  json_member (json, "exact", anchor->exact);
  json_member (json, "prefix", anchor->prefix);
  json_member (json, "suffix", anchor->suffix);
  json_close (json, '}');
}

static void
add_position_selector (struct json *json, const struct anchor *anchor)
{
  size_t len = anchor->exact ? strlen (anchor->exact) : 0;
  json_open (json, '{');
  json_member (json, "type", "TextPositionSelector");
  json_count (json, "start", anchor->position);
  json_count (json, "end",
              anchor->position + (len ? utf8_count (anchor->exact, len) : 0));
  json_close (json, '}');
}

/* The target: the text of a side, or a place in it.  */
static void
add_target (struct json *json, const struct note *note,
            const struct anchor *anchor)
{
  json_key (json, "target");
  json_open (json, '{');
  if (!anchor->exact || !*anchor->exact)
    add_source (json, "id", note);
  else
    {
      add_source (json, "source", note);
      json_key (json, "selector");
      json_open (json, '[');
      add_quote_selector (json, anchor);
      add_position_selector (json, anchor);
      json_close (json, ']');
    }
  json_close (json, '}');
}

static void
add_body (struct json *json, const char *value, const char *purpose)
{
  json_open (json, '{');
  json_member (json, "type", "TextualBody");
  json_member (json, "value", value);
  json_member (json, "format", "text/plain");
  json_member (json, "purpose", purpose);
  json_close (json, '}');
}

/* The text of the note, and its tags as bodies of their own.  */
static void
add_bodies (struct json *json, const char *text)
{
  char *tags = note_tags (text, "\n");
  json_key (json, "body");
  json_open (json, '[');
  add_body (json, text, "commenting");
  for (char *tag = tags; *tag;)
    {
      size_t len = strcspn (tag, "\n");
      char *next = tag + len + (tag[len] == '\n');
      tag[len] = '\0';
      add_body (json, tag, "tagging");
      tag = next;
    }
  json_close (json, ']');
  free (tags);
}

static void
add_print (struct json *json, unsigned long long print)
{
  char digits[17];
  snprintf (digits, sizeof digits, "%016llx", print);
  json_member (json, "enface:fingerprint", digits);
}

static void
add_letter (struct json *json, char letter)
{
  if (letter)
    json_member (json, "enface:highlight", (char[]) { letter, '\0' });
}

/* What an anchor is beside quotation and position.  */
static void
add_anchor (struct json *json, const struct anchor *anchor)
{
  json_member (json, "enface:kind", anchor_kind_name (anchor->kind));
  json_member (json, "enface:side", side_names[anchor->side]);
  if (anchor->subject && *anchor->subject)
    json_member (json, "enface:subject", anchor->subject);
  json_count (json, "enface:start", anchor->range.start);
  json_count (json, "enface:end", anchor->range.end);
  json_count (json, "enface:position", anchor->position);
  add_print (json, anchor->fingerprint);
}

/* The original that a note on the translation faces.  */
static void
add_facing (struct json *json, const struct anchor *facing)
{
  if (!facing->exact || !*facing->exact)
    return;
  json_key (json, "enface:facing");
  json_open (json, '{');
  json_member (json, "enface:exact", facing->exact);
  json_member (json, "enface:prefix", facing->prefix);
  json_member (json, "enface:suffix", facing->suffix);
  json_count (json, "enface:start", facing->range.start);
  json_count (json, "enface:end", facing->range.end);
  add_print (json, facing->fingerprint);
  json_close (json, '}');
}

static void
add_document (struct json *json, const struct note *note)
{
  const struct citation *c = &note->citation;
  json_member (json, "enface:document", note->document);
  json_member (json, "enface:original", note->sentence[ORIGINAL]);
  json_member (json, "enface:translation", note->sentence[TRANSLATION]);
  json_optional (json, "enface:collection", c->collection);
  json_optional (json, "enface:path", c->path);
  json_optional (json, "enface:date", c->date);
  json_optional (json, "enface:page", c->page);
  json_optional (json, "enface:column", c->column);
  json_optional (json, "enface:title", c->title[ORIGINAL]);
  json_optional (json, "enface:translatedTitle", c->title[TRANSLATION]);
  json_optional (json, "enface:author", c->author[ORIGINAL]);
  json_optional (json, "enface:translatedAuthor", c->author[TRANSLATION]);
}

/* What the note said before: by it two notebooks know which of two versions goes
   on from the other.  */
static void
add_versions (struct json *json, const struct export_note *note)
{
  if (note->version_count == 0)
    return;
  json_key (json, "enface:history");
  json_open (json, '[');
  for (size_t i = 0; i < note->version_count; i++)
    {
      json_open (json, '{');
      json_member (json, "enface:modified", note->versions[i].modified);
      json_member (json, "enface:text", note->versions[i].text);
      add_letter (json, note->versions[i].highlight);
      json_close (json, '}');
    }
  json_close (json, ']');
}

/* What was written: nothing of it is a body any more where it was deleted.  */
static void
add_written (struct json *json, const struct note *note)
{
  if (*note->deleted)
    {
      json_member (json, "enface:deleted", note->deleted);
      json_member (json, "enface:text", note->text);
    }
  else if (note->text && *note->text)
    add_bodies (json, note->text);
  add_letter (json, note->highlight);
}

/* Writes the member KEY with the IRI of the note UUID; nothing where that is
   empty.  */
static void
add_name (struct json *json, const char *key, const char *uuid)
{
  struct buf iri = BUF_INIT;
  buf_add_format (&iri, "urn:uuid:%s", uuid);
  if (*uuid)
    json_member (json, key, iri.data);
  buf_free (&iri);
}

static void
add_annotation (struct json *json, const struct export_note *note)
{
  const struct note *n = note->note;
  const struct anchor *anchor = note->anchor ? note->anchor : &n->anchor;
  bool comment = n->text && *n->text;
  json_open (json, '{');
  json_member (json, "@context", context);
  add_name (json, "id", n->uuid);
  json_member (json, "type", "Annotation");
  json_member (json, "motivation", comment ? "commenting" : "highlighting");
  json_member (json, "created", n->created);
  json_member (json, "modified", n->modified);
  add_written (json, n);
  add_target (json, n, anchor);
  add_anchor (json, anchor);
  add_facing (json, &n->facing);
  add_name (json, "enface:versionOf", n->version_of);
  add_document (json, n);
  add_versions (json, note);
  json_close (json, '}');
}

static void
jsonld_begin (size_t count, const struct export_options *options,
              struct buf *out)
{
  struct buf iri = BUF_INIT;
  struct json json = { out, false };
  buf_add_format (&iri, NAMES "notes%s%s", options->name ? ":" : "",
                  options->name ? options->name : "");
  json_open (&json, '{');
  json_member (&json, "@context", context);
  json_member (&json, "id", iri.data);
  json_member (&json, "type", "AnnotationCollection");
  json_member (&json, "label", "enface");
  json_count (&json, "total", count);
  json_key (&json, "first");
  json_open (&json, '{');
  buf_add_string (&iri, ":page");
  json_member (&json, "id", iri.data);
  json_member (&json, "type", "AnnotationPage");
  json_count (&json, "startIndex", 0);
  json_key (&json, "items");
  json_open (&json, '[');
  buf_add_byte (out, '\n');
  buf_free (&iri);
}

static void
jsonld_write (const struct export_note *notes, size_t count,
              const struct export_options *options, struct buf *out)
{
  (void) options;
  for (size_t i = 0; i < count; i++)
    {
      struct json json = { out, false };
      add_annotation (&json, &notes[i]);
      buf_add_string (out, i + 1 < count ? ",\n" : "\n");
    }
}

static void
jsonld_end (const struct export_options *options, struct buf *out)
{
  (void) options;
  buf_add_string (out, "]}}\n");
}

const struct exporter export_jsonld
  = { .name = "jsonld",
      .extension = ".jsonld",
      .summary = N_ ("Web annotations (JSON-LD), which \"enface import\" "
                     "reads back"),
      .versions = true,
      .write = jsonld_write,
      .begin = jsonld_begin,
      .end = jsonld_end };
