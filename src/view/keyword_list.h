/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyword index: what its files share.  */
#ifndef VIEW_KEYWORD_LIST_H
#define VIEW_KEYWORD_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "store/renderings.h"
#include "view/keyword_pane.h"

/* How the term was found to be rendered, in words; MANY ways or not.  */
struct said
{
  long long id;
  bool many;
};

struct saids VEC (struct said);

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
  struct saids saids;   /* terms whose renderings are known, by number */
  struct renderings_quest *quest; /* for those of a term; or NULL */
  long long asked;      /* that term */
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

/* --- keyword_draw.c ----------------------------------------------------- */

/* What is known of renderings belongs to another index.  */
void keyword_list_forget (struct keyword_list *k);

/* As in struct screen.  */
bool keyword_list_rest (struct app *app, void *state);
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
