/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of notes: which are listed and in what order, and how a row is drawn.  The
   numbers of all are read by pieces, the notes themselves a window at a
   time.  */
#ifndef VIEW_NOTE_ROWS_H
#define VIEW_NOTE_ROWS_H

#include <stdbool.h>

#include "store/notebook_tags.h"
#include "view/app.h"
#include "view/list.h"

/* Of what the list is; all NULL: of the whole notebook.  */
struct note_scope
{
  char *heading;          /* instead of "Notes" */
  char *document;         /* an identity */
  char *tag;
  struct citation *cited; /* notes that link to this document ... */
  char *uuid;             /* ... and notes that link to this note */
};

enum note_group
{
  NOTES_DOCUMENT_ORDER,
  NOTES_TIME_ORDER,
  NOTES_TAG_ORDER,   /* a note with two tags stands there twice */
  NOTES_STATE_ORDER,
  NOTE_GROUPS
};

enum note_choice
{
  CHOOSE_ALL,
  CHOOSE_DETACHED,
  CHOOSE_MOVED,
  CHOOSE_CONFLICTING,
  CHOOSE_HIGHLIGHTED,
  CHOOSE_DELETED,
  NOTE_CHOICES
};

/* A row: note ID, under the heading GROUP (NULL: by its date).  */
struct note_row
{
  long long id;
  const char *group;
};

struct note_rows
{
  struct list list;
  struct note_scope scope; /* owned */
  enum note_group group;
  enum note_choice choice;
  char *filter;            /* "#TAG" and words, or NULL */
  struct tag_counts tags;  /* whose names are groups */
  struct
  VEC (struct note_row) rows;

  /* Reading them.  */
  bool busy;                 /* there may be more */
  size_t turn;               /* the group that is read ... */
  const char *name;          /* ... its heading ... */
  size_t seen;               /* ... and how many of its notes were found */
  struct note_numbers found; /* the last of these ... */
  size_t sifted;             /* ... and how many of them were looked at */
  long long keep;            /* the note that was under the cursor, or 0 ... */
  size_t was;                /* ... in this row */
  bool kept;                 /* it was found again */
  size_t put;                /* where the cursor is unless the reader moves it */
};

void note_scope_clear (struct note_scope *scope);
void note_rows_clear (struct note_rows *rows);

/* Begins to read which notes there are: as many as a screen shows, and more if
   that takes no time.  The note under the cursor stays there once it was
   found.  */
void note_rows_begin (struct app *app, struct note_rows *rows);

/* Reads on for a while; false where all were read before.  */
bool note_rows_go_on (struct app *app, struct note_rows *rows);

/* Reads all that is left.  */
void note_rows_finish (struct app *app, struct note_rows *rows);

/* Reads them all; the note under the cursor stays there.  */
void note_rows_read (struct app *app, struct note_rows *rows);

/* Fills NOTE with the one of row INDEX; note_clear releases it.  False where there
   is none, or it can't be read.  */
bool note_rows_get (struct app *app, const struct note_rows *rows,
                    size_t index, struct note *note);

/* What stands above the list; the caller frees it.  */
char *note_rows_heading (const struct note_rows *rows);

/* Draws row INDEX at ROW.  */
void note_rows_draw (struct app *app, const struct note_rows *rows,
                     size_t index, size_t row);

/* The words for STATE of a note: "moved, please look"; "" where it stands.  */
const char *note_state_words (enum note_state state);

#endif
