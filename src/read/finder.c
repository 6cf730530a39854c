/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding in the whole library.  */
#include "read/finder.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "index/collocates.h"

struct finder
{
  struct search *search;
  struct wanted wanted;
  struct finder *counter; /* counts what the index alone can't */
  struct search_count count;
  finder_counted *counted;
  void *data;
  struct library *library; /* for the counter */
  struct notebook *notebook;
};

struct wanted
wanted_copy (const struct wanted *wanted)
{
  struct wanted copy = *wanted;
  copy.text = mem_string (wanted->text);
  copy.near = mem_string (wanted->near);
  copy.period = mem_string (wanted->period);
  return copy;
}

void
wanted_clear (struct wanted *wanted)
{
  free (wanted->text);
  free (wanted->near);
  free (wanted->period);
  *wanted = (struct wanted) { .text = NULL };
}

/* The text to search for; *LITERAL: it is no query.  Words of a period become a
   query, unless a quotation mark is among them, which no query can hold: then
   the dates are looked at here.  */
static char *
query_text (const struct wanted *wanted, bool *literal)
{
  bool dated = wanted->period != NULL;
  *literal = !wanted->query && (!dated || strchr (wanted->text, '"'));
  if (!dated || *literal)
    return mem_string (wanted->text);
  return mem_format (wanted->query ? "%s date:%s" : "\"%s\" date:%s",
                     wanted->text, wanted->period);
}

/* Opens WANTED with what PLAN says already.  */
static struct finder *
open_plan (struct library *library, struct notebook *notebook,
           const struct wanted *wanted, struct search_plan plan,
           struct err *err)
{
  plan.exact = wanted->exact;
  plan.yields = true;
  char *text = query_text (wanted, &plan.literal);
  struct search *search
    = search_open (library, notebook, text, strlen (text), &plan, err);
  free (text);
  if (!search)
    return NULL;
  struct finder *finder = mem_new (1, sizeof *finder);
  *finder = (struct finder) { .search = search,
                              .wanted = wanted_copy (wanted),
                              .counted = plan.counted,
                              .data = plan.data,
                              .library = library,
                              .notebook = notebook };
  return finder;
}

struct finder *
finder_open (struct library *library, struct notebook *notebook,
             const struct wanted *wanted, bool backwards, long long after,
             struct err *err)
{
  struct search_plan plan
    = { .order = wanted->relevance ? SEARCH_BY_RELEVANCE : SEARCH_BY_DATE,
        .backwards = backwards,
        .after = after };
  return open_plan (library, notebook, wanted, plan, err);
}

struct finder *
finder_open_count (struct library *library, struct notebook *notebook,
                   const struct wanted *wanted, finder_counted *counted,
                   void *data, struct err *err)
{
  struct search_plan plan = { .counted = counted, .data = data };
  return open_plan (library, notebook, wanted, plan, err);
}

void
finder_close (struct finder *finder)
{
  if (!finder)
    return;
  search_close (finder->search);
  finder_close (finder->counter);
  wanted_clear (&finder->wanted);
  free (finder);
}

bool
finder_folds (const struct finder *finder)
{
  return query_folds (search_query (finder->search));
}

/* Leaves in LINE the places near the word that is wanted.  */
static void
keep_near (const struct wanted *wanted, struct search_line *line)
{
  size_t kept = 0;
  for (size_t i = 0; i < line->places.len; i++)
    {
      const struct search_place *place = &line->places.items[i];
      const char *text = line->text[place->side];
      if (collocates_stands_near (text, (struct range) { 0, strlen (text) },
                                  place->within, wanted->near,
                                  wanted->window))
        line->places.items[kept++] = *place;
    }
  line->places.len = kept;
}

/* Leaves in FOUND the lines that have places near the word; false where there
   are none.  */
static bool
narrow (const struct wanted *wanted, struct search_found *found)
{
  size_t kept = 0;
  found->occurrences = 0;
  for (size_t i = 0; i < found->lines.len; i++)
    {
      struct search_line *line = &found->lines.items[i];
      keep_near (wanted, line);
      found->occurrences += line->places.len;
      if (line->places.len == 0)
        {
          free (line->text[ORIGINAL]);
          free (line->text[TRANSLATION]);
          VEC_FREE (&line->places);
        }
      else
        found->lines.items[kept++] = *line;
    }
  found->lines.len = kept;
  return kept > 0;
}

static bool
is_of_period (const struct wanted *wanted, const struct search_found *found)
{
  return !wanted->period
         || strncmp (found->date, wanted->period, strlen (wanted->period))
              == 0;
}

enum search_state
finder_next (struct finder *finder, struct search_found *found,
             struct err *err)
{
  enum search_state state = search_next (finder->search, found, err);
  if (state != SEARCH_FOUND)
    return state;
  if (is_of_period (&finder->wanted, found)
      && (!finder->wanted.near || narrow (&finder->wanted, found)))
    return SEARCH_FOUND;
  search_found_clear (found);
  return SEARCH_BUSY;
}

/* Whether the index tells all; else the texts must.  */
static bool
is_indexed (const struct wanted *wanted)
{
  return !wanted->near
         && !(wanted->period && !wanted->query && strchr (wanted->text, '"'));
}

enum search_state
finder_next_id (struct finder *finder, long long *id, struct err *err)
{
  struct search_found found;
  if (is_indexed (&finder->wanted))
    return search_next_id (finder->search, id, err);
  enum search_state state = finder_next (finder, &found, err);
  if (state == SEARCH_FOUND)
    {
      *id = found.id;
      search_found_clear (&found);
    }
  return state;
}

bool
finder_look (struct finder *finder, long long id, struct search_found *found,
             struct err *err)
{
  if (!search_look (finder->search, id, found, err))
    return false;
  if (!finder->wanted.near || narrow (&finder->wanted, found))
    return true;
  search_found_clear (found);
  return false;
}

enum search_state
finder_count (struct finder *finder, struct search_count *count,
              struct err *err)
{
  struct search_found found;
  if (is_indexed (&finder->wanted))
    return search_count (finder->search, true, count, err);
  if (!finder->counter)
    finder->counter = finder_open (finder->library, finder->notebook,
                                   &finder->wanted, false, 0, err);
  if (!finder->counter)
    return SEARCH_FAILED;
  enum search_state state = finder_next (finder->counter, &found, err);
  if (state == SEARCH_FOUND)
    {
      size_t places[SIDES];
      search_places_count (&found, places);
      finder->count.documents++;
      finder->count.occurrences += (long long) found.occurrences;
      if (finder->counted)
        finder->counted (found.id, places, finder->data);
      search_found_clear (&found);
      state = SEARCH_BUSY;
    }
  *count = finder->count;
  return state;
}
