/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding in the whole library, in steps that end soon.  */
#include "read/finder.h"

#include <string.h>
#include <time.h>

#include "base/mem.h"
#include "index/collocates.h"
#include "text/fold.h"

struct finder
{
  struct library *library;
  struct folded pattern;
  char *near;
  size_t window;
  char *period;
};

struct finder *
finder_new (struct library *library, const char *query, bool term, bool exact,
            struct err *err)
{
  struct finder *finder = mem_new (1, sizeof *finder);
  (void) term;
  (void) exact;
  (void) err;
  finder->library = library;
  fold_search (query, strlen (query), &finder->pattern);
  return finder;
}

void
finder_free (struct finder *finder)
{
  if (!finder)
    return;
  folded_free (&finder->pattern);
  free (finder->near);
  free (finder->period);
  free (finder);
}

void
finder_narrow (struct finder *finder, const char *near, size_t window,
               const char *period)
{
  free (finder->near);
  free (finder->period);
  finder->near = mem_string (near);
  finder->window = window;
  finder->period = mem_string (period);
}

void
found_clear (struct found *found)
{
  listing_free (&found->row);
  document_free (found->document);
  VEC_FREE (&found->places);
  *found = (struct found) { .document = NULL };
}

void
finder_at_clear (struct finder_at *at)
{
  free (at->sort);
  *at = (struct finder_at) { .sort = NULL };
}

static double
now (void)
{
  struct timespec t;
  clock_gettime (CLOCK_MONOTONIC, &t);
  return (double) t.tv_sec * 1e3 + (double) t.tv_nsec / 1e6;
}

static int
compare (const void *a, const void *b)
{
  const struct found_place *p = a, *q = b;
  if (p->bead != q->bead)
    return p->bead < q->bead ? -1 : 1;
  if (p->side != q->side)
    return p->side < q->side ? -1 : 1;
  return (p->range.start > q->range.start) - (p->range.start < q->range.start);
}

static void
find_in (const struct finder *finder, const struct document *document,
         struct found_places *out)
{
  for (enum side side = 0; side < SIDES; side++)
    {
      struct folded folded;
      struct found_place place = { .side = side };
      size_t from = 0;
      fold_search (document->side[side].text, document->side[side].len,
                   &folded);
      while (fold_find (&folded, finder->pattern.data, finder->pattern.len,
                        from, &place.range, &from))
        {
          place.bead = document_bead_at (document, side, place.range.start);
          VEC_PUSH (out, place);
        }
      folded_free (&folded);
    }
  if (out->len > 0)
    qsort (out->items, out->len, sizeof *out->items, compare);
}

/* Leaves in PLACES those that stand near the word asked for.  */
static void
keep_near (const struct finder *finder, const struct document *document,
           struct found_places *places)
{
  size_t kept = 0;
  for (size_t i = 0; i < places->len; i++)
    {
      const struct found_place *place = &places->items[i];
      const struct side_text *s = &document->side[place->side];
      size_t sentence
        = document_sentence_at (document, place->side, place->range.start);
      if (sentence < s->sentences.len
          && collocates_stands_near (
            s->text, s->sentences.items[sentence].range, place->range,
            finder->near, finder->window))
        places->items[kept++] = *place;
    }
  places->len = kept;
}

/* Leaves in PLACES the next FINDER_PLACES behind the WITHIN that were told;
   true where there are more.  */
static bool
cut (struct found_places *places, size_t within, bool backwards)
{
  size_t left = places->len > within ? places->len - within : 0;
  size_t count = left < FINDER_PLACES ? left : FINDER_PLACES;
  size_t first = backwards ? left - count : within;
  memmove (places->items, places->items + first,
           count * sizeof *places->items);
  places->len = count;
  return left > count;
}

static bool
is_of_period (const struct finder *finder, const struct listed *row)
{
  return !finder->period
         || strncmp (row->date, finder->period, strlen (finder->period)) == 0;
}

enum finder_step
finder_go (struct finder *finder, struct finder_at *at, bool backwards,
           unsigned milliseconds, struct found *found, struct err *err)
{
  double end = now () + milliseconds;
  do
    {
      struct library_query query = { .after = at->sort,
                                     .after_id = at->id,
                                     .backwards = backwards,
                                     .limit = 1 };
      found_clear (found);
      if (!library_list (finder->library, &query, &found->row, err))
        return FINDER_FAILED;
      if (found->row.len == 0)
        return FINDER_END;
      found->document = library_document (finder->library,
                                          found->row.items[0].id, err);
      if (!found->document)
        return FINDER_FAILED;
      if (is_of_period (finder, &found->row.items[0]))
        find_in (finder, found->document, &found->places);
      if (finder->near)
        keep_near (finder, found->document, &found->places);
      size_t within = at->within;
      if (cut (&found->places, within, backwards))
        at->within += found->places.len;
      else
        {
          finder_at_clear (at);
          at->sort = mem_string (found->row.items[0].sort);
          at->id = found->row.items[0].id;
        }
      if (found->places.len > 0)
        return FINDER_FOUND;
    }
  while (now () < end);
  return FINDER_MORE;
}

bool
finder_count (struct finder *finder, struct finder_counts *counts,
              unsigned milliseconds, struct err *err)
{
  double end = now () + milliseconds;
  while (!counts->done)
    {
      struct found found = { .document = NULL };
      bool more = counts->at.within > 0;
      double left = end - now ();
      if (left <= 0)
        return true;
      enum finder_step step = finder_go (finder, &counts->at, false,
                                         (unsigned) left + 1, &found, err);
      counts->places += found.places.len;
      counts->documents += step == FINDER_FOUND && !more;
      counts->done = step == FINDER_END;
      found_clear (&found);
      if (step == FINDER_FAILED)
        return false;
    }
  return true;
}
