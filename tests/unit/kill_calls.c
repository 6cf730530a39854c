/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kills a process at a random system call while it writes notes, brings an older
   notebook up to date, makes a backup or restores one: no note that was said to
   be saved is lost, and no notebook or backup is damaged.
     tests/unit/kill_calls [--runs=N]
   N runs of each (the acceptance is 1000).  */
#include <config.h>

#include <errno.h>
#include <glob.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "check.h"
#include "old_notebook.h"
#include "store/backup.h"
#include "store/notebook_history.h"
#include "store/notebook_tags.h"
#include "store_help.h"

static int runs = 12;
static uint64_t seed = 19581024;

/* What is killed: does its work in FOLDER and writes a byte to TO after each step
   that is done for good.  */
typedef bool work_type (const char *folder, int to);

static bool
done (int to)
{
  return write (to, "+", 1) == 1;
}

/* --- what is done --------------------------------------------------------- */

/* Adds three notes; the first is edited, the second deleted, tags renamed.  */
static bool
write_notes (const char *folder, int to)
{
  struct notebook *notebook = notebook_open (folder, false, NULL);
  long long id[3];
  for (int i = 0; notebook && i < 3; i++)
    {
      struct note note = note_sample (HASH_A, "new #tag [[Title]]", 0, 6);
      bool added = notebook_add (notebook, &note, NULL);
      id[i] = note.id;
      note_clear (&note);
      if (!added || !done (to))
        return false;
    }
  bool all = notebook
             && notebook_edit (notebook, id[0], "edited #tag", NULL, NULL,
                               NULL)
             && done (to) && notebook_delete (notebook, id[1], NULL)
             && done (to)
             && notebook_rename_tag (notebook, "tag", "other", NULL, NULL)
             && done (to);
  notebook_close (notebook);
  return all;
}

static bool
open_it (const char *folder, int to)
{
  struct notebook *notebook = notebook_open (folder, false, NULL);
  bool opened = notebook && done (to);
  notebook_close (notebook);
  return opened;
}

static bool
back_up (const char *folder, int to)
{
  return backup_make (folder, NULL, NULL, NULL) && done (to);
}

static bool
put_back (const char *folder, int to)
{
  struct restored restored;
  char *from = path_in (folder, "saved.db");
  bool all = backup_restore (folder, from, &restored, NULL) && done (to);
  restored_free (&restored);
  free (from);
  return all;
}

/* --- tracing --------------------------------------------------------------- */

/* Reads how many bytes came through FROM.  */
static int
count_bytes (int from)
{
  char bytes[64];
  int count = 0;
  ssize_t got;
  while ((got = read (from, bytes, sizeof bytes)) > 0)
    count += (int) got;
  close (from);
  return count;
}

/* Goes with CHILD from system call to system call, and kills it at stop number AT
   (0: never).  The number of stops where it ended by itself and well; 0 where it
   was killed; -1 where it can't be traced or failed.  */
static long
follow (pid_t child, long at)
{
  int status;
  if (waitpid (child, &status, 0) != child || !WIFSTOPPED (status)
      || ptrace (PTRACE_SETOPTIONS, child, NULL,
                 (void *) (PTRACE_O_EXITKILL | PTRACE_O_TRACESYSGOOD))
           != 0)
    {
      kill (child, SIGKILL);
      waitpid (child, &status, 0);
      return -1;
    }
  for (long stops = 1;; stops++)
    {
      if (stops == at)
        kill (child, SIGKILL);
      ptrace (PTRACE_SYSCALL, child, NULL, NULL);
      if (waitpid (child, &status, 0) != child)
        return -1;
      if (WIFSIGNALED (status))
        return 0;
      if (WIFEXITED (status))
        return WEXITSTATUS (status) == 0 ? stops : -1;
    }
}

/* Runs WORK on FOLDER in a child that is killed at stop AT; *STEPS is how many of
   its steps it said were done.  Returns as follow does.  */
static long
run (work_type *work, const char *folder, long at, int *steps)
{
  int ends[2];
  if (pipe (ends) != 0)
    return -1;
  fflush (stdout);
  pid_t child = fork ();
  if (child == 0)
    {
      close (ends[0]);
      if (ptrace (PTRACE_TRACEME, 0, NULL, NULL) != 0)
        _exit (2);
      raise (SIGSTOP);
      _exit (work (folder, ends[1]) ? 0 : 1);
    }
  close (ends[1]);
  long stops = follow (child, at);
  *steps = count_bytes (ends[0]);
  return stops;
}

/* --- what must hold -------------------------------------------------------- */

/* Whether the notebook has what STEPS steps of write_notes make, or one more.  */
static void
check_written (const char *folder, int steps)
{
  char *path = path_in (folder, "notes.db");
  struct notebook *notebook = notebook_in (folder);
  notebook_close (notebook);
  check_sound (path);
  long long notes = raw_number (path, "SELECT count (*) FROM note") - 5;
  int want = steps < 3 ? steps : 3;
  CHECK (notes == want || (steps < 3 && notes == want + 1));
  long long edits
    = raw_number (path, "SELECT count (*) FROM history WHERE what = 'edit'") - 5;
  CHECK (edits == (steps > 3) || (steps == 3 && edits == 1));
  /* The index says what the notes do.  */
  CHECK_NUMBER (raw_number (path, "SELECT count (*) FROM note_tag"),
                raw_number (path, "SELECT count (*) FROM note WHERE deleted IS"
                              " NULL AND text LIKE '%#%'"));
  CHECK_NUMBER (raw_number (path, "SELECT count (*) FROM note WHERE text LIKE"
                              " 'old%' OR text LIKE 'note %'"),
                5);
  free (path);
}

/* Whether all backups under FOLDER are whole, with five notes; returns how many
   there are.  */
static size_t
check_backups (const char *folder)
{
  struct backups backups = { NULL, 0, 0 };
  struct err err;
  CHECK (backups_list (folder, &backups, &err));
  size_t count = backups.len;
  for (size_t i = 0; i < backups.len; i++)
    {
      check_sound (backups.items[i].path);
      CHECK_NUMBER (raw_number (backups.items[i].path,
                            "SELECT count (*) FROM note"),
                    5);
    }
  backups_free (&backups);
  return count;
}

static void
check_five (const char *path)
{
  check_sound (path);
  CHECK_NUMBER (raw_number (path, "SELECT count (*) FROM note"), 5);
  CHECK_NUMBER (raw_number (path, "SELECT count (*) FROM history"), 5);
}

static void
check_migrated (const char *folder, int steps)
{
  char *path = path_in (folder, "notes.db");
  long long version = raw_number (path, "PRAGMA user_version");
  CHECK (version == 4 || (steps == 0 && version == 2));
  check_five (path);
  struct notebook *notebook = notebook_in (folder);
  notebook_close (notebook);
  check_five (path);
  CHECK_NUMBER (raw_number (path, "PRAGMA user_version"), 4);
  free (path);
}

static void
check_backed_up (const char *folder, int steps)
{
  char *path = path_in (folder, "notes.db");
  size_t count = check_backups (folder);
  CHECK (count == (size_t) steps || (steps == 0 && count == 1));
  check_five (path);
  free (path);
}

/* The old notebook (7 notes) or the restored one (5); both somewhere.  */
static void
check_put_back (const char *folder, int steps)
{
  char *path = path_in (folder, "notes.db");
  char *pattern = path_in (folder, "notes-before-*.db");
  struct notebook *notebook = notebook_in (folder);
  notebook_close (notebook);
  check_sound (path);
  long long notes = raw_number (path, "SELECT count (*) FROM note");
  CHECK (notes == 5 || (steps == 0 && notes == 7));
  glob_t found;
  bool aside = glob (pattern, 0, NULL, &found) == 0;
  CHECK (aside || notes == 7);
  if (aside)
    CHECK_NUMBER (raw_number (found.gl_pathv[0], "SELECT count (*) FROM note"),
                  7);
  globfree (&found);
  char *saved = path_in (folder, "saved.db");
  check_five (saved);
  free (saved);
  free (pattern);
  free (path);
}

/* --- runs ------------------------------------------------------------------ */

/* Each makes what the work begins with.  */
static char *
five_old (void)
{
  char *folder = folder_new ();
  old_notebook (folder, 2, 5);
  return folder;
}

static char *
five_new (void)
{
  char *folder = five_old ();
  struct notebook *notebook = notebook_in (folder);
  notebook_close (notebook);
  return folder;
}

static char *
five_saved (void)
{
  char *folder = five_new (), *to = path_in (folder, "saved.db");
  CHECK (backup_make (folder, to, NULL, NULL));
  struct notebook *notebook = notebook_in (folder);
  add_note_at (notebook, HASH_A, "sixth", 0);
  add_note_at (notebook, HASH_A, "seventh", 6);
  notebook_close (notebook);
  free (to);
  return folder;
}

static void
kill_at_random (char *(*make) (void), work_type *work,
                void (*check) (const char *folder, int steps))
{
  char *folder = make ();
  int steps, killed = 0;
  long stops = run (work, folder, 0, &steps);
  if (stops < 0)
    {
      check_skip ("no process can be traced here");
      folder_drop (folder);
      return;
    }
  check (folder, steps);
  folder_drop (folder);
  for (int i = 0; i < runs; i++)
    {
      seed = seed * 6364136223846793005u + 1442695040888963407u;
      folder = make ();
      long ended = run (work, folder, 1 + (long) (seed >> 33) % stops, &steps);
      killed += ended == 0;
      /* The first run had more to set up (sanitizers do): not so far next
         time.  */
      if (ended > 0 && ended < stops)
        stops = ended;
      check (folder, steps);
      folder_drop (folder);
    }
  printf ("%d of %d killed, %ld stops\n", killed, runs, stops);
  CHECK (killed > runs / 2);
}

static void
killed_writing (void)
{
  kill_at_random (five_new, write_notes, check_written);
}

static void
killed_upgrading (void)
{
  kill_at_random (five_old, open_it, check_migrated);
}

static void
killed_backing_up (void)
{
  kill_at_random (five_new, back_up, check_backed_up);
}

static void
killed_restoring (void)
{
  kill_at_random (five_saved, put_back, check_put_back);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "killed-writing", killed_writing },
    { "killed-upgrading", killed_upgrading },
    { "killed-backing-up", killed_backing_up },
    { "killed-restoring", killed_restoring },
    { NULL, NULL },
  };
  if (argc > 1 && sscanf (argv[1], "--runs=%d", &runs) == 1)
    {
      argv[1] = argv[0];
      argv++;
      argc--;
    }
  return check_main (argc, argv, table);
}
