/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of a concordance in another order: where they are and what they are
   sorted by is kept, their texts are read when they are shown.  */
#include "read/sorted_lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "index/kwic.h"
#include "read/found_window.h"

/* Lines whose texts are kept.  */
enum { KEPT = 400 };

struct sorted_line
{
  long long document;
  size_t number; /* as they were found */
  size_t start;  /* of the place, in bytes */
  enum side side;
  bool title;
  char key[KWIC_KEY];
  struct found_line *line; /* NULL while it was not read */
};

struct sorted_lines
{
  struct library *library;
  struct finder *finder;
  enum line_order order;
  bool done;
  bool cut;
  size_t kept;
  struct
  VEC (struct sorted_line) items;
};

const char *
line_order_name (enum line_order order)
{
  static const char *const names[LINE_ORDERS]
    = { "date", "left", "right", "document" };
  return names[order];
}

struct sorted_lines *
sorted_lines_new (struct library *library, struct notebook *notebook,
                  const struct wanted *wanted, enum line_order order,
                  struct err *err)
{
  struct finder *finder
    = finder_open (library, notebook, wanted, false, 0, err);
  if (!finder)
    return NULL;
  struct sorted_lines *sorted = mem_new (1, sizeof *sorted);
  sorted->library = library;
  sorted->finder = finder;
  sorted->order = order;
  return sorted;
}

static void
forget_lines (struct sorted_lines *sorted)
{
  for (size_t i = 0; i < sorted->items.len; i++)
    {
      found_line_free (sorted->items.items[i].line);
      sorted->items.items[i].line = NULL;
    }
  sorted->kept = 0;
}

void
sorted_lines_free (struct sorted_lines *sorted)
{
  if (!sorted)
    return;
  forget_lines (sorted);
  VEC_FREE (&sorted->items);
  finder_close (sorted->finder);
  free (sorted);
}

/* --- collecting --------------------------------------------------------- */

static void
take_line (struct sorted_lines *sorted, const struct found_line *line)
{
  struct sorted_line new = { .document = line->source->id,
                             .number = sorted->items.len,
                             .start = line->range.start,
                             .side = line->side,
                             .title = line->title };
  struct range all = { 0, strlen (line->text) };
  if (sorted->order != LINES_BY_DOCUMENT)
    kwic_key (line->text, all, line->lit.items[0],
              sorted->order == LINES_BY_LEFT, new.key);
  VEC_PUSH (&sorted->items, new);
}

static void
take_found (struct sorted_lines *sorted, const struct search_found *found)
{
  struct found_lines lines = { 0 };
  found_lines_by_place (sorted->library, found, &lines);
  for (size_t i = 0; i < lines.len && !sorted->cut; i++)
    {
      sorted->cut = sorted->items.len == SORTED_MOST;
      if (!sorted->cut)
        take_line (sorted, lines.items[i]);
    }
  found_lines_free (&lines);
}

static int
compare (const void *a, const void *b)
{
  const struct sorted_line *p = a, *q = b;
  int order = strcmp (p->key, q->key);
  return order ? order : (p->number > q->number) - (p->number < q->number);
}

static int
compare_documents (const void *a, const void *b)
{
  const struct sorted_line *p = a, *q = b;
  if (p->document != q->document)
    return p->document < q->document ? -1 : 1;
  return (p->number > q->number) - (p->number < q->number);
}

static void
sort (struct sorted_lines *sorted)
{
  if (sorted->items.len > 0 && sorted->order != LINES_BY_DATE)
    qsort (sorted->items.items, sorted->items.len,
           sizeof *sorted->items.items,
           sorted->order == LINES_BY_DOCUMENT ? compare_documents : compare);
  sorted->done = true;
}

enum search_state
sorted_lines_go (struct sorted_lines *sorted, unsigned milliseconds,
                 struct err *err)
{
  double end = found_window_clock () + milliseconds;
  while (!sorted->done)
    {
      struct search_found found;
      enum search_state state = finder_next (sorted->finder, &found, err);
      if (state == SEARCH_FAILED)
        return state;
      if (state == SEARCH_FOUND)
        {
          take_found (sorted, &found);
          search_found_clear (&found);
        }
      if (state == SEARCH_END || sorted->cut)
        sort (sorted);
      else if (found_window_clock () >= end)
        return SEARCH_BUSY;
    }
  return SEARCH_END;
}

/* --- reading ------------------------------------------------------------ */

size_t
sorted_lines_count (const struct sorted_lines *sorted)
{
  return sorted->items.len;
}

bool
sorted_lines_cut (const struct sorted_lines *sorted)
{
  return sorted->cut;
}

/* Takes the line of ITEM out of LINES.  */
static void
pick_line (struct sorted_line *item, struct found_lines *lines)
{
  for (size_t i = 0; i < lines->len && !item->line; i++)
    {
      struct found_line *line = lines->items[i];
      if (line->side != item->side || line->title != item->title
          || line->range.start != item->start)
        continue;
      item->line = line;
      lines->items[i] = lines->items[--lines->len];
    }
}

const struct found_line *
sorted_lines_at (struct sorted_lines *sorted, size_t index)
{
  struct search_found found;
  struct found_lines lines = { 0 };
  struct sorted_line *item = &sorted->items.items[index];
  if (item->line)
    return item->line;
  if (sorted->kept >= KEPT)
    forget_lines (sorted);
  if (!finder_look (sorted->finder, item->document, &found, NULL))
    return NULL;
  found_lines_by_place (sorted->library, &found, &lines);
  search_found_clear (&found);
  pick_line (item, &lines);
  sorted->kept += item->line != NULL;
  found_lines_free (&lines);
  return item->line;
}
