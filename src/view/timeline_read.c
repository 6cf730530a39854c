/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screens of numbers ask the library, and how they are left.  */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "read/reading.h"
#include "view/screens.h"
#include "view/timeline.h"

void
timeline_free (struct timeline *t)
{
  for (size_t i = 0; i < t->entries.len; i++)
    {
      free ((char *) t->entries.items[i].point.date);
      free ((char *) t->entries.items[i].point.label);
    }
  VEC_FREE (&t->entries);
  VEC_FREE (&t->points);
  free (t->title);
  free (t);
}

struct timeline *
timeline_new (const char *title, const char *unit, bool stated)
{
  struct timeline *t = mem_new (1, sizeof *t);
  *t = (struct timeline) { .title = mem_string (title), .stated = stated };
  strncat (t->unit, unit, sizeof t->unit - 1);
  return t;
}

/* A bound as tables have it: "3270", "1/3"; NAN for "-" and what else is no
   number.  */
static double
bound (const char *text)
{
  char *end;
  double value = strtod (text, &end);
  if (end != text && *end == '/')
    {
      double by = strtod (end + 1, &end);
      value = by > 0 ? value / by : NAN;
    }
  return end == text || *end ? NAN : value;
}

void
timeline_add (struct timeline *t, const struct number *n)
{
  long day;
  struct plot_point point
    = { .low = bound (t->stated ? n->low : n->base_low),
        .high = bound (t->stated ? n->high : n->base_high) };
  bool dated = n->kind == QUANTITY_DATE || n->kind == QUANTITY_TIME;
  if (dated || (isnan (point.low) && isnan (point.high)))
    t->unvalued++;
  else if (!plot_day (n->date, &day))
    t->undated++;
  else
    {
      const char *title = n->title[ORIGINAL][0] ? n->title[ORIGINAL]
                                                : n->title[TRANSLATION];
      point.date = mem_string (n->date);
      point.label
        = mem_format ("%s%s%s  %s", n->surface, *n->facing_surface ? " | " : "",
                      n->facing_surface, *title ? title : n->path);
      VEC_PUSH (&t->entries, (struct entry) { point, day, n->document, n->side,
                                              n->range.start });
    }
}

static int
compare (const void *a, const void *b)
{
  const struct entry *p = a, *q = b;
  if (p->day != q->day)
    return p->day < q->day ? -1 : 1;
  if (p->document != q->document)
    return p->document < q->document ? -1 : 1;
  if (p->side != q->side)
    return p->side < q->side ? -1 : 1;
  return (p->at > q->at) - (p->at < q->at);
}

void
timeline_sort (struct timeline *t)
{
  if (t->entries.len > 0)
    qsort (t->entries.items, t->entries.len, sizeof *t->entries.items,
           compare);
  for (size_t i = 0; i < t->entries.len; i++)
    VEC_PUSH (&t->points, t->entries.items[i].point);
}

/* --- reading ------------------------------------------------------------ */

struct reading_in
{
  struct timeline *timeline;
  size_t count;
};

static bool
add_one (const struct number *number, void *data)
{
  struct reading_in *in = data;
  timeline_add (in->timeline, number);
  in->count++;
  return true;
}

/* Adds what QUERY asks for to TIMELINE.  False on error, which is told; *MORE
   says whether there was too much.  By unit, since that has an index; the
   timeline sorts by date itself.  */
static bool
read_all (struct app *app, struct number_query *query,
          struct timeline *timeline, bool *more)
{
  enum { MOST = 100000 };
  struct err err = ERR_INIT;
  struct reading_in in = { timeline, 0 };
  query->order = NUMBERS_BY_UNIT;
  query->limit = MOST;
  bool done = library_numbers_each (app->session->library, query, add_one,
                                    &in, &err);
  if (!done)
    app_fail (app, &err);
  *more = in.count == MOST;
  return done;
}

/* Narrows QUERY to the kind and unit of NUMBER: the base unit, so that tons and
   jin are drawn together, unless the filter names one.  */
static void
narrow (struct number_query *query, const struct number *number)
{
  query->kind = (int) number->kind;
  if (query->unit[0])
    return;
  if (number->base_unit[0])
    memcpy (query->base, number->base_unit, sizeof query->base);
  else
    memcpy (query->unit, "-", sizeof "-");
}

void
timeline_show (struct app *app, const char *title, struct number_query *query,
               const struct number *number, const struct numbers *numbers)
{
  bool stated = query->unit[0] != '\0', more = false, done = true;
  struct timeline *timeline
    = timeline_new (title, stated ? number->unit : number->base_unit, stated);
  narrow (query, number);
  for (size_t i = 0; numbers && i < numbers->len; i++)
    timeline_add (timeline, &numbers->items[i]);
  if (!numbers)
    done = read_all (app, query, timeline, &more);
  if (done)
    timeline_open (app, timeline, more);
  else
    timeline_free (timeline);
}

long long
number_lit (struct app *app)
{
  const struct reading *reading = app->session->reading;
  struct numbers own = { 0 };
  struct number_query query;
  long long id = 0;
  bool original = false;
  number_query_init (&query);
  query.first_document = query.last_document = reading->document->id;
  query.order = NUMBERS_BY_DOCUMENT;
  query.once = true;
  library_numbers (app->session->library, &query, &own, NULL);
  for (size_t i = 0; i < own.len && !original; i++)
    {
      const struct number *n = &own.items[i];
      bool lit = document_bead_at (reading->document, n->side, n->range.start)
                 == reading->bead;
      original = lit && n->side == ORIGINAL;
      if (original || (lit && !id))
        id = n->id;
    }
  numbers_free (&own);
  number_query_clear (&query);
  return id;
}

bool
number_jump (struct app *app, long long document, enum side side, size_t at)
{
  size_t count = 0;
  while (count < app->layers.len)
    {
      struct layer l = app->layers.items[app->layers.len - 1 - count];
      if (app_context (app, l) != CONTEXT_NUMBERS)
        break;
      count++;
    }
  app_set_aside (app, count);
  if (page_go (app, document, side, at))
    return true;
  app_bring_back (app);
  return false;
}
