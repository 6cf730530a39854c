/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who made a dictionary, and under which licence it may be used: what the
   comments at the head of its file say.  */
#ifndef INDEX_CREDITS_H
#define INDEX_CREDITS_H

#include <stddef.h>

/* Each "" where the file does not say it; longer ones are cut.  As the file
   has it: to be cleaned by whoever shows it.  */
struct credits
{
  char title[128];
  char licence[256];
  char source[128]; /* who publishes it */
  char version[64]; /* its date or number */
};

/* Reads the lines that begin with "#" at the head of the LEN bytes at TEXT
   (valid UTF-8 or not): those of CC-CEDICT ("# License:" and what follows, "#!
   publisher=", "#! date=") and of Unicode's files ("# For terms of use,
   see").  */
void credits_read (const char *text, size_t len, struct credits *credits);

#endif
