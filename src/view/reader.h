/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader: the one door of the room.  */
#ifndef VIEW_READER_H
#define VIEW_READER_H

#include <stdbool.h>

#include "base/err.h"
#include "read/settings.h"
#include "store/library.h"
#include "store/notebook.h"

struct reader_start
{
  struct library *library;
  struct notebook *notebook;
  struct settings *settings;
  long long document;  /* opened at once; 0: the list of documents */
  const char *message; /* shown at the foot first, translated; or NULL */
};

/* Shows the screen until the reader leaves.  False, with ERR_TERMINAL or what
   kept the document from being opened, where there was nothing to show.  */
bool reader_run (const struct reader_start *start, struct err *err);

#endif
