/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The concordance: what its files share.  */
#ifndef VIEW_CONCORDANCE_H
#define VIEW_CONCORDANCE_H

#include <stdbool.h>
#include <stddef.h>

#include "read/found_window.h"
#include "view/app.h"

/* What the lines are of.  */
struct concordance_of
{
  char *term;
  bool query;    /* TERM is in the language of queries */
  bool exact;    /* other forms of the words are not found */
  char *near;    /* NULL, or a word that stands near it ... */
  size_t window; /* ... at most so many words away */
  char *period;  /* NULL, or what the date begins with */
};

struct concordance_of concordance_of_copy (const struct concordance_of *of);
void concordance_of_clear (struct concordance_of *of);

/* A finder of OF; NULL with ERR filled.  */
struct finder *concordance_finder (struct app *app,
                                   const struct concordance_of *of,
                                   struct err *err);

/* OF as it stands in headings: the term, the word near it, the period.  The caller
   frees it.  */
char *concordance_title (const struct concordance_of *of);

/* Opens the lines of OF, which is taken over; says so where the query is
   wrong.  */
void concordance_show (struct app *app, struct concordance_of of);

#endif
