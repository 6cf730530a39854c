/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyword index and the reader's own terms: those that are given and taken
   away, hidden, joined.  */
#include <config.h>

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "store/keyword_words.h"
#include "store/keywords_private.h"
#include "store/search.h"

void
keyword_choices_free (struct keyword_choices *choices)
{
  VEC_FREE (&choices->hidden);
  VEC_FREE (&choices->joins);
}

/* --- giving and taking -------------------------------------------------- */

/* A term on its way into the documents, or out of them.  */
struct giving
{
  struct library *library;
  enum tongue tongue;
  struct buf word;
  long long id;
  struct err err;
};

/* The place of term ID in WORDS; their number where it is not there.  */
static size_t
place_in (const struct stored_words *words, long long id)
{
  size_t i = 0;
  while (i < words->len && words->items[i].id != id)
    i++;
  return i;
}

/* Writes WORDS as those of document ID.  */
static bool
rewrite (struct giving *g, long long id, struct document_words *words)
{
  struct buf bytes = BUF_INIT;
  document_words_write (words, &bytes);
  bool done = keyword_put_words (g->library, id, &bytes, &g->err);
  buf_free (&bytes);
  return done;
}

/* How often the term stands in the texts of its language that FOUND tells of.  */
static unsigned
occurrences_in (const struct giving *g, const struct document *document,
                const struct search_found *found)
{
  unsigned count = 0;
  for (size_t i = 0; i < found->lines.len; i++)
    for (size_t k = 0; k < found->lines.items[i].places.len; k++)
      {
        enum side side = found->lines.items[i].places.items[k].side;
        count += !found->lines.items[i].title
                 && tongue_of (document->side[side].lang) == g->tongue;
      }
  return count;
}

/* Gives the term to the document of FOUND, where it has not got it.  */
static bool
give_to (struct giving *g, const struct search_found *found)
{
  struct document_words words = { .total = { 0 } };
  struct document *document
    = library_document (g->library, found->id, &g->err);
  if (!document)
    return false;
  unsigned count = occurrences_in (g, document, found);
  bool done = keyword_words (g->library, found->id, &words, &g->err);
  if (done && count > 0
      && place_in (&words.words, g->id) == words.words.len)
    {
      VEC_PUSH (&words.words, (struct stored_word) { g->id, count, count });
      done = rewrite (g, found->id, &words);
    }
  document_words_free (&words);
  document_free (document);
  return done;
}

/* Gives the term to all documents that have it.  */
static bool
give_to_all (struct giving *g, const char *text)
{
  struct search_plan plan = { .literal = true };
  struct search *search = search_open (g->library, NULL, text, strlen (text),
                                       &plan, &g->err);
  bool done = search != NULL;
  enum search_state state = SEARCH_BUSY;
  while (done && state != SEARCH_END)
    {
      struct search_found found = { .id = 0 };
      state = search_next (search, &found, &g->err);
      if (state == SEARCH_FOUND)
        done = give_to (g, &found);
      else if (state == SEARCH_FAILED)
        done = false;
      search_found_clear (&found);
    }
  if (search)
    search_close (search);
  return done;
}

bool
library_give_term (struct library *library, const char *text, long long *id,
                   struct err *err)
{
  struct giving g = { .library = library, .word = BUF_INIT, .err = ERR_INIT };
  *id = 0;
  g.tongue = wordbook_word (text, strlen (text), &g.word);
  bool done = g.tongue != TONGUES
              || err_set (&g.err, ERR_USAGE, text, "%s",
                          N_ ("a term is Chinese characters or English "
                              "words, at most ten"));
  done = done && database_begin (&library->database, &g.err);
  if (done)
    {
      g.id = keyword_make (library, g.tongue, g.word.data, g.word.len, text,
                           &g.err);
      done = database_end (&library->database,
                           g.id != 0 && give_to_all (&g, text), &g.err)
             && library_count_keywords (library, &g.err);
    }
  buf_free (&g.word);
  *id = g.id;
  if (!done && err)
    *err = g.err;
  return done;
}

/* Takes the term out of all documents.  */
static bool
take_from_all (struct giving *g)
{
  struct VEC (long long) documents = { 0 };
  struct row row = row_of (&g->library->database, KEYWORD_WORDS_ALL);
  while (row_next (&row, &g->err))
    {
      struct document_words words = { .total = { 0 } };
      long long document = take_number (&row, 0, LLONG_MAX);
      free (take_text (&row)); /* the date */
      document_words_take (&row, &words);
      if (place_in (&words.words, g->id) < words.words.len)
        VEC_PUSH (&documents, document);
      document_words_free (&words);
    }
  bool done = g->err.code == ERR_NONE;
  for (size_t i = 0; done && i < documents.len; i++)
    {
      struct document_words words = { .total = { 0 } };
      done = keyword_words (g->library, documents.items[i], &words, &g->err);
      size_t place = place_in (&words.words, g->id);
      if (done && place < words.words.len)
        {
          words.words.items[place] = words.words.items[--words.words.len];
          done = rewrite (g, documents.items[i], &words);
        }
      document_words_free (&words);
    }
  VEC_FREE (&documents);
  return done;
}

bool
library_take_term (struct library *library, const char *text, struct err *err)
{
  struct keyword_rows rows = { 0 };
  struct giving g = { .library = library, .err = ERR_INIT };
  bool done = library_keyword (library, text, &rows, &g.err);
  if (done && rows.len == 1 && rows.items[0].given)
    {
      g.id = rows.items[0].id;
      done = database_begin (&library->database, &g.err)
             && database_end (&library->database, take_from_all (&g), &g.err)
             && library_count_keywords (library, &g.err);
    }
  keyword_rows_free (&rows);
  if (!done && err)
    *err = g.err;
  return done;
}

/* --- hiding and joining ------------------------------------------------- */

/* The number of the term TEXT, 0 where the index has it not.  */
static long long
number_of (struct library *library, const char *text, struct err *err)
{
  struct keyword_rows rows = { 0 };
  long long id
    = library_keyword (library, text, &rows, err) && rows.len == 1
        ? rows.items[0].id
        : 0;
  keyword_rows_free (&rows);
  return id;
}

bool
library_keyword_choices (struct library *library,
                         const struct own_terms *terms,
                         struct keyword_choices *choices, struct err *err)
{
  struct err found = ERR_INIT;
  for (size_t i = 0; i < terms->len && found.code == ERR_NONE; i++)
    {
      const struct own_term *term = &terms->items[i];
      long long id = term->choice == TERM_ADDED
                       ? 0
                       : number_of (library, term->text, &found);
      long long main = term->choice == TERM_JOINED
                         ? number_of (library, term->joined, &found)
                         : 0;
      /* What is joined with a term that the index has not stays as it is.  */
      if (id == 0 || (term->choice == TERM_JOINED && (main == 0 || main == id)))
        continue;
      VEC_PUSH (&choices->hidden, id);
      if (main != 0)
        VEC_PUSH (&choices->joins, (struct keyword_join) { main, id });
    }
  if (found.code != ERR_NONE && err)
    *err = found;
  return found.code == ERR_NONE;
}
