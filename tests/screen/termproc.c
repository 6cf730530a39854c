/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads from /proc whether a program waits for a key: which system call
   each of its threads is blocked in, and on which files.  */
#include "termproc.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/uio.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

/* A timed wait longer than this is no wait for the rest of a key: enface waits
   250 ms for that, and 750 before it looks whether others have written.  */
enum { KEY_MS = 700, POLL_MAX = 1024 };

/* One thread that is blocked in a system call.  */
struct blocked
{
  pid_t pid;
  long number;
  unsigned long args[6];
  int tty;       /* our descriptor of the terminal */
  dev_t tty_dev; /* and its device */
};

/* Reads the file PID/[task/TID/]NAME of /proc into TO.  Returns 0 or an
   errno value.  */
static int
proc_read (pid_t pid, pid_t tid, const char *name, char *to, size_t size)
{
  char path[96];
  if (tid)
    snprintf (path, sizeof path, "/proc/%d/task/%d/%s", (int) pid, (int) tid,
              name);
  else
    snprintf (path, sizeof path, "/proc/%d/%s", (int) pid, name);
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return errno;
  ssize_t n = read (fd, to, size - 1);
  int error = n < 0 ? errno : 0;
  close (fd);
  to[n < 0 ? 0 : n] = '\0';
  return error;
}

/* Calls for every entry of PATH that is a number.  */
static void
each_number (const char *path, void (*each) (pid_t id, void *user),
             void *user)
{
  DIR *dir = opendir (path);
  if (!dir)
    return;
  for (struct dirent *e; (e = readdir (dir));)
    if (isdigit ((unsigned char) e->d_name[0]))
      each ((pid_t) strtol (e->d_name, NULL, 10), user);
  closedir (dir);
}

/* The state, parent and group in a stat file; false when it is gone.  */
static bool
read_stat (pid_t pid, pid_t tid, char *state, int *parent, int *group)
{
  char text[512];
  if (proc_read (pid, tid, "stat", text, sizeof text))
    return false;
  const char *after = strrchr (text, ')');
  return after && sscanf (after + 1, " %c %d %d", state, parent, group) == 3;
}

/* A function and its data, for each_number.  */
struct each
{
  void (*call) (pid_t pid, pid_t parent, pid_t group, void *user);
  void *user;
};

static void
each_process (pid_t pid, void *user)
{
  const struct each *each = user;
  char state;
  int parent, group;
  if (read_stat (pid, 0, &state, &parent, &group))
    each->call (pid, parent, group, each->user);
}

void
proc_each (void (*call) (pid_t pid, pid_t parent, pid_t group, void *user),
           void *user)
{
  struct each each = { call, user };
  each_number ("/proc", each_process, &each);
}

static bool
is_tty (const struct blocked *b, unsigned long fd)
{
  char path[64];
  struct stat st;
  snprintf (path, sizeof path, "/proc/%d/fd/%d", (int) b->pid, (int) fd);
  return stat (path, &st) == 0 && S_ISCHR (st.st_mode)
         && (st.st_rdev == b->tty_dev || st.st_rdev == makedev (5, 0));
}

/* Copies LEN bytes at AT in the memory of the process.  */
static bool
copy_from (const struct blocked *b, unsigned long at, void *to, size_t len)
{
  char path[64];
  snprintf (path, sizeof path, "/proc/%d/mem", (int) b->pid);
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return false;
  ssize_t n = pread (fd, to, len, (off_t) at);
  close (fd);
  return n == (ssize_t) len;
}

static enum proc_wait
timed (long ms)
{
  return ms < 0 || ms > KEY_MS ? PROC_WAITS : PROC_TIMED;
}

/* The same for a timeout at AT: a timespec, or with MICRO a timeval.  */
static enum proc_wait
timed_at (const struct blocked *b, unsigned long at, bool micro)
{
  long t[2];
  if (!at)
    return PROC_WAITS;
  if (!copy_from (b, at, t, sizeof t))
    return PROC_TIMED;
  if (t[0] > KEY_MS)
    return PROC_WAITS;
  return timed (t[0] * 1000 + t[1] / (micro ? 1000 : 1000000));
}

static bool
polls_tty (const struct blocked *b)
{
  struct pollfd fds[POLL_MAX];
  size_t n = b->args[1];
  if (n > POLL_MAX || !copy_from (b, b->args[0], fds, n * sizeof *fds))
    return false;
  for (size_t i = 0; i < n; i++)
    if (fds[i].fd >= 0 && (fds[i].events & POLLIN)
        && is_tty (b, (unsigned long) fds[i].fd))
      return true;
  return false;
}

static bool
selects_tty (const struct blocked *b)
{
  unsigned long bits[FD_SETSIZE / (8 * sizeof (long))];
  size_t per = 8 * sizeof (long), n = b->args[0];
  if (n > FD_SETSIZE || !b->args[1]
      || !copy_from (b, b->args[1], bits, (n + per - 1) / per * sizeof (long)))
    return false;
  for (size_t fd = 0; fd < n; fd++)
    if ((bits[fd / per] >> fd % per & 1) && is_tty (b, fd))
      return true;
  return false;
}

static bool
epolls_tty (const struct blocked *b)
{
  char name[32], text[8192];
  snprintf (name, sizeof name, "fdinfo/%d", (int) b->args[0]);
  if (proc_read (b->pid, 0, name, text, sizeof text))
    return false;
  for (const char *at = text; (at = strstr (at, "tfd:")); at += 4)
    if (is_tty (b, strtoul (at + 4, NULL, 10)))
      return true;
  return false;
}

/* A read blocks without end unless the terminal has a read timer.  */
static enum proc_wait
reads_tty (const struct blocked *b)
{
  struct termios t;
  if (tcgetattr (b->tty, &t) == 0 && !(t.c_lflag & ICANON)
      && t.c_cc[VMIN] == 0)
    return timed (t.c_cc[VTIME] * 100);
  return PROC_WAITS;
}

/* What the blocked call waits for.  A poll that was stopped and continued
   is called restart_syscall, with its old arguments.  */
static enum proc_wait
call_waits (const struct blocked *b)
{
  switch (b->number)
    {
    case SYS_read:
    case SYS_readv:
      return is_tty (b, b->args[0]) ? reads_tty (b) : PROC_BUSY;
#ifdef SYS_poll
    case SYS_poll:
    case SYS_restart_syscall:
      return polls_tty (b) ? timed ((int) b->args[2]) : PROC_BUSY;
#endif
    case SYS_ppoll:
      return polls_tty (b) ? timed_at (b, b->args[2], false) : PROC_BUSY;
#ifdef SYS_select
    case SYS_select:
      return selects_tty (b) ? timed_at (b, b->args[4], true) : PROC_BUSY;
#endif
    case SYS_pselect6:
      return selects_tty (b) ? timed_at (b, b->args[4], false) : PROC_BUSY;
#ifdef SYS_epoll_wait
    case SYS_epoll_wait:
#endif
    case SYS_epoll_pwait:
      return epolls_tty (b) ? timed ((int) b->args[3]) : PROC_BUSY;
    default:
      return PROC_BUSY;
    }
}

/* What is gathered over the threads of a process group.  */
struct gather
{
  struct blocked b;
  pid_t group;
  bool runs;
  struct proc_look look;
};

static void
add_switches (struct gather *g, pid_t tid)
{
  char text[4096];
  unsigned long n;
  if (proc_read (g->b.pid, tid, "status", text, sizeof text))
    return;
  const char *at = strstr (text, "\nvoluntary_ctxt_switches:");
  if (at && sscanf (at, " voluntary_ctxt_switches: %lu", &n) == 1)
    g->look.switches += n;
}

/* Looks at a thread that is asleep.  */
static void
look_asleep (struct gather *g, pid_t tid)
{
  char text[256];
  unsigned long *a = g->b.args;
  enum proc_wait wait = PROC_BUSY;
  int error = proc_read (g->b.pid, tid, "syscall", text, sizeof text);
  if (error == EACCES || error == EPERM || error == ENOENT || error == ENOSYS)
    wait = PROC_SLEEPS;
  else if (strncmp (text, "running", 7) == 0)
    g->runs = true;
  else if (sscanf (text, "%ld %lx %lx %lx %lx %lx %lx", &g->b.number, &a[0],
                   &a[1], &a[2], &a[3], &a[4], &a[5])
           == 7)
    wait = call_waits (&g->b);
  if (wait > g->look.wait)
    g->look.wait = wait;
  if (wait == PROC_TIMED || wait == PROC_SLEEPS)
    add_switches (g, tid);
}

static void
look_thread (pid_t tid, void *user)
{
  struct gather *g = user;
  char state;
  int parent, group;
  if (!read_stat (g->b.pid, tid, &state, &parent, &group))
    return;
  if (state == 'S' || state == 'I')
    look_asleep (g, tid);
  else if (!strchr ("ZXxTt", state))
    g->runs = true;
}

static void
look_process (pid_t pid, pid_t parent, pid_t group, void *user)
{
  struct gather *g = user;
  char path[32];
  (void) parent;
  if (group != g->group)
    return;
  g->b.pid = pid;
  snprintf (path, sizeof path, "/proc/%d/task", (int) pid);
  each_number (path, look_thread, g);
}

struct proc_look
proc_look (pid_t group, int tty)
{
  struct gather g = { .group = group, .b.tty = tty };
  struct stat st;
  if (fstat (tty, &st) == 0)
    g.b.tty_dev = st.st_rdev;
  proc_each (look_process, &g);
  if (g.runs)
    g.look.wait = PROC_BUSY;
  return g.look;
}
