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
#include <unistd.h>
#include <unistring/version.h>

#include "base/intl.h"
#include "base/mem.h"
#include "cli/commands.h"
#include "cli/doctor.h"
#include "cli/folders.h"
#include "cli/paper.h"
#include "cli/probe.h"
#include "read/settings.h"
#include "text/width.h"

void
doctor_tell (const char *what, char *value, const char *advice)
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
  doctor_tell (
    _ ("locale"),
    mem_format (_ ("characters %s, messages %s"),
                setlocale (LC_CTYPE, NULL),
                setlocale (LC_MESSAGES, NULL)),
    own ? NULL
        : _ ("the locale that LANG and LC_ALL name is not installed here; "
             "\"locale -a\" lists those that are"));
  doctor_tell (
    _ ("character set"),
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
  doctor_tell (
    _ ("terminal"), mem_format ("TERM=%s", term ? term : ""),
    !term || !found.known
      ? _ ("set TERM to what your terminal is, for instance "
           "TERM=xterm-256color")
    : !found.moves || strcmp (term, "dumb") == 0
      ? _ ("this terminal can't move its cursor; the reader needs another "
           "one, the commands don't")
      : NULL);
  if (term)
    doctor_tell (_ ("colours"), mem_format ("%d", found.colours), NULL);
  if (variable ("NO_COLOR"))
    doctor_tell (
      "NO_COLOR", mem_string (_ ("set: the reader uses no colours")),
      NULL);
}

static void
tell_size (void)
{
  struct winsize size;
  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    doctor_tell (_ ("size"), mem_string (_ ("not known: standard output is no "
                                            "terminal")),
                 NULL);
  else
    doctor_tell (
      _ ("size"),
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
    doctor_tell (
      what, mem_format (_ ("%zu columns; the terminal does not tell how "
                           "it draws it"),
                        thought),
      NULL);
  else
    doctor_tell (
      what, mem_format (_ ("the terminal takes %d columns"), drawn),
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
      doctor_tell (
        _ ("width of “"),
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
  doctor_tell ("enface", mem_string (PACKAGE_VERSION), NULL);
  doctor_tell ("SQLite", mem_string (store_engine ()), NULL);
  doctor_tell (
    "libunistring",
    mem_format ("%d.%d", unistring >> 16, (unistring >> 8) & 0xFF), NULL);
  doctor_tell ("glibc", mem_string (gnu_get_libc_version ()), NULL);
  doctor_tell ("ncurses", mem_string (cli->screen->version ()), NULL);
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
  doctor_tell (_ ("settings"),
               !path   ? mem_string (_ ("none: there is no home"))
               : there ? mem_string (path)
                       : mem_format (_ ("%s: not there, which is fine"), path),
               good ? NULL : advice);
  doctor_tell (_ ("editor"),
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
  doctor_tell (
    _ ("samples"), texts ? mem_string (texts) : mem_string (_ ("none")),
    texts ? NULL
          : _ ("the sample texts are not where they were installed; "
               "ENFACE_TEXTS can name their folder"));
  free (texts);
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  struct doctor doctor = { .cli = cli };
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
  doctor_folder (&doctor);
  return doctor.failed ? STATUS_FAILED : STATUS_DONE;
}

const struct command command_doctor = {
  .name = "doctor",
  .summary = N_ ("say what enface finds here, and what to do about it"),
  .description = N_ ("A line that begins with ! is followed by what to do.  "
                     "Nothing is changed."),
  .run = run,
};
