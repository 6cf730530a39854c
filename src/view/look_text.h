/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of a word, laid out in rows.  */
#ifndef VIEW_LOOK_TEXT_H
#define VIEW_LOOK_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "read/lookup.h"
#include "view/canvas.h"

/* A look, laid out.  */
struct look_item
{
  const char *sign;
  enum style style;
  char *text;
  struct glyphs glyphs;
  struct lines lines;
};

struct look_text
{
  struct
  VEC (struct look_item) items;
  size_t rows;
};

/* Lays out what is known of the word under SESSION's cursor (WHOLE as in
   lookup) in COLUMNS; what is missing is said.  Release with
   look_text_clear.  */
void look_text_fill (struct look_text *text, struct session *session,
                     bool whole, size_t columns);
void look_text_clear (struct look_text *text);

/* Draws COUNT of its rows, from FIRST on, at ROW of CANVAS.  */
void look_text_draw (const struct look_text *text, struct canvas *canvas,
                     size_t row, size_t first, size_t count);

#endif
