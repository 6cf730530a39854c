/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waiting for the terminal and for signals, below curses.  */
#ifndef VIEW_TERM_WAIT_H
#define VIEW_TERM_WAIT_H

#include "view/term.h"

/* Sets the handlers of SIGHUP, SIGTERM and SIGINT, which only set a flag, and
   ignores SIGPIPE.  To be called before curses starts: it keeps handlers that
   are there; SIGHUP's default would kill, and its own for the others call
   _exit.  */
void term_wait_signals (void);

/* Whether a signal asked to end.  */
bool term_wait_ending (void);

/* Waits at most MILLISECONDS (negative: for ever) for a byte from the terminal:
   EVENT_KEY; else EVENT_IDLE, EVENT_HANGUP, or EVENT_RESIZE where another signal
   came.  Reading alone would spin once the terminal is gone, since it then fails
   at once for ever.  */
enum event_kind term_wait (int milliseconds);

/* Whether a byte waits.  */
bool term_wait_pending (void);

#endif
