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

static bool
is_clean (const char *text)
{
  return !text || utf8_check (text, strlen (text)) == strlen (text);
}

bool
note_is_clean (const struct note *note)
{
  struct citation citation = note->citation;
  const struct anchor *anchor = &note->anchor;
  char **fields[CITED];
  cited (&citation, fields);
  for (size_t i = 0; i < CITED; i++)
    if (!is_clean (*fields[i]))
      return false;
  return is_clean (note->text) && is_clean (note->sentence[ORIGINAL])
         && is_clean (note->sentence[TRANSLATION]) && is_clean (anchor->exact)
         && is_clean (anchor->prefix) && is_clean (anchor->suffix)
         && is_clean (note->uuid) && is_clean (note->document)
         && anchor->kind < ANCHOR_KINDS && anchor->side < SIDES
         && anchor->range.start <= anchor->range.end
         && anchor->range.end <= LLONG_MAX;
}

/* TEXT, or "" where it must not be NULL.  */
static void
put_some (struct row *row, const char *text)
{
  put_text (row, text ? text : "");
}

void
put_note (struct row *row, const struct note *note)
{
  const struct anchor *anchor = &note->anchor;
  struct citation citation = note->citation;
  char **fields[CITED];
  put_text (row, note->uuid);
  put_text (row, note->document);
  put_number (row, (long long) anchor->kind);
  put_number (row, (long long) anchor->side);
  put_number (row, (long long) anchor->range.start);
  put_number (row, (long long) anchor->range.end);
  put_number (row, (long long) anchor->position);
  put_some (row, anchor->exact);
  put_some (row, anchor->prefix);
  put_some (row, anchor->suffix);
  put_number (row, (long long) anchor->fingerprint);
  put_some (row, note->sentence[ORIGINAL]);
  put_some (row, note->sentence[TRANSLATION]);
  put_some (row, note->text);
  put_text (row, note->created);
  put_text (row, note->modified);
  cited (&citation, fields);
  for (size_t i = 0; i < CITED; i++)
    put_text (row, *fields[i]);
}

static void
take_anchor (struct row *row, struct anchor *anchor)
{
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
}

void
take_note (struct row *row, struct note *note)
{
  char **fields[CITED];
  take_short (row, note->uuid, sizeof note->uuid);
  take_short (row, note->document, sizeof note->document);
  take_anchor (row, &note->anchor);
  note->sentence[ORIGINAL] = take_text (row);
  note->sentence[TRANSLATION] = take_text (row);
  note->text = take_text (row);
  take_short (row, note->created, sizeof note->created);
  take_short (row, note->modified, sizeof note->modified);
  cited (&note->citation, fields);
  for (size_t i = 0; i < CITED; i++)
    *fields[i] = take_text_or_null (row);
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
