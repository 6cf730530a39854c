/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of notes on their way between notebooks: export, import and the
   judging of versions.  */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check.h"
#include "export/exporter.h"
#include "ingest/notes_in.h"
#include "read/gather.h"
#include "store_help.h"

/* A reader with a notebook.  */
struct reader
{
  char *folder;
  struct notebook *notebook;
};

static struct reader
reader_new (void)
{
  struct reader reader = { .folder = folder_new () };
  reader.notebook = notebook_in (reader.folder);
  return reader;
}

static void
reader_free (struct reader *reader)
{
  notebook_close (reader->notebook);
  folder_drop (reader->folder);
}

/* What READER exports; DELETED: of deleted notes too.  */
static char *
exported (const struct reader *reader, bool deleted)
{
  struct note_query query = { .id = 0 };
  struct notes notes = { 0 };
  struct buf out = BUF_INIT;
  struct export_options options = { .width = 0 };
  CHECK (notebook_list (reader->notebook, &query, &notes, NULL));
  query.deleted = true;
  if (deleted)
    CHECK (notebook_list (reader->notebook, &query, &notes, NULL));
  gather_order (&notes);
  struct export_note *placed = mem_new (notes.len, sizeof *placed);
  gather_places (NULL, &notes, placed);
  CHECK (gather_versions (reader->notebook, placed, notes.len, NULL));
  export_notes (exporter_named ("jsonld"), placed, notes.len, &options, &out);
  gather_release (placed, notes.len);
  free (placed);
  notes_free (&notes);
  return buf_take (&out);
}

static void
tell (const struct notes_in_event *event, void *data)
{
  (void) event;
  (void) data;
}

static void
progress (long long bytes, long long total, void *data)
{
  (void) bytes;
  (void) total;
  (void) data;
}

/* READER imports TEXT.  */
static struct notes_in_report
import_text (struct reader *reader, const char *text)
{
  const struct notes_in_watch watch = { tell, progress, NULL };
  struct notes_in_report report = { .faults = 0 };
  struct err err;
  char *path = path_in (reader->folder, "in.jsonld");
  file_put (path, text, strlen (text));
  bool done = notes_in (NULL, reader->notebook, path, 0, NULL, &watch,
                        &report, &err);
  CHECK (done);
  if (!done)
    fprintf (stderr, "%s %s\n", err.where, err.detail);
  free (path);
  return report;
}

/* TO imports what FROM exports.  */
static struct notes_in_report
carry (const struct reader *from, struct reader *to)
{
  char *text = exported (from, true);
  struct notes_in_report report = import_text (to, text);
  free (text);
  return report;
}

/* Checks that both hold the same, deleted notes and former versions
   included.  */
static void
check_same (const struct reader *a, const struct reader *b)
{
  char *x = exported (a, true), *y = exported (b, true);
  size_t at = 0;
  while (x[at] && x[at] == y[at])
    at++;
  at -= at < 40 ? at : 40;
  char *is = mem_format ("%.200s", x + at);
  char *want = mem_format ("%.200s", y + at);
  CHECK_STRING (is, want);
  free (is);
  free (want);
  free (x);
  free (y);
}

/* Both ways; in each of them nothing is left to do the second time.  */
static void
exchange (struct reader *a, struct reader *b)
{
  carry (a, b);
  carry (b, a);
  struct notes_in_report again = carry (a, b);
  CHECK_NUMBER (again.taken[TAKEN_NEW] + again.taken[TAKEN_CONFLICT]
                  + again.taken[TAKEN_NEWER],
                0);
  check_same (a, b);
}

static long long
add (struct reader *reader, const char *text, size_t at)
{
  return add_note_at (reader->notebook, HASH_A, text, at);
}

static void
edit (struct reader *reader, long long id, const char *text)
{
  CHECK (notebook_edit (reader->notebook, id, text, NULL, NULL, NULL));
}

/* The number that the note of the text TEXT has with READER; 0: none.  */
static long long
find (const struct reader *reader, const char *text)
{
  struct notes notes = { 0 };
  long long id = 0;
  CHECK (notebook_list (reader->notebook, NULL, &notes, NULL));
  for (size_t i = 0; i < notes.len; i++)
    if (strcmp (notes.items[i].text, text) == 0)
      id = notes.items[i].id;
  notes_free (&notes);
  return id;
}

/* An export, imported into an empty notebook, is exported as it was.  */
static void
comes_back (void)
{
  struct reader a = reader_new (), b = reader_new ();
  long long one = add (&a, "first #steel", 3);
  edit (&a, one, "second \"quoted\"\t\n\x1b[31m \\ 𠀀");
  edit (&a, one, "third");
  long long gone = add (&a, "gone", 9);
  CHECK (notebook_highlight (a.notebook, one, 'b', NULL));
  CHECK (notebook_delete (a.notebook, gone, NULL));
  add (&a, "kept", 9);
  struct notes_in_report report = carry (&a, &b);
  CHECK_NUMBER (report.taken[TAKEN_NEW], 3);
  check_same (&a, &b);
  char *text = exported (&b, false);
  CHECK (strstr (text, "\"total\":2,") && !strstr (text, "gone"));
  CHECK (strstr (text, "\"enface:highlight\":\"b\"")
         && strstr (text, "first #steel"));
  free (text);
  CHECK_NUMBER (carry (&a, &b).taken[TAKEN_SAME], 3);
  reader_free (&a);
  reader_free (&b);
}

/* Changes on one side go over; on both sides, to different notes, as well.  */
static void
changes_go_over (void)
{
  struct reader a = reader_new (), b = reader_new ();
  long long one = add (&a, "one", 3), two = add (&a, "two", 5);
  exchange (&a, &b);
  edit (&a, one, "one, changed by a");
  edit (&b, find (&b, "two"), "two, changed by b");
  add (&b, "three, of b", 7);
  exchange (&a, &b);
  CHECK (find (&b, "one, changed by a") && find (&a, "two, changed by b")
         && find (&a, "three, of b"));
  edit (&a, two, "two, once more");
  CHECK_NUMBER (carry (&a, &b).taken[TAKEN_NEWER], 1);
  reader_free (&a);
  reader_free (&b);
}

/* The same note changed on both sides: both versions are there, on both.  */
static void
keeps_both (void)
{
  struct reader a = reader_new (), b = reader_new ();
  add (&a, "base", 3);
  exchange (&a, &b);
  edit (&a, find (&a, "base"), "of a");
  edit (&b, find (&b, "base"), "of b");
  CHECK_NUMBER (carry (&a, &b).taken[TAKEN_CONFLICT], 1);
  CHECK (find (&b, "of a") && find (&b, "of b"));
  exchange (&a, &b);
  CHECK (find (&a, "of a") && find (&a, "of b"));
  char *text = exported (&a, false);
  CHECK (strstr (text, "\"total\":2,") && strstr (text, "enface:versionOf"));
  free (text);
  reader_free (&a);
  reader_free (&b);
}

/* A deletion goes over, unless the note was changed there; and an old file does
   not bring the note back.  */
static void
deletes (void)
{
  struct reader a = reader_new (), b = reader_new ();
  long long one = add (&a, "one", 3), two = add (&a, "two", 5);
  exchange (&a, &b);
  char *old = exported (&a, true);
  CHECK (notebook_delete (a.notebook, one, NULL));
  CHECK (notebook_delete (a.notebook, two, NULL));
  edit (&b, find (&b, "two"), "two, kept by b");
  exchange (&a, &b);
  CHECK (!find (&a, "one") && !find (&b, "one"));
  CHECK (find (&a, "two, kept by b") && find (&b, "two, kept by b"));
  import_text (&a, old);
  CHECK (!find (&a, "one") && find (&a, "two, kept by b"));
  check_same (&a, &b);
  CHECK (notebook_restore (b.notebook, 1, NULL));
  exchange (&a, &b);
  CHECK (find (&a, "one") != 0);
  free (old);
  reader_free (&a);
  reader_free (&b);
}

/* A note passes through a third notebook, which knows what it came from.  */
static void
passes_on (void)
{
  struct reader a = reader_new (), b = reader_new (), c = reader_new ();
  add (&a, "v1", 3);
  carry (&a, &c);
  edit (&a, find (&a, "v1"), "v2");
  carry (&a, &b);
  edit (&b, find (&b, "v2"), "v3");
  struct notes_in_report report = carry (&b, &c);
  CHECK_NUMBER (report.taken[TAKEN_NEWER], 1);
  CHECK_NUMBER (report.taken[TAKEN_CONFLICT], 0);
  check_same (&b, &c);
  reader_free (&a);
  reader_free (&b);
  reader_free (&c);
}

/* Does something to a note of READER, as RANDOM has it.  */
static void
act (struct reader *reader, unsigned random, int step)
{
  struct note_numbers ids = { 0 };
  struct note_query query = { .deleted = random % 11 == 0 };
  char *text = mem_format ("text %d of %c #t%u", step,
                           reader->folder[strlen (reader->folder) - 1],
                           random % 5);
  CHECK (notebook_find (reader->notebook, &query, &ids, NULL));
  long long id = ids.len ? ids.items[random / 16 % ids.len] : 0;
  if (id == 0 || random % 4 == 0)
    add (reader, text, 3 + random % 40);
  else if (query.deleted)
    CHECK (notebook_restore (reader->notebook, id, NULL));
  else if (random % 4 == 1)
    CHECK (notebook_delete (reader->notebook, id, NULL));
  else if (random % 4 == 2)
    edit (reader, id, text);
  else
    CHECK (notebook_highlight (reader->notebook, id,
                               (char) ('a' + random % 26), NULL));
  VEC_FREE (&ids);
  free (text);
}

/* Lets two readers do what SEED has them do.  */
static void
converge (unsigned seed)
{
  struct reader a = reader_new (), b = reader_new ();
  unsigned random = seed;
  for (int round = 0; round < 12; round++)
    {
      for (int step = 0; step < 12; step++)
        {
          random = random * 1103515245u + 12345u;
          act (random >> 16 & 1 ? &a : &b, random >> 17,
               round * 100 + step);
        }
      exchange (&a, &b);
    }
  reader_free (&a);
  reader_free (&b);
}

/* Whatever two readers do, after an exchange both hold the same.  */
static void
converges (void)
{
  for (unsigned seed = 1; seed <= 6; seed++)
    converge (seed);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "comes-back", comes_back },
    { "changes-go-over", changes_go_over },
    { "keeps-both", keeps_both },
    { "deletes", deletes },
    { "passes-on", passes_on },
    { "converges", converges },
    { NULL, NULL }
  };
  return check_main (argc, argv, table);
}
