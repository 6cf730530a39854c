/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of ingest/source.h, ingest/segment.h and ingest/crew.h: one file or
   text at a time.  */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "check.h"
#include "ingest/crew.h"
#include "ingest/segment.h"
#include "ingest/source.h"
#include "store_help.h"

static void
reads (void)
{
  char *folder = folder_new ();
  char *path = path_in (folder, "a.txt");
  struct buf out = BUF_INIT;
  struct source_stamp stamp, again;
  struct err err = ERR_INIT;
  file_put (path, "iron\0steel", 10);
  CHECK (source_read (path, &out, &stamp, &err));
  CHECK_NUMBER (out.len, 10);
  CHECK_NUMBER (stamp.size, 10);
  CHECK (source_stamp (path, &again));
  CHECK (again.size == stamp.size && again.mtime_ns == stamp.mtime_ns);
  out.len = 0;
  CHECK (source_read ("/dev/null", &out, NULL, &err) == false);
  CHECK_NUMBER (err.code, ERR_NOT_A_FILE);
  CHECK (!source_read (folder, &out, NULL, &err));
  CHECK_NUMBER (err.code, ERR_NOT_A_FILE);
  CHECK_STRING (err.where, folder);
  CHECK (truncate (path, (off_t) SOURCE_MAX + 1) == 0);
  CHECK (!source_read (path, &out, NULL, &err));
  CHECK_NUMBER (err.code, ERR_TOO_LARGE);
  unlink (path);
  CHECK (!source_read (path, &out, NULL, &err));
  CHECK_NUMBER (err.code, ERR_OPEN);
  CHECK (!source_stamp (path, &stamp));
  CHECK_NUMBER (out.len, 0);
  buf_free (&out);
  free (path);
  folder_drop (folder);
}

/* A file that the system calls empty and yet has text.  */
static void
reads_as_far_as_it_goes (void)
{
  struct buf out = BUF_INIT;
  struct err err = ERR_INIT;
  if (access ("/proc/self/status", R_OK) != 0)
    check_skip ("there is no /proc");
  else
    {
      CHECK (source_read ("/proc/self/status", &out, NULL, &err));
      CHECK (out.len > 0);
    }
  buf_free (&out);
}

static void
count_problem (const struct err *err, void *data)
{
  CHECK (*err->where);
  ++*(size_t *) data;
}

static void
walks (void)
{
  static const char *const names[]
    = { "b.txt", "a-b.txt", "a/z.TXT", "a/b/c.md", "a.txt", "A.txt", "炉.txt" };
  char *folder = folder_new ();
  struct finds finds = { NULL, 0, 0 };
  struct err err = ERR_INIT;
  size_t problems = 0;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    {
      char *path = path_in (folder, names[i]);
      for (char *p = path + strlen (folder) + 1; (p = strchr (p, '/')); p++)
        {
          *p = '\0';
          mkdir (path, 0700);
          *p = '/';
        }
      file_put (path, "x", 1);
      free (path);
    }
  char *slashed = mem_format ("%s//", folder);
  struct buf is = BUF_INIT;
  CHECK (source_walk (slashed, &finds, count_problem, &problems, &err));
  for (size_t i = 0; i < finds.len; i++)
    buf_add_format (&is, "%s ", finds.items[i].path);
  CHECK_STRING (buf_string (&is), "A.txt a-b.txt a.txt a/b/c.md a/z.TXT "
                                  "b.txt 炉.txt ");
  char *none = path_in (folder, "none");
  source_walk (none, &finds, count_problem, &problems, &err);
  CHECK (problems == 1 || err.code != ERR_NONE);
  CHECK_NUMBER (finds.len, 7);
  finds_free (&finds);
  buf_free (&is);
  free (none);
  free (slashed);
  folder_drop (folder);
}

static void
segments (void)
{
  struct document *d = document_new ();
  segment_document (d, NULL);
  CHECK (document_is_whole (d));
  CHECK_NUMBER (d->beads.len, 0);
  CHECK_NUMBER (strlen (d->hash), DOCUMENT_HASH_SIZE - 1);

  /* A side without paragraphs is one; headlines are not parted.  */
  static const char *const text = "钢铁！钢铁！\n炉火。不熄。\n";
  size_t title = strlen ("钢铁！钢铁！\n");
  for (enum side s = 0; s < SIDES; s++)
    {
      document_set_text (d, s, text, strlen (text));
      strcpy (d->side[s].lang, "zh");
    }
  struct paragraphs *p = &d->side[ORIGINAL].paragraphs;
  VEC_PUSH (p, (struct paragraph) { { 0, title }, BLOCK_HEADLINE });
  VEC_PUSH (p, (struct paragraph) { { title, strlen (text) }, BLOCK_BODY });
  segment_document (d, NULL);
  CHECK (document_is_whole (d));
  CHECK_NUMBER (d->side[ORIGINAL].sentences.len, 3);
  CHECK_NUMBER (d->side[TRANSLATION].sentences.len, 4);
  CHECK_NUMBER (d->side[TRANSLATION].paragraphs.len, 1);
  char hash[DOCUMENT_HASH_SIZE];
  strcpy (hash, d->hash);
  size_t beads = d->beads.len;
  segment_document (d, NULL); /* once more: the same */
  CHECK_NUMBER (d->beads.len, beads);
  CHECK_NUMBER (d->side[ORIGINAL].sentences.len, 3);
  CHECK_STRING (d->hash, hash);
  document_free (d);
}

/* Jobs come back in the order they were given, whatever is in them; what was not
   taken is freed.  */
static void
crews (void)
{
  char *folder = folder_new ();
  char *good = path_in (folder, "good.txt");
  file_put (good, "炉火不熄。", strlen ("炉火不熄。"));
  for (size_t threads = 1; threads <= 4; threads++)
    {
      struct crew *crew = crew_new (threads, NULL);
      struct job job;
      size_t given = 0, taken = 0;
      CHECK (!crew_take (crew, &job));
      while (taken < 500)
        {
          while (given < 500 && crew_has_room (crew))
            {
              crew_give (crew, given % 3 ? good : folder, given);
              given++;
            }
          CHECK (crew_take (crew, &job));
          CHECK_NUMBER (job.index, taken);
          CHECK ((job.document != NULL) == (taken % 3 != 0));
          CHECK (job.document || job.err.code == ERR_NOT_A_FILE);
          job_clear (&job);
          taken++;
        }
      CHECK (!crew_take (crew, &job));
      for (size_t i = 0; crew_has_room (crew); i++)
        crew_give (crew, good, i);
      crew_free (crew);
    }
  free (good);
  folder_drop (folder);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "reads", reads },
    { "reads-as-far-as-it-goes", reads_as_far_as_it_goes },
    { "walks", walks },
    { "segments", segments },
    { "crews", crews },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
