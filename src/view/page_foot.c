/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages and the note below the texts.  */
#include "view/page_foot.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "view/preview.h"
#include "text/width.h"

/* The most rows that one of them takes.  */
enum { ITEM_ROWS = 5, SIGN_COLUMNS = 2 };

static const char *
translated (const char *text)
{
  return _(text);
}

static void
add (struct foot *foot, const char *sign, enum style style, char *text)
{
  foot->items[foot->len++]
    = (struct foot_item) { .sign = sign, .style = style, .text = text };
}

const char *
sign_differs (void)
{
  return width_cp (0x2260) == 1 ? "≠" : "!";
}

/* Adds what is told of the lit bead: from the one that the reader has come to
   on.  */
static void
add_checks (struct foot *foot, const struct reading *reading)
{
  size_t first, count = reading_checks_at (reading, reading->bead, &first);
  for (size_t i = 0; i < count && i + 1 < FOOT_ITEMS; i++)
    {
      const struct discrepancy *d
        = &reading->checks.items[first + (reading->told + i) % count];
      char *message = discrepancy_message (reading->document, d, translated);
      bool quiet = d->severity == SEVERITY_QUIET;
      add (foot, quiet ? SIGN_QUIET : sign_differs (),
           i == 0 ? STYLE_STRONG : STYLE_PLAIN,
           mem_format ("%s%s%s", _(discrepancy_kind_name (d->kind)), _(": "),
                       message));
      free (message);
    }
}

/* What is to be said of the note before its text, for the reader to look at.  */
static const char *
remark (const struct mark *mark)
{
  if (mark->rival)
    return _("(changed in two places, please compare) ");
  if (mark->state == ANCHOR_MOVED)
    return _("(moved, please look) ");
  if (mark->note.anchor.kind == ANCHOR_DOCUMENT)
    return _("(on the document) ");
  if (mark->note.anchor.kind == ANCHOR_DISCREPANCY)
    return _("(on a discrepancy) ");
  return "";
}

/* The note of the lit bead as rows of text.  */
static void
add_note (struct foot *foot, const struct reading *reading)
{
  /* More than is ever shown of it.  */
  enum { MOST = 8000 };
  const struct mark *mark = reading_note (reading);
  size_t first, count = reading_notes_at (reading, reading->bead, &first);
  if (!mark)
    return;
  struct buf text = BUF_INIT;
  char *start = preview_cut (mark->note.text, MOST);
  if (count > 1)
    buf_add_format (&text, "%zu/%zu ", reading->shown % count + 1, count);
  buf_add_string (&text, remark (mark));
  if (mark->note.highlight)
    buf_add_format (&text, _("(highlight %c) "), mark->note.highlight);
  if (reading->linked && reading->linked_note == mark->note.id)
    buf_add_format (&text,
                    ngettext ("(%zu note links here) ",
                              "(%zu notes link here) ", reading->linked),
                    reading->linked);
  buf_add_string (&text, start);
  add (foot, "*", STYLE_PLAIN, buf_take (&text));
  free (start);
}

static size_t
item_rows (const struct foot_item *item)
{
  return item->lines.len < ITEM_ROWS ? item->lines.len : ITEM_ROWS;
}

static void
lay (struct foot_item *item, size_t columns)
{
  wrap_glyphs (item->text, (struct range) { 0, strlen (item->text) }, true,
               &item->glyphs);
  wrap_lines (&item->glyphs, columns, &item->lines);
}

static void
drop_last (struct foot *foot)
{
  struct foot_item *last = &foot->items[--foot->len];
  VEC_FREE (&last->glyphs);
  VEC_FREE (&last->lines);
  free (last->text);
}

void
foot_fill (struct foot *foot, const struct reading *reading, size_t columns,
           size_t most)
{
  *foot = (struct foot) { .len = 0 };
  add_note (foot, reading);
  add_checks (foot, reading);
  size_t rows = 1;
  for (size_t i = 0; i < foot->len; i++)
    {
      lay (&foot->items[i], columns);
      rows += item_rows (&foot->items[i]);
    }
  while (foot->len > 0 && rows > most)
    {
      rows -= item_rows (&foot->items[foot->len - 1]);
      drop_last (foot);
    }
  foot->rows = foot->len > 0 ? rows : 0;
}

void
foot_clear (struct foot *foot)
{
  while (foot->len > 0)
    drop_last (foot);
}

/* Draws ITEM from ROW on; returns the row behind it.  */
static size_t
draw_item (const struct foot_item *item, struct canvas *canvas, size_t row)
{
  size_t rows = item_rows (item);
  canvas_put (canvas, row, 0, STYLE_SIGN, item->sign, strlen (item->sign));
  for (size_t i = 0; i < rows; i++, row++)
    {
      size_t column
        = canvas_line (canvas, row, SIGN_COLUMNS, item->style, item->text,
                       &item->glyphs, &item->lines.items[i]);
      if (i + 1 == ITEM_ROWS && item->lines.len > ITEM_ROWS)
        canvas_put (canvas, row, column, STYLE_FRAME, " ...", 4);
    }
  return row;
}

void
foot_draw (const struct foot *foot, struct canvas *canvas, size_t row)
{
  if (foot->rows == 0)
    return;
  canvas_fill (canvas, row++, 0, STYLE_FRAME, '-');
  /* The note was laid out first, and stands last.  */
  bool note = foot->items[0].sign[0] == '*';
  for (size_t i = note; i < foot->len; i++)
    row = draw_item (&foot->items[i], canvas, row);
  if (note)
    draw_item (&foot->items[0], canvas, row);
}
