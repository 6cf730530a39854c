/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the program speaks: on standard error, cleaned, a line a message.  */
#include "cli/say.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/intl.h"
#include "text/clean.h"

/* Prints PREFIX and TEXT, cleaned.  */
static void
print_line (const char *prefix, const char *text)
{
  char *line = clean_string (text);
  fprintf (stderr, "%s%s\n", prefix, line);
  free (line);
}

void
say (const char *format, ...)
{
  va_list args;
  char *text;
  va_start (args, format);
  int len = vasprintf (&text, format, args);
  va_end (args);
  print_line ("enface: ", len < 0 ? format : text);
  if (len >= 0)
    free (text);
}

static void
print_err (const char *prefix, const struct err *err)
{
  char *text = err_text (err);
  print_line (prefix, text);
  free (text);
}

void
say_err (const struct err *err)
{
  print_err ("enface: ", err);
}

void
say_problem (const struct err *err)
{
  print_err ("", err);
}

void
say_warning (const char *path, const struct warning *warning)
{
  struct buf out = BUF_INIT;
  buf_add_string (&out, path);
  if (warning->line > 0)
    buf_add_format (&out, ":%ld", warning->line);
  /* TRANSLATORS: a file and a line stand before, a sentence behind.  */
  buf_add_format (&out, _ (": warning: %s"), _ (warning->message));
  print_line ("", buf_string (&out));
  buf_free (&out);
}

bool
say_end (void)
{
  struct err err;
  errno = 0;
  bool failed = ferror (stdout) != 0;
  if (fclose (stdout) == 0 && !failed)
    return true;
  err_set (&err, ERR_WRITE, _ ("standard output"), "%s",
           errno ? strerror (errno) : "");
  /* The advice speaks of files that are replaced.  */
  char *fact = err_fact (&err);
  say ("%s", fact);
  free (fact);
  return false;
}
