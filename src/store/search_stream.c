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

/* A window of numbers, FROM to below UNTIL, and which of them a question gave.  */
struct window
{
  long long from;
  long long until;
  unsigned char *bits;
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
  struct window window; /* where it is read now */
  long long next;       /* while it is open: the first number behind that */
};

/* --- windows ------------------------------------------------------------ */

/* Sets the bit of ID in WINDOW; false where it does not lie there.  */
static bool
window_take (const struct window *window, long long id)
{
  if (id < window->from || id >= window->until)
    return false;
  size_t bit = (size_t) (id - window->from);
  window->bits[bit / 8] |= (unsigned char) (1U << bit % 8);
  return true;
}

/* The SQL function outside (WINDOW, ID): whether ID lies behind the window; where
   it does not, its bit is set.  So a question goes through a window inside
   SQLite, without a row for each number.  */
static void
outside (sqlite3_context *context, int count, sqlite3_value **values)
{
  (void) count;
  const struct window *window = sqlite3_value_pointer (values[0], "window");
  sqlite3_result_int (
    context,
    !window || !window_take (window, sqlite3_value_int64 (values[1])));
}

bool
scan_register (struct database *database, struct err *err)
{
  int code = sqlite3_create_function_v2 (
    database->handle, "outside", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, NULL,
    outside, NULL, NULL, NULL);
  return code == SQLITE_OK || database_fail (database, code, err);
}

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
  for (size_t i = 0; scan && i < scan->expression->branches.len; i++)
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

/* Asks for the numbers from the beginning of the leaf's window on (down from its
   end), and goes through it.  */
static void
leaf_open (const struct scan *scan, struct leaf *leaf,
           const struct branch *branch, struct err *err)
{
  static const char *const sql[2][2]
    = { { "SELECT rowid FROM words WHERE words MATCH ?1 AND rowid >= ?2"
          " AND outside (?3, rowid) ORDER BY rowid",
          "SELECT rowid FROM words WHERE words MATCH ?1 AND rowid <= ?2"
          " AND outside (?3, rowid) ORDER BY rowid DESC" },
        { "SELECT rowid FROM characters WHERE characters MATCH ?1"
          " AND rowid >= ?2 AND outside (?3, rowid) ORDER BY rowid",
          "SELECT rowid FROM characters WHERE characters MATCH ?1"
          " AND rowid <= ?2 AND outside (?3, rowid) ORDER BY rowid DESC" } };
  if (!leaf->made)
    leaf->row = row_made (&scan->library->database,
                          sql[branch->kind == BRANCH_CHARACTERS][scan->down]);
  leaf->made = leaf->open = true;
  put_bytes (&leaf->row, branch->match.data, branch->match.len);
  put_number (&leaf->row,
              scan->down ? leaf->window.until - 1 : leaf->window.from);
  put_pointer (&leaf->row, &leaf->window, "window");
  leaf->next = search_next_number (&leaf->row, err);
}

/* Sets the bits of the numbers in WINDOW that the question gives.  */
static void
leaf_fill (const struct scan *scan, size_t index, struct window window,
           struct err *err)
{
  struct leaf *leaf = &scan->leaves[index];
  bool down = scan->down;
  /* The same window may come once more.  */
  bool again = leaf->begun
               && (down ? window.until > leaf->at : window.from < leaf->at);
  if (leaf->ended && !again)
    return;
  /* What was left out in between is not gone through.  */
  if (leaf->open
      && (again
          || (down ? leaf->next >= window.until : leaf->next < window.from)))
    leaf_close (leaf);
  leaf->window = window;
  if (!leaf->open)
    leaf_open (scan, leaf, &scan->expression->branches.items[index], err);
  else if (window_take (&leaf->window, leaf->next))
    leaf->next = search_next_number (&leaf->row, err);
  leaf->ended = leaf->next == 0 && err->code == ERR_NONE;
  leaf->open = leaf->next != 0;
  leaf->at = down ? window.from : window.until;
  leaf->begun = true;
}

/* --- the tree ----------------------------------------------------------- */

static void branch_fill (const struct scan *scan, size_t index,
                         struct window window, struct err *err);

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
            struct window whole, struct err *err)
{
  size_t size = scan_bytes (whole.from, whole.until);
  struct window part = whole;
  part.bits = mem_new (size, 1);
  for (size_t i = 0; i < branch->parts.len && err->code == ERR_NONE; i++)
    {
      size_t index = branch->parts.items[i];
      if (i == 0)
        branch_fill (scan, index, whole, err);
      else if (branch->kind == BRANCH_OR || !is_empty (whole.bits, size))
        {
          memset (part.bits, 0, size);
          branch_fill (scan, index, part, err);
          combine (whole.bits, part.bits, size, branch->kind,
                   scan->expression->branches.items[index].negated);
        }
    }
  free (part.bits);
}

static void
branch_fill (const struct scan *scan, size_t index, struct window window,
             struct err *err)
{
  const struct branch *branch = &scan->expression->branches.items[index];
  if (branch->kind == BRANCH_AND || branch->kind == BRANCH_OR)
    parts_fill (scan, branch, window, err);
  else
    leaf_fill (scan, index, window, err);
}

bool
scan_window (struct scan *scan, long long from, long long until,
             unsigned char *bits, struct err *err)
{
  memset (bits, 0, scan_bytes (from, until));
  branch_fill (scan, scan->expression->root,
               (struct window) { from, until, bits }, err);
  return err->code == ERR_NONE;
}
