/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of the number index: sorted and paged answers, what changes and
   what is damaged.  */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check.h"
#include "collate/collate.h"
#include "store/numbers.h"
#include "store_help.h"

/* --- answers ------------------------------------------------------------ */

struct desk
{
  char *folder;
  struct library *library;
  struct collator *collator;
  long long collection;
};

static struct document *
text_of (const char *date, const char *original, const char *translation)
{
  struct document *document = document_sample (original, translation);
  document->date = *date ? mem_string (date) : NULL;
  strcpy (document->side[ORIGINAL].lang, "zh");
  strcpy (document->side[TRANSLATION].lang, "en");
  return document;
}

/* Adds DOCUMENT, which is freed, with what it states.  */
static struct added_document
add (struct desk *desk, const char *path, struct document *document)
{
  struct source_stamp stamp = STAMP;
  struct added_document added;
  struct apparatus apparatus;
  struct err err = ERR_INIT;
  collate_apparatus (desk->collator, document, &apparatus);
  CHECK (library_add (desk->library, document, &apparatus, desk->collection,
                      path, &stamp, &added, &err));
  apparatus_free (&apparatus);
  document_free (document);
  return added;
}

static struct desk
desk_new (void)
{
  struct desk desk
    = { .folder = folder_new (), .collator = collator_new () };
  desk.library = library_in (desk.folder);
  desk.collection = collection_at (desk.library, desk.folder);
  add (&desk, "b", text_of ("1958-11-05", "江西产铁二百万斤。\n约五千人。\n",
                            "Jiangxi made 2 million jin.\n"
                            "About 5,000 people.\n"));
  add (&desk, "a", text_of ("1958-09-02", "湖南产铁一千吨，三百五十余亩。\n",
                            "Hunan made 1,000 tons, more than 350 mu.\n"));
  add (&desk, "c", text_of ("", "铁九百吨到一千二百吨，不到八成。\n", ""));
  return desk;
}

static void
desk_free (struct desk *desk)
{
  library_close (desk->library);
  collator_free (desk->collator);
  folder_drop (desk->folder);
}

/* The surfaces of NUMBERS, joined.  */
static char *
surfaces (const struct numbers *numbers)
{
  struct buf out = BUF_INIT;
  for (size_t i = 0; i < numbers->len; i++)
    buf_add_format (&out, "%s%s", i ? " | " : "", numbers->items[i].surface);
  return buf_take (&out);
}

/* How many QUERY finds, counted piece by piece; -1 where that fails.  */
static long long
counted (struct desk *desk, const struct number_query *query)
{
  struct number_tally tally = { .count = 0 };
  struct err err = ERR_INIT;
  while (!tally.done)
    if (!library_numbers_tally (desk->library, query, &tally, &err))
      return -1;
  return tally.count;
}

/* Checks what FILTER gives, in ORDER, and that it is counted right.  */
static void
gives (struct desk *desk, const char *filter, enum number_order order,
       const char *want)
{
  struct number_query query;
  struct numbers found = { 0 };
  struct err err = ERR_INIT;
  number_query_init (&query);
  query.order = order;
  CHECK (number_query_parse (filter, &query, &err));
  CHECK (library_numbers (desk->library, &query, &found, &err));
  char *is = surfaces (&found);
  CHECK_STRING (is, want);
  CHECK_NUMBER (counted (desk, &query), found.len);
  free (is);
  numbers_free (&found);
  number_query_clear (&query);
}

static void
answers (void)
{
  struct desk desk = desk_new ();
  gives (&desk, "side:o", NUMBERS_BY_DOCUMENT,
         "二百万斤 | 约五千人 | 一千吨 | 三百五十余亩 | 九百吨到一千二百吨 | "
         "不到八成");
  gives (&desk, "side:o", NUMBERS_BY_DATE,
         "一千吨 | 三百五十余亩 | 二百万斤 | 约五千人 | 九百吨到一千二百吨 | "
         "不到八成");
  gives (&desk, "base:jin side:o", NUMBERS_BY_VALUE,
         "九百吨到一千二百吨 | 二百万斤 | 一千吨");
  gives (&desk, "base:t >=1000 side:o", NUMBERS_BY_VALUE,
         "二百万斤 | 一千吨");
  gives (&desk, "base:t >1000 side:o", NUMBERS_BY_VALUE, "");
  gives (&desk, "unit:t <=1000 side:o", NUMBERS_BY_DATE,
         "一千吨 | 九百吨到一千二百吨");
  gives (&desk, "=350", NUMBERS_BY_DOCUMENT,
         "三百五十余亩 | more than 350 mu");
  gives (&desk, "1958-09", NUMBERS_BY_VALUE,
         "三百五十余亩 | more than 350 mu | 一千吨 | 1,000 tons");
  gives (&desk, "1958-10.. side:o", NUMBERS_BY_UNIT, "二百万斤 | 约五千人");
  gives (&desk, "jiangxi", NUMBERS_BY_DATE, "2 million jin");
  gives (&desk, "people About", NUMBERS_BY_DATE, "About 5,000");
  gives (&desk, "document:2 side:t", NUMBERS_BY_DATE,
         "1,000 tons | more than 350 mu");
  desk_free (&desk);
}

/* Whether the rows of QUERY, PIECE by PIECE from either end, are those of ALL.  */
static void
pieces_are (struct desk *desk, struct number_query query, size_t piece,
            const struct numbers *all)
{
  struct err err = ERR_INIT;
  size_t seen = 0;
  query.limit = piece;
  while (seen < all->len)
    {
      struct numbers got = { 0 };
      size_t want = all->len - seen < piece ? all->len - seen : piece;
      query.after = seen == 0         ? NULL
                    : query.backwards ? &all->items[all->len - seen]
                                      : &all->items[seen - 1];
      CHECK (library_numbers (desk->library, &query, &got, &err));
      CHECK_NUMBER (got.len, want);
      for (size_t i = 0; i < got.len; i++)
        CHECK_NUMBER (got.items[i].id,
                      all->items[query.backwards ? all->len - 1 - seen - i
                                                 : seen + i].id);
      seen += want;
      numbers_free (&got);
    }
}

/* What is read in pieces, however long, is what is read at once, in each
   order.  */
static void
pieces_of (struct desk *desk, const char *filter)
{
  for (int order = 0; order < NUMBER_ORDERS; order++)
    {
      struct number_query query;
      struct numbers all = { 0 };
      struct err err = ERR_INIT;
      number_query_init (&query);
      query.order = (enum number_order) order;
      CHECK (number_query_parse (filter, &query, &err));
      CHECK (library_numbers (desk->library, &query, &all, &err));
      CHECK (all.len > 1);
      for (size_t piece = 1; piece < 5; piece++)
        for (int backwards = 0; backwards < 2; backwards++)
          {
            query.backwards = backwards == 1;
            pieces_are (desk, query, piece, &all);
          }
      numbers_free (&all);
      number_query_clear (&query);
    }
}

static void
pieces (void)
{
  struct desk desk = desk_new ();
  pieces_of (&desk, "");
  pieces_of (&desk, ">=100");
  pieces_of (&desk, "<2000");
  pieces_of (&desk, "base:t >=1000");
  pieces_of (&desk, "1958-09..1958-12");
  pieces_of (&desk, "hunan");
  desk_free (&desk);
}

/* A document that states more than a piece of the index, in three units.  */
static void
add_many (struct desk *desk)
{
  enum { SENTENCES = 700 };
  struct buf text = BUF_INIT;
  for (int i = 0; i < SENTENCES; i++)
    buf_add_format (&text, "产铁%d吨，又%d斤，%d人。\n", i * 37 % 1000 + 1,
                    i * 113 % 2000 + 1, i * 59 % 500 + 1);
  add (desk, "many", text_of ("1958-10-01", buf_string (&text), ""));
  buf_free (&text);
}

/* By value no row comes before one of less, whatever the units are, and all are
   there.  */
static void
values_rise (void)
{
  struct desk desk = desk_new ();
  struct number_query query;
  struct numbers all = { 0 };
  struct err err = ERR_INIT;
  add_many (&desk);
  number_query_init (&query);
  CHECK (library_numbers (desk.library, &query, &all, &err));
  CHECK (all.len > 2000);
  CHECK_NUMBER (counted (&desk, &query), all.len);
  for (size_t i = 1; i < all.len; i++)
    {
      int order = strcmp (all.items[i - 1].value, all.items[i].value);
      CHECK (order < 0
             || (order == 0 && all.items[i - 1].id < all.items[i].id));
    }
  pieces_are (&desk, query, 301, &all);
  query.backwards = true;
  pieces_are (&desk, query, 301, &all);
  numbers_free (&all);
  number_query_clear (&query);
  desk_free (&desk);
}

/* A number whose translation has no row of its own is found by the words of
   either sentence, and of both.  */
static void
both_sentences (void)
{
  static const char *const found[] = { "hunan", "湖南 hunan", "湖南" };
  struct desk desk = desk_new ();
  struct err err = ERR_INIT;
  for (size_t i = 0; i < 4; i++)
    {
      struct number_query query;
      struct numbers all = { 0 };
      number_query_init (&query);
      query.once = true;
      CHECK (number_query_parse (i < 3 ? found[i] : "湖南 jiangxi", &query,
                                 &err));
      CHECK (library_numbers (desk.library, &query, &all, &err));
      char *is = surfaces (&all);
      CHECK_STRING (is, i < 3 ? "三百五十余亩 | 一千吨" : "");
      free (is);
      numbers_free (&all);
      number_query_clear (&query);
    }
  desk_free (&desk);
}

/* All that QUERY gives, page by page, is what it gives at once; backwards, the
   same from the end.  */
static void
pages (void)
{
  struct desk desk = desk_new ();
  struct err err = ERR_INIT;
  for (int order = 0; order < NUMBER_ORDERS; order++)
    for (int back = 0; back < 2; back++)
      {
        struct number_query query;
        struct numbers all = { 0 }, paged = { 0 };
        number_query_init (&query);
        query.order = (enum number_order) order;
        query.backwards = back;
        CHECK (library_numbers (desk.library, &query, &all, &err));
        CHECK (all.len > 8);
        query.limit = 2;
        for (size_t before = 1; paged.len != before && paged.len < 99;)
          {
            struct number last = { 0 };
            before = paged.len;
            if (before)
              {
                last = paged.items[before - 1];
                query.after = &last;
              }
            CHECK (library_numbers (desk.library, &query, &paged, &err));
          }
        CHECK_NUMBER (paged.len, all.len);
        for (size_t i = 0; i < all.len && i < paged.len; i++)
          CHECK_NUMBER (paged.items[i].id, all.items[i].id);
        numbers_free (&all);
        numbers_free (&paged);
      }
  desk_free (&desk);
}

static void
one_row (void)
{
  struct desk desk = desk_new ();
  struct numbers found = { 0 };
  struct err err = ERR_INIT;
  CHECK (library_number (desk.library, number_id (2, 1), &found, &err));
  const struct number *n = found.items;
  CHECK_STRING (n->surface, "一千吨");
  CHECK_STRING (n->facing_surface, "1,000 tons");
  CHECK_STRING (n->context, "湖南产铁一千吨，三百五十余亩。");
  CHECK_STRING (n->low, "1000");
  CHECK_STRING (n->base_low, "1000000");
  CHECK_STRING (n->base_unit, "kg");
  CHECK_STRING (n->date, "1958-09-02");
  CHECK_NUMBER (n->start, 4);
  CHECK_NUMBER (n->end, 7);
  CHECK_NUMBER (n->range.start, 12);
  CHECK_NUMBER (n->within.start, 12);
  CHECK_NUMBER (number_document (n->facing), 2);
  numbers_free (&found);
  CHECK (!library_number (desk.library, number_id (2, 99), &found, &err));
  CHECK_NUMBER (err.code, ERR_NOT_FOUND);
  desk_free (&desk);
}

static void
elsewhere (void)
{
  struct desk desk = desk_new ();
  struct number_query query;
  struct numbers found = { 0 };
  struct err err = ERR_INIT;
  number_query_init (&query);
  query.side = ORIGINAL;
  query.order = NUMBERS_BY_DATE;
  CHECK (library_numbers_same (desk.library, number_id (2, 1), &query, &found,
                               &err));
  char *is = surfaces (&found);
  CHECK_STRING (is, "二百万斤 | 九百吨到一千二百吨");
  free (is);
  numbers_free (&found);
  desk_free (&desk);
}

/* --- changes ------------------------------------------------------------ */

static void
goes_with_document (void)
{
  struct desk desk = desk_new ();
  struct added_document added
    = add (&desk, "a", text_of ("1958-09-02", "湖南产铁三吨。\n",
                                "Hunan made 30 tons.\n"));
  CHECK_NUMBER (added.what, ADDED_CHANGED);
  gives (&desk, "document:2", NUMBERS_BY_DOCUMENT, "三吨 | 30 tons");
  struct listing listing = { 0 };
  CHECK (library_row (desk.library, 2, &listing, NULL));
  CHECK (listing.items[0].grave + listing.items[0].minor > 0);
  listing_free (&listing);
  desk_free (&desk);
}

/* A library of the first version has no numbers until its files are added
   again, which they are.  */
static void
older_library (void)
{
  struct desk desk = desk_new ();
  char *file = path_in (desk.folder, "library.db");
  struct source_stamp stamp = STAMP;
  library_close (desk.library);
  /* Whatever tables and columns there are now, those of the first version
     stay.  */
  CHECK (raw_run (file,
                  "PRAGMA writable_schema = ON;"
                  "DELETE FROM sqlite_schema WHERE tbl_name NOT IN"
                  " ('collection', 'document', 'finding', 'text', 'source',"
                  " 'total'); PRAGMA writable_schema = RESET; VACUUM;"
                  "CREATE TEMP TABLE kept AS SELECT id, hash, sort, date,"
                  " page, original, translation, collection, path, beads,"
                  " sides, print FROM document; DROP TABLE document;"
                  "CREATE TABLE document (id INTEGER PRIMARY KEY,"
                  " hash TEXT NOT NULL UNIQUE, sort TEXT NOT NULL, date TEXT,"
                  " page TEXT, original TEXT, translation TEXT,"
                  " collection INTEGER NOT NULL, path TEXT NOT NULL,"
                  " beads INTEGER NOT NULL, sides INTEGER NOT NULL,"
                  " print INTEGER NOT NULL);"
                  "INSERT INTO document SELECT * FROM kept;"
                  "CREATE INDEX document_sort ON document (sort);"
                  "UPDATE document SET print = 1;"
                  "UPDATE source SET pipeline = 1; PRAGMA user_version = 1"));
  desk.library = library_in (desk.folder);
  gives (&desk, "", NUMBERS_BY_DATE, "");
  CHECK_NUMBER (library_outdated (desk.library, NULL), 3);
  CHECK (!library_knows (desk.library, desk.collection, "c", &stamp));
  struct added_document added
    = add (&desk, "c", text_of ("", "铁九百吨到一千二百吨，不到八成。\n", ""));
  CHECK_NUMBER (added.what, ADDED_CHANGED);
  CHECK_NUMBER (library_outdated (desk.library, NULL), 2);
  gives (&desk, "", NUMBERS_BY_DATE, "九百吨到一千二百吨 | 不到八成");
  free (file);
  desk_free (&desk);
}

/* What can't be right is told, not shown.  */
static void
damage (void)
{
  static const char *const breaks[]
    = { "stop = 999", "start = 1", "stop = start - 1", "side = 7", "kind = 99",
        "qualifier = -1", "low = 'x'", "value = '4'", "base_high = '13'",
        "unit = 'abcdefghijklmnopqrstuvwxyz'", "context_stop = 999",
        "context = 14", "facing = 99999999", "bead = -1", "point = -1" };
  for (size_t i = 0; i < sizeof breaks / sizeof *breaks; i++)
    {
      struct desk desk = desk_new ();
      struct number_query query;
      struct numbers found = { 0 };
      struct err err = ERR_INIT;
      char *file = path_in (desk.folder, "library.db");
      char *sql = mem_format ("UPDATE number SET %s WHERE id = %lld",
                              breaks[i], number_id (2, 1));
      number_query_init (&query);
      query.first_document = query.last_document = 2;
      library_close (desk.library);
      CHECK (raw_run (file, sql));
      desk.library = library_in (desk.folder);
      CHECK (!library_numbers (desk.library, &query, &found, &err));
      CHECK_NUMBER (err.code, ERR_DB_DAMAGED);
      numbers_free (&found);
      free (sql);
      free (file);
      desk_free (&desk);
    }
}

int
main (int argc, char **argv)
{
  static const struct check_case cases[] = {
    { "answers", answers },
    { "pieces", pieces },
    { "by value", values_rise },
    { "both-sentences", both_sentences },
    { "pages", pages },
    { "one-row", one_row },
    { "elsewhere", elsewhere },
    { "goes-with-document", goes_with_document },
    { "older-library", older_library },
    { "damage", damage },
    { NULL, NULL },
  };
  return check_main (argc, argv, cases);
}
