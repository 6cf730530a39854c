/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may reach a terminal.  */
#include "text/clean.h"

#include <stdio.h>
#include <string.h>
#include <unictype.h>
#include <wchar.h>

#include "base/space.h"
#include "base/utf8.h"
#include "text/width.h"

enum
{
  TAB_STOP = 8, /* columns */
  ALWAYS_BAD = UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Cf | UC_CATEGORY_MASK_Cs
               | UC_CATEGORY_MASK_Co | UC_CATEGORY_MASK_Cn
               | UC_CATEGORY_MASK_Zl | UC_CATEGORY_MASK_Zp
};

/* The ranges nearly all texts are made of, where every code point is assigned
   and can be drawn; the tests hold them against the slow way.  */
static bool
common (unsigned cp)
{
  return (cp >= 0x4E00 && cp <= 0x9FFF) || (cp >= 0x3001 && cp <= 0x303F)
         || (cp >= 0xFF01 && cp <= 0xFF60);
}

enum clean
clean_class (unsigned cp)
{
  if (cp < 0x7F)
    return cp > ' '          ? CLEAN_KEEP
           : space_is (cp)   ? CLEAN_SPACE
                             : CLEAN_MARK;
  if (common (cp))
    return CLEAN_KEEP;
  if (cp > 0x10FFFF)
    return CLEAN_MARK;
  /* U+0085 is a control, but a line end.  U+2028, U+200B and U+FEFF count as
     white space elsewhere; a terminal may do anything with them.  */
  if (cp == 0x85)
    return CLEAN_SPACE;
  if (uc_is_general_category_withtable (cp, ALWAYS_BAD))
    return CLEAN_MARK;
  if (space_is (cp))
    return CLEAN_SPACE;
  return wcwidth ((wchar_t) cp) < 0 ? CLEAN_MARK : CLEAN_KEEP;
}

size_t
clean_mark (unsigned cp, char mark[CLEAN_MARK_SIZE])
{
  int len = cp > 0x10FFFF ? snprintf (mark, CLEAN_MARK_SIZE, "<\?\?>")
                          : snprintf (mark, CLEAN_MARK_SIZE, "<U+%04X>", cp);
  return (size_t) len;
}

/* The state of a cleaning.  */
struct cleaning
{
  struct buf *out;
  bool keep_lines;
  bool base;     /* the code point before can carry combining marks */
  int marks;     /* combining marks on it */
  size_t column; /* from the last line end on */
};

/* Takes a code point of no width: at most CLEAN_COMBINING on one base.  */
static void
add_combining (struct cleaning *c, unsigned cp)
{
  if (!c->base)
    {
      buf_add_byte (c->out, ' ');
      c->column++;
      c->base = true;
      c->marks = 0;
    }
  if (c->marks > CLEAN_COMBINING)
    return;
  if (c->marks++ < CLEAN_COMBINING)
    buf_add_cp (c->out, cp);
  else
    {
      buf_add_string (c->out, CLEAN_CUT);
      c->column += strlen (CLEAN_CUT);
    }
}

static void
add_kept (struct cleaning *c, unsigned cp)
{
  int width = width_cp (cp);
  if (width == 0)
    {
      add_combining (c, cp);
      return;
    }
  buf_add_cp (c->out, cp);
  c->column += (size_t) width;
  c->base = true;
  c->marks = 0;
}

static void
add_space (struct cleaning *c, unsigned cp)
{
  c->marks = 0;
  c->base = true;
  if (c->keep_lines && (cp == '\n' || cp == '\r'))
    {
      buf_add_byte (c->out, '\n');
      c->base = false;
      c->column = 0;
      return;
    }
  size_t count = 1;
  if (c->keep_lines && cp == '\t')
    count = TAB_STOP - c->column % TAB_STOP;
  for (c->column += count; count > 0; count--)
    buf_add_byte (c->out, ' ');
}

static void
add_mark (struct cleaning *c, unsigned cp)
{
  char mark[CLEAN_MARK_SIZE];
  size_t len = clean_mark (cp, mark);
  buf_add (c->out, mark, len);
  c->column += len;
  c->base = false; /* so that nothing is put on the `>' */
}

static void
add_cp (struct cleaning *c, unsigned cp)
{
  switch (clean_class (cp))
    {
    case CLEAN_KEEP:
      add_kept (c, cp);
      break;
    case CLEAN_SPACE:
      add_space (c, cp);
      break;
    case CLEAN_MARK:
      add_mark (c, cp);
      break;
    }
}

/* How many of the LEN bytes at S are plain: printable ASCII.  */
static size_t
plain (const char *s, size_t len)
{
  size_t n = 0;
  while (n < len && s[n] >= ' ' && s[n] < 0x7F)
    n++;
  return n;
}

void
clean_add (struct buf *out, const char *s, size_t len, bool keep_lines)
{
  struct cleaning c = { .out = out, .keep_lines = keep_lines };
  buf_reserve (out, len);
  for (size_t at = 0; at < len;)
    {
      size_t run = plain (s + at, len - at);
      if (run > 0)
        {
          buf_add (out, s + at, run);
          at += run;
          c.column += run;
          c.base = true;
          c.marks = 0;
          continue;
        }
      unsigned cp = utf8_next (s, len, &at);
      add_cp (&c, cp);
      if (cp == '\r' && at < len && s[at] == '\n')
        at++;
    }
}

char *
clean_string (const char *s)
{
  struct buf out = BUF_INIT;
  clean_add (&out, s, strlen (s), false);
  return buf_take (&out);
}
