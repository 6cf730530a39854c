/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The characters of ambiguous width: terminals of East Asia may draw them two
   columns wide, all others one.  */
#ifndef TEXT_AMBIGUOUS_H
#define TEXT_AMBIGUOUS_H

#include <stdbool.h>

/* Whether CP has East_Asian_Width A (UAX #11).  */
bool ambiguous_is (unsigned cp);

#endif
