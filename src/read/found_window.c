/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window that slides over all that was found.  */
#include "read/found_window.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"

/* The most lines that are kept, but for those of one document.  */
enum { KEPT = 1500 };

enum { BEHIND, BEFORE };

void
found_window_close (struct found_window *window)
{
  found_lines_free (&window->lines);
  finder_close (window->finder[BEHIND]);
  finder_close (window->finder[BEFORE]);
  wanted_clear (&window->wanted);
  *window = (struct found_window) { .by_bead = window->by_bead };
}

bool
found_window_open (struct found_window *window, struct library *library,
                   struct notebook *notebook, struct wanted wanted, bool end,
                   struct err *err)
{
  found_window_close (window);
  window->library = library;
  window->notebook = notebook;
  window->wanted = wanted;
  window->at_start = !end;
  window->at_end = end;
  window->finder[end ? BEFORE : BEHIND]
    = finder_open (library, notebook, &wanted, end, 0, err);
  bool begun = window->finder[end ? BEFORE : BEHIND] != NULL;
  if (!begun)
    window->at_start = window->at_end = true;
  return begun;
}

double
found_window_clock (void)
{
  struct timespec t;
  clock_gettime (CLOCK_MONOTONIC, &t);
  return (double) t.tv_sec * 1e3 + (double) t.tv_nsec / 1e6;
}

/* --- growing ------------------------------------------------------------ */

/* Puts the lines NEW before those at hand, or behind them.  */
static void
join (struct found_window *window, struct found_lines *new, bool before)
{
  struct found_lines *all = &window->lines;
  VEC_RESERVE (all, new->len);
  if (before && all->len > 0)
    memmove (all->items + new->len, all->items,
             all->len * sizeof *all->items);
  if (new->len > 0)
    memcpy (all->items + (before ? 0 : all->len), new->items,
            new->len * sizeof *new->items);
  all->len += new->len;
  VEC_FREE (new);
}

/* The finder for that end; it goes on from the document at the edge.  */
static struct finder *
finder_for (struct found_window *window, bool before, struct err *err)
{
  struct finder **finder = &window->finder[before ? BEFORE : BEHIND];
  size_t last = window->lines.len - 1;
  if (!*finder)
    *finder = finder_open (
      window->library, window->notebook, &window->wanted, before,
      window->lines.items[before ? 0 : last]->source->id, err);
  return *finder;
}

/* A piece of work before or behind the lines at hand.  */
static enum search_state
step (struct found_window *window, size_t *at, bool before, struct err *err)
{
  struct search_found found;
  struct found_lines new = { 0 };
  struct finder *finder = finder_for (window, before, err);
  enum search_state state
    = finder ? finder_next (finder, &found, err) : SEARCH_FAILED;
  if (state == SEARCH_FOUND)
    {
      bool none = window->lines.len == 0;
      if (window->by_bead)
        found_lines_by_bead (&found, &new);
      else
        found_lines_by_place (window->library, &found, &new);
      search_found_clear (&found);
      size_t count = new.len;
      join (window, &new, before);
      if (before && count > 0)
        *at = none ? count - 1 : *at + count;
    }
  else if (state == SEARCH_END && before)
    window->at_start = true;
  else if (state == SEARCH_END)
    window->at_end = true;
  return state;
}

/* --- letting go --------------------------------------------------------- */

/* How many lines of whole documents can go at one end: as long as more are left
   than are kept, and MARGIN of them on that side of AT.  */
static size_t
count_far (const struct found_lines *lines, size_t at, size_t margin,
           bool before)
{
  size_t len = lines->len, gone = 0;
  for (size_t i = 1; i < len && len - gone > KEPT; i++)
    {
      const struct found_line *last = lines->items[before ? i - 1 : len - i];
      const struct found_line *next = lines->items[before ? i : len - 1 - i];
      if (before ? i + margin > at : len - i < at + margin)
        break;
      if (last->source != next->source)
        gone = i;
    }
  return gone;
}

/* Lets go of what is far away.  Relevance has no way back: all is kept.  */
static void
let_go (struct found_window *window, size_t *at, size_t margin, bool before)
{
  struct found_lines *all = &window->lines;
  size_t len = all->len, gone = count_far (all, *at, margin, before);
  if (gone == 0 || window->wanted.relevance)
    return;
  for (size_t i = 0; i < gone; i++)
    found_line_free (all->items[before ? i : len - gone + i]);
  if (before)
    {
      memmove (all->items, all->items + gone,
               (len - gone) * sizeof *all->items);
      *at -= gone;
      window->at_start = false;
    }
  else
    window->at_end = false;
  all->len -= gone;
  finder_close (window->finder[before ? BEFORE : BEHIND]);
  window->finder[before ? BEFORE : BEHIND] = NULL;
}

enum found_window_state
found_window_need (struct found_window *window, size_t *at, size_t margin,
                   unsigned milliseconds, struct err *err)
{
  double end = found_window_clock () + milliseconds;
  for (;;)
    {
      bool before = !window->at_start && *at < margin;
      if (!before
          && (window->at_end || window->lines.len > *at + margin))
        break;
      if (found_window_clock () >= end)
        return WINDOW_BUSY;
      if (step (window, at, before, err) == SEARCH_FAILED)
        return WINDOW_FAILED;
    }
  let_go (window, at, margin, true);
  let_go (window, at, margin, false);
  return WINDOW_READY;
}
