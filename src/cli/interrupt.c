/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Interrupts of commands that stop in good order.  */
#include "cli/interrupt.h"

#include <stddef.h>

/* The signal flag: the one thing a handler can reach.  */
static volatile sig_atomic_t stop;

static void
stop_handler (int number)
{
  (void) number;
  stop = 1;
}

const volatile sig_atomic_t *
interrupt_watch (struct sigaction *old)
{
  struct sigaction handler = { .sa_handler = stop_handler,
                               .sa_flags = (int) SA_RESETHAND | SA_RESTART };
  sigaction (SIGINT, &handler, old);
  return &stop;
}

void
interrupt_leave (const struct sigaction *old)
{
  sigaction (SIGINT, old, NULL);
}
