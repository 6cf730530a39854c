/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of store/search.h: orders, conditions, documents that change.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check.h"
#include "store/search.h"
#include "store_help.h"

struct desk
{
  char *folder;
  struct library *library;
  struct notebook *notebook;
  long long collection;
};

static void
put (struct desk *desk, const char *path, struct document *document)
{
  add_at (desk->library, desk->collection, path, document);
}

static struct desk
desk_new (void)
{
  struct desk desk = { .folder = folder_new () };
  desk.library = library_in (desk.folder);
  desk.notebook = notebook_in (desk.folder);
  desk.collection = collection_at (desk.library, desk.folder);
  return desk;
}

/* Three documents whose numbers are not in the order of their dates, and one
   without a date.  */
static struct desk
desk_filled (void)
{
  struct desk desk = desk_new ();
  put (&desk, "c", document_dated ("铁铁。\n炼铁。\n", "1959-01-01", "1", "末"));
  put (&desk, "a", document_dated ("钢铁。\n", "1957-05-01", "2", "首"));
  put (&desk, "n", document_dated ("无铁。\n", "", "", "无"));
  put (&desk, "b", document_dated ("铁。\n铁矿。煤。\n", "1958-09-02", "10", "中"));
  return desk;
}

static void
desk_free (struct desk *desk)
{
  notebook_close (desk->notebook);
  library_close (desk->library);
  folder_drop (desk->folder);
}

/* Checks that WORDS are found in the documents whose paths are WANT, in order,
   each with how many places.  */
static void
gives (struct desk *desk, const char *words, const struct search_plan *plan,
       const char *want)
{
  struct buf is = BUF_INIT;
  struct search_found found;
  struct search_count count = { 0, 0 };
  struct err err;
  enum search_state state;
  long long documents = 0, places = 0;
  struct search *search = search_open (desk->library, desk->notebook, words,
                                       strlen (words), plan, &err);
  CHECK (search);
  while ((state = search_next (search, &found, &err)) != SEARCH_END
         && state != SEARCH_FAILED)
    if (state == SEARCH_FOUND)
      {
        buf_add_format (&is, "%s%s%zu", is.len ? " " : "", found.path,
                        found.occurrences);
        documents++;
        places += (long long) found.occurrences;
        search_found_clear (&found);
      }
  CHECK_NUMBER (state, SEARCH_END);
  CHECK_STRING (buf_string (&is), want);
  while ((state = search_count (search, true, &count, &err)) == SEARCH_BUSY)
    ;
  CHECK_NUMBER (state, SEARCH_END);
  if (plan->after == 0)
    {
      CHECK_NUMBER (count.documents, documents);
      CHECK_NUMBER (count.occurrences, places);
    }
  search_close (search);
  buf_free (&is);
}

static void
orders (void)
{
  struct desk desk = desk_filled ();
  struct search_plan plan = { .order = SEARCH_BY_DATE };
  gives (&desk, "铁", &plan, "a1 b2 c3 n1");
  plan.backwards = true;
  gives (&desk, "铁", &plan, "n1 c3 b2 a1");
  plan.after = library_find (desk.library, "c", NULL);
  gives (&desk, "铁", &plan, "b2 a1");
  plan.backwards = false;
  gives (&desk, "铁", &plan, "n1");
  plan.after = 0;
  plan.order = SEARCH_BY_RELEVANCE;
  gives (&desk, "炼铁 OR 铁矿 OR 铁铁", &plan, "c2 b1");
  plan.document = library_find (desk.library, "b", NULL);
  gives (&desk, "铁", &plan, "b2");
  library_sort_documents (desk.library, NULL);
  plan.order = SEARCH_BY_DATE;
  plan.document = 0;
  gives (&desk, "铁", &plan, "a1 b2 c3 n1");
  desk_free (&desk);
}

static void
conditions (void)
{
  struct desk desk = desk_filled ();
  struct search_plan plan = { .order = SEARCH_BY_DATE };
  struct err err;
  gives (&desk, "铁 date:1958", &plan, "b2");
  gives (&desk, "铁 date:1958..", &plan, "b2 c3");
  gives (&desk, "铁 date:..1958-09", &plan, "a1 b2");
  gives (&desk, "铁 date:1960..", &plan, "");
  gives (&desk, "铁 page:10", &plan, "b2");
  gives (&desk, "铁 -page:10", &plan, "a1 c3 n1");
  gives (&desk, "钢铁 page:2", &plan, "a1");
  gives (&desk, "铁 -煤", &plan, "a1 c3 n1");
  gives (&desk, "铁 煤", &plan, "b3");
  gives (&desk, "铁 铁矿", &plan, "b3");
  gives (&desk, "钢 OR 煤", &plan, "a1 b1");
  gives (&desk, "(钢 OR 煤) 铁", &plan, "a2 b3");
  gives (&desk, "钢 OR 铁矿", &plan, "a1 b1");
  gives (&desk, "煤 OR 炼铁 OR 无", &plan, "b1 c1 n1");
  gives (&desk, "facing", &plan, "a1 b1 c1 n1");
  gives (&desk, "o:facing", &plan, "");
  gives (&desk, "t:铁", &plan, "");
  gives (&desk, "铁 facing", &plan, "a2 b3 c4 n2");
  gives (&desk, "fac*", &plan, "a1 b1 c1 n1");
  CHECK (!search_open (desk.library, NULL, "铁 collection:x", 16, &plan,
                       &err));
  CHECK_NUMBER (err.code, ERR_NOT_FOUND);
  plan.literal = true;
  gives (&desk, "铁 -煤", &plan, "");
  gives (&desk, "。\n铁矿。", &plan, "b1");
  desk_free (&desk);
}

static void
notes (void)
{
  struct desk desk = desk_filled ();
  struct search_plan plan = { .order = SEARCH_BY_DATE };
  struct err err;
  long long id = library_find (desk.library, "b", &err);
  struct document *document = library_document (desk.library, id, &err);
  struct note note = note_sample (document->hash, "see #Ore", 0, 3);
  gives (&desk, "铁 has:note", &plan, "");
  CHECK (notebook_add (desk.notebook, &note, &err));
  gives (&desk, "铁 has:note", &plan, "b2");
  gives (&desk, "铁 -has:note", &plan, "a1 c3 n1");
  note_clear (&note);
  document_free (document);
  desk_free (&desk);
}

/* What a document said is found no more when it says something else, alone or in
   a batch, once or twice.  */
static void
changes (void)
{
  struct desk desk = desk_filled ();
  struct search_plan plan = { .order = SEARCH_BY_DATE };
  struct err err;
  put (&desk, "a", document_dated ("稻谷。\n", "1957-05-01", "2", "首"));
  gives (&desk, "钢铁", &plan, "");
  gives (&desk, "稻谷", &plan, "a1");
  CHECK (library_begin (desk.library, &err));
  put (&desk, "a", document_dated ("小麦。\n", "1957-05-01", "2", "首"));
  put (&desk, "d", document_dated ("小麦。\n玉米。\n", "1957-05-02", "2", "新"));
  put (&desk, "a", document_dated ("棉花。\n", "1961-05-01", "3", "首"));
  CHECK (library_commit (desk.library, &err));
  gives (&desk, "稻谷", &plan, "");
  gives (&desk, "小麦", &plan, "d1");
  gives (&desk, "谷 OR 麦 OR 花", &plan, "d1 a1");
  gives (&desk, "棉花 page:3", &plan, "a1");
  gives (&desk, "棉花 page:2", &plan, "");
  put (&desk, "a", document_dated ("棉花。\n", "1961-05-01", "4", "首"));
  gives (&desk, "棉花 page:4", &plan, "a1");
  CHECK (library_begin (desk.library, &err));
  put (&desk, "e", document_dated ("高粱。\n", "1957-05-02", "2", "丢"));
  library_close (desk.library);
  desk.library = library_in (desk.folder);
  gives (&desk, "高粱", &plan, "");
  gives (&desk, "棉花", &plan, "a1");
  desk_free (&desk);
}

/* A title that the text does not begin with is found too, once.  */
static void
titles (void)
{
  struct desk desk = desk_new ();
  struct search_plan plan = { .order = SEARCH_BY_DATE };
  struct search_found found;
  struct err err;
  enum search_state state;
  put (&desk, "a", document_dated ("钢铁。\n", "1957", "1", "炼钢铁"));
  put (&desk, "b", document_dated ("炼铁\n多。\n", "1958", "1", "炼铁"));
  gives (&desk, "炼铁", &plan, "b1");
  gives (&desk, "钢铁", &plan, "a2");
  gives (&desk, "炼", &plan, "a1 b1");
  struct search *search
    = search_open (desk.library, NULL, "钢铁", 6, &plan, &err);
  while ((state = search_next (search, &found, &err)) == SEARCH_BUSY)
    ;
  CHECK_NUMBER (state, SEARCH_FOUND);
  CHECK_NUMBER (found.lines.len, 2);
  CHECK (found.lines.items[0].title && !found.lines.items[1].title);
  CHECK_STRING (found.lines.items[0].text[ORIGINAL], "炼钢铁");
  CHECK_NUMBER (found.lines.items[0].places.items[0].start, 1);
  CHECK_NUMBER (found.lines.items[1].places.items[0].start, 0);
  CHECK_STRING (found.lines.items[1].text[TRANSLATION], "Facing.");
  search_found_clear (&found);
  search_close (search);
  desk_free (&desk);
}

/* Many documents: results come in order though the work is cut into slices.  */
static void
slices (void)
{
  enum { MANY = 3000 };
  struct desk desk = desk_new ();
  struct search_plan plan = { .order = SEARCH_BY_DATE };
  struct err err;
  char text[64], date[32], path[32], last[32] = "";
  CHECK (library_begin (desk.library, &err));
  for (int i = 0; i < MANY; i++)
    {
      int day = (i * 7919) % MANY;
      snprintf (text, sizeof text, "第%d号铁。\n", i);
      snprintf (date, sizeof date, "19%02d-%02d-%02d", day / 300 % 100,
                day / 25 % 12 + 1, day % 25 + 1);
      snprintf (path, sizeof path, "%d", i);
      put (&desk, path, document_dated (text, date, "1", path));
    }
  CHECK (library_commit (desk.library, &err));
  for (int turn = 0; turn < 2; turn++)
    {
      struct search_count count;
      long long id, seen = 0;
      enum search_state state;
      plan.backwards = turn == 1;
      struct search *search
        = search_open (desk.library, NULL, "铁", 3, &plan, &err);
      while ((state = search_next_id (search, &id, &err)) != SEARCH_END)
        if (state == SEARCH_FOUND)
          {
            struct listing one = { NULL, 0, 0 };
            library_row (desk.library, id, &one, &err);
            if (seen++ > 0 && (turn == 0) != (strcmp (last, one.items[0].date)
                                             <= 0)
                && strcmp (last, one.items[0].date) != 0)
              CHECK (false);
            snprintf (last, sizeof last, "%s", one.items[0].date);
            listing_free (&one);
          }
      CHECK_NUMBER (seen, MANY);
      while (search_count (search, false, &count, &err) == SEARCH_BUSY)
        ;
      CHECK_NUMBER (count.documents, MANY);
      search_close (search);
    }
  desk_free (&desk);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "orders", orders },     { "conditions", conditions },
    { "notes", notes },       { "changes", changes },
    { "titles", titles },     { "slices", slices },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
