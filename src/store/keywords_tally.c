/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyword index: how often a term is found.  What the index holds was
   counted when the documents were added, by the terms that were known then and
   only where they served as keywords; a reader is told what a search finds.  */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/keywords_private.h"

struct keyword_tally
{
  struct search *all;    /* counts in the library */
  struct search *within; /* in the document; NULL where none was asked for */
};

/* --- what to search for --------------------------------------------------- */

static void
add_quoted (struct buf *out, const char *form)
{
  buf_add_format (out, "%s\"", out->len ? " OR " : "");
  for (; *form; form++)
    if (*form != '"')
      buf_add_byte (out, *form);
  buf_add_byte (out, '"');
}

char *
keyword_wanted (struct library *library, const struct keyword_row *row,
                const struct keyword_choices *choices, bool *query)
{
  struct buf out = BUF_INIT;
  size_t joins = choices ? choices->joins.len : 0;
  *query = false;
  add_quoted (&out, row->form);
  for (size_t i = 0; i < joins; i++)
    {
      struct keyword_row other;
      struct err err = ERR_INIT;
      if (choices->joins.items[i].main != row->id
          || !keyword_read (library, choices->joins.items[i].other, &other,
                            &err))
        continue;
      add_quoted (&out, other.form);
      keyword_row_clear (&other);
      *query = true;
    }
  char *text = buf_take (&out);
  if (*query)
    return text;
  free (text);
  return mem_string (row->form);
}

/* --- counting ------------------------------------------------------------- */

/* Begins to search for the term of ROW as PLAN says.  */
static struct search *
open_search (struct library *library, const struct keyword_row *row,
             const struct keyword_choices *choices, struct search_plan plan,
             struct err *err)
{
  bool query;
  char *text = keyword_wanted (library, row, choices, &query);
  plan.literal = !query;
  struct search *search
    = search_open (library, NULL, text, strlen (text), &plan, err);
  free (text);
  return search;
}

struct keyword_tally *
keyword_tally_new (struct library *library, long long document,
                   const struct keyword_row *row,
                   const struct keyword_choices *choices, struct err *err)
{
  struct search_plan plan = { .yields = true };
  struct keyword_tally *tally = mem_new (1, sizeof *tally);
  tally->all = open_search (library, row, choices, plan, err);
  plan.document = document;
  if (document && tally->all)
    tally->within = open_search (library, row, choices, plan, err);
  if (tally->all && (!document || tally->within))
    return tally;
  keyword_tally_free (tally);
  return NULL;
}

void
keyword_tally_free (struct keyword_tally *tally)
{
  if (!tally)
    return;
  search_close (tally->all);
  search_close (tally->within);
  free (tally);
}

enum search_state
keyword_tally_go (struct keyword_tally *tally, struct keyword_found *found,
                  struct err *err)
{
  struct search_count all, here;
  enum search_state state = search_count (tally->all, true, &all, err);
  here = all;
  if (state == SEARCH_END && tally->within)
    state = search_count (tally->within, true, &here, err);
  if (state != SEARCH_END)
    return state;
  found->documents = (size_t) all.documents;
  found->occurrences = (size_t) here.occurrences;
  return SEARCH_END;
}

bool
library_count_row (struct library *library, long long document,
                   const struct keyword_choices *choices,
                   const struct keyword_row *row, struct keyword_found *found,
                   struct err *err)
{
  struct keyword_tally *tally
    = keyword_tally_new (library, document, row, choices, err);
  enum search_state state = tally ? SEARCH_BUSY : SEARCH_FAILED;
  while (state == SEARCH_BUSY)
    state = keyword_tally_go (tally, found, err);
  keyword_tally_free (tally);
  return state == SEARCH_END;
}

/* --- dates ---------------------------------------------------------------- */

/* Reads the date of the first of the documents with a date, or, BACKWARDS, of the
   last; "" where there is none.  */
static bool
find_date (struct library *library, const struct keyword_choices *choices,
           const struct keyword_row *row, bool backwards,
           char date[KEYWORD_DATE], struct err *err)
{
  struct search_plan plan = { .backwards = backwards, .dated = true };
  struct search *search = open_search (library, row, choices, plan, err);
  enum search_state state = search ? SEARCH_BUSY : SEARCH_FAILED;
  long long id = 0;
  while (state == SEARCH_BUSY)
    state = search_next_id (search, &id, err);
  search_close (search);
  date[0] = '\0';
  struct row line = row_of (&library->database, DOCUMENT_DATE);
  put_number (&line, id);
  if (state == SEARCH_FOUND && row_next (&line, err))
    {
      take_short (&line, date, KEYWORD_DATE);
      row_done (&line);
    }
  return state != SEARCH_FAILED;
}

bool
library_date_row (struct library *library,
                  const struct keyword_choices *choices,
                  const struct keyword_row *row, char first[KEYWORD_DATE],
                  char last[KEYWORD_DATE], struct err *err)
{
  return find_date (library, choices, row, false, first, err)
         && find_date (library, choices, row, true, last, err);
}
