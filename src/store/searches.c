/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Queries that the notebook keeps, as two of the reader's choices: lines of
   queries, and lines of a name, a tab and a query.  */
#include <config.h>

#include "store/searches.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/space.h"
#include "base/utf8.h"
#include "index/query.h"

static const char HISTORY[] = "searches", NAMED[] = "named searches";

enum { NAME_MOST = 60 };

void
kept_searches_free (struct kept_searches *searches)
{
  for (size_t i = 0; i < searches->len; i++)
    {
      free (searches->items[i].name);
      free (searches->items[i].query);
    }
  VEC_FREE (searches);
}

/* Reads the lines of the choice WHICH; those of NAMED begin with a name.  */
static void
read_lines (struct notebook *notebook, const char *which,
            struct kept_searches *out)
{
  char *lines = notebook_choice (notebook, which);
  for (const char *at = lines; at && *at;)
    {
      size_t len = strcspn (at, "\n"), name = strcspn (at, "\t\n");
      struct kept_search search = { NULL, NULL };
      if (which == HISTORY)
        search.query = mem_copy (at, len);
      else if (name < len)
        {
          search.name = mem_copy (at, name);
          search.query = mem_copy (at + name + 1, len - name - 1);
        }
      if (search.query)
        VEC_PUSH (out, search);
      at += len + (at[len] == '\n');
    }
  free (lines);
}

static bool
write_lines (struct notebook *notebook, const char *which,
             const struct kept_searches *searches, struct err *err)
{
  struct buf lines = BUF_INIT;
  for (size_t i = 0; i < searches->len; i++)
    {
      const struct kept_search *search = &searches->items[i];
      if (search->name)
        buf_add_format (&lines, "%s\t", search->name);
      buf_add_format (&lines, "%s\n", search->query);
    }
  bool done
    = notebook_set_choice (notebook, which, buf_string (&lines), err);
  buf_free (&lines);
  return done;
}

void
notebook_search_history (struct notebook *notebook, struct kept_searches *out)
{
  read_lines (notebook, HISTORY, out);
}

static int
compare (const void *a, const void *b)
{
  return strcmp (((const struct kept_search *) a)->name,
                 ((const struct kept_search *) b)->name);
}

void
notebook_named_searches (struct notebook *notebook, struct kept_searches *out)
{
  size_t first = out->len;
  read_lines (notebook, NAMED, out);
  if (out->len > first)
    qsort (out->items + first, out->len - first, sizeof *out->items, compare);
}

/* QUERY in one line; NULL where it is too long or no UTF-8 to be kept.  */
static char *
one_line (const char *query)
{
  size_t len = strlen (query);
  if (len > QUERY_BYTES || utf8_check (query, len) != len)
    return NULL;
  char *line = mem_string (query);
  for (char *at = line; (at = strpbrk (at, "\t\n\r"));)
    *at = ' ';
  return line;
}

/* Takes number INDEX out.  */
static void
drop (struct kept_searches *searches, size_t index)
{
  free (searches->items[index].name);
  free (searches->items[index].query);
  memmove (searches->items + index, searches->items + index + 1,
           (searches->len - index - 1) * sizeof *searches->items);
  searches->len--;
}

bool
notebook_keep_search (struct notebook *notebook, const char *query,
                      struct err *err)
{
  struct kept_searches all = { NULL, 0, 0 };
  char *line = one_line (query);
  if (!line)
    return err_set (err, ERR_USAGE, NULL, NULL);
  VEC_PUSH (&all, (struct kept_search) { NULL, line });
  read_lines (notebook, HISTORY, &all);
  for (size_t i = 1; i < all.len;)
    if (strcmp (all.items[i].query, line) == 0 || i >= SEARCHES_KEPT)
      drop (&all, i);
    else
      i++;
  bool done = write_lines (notebook, HISTORY, &all, err);
  kept_searches_free (&all);
  return done;
}

/* Whether NAME can be one: something, short, without white space and what commands
   a terminal.  */
static bool
is_name (const char *name)
{
  size_t len = strlen (name);
  if (len == 0 || len > NAME_MOST || utf8_check (name, len) != len)
    return false;
  for (size_t at = 0; at < len;)
    {
      unsigned cp = utf8_next (name, len, &at);
      if (space_is (cp) || cp < 0x20 || (cp >= 0x7F && cp < 0xA0))
        return false;
    }
  return true;
}

bool
notebook_name_search (struct notebook *notebook, const char *name,
                      const char *query, struct err *err)
{
  struct kept_searches all = { NULL, 0, 0 };
  char *line = query ? one_line (query) : NULL;
  if (query && (!is_name (name) || !line))
    {
      free (line);
      return err_set (err, ERR_USAGE, name, NULL);
    }
  read_lines (notebook, NAMED, &all);
  size_t before = all.len;
  for (size_t i = 0; i < all.len;)
    if (strcmp (all.items[i].name, name) == 0)
      drop (&all, i);
    else
      i++;
  bool there = all.len < before;
  if (line)
    VEC_PUSH (&all, (struct kept_search) { mem_string (name), line });
  bool done = line || there ? write_lines (notebook, NAMED, &all, err)
                            : err_set (err, ERR_NOT_FOUND, name, NULL);
  kept_searches_free (&all);
  return done;
}

char *
notebook_named_search (struct notebook *notebook, const char *name)
{
  struct kept_searches all = { NULL, 0, 0 };
  char *query = NULL;
  read_lines (notebook, NAMED, &all);
  for (size_t i = 0; i < all.len && !query; i++)
    if (strcmp (all.items[i].name, name) == 0)
      query = mem_string (all.items[i].query);
  kept_searches_free (&all);
  return query;
}
