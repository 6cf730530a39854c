/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyword index: narrowing it to what is typed, piece by piece.  By keyness
   and frequency the table is read through as it lies, which takes a seventh of
   the time that going along an order does, and what fits is put in order; by
   alphabet all that is needed stands in that order itself.  */
#include <config.h>

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/keywords_private.h"

/* Rows of the table, and of the order, in a piece.  */
enum { PIECE_TABLE = 10000, PIECE_ORDER = 3000 };

struct fitting
{
  double rank; /* what comes first has less; by alphabet all the same */
  long long id;
};

struct fittings VEC (struct fitting);

struct keyword_narrowing
{
  struct library *library;
  enum tongue tongue;
  enum keyword_order order;
  const struct keyword_choices *choices;
  struct sought sought;
  struct fittings all; /* in order */
  long long at;        /* the number looked at last */
  long long most;      /* the highest */
  char *key;           /* by alphabet: the key looked at last */
  bool done;
};

struct keyword_narrowing *
keywords_narrow (struct library *library, const struct keyword_query *query)
{
  struct keyword_narrowing *n = mem_new (1, sizeof *n);
  *n = (struct keyword_narrowing) { .library = library,
                                    .tongue = query->tongue,
                                    .order = query->order,
                                    .choices = query->choices,
                                    .sought = keyword_sought (query->words),
                                    .key = mem_string ("") };
  keyword_catch_up (library);
  struct row row = row_of (&library->database, KEYWORD_LAST);
  n->most = library_ask (&row, NULL);
  return n;
}

void
keyword_narrowing_free (struct keyword_narrowing *n)
{
  if (!n)
    return;
  keyword_sought_free (&n->sought);
  VEC_FREE (&n->all);
  free (n->key);
  free (n);
}

/* --- what fits ---------------------------------------------------------- */

static int
compare (const void *a, const void *b)
{
  const struct fitting *x = a, *y = b;
  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

/* Puts what was found from FIRST on in its place among the others.  */
static void
merge (struct fittings *all, size_t first)
{
  size_t len = all->len - first, at = all->len;
  if (len == 0)
    return;
  struct fitting *new = mem_new (len, sizeof *new);
  memcpy (new, all->items + first, len * sizeof *new);
  qsort (new, len, sizeof *new, compare);
  while (len > 0)
    if (first > 0 && compare (&all->items[first - 1], &new[len - 1]) > 0)
      all->items[--at] = all->items[--first];
    else
      all->items[--at] = new[--len];
  free (new);
}

/* Looks at the next numbers of the table.  */
static bool
look_at_table (struct keyword_narrowing *n, struct err *err)
{
  static const char *const ranks[KEYWORD_ORDERS]
    = { "score", "often", "0" };
  size_t first = n->all.len;
  char *sql
    = mem_format ("SELECT id, %s FROM keyword NOT INDEXED WHERE tongue = ?1"
                  " AND id > ?3 AND id <= ?4 AND documents > 0%s",
                  ranks[n->order], KEYWORD_FITS[n->tongue]);
  struct row row = row_made (&n->library->database, sql);
  put_number (&row, (long long) n->tongue);
  put_text (&row, n->sought.letters);
  put_number (&row, n->at);
  put_number (&row, n->at + PIECE_TABLE);
  put_text (&row, n->sought.pinyin);
  while (row_next (&row, err))
    {
      long long id = take_number (&row, 1, LLONG_MAX);
      double rank = take_double (&row, -1e300, 1e300);
      if (!row.bad && !keyword_is_hidden (n->choices, id))
        VEC_PUSH (&n->all, (struct fitting) { rank, id });
    }
  row_drop (&row);
  free (sql);
  merge (&n->all, first);
  n->at += PIECE_TABLE;
  n->done = n->at >= n->most;
  return err->code == ERR_NONE;
}

/* Looks at the next rows by alphabet.  */
static bool
look_at_order (struct keyword_narrowing *n, struct err *err)
{
  size_t count = 0;
  struct row row = row_made (
    &n->library->database,
    n->tongue == TONGUE_ZH
      ? "SELECT id, key, instr (form, ?2) > 0 AND ?5 = ''"
        " OR reads_as (key, ?5) FROM keyword WHERE tongue = ?1"
        " AND documents > 0 AND (key, id) > (?3, ?4)"
        " ORDER BY tongue, key, id LIMIT ?6"
      : "SELECT id, key, instr (key, ?2) > 0 FROM keyword WHERE tongue = ?1"
        " AND documents > 0 AND (key, id) > (?3, ?4)"
        " ORDER BY tongue, key, id LIMIT ?6");
  char *from = n->key;
  n->key = NULL;
  put_number (&row, (long long) n->tongue);
  put_text (&row, n->sought.letters);
  put_text (&row, from);
  put_number (&row, n->at);
  put_text (&row, n->sought.pinyin);
  put_number (&row, PIECE_ORDER);
  for (; row_next (&row, err); count++)
    {
      size_t len;
      n->at = take_number (&row, 1, LLONG_MAX);
      const char *key = peek_text (&row, &len);
      if (count + 1 == PIECE_ORDER)
        n->key = mem_copy (key ? key : "", len);
      if (take_number (&row, 0, 1) && !keyword_is_hidden (n->choices, n->at))
        VEC_PUSH (&n->all, (struct fitting) { 0, n->at });
    }
  row_drop (&row);
  free (from);
  n->done = count < PIECE_ORDER;
  return err->code == ERR_NONE;
}

bool
keywords_narrow_on (struct keyword_narrowing *n, struct err *err)
{
  struct err found = ERR_INIT;
  if (n->done)
    return false;
  bool fine = n->order == KEYWORDS_BY_ALPHABET ? look_at_order (n, &found)
                                               : look_at_table (n, &found);
  n->done = n->done || !fine;
  *err = found;
  return !n->done;
}

/* --- telling ------------------------------------------------------------ */

size_t
keywords_narrowed (const struct keyword_narrowing *n)
{
  return n->all.len;
}

size_t
keywords_narrowed_place (const struct keyword_narrowing *n, long long id)
{
  size_t i = 0;
  while (i < n->all.len && n->all.items[i].id != id)
    i++;
  return i;
}

bool
keywords_narrowed_rows (struct keyword_narrowing *n, size_t from, size_t to,
                        struct keyword_rows *rows, struct err *err)
{
  struct err found = ERR_INIT;
  for (size_t i = from; i < to && i < n->all.len; i++)
    {
      struct keyword_row row;
      if (keyword_read (n->library, n->all.items[i].id, &row, &found))
        VEC_PUSH (rows, row);
      else if (found.code != ERR_NONE)
        break;
    }
  if (found.code != ERR_NONE && err)
    *err = found;
  return found.code == ERR_NONE;
}
