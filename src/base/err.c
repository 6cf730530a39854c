/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of errors, and how one is filled.  */
#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/intl.h"
#include "base/mem.h"

static const struct
{
  const char *sentence;
  const char *advice;
} errors[ERR_CODES] = {
  [ERR_NONE] = { N_("no error"), "" },
  [ERR_USAGE] = { N_("wrong usage"), N_("see \"enface --help\"") },
  [ERR_NOT_FOUND] = { N_("nothing of that name is there"),
                      N_("\"enface list\" shows what is") },
  [ERR_AMBIGUOUS] = { N_("the name fits more than one document"),
                      N_("give its number from \"enface list\"") },
  [ERR_OPEN] = { N_("can't be opened"), "" },
  [ERR_READ] = { N_("can't be read"), "" },
  [ERR_WRITE] = { N_("can't be written"),
                  N_("what stood there before is unchanged") },
  [ERR_NOT_A_FILE] = { N_("is no ordinary file"), "" },
  [ERR_TOO_LARGE] = { N_("is larger than a text may be"),
                      N_("split it into several files") },
  [ERR_EMPTY] = { N_("holds no text"), "" },
  [ERR_ENCODING] = { N_("is not UTF-8"),
                     N_("convert it first, for instance with "
                        "\"iconv -f ENCODING -t UTF-8\"") },
  [ERR_NAME] = { N_("has a name that is not UTF-8"),
                 N_("rename it; \"convmv\" does so for whole folders") },
  [ERR_NUL] = { N_("holds a NUL byte, so it is not a plain text"), "" },
  [ERR_FORMAT] = { N_("is in no format that enface knows"),
                   N_("the manual lists the formats") },
  [ERR_JSON] = { N_("is not well-formed JSON from there on"),
                 N_("mend it or fetch it again; what stands before that "
                    "place was read") },
  [ERR_DB_OPEN] = { N_("the database can't be opened"), "" },
  [ERR_DB_NEWER] = { N_("the database was written by a newer enface"),
                     N_("use that version; nothing was changed") },
  [ERR_DB_FOREIGN] = { N_("the database belongs to another program"),
                       N_("name another folder with --library; nothing was "
                          "changed") },
  [ERR_DB_DAMAGED] = { N_("the database is damaged"),
                       N_("keep a copy of it; \"enface doctor\" says more") },
  [ERR_DB_BUSY] = { N_("another program is writing to the database"),
                    N_("try again in a moment; nothing is lost") },
  [ERR_DB_FULL] = { N_("there is no room left on the disk"),
                    N_("free some and try again; nothing is lost") },
  [ERR_DB_READONLY] = { N_("the database can't be written"),
                        N_("look at its permissions and its folder's") },
  [ERR_DB] = { N_("the database reports an error"), "" },
  [ERR_TERMINAL] = { N_("this terminal can't show the reader"),
                     N_("set TERM to what your terminal is, for instance "
                        "TERM=xterm; the commands work without") },
  [ERR_NO_TERMINAL] = { N_("the reader needs a terminal"),
                        N_("run enface in one, and neither from a file nor "
                           "into one; the commands work without") },
  [ERR_EDITOR] = { N_("the editor ended with an error"),
                   N_("the note is as it was") },
  [ERR_CHANGED] = { N_("the note has been changed elsewhere meanwhile"),
                    N_("look at it and do it again") },
};

/* Copies TEXT into ROOM bytes at TO, cut before a character that would not
   fit whole.  */
static void
copy_cut (char *to, size_t room, const char *text)
{
  size_t len = strlen (text);
  if (len >= room)
    {
      len = room - 1;
      while (len > 0 && ((unsigned char) text[len] & 0xC0) == 0x80)
        len--;
    }
  memcpy (to, text, len);
  to[len] = '\0';
}

bool
err_set (struct err *err, enum err_code code, const char *where,
         const char *format, ...)
{
  if (!err)
    return false;
  *err = (struct err) ERR_INIT;
  err->code = code;
  copy_cut (err->where, sizeof err->where, where ? where : "");
  if (format)
    {
      char text[1024];
      va_list args;
      va_start (args, format);
      vsnprintf (text, sizeof text, format, args);
      va_end (args);
      copy_cut (err->detail, sizeof err->detail, text);
    }
  return false;
}

bool
err_set_errno (struct err *err, enum err_code code, const char *where,
               int number)
{
  return err_set (err, code, where, "%s", strerror (number));
}

bool
err_at (struct err *err, long line, long long offset)
{
  if (err)
    {
      err->line = line;
      err->offset = offset;
    }
  return false;
}

const char *
err_sentence (enum err_code code)
{
  return errors[code < ERR_CODES ? code : ERR_NONE].sentence;
}

const char *
err_advice (enum err_code code)
{
  return errors[code < ERR_CODES ? code : ERR_NONE].advice;
}

/* DETAIL and the place in the file, what there is of them; the caller frees it.
   The punctuation around words is translated with them.  */
static char *
detail_text (const struct err *err)
{
  if (err->offset < 0)
    return mem_string (err->detail);
  return err->detail[0]
           ? mem_format (_("%s, at byte %lld"), err->detail, err->offset)
           : mem_format (_("at byte %lld"), err->offset);
}

char *
err_fact (const struct err *err)
{
  struct buf out = BUF_INIT;
  char *detail = detail_text (err);
  buf_add_string (&out, err->where);
  if (err->where[0] && err->line > 0)
    buf_add_format (&out, ":%ld", err->line);
  buf_add_format (&out, "%s%s", err->where[0] ? ": " : "",
                  _(err_sentence (err->code)));
  if (detail[0])
    /* TRANSLATORS: more about an error, behind it.  */
    buf_add_format (&out, _(" (%s)"), detail);
  free (detail);
  return buf_take (&out);
}

char *
err_text (const struct err *err)
{
  const char *advice = err_advice (err->code);
  char *fact = err_fact (err);
  if (!advice[0])
    return fact;
  /* TRANSLATORS: an error, and what to do about it.  */
  char *text = mem_format (_("%s; %s"), fact, _(advice));
  free (fact);
  return text;
}
