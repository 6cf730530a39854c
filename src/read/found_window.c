/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window that slides over all lines.  */
#include "read/found_window.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"

/* The most lines that are kept.  */
enum { KEPT = 1500 };

void
found_window_clear (struct found_window *lines)
{
  for (size_t i = 0; i < lines->items.len; i++)
    found_line_free (lines->items.items[i]);
  VEC_FREE (&lines->items);
  finder_at_clear (&lines->first);
  finder_at_clear (&lines->last);
  finder_free (lines->finder);
  *lines = (struct found_window) { .by_bead = lines->by_bead };
}

void
found_window_start (struct found_window *lines, struct finder *finder, bool end)
{
  if (lines->finder == finder)
    lines->finder = NULL;
  found_window_clear (lines);
  lines->finder = finder;
  lines->at_start = !end || !finder;
  lines->at_end = end || !finder;
}

/* The lines of FOUND.  */
static void
make_lines (const struct found_window *lines, struct found *found,
            struct found_lines *out)
{
  struct line_source *source = mem_new (1, sizeof *source);
  source->row = found->row;
  found->row = (struct listing) { 0 };
  for (size_t i = 0, count = 1; i < found->places.len; i += count)
    VEC_PUSH (out, lines->by_bead
                     ? found_line_of_bead (found, source, i, &count)
                     : found_line_of (found, source, i));
}

/* Puts the lines NEW before those at hand, or behind them.  */
static void
join (struct found_window *lines, struct found_lines *new, bool before)
{
  struct found_lines *all = &lines->items;
  VEC_RESERVE (all, new->len);
  if (before && all->len > 0)
    memmove (all->items + new->len, all->items,
             all->len * sizeof *all->items);
  memcpy (all->items + (before ? 0 : all->len), new->items,
          new->len * sizeof *new->items);
  all->len += new->len;
  VEC_FREE (new);
}

/* Where the lines would go on that end with the first or last of a document:
   before or behind it.  */
static void
set_edge (struct finder_at *at, const struct found_line *line)
{
  const struct listed *row = &line->source->row.items[0];
  finder_at_clear (at);
  at->sort = mem_string (row->sort);
  at->id = row->id;
}

/* Lets go of the lines of whole documents at one end, as long as there are more
   than are kept and MARGIN of them on that side of *AT.  */
static void
let_go (struct found_window *lines, size_t *at, size_t margin, bool before)
{
  struct found_lines *all = &lines->items;
  size_t len = all->len, gone = 0;
  for (size_t i = 1; i < len && len - gone > KEPT; i++)
    {
      const struct found_line *a = all->items[before ? i - 1 : len - i];
      const struct found_line *b = all->items[before ? i : len - 1 - i];
      if (before ? i + margin > *at : len - i < *at + margin)
        break;
      if (a->source != b->source)
        gone = i;
    }
  if (gone == 0)
    return;
  set_edge (before ? &lines->first : &lines->last,
            all->items[before ? gone - 1 : len - gone]);
  for (size_t i = 0; i < gone; i++)
    found_line_free (all->items[before ? i : len - gone + i]);
  if (before)
    {
      memmove (all->items, all->items + gone,
               (len - gone) * sizeof *all->items);
      *at -= gone;
      lines->at_start = false;
    }
  else
    lines->at_end = false;
  all->len -= gone;
}

static double
milliseconds_now (void)
{
  struct timespec t;
  clock_gettime (CLOCK_MONOTONIC, &t);
  return (double) t.tv_sec * 1e3 + (double) t.tv_nsec / 1e6;
}

/* One step before or behind the lines at hand.  */
static enum finder_step
step (struct found_window *lines, size_t *at, bool before, unsigned milliseconds,
      struct err *err)
{
  struct found found = { .document = NULL };
  struct found_lines new = { 0 };
  enum finder_step is
    = finder_go (lines->finder, before ? &lines->first : &lines->last, before,
                 milliseconds, &found, err);
  if (is == FINDER_FOUND)
    {
      bool none = lines->items.len == 0;
      make_lines (lines, &found, &new);
      size_t count = new.len;
      join (lines, &new, before);
      if (before)
        *at = none ? lines->items.len - 1 : *at + count;
    }
  else if (is == FINDER_END && before)
    lines->at_start = true;
  else if (is == FINDER_END)
    lines->at_end = true;
  found_clear (&found);
  return is;
}

enum found_window_state
found_window_need (struct found_window *lines, size_t *at, size_t margin,
            unsigned milliseconds, struct err *err)
{
  double end = milliseconds_now () + milliseconds;
  for (;;)
    {
      bool before = !lines->at_start && *at < margin;
      if (!before && (lines->at_end || lines->items.len > *at + margin))
        break;
      double left = end - milliseconds_now ();
      if (left <= 0)
        return FOUND_MORE;
      if (step (lines, at, before, (unsigned) left + 1, err) == FINDER_FAILED)
        return FOUND_FAILED;
    }
  let_go (lines, at, margin, true);
  let_go (lines, at, margin, false);
  return FOUND_READY;
}
