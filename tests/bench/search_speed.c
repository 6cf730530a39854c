/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long searches take in a library: search_speed FOLDER [QUERY]... asks the
   QUERYs, or those that stand in lines of the input (QUERY is `-`), or a list of
   every kind, and prints for each, in milliseconds of processor time,
     cold    from the query to its first 30 documents with their lines, in a
             process that has read nothing of the library's indexes yet
     first   the same again: the median of several
     index   what part of that is spent to find the documents' numbers
     alone   the numbers of the first 30 by nothing but FTS5, with the same
             words: ORDER BY rowid or rank, LIMIT 30
     step    the longest single piece of work of all of these and of counting
             (the screen gives it up when a key comes: key_delay)
     count   counting the documents
     places  counting documents and occurrences
     bare    the same by nothing but FTS5: SELECT count (*)
     ratio   count to bare
     docs    how many documents there are
   A query that begins with `exact ` or `relevance ` is asked so.  */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/search_private.h"
#include "timing.h"

enum { RESULTS = 30, ROUNDS = 5 };

static const char *const queries[] = {
  /* Chinese, one to six characters, common and rare */
  "的", "铜", "丶", "𠮷", "钢铁", "铁钢", "的人", "大跃进", "钢铁元帅",
  "人民公社化", "以钢为纲全面", "小土群", "中华人民共和",
  "不在这里没有", "龘龘",
  /* English */
  "steel", "the", "of", "zzyzx", "steel*", "th*", "a*", "indigenous",
  "\"blast furnace\"", "\"of the people\"", "\"the people of the\"",
  "\"in the\"", "furnaces",
  /* several */
  "钢铁 indigenous", "的 steel", "的 一", "的 the", "钢铁 煤炭 粮食",
  "的 OR 钢铁", "的 OR steel", "铜 OR 铁", "钢铁 OR zzyzx",
  "钢铁 (铜 OR 煤炭)", "铁 NEAR/3 钢", "的 NEAR 人", "钢铁 NEAR/5 生产",
  "steel NEAR/5 production", "铁 NEAR/3 生产", "the NEAR of",
  /* without */
  "钢铁 -steel", "steel -的", "的 -钢铁", "钢铁 -\"of the\"",
  /* conditions */
  "o:钢铁", "t:steel", "o:的", "t:的", "date:1958 钢铁", "date:1961-05 的",
  "date:1961-05..1961-06 steel", "page:2 钢铁", "tag:none 钢铁",
  "has:note 钢铁", "-has:note 钢铁",
  /* other ways */
  "exact 钢铁", "exact steel", "exact 的", "relevance 的", "relevance 钢铁",
  "relevance steel", "relevance the", "relevance \"of the people\"",
  "relevance 小土群", "relevance steel*", "relevance 的 OR 钢铁", NULL
};

/* A query as it is asked.  */
struct ask
{
  const char *text;
  struct search_plan plan;
};

static struct ask
ask_of (const char *query)
{
  struct ask ask = { .text = query };
  if (strncmp (query, "exact ", 6) == 0)
    ask = (struct ask) { query + 6, { .exact = true } };
  if (strncmp (query, "relevance ", 10) == 0)
    ask = (struct ask) { query + 10, { .order = SEARCH_BY_RELEVANCE } };
  return ask;
}

/* --- the clock ---------------------------------------------------------- */

static void
longer (double *longest, double begin)
{
  double took = processor_ms () - begin;
  if (took > *longest)
    *longest = took;
}

/* --- one query ---------------------------------------------------------- */

struct desk
{
  struct library *library;
  struct notebook *notebook;
  struct ask ask;
  double step; /* the longest */
};

static void
fail (const char *what, const struct err *err)
{
  fprintf (stderr, "search_speed: %s: %s\n", what, err_text (err));
  exit (1);
}

static struct search *
begin (struct desk *desk)
{
  struct err err = ERR_INIT;
  double start = processor_ms ();
  struct search *search
    = search_open (desk->library, desk->notebook, desk->ask.text,
                   strlen (desk->ask.text), &desk->ask.plan, &err);
  if (!search)
    fail (desk->ask.text, &err);
  longer (&desk->step, start);
  return search;
}

/* The time to the first results; *INDEX what part of it is not spent on
   texts.  */
static double
first (struct desk *desk, double *index)
{
  double start = processor_ms (), looking = 0;
  struct search *search = begin (desk);
  struct search_found found;
  struct err err = ERR_INIT;
  long long id;
  enum search_state state = SEARCH_BUSY;
  for (size_t count = 0; count < RESULTS && state != SEARCH_END;)
    {
      double at = processor_ms ();
      state = search_next_id (search, &id, &err);
      longer (&desk->step, at);
      if (state == SEARCH_FAILED)
        fail (desk->ask.text, &err);
      if (state != SEARCH_FOUND)
        continue;
      at = processor_ms ();
      if (search_look (search, id, &found, &err))
        search_found_clear (&found);
      looking += processor_ms () - at;
      longer (&desk->step, at);
      count++;
    }
  search_close (search);
  double took = processor_ms () - start;
  *index = took - looking;
  return took;
}

static double
count (struct desk *desk, bool places, struct search_count *counted)
{
  double start = processor_ms ();
  struct search *search = begin (desk);
  struct err err = ERR_INIT;
  enum search_state state = SEARCH_BUSY;
  while (state == SEARCH_BUSY)
    {
      double at = processor_ms ();
      state = search_count (search, places, counted, &err);
      longer (&desk->step, at);
    }
  if (state == SEARCH_FAILED)
    fail (desk->ask.text, &err);
  search_close (search);
  return processor_ms () - start;
}

/* The time of SQL, which asks FTS5 alone, with the words of the query.  */
static double
bare (struct desk *desk, const char *sql)
{
  struct search *search = begin (desk);
  struct err err = ERR_INIT;
  if (!search_need_whole (search, &err))
    fail (desk->ask.text, &err);
  double start = processor_ms ();
  struct row row = row_made (&desk->library->database, sql);
  put_bytes (&row, search->whole.words.data, search->whole.words.len);
  while (search->whole.words.len > 0 && row_next (&row, &err))
    ;
  row_done (&row);
  row_drop (&row);
  double took = processor_ms () - start;
  search_close (search);
  return took;
}

#define BARE_COUNT "SELECT count (*) FROM words WHERE words MATCH ?1"
static const char *const bare_first[SEARCH_ORDERS]
  = { "SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rowid LIMIT 30",
      "SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rank LIMIT 30" };

static void
measure (const char *folder, const char *query)
{
  struct err err = ERR_INIT;
  struct desk desk = { .library = library_open (folder, true, &err),
                       .notebook = notebook_open (folder, true, &err),
                       .ask = ask_of (query) };
  struct search_count counted = { 0, 0 };
  double found[ROUNDS], index[ROUNDS], documents[ROUNDS], places[ROUNDS],
    floor[ROUNDS], alone[ROUNDS];
  if (!desk.library)
    fail (folder, &err);
  double cold = first (&desk, &index[0]);
  for (int i = 0; i < ROUNDS; i++)
    {
      found[i] = first (&desk, &index[i]);
      documents[i] = count (&desk, false, &counted);
      places[i] = count (&desk, true, &counted);
      alone[i] = bare (&desk, bare_first[desk.ask.plan.order]);
      floor[i] = bare (&desk, BARE_COUNT);
    }
  double ours = median_ms (documents, ROUNDS);
  double theirs = median_ms (floor, ROUNDS);
  printf ("%8.2f%8.2f%8.2f%8.2f%8.2f%8.2f%8.2f%8.2f%7.2f%8lld  %s\n", cold,
          median_ms (found, ROUNDS), median_ms (index, ROUNDS),
          median_ms (alone, ROUNDS), desk.step, ours, median_ms (places, ROUNDS),
          theirs, ours / theirs, counted.documents, query);
  notebook_close (desk.notebook);
  library_close (desk.library);
}

/* Measures QUERY in a process of its own; false where that fails.  */
static bool
measure_apart (const char *folder, const char *query)
{
  int status = 1;
  fflush (stdout);
  pid_t child = fork ();
  if (child == 0)
    {
      measure (folder, query);
      fflush (stdout);
      _exit (0);
    }
  return child > 0 && waitpid (child, &status, 0) > 0 && status == 0;
}

static bool
measure_lines (const char *folder)
{
  char line[QUERY_BYTES + 2];
  bool done = true;
  while (fgets (line, sizeof line, stdin))
    {
      line[strcspn (line, "\n")] = '\0';
      done = measure_apart (folder, line) && done;
    }
  return done;
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  if (argc < 2)
    {
      fprintf (stderr, "usage: search_speed FOLDER [QUERY]...\n");
      return 2;
    }
  const char *const *query = argc > 2 ? (const char *const *) argv + 2
                                      : queries;
  bool done = true;
  printf ("%8s%8s%8s%8s%8s%8s%8s%8s%7s%8s  %s\n", "cold", "first", "index",
          "alone", "step", "count", "places", "bare", "ratio", "docs", "query");
  if (strcmp (*query, "-") == 0)
    return !measure_lines (argv[1]);
  for (; *query; query++)
    done = measure_apart (argv[1], *query) && done;
  return !done;
}
