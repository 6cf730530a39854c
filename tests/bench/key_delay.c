/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long keys wait in a terminal program: key_delay [-p MS] COMMAND [KEYS
   NAME]... starts COMMAND on a terminal of 100 by 30 and waits for its first
   screen.  Then it types KEYS (\e, \n, \t and \b as they are written in C), one
   character each MS milliseconds (40), whether the one before was answered or
   not, and waits for silence before the next KEYS.  Prints for each NAME how many
   keys were typed, and in milliseconds the median and the longest time until a
   key was taken from the terminal, until the program wrote something after that,
   and how long it went on writing after the last key.  */
#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>

#include "timing.h"

enum { KEYS_MOST = 1000, SILENCE_MS = 2500, ANSWER_MS = 1000, QUIET_MS = 50 };

struct delays
{
  double taken[KEYS_MOST];
  double answered[KEYS_MOST];
  size_t keys;
  size_t answers;
};

static int master, slave;
static double last_output; /* when something was last written */

static pid_t
start (const char *command)
{
  struct winsize size = { .ws_row = 30, .ws_col = 100 };
  if (openpty (&master, &slave, NULL, NULL, &size) != 0)
    {
      perror ("key_delay: openpty");
      exit (3);
    }
  pid_t child = fork ();
  if (child == 0)
    {
      close (master);
      login_tty (slave);
      setenv ("TERM", "xterm-256color", 1);
      execl ("/bin/sh", "sh", "-c", command, (char *) NULL);
      _exit (127);
    }
  return child;
}

/* Reads what the program writes within MS milliseconds; the number of bytes.  */
static size_t
take_output (int ms)
{
  char bytes[65536];
  struct pollfd wait = { .fd = master, .events = POLLIN };
  if (poll (&wait, 1, ms) <= 0)
    return 0;
  ssize_t got = read (master, bytes, sizeof bytes);
  if (got > 0)
    last_output = wall_ms ();
  return got > 0 ? (size_t) got : 0;
}

/* Waits until nothing is written for SILENCE_MS; how long it wrote.  */
static double
wait_silence (void)
{
  double begin = wall_ms (), last = begin;
  while (take_output (SILENCE_MS) > 0)
    last = wall_ms ();
  return last - begin;
}

/* What waits to be read by the program.  */
static int
waiting (void)
{
  int bytes = 0;
  ioctl (slave, FIONREAD, &bytes);
  return bytes;
}

/* Types the LEN bytes of one key and watches what becomes of it, at least for
   PAUSE milliseconds.  Where nothing was being written, what comes is the answer,
   also before the key was seen to be taken.  */
static void
type (const char *key, size_t len, double pause, struct delays *delays)
{
  double begin = wall_ms (), taken = 0, answered = 0, now;
  bool quiet = begin - last_output >= QUIET_MS;
  if (write (master, key, len) != (ssize_t) len)
    perror ("key_delay: write");
  do
    {
      size_t bytes = take_output (1);
      now = wall_ms ();
      /* It is on its way there for a moment.  */
      if (taken == 0 && now - begin >= 1 && waiting () == 0)
        taken = now - begin;
      if (quiet && taken == 0 && bytes > 0)
        taken = now - begin;
      if (taken > 0 && answered == 0 && bytes > 0)
        answered = now - begin;
    }
  while (now - begin < pause
         || (now - begin < ANSWER_MS && answered == 0));
  delays->taken[delays->keys++] = taken;
  if (answered > 0)
    delays->answered[delays->answers++] = answered;
}

/* One character of KEYS into BYTES; returns how many it takes there, and in *USED
   how many in KEYS.  */
static size_t
next_key (const char *keys, char *bytes, size_t *used)
{
  size_t len = 1;
  if (keys[0] == '\\' && keys[1])
    {
      *bytes = keys[1] == 'e' ? '\033' : keys[1] == 'n' ? '\r'
               : keys[1] == 't' ? '\t' : keys[1] == 'b' ? '\177' : keys[1];
      *used = 2;
      return 1;
    }
  while (((unsigned char) keys[len] & 0xC0) == 0x80)
    len++;
  memcpy (bytes, keys, len);
  *used = len;
  return len;
}

static void
print (double *values, size_t count)
{
  if (count > 0)
    qsort (values, count, sizeof *values, compare_ms);
  printf ("%8.1f%8.1f", count ? values[count / 2] : 0,
          count ? values[count - 1] : 0);
}

static void
measure (const char *keys, const char *name, double pause)
{
  struct delays delays = { .keys = 0 };
  char bytes[8];
  size_t used;
  for (const char *at = keys; *at && delays.keys < KEYS_MOST; at += used)
    {
      size_t len = next_key (at, bytes, &used);
      type (bytes, len, pause, &delays);
    }
  double rest = wait_silence ();
  printf ("%6zu", delays.keys);
  print (delays.taken, delays.keys);
  print (delays.answered, delays.answers);
  printf ("%9.0f  %s\n", rest, name);
  fflush (stdout);
}

int
main (int argc, char **argv)
{
  double pause = 40;
  int at = 1;
  if (argc > 2 && strcmp (argv[1], "-p") == 0)
    {
      pause = strtod (argv[2], NULL);
      at = 3;
    }
  if (at >= argc)
    {
      fprintf (stderr, "usage: key_delay [-p MS] COMMAND [KEYS NAME]...\n");
      return 2;
    }
  pid_t child = start (argv[at++]);
  wait_silence ();
  printf ("%6s%8s%8s%8s%8s%9s\n", "keys", "taken", "longest", "answer",
          "longest", "rest");
  for (; at + 1 < argc; at += 2)
    measure (argv[at], argv[at + 1], pause);
  kill (child, SIGHUP);
  close (master);
  close (slave);
  waitpid (child, NULL, 0);
  return 0;
}
