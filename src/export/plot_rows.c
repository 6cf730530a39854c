/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plot as rows of text, in braille dots.  */
#include <math.h>
#include <string.h>

#include "base/mem.h"
#include "export/plot_frame.h"

enum
{
  ACROSS = 2, /* dots of a character */
  DOWN = 4,
  FEET = 2,    /* rows below the dots: the axis and its dates */
  BRAILLE = 0x2800
};

/* The dots of a character from its left upper one on, by Unicode's numbers.  */
static const unsigned char dots[DOWN][ACROSS]
  = { { 0x01, 0x08 }, { 0x02, 0x10 }, { 0x04, 0x20 }, { 0x40, 0x80 } };

struct sheet
{
  struct plot_frame frame;
  size_t columns; /* of the whole */
  size_t margin;  /* the column of the axis */
  size_t across;  /* characters behind the axis */
  size_t rows;    /* of dots */
};

static void
sheet_free (struct sheet *sheet)
{
  plot_frame_free (&sheet->frame);
}

/* False where the plot can't be shown; the sheet is to be released all the
   same.  */
static bool
sheet_make (const struct plot *plot, size_t columns, size_t rows,
            struct sheet *sheet)
{
  size_t down = rows > FEET ? rows - FEET : 0;
  *sheet = (struct sheet) { .columns = columns, .rows = down };
  plot_frame_make (plot, down > 6 ? down / 3 : 2, &sheet->frame);
  if (columns < PLOT_COLUMNS || rows < PLOT_ROWS
      || sheet->frame.told.shown == 0)
    return false;
  for (size_t i = 0; i < sheet->frame.values.len; i++)
    {
      size_t len = strlen (sheet->frame.values.items[i].text) + 1;
      sheet->margin = len > sheet->margin ? len : sheet->margin;
    }
  sheet->across = columns - sheet->margin - 1;
  plot_frame_dates (&sheet->frame, sheet->across);
  return true;
}

/* The dot at part AT of COUNT dots.  */
static size_t
dot_at (double at, size_t count)
{
  return (size_t) lround (at * (double) (count - 1));
}

static size_t
dot_down (const struct sheet *sheet, double at)
{
  return dot_at (1 - at, sheet->rows * DOWN);
}

static size_t
dot_across (const struct sheet *sheet, double at)
{
  return dot_at (at, sheet->across * ACROSS);
}

/* Sets the dots from X and TOP on, WIDTH by HEIGHT, moved in where they would
   leave the sheet.  */
static void
set_dots (const struct sheet *sheet, size_t x, size_t top, size_t width,
          size_t height, unsigned char *cells)
{
  if (x + width > sheet->across * ACROSS)
    x = sheet->across * ACROSS - width;
  if (top + height > sheet->rows * DOWN)
    top = sheet->rows * DOWN - height;
  for (size_t y = top; y < top + height; y++)
    for (size_t i = x; i < x + width; i++)
      cells[y / DOWN * sheet->across + i / ACROSS]
        |= dots[y % DOWN][i % ACROSS];
}

/* Where there is room, a point is four dots, which are seen better than one.  */
static void
draw_points (const struct sheet *sheet, const struct plot *plot,
             unsigned char *cells)
{
  struct plot_spot spot;
  size_t size = sheet->frame.told.shown <= sheet->across ? 2 : 1;
  for (size_t i = 0; i < plot->count; i++)
    {
      if (!plot_frame_spot (&sheet->frame, &plot->points[i], &spot))
        continue;
      size_t top = dot_down (sheet, spot.high);
      size_t height = dot_down (sheet, spot.low) - top + 1;
      set_dots (sheet, dot_across (sheet, spot.x), top, size,
                height > size ? height : size, cells);
    }
}

/* Ends the row that began at byte START of OUT: without blanks at its end.  */
static void
end_row (struct buf *out, size_t start)
{
  while (out->len > start && out->data[out->len - 1] == ' ')
    out->len--;
  buf_add_byte (out, '\n');
}

static void
add_bytes (struct buf *out, size_t count, char byte)
{
  for (; count > 0; count--)
    buf_add_byte (out, byte);
}

/* The label of ROW, or NULL.  */
static const char *
label_of (const struct sheet *sheet, size_t row)
{
  for (size_t i = 0; i < sheet->frame.values.len; i++)
    if (dot_down (sheet, sheet->frame.values.items[i].at) / DOWN == row)
      return sheet->frame.values.items[i].text;
  return NULL;
}

static void
add_row (const struct sheet *sheet, size_t row, const unsigned char *cells,
         struct buf *out)
{
  size_t start = out->len;
  const char *label = label_of (sheet, row);
  size_t len = label ? strlen (label) : 0;
  add_bytes (out, sheet->margin - 1 - len, ' ');
  buf_add_string (out, label ? label : "");
  buf_add_string (out, label ? " +" : " |");
  for (size_t i = 0; i < sheet->across; i++)
    if (cells[i])
      buf_add_cp (out, BRAILLE + cells[i]);
    else
      buf_add_byte (out, ' ');
  end_row (out, start);
}

/* The column of date tick I.  */
static size_t
tick_column (const struct sheet *sheet, size_t i)
{
  return sheet->margin + 1
         + dot_across (sheet, sheet->frame.dates.items[i].at) / ACROSS;
}

static void
add_axis (const struct sheet *sheet, struct buf *out)
{
  size_t start = out->len;
  add_bytes (out, sheet->margin, ' ');
  buf_add_byte (out, '+');
  add_bytes (out, sheet->across, '-');
  for (size_t i = 0; i < sheet->frame.dates.len; i++)
    out->data[start + tick_column (sheet, i)] = '+';
  buf_add_byte (out, '\n');
}

/* Each date stands below its tick, moved in where it would leave the plot, and
   left out where it would touch the one before.  */
static void
add_dates (const struct sheet *sheet, struct buf *out)
{
  size_t start = out->len;
  for (size_t i = 0; i < sheet->frame.dates.len; i++)
    {
      const char *text = sheet->frame.dates.items[i].text;
      size_t len = strlen (text), at = tick_column (sheet, i);
      at = at > len / 2 ? at - len / 2 : 0;
      if (at + len > sheet->columns)
        at = sheet->columns - len;
      size_t taken = out->len - start;
      if (taken > 0 && taken + 1 > at)
        continue;
      add_bytes (out, at - taken, ' ');
      buf_add_string (out, text);
    }
  end_row (out, start);
}

bool
plot_rows (const struct plot *plot, size_t columns, size_t rows,
           struct buf *out, struct plot_told *told)
{
  struct sheet sheet;
  bool made = sheet_make (plot, columns, rows, &sheet);
  if (told)
    *told = sheet.frame.told;
  if (made)
    {
      unsigned char *cells = mem_new (sheet.rows * sheet.across, 1);
      draw_points (&sheet, plot, cells);
      for (size_t i = 0; i < sheet.rows; i++)
        add_row (&sheet, i, cells + i * sheet.across, out);
      add_axis (&sheet, out);
      add_dates (&sheet, out);
      free (cells);
    }
  sheet_free (&sheet);
  return made;
}

bool
plot_where (const struct plot *plot, size_t columns, size_t rows,
            size_t index, size_t *row, size_t *column)
{
  struct sheet sheet;
  struct plot_spot spot;
  bool made = sheet_make (plot, columns, rows, &sheet)
              && plot_frame_spot (&sheet.frame, &plot->points[index], &spot);
  if (made)
    {
      *row = dot_down (&sheet, spot.high) / DOWN;
      *column = sheet.margin + 1 + dot_across (&sheet, spot.x) / ACROSS;
    }
  sheet_free (&sheet);
  return made;
}
