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
}

/* --- which -------------------------------------------------------------- */

static void
add_numbers (struct note_rows *rows, const struct note_numbers *numbers,
             const char *group)
{
  VEC_RESERVE (&rows->rows, numbers->len);
  for (size_t i = 0; i < numbers->len; i++)
    VEC_PUSH (&rows->rows, (struct note_row) { numbers->items[i], group });
}

/* Adds what QUERY asks for.  */
static void
add_found (struct app *app, struct note_rows *rows,
           const struct note_query *query, const char *group)
{
  struct err err = ERR_INIT;
  struct note_numbers numbers = { 0 };
  if (!notebook_find (app->session->notebook, query, &numbers, &err))
    app_fail (app, &err);
  add_numbers (rows, &numbers, group);
  VEC_FREE (&numbers);
}

static void
add_links (struct app *app, struct note_rows *rows)
{
  struct err err = ERR_INIT;
  struct note_numbers numbers = { 0 };
  struct notebook *notebook = app->session->notebook;
  if ((rows->scope.cited
       && !notebook_links_to (notebook, rows->scope.cited, &numbers, &err))
      || (rows->scope.uuid
          && !notebook_links_to_note (notebook, rows->scope.uuid, &numbers,
                                      &err)))
    app_fail (app, &err);
  add_numbers (rows, &numbers, NULL);
  VEC_FREE (&numbers);
}

static void
by_state (struct app *app, struct note_rows *rows, struct note_query *query)
{
  static const enum note_state order[]
    = { NOTE_DETACHED, NOTE_MOVED, NOTE_UNSEEN, NOTE_PLACED };
  unsigned chosen = query->states;
  for (size_t i = 0; i < sizeof order / sizeof *order; i++)
    if (!chosen || chosen & 1u << order[i])
      {
        query->states = 1u << order[i];
        add_found (app, rows, query, note_state_words (order[i]));
      }
}

static int
compare_numbers (const void *a, const void *b)
{
  long long x = *(const long long *) a, y = *(const long long *) b;
  return x < y ? -1 : x > y;
}

/* Adds what QUERY asks for and is not there yet.  */
static void
add_others (struct app *app, struct note_rows *rows,
            const struct note_query *query, const char *group)
{
  struct note_numbers there = { 0 };
  size_t before = rows->rows.len, kept = before;
  VEC_RESERVE (&there, before + 1);
  for (size_t i = 0; i < before; i++)
    VEC_PUSH (&there, rows->rows.items[i].id);
  qsort (there.items, there.len, sizeof *there.items, compare_numbers);
  add_found (app, rows, query, group);
  for (size_t i = before; i < rows->rows.len; i++)
    if (!bsearch (&rows->rows.items[i].id, there.items, there.len,
                  sizeof *there.items, compare_numbers))
      rows->rows.items[kept++] = rows->rows.items[i];
  rows->rows.len = kept;
  VEC_FREE (&there);
}

/* Those without a tag come last.  */
static void
by_tag (struct app *app, struct note_rows *rows, struct note_query *query)
{
  struct err err = ERR_INIT;
  if (!notebook_tags (app->session->notebook, NULL, &rows->tags, &err))
    app_fail (app, &err);
  const char *only = query->tag;
  for (size_t i = 0; i < rows->tags.len; i++)
    {
      const char *name = rows->tags.items[i].name;
      if (only && strcasecmp (only, name) != 0)
        continue;
      query->tag = name;
      add_found (app, rows, query, name);
    }
  query->tag = only;
  if (!only)
    add_others (app, rows, query, "");
}

/* The query of ROWS; *WORDS is where the words of its filter begin, *TAG its tag,
   freed by the caller.  */
static struct note_query
query_of (const struct note_rows *rows, char **tag)
{
  struct note_query query = { .document = rows->scope.document,
                              .tag = rows->scope.tag,
                              .words = rows->filter };
  *tag = NULL;
  if (rows->filter && rows->filter[0] == '#' && rows->filter[1])
    {
      size_t len = strcspn (rows->filter + 1, " ");
      *tag = mem_copy (rows->filter + 1, len);
      query.tag = *tag;
      query.words = rows->filter + 1 + len;
      query.words += strspn (query.words, " ");
    }
  if (query.words && !*query.words)
    query.words = NULL;
  query.states = rows->choice == CHOOSE_DETACHED ? 1u << NOTE_DETACHED
                 : rows->choice == CHOOSE_MOVED  ? 1u << NOTE_MOVED
                                                 : 0;
  query.conflicting = rows->choice == CHOOSE_CONFLICTING;
  query.highlight = rows->choice == CHOOSE_HIGHLIGHTED ? '*' : '\0';
  query.deleted = rows->choice == CHOOSE_DELETED;
  query.order = rows->group == NOTES_TIME_ORDER ? NOTES_BY_TIME
                                                : NOTES_BY_DOCUMENT;
  return query;
}

void
note_rows_read (struct app *app, struct note_rows *rows)
{
  char *tag;
  struct note_query query = query_of (rows, &tag);
  long long at = rows->list.at < rows->rows.len
                   ? rows->rows.items[rows->list.at].id : 0;
  rows->rows.len = 0;
  tag_counts_free (&rows->tags);
  if (rows->scope.cited || rows->scope.uuid)
    add_links (app, rows);
  else if (rows->group == NOTES_TAG_ORDER)
    by_tag (app, rows, &query);
  else if (rows->group == NOTES_STATE_ORDER)
    by_state (app, rows, &query);
  else
    add_found (app, rows, &query, NULL);
  free (tag);
  rows->list.count = rows->rows.len;
  if (rows->list.at < rows->rows.len
      && rows->rows.items[rows->list.at].id == at)
    return;
  for (size_t i = 0; i < rows->rows.len; i++)
    if (rows->rows.items[i].id == at)
      {
        rows->list.at = i;
        return;
      }
}

bool
note_rows_get (struct app *app, const struct note_rows *rows, size_t index,
               struct note *note)
{
  return index < rows->rows.len
         && notebook_note (app->session->notebook, rows->rows.items[index].id,
                           note, NULL);
}

/* --- drawing ------------------------------------------------------------ */

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
