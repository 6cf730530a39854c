/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How each screen is opened.  */
#ifndef VIEW_SCREENS_H
#define VIEW_SCREENS_H

#include <stdbool.h>

#include "book/note.h"
#include "view/app.h"

/* The facing texts of the document that is open in the session.  There is one
   such screen at most; it goes to the top.  */
void page_open (struct app *app);

/* Draws the page above ROWS, for the editor that stands below it.  */
void page_draw_above (struct app *app, size_t rows);

/* The list of documents, the one that was read last under the cursor.  */
void documents_open (struct app *app);

/* The list of all notes.  */
void notes_open (struct app *app);

/* The number index; from the page, with the first number of the lit bead under
   the cursor.  */
void numbers_open (struct app *app);

/* The search of the library: asks for a query.  */
void hits_open (struct app *app);

/* The concordance of TERM: its words as they are, or with QUERY in the language of
   queries.  */
void concordance_open (struct app *app, const char *term, bool query);

/* Asks for a term, with TEXT to begin with, and opens its concordance.  */
void concordance_ask (struct app *app, const char *text);

void help_open (struct app *app);

/* All that is known of the word under the cursor of the page's words.  */
void entry_open (struct app *app);

/* The editor on NOTE, whose contents it takes over, with TEXT to begin with
   (NULL: the note's own).  BASED_ON as in notebook_edit.  */
void writer_open (struct app *app, struct note *note, const char *based_on);

/* Offers the draft that was left in the open document, or in any where none is
   open.  */
void writer_offer_draft (struct app *app);

/* Asks whether note ID may be deleted, and does it.  */
void note_ask_delete (struct app *app, long long id);

/* Asks for a file and writes the notes of DOCUMENT (an identity; NULL: all) to
   it.  */
void note_ask_export (struct app *app, const char *document);

/* Opens document ID on the page, at byte AT of SIDE unless AT is (size_t) -1, and
   says so when it can't.  */
bool page_go (struct app *app, long long id, enum side side, size_t at);

/* The same from a list: goes to RANGE of SIDE, which was found and is lit, as are
   the other places with the same words, to which n and N go on.  The screens
   above the page are kept, and Backspace comes back to them.  */
bool page_go_found (struct app *app, long long id, enum side side,
                    struct range range);

#endif
