/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An annotation as a note.  */
#include "import/annotation_note.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"
#include "base/space.h"
#include "text/fold.h"

/* As many bytes as the text of a note may have.  */
enum { TEXT_MOST = 16 << 20 };

/* More tags than anybody gives: beyond, they are not looked for in the text.  */
enum { TAGS_MOST = 200 };

static const char uuid_name[] = "urn:uuid:";

/* --- names and times ------------------------------------------------------ */

/* Reads a UUID, in lower case.  */
static bool
read_uuid (const char *text, char uuid[NOTE_UUID_SIZE])
{
  static const char form[] = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  if (strlen (text) != strlen (form))
    return false;
  for (size_t i = 0; form[i]; i++)
    {
      char c = text[i] >= 'A' && text[i] <= 'F' ? (char) (text[i] + 32)
                                                : text[i];
      bool digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
      if (form[i] == 'x' ? !digit : c != '-')
        return false;
      uuid[i] = c;
    }
  uuid[strlen (form)] = '\0';
  return true;
}

/* The UUID in the IRI ID; false where it is another name.  */
static bool
uuid_of_iri (const char *id, char uuid[NOTE_UUID_SIZE])
{
  size_t len = strlen (uuid_name);
  return id && strncmp (id, uuid_name, len) == 0 && read_uuid (id + len, uuid);
}

/* A UUID made of another name, the same each time (version 8 of RFC 9562).  */
static void
uuid_of_name (const char *name, char uuid[NOTE_UUID_SIZE])
{
  char hash[33];
  fold_identity (name, strlen (name), hash);
  snprintf (uuid, NOTE_UUID_SIZE, "%.8s-%.4s-8%.3s-a%.3s-%.12s", hash,
            hash + 8, hash + 13, hash + 17, hash + 20);
}

/* Seconds that the zone at TEXT, "Z", "+08:00", "+0800" or nothing, is before
   UTC; false where it is none.  */
static bool
read_zone (const char *text, long *seconds)
{
  unsigned hours, minutes;
  int len = 0;
  *seconds = 0;
  if (*text == '\0' || strcmp (text, "Z") == 0)
    return true;
  if (*text != '+' && *text != '-')
    return false;
  if ((sscanf (text + 1, "%2u:%2u%n", &hours, &minutes, &len) != 2
       && sscanf (text + 1, "%2u%2u%n", &hours, &minutes, &len) != 2)
      || text[1 + len] != '\0' || hours > 23 || minutes > 59)
    return false;
  *seconds = (long) (hours * 3600 + minutes * 60);
  if (*text == '-')
    *seconds = -*seconds;
  return true;
}

bool
annotation_time (const char *text, char utc[NOTE_TIME_SIZE])
{
  struct tm parts = { .tm_isdst = 0 };
  char form[64] = "";
  long zone;
  const char *end = text ? strptime (text, "%Y-%m-%dT%H:%M:%S", &parts) : NULL;
  if (!end)
    return false;
  if (*end == '.')
    end += 1 + strspn (end + 1, "0123456789");
  if (!read_zone (end, &zone))
    return false;
  time_t when = timegm (&parts) - zone;
  if (!gmtime_r (&when, &parts)
      || strftime (form, sizeof form, "%Y-%m-%dT%H:%M:%SZ", &parts)
           != NOTE_TIME_SIZE - 1)
    return false;
  memcpy (utc, form, NOTE_TIME_SIZE);
  return true;
}

/* The times: what is missing is as the other one, else the beginning of
   1970.  */
static void
read_times (const struct annotation *a, struct note *note)
{
  bool created = annotation_time (a->text[ANNOTATION_CREATED], note->created);
  bool modified
    = annotation_time (a->text[ANNOTATION_MODIFIED], note->modified);
  if (!created && !modified)
    annotation_time ("1970-01-01T00:00:00Z", note->created);
  if (!modified)
    memcpy (note->modified, note->created, sizeof note->modified);
  else if (!created)
    memcpy (note->created, note->modified, sizeof note->created);
}

/* --- texts ---------------------------------------------------------------- */

static char *
copy_of (const struct annotation *a, enum annotation_text which)
{
  return mem_string (a->text[which] ? a->text[which] : "");
}

/* Adds TAG behind TEXT: as a tag, where it can be made one by hyphens, else as
   it is.  */
static void
add_tag (const char *tag, struct buf *text)
{
  struct buf name = BUF_INIT;
  for (const char *at = tag; *at; at++)
    buf_add_byte (&name, strchr (" \t\n\r#,;:.!?/()[]'\"&+", *at) ? '-' : *at);
  bool is_tag = name.len > 0 && note_is_tag (name.data, name.len);
  buf_add_format (text, "%s%s", is_tag ? "#" : "",
                  is_tag ? name.data : tag);
  buf_free (&name);
}

/* What was written, and below it the tags that are not in it.  */
static char *
text_with_tags (const struct annotation *a)
{
  const char *body
    = a->text[ANNOTATION_BODY] ? a->text[ANNOTATION_BODY] : "";
  struct buf text = BUF_INIT;
  bool first = true;
  buf_add_string (&text, body);
  for (size_t i = 0; i < a->tags.len; i++)
    if (a->tags.len > TAGS_MOST || !note_has_tag (body, a->tags.items[i]))
      {
        buf_add_string (&text, !first ? " " : *body ? "\n\n" : "");
        add_tag (a->tags.items[i], &text);
        first = false;
      }
  return buf_take (&text);
}

static bool
is_blank (const char *text)
{
  size_t len = strlen (text);
  return space_skip (text, 0, len) == len;
}

/* --- our own -------------------------------------------------------------- */

bool
annotation_is_ours (const struct annotation *a)
{
  char uuid[NOTE_UUID_SIZE];
  enum anchor_kind kind;
  const char *document = a->text[ANNOTATION_DOCUMENT];
  return uuid_of_iri (a->text[ANNOTATION_ID], uuid) && document
         && strlen (document) == DOCUMENT_HASH_SIZE - 1
         && strspn (document, "0123456789abcdef") == DOCUMENT_HASH_SIZE - 1
         && a->text[ANNOTATION_KIND]
         && anchor_kind_named (a->text[ANNOTATION_KIND], &kind);
}

/* The fingerprint that TEXT (may be NULL) writes in hexadecimal digits.  */
static unsigned long long
read_print (const char *text)
{
  return text ? strtoull (text, NULL, 16) : 0;
}

/* The range from START to END; empty at 0 where it is none.  */
static struct range
range_of (long long start, long long end)
{
  if (start < 0 || end < start)
    return (struct range) { 0, 0 };
  return (struct range) { (size_t) start, (size_t) end };
}

static void
read_facing (const struct annotation *a, struct anchor *facing)
{
  if (!a->text[ANNOTATION_FACING_EXACT])
    return;
  facing->range = range_of (a->number[ANNOTATION_FACING_START],
                            a->number[ANNOTATION_FACING_END]);
  facing->exact = copy_of (a, ANNOTATION_FACING_EXACT);
  facing->prefix = copy_of (a, ANNOTATION_FACING_PREFIX);
  facing->suffix = copy_of (a, ANNOTATION_FACING_SUFFIX);
  facing->fingerprint = read_print (a->text[ANNOTATION_FACING_FINGERPRINT]);
}

static void
read_own_anchor (const struct annotation *a, struct anchor *anchor)
{
  const char *side = a->text[ANNOTATION_SIDE];
  long long position = a->number[ANNOTATION_POSITION];
  anchor_kind_named (a->text[ANNOTATION_KIND], &anchor->kind);
  anchor->side = side && strcmp (side, "translation") == 0 ? TRANSLATION
                                                           : ORIGINAL;
  anchor->range = range_of (a->number[ANNOTATION_BYTE_START],
                            a->number[ANNOTATION_BYTE_END]);
  anchor->position = position < 0 ? 0 : (size_t) position;
  if (anchor->position > anchor->range.start)
    anchor->position = anchor->range.start;
  anchor->fingerprint = read_print (a->text[ANNOTATION_FINGERPRINT]);
  anchor->subject = mem_string (a->text[ANNOTATION_SUBJECT]);
}

static void
read_citation (const struct annotation *a, struct citation *c)
{
  c->collection = mem_string (a->text[ANNOTATION_COLLECTION]);
  c->path = mem_string (a->text[ANNOTATION_PATH]);
  c->date = mem_string (a->text[ANNOTATION_DATE]);
  c->page = mem_string (a->text[ANNOTATION_PAGE]);
  c->column = mem_string (a->text[ANNOTATION_COLUMN]);
  c->title[ORIGINAL] = mem_string (a->text[ANNOTATION_ORIGINAL_TITLE]);
  c->title[TRANSLATION] = mem_string (a->text[ANNOTATION_TRANSLATED_TITLE]);
  c->author[ORIGINAL] = mem_string (a->text[ANNOTATION_ORIGINAL_AUTHOR]);
  c->author[TRANSLATION] = mem_string (a->text[ANNOTATION_TRANSLATED_AUTHOR]);
}

static void
read_own (const struct annotation *a, struct note *note)
{
  const char *letter = a->text[ANNOTATION_HIGHLIGHT];
  uuid_of_iri (a->text[ANNOTATION_ID], note->uuid);
  uuid_of_iri (a->text[ANNOTATION_VERSION_OF], note->version_of);
  memcpy (note->document, a->text[ANNOTATION_DOCUMENT],
          sizeof note->document);
  if (letter && letter[0] >= 'a' && letter[0] <= 'z' && !letter[1])
    note->highlight = letter[0];
  annotation_time (a->text[ANNOTATION_DELETED], note->deleted);
  note->text = copy_of (a, *note->deleted ? ANNOTATION_OWN_TEXT
                                          : ANNOTATION_BODY);
  read_own_anchor (a, &note->anchor);
  read_facing (a, &note->facing);
  note->sentence[ORIGINAL] = copy_of (a, ANNOTATION_ORIGINAL);
  note->sentence[TRANSLATION] = copy_of (a, ANNOTATION_TRANSLATION);
  read_citation (a, &note->citation);
}

/* --- of others ------------------------------------------------------------ */

static void
read_foreign (const struct annotation *a, struct note *note)
{
  const char *source = a->text[ANNOTATION_SOURCE];
  struct anchor *anchor = &note->anchor;
  long long start = a->number[ANNOTATION_START];
  size_t len = a->text[ANNOTATION_EXACT] ? strlen (a->text[ANNOTATION_EXACT])
                                         : 0;
  if (!uuid_of_iri (a->text[ANNOTATION_ID], note->uuid))
    uuid_of_name (a->text[ANNOTATION_ID], note->uuid);
  fold_identity (source, strlen (source), note->document);
  note->text = text_with_tags (a);
  anchor->kind = len > 0 ? ANCHOR_SPAN : ANCHOR_DOCUMENT;
  if (len > 0 && start > 0)
    anchor->position = anchor->range.start = (size_t) start;
  anchor->range.end = anchor->range.start + len;
  for (enum side s = 0; s < SIDES; s++)
    note->sentence[s] = mem_string ("");
  note->citation.path = mem_string (source);
  note->citation.title[ORIGINAL] = mem_string (a->text[ANNOTATION_TITLE]);
}

enum annotation_fault
annotation_note (const struct annotation *a, struct note *note)
{
  bool ours = annotation_is_ours (a);
  *note = (struct note) { .id = 0 };
  if (a->too_large)
    return ANNOTATION_TOO_LARGE;
  if (a->has_nul)
    return ANNOTATION_NUL;
  if (!a->text[ANNOTATION_ID] || !*a->text[ANNOTATION_ID])
    return ANNOTATION_NO_ID;
  if (!a->text[ANNOTATION_SOURCE] || !*a->text[ANNOTATION_SOURCE])
    return ANNOTATION_NO_TARGET;
  if (ours)
    read_own (a, note);
  else
    read_foreign (a, note);
  read_times (a, note);
  note->anchor.exact = copy_of (a, ANNOTATION_EXACT);
  note->anchor.prefix = copy_of (a, ANNOTATION_PREFIX);
  note->anchor.suffix = copy_of (a, ANNOTATION_SUFFIX);
  note->state = NOTE_UNSEEN;
  if (strlen (note->text) > TEXT_MOST)
    return ANNOTATION_TOO_LARGE;
  if (is_blank (note->text) && !note->highlight && !*note->deleted)
    return ANNOTATION_EMPTY;
  return ANNOTATION_FINE;
}
