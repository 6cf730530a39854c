/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of notes.  */
#include "view/note_rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "text/width.h"
#include "text/wrap.h"
#include "view/preview.h"

void
note_scope_clear (struct note_scope *scope)
{
  free (scope->heading);
  free (scope->document);
  free (scope->tag);
  free (scope->uuid);
  if (scope->cited)
    citation_clear (scope->cited);
  free (scope->cited);
  *scope = (struct note_scope) { .heading = NULL };
}

void
note_rows_clear (struct note_rows *rows)
{
  note_scope_clear (&rows->scope);
  tag_counts_free (&rows->tags);
  free (rows->filter);
  VEC_FREE (&rows->rows);
  VEC_FREE (&rows->found);
}

/* --- drawing ------------------------------------------------------------ */

bool
note_rows_get (struct app *app, const struct note_rows *rows, size_t index,
               struct note *note)
{
  return index < rows->rows.len
         && notebook_note (app->session->notebook, rows->rows.items[index].id,
                           note, NULL);
}

const char *
note_state_words (enum note_state state)
{
  static const char *const words[NOTE_STATES] = {
    [NOTE_PLACED] = "",
    [NOTE_MOVED] = N_ ("moved"),
    [NOTE_DETACHED] = N_ ("detached"),
    [NOTE_UNSEEN] = N_ ("not looked"),
  };
  return state < NOTE_STATES && *words[state] ? _(words[state]) : "";
}

char *
note_rows_heading (const struct note_rows *rows)
{
  static const char *const orders[NOTE_GROUPS] = {
    N_ ("by document"), N_ ("last changed first"), N_ ("by tag"),
    N_ ("by state")
  };
  static const char *const choices[NOTE_CHOICES] = {
    "", N_ ("detached alone"), N_ ("moved alone"),
    N_ ("versions of one note alone"), N_ ("highlights alone"),
    N_ ("deleted notes")
  };
  struct buf head = BUF_INIT;
  buf_add_format (&head, _(" %s: %zu"),
                  rows->scope.heading ? rows->scope.heading : _("Notes"),
                  rows->rows.len);
  if (rows->busy)
    buf_add_byte (&head, '+');
  if (rows->filter)
    buf_add_format (&head, _(" with \"%s\""), rows->filter);
  if (rows->scope.cited || rows->scope.uuid)
    return buf_take (&head);
  buf_add_format (&head, "  %s", _(orders[rows->group]));
  if (rows->choice != CHOOSE_ALL)
    buf_add_format (&head, "  %s", _(choices[rows->choice]));
  return buf_take (&head);
}

/* What stands first in a row: the heading of its group, else a date.  */
static const char *
label_of (const struct note_rows *rows, size_t index, const struct note *note)
{
  const char *group = rows->rows.items[index].group;
  if (group)
    return group;
  if (rows->choice == CHOOSE_DELETED)
    return note->deleted;
  if (rows->group == NOTES_TIME_ORDER)
    return note->modified;
  return note->citation.date ? note->citation.date : "";
}

/* The sign of a row: its state, or that it is a version of another; then its
   highlight.  */
static void
draw_signs (struct canvas *canvas, size_t row, enum style style,
            const struct note *note)
{
  char signs[4] = "   ";
  if (*note->version_of)
    signs[0] = '=';
  else if (note->state == NOTE_DETACHED)
    signs[0] = '?';
  else if (note->state == NOTE_MOVED)
    signs[0] = '!';
  if (note->highlight)
    signs[1] = note->highlight;
  canvas_put (canvas, row, 0, style, signs, 3);
}

/* TEXT in WIDTH columns at COLUMN, and blanks up to its end; returns that.  */
static size_t
draw_cell (struct canvas *canvas, size_t row, size_t column, size_t width,
           enum style style, const char *text)
{
  /* More than any row holds; the rest would be cleaned for nothing.  */
  enum { MOST = 4000 };
  char *start = preview_cut (text, MOST);
  char *line = wrap_string (start);
  size_t end = column + width;
  column = canvas_string (canvas, row, column, width, style, line);
  for (; column < end && column < canvas->columns; column++)
    canvas_put (canvas, row, column, style, " ", 1);
  free (line);
  free (start);
  return column;
}

/* LABEL  quotation  note  */
void
note_rows_draw (struct app *app, const struct note_rows *rows, size_t index,
                size_t row)
{
  enum { LABEL = 10 };
  struct canvas *canvas = &app->canvas;
  enum style style = index == rows->list.at ? STYLE_MARKED : STYLE_PLAIN;
  struct note note;
  if (!note_rows_get (app, rows, index, &note))
    return;
  const char *label = label_of (rows, index, &note);
  char date[LABEL + 1];
  snprintf (date, sizeof date, "%.*s", LABEL, label);
  bool dated = !rows->rows.items[index].group;
  draw_signs (canvas, row, style, &note);
  size_t column = draw_cell (canvas, row, 3, LABEL, style,
                             dated ? date : label);
  size_t room = canvas->columns > column + 4 ? canvas->columns - column - 4
                                             : 0;
  size_t half = room * 40 / 100;
  const char *title = note.citation.title[ORIGINAL]
                        ? note.citation.title[ORIGINAL]
                        : note.citation.title[TRANSLATION];
  bool whole = note.anchor.kind == ANCHOR_DOCUMENT;
  column = draw_cell (canvas, row, column, 2, style, "");
  column = draw_cell (canvas, row, column, half, style,
                      whole && title ? title : note.anchor.exact);
  column = draw_cell (canvas, row, column, 2, style, "");
  draw_cell (canvas, row, column, canvas->columns - column, style, note.text);
  note_clear (&note);
}
