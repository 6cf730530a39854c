/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyword index: questions and answers.  A statement is put together from
   fixed pieces, so that SQLite sees only the conditions that there are and goes
   along an index; what the user wrote is bound.  */
#include <config.h>

#include "store/keywords.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "index/readings.h"
#include "store/keywords_private.h"

const char *
keyword_order_name (enum keyword_order order)
{
  static const char *const names[KEYWORD_ORDERS]
    = { "keyness", "frequency", "alphabet" };
  return names[order];
}

void
keyword_row_clear (struct keyword_row *row)
{
  free (row->word);
  free (row->form);
  free (row->key);
  free (row->pinyin);
}

void
keyword_rows_free (struct keyword_rows *rows)
{
  for (size_t i = 0; i < rows->len; i++)
    keyword_row_clear (&rows->items[i]);
  VEC_FREE (rows);
}

/* --- rows --------------------------------------------------------------- */

static void
take_row (struct row *from, struct full_row *full)
{
  struct buf pinyin = BUF_INIT;
  struct keyword_row *row = &full->row;
  *full = (struct full_row) { .found = false };
  row->id = take_number (from, 1, LLONG_MAX);
  row->tongue = (enum tongue) take_number (from, 0, TONGUES - 1);
  row->word = take_text (from);
  row->form = take_text (from);
  row->key = take_text (from);
  row->documents = (size_t) take_number (from, 0, LLONG_MAX);
  row->occurrences = (size_t) take_number (from, 0, LLONG_MAX);
  full->alone = (double) take_number (from, 0, LLONG_MAX);
  long long found = take_number (from, 0, KEYWORD_GIVEN);
  full->found = found != 0;
  row->given = found == KEYWORD_GIVEN;
  take_short (from, row->first, sizeof row->first);
  take_short (from, row->last, sizeof row->last);
  row->score = take_double (from, -1e300, 1e300);
  if (row->tongue == TONGUE_ZH)
    readings_of_key (row->key, &pinyin);
  row->pinyin = buf_take (&pinyin);
}

/* Takes all rows of FROM into ROWS.  */
static bool
take_rows (struct library *library, struct row *from,
           struct keyword_rows *rows, struct err *err)
{
  struct err found;
  bool bad = false;
  while (row_next (from, &found))
    {
      struct full_row full;
      take_row (from, &full);
      VEC_PUSH (rows, full.row);
      bad = bad || from->bad;
    }
  if (bad && found.code == ERR_NONE)
    database_damaged (&library->database, "a row of keyword", &found);
  if (found.code != ERR_NONE && err)
    *err = found;
  return found.code == ERR_NONE;
}

/* --- which rows --------------------------------------------------------- */

static const char *const columns[KEYWORD_ORDERS] = { "score", "often", "key" };

/* Whether QUERY asks for words.  */
static bool
has_words (const struct keyword_query *query)
{
  return query->words && *query->words;
}

/* Appends the condition for rows behind, or where BEFORE before, the row that is
   bound to it.  */
static void
add_place (struct buf *sql, enum keyword_order order, bool before)
{
  buf_add_format (sql, " AND (%s, id) %s (?3, ?4)", columns[order],
                  before ? "<" : ">");
}

/* Appends the conditions of QUERY; the table is read THROUGH, which is far
   faster than along an order where all rows are looked at.  */
static void
add_conditions (struct buf *sql, const struct keyword_query *query,
                bool through)
{
  buf_add_format (sql, " FROM keyword%s WHERE tongue = ?1 AND documents > 0",
                  through ? " NOT INDEXED" : "");
  if (has_words (query))
    buf_add_string (sql, KEYWORD_FITS[query->tongue]);
  size_t hidden = query->choices ? query->choices->hidden.len : 0;
  for (size_t i = 0; i < hidden; i++)
    buf_add_format (sql, " %s%lld%s", i == 0 ? "AND id NOT IN (" : ",",
                    query->choices->hidden.items[i],
                    i + 1 == hidden ? ")" : "");
}

/* Binds tongue, words, the place of ROW (may be NULL) and pinyin.  */
static void
bind (struct row *row, const struct keyword_query *query,
      const struct sought *sought, const struct keyword_row *place)
{
  put_number (row, (long long) query->tongue);
  put_text (row, sought->letters);
  if (!place)
    put_text (row, NULL);
  else if (query->order == KEYWORDS_BY_KEYNESS)
    put_double (row, -place->score);
  else if (query->order == KEYWORDS_BY_FREQUENCY)
    put_number (row, -(long long) place->occurrences);
  else
    put_text (row, place->key);
  put_number (row, place ? place->id : 0);
  put_text (row, sought->pinyin);
}

void
keyword_catch_up (struct library *library)
{
  if (!library->database.read_only)
    library_count_keywords (library, NULL);
}

bool
library_keywords (struct library *library, const struct keyword_query *query,
                  struct keyword_rows *rows, struct err *err)
{
  struct buf sql = BUF_INIT;
  struct sought sought = keyword_sought (query->words);
  const char *down = query->backwards ? " DESC" : "";
  keyword_catch_up (library);
  buf_add_string (&sql, "SELECT id, tongue, word, form, key, documents,"
                        " - often, alone, found, first, last, - score");
  add_conditions (&sql, query, has_words (query) && query->few);
  if (query->after)
    add_place (&sql, query->order, query->backwards);
  buf_add_format (&sql, " ORDER BY tongue, %s%s, id%s LIMIT %lld",
                  columns[query->order], down, down,
                  query->limit ? (long long) query->limit : -1);
  struct row row = row_made (&library->database, buf_string (&sql));
  bind (&row, query, &sought, query->after);
  bool done = take_rows (library, &row, rows, err);
  row_drop (&row);
  keyword_sought_free (&sought);
  buf_free (&sql);
  return done;
}

/* How many rows QUERY means, before ROW where that is not NULL.  */
static long long
count_rows (struct library *library, const struct keyword_query *query,
            const struct keyword_row *place, struct err *err)
{
  struct err found;
  struct buf sql = BUF_INIT;
  struct sought sought = keyword_sought (query->words);
  keyword_catch_up (library);
  buf_add_string (&sql, "SELECT count (*)");
  add_conditions (&sql, query, has_words (query));
  if (place)
    add_place (&sql, query->order, true);
  struct row row = row_made (&library->database, buf_string (&sql));
  bind (&row, query, &sought, place);
  long long count = library_ask (&row, &found);
  row_drop (&row);
  keyword_sought_free (&sought);
  buf_free (&sql);
  if (found.code == ERR_NONE)
    return count;
  if (err)
    *err = found;
  return -1;
}

long long
library_keywords_count (struct library *library,
                        const struct keyword_query *query, struct err *err)
{
  /* All of a language have been counted already.  */
  if (!has_words (query)
      && !(query->choices && query->choices->hidden.len > 0))
    {
      keyword_catch_up (library);
      return keyword_terms (library, query->tongue);
    }
  return count_rows (library, query, NULL, err);
}

long long
library_keywords_rank (struct library *library,
                       const struct keyword_query *query,
                       const struct keyword_row *row, struct err *err)
{
  return count_rows (library, query, row, err);
}

bool
keyword_read_full (struct library *library, long long id,
                   struct full_row *full, struct err *err)
{
  struct row row = row_of (&library->database, KEYWORD_ROW);
  put_number (&row, id);
  if (!row_next (&row, err))
    return false;
  take_row (&row, full);
  bool bad = row.bad;
  row_done (&row);
  if (bad)
    keyword_row_clear (&full->row);
  return !bad || database_damaged (&library->database, "a row of keyword", err);
}

bool
keyword_read (struct library *library, long long id, struct keyword_row *row,
              struct err *err)
{
  struct full_row full;
  if (!keyword_read_full (library, id, &full, err))
    return false;
  *row = full.row;
  return true;
}

bool
library_keyword (struct library *library, const char *text,
                 struct keyword_rows *rows, struct err *err)
{
  struct err found = ERR_INIT;
  struct full_row full;
  struct buf word = BUF_INIT;
  enum tongue tongue = wordbook_word (text, strlen (text), &word);
  keyword_catch_up (library);
  if (tongue != TONGUES)
    {
      struct row row = row_of (&library->database, KEYWORD_NUMBER);
      put_number (&row, (long long) tongue);
      put_bytes (&row, word.data, word.len);
      long long id = library_ask (&row, &found);
      if (id != 0 && keyword_read_full (library, id, &full, &found))
        VEC_PUSH (rows, full.row);
    }
  buf_free (&word);
  if (found.code != ERR_NONE && err)
    *err = found;
  return found.code == ERR_NONE;
}

/* --- terms that were found ------------------------------------------------ */

bool
library_found_terms (struct library *library,
                     void (*each) (enum tongue tongue, const char *word,
                                   size_t len, void *data),
                     void *data, struct err *err)
{
  enum { MOST = 30000 };
  struct err found = ERR_INIT;
  for (enum tongue t = TONGUE_ZH; t < TONGUES && found.code == ERR_NONE; t++)
    {
      struct row row = row_of (&library->database, KEYWORD_FOUND);
      put_number (&row, (long long) t);
      put_number (&row, MOST);
      while (row_next (&row, &found))
        {
          char *word = take_text (&row);
          each (t, word, strlen (word), data);
          free (word);
        }
    }
  if (found.code != ERR_NONE && err)
    *err = found;
  return found.code == ERR_NONE;
}
