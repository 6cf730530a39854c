/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a script for the terminal line by line and calls its commands.  */
#include "termscript.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "termcmds.h"

enum { EXIT_CANNOT = 77 };

static const struct
{
  const char *name;
  script_command *call;
} commands[] = {
  { "size", cmd_size },
  { "term", cmd_term },
  { "wide", cmd_wide },
  { "env", cmd_env },
  { "unset", cmd_unset },
  { "start", cmd_start },
  { "keys", cmd_keys },
  { "bytes", cmd_bytes },
  { "bytes-slow", cmd_bytes_slow },
  { "paste", cmd_paste },
  { "signal", cmd_signal },
  { "hangup", cmd_hangup },
  { "deadline", cmd_deadline },
  { "wait", cmd_wait },
  { "wait-not", cmd_wait_not },
  { "wait-row", cmd_wait_row },
  { "wait-cursor", cmd_wait_cursor },
  { "wait-exit", cmd_wait_exit },
  { "wait-file", cmd_wait_file },
  { "wait-read", cmd_wait_read },
  { "wait-raw", cmd_wait_raw },
  { "settle", cmd_settle },
  { "print", cmd_print },
  { "screen", cmd_screen },
  { "screen-attrs", cmd_screen_attrs },
  { "row", cmd_row },
  { "expect", cmd_expect },
  { "expect-not", cmd_expect_not },
  { "expect-row", cmd_expect_row },
  { "expect-raw", cmd_expect_raw },
  { "expect-not-raw", cmd_expect_not_raw },
  { "expect-mode", cmd_expect_mode },
  { "straight", cmd_straight },
  { "bytes-count", cmd_bytes_count },
  { "expect-bytes", cmd_expect_bytes },
  { "raw", cmd_raw },
};

bool
script_fail (struct script *script, const char *format, ...)
{
  char text[1024];
  va_list args;
  va_start (args, format);
  vsnprintf (text, sizeof text, format, args);
  va_end (args);
  bytes_drop (&script->error, script->error.len);
  bytes_add_string (&script->error, text);
  return false;
}

bool
script_outcome (struct script *script, enum outcome outcome)
{
  char status[32];
  switch (outcome)
    {
    case OUTCOME_TRUE:
      return true;
    case OUTCOME_LATE:
      return script_fail (script, "not within the deadline of %d seconds",
                          script->run.deadline);
    case OUTCOME_FLOODED:
      return script_fail (script, "the program has written %zu bytes",
                          script->run.raw.len);
    case OUTCOME_INTERRUPTED:
      return script_fail (script, "interrupted");
    case OUTCOME_NEVER:
      break;
    }
  if (script->run.pty.pid == 0)
    return script_fail (script, "no program was started");
  if (!script->run.pty.ended)
    return script_fail (script, "the program has no terminal any more");
  script_status (script->run.pty.status, status, sizeof status);
  return script_fail (script, "the program has ended: %s", status);
}

void
script_print_screen (const struct run *run, const char *name, FILE *to)
{
  int row, col;
  struct bytes text = { 0 };
  emu_cursor (run->emu, &row, &col);
  fprintf (to, "--- %s %dx%d cursor %d,%d%s\n", name, run->cols, run->rows,
           row + 1, col + 1, emu_cursor_visible (run->emu) ? "" : " hidden");
  for (int i = 0; i < run->rows; i++)
    {
      emu_row (run->emu, i, &text);
      fprintf (to, "%s\n", bytes_string (&text));
      bytes_drop (&text, text.len);
    }
  bytes_free (&text);
}

static bool
call_command (struct script *script, char *text)
{
  size_t n = strcspn (text, " \t");
  char *rest = text + n + strspn (text + n, " \t");
  for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
    if (strlen (commands[i].name) == n
        && strncmp (commands[i].name, text, n) == 0)
      {
        text[n] = '\0';
        return commands[i].call (script, rest);
      }
  return script_fail (script, "there is no such command");
}

/* Tells where and why it failed, and what the screen was.  */
static void
report (const struct script *script, const char *text)
{
  fflush (stdout);
  fprintf (stderr, "FAILED %s:%d: %s\n%s\n", script->name, script->line, text,
           bytes_string (&script->error));
  if (script->run.emu)
    script_print_screen (&script->run, "screen", stderr);
}

/* Executes one line, which it may change.  */
static bool
execute_line (struct script *script, char *line)
{
  line[strcspn (line, "\r\n")] = '\0';
  for (size_t n = strlen (line); n && strchr (" \t", line[n - 1]); n--)
    line[n - 1] = '\0';
  line += strspn (line, " \t");
  if (!*line || *line == '#')
    return true;
  char *copy = strdup (line);
  if (!copy)
    abort ();
  bool good = call_command (script, line);
  if (!good)
    report (script, copy);
  free (copy);
  fflush (stdout);
  return good;
}

int
script_execute (struct script *script, FILE *file)
{
  char *line = NULL;
  size_t size = 0;
  bool good = true;
  while (good && getline (&line, &size, file) > 0)
    {
      script->line++;
      good = execute_line (script, line);
    }
  free (line);
  if (ferror (file))
    {
      fprintf (stderr, "FAILED %s: the script can't be read\n", script->name);
      good = false;
    }
  return good ? EXIT_SUCCESS : script->cannot ? EXIT_CANNOT : EXIT_FAILURE;
}
