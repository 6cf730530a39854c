/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where notes from elsewhere belong: which document of the library, and where in
   it.  Nothing is guessed.  */
#ifndef INGEST_NOTES_HOME_H
#define INGEST_NOTES_HOME_H

#include "base/vec.h"
#include "book/note.h"
#include "store/library.h"
#include "store/notebook.h"

enum notes_home_state
{
  HOME_FOUND,
  HOME_DETACHED, /* the document is there, what the note is on not */
  HOME_UNKNOWN   /* the document is not in the library */
};

struct notes_home
{
  struct library *library;   /* may be NULL */
  long long about;           /* for notes of others: their document; 0: none */
  struct document *document; /* the one looked at last; NULL: none */
  long long id;              /* its number */
  struct VEC (long long) seen; /* documents that notes came to */
};

/* Makes HOME; notes_home_close releases what it owns.  */
void notes_home_open (struct notes_home *home, struct library *library,
                      long long about);
void notes_home_close (struct notes_home *home);

/* NOTE was written with enface: its document is known by its identity; where that
   is not there, the one at the same path of the same collection is what has
   become of it, and NOTE is on that.  */
enum notes_home_state notes_home_own (struct notes_home *home,
                                      struct note *note);

/* NOTE was written elsewhere: its document is `about`, or the one whose file or
   whose collection and path the end of its IRI (in citation.path) names.
   Found by its quotation with its context in one of the two texts, and there
   alone, NOTE is given that place and all that belongs to it; not found, it is on
   that document, detached.  */
enum notes_home_state notes_home_foreign (struct notes_home *home,
                                          struct note *note);

/* Keeps how the notes stand on the documents that notes came to.  */
void notes_home_look (struct notes_home *home, struct notebook *notebook);

#endif
