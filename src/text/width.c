/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many columns text takes.  */
#include "text/width.h"

#include <wchar.h>

#include "base/utf8.h"
#include "text/ambiguous.h"
#include "text/clean.h"
#include "text/cluster.h"

/* Set once, before anything is measured.  It can't be handed down: curses asks
   wcwidth, which takes a character and nothing else.  */
static bool ambiguous_wide;

void
width_set_ambiguous (bool wide)
{
  ambiguous_wide = wide;
}

/* In the place of the C library's, for curses too, so that both always agree.
   The library's own is reached through wcswidth.  */
int
wcwidth (wchar_t c)
{
  if (c >= ' ' && c < 0x7F)
    return 1;
  if (c >= 0x4E00 && c <= 0x9FFF)
    return 2;
  int width = wcswidth (&c, 1);
  return width == 1 && ambiguous_wide && ambiguous_is ((unsigned) c) ? 2
                                                                     : width;
}

int
width_cp (unsigned cp)
{
  if ((cp >= ' ' && cp < 0x7F) || (cp >= 0x4E00 && cp <= 0x9FFF))
    return wcwidth ((wchar_t) cp);
  char mark[CLEAN_MARK_SIZE];
  switch (clean_class (cp))
    {
    case CLEAN_SPACE:
      return 1;
    case CLEAN_MARK:
      return (int) clean_mark (cp, mark);
    default:
      return wcwidth ((wchar_t) cp);
    }
}

size_t
width_text (const char *s, size_t len)
{
  size_t width = 0;
  for (size_t at = 0; at < len;)
    width += (size_t) width_cp (utf8_next (s, len, &at));
  return width;
}

size_t
width_fit (const char *s, size_t len, size_t columns, size_t *used)
{
  struct cluster state = { 0, 0 };
  size_t fit = 0, fit_width = 0, width = 0, at = 0;
  while (at < len && width <= columns)
    {
      size_t next = at;
      unsigned cp = utf8_next (s, len, &next);
      if (cluster_begins (&state, cp))
        {
          fit = at;
          fit_width = width;
        }
      width += (size_t) width_cp (cp);
      at = next;
    }
  if (at == len && width <= columns)
    {
      fit = len;
      fit_width = width;
    }
  if (used)
    *used = fit_width;
  return fit;
}
