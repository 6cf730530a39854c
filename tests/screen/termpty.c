/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts a program on a pseudo terminal and ends all that came of it.  */
#include "termpty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

#include "termproc.h"

/* In the child: takes the terminal and becomes the program; writes errno to
   REPORT when it can't.  */
static _Noreturn void
become (int slave, char **argv, int report)
{
  sigset_t none;
  sigemptyset (&none);
  for (int sig = 1; sig < NSIG; sig++)
    signal (sig, SIG_DFL);
  sigprocmask (SIG_SETMASK, &none, NULL);
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  if (login_tty (slave) == 0)
    execvp (argv[0], argv);
  int error = errno;
  if (write (report, &error, sizeof error) < 0)
    _exit (126);
  _exit (127);
}

/* Forks the program; returns 0 or the errno value of its exec.  */
static int
spawn (struct pty *pty, char **argv)
{
  int report[2], error = 0;
  if (pipe2 (report, O_CLOEXEC) != 0)
    return errno;
  pty->pid = fork ();
  if (pty->pid == 0)
    become (pty->slave, argv, report[1]);
  if (pty->pid < 0)
    error = errno;
  close (report[1]);
  /* The end of the pipe comes with the exec.  */
  while (pty->pid > 0 && read (report[0], &error, sizeof error) < 0
         && errno == EINTR)
    continue;
  close (report[0]);
  return error;
}

int
pty_start (struct pty *pty, char **argv, int rows, int cols,
           const char **where)
{
  struct winsize size = { .ws_row = (unsigned short) rows,
                          .ws_col = (unsigned short) cols };
  struct termios modes;
  *pty = (struct pty) { .master = -1, .slave = -1 };
  *where = "terminal";
  if (openpty (&pty->master, &pty->slave, NULL, NULL, &size) != 0)
    return errno;
  if (tcgetattr (pty->slave, &modes) == 0)
    {
      modes.c_iflag |= IUTF8;
      tcsetattr (pty->slave, TCSANOW, &modes);
    }
  fcntl (pty->master, F_SETFD, FD_CLOEXEC);
  fcntl (pty->slave, F_SETFD, FD_CLOEXEC);
  fcntl (pty->master, F_SETFL, O_RDWR | O_NONBLOCK);
  *where = "command";
  return spawn (pty, argv);
}

void
pty_resize (const struct pty *pty, int rows, int cols)
{
  struct winsize size = { .ws_row = (unsigned short) rows,
                          .ws_col = (unsigned short) cols };
  if (pty->master >= 0)
    ioctl (pty->master, TIOCSWINSZ, &size);
}

void
pty_reap (struct pty *pty)
{
  int status;
  for (pid_t pid; (pid = waitpid (-1, &status, WNOHANG)) > 0;)
    if (pid == pty->pid)
      {
        pty->ended = true;
        pty->status = status;
      }
}

/* poll on the slave first moves what was written to the master through the
   kernel's flip buffer, so that the answer is no guess (n_tty_poll in
   drivers/tty/n_tty.c of Linux).  */
bool
pty_input_waits (const struct pty *pty)
{
  struct pollfd fd = { .fd = pty->slave, .events = POLLIN };
  return pty->slave >= 0 && poll (&fd, 1, 0) > 0 && (fd.revents & POLLIN);
}

void
pty_hangup (struct pty *pty)
{
  if (pty->master >= 0)
    close (pty->master);
  if (pty->slave >= 0)
    close (pty->slave);
  pty->master = pty->slave = -1;
}

static void
kill_child (pid_t pid, pid_t parent, pid_t group, void *user)
{
  (void) group;
  if (parent == *(pid_t *) user)
    kill (pid, SIGKILL);
}

/* When a process dies its children become ours: go on until there is none,
   and the whole tree is gone.  */
void
pty_end (struct pty *pty)
{
  pid_t self = getpid ();
  pty_hangup (pty);
  do
    proc_each (kill_child, &self);
  while (waitpid (-1, NULL, 0) > 0 || errno == EINTR);
  pty->pid = 0;
}
