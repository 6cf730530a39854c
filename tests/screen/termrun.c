/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a program in the emulated terminal and waits for conditions on it,
   never for a time.  */
#include "termrun.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "termproc.h"

/* RAW_MAX bytes of output are kept; READS reads of READ_SIZE bytes are made
   in a row, so that a program that never pauses is no endless loop here.
   The shortest and longest time between two looks at /proc, in ms.  How
   many equal looks it takes where the kernel hides system calls.  */
enum
{
  RAW_MAX = 256 << 20,
  READ_SIZE = 16384,
  READS = 64,
  LOOK_MIN = 1,
  LOOK_MAX = 16,
  LOOKS_EQUAL = 5
};

int
run_open (struct run *run)
{
  sigset_t set;
  sigemptyset (&set);
  sigaddset (&set, SIGCHLD);
  sigaddset (&set, SIGINT);
  sigaddset (&set, SIGTERM);
  sigaddset (&set, SIGHUP);
  *run = (struct run) { .rows = 24, .cols = 80, .deadline = 20 };
  run->pty.master = run->pty.slave = -1;
  signal (SIGPIPE, SIG_IGN);
  sigprocmask (SIG_BLOCK, &set, NULL);
  run->signals = signalfd (-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
  if (run->signals < 0 || prctl (PR_SET_CHILD_SUBREAPER, 1) != 0)
    return errno;
  return 0;
}

void
run_close (struct run *run)
{
  pty_end (&run->pty);
  emu_free (run->emu);
  bytes_free (&run->out);
  bytes_free (&run->raw);
  close (run->signals);
}

int
run_start (struct run *run, char **argv, const char **where)
{
  pty_end (&run->pty);
  emu_free (run->emu);
  bytes_drop (&run->out, run->out.len);
  bytes_drop (&run->raw, run->raw.len);
  run->counted = 0;
  run->emu = emu_new (run->rows, run->cols, &run->out);
  if (run->wide)
    emu_set_wide (run->emu);
  run->drained = false;
  return pty_start (&run->pty, argv, run->rows, run->cols, where);
}

void
run_resize (struct run *run, int rows, int cols)
{
  run->rows = rows;
  run->cols = cols;
  if (!run->emu)
    return;
  run_pump (run, 0);
  emu_resize (run->emu, rows, cols);
  pty_resize (&run->pty, rows, cols);
}

bool
run_alive (const struct run *run)
{
  return run->pty.pid > 0 && !run->pty.ended && run->pty.master >= 0;
}

/* True when the screen can't change any more.  */
static bool
is_over (const struct run *run)
{
  return !run_alive (run) && (run->drained || run->pty.master < 0);
}

static void
take_signals (struct run *run)
{
  struct signalfd_siginfo info;
  while (read (run->signals, &info, sizeof info) == sizeof info)
    if (info.ssi_signo == SIGCHLD)
      pty_reap (&run->pty);
    else
      run->interrupted = (int) info.ssi_signo;
}

static void
take_output (struct run *run)
{
  char data[READ_SIZE];
  run->drained = run->pty.master < 0;
  for (int i = 0; i < READS && !run->drained && run->raw.len < RAW_MAX; i++)
    {
      ssize_t n = read (run->pty.master, data, sizeof data);
      if (n > 0)
        {
          bytes_add (&run->raw, data, (size_t) n);
          emu_feed (run->emu, data, (size_t) n);
        }
      else
        run->drained = n == 0 || errno != EINTR;
    }
}

static void
send_input (struct run *run)
{
  if (!run_alive (run))
    {
      bytes_drop (&run->out, run->out.len);
      return;
    }
  ssize_t n = 1;
  while (run->out.len > 0 && n > 0)
    {
      n = write (run->pty.master, run->out.data, run->out.len);
      if (n > 0)
        bytes_drop (&run->out, (size_t) n);
    }
}

void
run_pump (struct run *run, int ms)
{
  short events = (short) (POLLIN | (run->out.len ? POLLOUT : 0));
  struct pollfd fds[]
      = { { .fd = run->signals, .events = POLLIN },
          { .fd = is_over (run) ? -1 : run->pty.master, .events = events } };
  if (poll (fds, 2, ms) < 0)
    return;
  take_signals (run);
  take_output (run);
  send_input (run);
}

static int64_t
now_ms (void)
{
  struct timespec t;
  clock_gettime (CLOCK_MONOTONIC, &t);
  return (int64_t) t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void
run_pause (struct run *run, int ms)
{
  int64_t end = now_ms () + ms;
  for (int64_t left = ms; left > 0 && !run->interrupted;
       left = end - now_ms ())
    run_pump (run, (int) left);
}

enum outcome
run_wait (struct run *run, run_condition *condition, void *user,
          bool ask_again)
{
  int64_t end = now_ms () + (int64_t) run->deadline * 1000;
  int pause = LOOK_MIN;
  run_pump (run, 0);
  for (;;)
    {
      enum answer answer = condition (run, user);
      int64_t left = end - now_ms ();
      if (answer == ANSWER_YES)
        return OUTCOME_TRUE;
      if (answer == ANSWER_NEVER)
        return OUTCOME_NEVER;
      if (run->interrupted)
        return OUTCOME_INTERRUPTED;
      if (run->raw.len >= RAW_MAX)
        return OUTCOME_FLOODED;
      if (left <= 0)
        return OUTCOME_LATE;
      if (left > INT_MAX)
        left = INT_MAX;
      run_pump (run, ask_again && left > pause ? pause : (int) left);
      pause = pause * 2 < LOOK_MAX ? pause * 2 : LOOK_MAX;
    }
}

static enum answer
is_flushed (struct run *run, void *user)
{
  (void) user;
  return run->out.len ? ANSWER_NO : ANSWER_YES;
}

enum outcome
run_flush (struct run *run)
{
  return run_wait (run, is_flushed, NULL, false);
}

/* What was seen at the looks before.  */
struct settling
{
  size_t raw;                  /* bytes of output then */
  unsigned long long switches; /* how often the program had gone to sleep */
  int equal;                   /* how many looks were alike */
  int waited;                  /* in how many it waited for a key */
};

/* A program that waits for a key with a short timeout may be in the middle
   of a key, or may look at something now and then: it is idle when it has
   come to such a wait again without writing anything.  */
static enum answer
compare_looks (struct settling *then, const struct proc_look *look)
{
  bool first = then->equal == 0, same = then->switches == look->switches;
  then->equal = first || same ? then->equal + 1 : 1;
  if (first || look->wait == PROC_SLEEPS)
    then->switches = look->switches;
  if (look->wait == PROC_TIMED)
    return first || same ? ANSWER_NO : ANSWER_YES;
  return then->equal >= LOOKS_EQUAL ? ANSWER_YES : ANSWER_NO;
}

static enum answer
is_settled (struct run *run, void *user)
{
  struct settling *then = user;
  struct proc_look look = { 0 };
  bool quiet = run->drained && !run->out.len && then->raw == run->raw.len
               && !pty_input_waits (&run->pty);
  if (is_over (run))
    return ANSWER_NEVER;
  if (quiet)
    {
      look = proc_look (tcgetpgrp (run->pty.master), run->pty.slave);
      /* What it wrote before it went to wait is there by now.  */
      run_pump (run, 0);
    }
  if (!quiet || look.wait == PROC_BUSY || then->raw != run->raw.len)
    {
      *then = (struct settling) { .raw = run->raw.len };
      return ANSWER_NO;
    }
  if (look.wait != PROC_WAITS)
    return compare_looks (then, &look);
  /* A process that was begun during the look is in the next one.  */
  return then->waited++ ? ANSWER_YES : ANSWER_NO;
}

enum outcome
run_settle (struct run *run)
{
  struct settling then = { .raw = run->raw.len };
  return run_wait (run, is_settled, &then, true);
}
