/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the doctor finds in the folder of the library: databases, dictionaries,
   backups.  */
#include "cli/doctor.h"

#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/mem.h"
#include "store/backup.h"
#include "store/library_beads.h"

/* The least room that a disk should have, in MiB: a library of thousands of
   documents takes some tens.  */
enum { ROOM = 100 };

static void
tell_folder (const char *folder)
{
  struct statvfs fs;
  bool there = access (folder, F_OK) == 0;
  bool writable = there && access (folder, W_OK | X_OK) == 0;
  doctor_tell (
    _ ("folder"), mem_string (folder),
    !there || writable ? NULL
                       : _ ("it can't be written: documents and notes can "
                            "be read but not added"));
  if (!there || statvfs (folder, &fs) != 0)
    return;
  unsigned long long room
    = (unsigned long long) fs.f_bavail * fs.f_frsize >> 20;
  doctor_tell (_ ("room on disk"), mem_format ("%llu MiB", room),
               room >= ROOM ? NULL : _ ("little is left; free some"));
}

/* What to do about a damaged database: the notebook, where NOTES.  */
static const char *
damage_advice (bool notes)
{
  return notes ? _ ("\"enface restore FILE\" puts a backup in its place, "
                    "\"enface restore --salvage\" what can still be read; both "
                    "keep it beside")
               : _ ("keep a copy; documents are made again by moving the file "
                    "away and adding the sources once more");
}

/* Tells of an open database, PATH, that holds ROWS of something.  */
static void
tell_health (const char *what, const char *path, const char *rows,
             const struct store_health *health, bool notes,
             struct doctor *doctor)
{
  bool sound = strcmp (health->check, "ok") == 0;
  doctor_tell (
    what,
    mem_format (_ ("%s: %s, %lld KiB, version %d, journal %s%s"), path,
                rows, health->bytes >> 10, health->version,
                health->journal,
                access (path, W_OK) == 0 ? "" : _ (", can't be written")),
    NULL);
  doctor_tell (_ ("  its content"),
               mem_string (sound ? _ ("sound") : health->check),
               sound ? NULL : damage_advice (notes));
  if (health->network)
    doctor_tell (_ ("  its place"), mem_string (_ ("a network file system")),
                 _ ("let no two machines write at once; a local folder "
                    "(--library=DIR) is safer and faster"));
  doctor->failed = doctor->failed || !sound;
}

/* Tells that a database can't be opened.  */
static void
tell_failure (const char *what, const struct err *err, bool notes,
              struct doctor *doctor)
{
  doctor->failed = true;
  doctor_tell (what, err_fact (err),
               err->code == ERR_DB_DAMAGED ? damage_advice (notes)
               : err_advice (err->code)[0] ? _ (err_advice (err->code))
                                           : _ ("look at its permissions"));
}

/* Tells which dictionaries there are.  */
static void
tell_dictionaries (struct cli *cli)
{
  struct shelved_list list = { 0 };
  struct buf names = BUF_INIT;
  shelf_list (cli_shelf (cli), &list);
  for (size_t i = 0; i < list.len; i++)
    if (strcmp (list.items[i].name, SHELF_LEXICON) != 0)
      buf_add_format (&names, "%s%s", names.len > 0 ? _ (", ") : "",
                      list.items[i].name);
  bool none = names.len == 0;
  doctor_tell (
    _ ("dictionaries"),
           none ? mem_string (_ ("none yet")) : buf_take (&names),
           none ? _ ("\"enface dictionary add FILE\" takes CC-CEDICT: "
                     "pairs are surer with it, and words can be looked up")
                : NULL);
  shelved_list_free (&list);
  buf_free (&names);
}

/* Tells how many documents of LIBRARY could be aligned better now.  */
static void
tell_alignment (struct cli *cli, struct library *library)
{
  long long stale
    = library_stale (library, align_digest (cli_aids (cli)), NULL);
  if (stale <= 0)
    return;
  doctor_tell (
    _ ("  its pairs"),
    mem_format (ngettext ("%lld document was aligned with other "
                          "dictionaries or by another enface",
                          "%lld documents were aligned with other "
                          "dictionaries or by another enface",
                          (unsigned long) stale),
                stale),
    _ ("\"enface learn\" aligns anew; corrections of yours stay"));
}

static void
tell_library (struct doctor *doctor)
{
  struct store_health health;
  struct err err;
  const char *what = _ ("library");
  if (!cli_has_library (doctor->cli))
    {
      doctor_tell (what, mem_string (_ ("not there yet")), NULL);
      return;
    }
  struct library *library = library_open (doctor->cli->folder, true, &err);
  if (library && library_health (library, &health, &err))
    {
      char *rows = mem_format (ngettext ("%lld document", "%lld documents",
                                         (unsigned long) health.rows),
                               health.rows);
      tell_health (what, library_path (library), rows, &health, false,
                   doctor);
      free (rows);
      tell_alignment (doctor->cli, library);
    }
  else
    tell_failure (what, &err, false, doctor);
  library_close (library);
}

/* Tells which backups of the notebook there are.  */
static void
tell_backups (struct doctor *doctor)
{
  struct backups backups = { 0 };
  struct err err;
  const char *what = _ ("backups");
  if (!backups_list (doctor->cli->folder, &backups, &err))
    doctor_tell (what, err_fact (&err), _ ("look at its permissions"));
  else if (backups.len == 0)
    doctor_tell (what, mem_string (_ ("none yet")),
                 _ ("\"enface backup\" makes one"));
  else
    doctor_tell (what,
                 mem_format (_ ("%zu; the newest: %s"), backups.len,
                             backups.items[0].path),
                 NULL);
  backups_free (&backups);
}

static void
tell_notebook (struct doctor *doctor)
{
  struct store_health health;
  struct err err;
  const char *what = _ ("notebook");
  if (!cli_has_notebook (doctor->cli))
    {
      doctor_tell (what, mem_string (_ ("not there yet")), NULL);
      return;
    }
  struct notebook *notebook = notebook_open (doctor->cli->folder, true, &err);
  if (notebook && notebook_health (notebook, &health, &err))
    {
      char *rows = mem_format (ngettext ("%lld note", "%lld notes",
                                         (unsigned long) health.rows),
                               health.rows);
      tell_health (what, notebook_path (notebook), rows, &health, true,
                   doctor);
      free (rows);
    }
  else
    tell_failure (what, &err, true, doctor);
  tell_backups (doctor);
  notebook_close (notebook);
}

void
doctor_folder (struct doctor *doctor)
{
  tell_folder (doctor->cli->folder);
  tell_library (doctor);
  tell_notebook (doctor);
  tell_dictionaries (doctor->cli);
}
