/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plot on the canvas.  */
#include "view/plot_view.h"

#include <string.h>

#include "base/utf8.h"

/* Puts the LEN bytes of a row of the plot, with the cursor at column LIT of it
   unless that is -1.  */
static void
draw_row (struct canvas *canvas, size_t row, const char *text, size_t len,
          size_t lit)
{
  size_t at = utf8_offset (text, len, lit);
  size_t column = canvas_put (canvas, row, 0, STYLE_PLAIN, text, at);
  if (at == len)
    return;
  size_t end = at;
  utf8_next (text, len, &end);
  column
    = canvas_put (canvas, row, column, STYLE_CURSOR, text + at, end - at);
  canvas_put (canvas, row, column, STYLE_PLAIN, text + end, len - end);
}

bool
plot_view (struct canvas *canvas, size_t row, size_t rows,
           const struct plot *plot, size_t at, struct plot_told *told)
{
  struct buf out = BUF_INIT;
  size_t lit_row = (size_t) -1, lit_column = (size_t) -1;
  bool shown = plot_rows (plot, canvas->columns, rows, &out, told);
  if (shown && at < plot->count)
    plot_where (plot, canvas->columns, rows, at, &lit_row, &lit_column);
  const char *text = buf_string (&out), *end;
  for (size_t i = 0; (end = strchr (text, '\n')); i++, text = end + 1)
    draw_row (canvas, row + i, text, (size_t) (end - text),
              i == lit_row ? lit_column : (size_t) -1);
  buf_free (&out);
  return shown;
}
