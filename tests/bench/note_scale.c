/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a large notebook takes:
     tests/bench/note_scale FOLDER [NOTES]
   Makes NOTES (100,000) notes in FOLDER, on as many documents as a tenth of them,
   and prints the medians in milliseconds: opening lists (the numbers of all notes
   that fit, and the first 40 notes), counts, saving, a backup.  */
#include <config.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "store/backup.h"
#include "store/notebook_history.h"
#include "store/notebook_tags.h"
#include "timing.h"

enum { WINDOW = 40, TIMES = 9, SAVES = 100 };

static void
must (bool done, const struct err *err)
{
  if (done)
    return;
  fprintf (stderr, "%s: %s\n", err->where, err->detail);
  exit (1);
}

static struct note
note_number (int i, int notes)
{
  struct note note = { .state = i % 50 ? NOTE_PLACED : NOTE_DETACHED };
  snprintf (note.document, sizeof note.document, "%032x", i % (notes / 10 + 1));
  note.text = mem_format ("Note %d: what the paper says of the harvest of "
                          "that year. #tag%d #year%d",
                          i, i % 200, 1946 + i % 58);
  note.anchor.range = (struct range) { (size_t) i % 4000,
                                       (size_t) i % 4000 + 24 };
  note.anchor.exact = mem_string ("钢铁产量提高两倍");
  note.anchor.prefix = mem_string ("到二十一日为止的一周里，全省生铁日产量");
  note.anchor.suffix = mem_string ("，比这七天以前的日产量增长二倍。");
  note.sentence[ORIGINAL] = mem_string ("江苏江西铁产量提高两倍");
  note.sentence[TRANSLATION] = mem_string ("Iron production doubled");
  note.citation.path = mem_format ("1958.10/%d.md", i % (notes / 10 + 1));
  note.citation.date = mem_format ("19%02d-10-24", 46 + i % 54);
  note.citation.title[ORIGINAL] = mem_string ("针对薄弱环节组织全面突击");
  note.citation.title[TRANSLATION] = mem_string ("An All-out Attack");
  return note;
}

static void
add (struct notebook *notebook, int i, int notes)
{
  struct err err = ERR_INIT;
  struct note note = note_number (i, notes);
  must (notebook_add (notebook, &note, &err), &err);
  note_clear (&note);
}

/* A list as a screen opens it, with a new handle each time.  */
static void
list (const char *folder, const char *what, const struct note_query *query)
{
  double times[TIMES];
  size_t found = 0;
  for (int i = 0; i < TIMES; i++)
    {
      struct err err = ERR_INIT;
      struct note_numbers numbers = { NULL, 0, 0 };
      struct notebook *notebook = notebook_open (folder, true, &err);
      must (notebook != NULL, &err);
      double begin = wall_ms ();
      must (notebook_find (notebook, query, &numbers, &err), &err);
      for (size_t k = 0; k < numbers.len && k < WINDOW; k++)
        {
          struct note note;
          must (notebook_note (notebook, numbers.items[k], &note, &err), &err);
          note_clear (&note);
        }
      times[i] = wall_ms () - begin;
      found = numbers.len;
      VEC_FREE (&numbers);
      notebook_close (notebook);
    }
  printf ("  %-24s %8zu notes %8.2f ms\n", what, found,
          median_ms (times, TIMES));
}

static void
counts (const char *folder)
{
  double states[TIMES], all[TIMES];
  for (int i = 0; i < TIMES; i++)
    {
      struct err err = ERR_INIT;
      struct note_counts n;
      struct tag_counts tags = { NULL, 0, 0 };
      struct notebook *notebook = notebook_open (folder, true, &err);
      double begin = wall_ms ();
      must (notebook_counts (notebook, &n, &err), &err);
      states[i] = wall_ms () - begin;
      begin = wall_ms ();
      must (notebook_tags (notebook, NULL, &tags, &err), &err);
      all[i] = wall_ms () - begin;
      tag_counts_free (&tags);
      notebook_close (notebook);
    }
  printf ("  %-24s %23.2f ms\n", "counts by state",
          median_ms (states, TIMES));
  printf ("  %-24s %23.2f ms\n", "tags with counts", median_ms (all, TIMES));
}

/* Saving, and the least that a disk takes for it: four times written and synced,
   as a rollback journal does (journal, database, and the folder twice).  */
static void
saving (const char *folder, int notes)
{
  double times[SAVES], floors[SAVES], looks[SAVES];
  struct err err = ERR_INIT;
  struct notebook *notebook = notebook_open (folder, false, &err);
  char *path = mem_format ("%s/floor", folder);
  int fd = open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  add (notebook, notes, notes);
  for (int i = 0; i < SAVES; i++)
    {
      double begin = wall_ms ();
      add (notebook, notes + 1 + i, notes);
      times[i] = wall_ms () - begin;
      begin = wall_ms ();
      for (int k = 0; k < 4; k++)
        if (write (fd, path, 1) != 1 || fdatasync (fd) != 0)
          exit (1);
      floors[i] = wall_ms () - begin;
      begin = wall_ms ();
      notebook_changed (notebook);
      looks[i] = wall_ms () - begin;
    }
  printf ("  %-24s %23.2f ms (four syncs alone: %.2f ms)\n", "saving a note",
          median_ms (times, SAVES), median_ms (floors, SAVES));
  printf ("  %-24s %23.4f ms\n", "looking for changes", median_ms (looks, SAVES));
  close (fd);
  unlink (path);
  free (path);
  notebook_close (notebook);
}

int
main (int argc, char **argv)
{
  int notes = argc > 2 ? atoi (argv[2]) : 100000;
  struct err err = ERR_INIT;
  if (argc < 2)
    return 2;
  struct notebook *notebook = notebook_open (argv[1], false, &err);
  must (notebook != NULL, &err);
  must (notebook_begin (notebook, &err), &err);
  for (int i = 0; i < notes; i++)
    add (notebook, i, notes);
  must (notebook_commit (notebook, &err), &err);
  notebook_close (notebook);
  list (argv[1], "all, by document", NULL);
  list (argv[1], "the first 256 of them", &(struct note_query) { .most = 256 });
  list (argv[1], "all, by time",
        &(struct note_query) { .order = NOTES_BY_TIME });
  list (argv[1], "of one document",
        &(struct note_query) {
          .document = "00000000000000000000000000000007" });
  list (argv[1], "with a tag", &(struct note_query) { .tag = "tag7" });
  list (argv[1], "detached",
        &(struct note_query) { .states = 1u << NOTE_DETACHED });
  list (argv[1], "with words", &(struct note_query) { .words = "note 777" });
  counts (argv[1]);
  saving (argv[1], notes);
  double begin = wall_ms ();
  must (backup_make (argv[1], NULL, NULL, &err), &err);
  printf ("  %-24s %23.2f ms\n", "a backup", wall_ms () - begin);
  return 0;
}
