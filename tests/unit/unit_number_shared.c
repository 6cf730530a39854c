/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quantities marked by hand in the shared archive: at least 97 in a hundred
   must be found with both bounds and unit.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check.h"
#include "number/recognise.h"

enum { COLUMNS = 6, LEAST = 97 };

/* path, side, surface, low, high, unit */
struct row
{
  char *column[COLUMNS];
};

/* Parts LINE at its tabs; false for a comment and what is too short.  */
static bool
row_read (char *line, struct row *row)
{
  if (line[0] == '#')
    return false;
  for (size_t i = 0; i < COLUMNS; i++)
    {
      row->column[i] = strsep (&line, "\t");
      if (!row->column[i])
        return false;
    }
  return true;
}

/* Whether Q states what ROW does; there an increase is the unit "x-inc".  */
static bool
agrees (const struct quantity *q, const struct row *row)
{
  char bound[QUANTITY_TEXT], unit[UNIT_SYMBOL + 8];
  snprintf (unit, sizeof unit, "%s%s", q->unit,
            q->sense == SENSE_INCREASE ? "-inc" : "");
  return strcmp (quantity_low (q, bound), row->column[3]) == 0
         && strcmp (quantity_high (q, bound), row->column[4]) == 0
         && strcmp (unit, row->column[5]) == 0;
}

/* Whether one of FOUND in a place where the surface of ROW stands agrees.  */
static bool
is_found (const char *text, const struct quantities *found,
          const struct row *row)
{
  size_t len = strlen (row->column[2]);
  for (const char *s = text; (s = strstr (s, row->column[2])); s += len)
    {
      struct range place = { (size_t) (s - text), (size_t) (s - text) + len };
      for (size_t i = 0; i < found->len; i++)
        if (range_overlaps (found->items[i].range, place)
            && agrees (&found->items[i], row))
          return true;
    }
  return false;
}

/* Whether the quantity of ROW is recognised in its article.  */
static bool
row_holds (const struct row *row)
{
  char *name = mem_format ("data/archive/%s", row->column[0]);
  const char *path = check_shared (name);
  bool original = strcmp (row->column[1], "o") == 0, holds = false;
  size_t len = 0;
  char *text = path ? check_read_file (path, &len) : NULL;
  char *middle = text ? strstr (text, "<hr />") : NULL;
  CHECK (middle != NULL);
  if (middle)
    {
      struct recogniser *recogniser = recogniser_new (original ? "zh" : "en");
      struct quantities found = { 0 };
      size_t cut = (size_t) (middle - text);
      struct range within
        = { original ? cut : 0, original ? len : cut };
      recognise (recogniser, text, within, &found);
      holds = is_found (text, &found, row);
      VEC_FREE (&found);
      recogniser_free (recogniser);
    }
  free (text);
  free (name);
  return holds;
}

static void
marked_by_hand (void)
{
  const char *path = check_shared ("data/archive/quantities.tsv");
  char *table = path ? check_read_file (path, NULL) : NULL;
  unsigned all = 0, held = 0;
  struct row row;
  if (!table)
    {
      check_skip ("the shared list of quantities is not there");
      return;
    }
  for (char *rest = table, *line; (line = strsep (&rest, "\n"));)
    if (row_read (line, &row))
      {
        bool holds = row_holds (&row);
        all++;
        held += holds;
        if (!holds)
          printf ("not found: %s\n", row.column[2]);
      }
  printf ("%u of %u quantities found\n", held, all);
  CHECK (all > 0 && held * 100 >= all * LEAST);
  free (table);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "marked-by-hand", marked_by_hand },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
