/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program on a pseudo terminal: starting it, its bytes, its end.  */
#ifndef TERMPTY_H
#define TERMPTY_H

#include <stdbool.h>
#include <sys/types.h>

struct pty
{
  int master; /* not blocking; -1 when there is none any more */
  int slave;  /* held open to ask about unread input; -1 likewise */
  pid_t pid;  /* of the program, 0 before one was started */
  bool ended; /* the program has ended, with the wait status STATUS */
  int status;
};

/* Starts the program ARGV on a new terminal of ROWS by COLS, as the leader
   of a session whose terminal it is, with default signals.  Returns 0, or
   an errno value: of openpty with *WHERE "terminal", of execvp with *WHERE
   "command".  */
int pty_start (struct pty *pty, char **argv, int rows, int cols,
               const char **where);

/* Sets the size, which sends SIGWINCH.  */
void pty_resize (const struct pty *pty, int rows, int cols);

/* Collects the ends of child processes; notes that of the program.  */
void pty_reap (struct pty *pty);

/* True when there is input that the program has not read.  */
bool pty_input_waits (const struct pty *pty);

/* Closes the terminal, as when a connection is lost.  */
void pty_hangup (struct pty *pty);

/* Closes the terminal and kills everything that was started on it.  The
   caller must be a child subreaper, to see the orphans.  */
void pty_end (struct pty *pty);

#endif
