/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folders enface looks for.  */
#include "cli/folders.h"

#include <limits.h>
#include <pwd.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"

/* The value of the variable NAME; NULL where it is unset or empty.  */
static const char *
variable (const char *name)
{
  const char *value = getenv (name);
  return value && *value ? value : NULL;
}

static const char *
home (void)
{
  const char *folder = variable ("HOME");
  if (folder)
    return folder;
  const struct passwd *user = getpwuid (getuid ());
  return user && user->pw_dir[0] ? user->pw_dir : NULL;
}

char *
folder_library (const char *given)
{
  const char *data = variable ("XDG_DATA_HOME");
  if (!given)
    given = variable ("ENFACE_LIBRARY");
  if (given)
    return mem_string (given);
  if (data && data[0] == '/')
    return mem_format ("%s/enface", data);
  return home () ? mem_format ("%s/.local/share/enface", home ()) : NULL;
}

/* The folder texts/ of the tree whose src/enface is running; NULL where the
   program runs from elsewhere.  */
static char *
texts_of_build (void)
{
  char self[PATH_MAX];
  ssize_t len = readlink ("/proc/self/exe", self, sizeof self - 1);
  static const char tail[] = "/src/enface";
  size_t skip = sizeof tail - 1;
  if (len < (ssize_t) skip
      || memcmp (self + len - skip, tail, skip) != 0)
    return NULL;
  self[(size_t) len - skip] = '\0';
  return mem_format ("%s/texts", self);
}

/* FOLDER where it is there; else it is freed.  */
static char *
if_there (char *folder)
{
  if (folder && access (folder, R_OK | X_OK) == 0)
    return folder;
  free (folder);
  return NULL;
}

char *
folder_texts (void)
{
  const char *given = variable ("ENFACE_TEXTS");
  if (given)
    return if_there (mem_string (given));
  char *folder = if_there (texts_of_build ());
  return folder ? folder : if_there (mem_string (TEXTSDIR));
}

const char *
folder_messages (void)
{
  const char *given = variable ("ENFACE_LOCALE");
  return given ? given : LOCALEDIR;
}
