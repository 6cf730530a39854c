/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Queries put together of characters, words and phrases with AND, OR, NOT and
   NEAR, against the same worked out document by document: in both directions, by
   relevance, between dates, and counted.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "check.h"
#include "store_help.h"
#include "store/search_private.h"

enum { DOCUMENTS = 300, WRITTEN = 13, LEAVES = 17, QUERIES = 400, DEPTH = 3 };

/* What is looked for; those from the tenth on are in few documents or none.  The
   last four are in no text: they are beginnings of others.  */
static const char *const leaves[LEAVES]
  = { "铁", "钢", "的", "𠀀", "钢铁", "的人", "铁人", "steel", "iron",
      "\"steel iron\"", "苗", "zebra", "9铁",
      "ste*", "i*", "zebr*", "stee*" };

/* What stands in a longer one, in this order.  */
static const size_t inside[][2]
  = { { 4, 0 },  { 4, 1 },  { 5, 2 },   { 6, 0 },  { 9, 7 },  { 9, 8 },
      { 12, 0 }, { 7, 13 }, { 8, 14 }, { 11, 15 }, { 7, 16 } };

struct desk
{
  char *folder;
  struct library *library;
  bool has[DOCUMENTS][LEAVES];
  long long id[DOCUMENTS];
  unsigned seed;
};

static unsigned
draw (struct desk *desk, unsigned below)
{
  desk->seed = desk->seed * 1664525U + 1013904223U;
  return (desk->seed >> 8) % below;
}

/* Document I: short lines, each a leaf, so that they do not run together.  */
static struct document *
document_make (struct desk *desk, size_t i)
{
  struct buf text = BUF_INIT, date = BUF_INIT;
  for (size_t k = 0; k < WRITTEN; k++)
    {
      unsigned rare = k == 3 || k > 9 ? 60 : 3;
      const char *leaf = leaves[k];
      bool quoted = *leaf == '"';
      desk->has[i][k] = draw (desk, rare) == 0;
      if (desk->has[i][k])
        buf_add_format (&text, "%.*s。\n",
                        (int) strlen (leaf) - 2 * quoted, leaf + quoted);
    }
  for (size_t k = 0; k < sizeof inside / sizeof *inside; k++)
    if (desk->has[i][inside[k][0]])
      desk->has[i][inside[k][1]] = true;
  buf_add_format (&text, "第%zu。", i);
  buf_add_format (&date, "19%02u-0%u-1%u", 50 + draw (desk, 20),
                  1 + draw (desk, 9), draw (desk, 10));
  struct document *document
    = document_dated (buf_string (&text), buf_string (&date), "1", "x");
  buf_free (&text);
  buf_free (&date);
  return document;
}

static void
desk_make (struct desk *desk)
{
  struct err err;
  desk->folder = folder_new ();
  desk->library = library_in (desk->folder);
  desk->seed = 7;
  long long collection = collection_at (desk->library, "/a");
  CHECK (library_begin (desk->library, &err));
  for (size_t i = 0; i < DOCUMENTS; i++)
    {
      char *name = mem_format ("%zu.txt", i);
      desk->id[i] = add_at (desk->library, collection, name,
                            document_make (desk, i))
                      .id;
      free (name);
    }
  CHECK (library_commit (desk->library, &err));
}

/* --- queries ------------------------------------------------------------ */

/* Appends a query to TEXT, and fills FITS with the documents that have it.  WITHIN
   a minus no other may stand.  */
static void
make_query (struct desk *desk, unsigned depth, bool within, struct buf *text,
            bool *fits)
{
  bool part[DOCUMENTS];
  unsigned parts = depth ? 1 + draw (desk, 3) : 1;
  bool any = draw (desk, 2);
  if (parts == 1)
    {
      unsigned leaf = draw (desk, LEAVES);
      buf_add_string (text, leaves[leaf]);
      for (size_t i = 0; i < DOCUMENTS; i++)
        fits[i] = desk->has[i][leaf];
      return;
    }
  buf_add_byte (text, '(');
  for (unsigned p = 0; p < parts; p++)
    {
      bool negated = !any && !within && p > 0 && draw (desk, 3) == 0;
      buf_add_string (text, p == 0 ? "" : any ? " OR " : " ");
      buf_add_string (text, negated ? "-" : "");
      make_query (desk, depth - 1, within || negated, text, part);
      for (size_t i = 0; i < DOCUMENTS; i++)
        fits[i] = p == 0 ? part[i]
                  : any  ? fits[i] || part[i]
                         : fits[i] && part[i] != negated;
    }
  buf_add_byte (text, ')');
}

/* --- asking ------------------------------------------------------------- */

static size_t
place_of (const struct desk *desk, long long id)
{
  size_t i = 0;
  while (i < DOCUMENTS && desk->id[i] != id)
    i++;
  CHECK (i < DOCUMENTS);
  return i;
}

/* Whether what is asked for with PLAN is what FITS, in the order of dates.  */
static bool
agrees (const struct desk *desk, const char *text,
        const struct search_plan *plan, const bool *fits)
{
  struct err err;
  struct search_count count;
  enum search_state state;
  bool seen[DOCUMENTS] = { false };
  size_t found = 0, want = 0;
  long long id;
  struct search *search = search_open (desk->library, NULL, text,
                                       strlen (text), plan, &err);
  if (!search)
    {
      CHECK_STRING (text, err_text (&err));
      return false;
    }
  while ((state = search_next_id (search, &id, &err)) != SEARCH_END)
    {
      CHECK (state != SEARCH_FAILED);
      if (state == SEARCH_FOUND)
        {
          seen[place_of (desk, id)] = true;
          found++;
        }
    }
  while ((state = search_count (search, false, &count, &err)) == SEARCH_BUSY)
    ;
  CHECK (state == SEARCH_END);
  search_close (search);
  for (size_t i = 0; i < DOCUMENTS; i++)
    want += fits[i];
  return found == want && (size_t) count.documents == want
         && memcmp (seen, fits, sizeof seen) == 0;
}

static void
together (void)
{
  struct desk desk = { .folder = NULL };
  desk_make (&desk);
  for (unsigned n = 0; n < QUERIES; n++)
    {
      struct buf text = BUF_INIT;
      bool fits[DOCUMENTS];
      make_query (&desk, DEPTH, false, &text, fits);
      for (unsigned way = 0; way < 3; way++)
        {
          struct search_plan plan
            = { .backwards = way == 1,
                .order = way == 2 ? SEARCH_BY_RELEVANCE : SEARCH_BY_DATE };
          if (!agrees (&desk, buf_string (&text), &plan, fits))
            CHECK_STRING (buf_string (&text), "found as worked out");
        }
      buf_free (&text);
    }
  library_close (desk.library);
  folder_drop (desk.folder);
}

/* How many places TEXT has.  */
static long long
places_of (const struct desk *desk, const char *text, bool yields)
{
  struct search_plan plan = { .yields = yields };
  struct search_count count = { 0, 0 };
  struct err err;
  struct search *search = search_open (desk->library, NULL, text,
                                       strlen (text), &plan, &err);
  while (search_count (search, true, &count, &err) == SEARCH_BUSY)
    ;
  search_close (search);
  return count.occurrences;
}

/* Somebody waits every other time, until it is enough.  */
static bool
now_and_then (void *data)
{
  enum { ENOUGH = 400 };
  unsigned *asked = data;
  return *asked < ENOUGH && ++*asked % 2 == 0;
}

/* What is given up is done anew, and nothing is lost.  */
static void
given_up (void)
{
  struct desk desk = { .folder = NULL };
  unsigned asked = 0;
  desk_make (&desk);
  library_heed (desk.library, now_and_then, &asked);
  for (unsigned n = 0; n < 100; n++)
    {
      struct search_plan plan = { .yields = true };
      struct buf text = BUF_INIT;
      bool fits[DOCUMENTS];
      make_query (&desk, DEPTH, false, &text, fits);
      CHECK (agrees (&desk, buf_string (&text), &plan, fits));
      CHECK_NUMBER (places_of (&desk, buf_string (&text), true),
                    places_of (&desk, buf_string (&text), false));
      buf_free (&text);
    }
  CHECK (asked >= 100);
  library_close (desk.library);
  folder_drop (desk.folder);
}

/* Beginnings of words are found in texts before the index is asked, from
   whatever place the results begin.  */
static void
beginnings (void)
{
  static const char *const texts[]
    = { "ste*", "铁 NEAR/3 钢", "iro* OR 苗", "zeb*", "(ste* iro*) 的",
        "stee*", "iron* OR 苗", "zebr*", "(steel* iron*) 的", "9铁" };
  struct desk desk = { .folder = NULL };
  desk_make (&desk);
  for (size_t n = 0; n < sizeof texts / sizeof *texts; n++)
    for (int back = 0; back < 2; back++)
      {
        struct search_plan plan = { .backwards = back };
        struct err err;
        struct search_count count;
        struct VEC (long long) ids = { NULL, 0, 0 };
        enum search_state state;
        long long id;
        struct search *search = search_open (desk.library, NULL, texts[n],
                                             strlen (texts[n]), &plan, &err);
        while ((state = search_next_id (search, &id, &err)) != SEARCH_END)
          if (state == SEARCH_FOUND)
            VEC_PUSH (&ids, id);
        while (search_count (search, false, &count, &err) == SEARCH_BUSY)
          ;
        CHECK (ids.len > 0);
        CHECK_NUMBER (count.documents, (long long) ids.len);
        search_close (search);
        /* From the middle on the rest comes.  */
        plan.after = ids.items[ids.len / 2];
        search = search_open (desk.library, NULL, texts[n],
                              strlen (texts[n]), &plan, &err);
        for (size_t i = ids.len / 2 + 1; i < ids.len;)
          if ((state = search_next_id (search, &id, &err)) == SEARCH_FOUND)
            CHECK_NUMBER (id, ids.items[i++]);
          else
            CHECK (state == SEARCH_BUSY);
        search_close (search);
        VEC_FREE (&ids);
      }
  library_close (desk.library);
  folder_drop (desk.folder);
}

/* Adds so many documents that the lengths of all are read at once.  */
static void
add_more (struct desk *desk)
{
  enum { MORE = 1100 };
  struct err err;
  long long collection = collection_at (desk->library, "/b");
  CHECK (library_begin (desk->library, &err));
  for (unsigned i = 0; i < MORE; i++)
    {
      struct buf text = BUF_INIT;
      char *name = mem_format ("%u.txt", i);
      for (unsigned k = draw (desk, 9); k > 0; k--)
        buf_add_string (&text, "钢铁的 steel iron\n");
      buf_add_format (&text, "铁。%s", name);
      add_at (desk->library, collection, name,
              document_dated (buf_string (&text), "1950-01-01", "1", "x"));
      buf_free (&text);
      free (name);
    }
  CHECK (library_commit (desk->library, &err));
}

/* The order by relevance is that of FTS5's own BM25; backwards the other way
   round.  */
static void
best_first (void)
{
  static const char *const texts[]
    = { "铁", "钢铁", "steel", "的 OR steel", "\"steel iron\"", "铁 -steel",
        "(铁 OR iron) zebra", "ste*", "9铁", "t:steel" };
  struct desk desk = { .folder = NULL };
  desk_make (&desk);
  add_more (&desk);
  for (size_t n = 0; n < sizeof texts / sizeof *texts; n++)
    for (int back = 0; back < 2; back++)
      {
        struct search_plan plan
          = { .order = SEARCH_BY_RELEVANCE, .backwards = back };
        struct err err;
        enum search_state state = SEARCH_BUSY;
        long long id;
        struct search *search = search_open (desk.library, NULL, texts[n],
                                             strlen (texts[n]), &plan, &err);
        CHECK (search && search_need_whole (search, &err));
        struct row row = row_made (
          &desk.library->database,
          back ? "SELECT rowid FROM words WHERE words MATCH ?1"
                 " ORDER BY bm25 (words) DESC, rowid DESC"
               : "SELECT rowid FROM words WHERE words MATCH ?1"
                 " ORDER BY bm25 (words), rowid");
        put_bytes (&row, search->whole.words.data, search->whole.words.len);
        while (state != SEARCH_END)
          {
            while ((state = search_next_id (search, &id, &err)) == SEARCH_BUSY)
              ;
            CHECK_NUMBER (search_next_number (&row, &err),
                          state == SEARCH_FOUND ? id : 0);
          }
        row_drop (&row);
        search_close (search);
      }
  library_close (desk.library);
  folder_drop (desk.folder);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "together", together },
    { "given-up", given_up },
    { "beginnings", beginnings },
    { "best-first", best_first },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
