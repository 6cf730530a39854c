/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Long questions to a database, stopped where somebody waits for something more
   urgent.  Internal to store/.  */
#ifndef STORE_HEED_H
#define STORE_HEED_H

#include "store/database.h"

/* Milliseconds of a piece of work, once it has begun to give something.  */
enum { HEED_PIECE = 8 };

/* A clock in milliseconds.  */
double heed_clock (void);

/* From here on statements on DATABASE fail where library_heed's WAITS says so;
   without YIELDS never.  */
void heed_begin (struct database *database, bool yields);

/* Ends that.  True where one was stopped: then ERR is cleared, and what was being
   asked must be asked anew.  */
bool heed_end (struct database *database, struct err *err);

#endif
