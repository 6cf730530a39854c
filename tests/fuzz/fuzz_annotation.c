/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes the reading of annotations: in whatever pieces a file comes, the same
   notes are found, and each is one that a notebook can hold.  */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "import/annotation_note.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* What was found: how many, and a sum of it all.  */
struct seen
{
  size_t count;
  unsigned long long sum;
};

static void
check_text (struct seen *seen, const char *text)
{
  if (!text)
    return;
  size_t len = strlen (text);
  if (utf8_check (text, len) != len)
    abort ();
  seen->sum = seen->sum * 31 + anchor_print (text, len);
}

static bool
found (const struct annotation *annotation, void *data)
{
  struct seen *seen = data;
  struct note note;
  seen->count++;
  seen->sum += (unsigned long long) annotation->offset * 7
               + (unsigned long long) annotation->line;
  if (annotation_note (annotation, &note) == ANNOTATION_FINE)
    {
      check_text (seen, note.text);
      check_text (seen, note.anchor.exact);
      check_text (seen, note.citation.path);
      if (strlen (note.uuid) != NOTE_UUID_SIZE - 1
          || strlen (note.document) != DOCUMENT_HASH_SIZE - 1
          || strlen (note.modified) != NOTE_TIME_SIZE - 1
          || strlen (note.created) != NOTE_TIME_SIZE - 1
          || note.anchor.kind >= ANCHOR_KINDS || note.anchor.side >= SIDES
          || note.anchor.range.start > note.anchor.range.end
          || note.anchor.position > note.anchor.range.start)
        abort ();
    }
  note_clear (&note);
  return true;
}

/* Reads DATA in pieces of STEP bytes.  */
static struct seen
read_in (const uint8_t *data, size_t size, size_t step)
{
  struct seen seen = { 0, 0 };
  struct err err = ERR_INIT;
  struct annotations *reader = annotations_new (found, &seen);
  bool done = true;
  for (size_t at = 0; done && at < size; at += step)
    done = annotations_feed (reader, (const char *) data + at,
                             size - at < step ? size - at : step, &err);
  done = done && annotations_end (reader, &err);
  if (!done && (err.code != ERR_JSON || err.line < 1 || err.offset < 0))
    abort ();
  annotations_free (reader);
  return seen;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  struct seen whole = read_in (data, size, size ? size : 1);
  static const size_t steps[] = { 1, 3, 64 };
  for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
    {
      struct seen parts = read_in (data, size, steps[i]);
      if (parts.count != whole.count || parts.sum != whole.sum)
        abort ();
    }
  return 0;
}
