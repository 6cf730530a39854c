/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the number index has open, and which numbers it lists.  Internal to the
   screen's own files.  */
#ifndef VIEW_NUMBER_LIST_H
#define VIEW_NUMBER_LIST_H

#include "view/number_rows.h"

struct number_list
{
  struct number_rows all;
  struct number_rows same; /* the same number elsewhere; read as a whole */
  bool elsewhere;          /* SAME is shown */
  char *of;                /* the number that SAME is the same as */
  char *filter;
  struct number_tally tally; /* of what is listed */
  long long total;           /* without a filter; -1 as long as not counted */
  enum number_order order;
};

/* What is listed.  False where the filter is not understood, and QUERY is what
   came before.  Release with number_query_clear.  */
bool number_list_query (const struct number_list *n,
                        struct number_query *query, struct err *err);

/* Lists from the first row; what is listed is counted anew.  */
void number_list_restart (struct app *app, struct number_list *n);

/* Counts on for a moment.  */
void number_list_count (struct app *app, struct number_list *n);

/* Lists what TEXT (NULL or "": all) asks for.  */
void number_list_filter (struct app *app, struct number_list *n,
                         const char *text);

/* Asks for the filter, TEXT to begin with; STATE is the number_list.  */
void number_list_ask (struct app *app, const char *text, void *state);

/* Shows what is found while TEXT is typed, where that is fast enough for it.  */
void number_list_typed (struct app *app, const char *text, void *state);

/* Puts the cursor on the number ID, where that is listed.  */
void number_list_find (struct app *app, struct number_list *n, long long id);

/* Lists in the next order, the cursor on NUMBER (may be NULL).  */
void number_list_sort (struct app *app, struct number_list *n,
                       const struct number *number);

#endif
