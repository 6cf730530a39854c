/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What /proc says about the processes on a terminal.  */
#ifndef TERMPROC_H
#define TERMPROC_H

#include <stdbool.h>
#include <sys/types.h>

/* What the processes of a group are doing.  */
enum proc_wait
{
  PROC_BUSY,     /* one of them runs, or none of them waits for a key */
  PROC_TIMED,    /* one waits for a key, but for a moment only */
  PROC_SLEEPS,   /* all sleep; the kernel does not say in what */
  PROC_WAITS     /* one waits for a key, for long or without end */
};

struct proc_look
{
  enum proc_wait wait;
  unsigned long long switches; /* how often they have gone to sleep */
};

/* Looks at the process group GROUP, whose terminal is open as TTY.  */
struct proc_look proc_look (pid_t group, int tty);

/* Calls EACH with every process and its parent and group, and USER.  */
void proc_each (void (*each) (pid_t pid, pid_t parent, pid_t group,
                              void *user),
                void *user);

#endif
