/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of view/row_window.h: whichever way one goes through a long answer,
   the rows shown are those of the answer.  */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check.h"
#include "view/row_window.h"

enum { HEIGHT = 20 };

/* Stands for the screen's: here nothing fails.  */
void
app_fail (struct app *app, const struct err *err)
{
  (void) app;
  (void) err;
  CHECK (false);
}

/* An answer of COUNT rows, the numbers from 0; GIVEN_UP pieces are given up.  */
struct answer
{
  size_t count;
  size_t given_up;
};

/* A row owns memory, so that a row freed twice, or never, is seen.  */
struct numbered
{
  size_t *number;
};

static bool
read_rows (struct app *app, const void *of, const void *edge, bool backwards,
           size_t limit, void **rows, size_t *count, struct err *err)
{
  struct answer *answer = *(struct answer *const *) of;
  const struct numbered *last = edge;
  (void) app;
  *err = (struct err) ERR_INIT;
  if (answer->given_up > 0)
    {
      answer->given_up--;
      return false;
    }
  size_t from = backwards ? (last ? *last->number : answer->count)
                          : (last ? *last->number + 1 : 0);
  size_t left = backwards ? from : answer->count - from;
  *count = left < limit ? left : limit;
  struct numbered *out = mem_new (*count + 1, sizeof *out);
  for (size_t i = 0; i < *count; i++)
    {
      out[i].number = mem_new (1, sizeof (size_t));
      *out[i].number = backwards ? from - 1 - i : from + i;
    }
  *rows = out;
  return true;
}

static void
free_rows (void *rows, size_t count)
{
  struct numbered *numbered = rows;
  for (size_t i = 0; i < count; i++)
    free (numbered[i].number);
  free (rows);
}

static const struct row_kind kind
  = { sizeof (struct numbered), read_rows, free_rows };

struct shown
{
  struct answer answer;
  struct row_window window;
  struct list list;
};

static void
need (struct shown *shown)
{
  struct answer *answer = &shown->answer;
  list_fit (&shown->list, HEIGHT);
  row_window_need (NULL, &shown->window, &shown->list, &answer);
}

/* The number of row INDEX, which must be in the window.  */
static size_t
number_at (const struct shown *shown, size_t index)
{
  const struct numbered *row = row_window_at (&shown->window, index);
  CHECK (row != NULL);
  return row ? *row->number : SIZE_MAX;
}

/* Whether all rows that fit are there, one after the other, and WANT is under the
   cursor.  */
static void
shows (const struct shown *shown, size_t want)
{
  const struct list *list = &shown->list;
  size_t last = list->top + HEIGHT < list->count ? list->top + HEIGHT
                                                 : list->count;
  CHECK_NUMBER (number_at (shown, list->at), want);
  CHECK (last > list->top);
  for (size_t i = list->top; i < last; i++)
    CHECK_NUMBER (number_at (shown, i), want + i - list->at);
}

static void
go (struct shown *shown, enum action action, size_t want)
{
  list_move (&shown->list, action);
  need (shown);
  shows (shown, want);
}

static struct shown
started (size_t count)
{
  struct shown shown = { .answer = { .count = count } };
  shown.window.kind = &kind;
  row_window_start (&shown.list);
  row_window_restart (&shown.window, shown.list.at);
  need (&shown);
  return shown;
}

/* The window is opened at ROW, in the middle.  */
static struct shown
opened_at (size_t count, size_t row)
{
  struct shown shown = started (count);
  struct numbered *own = mem_new (1, sizeof *own);
  own->number = mem_new (1, sizeof (size_t));
  *own->number = row;
  row_window_middle (&shown.list);
  row_window_set (&shown.window, shown.list.at, own, 1);
  need (&shown);
  return shown;
}

static void
end (struct shown *shown)
{
  row_window_restart (&shown->window, 0);
}

static void
ways_down_and_up (void)
{
  enum { COUNT = 5000 };
  struct shown shown = started (COUNT);
  shows (&shown, 0);
  for (size_t i = 1; i < COUNT; i++)
    go (&shown, ACTION_NEXT, i);
  go (&shown, ACTION_NEXT, COUNT - 1);
  for (size_t i = COUNT - 1; i > 0; i--)
    go (&shown, ACTION_PREVIOUS, i - 1);
  go (&shown, ACTION_PREVIOUS, 0);
  end (&shown);
}

static void
ends (void)
{
  static const size_t counts[] = { 1, 2, HEIGHT, 63, 64, 65, 129, 5000 };
  for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
    {
      struct shown shown = started (counts[i]);
      go (&shown, ACTION_LAST, counts[i] - 1);
      go (&shown, ACTION_FIRST, 0);
      go (&shown, ACTION_LAST, counts[i] - 1);
      if (counts[i] > 1)
        go (&shown, ACTION_PREVIOUS, counts[i] - 2);
      end (&shown);
    }
}

static void
middles (void)
{
  static const size_t rows[] = { 0, 1, 63, 64, 700, 1398, 1399 };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    {
      struct shown shown = opened_at (1400, rows[i]);
      shows (&shown, rows[i]);
      for (size_t k = rows[i]; k > 0; k--)
        go (&shown, ACTION_PREVIOUS, k - 1);
      go (&shown, ACTION_PREVIOUS, 0);
      go (&shown, ACTION_LAST, 1399);
      go (&shown, ACTION_FIRST, 0);
      go (&shown, ACTION_PAGE_DOWN, HEIGHT - 1);
      end (&shown);
    }
}

static void
nothing (void)
{
  struct shown shown = started (0);
  CHECK_NUMBER (shown.list.count, shown.list.first);
  CHECK (row_window_at (&shown.window, shown.list.at) == NULL);
  list_move (&shown.list, ACTION_LAST);
  need (&shown);
  CHECK_NUMBER (shown.list.count, shown.list.first);
  end (&shown);
}

/* What was given up is there when it is asked for again.  */
static void
given_up (void)
{
  struct shown shown = started (300);
  shown.answer.given_up = 1;
  list_move (&shown.list, ACTION_LAST);
  need (&shown);
  CHECK (row_window_at (&shown.window, shown.list.at) == NULL);
  need (&shown);
  shows (&shown, 299);
  end (&shown);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "down-and-up", ways_down_and_up },
    { "ends", ends },
    { "middles", middles },
    { "nothing", nothing },
    { "given-up", given_up },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
