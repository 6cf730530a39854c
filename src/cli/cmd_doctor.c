/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command doctor: what enface finds on this machine, and what to do about
   it.  */
#include <config.h>

#include <gnu/libc-version.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <unistring/version.h>

#include "base/intl.h"
#include "base/mem.h"
#include "cli/commands.h"
#include "cli/folders.h"
#include "cli/paper.h"
#include "cli/probe.h"
#include "read/settings.h"
#include "store/backup.h"
#include "text/width.h"

/* What was found so far.  */
struct report
{
  struct cli *cli;
  bool failed; /* something could not be read */
};

/* The least room that a disk should have, in MiB: a library of thousands of
   documents takes some tens.  */
enum { ROOM = 100 };

/* Prints a line: WHAT was found, VALUE (freed); and what to do: ADVICE, or NULL
   where all is well.  */
static void
tell (const char *what, char *value, const char *advice)
{
  enum { NAME = 16 };
  struct buf out = BUF_INIT;
  size_t columns = paper_columns ();
  buf_add_string (&out, advice ? "! " : "  ");
  paper_cell (&out, what, NAME);
  /* Not wrapped: a path that is to be copied must stay in one piece.  */
  paper_cell (&out, value, 0);
  buf_add_byte (&out, '\n');
  if (advice)
    {
      paper_spaces (&out, NAME + 2);
      buf_add_string (&out, "-> ");
      paper_wrap (&out, advice, NAME + 5, columns);
    }
  paper_print (&out, false);
  free (value);
}

static const char *
variable (const char *name)
{
  const char *value = getenv (name);
  return value && *value ? value : NULL;
}

/* --- locale ------------------------------------------------------------- */

static void
tell_locale (void)
{
  locale_t own = newlocale (LC_CTYPE_MASK, "", (locale_t) 0);
  const char *charset = own ? nl_langinfo_l (CODESET, own) : NULL;
  bool utf8 = charset && strcmp (charset, "UTF-8") == 0;
  tell (_ ("locale"),
        mem_format (_ ("characters %s, messages %s"),
                    setlocale (LC_CTYPE, NULL),
                    setlocale (LC_MESSAGES, NULL)),
        own ? NULL
            : _ ("the locale that LANG and LC_ALL name is not installed here; "
                 "\"locale -a\" lists those that are"));
  tell (_ ("character set"),
        mem_string (charset ? charset : _ ("not known")),
        utf8 ? NULL
             : _ ("texts are UTF-8: use a locale of that character set, for "
                  "instance LC_ALL=C.UTF-8, and a terminal that is set to "
                  "it"));
  if (own)
    freelocale (own);
}

/* --- terminal ----------------------------------------------------------- */

static void
tell_description (const struct cli *cli)
{
  const char *term = variable ("TERM");
  struct screen_terminal found = { .known = true, .moves = true };
  if (term)
    cli->screen->terminal (&found);
  tell (_ ("terminal"), mem_format ("TERM=%s", term ? term : ""),
        !term || !found.known
          ? _ ("set TERM to what your terminal is, for instance "
               "TERM=xterm-256color")
        : !found.moves || strcmp (term, "dumb") == 0
          ? _ ("this terminal can't move its cursor; the reader needs another "
               "one, the commands don't")
          : NULL);
  if (term)
    tell (_ ("colours"), mem_format ("%d", found.colours), NULL);
  if (variable ("NO_COLOR"))
    tell ("NO_COLOR", mem_string (_ ("set: the reader uses no colours")),
          NULL);
}

static void
tell_size (void)
{
  struct winsize size;
  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    tell (_ ("size"), mem_string (_ ("not known: standard output is no "
                                     "terminal")),
          NULL);
  else
    tell (_ ("size"),
          mem_format (_ ("%d columns, %d rows"), size.ws_col, size.ws_row),
          size.ws_col >= 60
            ? NULL
            : _ ("below 60 columns the sides stand one under the other"));
}

/* How wide the terminal draws SAMPLE, and whether enface thinks so too.  */
static void
tell_width (const char *what, const char *sample)
{
  int drawn = probe_width (sample);
  size_t thought = width_text (sample, strlen (sample));
  if (drawn < 0)
    tell (what, mem_format (_ ("%zu columns; the terminal does not tell how "
                               "it draws it"),
                            thought),
          NULL);
  else
    tell (what, mem_format (_ ("the terminal takes %d columns"), drawn),
          (size_t) drawn == thought
            ? NULL
            : _ ("enface counts another number: the frame will not be "
                 "straight; write \"ambiguous = wide\" (or narrow) under "
                 "[screen] in the settings, or tell the terminal to draw "
                 "ambiguous characters narrow"));
}

static void
tell_widths (void)
{
  const char *term = variable ("TERM");
  if (!paper_is_terminal () || isatty (STDIN_FILENO) != 1 || !term
      || strcmp (term, "dumb") == 0)
    {
      tell (_ ("width of “"),
            mem_string (_ ("not measured: that needs a terminal")), NULL);
      return;
    }
  /* TRANSLATORS: a sample of what Unicode calls ambiguous width.  */
  tell_width (_ ("width of “"), "\xE2\x80\x9C");
  tell_width (_ ("width of 中"), "\xE4\xB8\xAD");
}

/* --- libraries, settings ------------------------------------------------ */

static void
tell_libraries (const struct cli *cli)
{
  int unistring = _libunistring_version;
  tell ("enface", mem_string (PACKAGE_VERSION), NULL);
  tell ("SQLite", mem_string (store_engine ()), NULL);
  tell ("libunistring",
        mem_format ("%d.%d", unistring >> 16, (unistring >> 8) & 0xFF), NULL);
  tell ("glibc", mem_string (gnu_get_libc_version ()), NULL);
  tell ("ncurses", mem_string (cli->screen->version ()), NULL);
}

static void
tell_settings (void)
{
  struct err err = ERR_INIT;
  char *path = settings_path ();
  struct settings *settings = settings_new ();
  bool good = !path || settings_read (settings, path, &err);
  bool there = path && access (path, F_OK) == 0;
  char *advice
    = mem_format (_ ("line %ld: %s (%s)"), err.line,
                  _ (err_sentence (err.code)), err.detail);
  tell (_ ("settings"),
        !path   ? mem_string (_ ("none: there is no home"))
        : there ? mem_string (path)
                : mem_format (_ ("%s: not there, which is fine"), path),
        good ? NULL : advice);
  tell (_ ("editor"),
        mem_string (settings->editor       ? settings->editor
                    : variable ("VISUAL")  ? variable ("VISUAL")
                    : variable ("EDITOR")  ? variable ("EDITOR")
                                           : _ ("none is named")),
        NULL);
  settings_free (settings);
  free (advice);
  free (path);
}

static void
tell_texts (void)
{
  char *texts = folder_texts ();
  tell (_ ("samples"), texts ? mem_string (texts) : mem_string (_ ("none")),
        texts ? NULL
              : _ ("the sample texts are not where they were installed; "
                   "ENFACE_TEXTS can name their folder"));
  free (texts);
}

/* --- folder and databases ----------------------------------------------- */

static void
tell_folder (const char *folder)
{
  struct statvfs fs;
  bool there = access (folder, F_OK) == 0;
  bool writable = there && access (folder, W_OK | X_OK) == 0;
  tell (_ ("folder"), mem_string (folder),
        !there || writable ? NULL
                           : _ ("it can't be written: documents and notes can "
                                "be read but not added"));
  if (!there || statvfs (folder, &fs) != 0)
    return;
  unsigned long long room
    = (unsigned long long) fs.f_bavail * fs.f_frsize >> 20;
  tell (_ ("room on disk"), mem_format ("%llu MiB", room),
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
             struct report *report)
{
  bool sound = strcmp (health->check, "ok") == 0;
  tell (what,
        mem_format (_ ("%s: %s, %lld KiB, version %d, journal %s%s"), path,
                    rows, health->bytes >> 10, health->version,
                    health->journal,
                    access (path, W_OK) == 0 ? "" : _ (", can't be written")),
        NULL);
  tell (_ ("  its content"),
        mem_string (sound ? _ ("sound") : health->check),
        sound ? NULL : damage_advice (notes));
  if (health->network)
    tell (_ ("  its place"), mem_string (_ ("a network file system")),
          _ ("let no two machines write at once; a local folder "
             "(--library=DIR) is safer and faster"));
  report->failed = report->failed || !sound;
}

/* Tells that a database can't be opened.  */
static void
tell_failure (const char *what, const struct err *err, bool notes,
              struct report *report)
{
  report->failed = true;
  tell (what, err_fact (err),
        err->code == ERR_DB_DAMAGED ? damage_advice (notes)
        : err_advice (err->code)[0] ? _ (err_advice (err->code))
                                    : _ ("look at its permissions"));
}

static void
tell_library (struct report *report)
{
  struct store_health health;
  struct err err;
  const char *what = _ ("library");
  if (!cli_has_library (report->cli))
    {
      tell (what, mem_string (_ ("not there yet")), NULL);
      return;
    }
  struct library *library = library_open (report->cli->folder, true, &err);
  if (library && library_health (library, &health, &err))
    {
      char *rows = mem_format (ngettext ("%lld document", "%lld documents",
                                         (unsigned long) health.rows),
                               health.rows);
      tell_health (what, library_path (library), rows, &health, false,
                   report);
      free (rows);
    }
  else
    tell_failure (what, &err, false, report);
  library_close (library);
}

/* Tells which backups of the notebook there are.  */
static void
tell_backups (struct report *report)
{
  struct backups backups = { 0 };
  struct err err;
  const char *what = _ ("backups");
  if (!backups_list (report->cli->folder, &backups, &err))
    tell (what, err_fact (&err), _ ("look at its permissions"));
  else if (backups.len == 0)
    tell (what, mem_string (_ ("none yet")),
          _ ("\"enface backup\" makes one"));
  else
    tell (what,
          mem_format (_ ("%zu; the newest: %s"), backups.len,
                      backups.items[0].path),
          NULL);
  backups_free (&backups);
}

static void
tell_notebook (struct report *report)
{
  struct store_health health;
  struct err err;
  const char *what = _ ("notebook");
  if (!cli_has_notebook (report->cli))
    {
      tell (what, mem_string (_ ("not there yet")), NULL);
      return;
    }
  struct notebook *notebook = notebook_open (report->cli->folder, true, &err);
  if (notebook && notebook_health (notebook, &health, &err))
    {
      char *rows = mem_format (ngettext ("%lld note", "%lld notes",
                                         (unsigned long) health.rows),
                               health.rows);
      tell_health (what, notebook_path (notebook), rows, &health, true,
                   report);
      free (rows);
    }
  else
    tell_failure (what, &err, true, report);
  tell_backups (report);
  notebook_close (notebook);
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  struct report report = { .cli = cli };
  (void) values;
  (void) words;
  tell_libraries (cli);
  tell_locale ();
  tell_description (cli);
  tell_size ();
  tell_widths ();
  tell_settings ();
  tell_texts ();
  if (!cli_folder (cli))
    return STATUS_FAILED;
  tell_folder (cli->folder);
  tell_library (&report);
  tell_notebook (&report);
  return report.failed ? STATUS_FAILED : STATUS_DONE;
}

const struct command command_doctor = {
  .name = "doctor",
  .summary = N_ ("say what enface finds here, and what to do about it"),
  .description = N_ ("A line that begins with ! is followed by what to do.  "
                     "Nothing is changed."),
  .run = run,
};
