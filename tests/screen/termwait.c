/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that wait for a condition.  */
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "termcmds.h"
#include "termlook.h"

/* What is waited for on the screen.  */
struct wanted
{
  const char *text;
  int row; /* from 0, or -1 for any */
  int col;
};

/* What is not true once the program is gone never will be.  */
static enum answer
answer (const struct run *run, bool is_true)
{
  if (is_true)
    return ANSWER_YES;
  return (!run_alive (run) && run->drained) || run->pty.master < 0
             ? ANSWER_NEVER
             : ANSWER_NO;
}

static enum answer
is_shown (struct run *run, void *user)
{
  const struct wanted *wanted = user;
  return answer (run, look_shown (run, wanted->row, wanted->text));
}

static enum answer
is_not_shown (struct run *run, void *user)
{
  const struct wanted *wanted = user;
  return answer (run,
                 run->emu && !look_shown (run, wanted->row, wanted->text));
}

static enum answer
is_cursor_at (struct run *run, void *user)
{
  const struct wanted *wanted = user;
  int row = -1, col = -1;
  if (run->emu)
    emu_cursor (run->emu, &row, &col);
  return answer (run, row == wanted->row && col == wanted->col);
}

static enum answer
is_ended (struct run *run, void *user)
{
  (void) user;
  if (run->pty.pid == 0)
    return ANSWER_NEVER;
  return run->pty.ended && run->drained ? ANSWER_YES : ANSWER_NO;
}

static enum answer
is_file (struct run *run, void *user)
{
  const char *path = user;
  (void) run;
  return access (path, F_OK) == 0 ? ANSWER_YES : ANSWER_NO;
}

static enum answer
is_read (struct run *run, void *user)
{
  (void) user;
  return answer (run, run->out.len == 0 && run->emu
                          && !pty_input_waits (&run->pty));
}

static enum answer
is_in_raw (struct run *run, void *user)
{
  return answer (run, look_raw (run, user));
}

static bool
wait_for (struct script *script, run_condition *condition, void *user)
{
  return script_outcome (script,
                         run_wait (&script->run, condition, user, false));
}

bool
cmd_wait (struct script *script, char *rest)
{
  struct wanted wanted = { script_text (script, rest), -1, 0 };
  return wanted.text && wait_for (script, is_shown, &wanted);
}

bool
cmd_wait_not (struct script *script, char *rest)
{
  struct wanted wanted = { script_text (script, rest), -1, 0 };
  return wanted.text && wait_for (script, is_not_shown, &wanted);
}

bool
cmd_wait_row (struct script *script, char *rest)
{
  struct wanted wanted = { 0 };
  if (!script_int (script, &rest, 1, script->run.rows, &wanted.row))
    return false;
  wanted.row--;
  wanted.text = script_text (script, rest);
  return wanted.text && wait_for (script, is_shown, &wanted);
}

bool
cmd_wait_cursor (struct script *script, char *rest)
{
  struct wanted wanted = { 0 };
  if (!script_int (script, &rest, 1, script->run.rows, &wanted.row)
      || !script_int (script, &rest, 1, script->run.cols, &wanted.col))
    return false;
  wanted.row--;
  wanted.col--;
  return wait_for (script, is_cursor_at, &wanted);
}

/* Whether the program has ended as WANTED says, a number or a signal.  */
static bool
ended_as (struct script *script, const char *wanted)
{
  int status = script->run.pty.status, number = script_signal (wanted);
  char *end, text[32];
  long code = strtol (wanted, &end, 10);
  if (!*wanted)
    return true;
  if (!number && *end)
    return script_fail (script, "\"%s\" is no status and no signal", wanted);
  if (number ? WIFSIGNALED (status) && WTERMSIG (status) == number
             : WIFEXITED (status) && WEXITSTATUS (status) == code)
    return true;
  script_status (status, text, sizeof text);
  return script_fail (script, "the program has ended with: %s", text);
}

bool
cmd_wait_exit (struct script *script, char *rest)
{
  return wait_for (script, is_ended, NULL) && ended_as (script, rest);
}

bool
cmd_wait_file (struct script *script, char *rest)
{
  char **words = script_words (script, rest);
  if (!words)
    return false;
  bool good = script_outcome (
      script, run_wait (&script->run, is_file, words[0], true));
  script_words_free (words);
  return good;
}

bool
cmd_wait_read (struct script *script, char *rest)
{
  if (*rest)
    return script_fail (script, "nothing stands after this command");
  return script_outcome (script,
                         run_wait (&script->run, is_read, NULL, true));
}

bool
cmd_wait_raw (struct script *script, char *rest)
{
  struct bytes bytes = { 0 };
  if (!bytes_add_hex (&bytes, rest))
    return script_fail (script, "bytes in hexadecimal are missing");
  bool good = wait_for (script, is_in_raw, &bytes);
  bytes_free (&bytes);
  return good;
}

bool
cmd_settle (struct script *script, char *rest)
{
  if (*rest)
    return script_fail (script, "nothing stands after this command");
  return script_outcome (script, run_settle (&script->run));
}
