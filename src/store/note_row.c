/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A note as a row of the notebook; times and UUIDs.  */
#include <config.h>

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

#include "base/utf8.h"
#include "store/notebook_private.h"

/* The fields of the citation in the order of NOTE_COLUMNS.  */
enum { CITED = 9 };

static void
cited (struct citation *citation, char **fields[CITED])
{
  fields[0] = &citation->collection;
  fields[1] = &citation->path;
  fields[2] = &citation->date;
  fields[3] = &citation->page;
  fields[4] = &citation->column;
  fields[5] = &citation->title[ORIGINAL];
  fields[6] = &citation->title[TRANSLATION];
  fields[7] = &citation->author[ORIGINAL];
  fields[8] = &citation->author[TRANSLATION];
}

bool
text_is_clean (const char *text)
{
  return !text || utf8_check (text, strlen (text)) == strlen (text);
}

static bool
anchor_is_clean (const struct anchor *anchor)
{
  return text_is_clean (anchor->exact) && text_is_clean (anchor->prefix)
         && text_is_clean (anchor->suffix) && text_is_clean (anchor->subject)
         && anchor->kind < ANCHOR_KINDS && anchor->side < SIDES
         && anchor->range.start <= anchor->range.end
         && anchor->range.end <= LLONG_MAX;
}

/* Whether LETTER is one of a highlight, or none.  */
static bool
is_letter (char letter)
{
  return letter == '\0' || (letter >= 'a' && letter <= 'z');
}

bool
note_is_clean (const struct note *note)
{
  struct citation citation = note->citation;
  char **fields[CITED];
  cited (&citation, fields);
  for (size_t i = 0; i < CITED; i++)
    if (!text_is_clean (*fields[i]))
      return false;
  return text_is_clean (note->text) && text_is_clean (note->sentence[ORIGINAL])
         && text_is_clean (note->sentence[TRANSLATION])
         && text_is_clean (note->uuid) && text_is_clean (note->document)
         && text_is_clean (note->version_of) && is_letter (note->highlight)
         && note->state < NOTE_STATES && anchor_is_clean (&note->anchor)
         && anchor_is_clean (&note->facing);
}

/* TEXT, or "" where it must not be NULL.  */
static void
put_some (struct row *row, const char *text)
{
  put_text (row, text ? text : "");
}

void
put_letter (struct row *row, const char *letter)
{
  put_bytes (row, letter, *letter != '\0');
}

char
take_letter (struct row *row)
{
  char text[2] = "";
  take_short (row, text, sizeof text);
  if (is_letter (*text))
    return *text;
  row->bad = true;
  return '\0';
}

void
put_citation (struct row *row, const struct citation *citation)
{
  struct citation copy = *citation;
  char **fields[CITED];
  cited (&copy, fields);
  for (size_t i = 0; i < CITED; i++)
    put_text (row, *fields[i]);
}

void
take_citation (struct row *row, struct citation *citation)
{
  char **fields[CITED];
  cited (citation, fields);
  for (size_t i = 0; i < CITED; i++)
    *fields[i] = take_text_or_null (row);
}

void
put_anchor (struct row *row, const char *document, const struct anchor *anchor)
{
  put_text (row, document);
  put_number (row, (long long) anchor->kind);
  put_number (row, (long long) anchor->side);
  put_number (row, (long long) anchor->range.start);
  put_number (row, (long long) anchor->range.end);
  put_number (row, (long long) anchor->position);
  put_some (row, anchor->exact);
  put_some (row, anchor->prefix);
  put_some (row, anchor->suffix);
  put_number (row, (long long) anchor->fingerprint);
  put_some (row, anchor->subject);
  put_number (row, (long long) anchor->stood);
}

void
take_anchor (struct row *row, char *document, struct anchor *anchor)
{
  take_short (row, document, DOCUMENT_HASH_SIZE);
  anchor->kind = (enum anchor_kind) take_number (row, 0, ANCHOR_KINDS - 1);
  anchor->side = (enum side) take_number (row, 0, SIDES - 1);
  anchor->range.start = (size_t) take_number (row, 0, LLONG_MAX);
  anchor->range.end = (size_t) take_number (
    row, (long long) anchor->range.start, LLONG_MAX);
  anchor->position
    = (size_t) take_number (row, 0, (long long) anchor->range.start);
  anchor->exact = take_text (row);
  anchor->prefix = take_text (row);
  anchor->suffix = take_text (row);
  anchor->fingerprint
    = (unsigned long long) take_number (row, LLONG_MIN, LLONG_MAX);
  anchor->subject = take_text (row);
  anchor->stood = (unsigned) take_number (row, 0, ANCHOR_MOST);
}

static void
put_facing (struct row *row, const struct anchor *facing)
{
  put_number (row, (long long) facing->range.start);
  put_number (row, (long long) facing->range.end);
  put_some (row, facing->exact);
  put_some (row, facing->prefix);
  put_some (row, facing->suffix);
  put_number (row, (long long) facing->fingerprint);
}

/* The anchor faces SIDE.  */
static void
take_facing (struct row *row, enum side side, struct anchor *facing)
{
  facing->kind = ANCHOR_SPAN;
  facing->side = side_facing (side);
  facing->range.start = (size_t) take_number (row, 0, LLONG_MAX);
  facing->range.end = (size_t) take_number (
    row, (long long) facing->range.start, LLONG_MAX);
  facing->exact = take_text (row);
  facing->prefix = take_text (row);
  facing->suffix = take_text (row);
  facing->fingerprint
    = (unsigned long long) take_number (row, LLONG_MIN, LLONG_MAX);
  if (!*facing->exact)
    anchor_clear (facing);
}

void
put_place (struct row *row, const struct note *note)
{
  put_anchor (row, note->document, &note->anchor);
  put_some (row, note->sentence[ORIGINAL]);
  put_some (row, note->sentence[TRANSLATION]);
  put_citation (row, &note->citation);
  put_facing (row, &note->facing);
}

void
put_note (struct row *row, const struct note *note)
{
  put_text (row, note->uuid);
  put_place (row, note);
  put_some (row, note->text);
  put_text (row, note->created);
  put_text (row, note->modified);
  put_letter (row, &note->highlight);
  put_text (row, note->version_of);
  put_number (row, (long long) note->state);
}

void
take_note (struct row *row, struct note *note)
{
  take_short (row, note->uuid, sizeof note->uuid);
  take_anchor (row, note->document, &note->anchor);
  note->sentence[ORIGINAL] = take_text (row);
  note->sentence[TRANSLATION] = take_text (row);
  take_citation (row, &note->citation);
  take_facing (row, note->anchor.side, &note->facing);
  note->text = take_text (row);
  take_short (row, note->created, sizeof note->created);
  take_short (row, note->modified, sizeof note->modified);
  note->highlight = take_letter (row);
  take_short (row, note->version_of, sizeof note->version_of);
  note->state = (enum note_state) take_number (row, 0, NOTE_STATES - 1);
}

struct note
take_whole_note (struct row *row, bool *damaged)
{
  struct note note = { .id = 0 };
  row->bad = false;
  note.id = take_number (row, 1, LLONG_MAX);
  take_short (row, note.deleted, sizeof note.deleted);
  take_note (row, &note);
  if (row->bad)
    {
      *damaged = true;
      note_clear (&note);
    }
  return note;
}

/* Writes the time WHEN; one beyond the year 9999 has no such form.  */
static void
time_write (time_t when, char text[NOTE_TIME_SIZE])
{
  struct tm parts;
  char wide[64] = "";
  if (gmtime_r (&when, &parts))
    strftime (wide, sizeof wide, "%Y-%m-%dT%H:%M:%SZ", &parts);
  snprintf (text, NOTE_TIME_SIZE, "%.20s", wide);
}

void
time_after (const char *after, char now[NOTE_TIME_SIZE])
{
  struct tm parts = { .tm_mday = 1 };
  time_write (time (NULL), now);
  if (!after || strcmp (now, after) > 0)
    return;
  const char *end = strptime (after, "%Y-%m-%dT%H:%M:%SZ", &parts);
  if (end && *end == '\0')
    time_write (timegm (&parts) + 1, now);
}

void
uuid_make (char uuid[NOTE_UUID_SIZE])
{
  unsigned char bytes[16];
  size_t got = 0;
  while (got < sizeof bytes)
    {
      ssize_t more = getrandom (bytes + got, sizeof bytes - got, 0);
      if (more > 0)
        got += (size_t) more;
    }
  bytes[6] = (unsigned char) (0x40 | (bytes[6] & 0x0F));
  bytes[8] = (unsigned char) (0x80 | (bytes[8] & 0x3F));
  char *to = uuid;
  for (size_t i = 0; i < sizeof bytes; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        *to++ = '-';
      to += sprintf (to, "%02x", bytes[i]);
    }
}
