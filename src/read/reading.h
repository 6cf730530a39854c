/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document being read: the lit bead, the notes on it, what is marked and what
   was found.  */
#ifndef READ_READING_H
#define READ_READING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "book/document.h"
#include "book/note.h"
#include "collate/collate.h"
#include "index/query.h"
#include "store/notebook.h"

/* A note and where it stands in today's text.  */
struct mark
{
  struct note note;
  enum anchor_state state;
  struct range range; /* bytes of the side that the anchor names */
  size_t bead;        /* the first bead that it is shown at; a detached note has
                         none: the number of beads */
  bool rival;         /* it was changed in two places: there is another version */
  size_t last_bead;   /* the last one: a span may run over several */
};

struct marks VEC (struct mark);

/* That mark number MARK is shown at BEAD.  */
struct mark_place
{
  size_t bead;
  size_t mark;
};

struct mark_places VEC (struct mark_place);

struct wording;

struct reading
{
  struct document *document; /* owned */
  size_t bead;               /* the lit one */
  enum side side;            /* the side the reader is on */
  struct marks marks;        /* in the order of their beads */
  struct mark_places places; /* in the order of beads, and of MARKS */
  size_t linked;             /* how many notes link to the note LINKED_NOTE, */
  long long linked_note;     /* which reading_count_links was called for */
  size_t shown;              /* which note of the lit bead is shown */
  double share;              /* the furthest point reached, 0 to 1 */
  size_t kept_bead;          /* the place that was kept last: its bead + 1 ... */
  enum side kept_side;       /* ... and its side */

  /* What the translation says otherwise, in the order of the beads.  */
  bool checked;                   /* it was looked for */
  struct discrepancies checks;    /* those the reader has not dismissed */
  struct discrepancies dismissed;
  size_t told;                    /* which of the lit bead is told */
  bool telling;                   /* the reader came here for it */

  /* Marking text (v): from the cluster at ANCHOR to the one at CURSOR, both in
     it, on SIDE.  */
  bool selecting;
  size_t anchor; /* bytes */
  size_t cursor;

  /* The lit bead word by word (w); NULL while that is not asked for.  */
  struct wording *wording;

  /* The place found last.  */
  bool found;
  enum side found_side;
  struct range found_range;
};

/* Takes DOCUMENT and goes to where the reader was, by NOTEBOOK, whose notes on
   it are read; release with reading_free.  */
struct reading *reading_new (struct document *document,
                             struct notebook *notebook);
void reading_free (struct reading *reading);

/* Reads the notes again; the one that is shown stays so where it is there.  */
void reading_load_notes (struct reading *reading, struct notebook *notebook);
void reading_free_notes (struct reading *reading);

/* The lit bead as a place that reading_go_to finds again: its first byte on
   *SIDE, the reader's side or, where it has no text there, the other.  There
   must be a bead.  */
size_t reading_place (const struct reading *reading, enum side *side);

/* Keeps the place in NOTEBOOK.  */
bool reading_keep_place (const struct reading *reading,
                         struct notebook *notebook, struct err *err);

/* --- moving ------------------------------------------------------------- */

/* Lights bead INDEX (kept within the document), and ends marking.  */
void reading_go (struct reading *reading, size_t index);

/* Lights the bead that holds byte AT of SIDE, and is on that side.  */
void reading_go_to (struct reading *reading, enum side side, size_t at);

/* The first bead of the next paragraph, or of this one, or of the one before
   where the lit bead is the first of its own.  */
size_t reading_paragraph (const struct reading *reading, bool next);

/* The side that is shown when the document has only one, else SIDE.  */
enum side reading_side (const struct reading *reading, enum side side);

/* Whether it is unsure that the sides of BEAD face each other: its confidence is
   less than 0.7.  Of the beads of novels that were not fitted to, one in ten is
   below that, which has half of the wrong ones (below 0.5 only a fifth); of
   articles, one in fifty.  In a document of one side nothing faces anything.  */
bool reading_unsure (const struct document *document,
                     const struct bead *bead);

/* --- notes -------------------------------------------------------------- */

/* The notes that are shown at bead INDEX: how many, and in *FIRST the number of
   the first; a note on the whole document is shown at the first bead.  */
size_t reading_notes_at (const struct reading *reading, size_t index,
                         size_t *first);

/* Number PLACE of them.  */
const struct mark *reading_mark (const struct reading *reading, size_t place);

/* The note that is shown: of the lit bead, number SHOWN; or NULL.  */
const struct mark *reading_note (const struct reading *reading);

/* How many notes are on the whole document, and how many are detached.  */
size_t reading_whole_notes (const struct reading *reading);
size_t reading_detached_notes (const struct reading *reading);

/* Counts the notes that link to the one that is shown, unless that is done.  */
void reading_count_links (struct reading *reading, struct notebook *notebook);

/* Shows note ID where it is on the lit bead.  */
void reading_show_note (struct reading *reading, long long id);

/* An empty note on what is marked, else on the lit bead, with the sentences and
   the citation filled in; release with note_clear.  */
struct note reading_new_note (const struct reading *reading);

/* The same on the whole document.  */
struct note reading_whole_note (const struct reading *reading);

/* --- discrepancies ------------------------------------------------------ */

/* Those of bead INDEX: how many, and in *FIRST where they begin.  */
size_t reading_checks_at (const struct reading *reading, size_t index,
                          size_t *first);

/* The one of the lit bead that is told, or NULL.  */
const struct discrepancy *reading_check (const struct reading *reading);

/* --- marking ------------------------------------------------------------ */

/* Begins marking: what was found last where that is in the lit bead on the
   reader's side; else at the start of the bead's text on the reader's side,
   where it has some there, else on the other.  */
void reading_select (struct reading *reading);

/* Marks anew from the cursor's cluster on; with SWAP goes to the other end of
   what is marked.  */
void reading_select_anchor (struct reading *reading, bool swap);

/* What is marked, whole clusters; empty where nothing is.  */
struct range reading_selection (const struct reading *reading);

/* Moves the cursor by a cluster or, by WORDS, to the next word's beginning.
   Stays within the side's text; the lit bead goes along.  */
void reading_select_move (struct reading *reading, bool forward, bool words);

/* Moves the cursor to the last cluster of its word, or of the next where it is
   there already.  */
void reading_select_word_end (struct reading *reading);

/* To the first or last cluster of the lit bead.  */
void reading_select_edge (struct reading *reading, bool end);

/* To the first cluster of bead INDEX on the reader's side.  */
void reading_select_bead (struct reading *reading, size_t index);

/* --- finding ------------------------------------------------------------ */

/* Finds what QUERY looks for from the place found last or the lit bead on, in
   both texts bead by bead, original first, and round the end (*WRAPPED).  Goes
   there.  False where it is nowhere.  */
bool reading_find (struct reading *reading, const struct query *query,
                   bool forward, bool *wrapped);

/* Appends the occurrences that begin in bead INDEX on SIDE.  */
void reading_occurrences (const struct reading *reading,
                          const struct query *query, size_t index,
                          enum side side, struct ranges *out);

#endif
