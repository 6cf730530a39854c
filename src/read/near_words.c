/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The collocates of what is found: first what stands near each place, then how
   often that stands anywhere in the same documents.  */
#include "read/near_words.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "read/found_window.h"

/* A document of the second round, and the sides that are read.  */
struct counted
{
  long long id;
  bool side[SIDES];
};

struct near_words
{
  struct library *library;
  struct finder *finder;
  struct collocates *collocates;
  struct
  VEC (struct counted) documents;
  size_t places;
  size_t next; /* of DOCUMENTS, in the second round */
  bool looked; /* the first round is over */
  bool chosen; /* the second one has begun */
  bool cut;
};

static void
find_words (void *entries, const char *text, size_t len,
            void (*found) (void *sink, size_t len), void *sink)
{
  entries_longest (entries, text, len, found, sink);
}

struct near_words *
near_words_new (struct library *library, struct notebook *notebook,
                struct entries *entries, const struct wanted *wanted, size_t window, struct err *err)
{
  struct finder *finder
    = finder_open (library, notebook, wanted, false, 0, err);
  if (!finder)
    return NULL;
  struct near_words *near = mem_new (1, sizeof *near);
  near->library = library;
  near->finder = finder;
  const struct word_finder words = { find_words, entries };
  bool known = entries && entries_any (entries);
  near->collocates = collocates_new (window, known ? &words : NULL);
  return near;
}

void
near_words_free (struct near_words *near)
{
  if (!near)
    return;
  finder_close (near->finder);
  collocates_free (near->collocates);
  VEC_FREE (&near->documents);
  free (near);
}

/* The places on SIDE of LINE.  */
static void
take_side (struct near_words *near, const struct search_line *line,
           enum side side, struct counted *document)
{
  struct ranges places = { 0 };
  for (size_t i = 0; i < line->places.len; i++)
    if (line->places.items[i].side == side)
      VEC_PUSH (&places, line->places.items[i].within);
  if (places.len > 0)
    {
      struct range whole = { 0, strlen (line->text[side]) };
      collocates_near (near->collocates, line->text[side], whole, &places);
      near->places += places.len;
      document->side[side] = true;
    }
  VEC_FREE (&places);
}

static void
take (struct near_words *near, const struct search_found *found)
{
  struct counted document = { .id = found->id };
  for (size_t i = 0; i < found->lines.len && !near->cut; i++)
    {
      const struct search_line *line = &found->lines.items[i];
      for (enum side s = 0; s < SIDES && !line->title; s++)
        take_side (near, line, s, &document);
      near->cut = near->places >= NEAR_PLACES;
    }
  if (document.side[ORIGINAL] || document.side[TRANSLATION])
    VEC_PUSH (&near->documents, document);
}

/* A piece of the first round.  */
static enum search_state
look_near (struct near_words *near, struct err *err)
{
  struct search_found found;
  enum search_state state = finder_next (near->finder, &found, err);
  if (state == SEARCH_FOUND)
    {
      take (near, &found);
      search_found_clear (&found);
      state = SEARCH_BUSY;
    }
  near->looked = state == SEARCH_END || near->cut;
  return state;
}

/* Counts a document of the second round.  One that has gone since is left
   out.  */
static void
count_document (struct near_words *near, const struct counted *counted)
{
  struct document *document
    = library_document (near->library, counted->id, NULL);
  for (enum side s = 0; document && s < SIDES; s++)
    for (size_t i = 0; counted->side[s] && i < document->beads.len; i++)
      collocates_count (near->collocates, document->side[s].text,
                        document_bead_range (document, i, s));
  document_free (document);
}

enum search_state
near_words_go (struct near_words *near, unsigned milliseconds,
               struct err *err)
{
  double end = found_window_clock () + milliseconds;
  do
    {
      if (!near->looked)
        {
          if (look_near (near, err) == SEARCH_FAILED)
            return SEARCH_FAILED;
        }
      else if (!near->chosen)
        near->chosen = collocates_choose (near->collocates);
      else if (near->next < near->documents.len)
        count_document (near, &near->documents.items[near->next++]);
      else
        return SEARCH_END;
    }
  while (found_window_clock () < end);
  return SEARCH_BUSY;
}

size_t
near_words_places (const struct near_words *near)
{
  return near->places;
}

bool
near_words_cut (const struct near_words *near)
{
  return near->cut;
}

void
near_words_list (const struct near_words *near, enum collocate_score score,
                 struct collocate_list *out)
{
  collocates_list (near->collocates, near->places, score, out);
}
