/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of read/: what is found in the library: the window over it, other
   orders, surveys, collocates.  */
#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check.h"
#include "read/found_documents.h"
#include "read/found_window.h"
#include "read/near_words.h"
#include "read/sorted_lines.h"
#include "read/survey.h"
#include "read/trend.h"
#include "store_help.h"

struct place_of_test
{
  char *folder;
  struct library *library;
  long long collection;
};

static struct place_of_test
begin (void)
{
  struct place_of_test t = { .folder = folder_new () };
  t.library = library_in (t.folder);
  t.collection = collection_at (t.library, "/archive");
  return t;
}

static void
end (struct place_of_test *t)
{
  library_close (t->library);
  folder_drop (t->folder);
}

static void
add (struct place_of_test *t, const char *path, const char *date,
     const char *original, const char *translation)
{
  struct document *document = document_sample (original, translation);
  document->date = mem_string (date);
  strcpy (document->side[ORIGINAL].lang, "zh");
  strcpy (document->side[TRANSLATION].lang, "en");
  add_at (t->library, t->collection, path, document);
}

static struct wanted
wanted_of (const char *text)
{
  return (struct wanted) { .text = mem_string (text) };
}

/* --- the window --------------------------------------------------------- */

enum { DOCUMENTS = 40, LINES = 60, MANY = DOCUMENTS * LINES };

/* Documents of many lines with the term, each with its number.  */
static void
fill (struct place_of_test *t)
{
  library_begin (t->library, NULL);
  for (int d = 0; d < DOCUMENTS; d++)
    {
      struct buf original = BUF_INIT, translation = BUF_INIT;
      char path[16], date[16];
      for (int i = 0; i < LINES; i++)
        {
          buf_add_format (&original, "第%d炉钢铁。\n", d * LINES + i);
          buf_add_format (&translation, "Steel of furnace %d.\n",
                          d * LINES + i);
        }
      snprintf (path, sizeof path, "%02d.md", d);
      snprintf (date, sizeof date, "1958-%02d-%02d", 1 + d / 20, 1 + d % 20);
      add (t, path, date, buf_string (&original), buf_string (&translation));
      buf_free (&original);
      buf_free (&translation);
    }
  library_commit (t->library, NULL);
}

/* The number in LINE's text.  */
static int
number_in (const struct found_line *line)
{
  const char *at = line->facing + strcspn (line->facing, "0123456789");
  return atoi (at);
}

/* Goes by STEP lines until the end of all is reached; checks that no line is
   missed and few are kept.  Returns how many were passed.  */
static int
walk (struct found_window *window, size_t *at, int step, int first)
{
  struct err err = ERR_INIT;
  int number = first, wrong = 0;
  size_t most = 0;
  for (;;)
    {
      while (found_window_need (window, at, 20, 1000, &err) == WINDOW_BUSY)
        continue;
      most = window->lines.len > most ? window->lines.len : most;
      wrong += number_in (window->lines.items[*at]) != number;
      if (step > 0 ? *at + 1 == window->lines.len : *at == 0)
        break;
      *at = step > 0 ? *at + 1 : *at - 1;
      number += step;
    }
  CHECK_NUMBER (wrong, 0);
  CHECK (most < 1500 + 3 * LINES);
  return number;
}

static void
slide (void)
{
  struct place_of_test t = begin ();
  struct found_window window = { .library = NULL };
  struct err err = ERR_INIT;
  size_t at = 0;
  fill (&t);
  CHECK (found_window_open (&window, t.library, NULL, wanted_of ("钢铁"),
                            false, &err));
  CHECK_NUMBER (walk (&window, &at, 1, 0), MANY - 1);
  CHECK (window.at_end && !window.at_start);
  CHECK_NUMBER (walk (&window, &at, -1, MANY - 1), 0);
  CHECK (window.at_start && !window.at_end);
  CHECK_NUMBER (walk (&window, &at, 1, 0), MANY - 1);
  found_window_close (&window);
  at = 0;
  CHECK (found_window_open (&window, t.library, NULL, wanted_of ("钢铁"),
                            true, &err));
  CHECK_NUMBER (found_window_need (&window, &at, 20, 1000, &err),
                WINDOW_READY);
  CHECK_NUMBER (number_in (window.lines.items[at]), MANY - 1);
  CHECK_NUMBER (walk (&window, &at, -1, MANY - 1), 0);
  found_window_close (&window);
  end (&t);
}

static void
wrong_query (void)
{
  struct place_of_test t = begin ();
  struct found_window window = { .library = NULL };
  struct wanted wanted = wanted_of ("\"steel");
  struct err err = ERR_INIT;
  size_t at = 0;
  wanted.query = true;
  CHECK (!found_window_open (&window, t.library, NULL, wanted, false, &err));
  CHECK_NUMBER (err.code, ERR_USAGE);
  CHECK_NUMBER (found_window_need (&window, &at, 20, 1000, &err),
                WINDOW_READY);
  CHECK_NUMBER (window.lines.len, 0);
  found_window_close (&window);
  end (&t);
}

/* --- lines -------------------------------------------------------------- */

static void
add_three (struct place_of_test *t)
{
  add (t, "a.md", "1958-09-01", "大办钢铁，钢铁元帅。\n炉子。\n",
       "Go in for steel, Marshal Steel.\nA furnace.\n");
  add (t, "b.md", "1958-10-02", "废钢铁料。\n抓钢铁生产。\n",
       "Scrap iron.\nGrasp steel production.\n");
  add (t, "c.md", "1959-01-03", "粮食生产。\n", "Grain production.\n");
}

/* The lines of FOUND in order: text, place and facing text.  */
static void
lines (void)
{
  struct place_of_test t = begin ();
  struct found_window window = { .library = NULL };
  struct err err = ERR_INIT;
  size_t at = 0;
  add_three (&t);
  found_window_open (&window, t.library, NULL, wanted_of ("钢铁"), false,
                     &err);
  CHECK_NUMBER (found_window_need (&window, &at, 20, 1000, &err),
                WINDOW_READY);
  CHECK_NUMBER (window.lines.len, 4);
  const struct found_line *line = window.lines.items[1];
  CHECK_NUMBER (line->start, 5);
  CHECK_NUMBER (line->end, 7);
  CHECK_NUMBER (line->range.start, 15);
  CHECK_NUMBER (line->side, ORIGINAL);
  CHECK_STRING (line->facing, "Go in for steel, Marshal Steel.");
  CHECK (strncmp (line->text + line->lit.items[0].start, "钢铁元", 9) == 0);
  window.by_bead = true;
  at = 0;
  struct wanted both = wanted_of ("钢铁 steel");
  both.query = true;
  found_window_open (&window, t.library, NULL, both, false, &err);
  CHECK_NUMBER (found_window_need (&window, &at, 20, 1000, &err),
                WINDOW_READY);
  CHECK_NUMBER (window.lines.len, 3);
  CHECK_NUMBER (window.lines.items[0]->lit.len, 2);
  CHECK_NUMBER (window.lines.items[0]->facing_lit.len, 2);
  CHECK_NUMBER (window.lines.items[1]->facing_lit.len, 0);
  found_window_close (&window);
  end (&t);
}

/* What follows the places of "钢铁" in ORDER, two characters of each.  */
static void
check_order (struct place_of_test *t, enum line_order order, const char *want)
{
  struct wanted wanted = { .text = (char *) "钢铁" };
  struct err err = ERR_INIT;
  struct buf out = BUF_INIT;
  struct sorted_lines *sorted
    = sorted_lines_new (t->library, NULL, &wanted, order, &err);
  while (sorted_lines_go (sorted, 1000, &err) == SEARCH_BUSY)
    continue;
  for (size_t i = 0; i < sorted_lines_count (sorted); i++)
    {
      const struct found_line *line = sorted_lines_at (sorted, i);
      buf_add_format (&out, "%s%.6s", i ? " " : "",
                      line->text + line->lit.items[0].end);
    }
  CHECK_STRING (buf_string (&out), want);
  CHECK (!sorted_lines_cut (sorted));
  sorted_lines_free (sorted);
  buf_free (&out);
}

static void
orders (void)
{
  struct place_of_test t = begin ();
  add_three (&t);
  check_order (&t, LINES_BY_DATE, "，钢 元帅 料。 生产");
  /* By code points: 元, 料, 生, 钢; punctuation does not count.  */
  check_order (&t, LINES_BY_RIGHT, "元帅 料。 生产 ，钢");
  /* 办 (U+529E), 废 (U+5E9F), 抓 (U+6293), 铁 (U+94C1).  */
  check_order (&t, LINES_BY_LEFT, "，钢 料。 生产 元帅");
  check_order (&t, LINES_BY_DOCUMENT, "，钢 元帅 料。 生产");
  end (&t);
}

/* --- narrowed ----------------------------------------------------------- */

static void
check_count (struct place_of_test *t, const struct wanted *wanted,
             long long places, long long documents)
{
  struct err err = ERR_INIT;
  struct search_count count = { 0, 0 };
  struct finder *finder
    = finder_open (t->library, NULL, wanted, false, 0, &err);
  while (finder_count (finder, &count, &err) == SEARCH_BUSY)
    continue;
  CHECK_NUMBER (count.occurrences, places);
  CHECK_NUMBER (count.documents, documents);
  finder_close (finder);
}

static void
narrowed (void)
{
  struct place_of_test t = begin ();
  add_three (&t);
  struct wanted wanted = { .text = (char *) "钢铁" };
  check_count (&t, &wanted, 4, 2);
  wanted.near = (char *) "生产";
  wanted.window = 2;
  check_count (&t, &wanted, 1, 1);
  wanted.near = NULL;
  wanted.period = (char *) "1958-09";
  check_count (&t, &wanted, 2, 1);
  wanted.period = (char *) "1959";
  check_count (&t, &wanted, 0, 0);
  wanted = (struct wanted) { .text = (char *) "\"生产\"",
                             .period = (char *) "1958" };
  check_count (&t, &wanted, 1, 1);
  wanted.query = true;
  wanted.text = (char *) "生产 OR production";
  check_count (&t, &wanted, 2, 1);
  end (&t);
}

/* --- surveys ------------------------------------------------------------ */

/* The originals have 10, 9 and 4 characters.  */
static void
surveys (void)
{
  struct place_of_test t = begin ();
  struct wanted wanted = { .text = (char *) "钢铁" };
  struct err err = ERR_INIT;
  add_three (&t);
  struct survey *survey = survey_new (t.library, NULL, &wanted, &err);
  while (survey_go (survey, 1000, &err) == SEARCH_BUSY)
    continue;
  CHECK_NUMBER (survey_places_count (survey), 4);
  CHECK_NUMBER (survey_documents_count (survey), 2);
  /* Shares of the text 10/23, 9/23, 4/23; of the places 1/2, 1/2, 0.  */
  CHECK_NUMBER (llround (survey_dp (survey) * 1000), 174);
  struct trend trend = { .undated = 0 };
  trend_make (&trend, survey, false, true);
  CHECK_NUMBER (trend.periods.len, 3);
  CHECK_STRING (trend.periods.items[0].name, "1958-09");
  CHECK_NUMBER (trend.periods.items[0].places, 2);
  CHECK_NUMBER (llround (trend.points.items[0].high), 200000);
  CHECK_NUMBER (llround (trend.points.items[1].high), 222222);
  CHECK_NUMBER (trend.periods.items[2].places, 0);
  CHECK_NUMBER (trend.periods.items[2].size, 4);
  trend_free (&trend);
  trend_make (&trend, survey, true, false);
  CHECK_NUMBER (trend.periods.len, 2);
  CHECK_NUMBER (trend.points.items[0].high, 4);
  CHECK_NUMBER (trend.periods.items[0].documents, 2);
  trend_free (&trend);
  survey_free (survey);
  end (&t);
}

/* Surveys WANTED into PERIODS; returns the places.  */
static size_t
survey_all (struct place_of_test *t, const struct wanted *wanted,
            struct survey_periods *periods)
{
  struct err err = ERR_INIT;
  struct survey *survey = survey_new (t->library, NULL, wanted, &err);
  while (survey_go (survey, 1000, &err) == SEARCH_BUSY)
    continue;
  VEC_FREE (periods);
  survey_periods (survey, false, periods);
  size_t places = survey_places_count (survey);
  survey_free (survey);
  return places;
}

/* Frequencies are told by the length of the texts in the languages of the term,
   also where a document has no translation.  */
static void
survey_langs (void)
{
  struct place_of_test t = begin ();
  struct survey_periods periods = { 0 };
  struct wanted wanted = { .text = (char *) "steel" };
  add (&t, "a.md", "1958-09-01", "钢铁一。\n", "More steel, good steel.\n");
  add (&t, "b.md", "no date", "三。\n", "Steels\n");
  struct document *english = document_sample ("Steel of England.\n", "");
  english->date = mem_string ("1958-09-02");
  strcpy (english->side[ORIGINAL].lang, "en");
  add_at (t.library, t.collection, "c.md", english);
  struct document *chinese = document_sample ("钢铁。\n", "");
  chinese->date = mem_string ("1958-09-03 (in the evening)");
  strcpy (chinese->side[ORIGINAL].lang, "zh");
  add_at (t.library, t.collection, "d.md", chinese);
  CHECK_NUMBER (survey_all (&t, &wanted, &periods), 4);
  CHECK_NUMBER (periods.len, 2);
  CHECK_STRING (periods.items[0].name, "");
  CHECK_NUMBER (periods.items[0].places, 1);
  CHECK_NUMBER (periods.items[1].places, 3);
  CHECK_NUMBER (periods.items[1].documents, 2);
  CHECK_NUMBER (periods.items[1].size, 7);
  wanted.text = (char *) "钢铁";
  CHECK_NUMBER (survey_all (&t, &wanted, &periods), 2);
  CHECK_NUMBER (periods.items[1].size, 5);
  /* A character in both languages.  */
  wanted = (struct wanted) { .text = (char *) "o:一 OR t:steel",
                             .query = true };
  CHECK_NUMBER (survey_all (&t, &wanted, &periods), 4);
  CHECK_NUMBER (periods.items[1].size, 12);
  VEC_FREE (&periods);
  end (&t);
}

/* What the index can't count alone is counted in the texts.  */
static void
survey_texts (void)
{
  static const struct wanted all[]
    = { { .text = (char *) "铁铁" },
        { .text = (char *) "铁 NEAR 钢", .query = true },
        { .text = (char *) "钢", .near = (char *) "铁", .window = 2 },
        { .text = (char *) "\"钢铁。\"", .query = true } };
  static const size_t places[] = { 1, 5, 1, 1 };
  struct place_of_test t = begin ();
  struct err err = ERR_INIT;
  add (&t, "a.md", "1958-09-01", "铁铁铁。钢铁。\n", "Steel.\n");
  for (size_t i = 0; i < 4; i++)
    {
      struct survey *survey = survey_new (t.library, NULL, &all[i], &err);
      while (survey_go (survey, 1000, &err) == SEARCH_BUSY)
        continue;
      CHECK_NUMBER (survey_places_count (survey), places[i]);
      survey_free (survey);
    }
  end (&t);
}

static void
documents (void)
{
  struct place_of_test t = begin ();
  struct wanted wanted = { .text = (char *) "钢铁" };
  struct err err = ERR_INIT;
  add_three (&t);
  struct found_documents *documents
    = found_documents_new (t.library, NULL, &wanted, &err);
  CHECK (!found_documents_at (documents, 0));
  while (found_documents_go (documents, 1, 9, 1000, &err) == SEARCH_BUSY)
    continue;
  CHECK_NUMBER (found_documents_count (documents), 2);
  CHECK (!found_documents_at (documents, 0));
  CHECK (found_documents_at (documents, 1));
  CHECK (!found_documents_at (documents, 2));
  CHECK_NUMBER (found_documents_go (documents, 0, 1, 1000, &err), SEARCH_END);
  const struct found_document *first = found_documents_at (documents, 0);
  CHECK_NUMBER (first->places, 2);
  CHECK_NUMBER (first->first.start, 6);
  found_documents_free (documents);
  wanted = (struct wanted) { .text = (char *) "\"", .query = true };
  CHECK (!found_documents_new (t.library, NULL, &wanted, &err));
  CHECK_NUMBER (err.code, ERR_USAGE);
  end (&t);
}

static void
collocates (void)
{
  struct place_of_test t = begin ();
  struct wanted wanted = { .text = (char *) "steel" };
  struct err err = ERR_INIT;
  struct collocate_list list = { 0 };
  add (&t, "a.md", "1958-09-01", "一。\n二。\n三。\n",
       "Iron and steel plant.\nSteel and iron works.\nNo coal came today.\n");
  struct near_words *near = near_words_new (t.library, NULL, NULL, &wanted, 2,
                                            &err);
  while (near_words_go (near, 1000, &err) == SEARCH_BUSY)
    continue;
  near_words_list (near, COLLOCATES_BY_COUNT, &list);
  CHECK_NUMBER (near_words_places (near), 2);
  CHECK (!near_words_cut (near));
  CHECK_NUMBER (list.len, 1);
  CHECK_STRING (list.items[0].word, "iron");
  CHECK_NUMBER (list.items[0].near, 2);
  CHECK_NUMBER (list.items[0].left, 1);
  collocate_list_free (&list);
  near_words_free (near);
  end (&t);
}

int
main (int argc, char **argv)
{
  static const struct check_case cases[]
    = { { "slide", slide },
        { "wrong_query", wrong_query },
        { "lines", lines },
        { "orders", orders },
        { "narrowed", narrowed },
        { "surveys", surveys },
        { "survey langs", survey_langs },
        { "survey texts", survey_texts },
        { "documents", documents },
        { "collocates", collocates },
        { NULL, NULL } };
  return check_main (argc, argv, cases);
}
