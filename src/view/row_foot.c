/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lists tell at their foot of the row under the cursor.  */
#include "view/row_foot.h"

#include <stdlib.h>

#include "base/mem.h"

size_t
row_foot_rows (size_t rows)
{
  return rows >= 30 ? 6 : rows >= 14 ? 5 : 0;
}

void
row_foot_head (struct canvas *canvas, size_t row, const char *date,
               const char *title, const char *translated)
{
  canvas_fill (canvas, row, 0, STYLE_FRAME, '-');
  char *head = mem_format (" %s%s%s%s%s", date, *date ? "  " : "", title,
                           *title ? "  " : "", translated);
  canvas_string (canvas, row + 1, 0, canvas->columns, STYLE_STRONG, head);
  free (head);
}
