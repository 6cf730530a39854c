/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching by relevance: the score of each document, the best first.

   BM25 with the constants of FTS5's own function, which looks up the length of
   every document and counts each phrase in the whole index anew with each
   question.  Here the lengths are read once and kept with the order of the
   documents, one phrase alone is not counted, as that changes no order, and no
   row leaves SQLite.  */
#include <config.h>

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "store/search_index.h"
#include "store/search_private.h"

/* Scores of so many documents are taken between two looks at the clock; where
   there are more in all, the lengths of all documents are read.  */
enum { SLICE = 1024 };

struct scored
{
  double score; /* more is better */
  long long id;
};

struct ranking
{
  struct search *search;
  struct row row;      /* the question */
  bool made;           /* it is prepared */
  bool open;           /* it was asked */
  bool begun;          /* WEIGHTS and AVERAGE are known */
  struct VEC (double) weights; /* of the phrases */
  double average;      /* length of a document */
  struct VEC (struct scored) found; /* by number; a heap, once all are there */
};

/* --- in SQLite ---------------------------------------------------------- */

static int
count_row (const Fts5ExtensionApi *api, Fts5Context *context, void *data)
{
  (void) api;
  (void) context;
  ++*(long long *) data;
  return SQLITE_OK;
}

/* How much a place of phrase PHRASE weighs, which is in few or many of ROWS
   documents.  */
static int
weigh_phrase (const Fts5ExtensionApi *api, Fts5Context *context, int phrase,
              sqlite3_int64 rows, double *weight)
{
  long long hits = 0;
  int code = api->xQueryPhrase (context, phrase, &hits, count_row);
  double idf = log (((double) (rows - hits) + 0.5) / ((double) hits + 0.5));
  *weight = idf > 0 ? idf : 1e-6;
  return code;
}

static int
ranking_begin (struct ranking *ranking, const Fts5ExtensionApi *api,
               Fts5Context *context)
{
  sqlite3_int64 rows = 0, tokens = 0;
  int phrases = api->xPhraseCount (context);
  int code = api->xRowCount (context, &rows);
  if (code == SQLITE_OK)
    code = api->xColumnTotalSize (context, -1, &tokens);
  ranking->weights.len = 0;
  for (int i = 0; i < phrases && code == SQLITE_OK; i++)
    {
      double weight = 1;
      if (phrases > 1)
        code = weigh_phrase (api, context, i, rows, &weight);
      VEC_PUSH (&ranking->weights, weight);
    }
  ranking->average = rows > 0 && tokens > 0 ? (double) tokens / (double) rows
                                            : 1;
  ranking->begun = code == SQLITE_OK;
  return code;
}

/* How many tokens the row of document ID has.  */
static int
length_of (const struct ranking *ranking, const Fts5ExtensionApi *api,
           Fts5Context *context, long long id, double *length)
{
  const uint32_t *lengths = ranking->search->order->lengths;
  int tokens = 0, code = SQLITE_OK;
  if (lengths)
    *length = lengths[id];
  else
    {
      code = api->xColumnSize (context, -1, &tokens);
      *length = tokens;
    }
  return code;
}

/* Adds the document of the row, which is ID.  */
static int
take_row (struct ranking *ranking, const Fts5ExtensionApi *api,
          Fts5Context *context, long long id)
{
  static const double k1 = 1.2, b = 0.75;
  double length = 0, score = 0;
  int code = length_of (ranking, api, context, id, &length);
  double rest = k1 * (1 - b + b * length / ranking->average);
  for (size_t i = 0; i < ranking->weights.len && code == SQLITE_OK; i++)
    {
      double often = index_count_phrase (api, context, (int) i, &code);
      score += ranking->weights.items[i] * often * (k1 + 1) / (often + rest);
    }
  if (code == SQLITE_OK)
    VEC_PUSH (&ranking->found, (struct scored) { score, id });
  return code;
}

/* The SQL function ranked (words, RANKING): takes the score of the row; true at
   the end of a slice.  */
static void
ranked (const Fts5ExtensionApi *api, Fts5Context *context,
        sqlite3_context *result, int count, sqlite3_value **values)
{
  struct ranking *ranking
    = count > 0 ? sqlite3_value_pointer (values[0], "ranking") : NULL;
  long long id = api->xRowid (context);
  int code = ranking ? SQLITE_OK : SQLITE_MISUSE;
  bool ends = false;
  if (code == SQLITE_OK && !ranking->begun)
    code = ranking_begin (ranking, api, context);
  if (code == SQLITE_OK && search_fits (ranking->search, id))
    {
      code = take_row (ranking, api, context, id);
      ends = ranking->found.len % SLICE == 0;
    }
  if (code == SQLITE_OK)
    sqlite3_result_int (result, ends);
  else
    sqlite3_result_error_code (result, code);
}

int
ranking_register (fts5_api *api)
{
  return api->xCreateFunction (api, "ranked", NULL, ranked, NULL);
}

/* --- the question ------------------------------------------------------- */

struct ranking *
ranking_new (struct search *search)
{
  struct ranking *ranking = mem_new (1, sizeof *ranking);
  ranking->search = search;
  return ranking;
}

void
ranking_free (struct ranking *ranking)
{
  if (!ranking)
    return;
  if (ranking->open)
    row_done (&ranking->row);
  if (ranking->made)
    row_drop (&ranking->row);
  VEC_FREE (&ranking->weights);
  VEC_FREE (&ranking->found);
  free (ranking);
}

/* Asks for the documents behind the last one that was taken.  */
static void
ranking_open (struct ranking *ranking)
{
  const struct search *search = ranking->search;
  size_t taken = ranking->found.len;
  if (!ranking->made)
    ranking->row = row_made (&search->library->database,
                             "SELECT rowid FROM words WHERE words MATCH ?1"
                             " AND rowid BETWEEN ?2 AND ?3"
                             " AND ranked (words, ?4) ORDER BY rowid");
  put_bytes (&ranking->row, search->whole.words.data,
             search->whole.words.len);
  put_number (&ranking->row, taken ? ranking->found.items[taken - 1].id + 1
                                   : search->first);
  put_number (&ranking->row, search->last - 1);
  put_pointer (&ranking->row, ranking, "ranking");
  ranking->made = ranking->open = true;
}

bool
ranking_slice (struct ranking *ranking, struct err *err)
{
  struct search *search = ranking->search;
  if (!ranking->open)
    ranking_open (ranking);
  ranking->open = search_next_number (&ranking->row, err) > 0;
  return ranking->open
         && order_need_lengths (search->library, search->order, err);
}

/* --- the best ----------------------------------------------------------- */

/* Whether X comes before Y.  */
static bool
is_before (const struct ranking *ranking, const struct scored *x,
           const struct scored *y)
{
  if (ranking->search->plan.backwards)
    {
      const struct scored *swapped = x;
      x = y;
      y = swapped;
    }
  return x->score > y->score || (x->score == y->score && x->id < y->id);
}

/* Lets item AT of the heap sink to where it belongs.  */
static void
sink (struct ranking *ranking, size_t at)
{
  struct scored *items = ranking->found.items, item = items[at];
  for (size_t child; (child = 2 * at + 1) < ranking->found.len; at = child)
    {
      if (child + 1 < ranking->found.len
          && is_before (ranking, &items[child + 1], &items[child]))
        child++;
      if (!is_before (ranking, &items[child], &item))
        break;
      items[at] = items[child];
    }
  items[at] = item;
}

void
ranking_end (struct ranking *ranking)
{
  for (size_t i = ranking->found.len / 2; i-- > 0;)
    sink (ranking, i);
}

long long
ranking_next (struct ranking *ranking)
{
  if (ranking->found.len == 0)
    return 0;
  long long id = ranking->found.items[0].id;
  ranking->found.items[0] = ranking->found.items[--ranking->found.len];
  if (ranking->found.len > 0)
    sink (ranking, 0);
  return id;
}
