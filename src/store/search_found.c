/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a document that a search found to its places and lines.  */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "store/search_index.h"
#include "store/search_private.h"

void
search_found_clear (struct search_found *found)
{
  free (found->date);
  free (found->page);
  free (found->collection);
  free (found->path);
  for (enum side s = 0; s < SIDES; s++)
    free (found->title[s]);
  for (size_t i = 0; i < found->lines.len; i++)
    {
      struct search_line *line = &found->lines.items[i];
      for (enum side s = 0; s < SIDES; s++)
        free (line->text[s]);
      VEC_FREE (&line->places);
    }
  VEC_FREE (&found->lines);
}

void
search_places_count (const struct search_found *found, size_t places[SIDES])
{
  places[ORIGINAL] = places[TRANSLATION] = 0;
  for (size_t i = 0; i < found->lines.len; i++)
    for (size_t k = 0; k < found->lines.items[i].places.len; k++)
      places[found->lines.items[i].places.items[k].side]++;
}

static char *
text_or_empty (const char *text)
{
  return mem_string (text ? text : "");
}

static void
describe (const struct document *document, struct search_found *found)
{
  *found = (struct search_found) { .id = document->id };
  memcpy (found->hash, document->hash, sizeof found->hash);
  found->date = text_or_empty (document->date);
  found->page = text_or_empty (document->page);
  found->collection = text_or_empty (document->collection);
  found->path = text_or_empty (document->path);
  for (enum side s = 0; s < SIDES; s++)
    {
      found->title[s] = text_or_empty (document->side[s].title);
      found->len[s] = document->side[s].len;
    }
}

/* --- lines -------------------------------------------------------------- */

/* Fills in what stands in bead INDEX of DOCUMENT.  */
static void
fill_bead (const struct document *document, size_t index,
           struct search_line *line)
{
  line->bead = index;
  for (enum side s = 0; s < SIDES; s++)
    {
      line->at[s] = document_bead_range (document, index, s);
      line->text[s] = mem_copy (document->side[s].text + line->at[s].start,
                                range_len (line->at[s]));
    }
}

static void
fill_titles (const struct document *document, struct search_line *line)
{
  line->title = true;
  for (enum side s = 0; s < SIDES; s++)
    {
      line->text[s] = text_or_empty (document->side[s].title);
      line->at[s] = (struct range) { 0, strlen (line->text[s]) };
    }
}

/* Code points of a text, counted on from the last place asked for.  */
struct counted
{
  size_t at;
  size_t points;
};

static size_t
points_at (struct counted *counted, const char *text, size_t at)
{
  if (at < counted->at)
    *counted = (struct counted) { 0, 0 };
  counted->points += utf8_count (text + counted->at, at - counted->at);
  counted->at = at;
  return counted->points;
}

static size_t
within (size_t at, struct range range)
{
  size_t kept = at < range.start ? range.start
                : at > range.end ? range.end
                                 : at;
  return kept - range.start;
}

/* Adds MATCH, of SIDE, to LINE; TEXT is the whole text it stands in.  */
static void
add_place (struct search_line *line, enum side side, const char *text,
           const struct match *match, struct counted *counted)
{
  struct search_place place = { .side = side, .range = match->range,
                                .term = match->term,
                                .folded = match->folded };
  place.start = points_at (counted, text, match->range.start);
  place.end = points_at (counted, text, match->range.end);
  place.within.start = within (match->range.start, line->at[side]);
  place.within.end = within (match->range.end, line->at[side]);
  VEC_PUSH (&line->places, place);
}

/* --- a document --------------------------------------------------------- */

/* Adds the line with the occurrences in the titles, where there are any.  */
static void
add_titles (const struct search *search, const struct document *document,
            struct search_found *found)
{
  struct search_line line = { .bead = 0 };
  fill_titles (document, &line);
  for (enum side s = 0; s < SIDES; s++)
    {
      struct matches matches = { NULL, 0, 0 };
      struct counted counted = { 0, 0 };
      if (!index_takes_title (document, s))
        continue;
      query_match (search->query, s, line.text[s], strlen (line.text[s]),
                   &matches);
      for (size_t i = 0; i < matches.len; i++)
        add_place (&line, s, line.text[s], &matches.items[i], &counted);
      VEC_FREE (&matches);
    }
  found->occurrences += line.places.len;
  if (line.places.len > 0)
    VEC_PUSH (&found->lines, line);
  else
    for (enum side s = 0; s < SIDES; s++)
      free (line.text[s]);
}

/* The occurrences on a side, and which of them comes next.  */
struct side_matches
{
  struct matches matches;
  struct counted counted;
  size_t at;
};

/* The bead in which the next occurrence of SIDE begins; SIZE_MAX behind the last
   one.  */
static size_t
next_bead (const struct document *document, enum side side,
           const struct side_matches *m)
{
  return m->at < m->matches.len
           ? document_bead_at (document, side,
                               m->matches.items[m->at].range.start)
           : SIZE_MAX;
}

/* Adds the line of BEAD with the occurrences that begin in it.  */
static void
add_bead (const struct document *document, size_t bead,
          struct side_matches sides[SIDES], struct search_found *found)
{
  struct search_line line = { .bead = bead };
  fill_bead (document, bead, &line);
  for (enum side s = 0; s < SIDES; s++)
    for (struct side_matches *m = &sides[s];
         next_bead (document, s, m) == bead; m->at++)
      add_place (&line, s, document->side[s].text, &m->matches.items[m->at],
                 &m->counted);
  VEC_PUSH (&found->lines, line);
}

/* Adds the occurrences of both sides, in the order of the beads in which they
   begin.  */
static void
add_beads (const struct search *search, const struct document *document,
           struct search_found *found)
{
  struct side_matches sides[SIDES] = { { .at = 0 }, { .at = 0 } };
  size_t most = search->plan.lines;
  for (enum side s = 0; s < SIDES; s++)
    {
      query_match (search->query, s, document->side[s].text,
                   document->side[s].len, &sides[s].matches);
      found->occurrences += sides[s].matches.len;
    }
  while (most == 0 || found->lines.len < most)
    {
      size_t original = next_bead (document, ORIGINAL, &sides[ORIGINAL]);
      size_t translation
        = next_bead (document, TRANSLATION, &sides[TRANSLATION]);
      size_t first = original < translation ? original : translation;
      if (first >= document->beads.len)
        break;
      add_bead (document, first, sides, found);
    }
  for (enum side s = 0; s < SIDES; s++)
    VEC_FREE (&sides[s].matches);
}

/* Document ID, which may have been read already; NULL on error.  */
static struct document *
take_document (struct search *search, long long id, struct err *err)
{
  struct document *document = search->read;
  if (!document || document->id != id)
    return library_document (search->library, id, err);
  search->read = NULL;
  return document;
}

bool
search_look (struct search *search, long long id, struct search_found *found,
             struct err *err)
{
  struct document *document = take_document (search, id, err);
  size_t lost;
  if (!document)
    return false;
  if (err)
    *err = (struct err) ERR_INIT;
  /* Without the corrections the beads are as they were made.  */
  if (search->notebook)
    notebook_mend (search->notebook, document, &lost, NULL);
  describe (document, found);
  add_titles (search, document, found);
  add_beads (search, document, found);
  document_free (document);
  if (found->occurrences > 0)
    return true;
  search_found_clear (found);
  return false;
}

enum search_state
search_next (struct search *search, struct search_found *found,
             struct err *err)
{
  struct err problem = ERR_INIT;
  long long id;
  enum search_state state = search_next_id (search, &id, &problem);
  if (state == SEARCH_FOUND && !search_look (search, id, found, &problem))
    state = problem.code == ERR_NONE ? SEARCH_BUSY : SEARCH_FAILED;
  if (state == SEARCH_FAILED && err)
    *err = problem;
  return state;
}
