/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where and when a term stands.  */
#include "read/survey.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "read/found_window.h"
#include "store/library_sizes.h"

/* What was counted in a month.  */
struct month
{
  char name[8];
  size_t places;
  size_t documents;
};

/* What the dispersion needs of a document.  */
struct part
{
  float size[SIDES];
  float places;
};

struct survey
{
  struct library *library;
  struct finder *finder;
  struct survey_documents documents;
  struct
  VEC (struct month) months; /* sorted by name */
  struct
  VEC (struct part) parts;
  size_t found;       /* documents */
  size_t places;
  bool on_side[SIDES]; /* it stands there anywhere */
  struct library_sizes sizes; /* of all texts */
  bool done;
};

/* Leaves the sizes of the months that are asked for.  */
static void
keep_period (struct survey *survey, const char *period)
{
  size_t kept = 0, len = period ? strlen (period) : 0;
  for (size_t i = 0; i < survey->sizes.len; i++)
    if (!period || strncmp (survey->sizes.items[i].month, period, len) == 0)
      survey->sizes.items[kept++] = survey->sizes.items[i];
  survey->sizes.len = kept;
}

struct survey *
survey_new (struct library *library, struct notebook *notebook,
            const struct wanted *wanted, struct err *err)
{
  struct finder *finder
    = finder_open (library, notebook, wanted, false, 0, err);
  struct survey *survey = finder ? mem_new (1, sizeof *survey) : NULL;
  if (!survey)
    return NULL;
  survey->library = library;
  survey->finder = finder;
  if (library_sizes (library, &survey->sizes, err))
    {
      keep_period (survey, wanted->period);
      return survey;
    }
  survey_free (survey);
  return NULL;
}

void
survey_free (struct survey *survey)
{
  if (!survey)
    return;
  for (size_t i = 0; i < survey->documents.len; i++)
    {
      struct survey_document *document = &survey->documents.items[i];
      free (document->date);
      free (document->path);
      free (document->collection);
      for (enum side s = 0; s < SIDES; s++)
        free (document->title[s]);
    }
  VEC_FREE (&survey->documents);
  VEC_FREE (&survey->months);
  VEC_FREE (&survey->sizes);
  VEC_FREE (&survey->parts);
  finder_close (survey->finder);
  free (survey);
}

/* --- months ------------------------------------------------------------- */

/* Writes the month, or the year, that DATE is of to NAME: "" where it is
   none.  */
static void
period_of (const char *date, bool years, char name[8])
{
  size_t digits = strspn (date, "0123456789"), len = 0;
  if (digits == 4)
    len = !years && date[4] == '-' && strspn (date + 5, "0123456789") >= 2
            ? 7 : 4;
  memcpy (name, date, len);
  name[len] = '\0';
}

/* The month called NAME, made where it is not there yet.  */
static struct month *
month_named (struct survey *survey, const char *name)
{
  size_t low = 0, high = survey->months.len;
  while (low < high)
    {
      size_t middle = (low + high) / 2;
      if (strcmp (survey->months.items[middle].name, name) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  if (low < survey->months.len
      && strcmp (survey->months.items[low].name, name) == 0)
    return &survey->months.items[low];
  VEC_RESERVE (&survey->months, 1);
  memmove (survey->months.items + low + 1, survey->months.items + low,
           (survey->months.len - low) * sizeof *survey->months.items);
  survey->months.len++;
  survey->months.items[low] = (struct month) { .places = 0 };
  memcpy (survey->months.items[low].name, name,
          sizeof survey->months.items[low].name);
  return &survey->months.items[low];
}

/* --- documents ---------------------------------------------------------- */

static void
describe (const struct search_found *found, struct survey_document *document)
{
  document->id = found->id;
  document->date = mem_string (found->date);
  document->path = mem_string (found->path);
  document->collection = mem_string (found->collection);
  for (enum side s = 0; s < SIDES; s++)
    document->title[s] = mem_string (found->title[s]);
}

/* Marks PLACE in its piece of a text of LEN bytes; counts it in its part.  */
static void
mark_place (struct survey_document *document, const struct search_place *place,
            size_t len, size_t parts[SURVEY_PARTS])
{
  double at = (double) place->range.start / (double) len;
  size_t piece = (size_t) (at * SURVEY_PIECES);
  size_t part = (size_t) (at * SURVEY_PARTS);
  if (piece < SURVEY_PIECES)
    document->pieces[piece / 8] |= (unsigned char) (1U << piece % 8);
  parts[part < SURVEY_PARTS ? part : SURVEY_PARTS - 1]++;
}

/* Fills DOCUMENT from FOUND.  */
static void
mark_places (struct survey *survey, const struct search_found *found,
             struct survey_document *document)
{
  size_t parts[SURVEY_PARTS] = { 0 };
  for (size_t i = 0; i < found->lines.len; i++)
    {
      const struct search_line *line = &found->lines.items[i];
      for (size_t k = 0; !line->title && k < line->places.len; k++)
        {
          const struct search_place *place = &line->places.items[k];
          if (document->places++ == 0)
            {
              document->side = place->side;
              document->first = place->range;
            }
          survey->on_side[place->side] = true;
          mark_place (document, place, found->len[place->side], parts);
        }
    }
  document->juilland = dispersion_juilland (parts, SURVEY_PARTS);
}

/* The part of SIZE that is on the sides the term stands on.  */
static double
size_of (const struct library_size *size, const struct survey *survey)
{
  double sum = 0;
  for (enum side s = 0; s < SIDES; s++)
    if (survey->on_side[s])
      sum += size->size[s];
  return sum;
}

static bool
take (struct survey *survey, const struct search_found *found,
      struct err *err)
{
  struct survey_document document = { .places = 0 };
  struct library_size size;
  char name[8];
  mark_places (survey, found, &document);
  if (document.places == 0)
    return true;
  if (!library_size_of (survey->library, found->id, &size, err))
    return false;
  period_of (found->date, false, name);
  struct month *month = month_named (survey, name);
  month->places += document.places;
  month->documents++;
  survey->places += document.places;
  survey->found++;
  VEC_PUSH (&survey->parts, (struct part) { { (float) size.size[ORIGINAL],
                                              (float) size.size[TRANSLATION] },
                                            (float) document.places });
  if (survey->documents.len >= SURVEY_DOCUMENTS)
    return true;
  describe (found, &document);
  VEC_PUSH (&survey->documents, document);
  return true;
}

enum search_state
survey_go (struct survey *survey, unsigned milliseconds, struct err *err)
{
  double end = found_window_clock () + milliseconds;
  while (!survey->done)
    {
      struct search_found found;
      enum search_state state = finder_next (survey->finder, &found, err);
      if (state == SEARCH_FOUND)
        {
          bool taken = take (survey, &found, err);
          search_found_clear (&found);
          state = taken ? SEARCH_BUSY : SEARCH_FAILED;
        }
      if (state == SEARCH_FAILED)
        return state;
      survey->done = state == SEARCH_END;
      if (!survey->done && found_window_clock () >= end)
        return SEARCH_BUSY;
    }
  return SEARCH_END;
}

/* --- telling ------------------------------------------------------------ */

const struct survey_documents *
survey_documents (const struct survey *survey)
{
  return &survey->documents;
}

size_t
survey_documents_count (const struct survey *survey)
{
  return survey->found;
}

size_t
survey_places_count (const struct survey *survey)
{
  return survey->places;
}

double
survey_dp (const struct survey *survey)
{
  struct dispersion dispersion = { 0 };
  double whole = 0;
  for (size_t i = 0; i < survey->sizes.len; i++)
    whole += size_of (&survey->sizes.items[i], survey);
  for (size_t i = 0; i < survey->parts.len; i++)
    {
      const struct part *part = &survey->parts.items[i];
      struct library_size size
        = { "", { part->size[ORIGINAL], part->size[TRANSLATION] } };
      dispersion_add (&dispersion, size_of (&size, survey), part->places);
    }
  double rest = whole - dispersion.size;
  double dp = dispersion_dp (&dispersion, rest > 0 ? rest : 0);
  dispersion_free (&dispersion);
  return dp;
}

static int
compare (const void *a, const void *b)
{
  const struct survey_period *p = a, *q = b;
  return strcmp (p->name, q->name);
}

/* Makes those of one name that stand beside each other one.  */
static void
join (struct survey_periods *all)
{
  size_t kept = 0;
  for (size_t i = 0; i < all->len; i++)
    {
      const struct survey_period *next = &all->items[i];
      struct survey_period *last = kept ? &all->items[kept - 1] : NULL;
      if (last && strcmp (last->name, next->name) == 0)
        {
          last->places += next->places;
          last->documents += next->documents;
          last->size += next->size;
        }
      else
        all->items[kept++] = *next;
    }
  all->len = kept;
}

void
survey_periods (const struct survey *survey, bool years,
                struct survey_periods *out)
{
  for (size_t i = 0; i < survey->months.len; i++)
    {
      const struct month *month = &survey->months.items[i];
      struct survey_period period
        = { .places = month->places, .documents = month->documents };
      period_of (month->name, years, period.name);
      VEC_PUSH (out, period);
    }
  for (size_t i = 0; i < survey->sizes.len; i++)
    {
      const struct library_size *size = &survey->sizes.items[i];
      struct survey_period period = { .size = size_of (size, survey) };
      period_of (size->month, years, period.name);
      if (period.size > 0)
        VEC_PUSH (out, period);
    }
  if (out->len > 0)
    qsort (out->items, out->len, sizeof *out->items, compare);
  join (out);
}
