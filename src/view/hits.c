/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search of the library: results while the query is typed.  */
#include "view/screens.h"

void
hits_open (struct app *app)
{
  concordance_ask (app, "");
}
