/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program running in the emulated terminal, and waiting for conditions on
   it.  */
#ifndef TERMRUN_H
#define TERMRUN_H

#include <stdbool.h>
#include <stddef.h>

#include "termbytes.h"
#include "termemu.h"
#include "termpty.h"

struct run
{
  struct pty pty;
  struct emu *emu;  /* NULL before the first start */
  struct bytes out; /* to be written to the program */
  struct bytes raw; /* all that it has written since its start */
  size_t counted;   /* bytes of RAW that were counted before */
  int rows;
  int cols;
  bool wide;       /* the next terminals draw ambiguous characters wide */
  int deadline;    /* seconds until a wait fails */
  int signals;     /* a signalfd for the ends of children and our own end */
  int interrupted; /* the signal that asked us to end, or 0 */
  bool drained;    /* nothing was left to read the last time */
};

/* Prepares *RUN: signals, the care for orphans.  Returns 0 or an errno
   value.  */
int run_open (struct run *run);

/* Ends the program and frees everything.  */
void run_close (struct run *run);

/* Starts ARGV on a fresh screen; errors as pty_start.  */
int run_start (struct run *run, char **argv, const char **where);

void run_resize (struct run *run, int rows, int cols);

/* True while the program runs and has its terminal.  */
bool run_alive (const struct run *run);

/* Takes output of the program and sends it what is to be sent, after
   waiting MS milliseconds at most (-1: without end) for either.  */
void run_pump (struct run *run, int ms);

/* The same for MS milliseconds, as a slow line would have it.  */
void run_pause (struct run *run, int ms);

/* What a condition says: not yet, yes, or that it can't come true.  */
enum answer
{
  ANSWER_NO,
  ANSWER_YES,
  ANSWER_NEVER
};

typedef enum answer run_condition (struct run *run, void *user);

/* How a wait ended.  */
enum outcome
{
  OUTCOME_TRUE,
  OUTCOME_NEVER,
  OUTCOME_LATE,       /* the deadline has passed */
  OUTCOME_FLOODED,    /* the program has written too much to keep */
  OUTCOME_INTERRUPTED /* we are to end */
};

/* Waits until CONDITION says yes.  It is asked whenever the program has
   written something or a child has ended; with ASK_AGAIN, for what gives
   no notice, every few milliseconds too.  */
enum outcome run_wait (struct run *run, run_condition *condition, void *user,
                       bool ask_again);

/* Waits until what was queued in RUN->out is written.  */
enum outcome run_flush (struct run *run);

/* Waits until the program has read all its input, has drawn all its output
   and waits for a key.  */
enum outcome run_settle (struct run *run);

#endif
