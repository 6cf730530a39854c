/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session behind the screen: what is open, the way the reader came, what is
   searched for.  */
#ifndef READ_SESSION_H
#define READ_SESSION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/vec.h"
#include "index/readings.h"
#include "read/grid.h"
#include "read/reading.h"
#include "read/settings.h"
#include "store/entries.h"
#include "store/library.h"
#include "store/notebook.h"
#include "store/shelf.h"

/* A step of the way come.  */
struct step
{
  long long document;
  enum side side;
  size_t at; /* byte of that side */
};

struct session
{
  struct library *library;   /* borrowed */
  struct notebook *notebook; /* borrowed */
  struct settings *settings; /* borrowed */
  struct reading *reading;   /* NULL while no document is open */
  unsigned long opened;      /* how many were opened: tells one from the next */
  size_t lost;               /* corrections that no longer fit the open texts */
  struct err unmended;       /* why corrections could not be read, if so */
  struct
  VEC (struct step) trail;
  char *pattern;        /* as typed; NULL while nothing was searched for */
  struct query *sought; /* the same, to be lit; NULL for nothing */
  struct collator *collator; /* NULL until something was checked */
  struct entries *entries;   /* of the dictionaries beside the library */
  struct shelf *shelf;       /* what helps to align */
  struct err damaged;        /* the first of them that is damaged and left out,
                                once it was tried */
  struct readings *readings; /* NULL until words were looked at */
  bool forward;         /* the direction it was asked for */
  enum layout layout;   /* LAYOUTS: by the window's size */
  unsigned split;       /* the original's share of the width, per cent; 0: by
                           what the texts need, ... */
  unsigned needed;      /* ... which was measured when the document was opened */
  long long deleted;    /* the note that was deleted last; 0: none since the
                           start */
  long long attaching;  /* the detached note that waits for a place on the
                           page; 0: none */
};

/* A session on LIBRARY and NOTEBOOK with the reader's choices from the latter.
   session_free keeps the place.  */
struct session *session_new (struct library *library,
                             struct notebook *notebook,
                             struct settings *settings);
void session_free (struct session *session);

/* Opens document ID at the place the reader was, and keeps the place in the one
   before, which goes on the trail where TRAIL.  On error what was open stays.  */
bool session_open (struct session *session, long long id, bool trail,
                   struct err *err);

/* Puts the present place on the trail, before a jump within the document.  */
void session_mark_step (struct session *session);

/* Back to the last step of the trail, which is taken off it, also where its
   document can't be opened.  False with no error where there is none
   (ERR_NONE).  */
bool session_back (struct session *session, struct err *err);

/* The document behind or before the open one in the library's order: its number,
   or 0 where there is none.  */
long long session_neighbour (struct session *session, bool next,
                             struct err *err);

/* Keeps where the reader is in the open document, where that has changed; a
   failure is of no weight.  */
void session_keep_place (struct session *session);

/* Sets what is searched for, and shows where it is found.  */
void session_set_pattern (struct session *session, const char *pattern,
                          bool forward);

/* Shows again where the pattern (not NULL) is found, or no longer.  */
void session_show_pattern (struct session *session);
void session_hide_pattern (struct session *session);

/* Where one side alone is shown, puts the reader on it.  */
void session_follow_layout (struct session *session);

/* Keeps the choice of layout and split in the notebook.  */
bool session_keep_layout (struct session *session, struct err *err);

/* The share of the original in per cent: the reader's, else by the width of the
   two texts (measured over their first part), kept between 35 and 65.  */
unsigned session_split (const struct session *session);

/* --- mending beads ------------------------------------------------------ */

/* Does WHAT to the lit bead and keeps that in the notebook; *DONE is false where
   it can't be done there.  */
bool session_mend (struct session *session, enum mend what, bool *done,
                   struct err *err);

/* Takes back the last correction that touches the lit bead; *DONE is false where
   there is none.  */
bool session_unmend (struct session *session, bool *done, struct err *err);

/* --- discrepancies ------------------------------------------------------ */

/* Looks for the discrepancies of the open document, where that was not done
   yet; true where some came to light.  */
bool session_check (struct session *session);

/* Goes to the next discrepancy, or the one before, that is more than quiet;
   false where there is none.  */
bool session_next_check (struct session *session, bool forward);

/* Dismisses the discrepancy that is told; where the lit bead has none left,
   brings back what was dismissed there.  */
enum dismissing
{
  NONE_TO_DISMISS,
  DISMISSED,
  BROUGHT_BACK
};
bool session_dismiss (struct session *session, enum dismissing *what,
                      struct err *err);

/* Where the reader has come to a discrepancy and nothing is marked, makes NOTE a
   new note on it; else false.  */
bool session_told_note (const struct session *session, struct note *note);

/* Whether the reader has dismissed DISCREPANCY of DOCUMENT.  */
bool check_is_dismissed (struct notebook *notebook,
                         const struct document *document,
                         const struct discrepancy *discrepancy);

/* --- words -------------------------------------------------------------- */

/* The counterparts of what stands in RANGES of SIDE, TEXT[s] being the two texts of
   a pair of any document: appended to FACING, as ranges of the other text.  Takes
   about a millisecond for a sentence.  */
void session_counterparts (struct session *session,
                           const char *const text[SIDES], enum side side,
                           const struct ranges *ranges,
                           struct ranges *facing);

/* Looks at the lit bead word by word, the cursor on the word of the place found
   last there, else on the first one of the reader's side, or of the other where
   that has none.  False where there are no words at all.  */
bool session_words (struct session *session);
void session_words_end (struct session *session);

/* Moves the cursor to the next word, or the one before, where need be of another
   bead.  False where there is none.  */
bool session_word_move (struct session *session, bool forward);

/* To the first or last word of the lit bead on the reader's side.  */
void session_word_edge (struct session *session, bool last);

/* To the first word of bead INDEX (kept within the document), on the reader's
   side; on none where it has none there.  */
void session_word_bead (struct session *session, size_t index);

/* To the other side: to the first counterpart of the word, else to the word that
   stands about as far into the sentence.  */
void session_word_turn (struct session *session);

/* The bytes of the word under the cursor on the reader's side; empty where it is
   on none.  */
struct range session_word_range (const struct session *session);

/* Marks the word, as reading_select does it.  */
void session_word_select (struct session *session);

/* --- notes -------------------------------------------------------------- */

/* Saves NOTE: a new one (id 0) or a change of text; on success its id is set,
   its draft is dropped and the notes are read again.  On error NOTE and its
   draft are as before.  BASED_ON as in notebook_edit.  *BOTH tells that the note
   had been changed elsewhere and both versions are kept.  */
bool session_save_note (struct session *session, struct note *note,
                        const char *based_on, bool *both, struct err *err);

bool session_delete_note (struct session *session, long long id,
                          struct err *err);

/* Brings a deleted note back.  */
bool session_restore_note (struct session *session, long long id,
                           struct err *err);

/* Reads the notes of the open document again, if one is open.  */
void session_reload_notes (struct session *session);

/* Gives what is marked the highlight LETTER (a-z) as a note without text; where
   nothing is marked, gives it to the note shown or, where there is none, to the
   lit bead.  LETTER NUL takes it away, and with it a note without text.  */
bool session_highlight (struct session *session, char letter,
                        struct err *err);

/* The sentence facing text to copy, with its source: what is marked, else the
   lit bead on the reader's side or, where that has none of it, the other; the
   caller frees it.  */
char *session_copy_text (const struct session *session);

#endif
