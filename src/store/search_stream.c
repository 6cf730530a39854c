/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching: which documents of a window of numbers the indexes give, as a set of
   bits.  */
#include <config.h>

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/search_private.h"

struct scan
{
  struct library *library;
  const struct expression *expression;
  bool down;
  struct leaf *leaves; /* one for each branch */
};

/* One question to an index, which gives numbers in order.  */
struct leaf
{
  struct row row;
  bool made;  /* ROW is prepared */
  bool open;  /* and was asked */
  bool ended; /* there is nothing more in this direction */
  bool begun;
  long long at;   /* once it has begun: it was read up to there */
  long long next; /* while it is open */
};

/* --- questions ---------------------------------------------------------- */

struct scan *
scan_new (struct library *library, const struct expression *expression,
          bool down)
{
  struct scan *scan = mem_new (1, sizeof *scan);
  *scan = (struct scan) { library, expression, down,
                          mem_new (expression->branches.len,
                                   sizeof (struct leaf)) };
  return scan;
}

static void
leaf_close (struct leaf *leaf)
{
  if (leaf->open)
    row_done (&leaf->row);
  leaf->open = false;
}

void
scan_rest (struct scan *scan)
{
  for (size_t i = 0; i < scan->expression->branches.len; i++)
    leaf_close (&scan->leaves[i]);
}

void
scan_free (struct scan *scan)
{
  if (!scan)
    return;
  scan_rest (scan);
  for (size_t i = 0; i < scan->expression->branches.len; i++)
    if (scan->leaves[i].made)
      row_drop (&scan->leaves[i].row);
  free (scan->leaves);
  free (scan);
}

long long
search_next_number (struct row *row, struct err *err)
{
  if (!row_next (row, err))
    return 0;
  long long id = take_number (row, 1, LLONG_MAX);
  if (!row->bad)
    return id;
  row_done (row);
  database_damaged (row->database, "a row of the full-text index", err);
  return 0;
}

/* Asks for the numbers from FROM on.  */
static void
leaf_open (const struct scan *scan, struct leaf *leaf,
           const struct branch *branch, long long from, struct err *err)
{
  static const char *const sql[2][2]
    = { { "SELECT rowid FROM words WHERE words MATCH ?1 AND rowid >= ?2"
          " ORDER BY rowid",
          "SELECT rowid FROM words WHERE words MATCH ?1 AND rowid <= ?2"
          " ORDER BY rowid DESC" },
        { "SELECT rowid FROM characters WHERE characters MATCH ?1"
          " AND rowid >= ?2 ORDER BY rowid",
          "SELECT rowid FROM characters WHERE characters MATCH ?1"
          " AND rowid <= ?2 ORDER BY rowid DESC" } };
  if (!leaf->made)
    leaf->row = row_made (&scan->library->database,
                          sql[branch->kind == BRANCH_CHARACTERS][scan->down]);
  leaf->made = leaf->open = true;
  put_bytes (&leaf->row, branch->match.data, branch->match.len);
  put_number (&leaf->row, from);
  leaf->next = search_next_number (&leaf->row, err);
}

/* Sets the bits of the numbers FROM to below UNTIL that the question gives.  */
static void
leaf_fill (const struct scan *scan, size_t index, long long from,
           long long until, unsigned char *bits, struct err *err)
{
  struct leaf *leaf = &scan->leaves[index];
  bool down = scan->down;
  /* The same window may come once more.  */
  bool again = leaf->begun && (down ? until > leaf->at : from < leaf->at);
  if (leaf->ended && !again)
    return;
  /* What was left out in between is not gone through.  */
  if (leaf->open
      && (again || (down ? leaf->next >= until : leaf->next < from)))
    leaf_close (leaf);
  if (!leaf->open)
    leaf_open (scan, leaf, &scan->expression->branches.items[index],
               down ? until - 1 : from, err);
  while (leaf->next > 0 && (down ? leaf->next >= from : leaf->next < until))
    {
      size_t bit = (size_t) (leaf->next - from);
      bits[bit / 8] |= (unsigned char) (1U << bit % 8);
      leaf->next = search_next_number (&leaf->row, err);
    }
  leaf->ended = leaf->next == 0 && err->code == ERR_NONE;
  if (leaf->next == 0)
    leaf->open = false;
  leaf->at = down ? from : until;
  leaf->begun = true;
}

/* --- the tree ----------------------------------------------------------- */

static void branch_fill (const struct scan *scan, size_t index, long long from,
                         long long until, unsigned char *bits,
                         struct err *err);

static bool
is_empty (const unsigned char *bits, size_t size)
{
  return bits[0] == 0 && memcmp (bits, bits + 1, size - 1) == 0;
}

/* Puts what PART has together with what BITS, of the parts before it, has.  */
static void
combine (unsigned char *bits, const unsigned char *part, size_t size,
         enum branch_kind kind, bool negated)
{
  for (size_t i = 0; i < size; i++)
    if (kind == BRANCH_OR)
      bits[i] |= part[i];
    else
      bits[i] &= negated ? (unsigned char) ~part[i] : part[i];
}

static void
parts_fill (const struct scan *scan, const struct branch *branch,
            long long from, long long until, unsigned char *bits,
            struct err *err)
{
  size_t size = scan_bytes (from, until);
  unsigned char *part = mem_new (size, 1);
  for (size_t i = 0; i < branch->parts.len && err->code == ERR_NONE; i++)
    {
      size_t index = branch->parts.items[i];
      if (i == 0)
        branch_fill (scan, index, from, until, bits, err);
      else if (branch->kind == BRANCH_OR || !is_empty (bits, size))
        {
          memset (part, 0, size);
          branch_fill (scan, index, from, until, part, err);
          combine (bits, part, size, branch->kind,
                   scan->expression->branches.items[index].negated);
        }
    }
  free (part);
}

static void
branch_fill (const struct scan *scan, size_t index, long long from,
             long long until, unsigned char *bits, struct err *err)
{
  const struct branch *branch = &scan->expression->branches.items[index];
  if (branch->kind == BRANCH_AND || branch->kind == BRANCH_OR)
    parts_fill (scan, branch, from, until, bits, err);
  else
    leaf_fill (scan, index, from, until, bits, err);
}

bool
scan_window (struct scan *scan, long long from, long long until,
             unsigned char *bits, struct err *err)
{
  memset (bits, 0, scan_bytes (from, until));
  branch_fill (scan, scan->expression->root, from, until, bits, err);
  return err->code == ERR_NONE;
}
