/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading which notes a list has, by pieces: a notebook of many years is shown
   before all of it was looked through.  */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "read/found_window.h"
#include "view/note_rows.h"

/* Milliseconds before the screen is shown, or a key is looked for.  */
enum { SLICE = 15 };

/* Notes that are read at once: those that a screen shows, then more and more;
   and whose words are looked at before the clock is.  */
enum { PIECE_LEAST = 256, PIECE_MOST = 16384, SIFTED = 64 };

/* Adds the COUNT notes at IDS under GROUP; the cursor goes to the one that is
   to be kept.  */
static void
add_rows (struct note_rows *rows, const long long *ids, size_t count,
          const char *group)
{
  VEC_RESERVE (&rows->rows, count);
  for (size_t i = 0; i < count; i++)
    {
      size_t index = rows->rows.len;
      VEC_PUSH (&rows->rows, (struct note_row) { ids[i], group });
      if (ids[i] == rows->keep && rows->list.at == rows->put
          && (!rows->kept || index == rows->was))
        {
          rows->list.at = rows->put = index;
          rows->kept = true;
        }
    }
  rows->list.count = rows->rows.len;
}

static void
add_links (struct app *app, struct note_rows *rows)
{
  struct err err = ERR_INIT;
  struct note_numbers numbers = { 0 };
  struct notebook *notebook = app->session->notebook;
  if ((rows->scope.cited
       && !notebook_links_to (notebook, rows->scope.cited, &numbers, &err))
      || (rows->scope.uuid
          && !notebook_links_to_note (notebook, rows->scope.uuid, &numbers,
                                      &err)))
    app_fail (app, &err);
  add_rows (rows, numbers.items, numbers.len, NULL);
  VEC_FREE (&numbers);
}

/* --- which -------------------------------------------------------------- */

/* The query of ROWS, but for its words, which are *WORDS (NULL: none); *TAG is
   its tag, freed by the caller.  */
static struct note_query
query_of (const struct note_rows *rows, char **tag, const char **words)
{
  struct note_query query = { .document = rows->scope.document,
                              .tag = rows->scope.tag };
  *tag = NULL;
  *words = rows->filter;
  if (rows->filter && rows->filter[0] == '#' && rows->filter[1])
    {
      size_t len = strcspn (rows->filter + 1, " ");
      *tag = mem_copy (rows->filter + 1, len);
      query.tag = *tag;
      *words = rows->filter + 1 + len;
      *words += strspn (*words, " ");
    }
  if (*words && !**words)
    *words = NULL;
  query.states = rows->choice == CHOOSE_DETACHED ? 1u << NOTE_DETACHED
                 : rows->choice == CHOOSE_MOVED  ? 1u << NOTE_MOVED
                                                 : 0;
  query.conflicting = rows->choice == CHOOSE_CONFLICTING;
  query.highlight = rows->choice == CHOOSE_HIGHLIGHTED ? '*' : '\0';
  query.deleted = rows->choice == CHOOSE_DELETED;
  query.order = rows->group == NOTES_TIME_ORDER ? NOTES_BY_TIME
                                                : NOTES_BY_DOCUMENT;
  return query;
}

/* Narrows QUERY to the group of ROWS that is read; *NAME is its heading.  False
   where it has no notes; *OTHERS where it has those that stand in no group.  */
static bool
in_group (const struct note_rows *rows, struct note_query *query,
          const char **name, bool *others)
{
  static const enum note_state order[]
    = { NOTE_DETACHED, NOTE_MOVED, NOTE_UNSEEN, NOTE_PLACED };
  *name = NULL;
  *others = false;
  if (rows->group == NOTES_STATE_ORDER)
    {
      unsigned state = 1u << order[rows->turn];
      *name = note_state_words (order[rows->turn]);
      if (query->states && !(query->states & state))
        return false;
      query->states = state;
    }
  if (rows->group != NOTES_TAG_ORDER)
    return true;
  *others = rows->turn == rows->tags.len;
  *name = *others ? "" : rows->tags.items[rows->turn].name;
  if (query->tag)
    return !*others && strcasecmp (query->tag, *name) == 0;
  query->tag = *others ? NULL : *name;
  return true;
}

static size_t
groups_of (const struct note_rows *rows)
{
  return rows->group == NOTES_STATE_ORDER ? NOTE_STATES
         : rows->group == NOTES_TAG_ORDER ? rows->tags.len + 1
                                          : 1;
}

static int
compare_numbers (const void *a, const void *b)
{
  long long x = *(const long long *) a, y = *(const long long *) b;
  return x < y ? -1 : x > y;
}

/* Takes out of what was found what stands in a group already.  */
static void
drop_grouped (struct note_rows *rows)
{
  struct note_numbers there = { 0 };
  size_t kept = 0;
  VEC_RESERVE (&there, rows->rows.len + 1);
  for (size_t i = 0; i < rows->rows.len; i++)
    if (*rows->rows.items[i].group)
      VEC_PUSH (&there, rows->rows.items[i].id);
  qsort (there.items, there.len, sizeof *there.items, compare_numbers);
  for (size_t i = 0; i < rows->found.len; i++)
    if (!bsearch (&rows->found.items[i], there.items, there.len,
                  sizeof *there.items, compare_numbers))
      rows->found.items[kept++] = rows->found.items[i];
  rows->found.len = kept;
  VEC_FREE (&there);
}

/* --- by pieces ------------------------------------------------------------ */

/* Finds the next notes of the group; behind its last ones the next group is
   begun.  */
static void
find_some (struct app *app, struct note_rows *rows, struct note_query *query)
{
  struct err err = ERR_INIT;
  bool others, some = in_group (rows, query, &rows->name, &others);
  rows->found.len = rows->sifted = 0;
  query->skip = rows->seen;
  query->most = others ? 0
                : rows->seen == 0 ? PIECE_LEAST
                : rows->seen < PIECE_MOST / 3 ? 3 * rows->seen
                                              : PIECE_MOST;
  if (some
      && !notebook_find (app->session->notebook, query, &rows->found, &err))
    {
      app_fail (app, &err);
      some = false;
    }
  rows->seen += rows->found.len;
  if (!some || query->most == 0 || rows->found.len < query->most)
    {
      rows->turn++;
      rows->seen = 0;
    }
  if (others)
    drop_grouped (rows);
}

/* Adds the next ones of those that were found, where they have WORDS.  */
static void
sift_some (struct app *app, struct note_rows *rows, const char *words)
{
  struct err err = ERR_INIT;
  struct note_numbers kept = { 0 };
  const long long *from = rows->found.items + rows->sifted;
  size_t count = rows->found.len - rows->sifted;
  if (!words)
    add_rows (rows, from, count, rows->name);
  else
    {
      count = count < SIFTED ? count : SIFTED;
      if (!notebook_sift (app->session->notebook, words, from, count, &kept,
                          &err))
        app_fail (app, &err);
      add_rows (rows, kept.items, kept.len, rows->name);
      VEC_FREE (&kept);
    }
  rows->sifted += count;
}

/* Reads on for MILLISECONDS, one piece at least.  */
static void
read_on (struct app *app, struct note_rows *rows, double milliseconds)
{
  char *tag;
  const char *words;
  double end = found_window_clock () + milliseconds;
  struct note_query query = query_of (rows, &tag, &words);
  do
    {
      struct note_query narrow = query;
      if (rows->sifted < rows->found.len)
        sift_some (app, rows, words);
      else if (rows->turn < groups_of (rows))
        find_some (app, rows, &narrow);
      else
        rows->busy = false;
    }
  while (rows->busy && found_window_clock () < end);
  free (tag);
}

/* Begins to read; the cursor is at AT until the note under it was found.  */
static void
begin (struct app *app, struct note_rows *rows, size_t at)
{
  struct err err = ERR_INIT;
  rows->was = rows->list.at;
  rows->keep = rows->was < rows->rows.len ? rows->rows.items[rows->was].id : 0;
  rows->kept = false;
  rows->list.at = rows->put = at;
  rows->rows.len = rows->found.len = 0;
  rows->turn = rows->seen = rows->sifted = 0;
  tag_counts_free (&rows->tags);
  rows->busy = !rows->scope.cited && !rows->scope.uuid;
  if (!rows->busy)
    add_links (app, rows);
  else if (rows->group == NOTES_TAG_ORDER
           && !notebook_tags (app->session->notebook, NULL, &rows->tags, &err))
    app_fail (app, &err);
  rows->list.count = rows->rows.len;
}

void
note_rows_begin (struct app *app, struct note_rows *rows)
{
  begin (app, rows, 0);
  note_rows_go_on (app, rows);
}

bool
note_rows_go_on (struct app *app, struct note_rows *rows)
{
  if (!rows->busy)
    return false;
  read_on (app, rows, SLICE);
  return true;
}

void
note_rows_finish (struct app *app, struct note_rows *rows)
{
  while (note_rows_go_on (app, rows))
    continue;
}

void
note_rows_read (struct app *app, struct note_rows *rows)
{
  begin (app, rows, rows->list.at);
  note_rows_finish (app, rows);
}
