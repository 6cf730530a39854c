/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of view/canvas.h: what fits, what is cut, what is cleaned.  */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check.h"
#include "text/clean.h"
#include "text/width.h"
#include "view/canvas.h"

/* Checks that row ROW holds the runs WANT, as "column:text|...".  */
static void
check_row (const struct canvas *canvas, size_t row, const char *want)
{
  const struct canvas_row *r = &canvas->row[row];
  struct buf is = BUF_INIT;
  for (size_t i = 0; i < r->runs.len; i++)
    {
      const struct run *run = &r->runs.items[i];
      buf_add_format (&is, "%s%zu:", i ? "|" : "", run->column);
      buf_add (&is, r->text.data + run->start, run->len);
    }
  CHECK_STRING (buf_string (&is), want);
  buf_free (&is);
}

static size_t
put (struct canvas *canvas, size_t row, size_t column, const char *text)
{
  return canvas_put (canvas, row, column, STYLE_PLAIN, text, strlen (text));
}

static void
puts_fit (void)
{
  struct canvas canvas = { 0 };
  canvas_resize (&canvas, 3, 7);
  CHECK_NUMBER (put (&canvas, 0, 0, "炉火"), 4);
  CHECK_NUMBER (put (&canvas, 0, 4, "不熄"), 6); /* half a column is none */
  CHECK_NUMBER (put (&canvas, 0, 6, "稻"), 6);
  check_row (&canvas, 0, "0:炉火|4:不");
  CHECK_NUMBER (put (&canvas, 1, 5, "abc"), 7);
  CHECK_NUMBER (put (&canvas, 1, 7, "d"), 7);
  CHECK_NUMBER (put (&canvas, 1, 99, "d"), 99);
  check_row (&canvas, 1, "5:ab");
  CHECK_NUMBER (put (&canvas, 2, 6, "e\u0301x"), 7);
  check_row (&canvas, 2, "6:e\u0301");
  CHECK_NUMBER (put (&canvas, 3, 0, "below"), 0);
  CHECK_NUMBER (put (&canvas, 0, 0, ""), 0);
  canvas.cursor_shown = true;
  canvas_clear (&canvas);
  CHECK (!canvas.cursor_shown);
  check_row (&canvas, 0, "");
  canvas_resize (&canvas, 1, 2);
  CHECK_NUMBER (put (&canvas, 0, 0, "abc"), 2);
  CHECK_NUMBER (put (&canvas, 1, 0, "abc"), 0);
  canvas_resize (&canvas, 0, 0);
  CHECK_NUMBER (put (&canvas, 0, 0, "a"), 0);
  canvas_free (&canvas);
  CHECK_NUMBER (canvas.rows, 0);
  canvas_free (&canvas);
}

static void
strings_are_cut (void)
{
  static const struct
  {
    const char *text;
    size_t column, width;
    const char *want;
    size_t behind;
  } table[] = {
    { "steel", 0, 5, "0:steel", 5 },
    { "steels", 0, 5, "0:st|2:...", 5 },
    { "steel", 0, 4, "0:s|1:...", 4 },
    { "steel", 0, 3, "0:ste", 3 },
    { "steel", 0, 0, "", 0 },
    { "炉火不熄", 0, 7, "0:炉火|4:...", 7 },
    { "炉火不熄", 0, 6, "0:炉|2:...", 5 },
    { "炉火不熄", 0, 8, "0:炉火不熄", 8 },
    { "a\nb\tc", 0, 9, "0:a b c", 5 },
    { "\x1B[1m", 0, 20, "0:<U+001B>[1m", 11 },
    { "x\u202Ey", 2, 20, "2:x<U+202E>y", 12 },
    { "bad \xFF", 0, 20, "0:bad <\?\?>", 8 },
    { "steel", 18, 9, "18:st", 20 },
    { "", 3, 9, "", 3 },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      struct canvas canvas = { 0 };
      canvas_resize (&canvas, 1, 20);
      CHECK_NUMBER (canvas_string (&canvas, 0, table[i].column,
                                   table[i].width, STYLE_LIT,
                                   table[i].text),
                    table[i].behind);
      check_row (&canvas, 0, table[i].want);
      canvas_free (&canvas);
    }
}

static void
fills (void)
{
  struct canvas canvas = { 0 };
  canvas_resize (&canvas, 2, 5);
  canvas_fill (&canvas, 0, 2, STYLE_FRAME, '-');
  check_row (&canvas, 0, "2:---");
  CHECK_NUMBER (canvas.row[0].runs.items[0].style, STYLE_FRAME);
  canvas_fill (&canvas, 0, 5, STYLE_FRAME, '-');
  canvas_fill (&canvas, 2, 0, STYLE_FRAME, '-');
  check_row (&canvas, 0, "2:---");
  canvas_free (&canvas);
}

/* Whole parts are left out of a hint, and how to get out stays.  */
static void
hints (void)
{
  static const struct
  {
    size_t columns;
    const char *hint, *want;
  } table[] = {
    { 42, "j next  / 查找  s search\tF1 help  q leave",
      "0:j next  / 查找  s search|26:F1 help  q leave" },
    { 41, "j next  / 查找  s search\tF1 help  q leave",
      "0:j next  / 查找|16:F1 help  q leave" },
    { 23, "j next  / 查找\tF1 help  q leave", "0:F1 help  q leave" },
    { 12, "j next\tF1 help  q leave", "0:F1 help" },
    { 8, "a b  c d", "0:a b  c d" },
    { 7, "a b  c d", "0:a b" },
    { 1, "a b\tc", "0:c" },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      struct canvas canvas = { 0 };
      canvas_resize (&canvas, 1, table[i].columns);
      canvas_hint (&canvas, STYLE_FRAME, table[i].hint);
      check_row (&canvas, 0, table[i].want);
      canvas_free (&canvas);
    }
}

/* Whatever is given, nothing unclean and nothing beyond the edge is held.  */
static void
anything (void)
{
  unsigned state = 11;
  for (int turn = 0; turn < 3000; turn++)
    {
      char bytes[24];
      for (size_t i = 0; i < sizeof bytes - 1; i++)
        {
          state = state * 1103515245u + 12345u;
          unsigned char byte = (unsigned char) (state >> 16);
          bytes[i] = (char) (byte ? byte : 1);
        }
      bytes[sizeof bytes - 1] = '\0';
      struct canvas canvas = { 0 };
      canvas_resize (&canvas, 1, 1 + state % 40);
      size_t behind = canvas_string (&canvas, 0, state % 7, state % 30,
                                     STYLE_PLAIN, bytes);
      const struct buf *text = &canvas.row[0].text;
      size_t width = width_text (text->data, text->len);
      CHECK (width == 0 || state % 7 + width <= canvas.columns);
      CHECK (width == 0 || behind == state % 7 + width);
      CHECK (width <= state % 30);
      char *clean = mem_copy (text->data, text->len);
      char *again = clean_string (clean);
      CHECK_STRING (again, clean);
      free (again);
      free (clean);
      canvas_free (&canvas);
    }
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "puts-fit", puts_fit },
    { "strings-are-cut", strings_are_cut },
    { "fills", fills },
    { "hints", hints },
    { "anything", anything },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
