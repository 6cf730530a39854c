/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reading list, and what others show of it.  */
#ifndef VIEW_READING_LIST_H
#define VIEW_READING_LIST_H

#include "store/notebook_reading.h"
#include "view/app.h"

void reading_list_open (struct app *app);

/* The list, where it is open, is read again.  */
void reading_list_refresh (struct app *app);

/* Asks for the status of the document with the identity HASH, number DOCUMENT of
   the library (0: it is not there).  */
void reading_ask (struct app *app, const char *hash, long long document);

/* "to read", "reading", "read"; "" for READING_NONE.  */
const char *reading_status_words (enum reading_status status);

#endif
