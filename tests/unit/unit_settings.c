/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of read/settings.h: the settings file.  */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "check.h"
#include "read/settings.h"
#include "store_help.h"

/* The settings of a file of TEXT, with its error in *ERR.  */
static struct settings *
settings_of (const char *text, struct err *err)
{
  char *folder = folder_new ();
  char *path = path_in (folder, "settings.ini");
  struct settings *settings = settings_new ();
  *err = (struct err) ERR_INIT;
  file_put (path, text, strlen (text));
  bool good = settings_read (settings, path, err);
  CHECK (good == (err->code == ERR_NONE));
  if (!good)
    CHECK_STRING (err->where, path);
  free (path);
  folder_drop (folder);
  return settings;
}

static void
all_is_taken (void)
{
  struct err err;
  unsetenv ("NO_COLOR");
  struct settings *settings
    = settings_of ("; a remark\n# another\n\n[screen]\ncolour = no\n"
                   "ambiguous = wide\n[notes]\r\nfolder = /srv/my notes \r\neditor=vi -n\n"
                   "[keys]\nnext = x Down\npin = =\nback = :\nfind = #",
                   &err);
  CHECK_NUMBER (err.code, ERR_NONE);
  CHECK (!settings->colour);
  CHECK (settings->ambiguous_wide);
  CHECK_STRING (settings->export_folder, "/srv/my notes");
  CHECK_STRING (settings->editor, "vi -n");
  CHECK_STRING (keymap_keys (settings->keymap, ACTION_NEXT), "x Down");
  CHECK_STRING (keymap_keys (settings->keymap, ACTION_PIN), "=");
  CHECK_STRING (keymap_keys (settings->keymap, ACTION_BACK), ":");
  CHECK_STRING (keymap_keys (settings->keymap, ACTION_FIND), "#");
  settings_free (settings);
  settings_free (NULL);
}

/* Lines may be indented; they do not go on the line before.  */
static void
indented (void)
{
  struct err err;
  struct settings *settings
    = settings_of ("\xEF\xBB\xBF  [notes]\n  folder = /a\n\teditor = vi\n"
                   "  [keys]\n  next = x\n  previous = y\n", &err);
  CHECK_NUMBER (err.code, ERR_NONE);
  CHECK_STRING (settings->export_folder, "/a");
  CHECK_STRING (settings->editor, "vi");
  CHECK_STRING (keymap_keys (settings->keymap, ACTION_NEXT), "x");
  CHECK_STRING (keymap_keys (settings->keymap, ACTION_PREVIOUS), "y");
  settings_free (settings);
}

static void
semicolons (void)
{
  struct err err;
  struct settings *settings
    = settings_of ("[notes]\neditor = sh -c 'a ; b'\n[keys]\nnext = x ;\n"
                   "pin = ;\n", &err);
  CHECK_NUMBER (err.code, ERR_NONE);
  CHECK_STRING (settings->editor, "sh -c 'a ; b'");
  CHECK_STRING (keymap_keys (settings->keymap, ACTION_NEXT), "x ;");
  CHECK_STRING (keymap_keys (settings->keymap, ACTION_PIN), ";");
  settings_free (settings);
}

static void
long_lines (void)
{
  char folder[2000];
  struct err err;
  memset (folder, 'f', sizeof folder - 1);
  folder[sizeof folder - 1] = '\0';
  char *text = mem_format ("; %s\n[notes]\nfolder = /%s\nbad\n", folder,
                           folder);
  struct settings *settings = settings_of (text, &err);
  CHECK_NUMBER (err.line, 4);
  CHECK (settings->export_folder
         && strcmp (settings->export_folder + 1, folder) == 0);
  settings_free (settings);
  free (text);
}

static void
bad_lines (void)
{
  static const struct
  {
    const char *text;
    long line;
    const char *detail;
  } table[] = {
    { "[screen]\ncolour = maybe\n", 2, "maybe" },
    { "[screen]\nambiguous = 2\n", 2, "2" },
    { "[screen]\nsize = 3\n", 2, "[screen] size" },
    { "[keys]\n\nnext = j nokey\n", 3, "nokey" },
    { "[keys]\nnext = F1x\n", 2, "F1x" },
    { "[keys]\njump = j\n", 2, "[keys] jump" },
    { "colour = no\n", 1, "[] colour" },
    { "[colours]\n", 0, "" },
    { "[colours]\nred = no", 2, "[colours] red" },
    { "[screen]\ncolour\n", 2, "colour" },
    { "[screen\ncolour = no\n", 1, "[screen" },
    { "garbage\n[screen]\ncolour = maybe\n", 1, "garbage" },
    { "[screen]\ncolour = maybe\ngarbage\n", 2, "maybe" },
    { "[screen]\n= no\n", 2, "= no" },
    { "[screen]\ncolour = \x1B[31m\n", 2, "\x1B[31m" },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      struct err err;
      struct settings *settings = settings_of (table[i].text, &err);
      CHECK_NUMBER (err.code, table[i].line ? ERR_USAGE : ERR_NONE);
      CHECK_NUMBER (err.line, table[i].line);
      CHECK_STRING (err.detail, table[i].detail);
      settings_free (settings);
    }
}

static void
the_rest_is_taken (void)
{
  struct err err;
  struct settings *settings
    = settings_of ("nonsense\n[notes]\nbad = 1\neditor = vi\n[keys]\n"
                   "next = nokey\nprevious = y\n", &err);
  CHECK_NUMBER (err.line, 1);
  CHECK_STRING (settings->editor, "vi");
  CHECK_STRING (keymap_keys (settings->keymap, ACTION_NEXT), "j Down");
  CHECK_STRING (keymap_keys (settings->keymap, ACTION_PREVIOUS), "y");
  settings_free (settings);
}

static void
files (void)
{
  struct err err = ERR_INIT;
  struct settings *settings = settings_new ();
  char *folder = folder_new ();
  char *path = path_in (folder, "none/settings.ini");
  CHECK (settings_read (settings, path, &err));
  free (path);
  CHECK (!settings_read (settings, folder, &err));
  CHECK (err.code == ERR_READ || err.code == ERR_OPEN);
  CHECK_STRING (err.where, folder);
  path = path_in (folder, "shut");
  file_put (path, "[keys]\n", 7);
  chmod (path, 0);
  if (geteuid () == 0)
    check_skip ("root may read everything");
  else
    {
      CHECK (!settings_read (settings, path, &err));
      CHECK_NUMBER (err.code, ERR_OPEN);
    }
  free (path);
  folder_drop (folder);
  settings_free (settings);
}

static void
surroundings (void)
{
  setenv ("NO_COLOR", "1", 1);
  struct settings *settings = settings_new ();
  CHECK (!settings->colour);
  settings_free (settings);
  setenv ("NO_COLOR", "", 1);
  settings = settings_new ();
  CHECK (settings->colour);
  settings_free (settings);

  static const struct
  {
    const char *config;
    const char *home;
    const char *want;
  } table[] = {
    { "/c", "/h", "/c/enface/settings.ini" },
    { "c", "/h", "/h/.config/enface/settings.ini" },
    { "", "/h", "/h/.config/enface/settings.ini" },
    { "", "", NULL },
    { "", "h", NULL },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      setenv ("XDG_CONFIG_HOME", table[i].config, 1);
      setenv ("HOME", table[i].home, 1);
      char *path = settings_path ();
      CHECK_STRING (path, table[i].want);
      free (path);
    }
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "all-is-taken", all_is_taken },
    { "indented", indented },
    { "semicolons", semicolons },
    { "long-lines", long_lines },
    { "bad-lines", bad_lines },
    { "the-rest-is-taken", the_rest_is_taken },
    { "files", files },
    { "surroundings", surroundings },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
