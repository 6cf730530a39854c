/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The short names for gettext.  Tables use N_ and are translated where they
   are shown; only cli/ and view/ call _ and ngettext.  */
#ifndef BASE_INTL_H
#define BASE_INTL_H

#include <libintl.h>

#define _(text) gettext (text)
#define N_(text) text

#endif
