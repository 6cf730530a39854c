/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of keys, and what a terminal sends for them.  */
#ifndef TERMKEYS_H
#define TERMKEYS_H

#include <vterm.h>

#include "termbytes.h"

/* Sends TEXT through VT, whose output goes to OUT.  Returns NULL, or the
   place in TEXT of a name between angle brackets that is no key.  */
const char *keys_send (VTerm *vt, const char *text, struct bytes *out);

#endif
