/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a note, as the command line gives it.  */
#include "cli/note_text.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/intl.h"
#include "base/space.h"
#include "base/utf8.h"
#include "cli/say.h"

/* More than anybody writes; a note is held in memory several times.  */
enum { TEXT_MOST = 16 << 20 };

static bool
read_input (struct buf *out, struct err *err)
{
  char piece[4096];
  size_t len;
  errno = 0;
  while ((len = fread (piece, 1, sizeof piece, stdin)) > 0
         && out->len <= TEXT_MOST)
    buf_add (out, piece, len);
  if (ferror (stdin))
    return err_set_errno (err, ERR_READ, _ ("standard input"), errno);
  if (out->len > TEXT_MOST)
    return err_set (err, ERR_TOO_LARGE, _ ("standard input"), NULL);
  return true;
}

/* Whether TEXT can be a note.  WHERE is where it comes from.  */
static bool
is_text (const struct buf *text, const char *where, struct err *err)
{
  size_t good = utf8_check (buf_string (text), text->len);
  const char *nul = text->len ? memchr (text->data, '\0', text->len) : NULL;
  if (nul)
    {
      err_set (err, ERR_NUL, where, NULL);
      return err_at (err, 0, nul - text->data);
    }
  if (good < text->len)
    {
      err_set (err, ERR_ENCODING, where, NULL);
      return err_at (err, 0, (long long) good);
    }
  if (space_skip (buf_string (text), 0, text->len) == text->len)
    return err_set (err, ERR_EMPTY, where, NULL);
  return true;
}

char *
note_text (const char *given, enum status *status)
{
  struct buf text = BUF_INIT;
  struct err err;
  bool input = given && strcmp (given, "-") == 0;
  const char *where = input ? _ ("standard input") : "--text";
  bool done = given || err_set (&err, ERR_USAGE, where, "%s",
                                _ ("the text of the note is missing"));
  if (done && input)
    done = read_input (&text, &err);
  else if (done)
    buf_add_string (&text, given);
  if (done && is_text (&text, where, &err))
    {
      while (text.data[text.len - 1] == '\n')
        text.data[--text.len] = '\0';
      return buf_take (&text);
    }
  *status = cli_fail (&err);
  if (!input)
    *status = STATUS_USAGE;
  buf_free (&text);
  return NULL;
}

long long
note_number (const char *word)
{
  char *end;
  errno = 0;
  long long number = strtoll (word, &end, 10);
  if (*word >= '0' && *word <= '9' && !*end && !errno && number > 0)
    return number;
  say (_ ("\"%s\" is no number of a note; \"enface note list\" has them"),
       word);
  return 0;
}

enum status
note_each (struct cli *cli, const struct words *words,
           enum status (*change) (struct cli *, long long, const void *),
           const void *options)
{
  for (size_t i = 0; i < words->len; i++)
    if (note_number (words->items[i]) == 0)
      return STATUS_USAGE;
  enum status worst = cli_notebook (cli, false);
  if (worst != STATUS_DONE)
    return worst;
  for (size_t i = 0; i < words->len; i++)
    {
      enum status status
        = change (cli, note_number (words->items[i]), options);
      worst = status > worst ? status : worst;
    }
  return worst;
}

enum status
note_fail (long long id, const struct err *err)
{
  if (err->code != ERR_NOT_FOUND)
    return cli_fail (err);
  say (_ ("there is no note %lld; \"enface note list\" has their numbers"),
       id);
  return STATUS_NOTHING;
}
