/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of export/plot: days, axes, rows of braille, SVG, records.  */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "check.h"
#include "export/plot.h"

static struct plot
plot_of (const struct plot_point *points, size_t count)
{
  return (struct plot) { .points = points, .count = count, .title = "Iron",
                         .unit = "t" };
}

static char *
rows_of (const struct plot *plot, size_t columns, size_t rows,
         struct plot_told *told)
{
  struct buf out = BUF_INIT;
  plot_rows (plot, columns, rows, &out, told);
  return buf_take (&out);
}

static void
check_rows (const struct plot *plot, size_t columns, size_t rows,
            const char *want)
{
  char *is = rows_of (plot, columns, rows, NULL);
  CHECK_STRING (is, want);
  free (is);
}

/* --- days --------------------------------------------------------------- */

static long
day_of (const char *date)
{
  long day;
  return plot_day (date, &day) ? day : -99999999;
}

static void
days (void)
{
  CHECK_NUMBER (day_of ("1970-01-01"), 0);
  CHECK_NUMBER (day_of ("1970"), 0);
  CHECK_NUMBER (day_of ("1958-09"), day_of ("1958-09-01"));
  CHECK_NUMBER (day_of ("2000-03-01"), 11017);
  CHECK_NUMBER (day_of ("2000-03-01") - day_of ("2000-02-28"), 2);
  CHECK_NUMBER (day_of ("1900-03-01") - day_of ("1900-02-28"), 1);
  CHECK_NUMBER (day_of ("0001-01-01"), -719162);
  CHECK_NUMBER (day_of ("9999-12-31"), 2932896);
}

static void
no_days (void)
{
  static const char *const bad[]
    = { "",           "58",         "0000",       "1958-",   "1958-13",
        "1958-00",    "1958-1",     "1958-09-31", "1958-02-29",
        "1958-09-00", "1958-09-1x", "1958-09-011", "19580901", "-958",
        "1958/09",    "一九五八" };
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    CHECK_NUMBER (day_of (bad[i]), -99999999);
  CHECK_NUMBER (day_of (NULL), -99999999);
}

/* --- rows --------------------------------------------------------------- */

static void
small (void)
{
  static const struct plot_point points[]
    = { { "1958-09-01", 0, 0, NULL },
        { "1958-09-11", 5, 5, NULL },
        { "1958-09-21", 10, 10, NULL } };
  struct plot plot = plot_of (points, 3);
  check_rows (&plot, 30, 6,
              "10 +                         ⠛\n"
              "   |\n"
              " 5 +             ⠛\n"
              " 0 +⣤\n"
              "   ++------------+-----------+\n"
              "1958-09-01  1958-09-11\n");
  struct plot_told told;
  free (rows_of (&plot, 30, 6, &told));
  CHECK_NUMBER (told.shown, 3);
  CHECK (!told.log);
}

/* On a log scale what is nought has no place: a point is left out, a bar goes
   down to the foot.  */
static void
log_with_nought (void)
{
  static const struct plot_point points[]
    = { { "1958", 0, 120, NULL },
        { "1959", 1000, 2000, NULL },
        { "1959-07", 0, 0, NULL },
        { "1960-05", 5000000, NAN, NULL },
        { "1961-01-03", NAN, 300, NULL } };
  struct plot_told told;
  struct plot plot = plot_of (points, 5);
  free (rows_of (&plot, 60, 12, &told));
  CHECK (!told.log);
  CHECK_NUMBER (told.nought, 0);
  plot.scale = PLOT_LOG;
  check_rows (&plot, 40, 10,
              "100,000,000 +\n"
              "            |                    ⢀⡀\n"
              "  1,000,000 +                    ⠈⠁\n"
              "            |\n"
              "            |\n"
              "     10,000 +\n"
              "            |         ⠿\n"
              "        100 +⣤                         ⠶\n"
              "            ++--------+-------+--------+\n"
              "           1958     1959    1960    1961\n");
  free (rows_of (&plot, 40, 10, &told));
  CHECK (told.log);
  CHECK_NUMBER (told.shown, 4);
  CHECK_NUMBER (told.nought, 1);
}

/* Above nought and a thousand times apart: log unless told otherwise.  */
static void
scales (void)
{
  static const struct plot_point points[]
    = { { "1958", 1, 1, NULL }, { "1959", 1000, NAN, NULL },
        { "1960", -1, NAN, NULL } };
  struct plot_told told;
  struct plot plot = plot_of (points, 2);
  free (rows_of (&plot, 60, 12, &told));
  CHECK (told.log);
  plot.scale = PLOT_LINEAR;
  free (rows_of (&plot, 60, 12, &told));
  CHECK (!told.log);
  plot.scale = PLOT_AUTO;
  plot.count = 3;
  free (rows_of (&plot, 60, 12, &told));
  CHECK (!told.log);
  plot.points++;
  plot.count = 1;
  free (rows_of (&plot, 60, 12, &told));
  CHECK (!told.log);
}

static void
one (void)
{
  static const struct plot_point point = { "1958-09-01", 5, 5, NULL };
  struct plot plot = plot_of (&point, 1);
  check_rows (&plot, 40, 7,
              "5 +                  ⠘⠃\n"
              "  |\n"
              "  |\n"
              "  |\n"
              "0 +\n"
              "  +------------------+------------------\n"
              "                1958-09-01\n");
}

/* Values of one date stand above each other; so do bounds, with a bar.  */
static void
same_date (void)
{
  static const struct plot_point points[]
    = { { "1958-09-01", 2, 2, NULL }, { "1958-09-01", 4, 4, NULL } };
  static const struct plot_point bar = { "1958-09-01", 2, 4, NULL };
  struct plot plot = plot_of (points, 2);
  check_rows (&plot, 24, 5,
              "4 +          ⠘⠃\n2 +          ⢠⡄\n0 +\n"
              "  +----------+----------\n        1958-09-01\n");
  plot = plot_of (&bar, 1);
  check_rows (&plot, 24, 5,
              "4 +          ⢸⡇\n2 +          ⠸⠇\n0 +\n"
              "  +----------+----------\n        1958-09-01\n");
}

/* More points than columns are single dots.  */
static void
dense (void)
{
  struct plot_point points[60];
  char dates[60][11];
  for (size_t i = 0; i < 60; i++)
    {
      snprintf (dates[i], sizeof dates[i], "19%02zu", i);
      points[i] = (struct plot_point) { dates[i], (double) i, NAN, NULL };
    }
  struct plot plot = plot_of (points, 60);
  check_rows (&plot, 30, 6,
              "100 +\n"
              "    |                     ⣀⣀⣠⠤\n"
              " 50 +          ⣀⣀⣀⠤⠤⠔⠒⠒⠊⠉⠉⠁\n"
              "  0 +⣀⡠⠤⠤⠔⠒⠒⠉⠉⠉\n"
              "    ++-------+-------+--------\n"
              "   1900    1920    1940\n");
}

/* --- bounds ------------------------------------------------------------- */

/* Whether all rows are there and none is too wide.  */
static bool
fits (const struct plot *plot, size_t columns, size_t rows)
{
  char *text = rows_of (plot, columns, rows, NULL);
  size_t count = 0;
  bool narrow = true;
  for (char *line = text, *end; (end = strchr (line, '\n')); line = end + 1)
    {
      count++;
      narrow = narrow
               && utf8_count (line, (size_t) (end - line)) <= columns;
    }
  free (text);
  return narrow && count == rows;
}

static void
huge (void)
{
  static const double values[]
    = { 0, -0.0, 5e-324, 1e-100, 1e-18, 0.1, 1, 1 + 1e-15, 1e10, 1e100,
        -1e100, -1e-100, -1 };
  static const char *const dates[]
    = { "0001", "1958-12-31", "1959-01-01", "9999-12-31" };
  enum { VALUES = sizeof values / sizeof *values };
  for (size_t i = 0; i < VALUES * VALUES * 16 * 3; i++)
    {
      struct plot_point points[]
        = { { dates[i % 4], values[i / 16 % VALUES], NAN, NULL },
            { dates[i / 4 % 4], NAN, values[i / 16 / VALUES % VALUES], NULL } };
      struct plot plot = plot_of (points, 2);
      plot.scale = (enum plot_scale) (i / 16 / VALUES / VALUES);
      struct plot_told told;
      free (rows_of (&plot, 80, 24, &told));
      if (told.shown > 0)
        CHECK (fits (&plot, 80, 24) && fits (&plot, 24, 5)
               && fits (&plot, 300, 100));
    }
}

static void
too_small (void)
{
  static const struct plot_point point = { "1958-09-01", 5, 5, NULL };
  struct plot plot = plot_of (&point, 1);
  struct buf out = BUF_INIT;
  size_t row, column;
  CHECK (!plot_rows (&plot, PLOT_COLUMNS - 1, 20, &out, NULL));
  CHECK (!plot_rows (&plot, 80, PLOT_ROWS - 1, &out, NULL));
  CHECK (!plot_rows (&plot, 0, 0, &out, NULL));
  CHECK_NUMBER (out.len, 0);
  CHECK (!plot_where (&plot, 0, 0, 0, &row, &column));
  CHECK (plot_where (&plot, 40, 7, 0, &row, &column));
  CHECK_NUMBER (row, 0);
  CHECK_NUMBER (column, 21);
  buf_free (&out);
}

static double
seconds (void)
{
  struct timespec now;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* The limit is a hundred times what it takes, for slow machines and
   sanitizers.  */
static void
many (void)
{
  enum { COUNT = 100000 };
  struct plot_point *points = mem_new (COUNT, sizeof *points);
  for (size_t i = 0; i < COUNT; i++)
    points[i] = (struct plot_point) { i % 2 ? "1958-09-04" : "1949-10-01",
                                      (double) i, (double) (COUNT - i), "x" };
  struct plot plot = plot_of (points, COUNT);
  struct buf out = BUF_INIT;
  double start = seconds ();
  CHECK (plot_rows (&plot, 140, 45, &out, NULL));
  CHECK (plot_svg (&plot, &out, NULL));
  plot_tsv (&plot, &out);
  CHECK (seconds () - start < 20);
  buf_free (&out);
  free (points);
}

/* --- files -------------------------------------------------------------- */

#define HOSTILE "\"<script>&'\033[2J\001\xFF\xEF\xBF\xBE\t\n\xE2\x80\xAE"

static void
svg (void)
{
  static const struct plot_point points[]
    = { { "1958", 10, 20, HOSTILE }, { "1959", 30, NAN, NULL },
        { "1960", NAN, 5, "" } };
  struct plot plot = plot_of (points, 3);
  struct buf out = BUF_INIT;
  plot.title = HOSTILE;
  plot.unit = "<t>";
  CHECK (plot_svg (&plot, &out, NULL));
  const char *text = buf_string (&out);
  CHECK (strstr (text, "\"&lt;script&gt;&amp;'\xEF\xBF\xBD[2J\xEF\xBF\xBD"
                       "\xEF\xBF\xBD\xEF\xBF\xBD\t\n\xE2\x80\xAE"));
  CHECK (strstr (text, "&lt;t&gt;"));
  CHECK (!strstr (text, "<script") && !strchr (text, '\033'));
  CHECK_NUMBER (utf8_check (text, out.len), out.len);
  CHECK (strstr (text, "v-14") && strstr (text, "v14"));
  CHECK (strncmp (text, "<?xml ", 6) == 0);
  CHECK_STRING (text + out.len - 7, "</svg>\n");
  buf_free (&out);
}

static void
tsv (void)
{
  static const struct plot_point points[]
    = { { "1958-09", 10.5, 20, "a\tb\\\n" }, { "1959", 3270, NAN, NULL },
        { NULL, NAN, 1e22, "soon" } };
  struct plot plot = plot_of (points, 3);
  struct buf out = BUF_INIT;
  plot_tsv (&plot, &out);
  CHECK_STRING (buf_string (&out), "1958-09\t10.5\t20\tt\ta\\tb\\\\\\n\n"
                                   "1959\t3270\t-\tt\t\n"
                                   "\t-\t1e+22\tt\tsoon\n");
  buf_free (&out);
}

static void
none (void)
{
  static const struct plot_point points[]
    = { { NULL, 1, 1, NULL }, { "1958", NAN, NAN, NULL },
        { "1958", INFINITY, NAN, NULL }, { "soon", 1, 1, NULL } };
  struct plot_told told;
  struct plot plot = plot_of (points, 4);
  struct buf out = BUF_INIT;
  CHECK (!plot_rows (&plot, 80, 20, &out, &told));
  CHECK_NUMBER (told.shown, 0);
  CHECK_NUMBER (told.undated, 2);
  CHECK_NUMBER (told.unvalued, 2);
  CHECK (!plot_svg (&plot, &out, &told));
  plot.count = 0;
  CHECK (!plot_rows (&plot, 80, 20, &out, &told));
  CHECK (!plot_svg (&plot, &out, NULL));
  plot_tsv (&plot, &out);
  CHECK_NUMBER (out.len, 0);
  buf_free (&out);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "days", days },
    { "no days", no_days },
    { "small", small },
    { "log with nought", log_with_nought },
    { "scales", scales },
    { "one", one },
    { "same date", same_date },
    { "dense", dense },
    { "none", none },
    { "huge", huge },
    { "too small", too_small },
    { "many", many },
    { "SVG", svg },
    { "records", tsv },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
