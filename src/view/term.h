/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terminal: the only file that knows curses.  */
#ifndef VIEW_TERM_H
#define VIEW_TERM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "read/start.h"
#include "view/canvas.h"

struct terminal;

/* What came from the terminal.  */
enum event_kind
{
  EVENT_KEY,     /* a key, see read/key.h */
  EVENT_PASTE,   /* pasted text: event.text */
  EVENT_RESIZE,
  EVENT_IDLE,    /* nothing came in the time given */
  EVENT_HANGUP   /* the terminal is gone, or a signal asks to end */
};

struct event
{
  enum event_kind kind;
  unsigned key;
  const char *text; /* valid UTF-8, line ends LF; lives until the next event */
  size_t len;
};

/* Takes over the terminal; with COLOUR false no colour is used.  Signal handlers
   for SIGHUP, SIGTERM, SIGINT are set before curses starts and only set a flag.
   ERR_NO_TERMINAL where input or output is none, ERR_TERMINAL where TERM is
   unset, unknown, or can't move its cursor.  */
struct terminal *term_open (bool colour, struct err *err);

/* Gives the terminal back as it was.  */
void term_close (struct terminal *term);

void term_size (const struct terminal *term, size_t *rows, size_t *columns);

/* Shows CANVAS (of the terminal's size); only what differs is sent.  */
void term_show (struct terminal *term, const struct canvas *canvas);

/* Whether input waits to be read.  */
bool term_pending (const struct terminal *term);

/* Everything is sent again with the next term_show.  */
void term_redraw (struct terminal *term);

/* The next event; waits MILLISECONDS at most (negative: for ever).  */
struct event term_event (struct terminal *term, int milliseconds);

/* Leaves the terminal to another program, and takes it back.  */
void term_leave (struct terminal *term);
void term_return (struct terminal *term);

/* Stops the program as Ctrl-Z does, until it is continued.  */
void term_suspend (struct terminal *term);

/* Asks the terminal to copy the LEN bytes at TEXT (OSC 52), wrapped for tmux and
   screen.  False where it is longer than terminals take (about 74,000 bytes of
   text).  */
bool term_copy (struct terminal *term, const char *text, size_t len);

/* For doctor: the version of ncurses, and what the description of TERM says.  */
const char *term_library (void);
void term_describe (struct screen_terminal *found);

#endif
