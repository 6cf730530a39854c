/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The documents in which something is found.  */
#include "read/found_documents.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "index/dispersion.h"
#include "read/found_window.h"

/* Documents at hand: more than the rows of any screen.  */
enum { KEPT = 512 };

struct kept_document
{
  struct found_document of;
  size_t place; /* its index and 1; 0: none is kept here */
};

struct found_documents
{
  struct finder *finder;
  struct VEC (long long) ids; /* so far, by date */
  bool listed;                /* these are all */
  struct kept_document kept[KEPT]; /* each at its index, modulo KEPT */
};

struct found_documents *
found_documents_new (struct library *library, struct notebook *notebook,
                     const struct wanted *wanted, struct err *err)
{
  struct finder *finder
    = finder_open (library, notebook, wanted, false, 0, err);
  if (!finder)
    return NULL;
  struct found_documents *documents = mem_new (1, sizeof *documents);
  documents->finder = finder;
  return documents;
}

static void
forget (struct kept_document *kept)
{
  free (kept->of.date);
  free (kept->of.path);
  free (kept->of.collection);
  for (enum side s = 0; s < SIDES; s++)
    free (kept->of.title[s]);
  *kept = (struct kept_document) { .place = 0 };
}

void
found_documents_free (struct found_documents *documents)
{
  if (!documents)
    return;
  for (size_t i = 0; i < KEPT; i++)
    forget (&documents->kept[i]);
  VEC_FREE (&documents->ids);
  finder_close (documents->finder);
  free (documents);
}

/* --- one document ------------------------------------------------------- */

static void
describe (const struct search_found *found, struct found_document *document)
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
mark_place (struct found_document *document, const struct search_place *place,
            size_t len, size_t parts[FOUND_PARTS])
{
  double at = (double) place->range.start / (double) len;
  size_t piece = (size_t) (at * FOUND_PIECES);
  size_t part = (size_t) (at * FOUND_PARTS);
  if (piece < FOUND_PIECES)
    document->pieces[piece / 8] |= (unsigned char) (1U << piece % 8);
  parts[part < FOUND_PARTS ? part : FOUND_PARTS - 1]++;
}

/* Fills DOCUMENT from FOUND.  */
static void
mark_places (const struct search_found *found,
             struct found_document *document)
{
  size_t parts[FOUND_PARTS] = { 0 };
  for (size_t i = 0; i < found->lines.len; i++)
    {
      const struct search_line *line = &found->lines.items[i];
      for (size_t k = 0; !line->title && k < line->places.len; k++)
        {
          const struct search_place *place = &line->places.items[k];
          if (range_len (document->first) == 0)
            {
              document->side = place->side;
              document->first = place->range;
            }
          mark_place (document, place, found->len[place->side], parts);
        }
    }
  document->places = found->occurrences;
  document->juilland = dispersion_juilland (parts, FOUND_PARTS);
}

/* Reads document INDEX.  What is no longer there has no places.  */
static bool
read_one (struct found_documents *documents, size_t index, struct err *err)
{
  struct kept_document *kept = &documents->kept[index % KEPT];
  long long id = documents->ids.items[index];
  struct search_found found = { .id = id };
  struct err problem = ERR_INIT;
  char nothing[1] = "";
  forget (kept);
  bool there = finder_look (documents->finder, id, &found, &problem);
  if (!there && problem.code != ERR_NONE)
    {
      if (err)
        *err = problem;
      return false;
    }
  if (there)
    mark_places (&found, &kept->of);
  else
    found = (struct search_found) { .id = id,
                                    .date = nothing,
                                    .path = nothing,
                                    .collection = nothing,
                                    .title = { nothing, nothing } };
  describe (&found, &kept->of);
  kept->place = index + 1;
  if (there)
    search_found_clear (&found);
  return true;
}

/* --- all ---------------------------------------------------------------- */

/* The next that is to be read of those from FROM to below UNTIL; UNTIL where none
   is, or it is not known yet.  */
static size_t
next_to_read (const struct found_documents *documents, size_t from,
              size_t until)
{
  size_t index = from;
  while (index < until && found_documents_at (documents, index))
    index++;
  return index < documents->ids.len ? index : until;
}

/* Looks for one more.  */
static enum search_state
list_on (struct found_documents *documents, struct err *err)
{
  long long id;
  enum search_state state = finder_next_id (documents->finder, &id, err);
  if (state == SEARCH_FOUND)
    VEC_PUSH (&documents->ids, id);
  documents->listed = state == SEARCH_END;
  return state;
}

enum search_state
found_documents_go (struct found_documents *documents, size_t from,
                    size_t until, unsigned milliseconds, struct err *err)
{
  double end = found_window_clock () + milliseconds;
  if (until > from + KEPT)
    until = from + KEPT;
  do
    {
      size_t index = next_to_read (documents, from, until);
      if (index < until)
        {
          if (!read_one (documents, index, err))
            return SEARCH_FAILED;
        }
      else if (documents->listed)
        return SEARCH_END;
      else if (list_on (documents, err) == SEARCH_FAILED)
        return SEARCH_FAILED;
    }
  while (found_window_clock () < end);
  return SEARCH_BUSY;
}

size_t
found_documents_count (const struct found_documents *documents)
{
  return documents->ids.len;
}

const struct found_document *
found_documents_at (const struct found_documents *documents, size_t index)
{
  const struct kept_document *kept = &documents->kept[index % KEPT];
  return kept->place == index + 1 ? &kept->of : NULL;
}
