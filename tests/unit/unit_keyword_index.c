/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of store/: the keyword index of a library.  */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check.h"
#include "index/keyword.h"
#include "store/keywords.h"
#include "store_help.h"

/* A document of TEXT dated DATE at PATH with its keywords; its number.  */
static long long
put (struct library *library, long long collection, const char *path,
     const char *text, const char *date)
{
  struct err err = ERR_INIT;
  struct keywords k[TONGUES] = { { .total = 0 } };
  struct wordbook *book = wordbook_new ();
  struct document *document = document_dated (text, date, "1", "T");
  strcpy (document->side[ORIGINAL].lang, "zh");
  keywords_of (book, document, k);
  long long id = add_at (library, collection, path, document).id;
  CHECK (library_put_keywords (library, id, k, NULL, &err));
  keywords_free (k);
  wordbook_free (book);
  return id;
}

/* Appends "FORM DOCUMENTS/OCCURRENCES FIRST..LAST".  */
static void
add_row (struct buf *out, const struct keyword_row *row)
{
  buf_add_format (out, "%s%s %zu/%zu %s..%s", out->len ? ", " : "", row->form,
                  row->documents, row->occurrences, row->first, row->last);
}

static void
check_rows (const struct keyword_rows *rows, const char *want)
{
  struct buf is = BUF_INIT;
  for (size_t i = 0; i < rows->len; i++)
    add_row (&is, &rows->items[i]);
  CHECK_STRING (buf_string (&is), want);
  buf_free (&is);
}

/* Checks that narrowing finds what QUERY, with words, finds: WANT.  */
static void
check_narrowed (struct library *library, const struct keyword_query *query,
                const struct keyword_rows *want)
{
  struct err err;
  struct keyword_rows rows = { 0 };
  struct keyword_narrowing *narrowing = keywords_narrow (library, query);
  while (keywords_narrow_on (narrowing, &err))
    ;
  CHECK_NUMBER (err.code, ERR_NONE);
  CHECK_NUMBER (keywords_narrowed (narrowing), want->len);
  CHECK (keywords_narrowed_rows (narrowing, 0, want->len, &rows, &err));
  CHECK_NUMBER (rows.len, want->len);
  size_t same = 0;
  for (size_t i = 0; i < rows.len && i < want->len; i++)
    same += rows.items[i].id == want->items[i].id
            && rows.items[i].occurrences == want->items[i].occurrences;
  CHECK_NUMBER (same, want->len);
  for (size_t i = 0; i < rows.len; i += 1 + rows.len / 4)
    CHECK_NUMBER (keywords_narrowed_place (narrowing, rows.items[i].id), i);
  keyword_rows_free (&rows);
  keyword_narrowing_free (narrowing);
}

static void
check_query (struct library *library, const struct keyword_query *query,
             const char *want)
{
  struct err err = ERR_INIT;
  struct keyword_rows rows = { 0 };
  CHECK (library_keywords (library, query, &rows, &err));
  check_rows (&rows, want);
  if (!query->after && query->limit == 0)
    CHECK_NUMBER (library_keywords_count (library, query, &err), rows.len);
  if (query->words && !query->after && query->limit == 0)
    check_narrowed (library, query, &rows);
  keyword_rows_free (&rows);
}

/* 水库 and 小麦 are common words, 坝基 is found in the text.  */
static const char first[]
  = "坝基好，水库和坝基。\n水库的坝基，水库。\n我们都来看它怎么样了，你们也去。\n";
static const char second[] = "水库边有小麦。\n";

static struct library *
filled (char **folder, long long *collection)
{
  *folder = folder_new ();
  struct library *library = library_in (*folder);
  *collection = collection_at (library, "/tmp");
  put (library, *collection, "a", first, "1958-09-01");
  put (library, *collection, "b", second, "1959-02");
  return library;
}

static void
orders (void)
{
  char *folder;
  long long collection;
  struct library *library = filled (&folder, &collection);
  struct keyword_query query = { .tongue = TONGUE_ZH };
  check_query (library, &query,
               "坝基 1/3 1958-09-01..1958-09-01, "
               "水库 2/4 1958-09-01..1959-02, 小麦 1/1 1959-02..1959-02");
  query.order = KEYWORDS_BY_FREQUENCY;
  check_query (library, &query,
               "水库 2/4 1958-09-01..1959-02, "
               "坝基 1/3 1958-09-01..1958-09-01, 小麦 1/1 1959-02..1959-02");
  query.order = KEYWORDS_BY_ALPHABET;
  check_query (library, &query,
               "坝基 1/3 1958-09-01..1958-09-01, "
               "水库 2/4 1958-09-01..1959-02, 小麦 1/1 1959-02..1959-02");
  query.backwards = true;
  query.limit = 1;
  check_query (library, &query, "小麦 1/1 1959-02..1959-02");
  query.tongue = TONGUE_EN;
  check_query (library, &query, "");
  library_close (library);
  folder_drop (folder);
}

static void
narrowed (void)
{
  char *folder;
  long long collection;
  struct library *library = filled (&folder, &collection);
  struct keyword_query query
    = { .tongue = TONGUE_ZH, .order = KEYWORDS_BY_ALPHABET };
  static const char *const water[]
    = { "shui", "shuǐ", "shui ku", "shuiku", "SHUIK", "水", "库", NULL };
  for (size_t i = 0; water[i]; i++)
    {
      query.words = water[i];
      query.few = i % 2 == 0;
      check_query (library, &query, "水库 2/4 1958-09-01..1959-02");
      query.few = !query.few;
      check_query (library, &query, "水库 2/4 1958-09-01..1959-02");
    }
  static const char *const nothing[] = { "ku", "铜", "shuimai", "'", "%", NULL };
  for (size_t i = 0; nothing[i]; i++)
    {
      query.words = nothing[i];
      check_query (library, &query, "");
    }
  library_close (library);
  folder_drop (folder);
}

/* Windows: behind a row, before it, how many stand before.  */
static void
windows (void)
{
  char *folder;
  long long collection;
  struct err err = ERR_INIT;
  struct library *library = filled (&folder, &collection);
  for (int order = 0; order < KEYWORD_ORDERS; order++)
    {
      struct keyword_rows all = { 0 };
      struct keyword_query query
        = { .tongue = TONGUE_ZH, .order = (enum keyword_order) order };
      CHECK (library_keywords (library, &query, &all, &err));
      CHECK_NUMBER (all.len, 3);
      for (size_t i = 0; i < all.len; i++)
        {
          struct keyword_rows next = { 0 };
          query.after = &all.items[i];
          CHECK_NUMBER (
            library_keywords_rank (library, &query, &all.items[i], &err), i);
          query.limit = 1;
          CHECK (library_keywords (library, &query, &next, &err));
          CHECK_NUMBER (next.len, i + 1 < all.len);
          if (next.len > 0)
            CHECK_NUMBER (next.items[0].id, all.items[i + 1].id);
          keyword_rows_free (&next);
          query.backwards = true;
          CHECK (library_keywords (library, &query, &next, &err));
          CHECK_NUMBER (next.len, i > 0);
          if (next.len > 0)
            CHECK_NUMBER (next.items[0].id, all.items[i - 1].id);
          keyword_rows_free (&next);
          query.backwards = false;
          query.limit = 0;
        }
      struct keyword_choices choices = { .hidden = { 0 } };
      VEC_PUSH (&choices.hidden, all.items[1].id);
      query.after = NULL;
      query.choices = &choices;
      CHECK_NUMBER (library_keywords_count (library, &query, &err), 2);
      keyword_choices_free (&choices);
      keyword_rows_free (&all);
    }
  library_close (library);
  folder_drop (folder);
}

/* A document that has changed takes its old terms along, and its dates.  */
static void
changes (void)
{
  char *folder;
  long long collection;
  struct library *library = filled (&folder, &collection);
  struct keyword_query query
    = { .tongue = TONGUE_ZH, .order = KEYWORDS_BY_ALPHABET };
  check_query (library, &query,
               "坝基 1/3 1958-09-01..1958-09-01, "
               "水库 2/4 1958-09-01..1959-02, 小麦 1/1 1959-02..1959-02");
  put (library, collection, "a", "小麦。\n", "1957-01-01");
  check_query (library, &query,
               "水库 1/1 1959-02..1959-02, 小麦 2/2 1957-01-01..1959-02");
  /* Twice before the sums are made.  */
  put (library, collection, "b", first, "1959-02");
  put (library, collection, "b", "棉花。\n", "no date");
  check_query (library, &query,
               "棉花 1/1 .., 小麦 1/1 1957-01-01..1957-01-01");
  /* What went may come back.  */
  put (library, collection, "c", second, "1960");
  check_query (library, &query,
               "棉花 1/1 .., 水库 1/1 1960..1960, 小麦 2/2 1957-01-01..1960");
  library_close (library);
  folder_drop (folder);
}

/* Of one document: its own counts and scores.  */
static void
document (void)
{
  char *folder;
  long long collection;
  struct err err = ERR_INIT;
  struct library *library = filled (&folder, &collection);
  struct keyword_rows rows = { 0 };
  struct keyword_query query = { .tongue = TONGUE_ZH };
  CHECK (library_document_keywords (library, 2, &query, &rows, &err));
  check_rows (&rows, "小麦 1/1 1959-02..1959-02, 水库 2/1 1958-09-01..1959-02");
  keyword_rows_free (&rows);
  query.words = "xiao";
  CHECK (library_document_keywords (library, 2, &query, &rows, &err));
  check_rows (&rows, "小麦 1/1 1959-02..1959-02");
  keyword_rows_free (&rows);
  CHECK (library_document_keywords (library, 9, &query, &rows, &err));
  CHECK_NUMBER (rows.len, 0);
  CHECK (library_keyword (library, "水库", &rows, &err));
  check_rows (&rows, "水库 2/4 1958-09-01..1959-02");
  keyword_rows_free (&rows);
  CHECK (library_keyword (library, "铜", &rows, &err));
  CHECK_NUMBER (rows.len, 0);
  library_close (library);
  folder_drop (folder);
}

/* The reader's own list: a term that no text shows to be one, one that is hidden,
   one that is joined.  */
static void
own_terms (void)
{
  char *folder;
  long long collection, id;
  struct err err = ERR_INIT;
  struct library *library = filled (&folder, &collection);
  struct notebook *notebook = notebook_in (folder);
  struct own_terms terms = { 0 };
  struct keyword_choices choices = { .hidden = { 0 } };
  struct keyword_query query
    = { .tongue = TONGUE_ZH, .order = KEYWORDS_BY_ALPHABET };
  CHECK (library_give_term (library, "边有", &id, &err));
  check_query (library, &query,
               "坝基 1/3 1958-09-01..1958-09-01, "
               "边有 1/1 1959-02..1959-02, "
               "水库 2/4 1958-09-01..1959-02, 小麦 1/1 1959-02..1959-02");
  CHECK (notebook_put_term (notebook, "边有", TERM_HIDDEN, NULL, &err));
  CHECK (notebook_put_term (notebook, "小麦", TERM_JOINED, "坝基", &err));
  CHECK (!notebook_put_term (notebook, "小麦", TERM_JOINED, "小麦", &err));
  CHECK (!notebook_put_term (notebook, "\xff", TERM_HIDDEN, NULL, &err));
  CHECK (notebook_terms (notebook, &terms, &err));
  CHECK_NUMBER (terms.len, 2);
  CHECK (library_keyword_choices (library, &terms, &choices, &err));
  query.choices = &choices;
  struct keyword_rows rows = { 0 };
  CHECK (library_keywords (library, &query, &rows, &err));
  CHECK_NUMBER (rows.len, 2);
  struct keyword_found found;
  CHECK (library_count_row (library, 0, &choices, &rows.items[0], &found,
                            &err));
  CHECK_NUMBER (found.documents, 2);
  CHECK_NUMBER (found.occurrences, 4);
  char from[KEYWORD_DATE], until[KEYWORD_DATE];
  CHECK (library_date_row (library, &choices, &rows.items[0], from, until,
                           &err));
  CHECK_STRING (from, "1958-09-01");
  CHECK_STRING (until, "1959-02");
  keyword_rows_free (&rows);
  CHECK (library_document_keywords (library, 2, &query, &rows, &err));
  check_rows (&rows, "坝基 1/1 1958-09-01..1958-09-01, "
                     "水库 2/1 1958-09-01..1959-02");
  keyword_rows_free (&rows);
  CHECK (library_take_term (library, "边有", &err));
  CHECK (library_take_term (library, "水库", &err)); /* not a given one */
  query.choices = NULL;
  CHECK_NUMBER (library_keywords_count (library, &query, &err), 3);
  CHECK (notebook_drop_term (notebook, "边有", NULL, &err));
  CHECK (!notebook_drop_term (notebook, "边有", NULL, &err));
  CHECK_NUMBER (err.code, ERR_NOT_FOUND);
  own_terms_free (&terms);
  keyword_choices_free (&choices);
  notebook_close (notebook);
  library_close (library);
  folder_drop (folder);
}

/* Bytes that are no keywords are an error, not a crash.  */
static void
damaged (void)
{
  static const char *const bytes[]
    = { "x'ff'", "x'0000ffffffffffffffffffff'", "x'000000'", "x'00000180'",
        "'text'" };
  for (size_t i = 0; i < sizeof bytes / sizeof *bytes; i++)
    {
      char *folder;
      long long collection;
      struct err err = ERR_INIT;
      struct keyword_rows rows = { 0 };
      struct keyword_query query = { .tongue = TONGUE_ZH };
      library_close (filled (&folder, &collection));
      char *path = path_in (folder, "library.db");
      char *sql = mem_format ("UPDATE document_keyword SET words = %s"
                              " WHERE document = 1",
                              bytes[i]);
      CHECK (raw_run (path, sql));
      struct library *library = library_in (folder);
      CHECK (!library_document_keywords (library, 1, &query, &rows, &err));
      CHECK_NUMBER (err.code, ERR_DB_DAMAGED);
      CHECK (!library_count_keywords (library, &err));
      CHECK_NUMBER (err.code, ERR_DB_DAMAGED);
      library_close (library);
      free (sql);
      free (path);
      folder_drop (folder);
    }
}

/* An index of many pieces.  */
static void
narrowing (void)
{
  static const char *const words[] = { "eel", "steel 7", "ga", "钢1" };
  char *folder = folder_new (), *path = path_in (folder, "library.db");
  library_close (library_in (folder));
  CHECK (raw_run (
    path,
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
    " WHERE i < 24000) INSERT INTO keyword (tongue, word, form, key, found,"
    " documents, often, alone, score) SELECT i % 2, 'w' || i,"
    " CASE WHEN i % 2 THEN 'Steel ' ELSE '钢' END || (i * 7919 % 40009),"
    " CASE WHEN i % 2 THEN 'steel ' ELSE 'gang\t1\t钢' END"
    " || (i * 7919 % 40009), 1, i % 5, -(i * 31 % 977), i,"
    " -(i * 17 % 1009) / 3.0 FROM n"));
  struct library *library = library_in (folder);
  for (size_t w = 0; w < sizeof words / sizeof *words; w++)
    for (int order = 0; order < KEYWORD_ORDERS; order++)
      for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
        {
          struct keyword_query query = { .tongue = t,
                                         .order = (enum keyword_order) order,
                                         .words = words[w] };
          struct keyword_rows rows = { 0 };
          struct err err;
          CHECK (library_keywords (library, &query, &rows, &err));
          CHECK (rows.len > 0 || t == TONGUE_ZH || w > 0);
          check_narrowed (library, &query, &rows);
          keyword_rows_free (&rows);
        }
  library_close (library);
  free (path);
  folder_drop (folder);
}

int
main (int argc, char **argv)
{
  static const struct check_case cases[]
    = { { "orders", orders },
        { "narrowed", narrowed },
        { "narrowing", narrowing },
        { "windows", windows },
        { "changes", changes },
        { "a document", document },
        { "own terms", own_terms },
        { "damaged", damaged },
        { NULL, NULL } };
  return check_main (argc, argv, cases);
}
