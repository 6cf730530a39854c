/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often a term stands in the library, and when.  */
#include "read/survey.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vocabulary.h"
#include "index/common.h"
#include "index/dispersion.h"
#include "read/found_window.h"
#include "store/library_sizes.h"

/* The tongues of an index, and what is of no such tongue on each side.  */
enum { LANGS = TONGUES + SIDES };

/* The texts of a month in each language, and what was counted in them.  */
struct month
{
  size_t places;
  size_t documents;
  double size[LANGS];
};

/* A document.  */
struct part
{
  long long id;
  uint32_t month;
  uint32_t places;
  float size[SIDES];
  unsigned char lang[SIDES];
};

struct survey
{
  struct library *library;
  struct finder *finder;
  char *period;             /* NULL, or what the dates begin with */
  struct vocabulary names;  /* of the months */
  struct VEC (struct month) months; /* one a name */
  struct VEC (struct part) parts;   /* in the order of the numbers */
  long long read;           /* the number of the last document whose size is
                               known */
  bool sized;               /* that of all is */
  size_t at;                /* the part that was counted last */
  size_t documents;
  size_t places;
  unsigned char lang[SIDES]; /* of documents with two sides, ... */
  bool lang_known;           /* ... all of which are as the first one is */
  size_t in_lang[LANGS];     /* places in each language */
  bool done;
  double dp;
};

/* --- documents ---------------------------------------------------------- */

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

/* Finds the languages of a document.  Those with two sides take those of the
   first.  */
static bool
find_langs (struct survey *survey, const struct library_size *size,
            unsigned char of[SIDES], struct err *err)
{
  char lang[SIDES][4];
  memcpy (of, survey->lang, sizeof survey->lang);
  if (size->two && survey->lang_known)
    return true;
  if (!library_langs (survey->library, size->id, lang, err))
    return false;
  for (enum side s = 0; s < SIDES; s++)
    {
      enum tongue tongue = tongue_of (lang[s]);
      of[s] = (unsigned char) (tongue == TONGUES ? TONGUES + s : tongue);
    }
  if (size->two)
    memcpy (survey->lang, of, sizeof survey->lang);
  survey->lang_known = survey->lang_known || size->two;
  return true;
}

/* Takes a document that is of the period.  */
static bool
take_size (struct survey *survey, const struct library_size *size,
           struct err *err)
{
  char name[8];
  const char *period = survey->period;
  struct part part = { .id = size->id };
  if (period && strncmp (size->date, period, strlen (period)) != 0)
    return true;
  if (!find_langs (survey, size, part.lang, err))
    return false;
  period_of (size->date, false, name);
  uint32_t month = vocabulary_add (&survey->names, name, strlen (name));
  if (month == survey->months.len)
    VEC_PUSH (&survey->months, (struct month) { .places = 0 });
  part.month = month;
  for (enum side s = 0; s < SIDES; s++)
    {
      survey->months.items[month].size[part.lang[s]] += size->size[s];
      part.size[s] = (float) size->size[s];
    }
  VEC_PUSH (&survey->parts, part);
  return true;
}

/* Reads the sizes of some more documents.  */
static bool
read_sizes (struct survey *survey, struct err *err)
{
  enum { PIECE = 2000 };
  struct library_sizes sizes = { 0 };
  bool done
    = library_sizes (survey->library, survey->read, PIECE, &sizes, err);
  for (size_t i = 0; done && i < sizes.len; i++)
    done = take_size (survey, &sizes.items[i], err);
  if (sizes.len > 0)
    survey->read = sizes.items[sizes.len - 1].id;
  survey->sized = done && sizes.len == 0;
  VEC_FREE (&sizes);
  return done;
}

static int
compare_parts (const void *a, const void *b)
{
  const struct part *p = a, *q = b;
  return (p->id > q->id) - (p->id < q->id);
}

/* The document ID, mostly a little behind the last one; NULL where it was not
   there when the sizes were read.  */
static struct part *
part_of (struct survey *survey, long long id)
{
  enum { NEAR = 16 };
  struct part *parts = survey->parts.items, key = { .id = id };
  size_t len = survey->parts.len;
  for (size_t i = survey->at; i < len && i < survey->at + NEAR; i++)
    if (parts[i].id == id)
      return &parts[i];
  return len ? bsearch (&key, parts, len, sizeof key, compare_parts) : NULL;
}

static void
count_document (long long id, const size_t places[SIDES], void *data)
{
  struct survey *survey = data;
  struct part *part = part_of (survey, id);
  size_t sum = places[ORIGINAL] + places[TRANSLATION];
  if (!part)
    return;
  survey->at = (size_t) (part - survey->parts.items);
  part->places = (uint32_t) sum;
  survey->months.items[part->month].places += sum;
  survey->months.items[part->month].documents++;
  survey->places += sum;
  survey->documents++;
  for (enum side s = 0; s < SIDES; s++)
    survey->in_lang[part->lang[s]] += places[s];
}

/* Whether the term is one of LANG: a place that strays into texts of another
   language, one in twenty at most, does not make it one.  */
static bool
is_of (const struct survey *survey, size_t lang)
{
  return 20 * survey->in_lang[lang] > survey->places;
}

static double
find_dp (const struct survey *survey)
{
  struct dispersion dispersion = { 0 };
  double rest = 0;
  for (size_t i = 0; i < survey->parts.len; i++)
    {
      const struct part *part = &survey->parts.items[i];
      double size = 0;
      for (enum side s = 0; s < SIDES; s++)
        size += is_of (survey, part->lang[s]) ? part->size[s] : 0;
      if (part->places > 0)
        dispersion_add (&dispersion, size, part->places);
      else
        rest += size;
    }
  double dp = dispersion_dp (&dispersion, rest);
  dispersion_free (&dispersion);
  return dp;
}

/* --- doing -------------------------------------------------------------- */

struct survey *
survey_new (struct library *library, struct notebook *notebook,
            const struct wanted *wanted, struct err *err)
{
  struct survey *survey = mem_new (1, sizeof *survey);
  survey->library = library;
  survey->period = mem_string (wanted->period);
  survey->finder = finder_open_count (library, notebook, wanted,
                                      count_document, survey, err);
  if (survey->finder)
    return survey;
  survey_free (survey);
  return NULL;
}

void
survey_free (struct survey *survey)
{
  if (!survey)
    return;
  VEC_FREE (&survey->months);
  VEC_FREE (&survey->parts);
  vocabulary_free (&survey->names);
  finder_close (survey->finder);
  free (survey->period);
  free (survey);
}

enum search_state
survey_go (struct survey *survey, unsigned milliseconds, struct err *err)
{
  double end = found_window_clock () + milliseconds;
  while (!survey->done)
    {
      struct search_count count;
      enum search_state state
        = survey->sized ? finder_count (survey->finder, &count, err)
          : read_sizes (survey, err) ? SEARCH_BUSY
                                     : SEARCH_FAILED;
      if (state == SEARCH_FAILED)
        return state;
      survey->done = state == SEARCH_END;
      if (!survey->done && found_window_clock () >= end)
        return SEARCH_BUSY;
      if (survey->done)
        survey->dp = find_dp (survey);
    }
  return SEARCH_END;
}

/* --- telling ------------------------------------------------------------ */

size_t
survey_documents_count (const struct survey *survey)
{
  return survey->documents;
}

size_t
survey_places_count (const struct survey *survey)
{
  return survey->places;
}

double
survey_dp (const struct survey *survey)
{
  return survey->dp;
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
      char name[8];
      size_t len;
      const char *text
        = vocabulary_text (&survey->names, (uint32_t) i, &len);
      memcpy (name, text, len);
      name[len] = '\0';
      struct survey_period period
        = { .places = month->places,
            .documents = month->documents };
      for (size_t lang = 0; lang < LANGS; lang++)
        period.size += is_of (survey, lang) ? month->size[lang] : 0;
      period_of (name, years, period.name);
      if (period.places > 0 || period.size > 0)
        VEC_PUSH (out, period);
    }
  if (out->len > 0)
    qsort (out->items, out->len, sizeof *out->items, compare);
  join (out);
}
