/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the head of a dictionary's file says of it.  */
#include "index/credits.h"

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"

/* A comment without its sign and the white space around it.  */
struct comment
{
  const char *text;
  size_t len;
};

/* Appends COMMENT to FIELD of SIZE bytes, a space between; what has no room is
   cut at a character's boundary, and what is not UTF-8 left out.  */
static void
add (char *field, size_t size, struct comment comment)
{
  size_t used = strlen (field);
  size_t good = utf8_check (comment.text, comment.len);
  if (used > 0 && used + 1 < size)
    field[used++] = ' ';
  for (size_t at = 0; at < good;)
    {
      size_t from = at;
      utf8_next (comment.text, good, &at);
      if (used + (at - from) >= size)
        break;
      memcpy (field + used, comment.text + from, at - from);
      used += at - from;
    }
  field[used] = '\0';
}

/* Whether COMMENT begins with SIGN in whatever case; it is taken off then.  */
static bool
begins (struct comment *comment, const char *sign)
{
  size_t len = strlen (sign);
  if (comment->len < len || strncasecmp (comment->text, sign, len) != 0)
    return false;
  comment->text += len;
  comment->len -= len;
  while (comment->len > 0 && *comment->text == ' ')
    {
      comment->text++;
      comment->len--;
    }
  return true;
}

/* Fills FIELD where it is empty.  */
static void
fill (char *field, size_t size, struct comment comment)
{
  if (!*field)
    add (field, size, comment);
}

/* Takes what COMMENT says; *LICENCE tells that the lines before it began to
   say what the licence is.  */
static void
take (struct comment comment, bool *licence, struct credits *c)
{
  bool head = begins (&comment, "License:") || begins (&comment, "Licence:");
  *licence = *licence && (comment.len == 0 || *comment.text != '!');
  if (head || *licence)
    {
      *licence = head ? comment.len == 0 || !*c->licence : comment.len > 0;
      if (*licence && comment.len > 0)
        add (c->licence, sizeof c->licence, comment);
    }
  else if (begins (&comment, "For terms of use, see"))
    fill (c->licence, sizeof c->licence, comment);
  else if (begins (&comment, "! license="))
    fill (c->licence, sizeof c->licence, comment);
  else if (begins (&comment, "! publisher=")
           || begins (&comment, "Published by"))
    fill (c->source, sizeof c->source, comment);
  else if (comment.len > 2 && memcmp (comment.text, "©", 2) == 0)
    fill (c->source, sizeof c->source, comment);
  else if (begins (&comment, "Unicode version:"))
    {
      c->version[0] = '\0';
      fill (c->version, sizeof c->version, comment);
    }
  else if (begins (&comment, "! date=") || begins (&comment, "Date:"))
    fill (c->version, sizeof c->version, comment);
  else if (comment.len > 0 && *comment.text != '!')
    fill (c->title, sizeof c->title, comment);
}

void
credits_read (const char *text, size_t len, struct credits *credits)
{
  bool licence = false;
  size_t mark = len >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  memset (credits, 0, sizeof *credits);
  for (size_t at = mark; at < len && text[at] == '#';)
    {
      const char *end = memchr (text + at, '\n', len - at);
      size_t next = end ? (size_t) (end - text) + 1 : len;
      struct comment comment = { text + at + 1, next - at - 1 };
      at = next;
      while (comment.len > 0
             && strchr (" \t\r\n", comment.text[comment.len - 1]))
        comment.len--;
      while (comment.len > 0 && *comment.text == ' ')
        {
          comment.text++;
          comment.len--;
        }
      take (comment, &licence, credits);
    }
}
