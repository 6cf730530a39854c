/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The note editor: what its files share.  */
#ifndef VIEW_WRITER_H
#define VIEW_WRITER_H

#include <stdbool.h>
#include <stddef.h>

#include "read/completion.h"
#include "read/editor.h"
#include "store/notebook.h"
#include "view/app.h"

struct writer
{
  struct editor *editor;
  struct draft draft;    /* the note, and what it was based on */
  unsigned long kept;    /* changes of the editor when the draft was kept */
  char *pattern;         /* what the template put there; or NULL */
  size_t top;            /* first row of the text that is shown */
  size_t columns;
  struct completion completion;
  bool waiting;          /* another program holds the notebook: to be saved when
                            it lets go */
};

/* Opens the editor on DRAFT, whose note it takes over.  */
struct writer *writer_open_draft (struct app *app, struct draft *draft);

/* Finishes the tag or link before the cursor, or takes the next that fits where
   the last key did so; where there is nothing to finish, types a tab.  */
void writer_complete (struct app *app, struct writer *w);

#endif
