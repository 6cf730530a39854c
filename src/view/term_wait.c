/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waiting for the terminal and for signals, below curses.  */
#include "view/term_wait.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Set by signal handlers, read while waiting.  */
static volatile sig_atomic_t ending;

static void
note_signal (int number)
{
  (void) number;
  ending = 1;
}

void
term_wait_signals (void)
{
  struct sigaction action = { .sa_handler = note_signal };
  sigemptyset (&action.sa_mask);
  sigaction (SIGHUP, &action, NULL);
  sigaction (SIGTERM, &action, NULL);
  sigaction (SIGINT, &action, NULL);
  action.sa_handler = SIG_IGN;
  sigaction (SIGPIPE, &action, NULL);
}

bool
term_wait_ending (void)
{
  return ending;
}

/* Whether REVENTS say that the terminal is gone and nothing is left to be read
   from it.  A gone terminal reports POLLIN for ever and fails in FIONREAD; no
   signal need have told of it.  */
static bool
input_is_gone (short revents)
{
  int waiting = 0;
  bool readable = revents & POLLIN
                  && ioctl (STDIN_FILENO, FIONREAD, &waiting) == 0
                  && waiting > 0;
  return revents & (POLLHUP | POLLERR | POLLNVAL) ? !readable
                                                  : !(revents & POLLIN);
}

enum event_kind
term_wait (int milliseconds)
{
  struct pollfd terminal = { .fd = STDIN_FILENO, .events = POLLIN };
  if (ending)
    return EVENT_HANGUP;
  int ready = poll (&terminal, 1, milliseconds);
  if (ending)
    return EVENT_HANGUP;
  if (ready < 0)
    return errno == EINTR ? EVENT_RESIZE : EVENT_HANGUP;
  if (ready == 0)
    return EVENT_IDLE;
  return input_is_gone (terminal.revents) ? EVENT_HANGUP : EVENT_KEY;
}

bool
term_wait_pending (void)
{
  struct pollfd terminal = { .fd = STDIN_FILENO, .events = POLLIN };
  return !ending && poll (&terminal, 1, 0) > 0
         && terminal.revents == POLLIN;
}
