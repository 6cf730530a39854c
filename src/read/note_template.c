/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader's own pattern for new notes.  */
#include "read/note_template.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "export/citation.h"

/* Appends TEXT (may be NULL), its line ends made spaces.  */
static void
add_line (struct buf *out, const char *text)
{
  for (; text && *text; text++)
    buf_add_byte (out, *text == '\n' || *text == '\r' ? ' ' : *text);
}

static void
add_citation (struct buf *out, const struct citation *citation)
{
  struct buf said = BUF_INIT;
  export_citation (citation, &said);
  add_line (out, buf_string (&said));
  buf_free (&said);
}

/* Appends what the field NAME says of NOTE; false where there is none of that
   name.  */
static bool
add_field (struct buf *out, const char *name, const struct note *note,
           const char *today)
{
  const struct citation *c = &note->citation;
  const struct
  {
    const char *name;
    const char *value;
  } fields[] = {
    { "date", c->date },
    { "page", c->page },
    { "title", c->title[ORIGINAL] ? c->title[ORIGINAL]
                                  : c->title[TRANSLATION] },
    { "translated-title", c->title[TRANSLATION] },
    { "author", c->author[ORIGINAL] ? c->author[ORIGINAL]
                                    : c->author[TRANSLATION] },
    { "quotation", note->anchor.exact },
    { "sentence", note->sentence[ORIGINAL] },
    { "translation", note->sentence[TRANSLATION] },
    { "today", today },
  };
  if (strcmp (name, "citation") == 0)
    {
      add_citation (out, c);
      return true;
    }
  for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
    if (strcmp (name, fields[i].name) == 0)
      {
        add_line (out, fields[i].value);
        return true;
      }
  return false;
}

/* Takes the field in braces at AT, LEN bytes long with its braces; false where
   it is none.  */
static bool
take_field (struct buf *out, const char *at, size_t len,
            const struct note *note, const char *today, size_t *cursor)
{
  char name[24];
  if (len < 3 || len - 2 >= sizeof name)
    return false;
  snprintf (name, sizeof name, "%.*s", (int) (len - 2), at + 1);
  if (strcmp (name, "cursor") != 0)
    return add_field (out, name, note, today);
  *cursor = out->len;
  return true;
}

char *
note_template_fill (const char *pattern, const struct note *note,
                    const char *today, size_t *cursor)
{
  struct buf out = BUF_INIT;
  size_t place = (size_t) -1;
  for (const char *at = pattern; *at;)
    {
      size_t plain = strcspn (at, "{");
      buf_add (&out, at, plain);
      at += plain;
      const char *close = *at ? strchr (at, '}') : NULL;
      size_t len = close ? (size_t) (close - at) + 1 : 0;
      if (len > 0 && take_field (&out, at, len, note, today, &place))
        at += len;
      else if (*at)
        buf_add_byte (&out, *at++);
    }
  *cursor = place < out.len ? place : out.len;
  return buf_take (&out);
}

/* Reads FILE, of at most MOST bytes, into TEXT; an errno, or 0.  */
static int
read_all (FILE *file, size_t most, struct buf *text)
{
  char piece[4096];
  size_t got;
  errno = 0;
  while (text->len <= most && (got = fread (piece, 1, sizeof piece, file)) > 0)
    buf_add (text, piece, got);
  return ferror (file) ? errno : text->len > most ? EFBIG : 0;
}

char *
note_template_read (const char *path, struct err *err)
{
  enum { MOST = 65536 };
  const char *home = getenv ("HOME");
  bool in_home = strncmp (path, "~/", 2) == 0 && home;
  char *name = mem_format ("%s%s", in_home ? home : "",
                           in_home ? path + 1 : path);
  struct buf text = BUF_INIT;
  FILE *file = fopen (name, "r");
  int number = file ? read_all (file, MOST, &text) : errno;
  size_t good = utf8_check (buf_string (&text), text.len);
  if (number)
    err_set_errno (err, file ? ERR_READ : ERR_OPEN, name, number);
  else if (good < text.len || memchr (buf_string (&text), 0, text.len))
    {
      err_set (err, ERR_ENCODING, name, NULL);
      err_at (err, 0, (long long) good);
      number = -1;
    }
  if (file)
    fclose (file);
  free (name);
  if (text.len > 0 && text.data[text.len - 1] == '\n')
    text.data[--text.len] = '\0';
  if (!number)
    return buf_take (&text);
  buf_free (&text);
  return NULL;
}
