/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that start the program and act on it.  */
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "termcmds.h"

/* libvterm 0.1 takes sizes of an int, the kernel of 16 bits; more than this
   nobody has.  */
enum { SIZE_MAX_CELLS = 1000, DEADLINE_MAX = 3600, SLOW_MAX = 10000 };

bool
cmd_size (struct script *script, char *rest)
{
  int cols, rows;
  if (!script_int (script, &rest, 1, SIZE_MAX_CELLS, &cols)
      || !script_int (script, &rest, 1, SIZE_MAX_CELLS, &rows))
    return false;
  run_resize (&script->run, rows, cols);
  return true;
}

bool
cmd_term (struct script *script, char *rest)
{
  if (!*rest)
    return script_fail (script, "a name is missing");
  setenv ("TERM", rest, 1);
  return true;
}

bool
cmd_wide (struct script *script, char *rest)
{
  if (*rest)
    return script_fail (script, "nothing may follow");
  script->run.wide = true;
  return true;
}

bool
cmd_env (struct script *script, char *rest)
{
  char **words = script_words (script, rest);
  bool good = words != NULL;
  for (size_t i = 0; good && words[i]; i++)
    {
      char *value = strchr (words[i], '=');
      if (!value || value == words[i])
        good = script_fail (script, "\"%s\" is not NAME=VALUE", words[i]);
      else
        {
          *value = '\0';
          setenv (words[i], value + 1, 1);
        }
    }
  script_words_free (words);
  return good;
}

bool
cmd_unset (struct script *script, char *rest)
{
  return unsetenv (rest) == 0 || script_fail (script, "a name is missing");
}

bool
cmd_deadline (struct script *script, char *rest)
{
  int seconds;
  if (!script_int (script, &rest, 0, DEADLINE_MAX, &seconds))
    return false;
  script->run.deadline = seconds * script->slow;
  return true;
}

bool
cmd_start (struct script *script, char *rest)
{
  const char *where;
  if (run_alive (&script->run))
    return script_fail (script, "a program is running already");
  char **words = script_words (script, rest);
  if (!words)
    return false;
  int error = run_start (&script->run, words, &where);
  if (error)
    {
      script_fail (script, "%s: %s: %s", where, words[0], strerror (error));
      script->cannot = strcmp (where, "terminal") == 0;
    }
  script_words_free (words);
  return error == 0;
}

/* Sends what was queued, if there is a program to take it.  */
static bool
flush (struct script *script)
{
  struct run *run = &script->run;
  if (!run_alive (run))
    return script_outcome (script, OUTCOME_NEVER);
  return script_outcome (script, run_flush (run));
}

bool
cmd_keys (struct script *script, char *rest)
{
  struct run *run = &script->run;
  if (!*rest)
    return script_fail (script, "keys are missing");
  if (!run->emu)
    return flush (script);
  const char *wrong = emu_keys (run->emu, rest);
  if (wrong)
    return script_fail (script, "\"%s\" begins with no key", wrong);
  return flush (script);
}

bool
cmd_bytes (struct script *script, char *rest)
{
  if (!bytes_add_hex (&script->run.out, rest))
    return script_fail (script, "bytes in hexadecimal are missing");
  return flush (script);
}

bool
cmd_bytes_slow (struct script *script, char *rest)
{
  struct bytes bytes = { 0 };
  int ms;
  if (!script_int (script, &rest, 1, SLOW_MAX, &ms))
    return false;
  if (!bytes_add_hex (&bytes, rest))
    return script_fail (script, "bytes in hexadecimal are missing");
  bool good = true;
  for (size_t i = 0; good && i < bytes.len; i++)
    {
      bytes_add (&script->run.out, bytes.data + i, 1);
      good = flush (script);
      if (good && i + 1 < bytes.len)
        run_pause (&script->run, ms);
    }
  bytes_free (&bytes);
  return good;
}

/* Puts \n (sent as Enter is), \t and \\ in their place in TEXT.  Returns
   the length.  */
static size_t
unescape (char *text)
{
  char *to = text;
  for (const char *at = text; *at; at++)
    if (at[0] == '\\' && at[1] && strchr ("nt\\", at[1]))
      {
        at++;
        *to++ = *at == 'n' ? '\r' : *at == 't' ? '\t' : '\\';
      }
    else
      *to++ = *at;
  *to = '\0';
  return (size_t) (to - text);
}

bool
cmd_paste (struct script *script, char *rest)
{
  char *text = script_text (script, rest);
  if (!text)
    return false;
  if (script->run.emu)
    emu_paste (script->run.emu, text, unescape (text));
  return flush (script);
}

bool
cmd_signal (struct script *script, char *rest)
{
  int number = script_signal (rest);
  const struct pty *pty = &script->run.pty;
  if (!number)
    return script_fail (script, "\"%s\" is no signal", rest);
  if (pty->pid <= 0 || pty->ended || kill (pty->pid, number) != 0)
    return script_outcome (script, OUTCOME_NEVER);
  return true;
}

bool
cmd_hangup (struct script *script, char *rest)
{
  if (*rest)
    return script_fail (script, "nothing stands after this command");
  if (script->run.pty.master < 0)
    return script_outcome (script, OUTCOME_NEVER);
  run_pump (&script->run, 0);
  pty_hangup (&script->run.pty);
  return true;
}
