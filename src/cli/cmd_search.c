/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command search: where words or phrases stand in the library.  */
#include "store/search.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "cli/commands.h"
#include "cli/kept.h"
#include "cli/paper.h"
#include "cli/record.h"
#include "cli/say.h"

struct options
{
  size_t sort;
  size_t limit;
  size_t format;
  bool reverse;
  bool exact;
  bool documents;
  bool count;
  bool header;
  const char *save;
  const char *forget;
  bool named;
};

enum { MOST_ROWS = 1000000000 };

static const char *
sort_choice (size_t index)
{
  return index < SEARCH_ORDERS ? search_order_name ((enum search_order) index)
                               : NULL;
}

static const struct option_row rows[] = {
  { 'd', "documents", NULL, OPTION_FLAG, offsetof (struct options, documents),
    N_ ("print only the paths of the documents"), NULL, 0, 0 },
  { 'c', "count", NULL, OPTION_FLAG, offsetof (struct options, count),
    N_ ("print only how many documents and how many places there are"), NULL,
    0, 0 },
  { 'x', "exact", NULL, OPTION_FLAG, offsetof (struct options, exact),
    N_ ("as it is spelled: fold no endings, no simplified and traditional "
        "characters"),
    NULL, 0, 0 },
  { 's', "sort", N_ ("ORDER"), OPTION_CHOICE, offsetof (struct options, sort),
    N_ ("in which order; by default by date"), sort_choice, 0, 0 },
  { 'r', "reverse", NULL, OPTION_FLAG, offsetof (struct options, reverse),
    N_ ("from the end"), NULL, 0, 0 },
  { 'n', "limit", N_ ("COUNT"), OPTION_NUMBER,
    offsetof (struct options, limit),
    N_ ("at most so many places, or documents with --documents"), NULL, 1,
    MOST_ROWS },
  { 'f', "format", N_ ("FORMAT"), OPTION_CHOICE,
    offsetof (struct options, format), N_ ("for people, or for programs"),
    format_choice, 0, 0 },
  { 0, "header", NULL, OPTION_FLAG, offsetof (struct options, header),
    N_ ("begin with the names of the columns (tsv)"), NULL, 0, 0 },
  { 0, "save", N_ ("NAME"), OPTION_STRING, offsetof (struct options, save),
    N_ ("keep the query in the notebook, to be asked again as @NAME"), NULL, 0,
    0 },
  { 0, "forget", N_ ("NAME"), OPTION_STRING, offsetof (struct options, forget),
    N_ ("forget the query that is kept as @NAME"), NULL, 0, 0 },
  { 0, "named", NULL, OPTION_FLAG, offsetof (struct options, named),
    N_ ("list the queries that are kept"), NULL, 0, 0 },
  { 0 }
};

static const char *const columns[]
  = { "number", "path", "side", "start", "end", "context", NULL };
static const char *const document_columns[] = { "path", NULL };
static const char *const count_columns[] = { "documents", "places", NULL };

/* One run of the command.  */
struct run
{
  struct cli *cli;
  const struct options *options;
  bool tsv;
  size_t left; /* rows that may still be printed */
  size_t found;
};

/* --- printing ----------------------------------------------------------- */

static void
print_path (struct run *run, const struct search_found *found)
{
  struct record record = { .begun = false };
  record_path (&record, found->collection, found->path);
  record_end (&record);
  run->found++;
  run->left--;
}

/* Prints an occurrence as a record.  Those in titles have a side of their own,
   since their places count in the title.  */
static void
print_place (const struct search_found *found, const struct search_line *line,
             const struct search_place *place)
{
  static const char *const sides[2][SIDES]
    = { { "o", "t" }, { "title o", "title t" } };
  struct record record = { .begun = false };
  record_number (&record, found->id);
  record_path (&record, found->collection, found->path);
  record_text (&record, sides[line->title][place->side]);
  record_number (&record, (long long) place->start);
  record_number (&record, (long long) place->end);
  record_text (&record, line->text[place->side]);
  record_end (&record);
}

static void
print_records (struct run *run, const struct search_found *found)
{
  for (size_t i = 0; i < found->lines.len; i++)
    {
      const struct search_line *line = &found->lines.items[i];
      for (size_t k = 0; k < line->places.len && run->left > 0; k++)
        {
          print_place (found, line, &line->places.items[k]);
          run->found++;
          run->left--;
        }
    }
}

/* The title of a document for people.  */
static void
add_title (struct buf *out, const struct search_found *found)
{
  const char *original = found->title[ORIGINAL];
  const char *translation = found->title[TRANSLATION];
  if (!*original && !*translation)
    original = found->path;
  struct buf line = BUF_INIT;
  buf_add_format (&line, "%lld  %s  %s%s%s", found->id,
                  *found->date ? found->date : "-", original,
                  *original && *translation ? " / " : "", translation);
  paper_wrap (out, buf_string (&line), 4, paper_columns ());
  buf_free (&line);
}

/* Prints a line: both sides, what was found between signs.  */
static void
add_side (struct buf *out, const struct search_line *line, enum side side)
{
  struct buf text = BUF_INIT;
  size_t at = 0;
  for (size_t i = 0; i < line->places.len; i++)
    {
      const struct search_place *place = &line->places.items[i];
      if (place->side != side || place->within.start < at)
        continue;
      buf_add (&text, line->text[side] + at, place->within.start - at);
      buf_add_string (&text, "[");
      buf_add (&text, line->text[side] + place->within.start,
               range_len (place->within));
      buf_add_string (&text, place->folded ? "~]" : "]");
      at = place->within.end;
    }
  buf_add_string (&text, line->text[side] + at);
  if (text.len > 0)
    {
      paper_spaces (out, 4);
      paper_wrap (out, buf_string (&text), 4, paper_columns ());
    }
  buf_free (&text);
}

static void
print_lines (struct run *run, const struct search_found *found)
{
  struct buf out = BUF_INIT;
  add_title (&out, found);
  for (size_t i = 0; i < found->lines.len && run->left > 0; i++)
    {
      const struct search_line *line = &found->lines.items[i];
      for (enum side s = 0; s < SIDES && !line->title; s++)
        add_side (&out, line, s);
      if (!line->title)
        buf_add_byte (&out, '\n');
      run->found += line->places.len;
      run->left -= line->places.len < run->left ? line->places.len : run->left;
    }
  paper_print (&out, false);
}

static void
print_found (struct run *run, const struct search_found *found)
{
  if (run->options->documents)
    print_path (run, found);
  else if (run->tsv)
    print_records (run, found);
  else
    print_lines (run, found);
}

/* --- asking ------------------------------------------------------------- */

static enum status
print_results (struct run *run, struct search *search)
{
  struct search_found found;
  struct err err;
  enum search_state state = SEARCH_BUSY;
  if (run->tsv && run->options->header)
    record_header (run->options->documents ? document_columns : columns);
  while (run->left > 0 && state != SEARCH_END)
    {
      state = search_next (search, &found, &err);
      if (state == SEARCH_FAILED)
        return cli_fail (&err);
      if (state != SEARCH_FOUND)
        continue;
      print_found (run, &found);
      search_found_clear (&found);
    }
  return STATUS_DONE;
}

static enum status
print_count (struct run *run, struct search *search)
{
  struct search_count count = { 0, 0 };
  struct err err;
  enum search_state state;
  bool places = !run->options->documents;
  while ((state = search_count (search, places, &count, &err)) == SEARCH_BUSY)
    ;
  if (state == SEARCH_FAILED)
    return cli_fail (&err);
  run->found = (size_t) count.documents;
  struct record record = { .begun = false };
  if (run->tsv && run->options->header)
    record_header (count_columns);
  record_number (&record, count.documents);
  if (places)
    record_number (&record, count.occurrences);
  record_end (&record);
  return STATUS_DONE;
}

/* The words joined by spaces; the caller frees it.  */
static char *
join (const struct words *words)
{
  struct buf out = BUF_INIT;
  for (size_t i = 0; i < words->len; i++)
    buf_add_format (&out, "%s%s", i ? " " : "", words->items[i]);
  return buf_take (&out);
}

/* Says what is wrong with a query, in the reader's language.  */
static enum status
fail (const struct err *err)
{
  struct err told = *err;
  if (err->code == ERR_USAGE)
    {
      err_set (&told, ERR_USAGE, err->where, "%s", _ (err->detail));
      err_at (&told, 0, err->offset);
    }
  return cli_fail (&told);
}

static enum status
ask (struct run *run, const char *text)
{
  struct err err = ERR_INIT;
  struct search_plan plan
    = { .order = (enum search_order) option_chosen (run->options->sort,
                                                    SEARCH_BY_DATE),
        .backwards = run->options->reverse,
        .exact = run->options->exact };
  struct search *search = search_open (run->cli->library, run->cli->notebook,
                                       text, strlen (text), &plan, &err);
  if (!search)
    return fail (&err);
  enum status status = run->options->count ? print_count (run, search)
                                           : print_results (run, search);
  search_close (search);
  if (status == STATUS_DONE && run->found == 0)
    {
      say ("%s", _ ("nothing is found"));
      status = STATUS_NOTHING;
    }
  return status;
}

/* Says what was added before there was a full-text index; that takes time by
   the size of the library.  */
static void
say_outdated (struct cli *cli)
{
  long long count = library_outdated (cli->library, NULL);
  if (count > 0)
    say (ngettext ("%lld file was added by an older version of enface: it is "
                   "not searched until it is added again",
                   "%lld files were added by an older version of enface: "
                   "they are not searched until they are added again",
                   (unsigned long) count),
         count);
}

/* The query that WORDS mean; NULL, which was said, where there is none.  */
static char *
query_of (struct cli *cli, const struct words *words)
{
  char *text = join (words);
  if (text[0] != '@' || words->len != 1)
    return text;
  char *kept = kept_find (cli, text);
  free (text);
  return kept;
}

/* Asks for what WORDS say.  */
static enum status
search (struct run *run, const struct words *words)
{
  const struct options *options = run->options;
  char *text = query_of (run->cli, words);
  if (!text)
    return STATUS_NOTHING;
  enum status status = ask (run, text);
  if (options->save && status <= STATUS_NOTHING)
    {
      enum status kept = kept_put (run->cli, options->save, text);
      status = kept > status ? kept : status;
    }
  free (text);
  return status;
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  const struct options *options = values;
  struct run run = { cli, options, false, 0, 0 };
  run.tsv = option_chosen (options->format, FORMAT_TEXT) == FORMAT_TSV;
  run.left = options->limit ? options->limit : MOST_ROWS;
  enum status notebook
    = cli_has_notebook (cli) ? cli_notebook (cli, false) : STATUS_DONE;
  if (options->forget)
    return kept_put (cli, options->forget, NULL);
  if (options->named)
    return notebook > STATUS_DONE ? notebook : kept_print (cli);
  enum status status = cli_library (cli, false);
  if (status != STATUS_DONE)
    return status;
  status = search (&run, words);
  if (status <= STATUS_NOTHING && run.left > 0)
    say_outdated (cli);
  return notebook > status ? notebook : status;
}

const struct command command_search = {
  .name = "search",
  .arguments = N_ ("[QUERY]..."),
  .most = ANY_NUMBER,
  .summary = N_ ("find words and phrases in both languages"),
  .description
  = N_ ("All words of QUERY must stand in a document, on whichever side: "
        "\"钢铁 indigenous\".  Further forms are \"two words\" in quotes, "
        "-word, a OR b, a NEAR b, a NEAR/5 b, steel*, o:word and t:word for "
        "the sides, =word as it is spelled, parentheses, date:1958-09..1959, "
        "page:2, collection:NAME, tag:NAME and has:note.  Punctuation within "
        "quotes must stand there, that at their ends too, but for what is to "
        "be missing: -\"word.\" is -word.  Case, accents, "
        "endings of plurals and verbs, full width, and simplified or "
        "traditional writing make no difference; a place that is spelled "
        "otherwise than it was asked for is marked with a tilde.  Start and "
        "end count code points; places in titles have a side of their own.  "
        "@NAME is a query that was kept with --save."),
  .options = rows,
  .size = sizeof (struct options),
  .columns = columns,
  .run = run,
};
