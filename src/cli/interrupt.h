/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Interrupts (Ctrl-C) of commands that stop in good order and go on when they
   are given again.  */
#ifndef CLI_INTERRUPT_H
#define CLI_INTERRUPT_H

#include <signal.h>

/* Between the two an interrupt sets the flag that is returned; the second one
   ends the program.  OLD keeps what stood there before.  */
const volatile sig_atomic_t *interrupt_watch (struct sigaction *old);
void interrupt_leave (const struct sigaction *old);

#endif
