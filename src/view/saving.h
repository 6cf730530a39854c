/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking for a file to write to.  */
#ifndef VIEW_SAVING_H
#define VIEW_SAVING_H

#include "view/app.h"

/* What is written.  */
struct saving
{
  /* Makes the bytes for the file PATH, whose extension tells the format; *COUNT
     is how many things are in it, and where there are none nothing is written.
     False with ERR filled.  */
  bool (*make) (struct app *app, const char *path, void *data,
                struct buf *out, size_t *count, struct err *err);

  /* Says that there are COUNT in the file PATH, or that there are none.  */
  void (*tell) (struct app *app, const char *path, size_t count);

  /* Releases DATA.  */
  void (*free) (void *data);
};

/* Asks for a file, NAME in the reader's folder proposed, asks again where it is
   there, and writes it; SAVING owns DATA from now on.  */
void saving_ask (struct app *app, const char *label, const char *name,
                 const struct saving *saving, void *data);

#endif
