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

/* The list of the notes of SCOPE (view/note_rows.h), which it takes over; with
   DETACHED of those alone that are detached.  */
struct note_scope;
void notes_open_scope (struct app *app, struct note_scope *scope,
                       bool detached);

/* The lists that are open are read again.  */
void notes_refresh (struct app *app);

/* What note ID said before.  */
void former_open (struct app *app, long long id);

/* The two versions of a note, NOTE being either, for the reader to decide.  */
void versions_open (struct app *app, const struct note *note);

/* Where NOTE may belong, which is detached; one that has only moved stays from now
   on where it was found.  */
void attach_open (struct app *app, const struct note *note);

/* Attaches NOTE to RANGE of SIDE of DOCUMENT.  */
void note_attach (struct app *app, const struct note *note,
                  const struct document *document, enum side side,
                  struct range range);

/* Goes where a link in the text of NOTE leads, after asking which where there are
   several.  */
void link_follow (struct app *app, const struct note *note);

/* The list of notes that link to DOCUMENT and to NOTE; either may be NULL.  */
void links_here_open (struct app *app, const struct document *document,
                      const struct note *note);

/* The tags of all notes.  */
void tags_open (struct app *app);

/* All bookmarks.  */
void bookmarks_open (struct app *app);

/* The number index; from the page, with the first number of the lit bead under
   the cursor.  */
void numbers_open (struct app *app);

/* The keyword index: from the page of the open document, else of the library.  */
void keywords_open (struct app *app);

/* The search of the library: asks for a query.  */
void hits_open (struct app *app);

/* The same for QUERY, which is looked for at once.  */
void hits_open_query (struct app *app, const char *query);

/* The same for the words of TERM, one behind the other.  A quotation mark in it is
   no part of a word.  */
void hits_open_term (struct app *app, const char *term);

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

/* The editor on a new note on RANGE of SIDE of the open document, which is of KIND
   (book/anchor.h) and about SUBJECT.  */
void writer_open_on (struct app *app, enum anchor_kind kind,
                     const char *subject, enum side side, struct range range);

/* Offers the draft that was left in the open document, or in any where none is
   open.  */
void writer_offer_draft (struct app *app);

/* Opens the place of NOTE and shows it; Backspace comes back.  A detached note
   leads to its document.  */
void note_go (struct app *app, const struct note *note);

/* Asks whether note ID may be deleted, and does it.  */
void note_ask_delete (struct app *app, long long id);

/* Brings back the note that was deleted last.  */
void note_undelete (struct app *app);

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

/* The same, and keeps the screens above the page, to which Backspace comes
   back.  */
bool page_go_kept (struct app *app, long long id, enum side side, size_t at);

/* Lights byte AT of SIDE of the open document.  */
void page_light (struct app *app, enum side side, size_t at);

#endif
