/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Discrepancies marked by hand: those of the shared archive, where it is, and
   the deliberate ones of the sample texts.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check.h"
#include "collate/collate.h"
#include "ingest/source.h"

enum { COLUMNS = 4, LEAST = 85, TRUE_LEAST = 75 };

/* path, kind, original, translation */
struct row
{
  char *column[COLUMNS];
};

struct rows VEC (struct row);

/* How it went, for the rows whose kind counts and the remarks on them.  */
struct tally
{
  size_t rows;
  size_t found;
  size_t remarks;
  size_t wrong;
};

/* Parts TABLE at its tabs and line ends into ROWS; lines with # are comments. */
static void
rows_read (char *table, struct rows *rows)
{
  for (char *line; (line = strsep (&table, "\n"));)
    {
      struct row row = { { NULL } };
      size_t i = 0;
      if (line[0] == '#')
        continue;
      while (i < COLUMNS && (row.column[i] = strsep (&line, "\t")))
        i++;
      if (i == COLUMNS)
        VEC_PUSH (rows, row);
    }
}

static bool
one_holds_other (const char *text, struct range r, const char *words)
{
  size_t len = strlen (words);
  bool holds = false;
  if (len > 0 && range_len (r) > 0)
    holds = memmem (text + r.start, range_len (r), words, len)
            || memmem (words, len, text + r.start, range_len (r));
  return holds;
}

/* Whether D is what ROW says.  */
static bool
answers (const struct document *document, const struct discrepancy *d,
         const struct row *row)
{
  if (strcmp (discrepancy_kind_name (d->kind), row->column[1]) != 0)
    return false;
  return one_holds_other (document->side[ORIGINAL].text, d->place[ORIGINAL],
                          row->column[2])
         || one_holds_other (document->side[TRANSLATION].text,
                             d->place[TRANSLATION], row->column[3]);
}

static bool
is_kind (const char *kind, const char *const *kinds)
{
  for (; *kinds; kinds++)
    if (strcmp (kind, *kinds) == 0)
      return true;
  return false;
}

/* Holds the rows of one article, FIRST to LAST, against what is told of it.  */
static void
check_article (const char *path, const struct row *first,
               const struct row *last, const struct collator *collator,
               const char *const *kinds, struct tally *tally)
{
  struct warnings warnings = { 0 };
  struct discrepancies found = { 0 };
  struct err err = ERR_INIT;
  struct document *document = source_document (path, NULL, &warnings, NULL, &err);
  CHECK (document != NULL);
  if (document)
    collate (collator, document, &found);
  bool *used = mem_new (found.len, sizeof *used);
  for (const struct row *row = first; row < last; row++)
    {
      bool hit = false;
      for (size_t i = 0; i < found.len; i++)
        if (answers (document, &found.items[i], row))
          hit = used[i] = true;
      if (!is_kind (row->column[1], kinds))
        continue;
      tally->rows++;
      tally->found += hit;
      if (!hit)
        printf ("not found: %s %s\n", row->column[1], row->column[2]);
    }
  for (size_t i = 0; i < found.len; i++)
    {
      bool wrong = !used[i];
      tally->remarks++;
      tally->wrong += wrong;
      if (wrong)
        printf ("not marked: %s in %s\n",
                discrepancy_kind_name (found.items[i].kind), path);
    }
  free (used);
  VEC_FREE (&found);
  VEC_FREE (&warnings);
  document_free (document);
}

/* Holds the list TABLE, whose paths are under FOLDER, against what is told.  */
static void
check_list (const char *table, const char *folder, const char *const *kinds)
{
  struct rows rows = { 0 };
  struct tally tally = { 0, 0, 0, 0 };
  char *text = check_read_file (table, NULL);
  CHECK (text != NULL);
  if (!text)
    return;
  rows_read (text, &rows);
  struct collator *collator = collator_new ();
  for (size_t i = 0, next; i < rows.len; i = next)
    {
      for (next = i; next < rows.len
                     && strcmp (rows.items[next].column[0],
                                rows.items[i].column[0])
                          == 0;
           next++)
        ;
      char *path = mem_format ("%s/%s", folder, rows.items[i].column[0]);
      check_article (path, rows.items + i, rows.items + next, collator, kinds,
                     &tally);
      free (path);
    }
  printf ("%zu of %zu found; %zu of %zu remarks not marked\n", tally.found,
          tally.rows, tally.wrong, tally.remarks);
  CHECK (tally.rows > 0 && tally.found * 100 >= tally.rows * LEAST);
  CHECK ((tally.remarks - tally.wrong) * 100 >= tally.remarks * TRUE_LEAST);
  collator_free (collator);
  VEC_FREE (&rows);
  free (text);
}

static void
shared_archive (void)
{
  static const char *const kinds[]
    = { "number", "precision", "multiple", "unit", "date", "leftover", NULL };
  const char *found = check_shared ("data/archive/discrepancies.tsv");
  if (!found)
    {
      check_skip ("the shared list of discrepancies is not there");
      return;
    }
  char *table = mem_string (found);
  char *folder = mem_copy (table, strlen (table)
                                    - strlen ("/discrepancies.tsv"));
  check_list (table, folder, kinds);
  free (folder);
  free (table);
}

static void
sample_texts (void)
{
  static const char *const kinds[]
    = { "number", "precision", "multiple", "unit", "date",
        "leftover", "sum",     "gap",      NULL };
  const char *srcdir = getenv ("srcdir");
  char *folder = mem_format ("%s/texts", srcdir ? srcdir : ".");
  char *table = mem_format ("%s/DEPARTURES.tsv", folder);
  check_list (table, folder, kinds);
  free (table);
  free (folder);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "shared-archive", shared_archive },
    { "sample-texts", sample_texts },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
