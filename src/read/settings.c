/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings file, line by line.  */
#include "read/settings.h"

#include <errno.h>
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
  free (settings->note_template);
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
read_ambiguous (struct settings *settings, const char *value, struct err *err)
{
  settings->ambiguous_wide = strcmp (value, "wide") == 0;
  return settings->ambiguous_wide || strcmp (value, "narrow") == 0
         || err_set (err, ERR_USAGE, "ambiguous", "%s", value);
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
  if (strcmp (section, "screen") == 0 && strcmp (name, "ambiguous") == 0)
    return read_ambiguous (settings, value, err);
  if (strcmp (section, "notes") == 0 && strcmp (name, "folder") == 0)
    return read_string (&settings->export_folder, value);
  if (strcmp (section, "notes") == 0 && strcmp (name, "editor") == 0)
    return read_string (&settings->editor, value);
  if (strcmp (section, "notes") == 0 && strcmp (name, "template") == 0)
    return read_string (&settings->note_template, value);
  return err_set (err, ERR_USAGE, name, "[%s] %s", section, name);
}

/* AT without the white space at its ends, which is cut off.  */
static char *
trim (char *at)
{
  at += strspn (at, " \t\r\n");
  size_t len = strlen (at);
  while (len > 0 && strchr (" \t\r\n", at[len - 1]))
    len--;
  at[len] = '\0';
  return at;
}

/* Reads one line: a remark, the heading of a section, which goes to *SECTION,
   or NAME = VALUE.  */
static bool
read_line (struct settings *settings, char *line, char **section,
           struct err *err)
{
  char *text = trim (line);
  size_t len = strlen (text), name = strcspn (text, "=");
  if (len == 0 || *text == '#' || *text == ';')
    return true;
  if (*text == '[' && text[len - 1] == ']')
    {
      text[len - 1] = '\0';
      return read_string (section, trim (text + 1));
    }
  if (*text == '[' || name == len || name == 0)
    return err_set (err, ERR_USAGE, NULL, "%s", text);
  text[name] = '\0';
  return read_value (settings, *section, trim (text), trim (text + name + 1),
                     err);
}

/* Reads all lines; FIRST is the first error, with its line.  */
static void
read_lines (struct settings *settings, FILE *file, struct err *first)
{
  char *line = NULL, *section = mem_string ("");
  size_t room = 0;
  ssize_t len;
  for (long number = 1; (len = getline (&line, &room, file)) >= 0; number++)
    {
      struct err err;
      bool mark = number == 1 && strncmp (line, "\xEF\xBB\xBF", 3) == 0;
      bool good = strlen (line) == (size_t) len
                    ? read_line (settings, line + (mark ? 3 : 0), &section,
                                 &err)
                    : err_set (&err, ERR_USAGE, NULL, "NUL");
      if (!good && !first->code)
        {
          *first = err;
          first->line = number;
        }
    }
  free (line);
  free (section);
}

bool
settings_read (struct settings *settings, const char *path, struct err *err)
{
  struct err first = ERR_INIT;
  FILE *file = fopen (path, "r");
  if (!file)
    return errno == ENOENT || errno == ENOTDIR
           || err_set_errno (err, ERR_OPEN, path, errno);
  errno = 0;
  read_lines (settings, file, &first);
  int number = ferror (file) ? errno : 0;
  fclose (file);
  if (number)
    return err_set_errno (err, ERR_READ, path, number);
  if (!first.code)
    return true;
  err_set (err, ERR_USAGE, path, "%s", first.detail);
  return err_at (err, first.line, -1);
}
