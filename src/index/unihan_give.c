/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entries of the characters that were read from Unihan.  */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "index/unihan_private.h"

static int
compare_row (const void *a, const void *b)
{
  const struct row *x = a, *y = b;
  return (x->cp > y->cp) - (x->cp < y->cp);
}

static int
compare_link (const void *a, const void *b)
{
  const struct link *x = a, *y = b;
  if (x->cp != y->cp)
    return x->cp < y->cp ? -1 : 1;
  return (x->order > y->order) - (x->order < y->order);
}

/* What is known of CP, or NULL.  */
static const struct row *
find_row (const struct characters *c, unsigned cp)
{
  struct row key = { .cp = cp };
  return c->rows.len ? bsearch (&key, c->rows.items, c->rows.len,
                                sizeof key, compare_row)
                     : NULL;
}

/* Gives the entry of a character: forms TRADITIONAL and SIMPLIFIED, what ROW
   says.  */
static void
give (const struct characters *c, unsigned traditional, unsigned simplified,
      const struct row *row, bool is_simplified,
      const struct unihan_taker *taker)
{
  char forms[2][4];
  const char *text = buf_string (&c->text);
  struct cedict_entry entry
    = { .traditional = forms[0],
        .traditional_len = utf8_put (forms[0], traditional),
        .simplified = forms[1],
        .simplified_len = utf8_put (forms[1], simplified),
        .pinyin = text + row->readings.start,
        .pinyin_len = range_len (row->readings),
        .glosses = text + row->meanings.start,
        .glosses_len = range_len (row->meanings) };
  taker->entry (taker->data, &entry, is_simplified);
}

/* Whether both say the same.  */
static bool
say_same (const struct characters *c, const struct row *a, const struct row *b)
{
  const char *text = buf_string (&c->text);
  return range_len (a->readings) == range_len (b->readings)
         && range_len (a->meanings) == range_len (b->meanings)
         && memcmp (text + a->readings.start, text + b->readings.start,
                    range_len (a->readings))
              == 0
         && memcmp (text + a->meanings.start, text + b->meanings.start,
                    range_len (a->meanings))
              == 0;
}

/* Gives the entries of ROW; LINK is the first of its forms, END behind all.
   Returns how many.  */
static size_t
give_row (const struct characters *c, const struct row *row,
          const struct link *link, const struct link *end,
          const struct unihan_taker *taker)
{
  size_t given = 0;
  for (const struct link *l = link; l < end; l++)
    if (l->simplified && l->other != row->cp)
      {
        give (c, row->cp, l->other, row, false, taker);
        return 1;
      }
  const struct row *before = NULL;
  for (const struct link *l = link; l < end; l++)
    if (!l->simplified)
      {
        const struct row *own = find_row (c, l->other);
        own = own ? own : row;
        /* A character that is its own traditional form as well.  */
        if (before && say_same (c, before, own))
          continue;
        give (c, l->other, row->cp, own, true, taker);
        before = own;
        given++;
      }
  if (given == 0)
    give (c, row->cp, row->cp, row, true, taker);
  return given ? given : 1;
}

static void
sort_characters (struct characters *c)
{
  if (c->rows.len > 0)
    qsort (c->rows.items, c->rows.len, sizeof *c->rows.items, compare_row);
  if (c->links.len > 0)
    qsort (c->links.items, c->links.len, sizeof *c->links.items,
           compare_link);
}

size_t
unihan_give (struct characters *c, const struct unihan_taker *taker)
{
  size_t given = 0, link = 0;
  sort_characters (c);
  for (size_t k = 0; k < c->rows.len; k++)
    {
      const struct row *row = &c->rows.items[k];
      while (link < c->links.len && c->links.items[link].cp < row->cp)
        link++;
      size_t end = link;
      while (end < c->links.len && c->links.items[end].cp == row->cp)
        end++;
      given += give_row (c, row, c->links.items + link, c->links.items + end,
                         taker);
    }
  return given;
}
