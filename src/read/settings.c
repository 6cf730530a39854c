/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings file, read by inih.  */
#include "read/settings.h"

#include <errno.h>
#include <ini.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

char *
settings_path (void)
{
  const char *config = getenv ("XDG_CONFIG_HOME");
  const char *home = getenv ("HOME");
  if (config && config[0] == '/')
    return mem_format ("%s/enface/settings.ini", config);
  if (home && home[0] == '/')
    return mem_format ("%s/.config/enface/settings.ini", home);
  return NULL;
}

struct settings *
settings_new (void)
{
  struct settings *settings = mem_new (1, sizeof *settings);
  const char *no_color = getenv ("NO_COLOR");
  settings->colour = !no_color || !*no_color;
  settings->keymap = keymap_new ();
  return settings;
}

void
settings_free (struct settings *settings)
{
  if (!settings)
    return;
  free (settings->export_folder);
  free (settings->editor);
  keymap_free (settings->keymap);
  free (settings);
}

static bool
read_colour (struct settings *settings, const char *value, struct err *err)
{
  if (strcmp (value, "no") == 0)
    settings->colour = false;
  else if (strcmp (value, "yes") != 0)
    return err_set (err, ERR_USAGE, "colour", "%s", value);
  return true;
}

static bool
read_string (char **to, const char *value)
{
  free (*to);
  *to = mem_string (value);
  return true;
}

static bool
read_value (struct settings *settings, const char *section, const char *name,
            const char *value, struct err *err)
{
  if (strcmp (section, "keys") == 0 && action_named (name))
    return keymap_set (settings->keymap, action_named (name), value, err);
  if (strcmp (section, "screen") == 0 && strcmp (name, "colour") == 0)
    return read_colour (settings, value, err);
  if (strcmp (section, "notes") == 0 && strcmp (name, "folder") == 0)
    return read_string (&settings->export_folder, value);
  if (strcmp (section, "notes") == 0 && strcmp (name, "editor") == 0)
    return read_string (&settings->editor, value);
  return err_set (err, ERR_USAGE, name, "[%s] %s", section, name);
}

struct reader_of_ini
{
  struct settings *settings;
  struct err err;
};

static int
take (void *data, const char *section, const char *name, const char *value)
{
  struct reader_of_ini *reader = data;
  struct err err = ERR_INIT;
  bool good = read_value (reader->settings, section, name, value, &err);
  if (!good && !reader->err.code)
    reader->err = err;
  return good;
}

bool
settings_read (struct settings *settings, const char *path, struct err *err)
{
  struct reader_of_ini reader = { settings, ERR_INIT };
  FILE *file = fopen (path, "r");
  if (!file)
    return errno == ENOENT || errno == ENOTDIR
           || err_set_errno (err, ERR_OPEN, path, errno);
  int line = ini_parse_file (file, take, &reader);
  fclose (file);
  if (line == 0)
    return true;
  err_set (err, ERR_USAGE, path, "%s", reader.err.detail);
  return err_at (err, line, -1);
}
