/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the command line hands over to the screen: main.c joins the two.  */
#ifndef READ_START_H
#define READ_START_H

#include <stdbool.h>

#include "base/err.h"
#include "read/settings.h"
#include "store/library.h"
#include "store/notebook.h"

/* What the reader begins with; all of it is borrowed.  */
struct reader_start
{
  struct library *library;
  struct notebook *notebook;
  struct settings *settings;
  long long document;  /* opened at once; 0: the list of documents */
  const char *message; /* shown at the foot first, translated; or NULL */
};

/* What the terminal's description says.  */
struct screen_terminal
{
  bool known;  /* there is one for TERM */
  bool moves;  /* the cursor can be moved */
  int colours; /* 0: none */
};

/* What the screen offers to the command line, which knows no curses.  */
struct screen_door
{
  /* Shows the screen until the reader leaves.  False, with ERR_TERMINAL or what
     kept the document from being opened, where there was nothing to show.  */
  bool (*run) (const struct reader_start *start, struct err *err);

  /* The version of the library that draws: "ncurses 6.4.20221231".  */
  const char *(*version) (void);

  void (*terminal) (struct screen_terminal *found);
};

#endif
