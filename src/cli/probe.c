/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the terminal how wide it draws a character.  */
#include "cli/probe.h"

#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* Milliseconds: longer than a slow line over the world takes.  */
enum { PATIENCE = 500, ANSWER = 64 };

static bool
send_bytes (const char *bytes)
{
  size_t len = strlen (bytes);
  return write (STDOUT_FILENO, bytes, len) == (ssize_t) len;
}

/* Reads up to the `R' of a cursor report; the column, from 1, or -1.  */
static int
read_column (void)
{
  char answer[ANSWER + 1] = "";
  size_t len = 0;
  struct pollfd input = { STDIN_FILENO, POLLIN, 0 };
  while (len < ANSWER && poll (&input, 1, PATIENCE) == 1
         && read (STDIN_FILENO, answer + len, 1) == 1)
    if (answer[len++] == 'R')
      {
        int row, column;
        char *start = strstr (answer, "\033[");
        if (start && sscanf (start, "\033[%d;%dR", &row, &column) == 2)
          return column;
        return -1;
      }
  return -1;
}

/* The column behind TEXT, written at the line's start.  */
static int
ask (const char *text)
{
  int column = -1;
  if (send_bytes ("\r") && send_bytes (text) && send_bytes ("\033[6n"))
    column = read_column ();
  send_bytes ("\r\033[K");
  return column;
}

int
probe_width (const char *text)
{
  struct termios old, raw;
  fflush (stdout);
  if (isatty (STDOUT_FILENO) != 1 || tcgetattr (STDIN_FILENO, &old) != 0)
    return -1;
  raw = old;
  raw.c_lflag &= ~(tcflag_t) (ICANON | ECHO);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  if (tcsetattr (STDIN_FILENO, TCSAFLUSH, &raw) != 0)
    return -1;
  int column = ask (text);
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &old);
  return column > 0 ? column - 1 : -1;
}
