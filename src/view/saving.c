/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking for a file to write to.  */
#include "view/saving.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/mem.h"
#include "export/safe_file.h"

struct leaving
{
  const struct saving *saving;
  void *data;
  char *path;
};

static void
leaving_free (struct leaving *leaving)
{
  leaving->saving->free (leaving->data);
  free (leaving->path);
  free (leaving);
}

static void
write_file (struct app *app, const struct leaving *leaving)
{
  struct buf out = BUF_INIT;
  struct err err = ERR_INIT;
  const struct saving *saving = leaving->saving;
  size_t count = 0;
  if (saving->make (app, leaving->path, leaving->data, &out, &count, &err)
      && (count == 0
          || safe_file_write (leaving->path, buf_string (&out), out.len,
                              &err)))
    saving->tell (app, leaving->path, count);
  else
    app_fail (app, &err);
  buf_free (&out);
}

static void
replace_done (struct app *app, unsigned key, void *data)
{
  if (key == 'y' || key == 'Y')
    write_file (app, data);
  else
    app_say (app, "%s", _("Nothing was written."));
  leaving_free (data);
}

static void
path_done (struct app *app, const char *text, void *data)
{
  struct leaving *leaving = data;
  if (!text || !*text)
    {
      leaving_free (leaving);
      return;
    }
  leaving->path = text[0] == '~' && text[1] == '/' && getenv ("HOME")
                    ? mem_format ("%s%s", getenv ("HOME"), text + 1)
                    : mem_string (text);
  if (access (leaving->path, F_OK) == 0)
    {
      app_ask_key (app, _("The file is there. Replace it? y: yes "),
                   replace_done, leaving);
      return;
    }
  write_file (app, leaving);
  leaving_free (leaving);
}

void
saving_ask (struct app *app, const char *label, const char *name,
            const struct saving *saving, void *data)
{
  struct leaving *leaving = mem_new (1, sizeof *leaving);
  const char *folder = app->session->settings->export_folder;
  *leaving = (struct leaving) { .saving = saving, .data = data };
  char *path
    = mem_format ("%s%s%s", folder ? folder : "", folder ? "/" : "", name);
  app_ask (app, label, path, path_done, NULL, leaving);
  free (path);
}
