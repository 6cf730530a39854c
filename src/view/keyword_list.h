/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyword index: what its files share.  */
#ifndef VIEW_KEYWORD_LIST_H
#define VIEW_KEYWORD_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "store/renderings.h"
#include "view/keyword_pane.h"

/* What was found out about a term.  */
struct known_term
{
  long long id;
  bool counted; /* how often a search finds it: */
  struct keyword_found found;
  bool said;    /* how it is rendered: */
  bool many;    /* in many ways */
};

struct known_terms VEC (struct known_term);

struct keyword_list
{
  struct keyword_pane pane[TONGUES];
  enum tongue tongue;   /* where the cursor is */
  long long document;   /* 0: the library */
  long long own;        /* the document that the screen was opened from, or 0 */
  char *title;          /* of DOCUMENT */
  char *filter;         /* or NULL */
  enum keyword_order order;
  struct keyword_choices choices; /* the reader's own list */
  struct known_terms known;       /* by number */
  struct keyword_tally *tally;    /* of a term; or NULL */
  struct renderings_quest *quest; /* for those of a term; or NULL */
  long long tallied;    /* these terms */
  long long asked;
  long long shown;      /* the term whose renderings these are, or 0 */
  char *renderings;
};

struct keyword_query keyword_list_query (const struct keyword_list *k,
                                         enum tongue tongue);

/* The term under the cursor, or NULL.  */
const struct keyword_row *keyword_list_row (const struct keyword_list *k);

/* Reads both sides anew, from the beginning.  */
void keyword_list_restart (struct app *app, struct keyword_list *k);

/* The cursor does not stay in a language in which nothing is found.  */
void keyword_list_settle (struct keyword_list *k);

/* --- keyword_known.c ---------------------------------------------------- */

/* What is known of terms belongs to another index.  */
void keyword_list_forget (struct keyword_list *k);

/* What is known of term ID; NULL where that is nothing yet.  */
const struct known_term *keyword_list_known (const struct keyword_list *k,
                                             long long id);

/* As in struct screen.  */
bool keyword_list_rest (struct app *app, void *state);

/* --- keyword_draw.c ----------------------------------------------------- */

void keyword_list_draw (struct app *app, void *state, size_t rows);

/* --- keyword_own.c ------------------------------------------------------ */

/* Reads the reader's own list, and the index with it.  */
void keyword_list_choices (struct app *app, struct keyword_list *k);

/* Does ACTION where it changes that list.  */
bool keyword_list_own (struct app *app, struct keyword_list *k,
                       enum action action);

/* Opens the editor on a note on the term of ROW, at its first place in the open
   document; says so where it has none.  */
void keyword_list_note (struct app *app, const struct keyword_row *row);

#endif
