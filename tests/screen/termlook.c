/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that print what the program has written, or expect it.  */
#include "termlook.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>

#include "termcmds.h"

bool
look_shown (const struct run *run, int row, const char *text)
{
  struct bytes line = { 0 };
  bool found = false;
  int first = row < 0 ? 0 : row, end = row < 0 ? run->rows : row + 1;
  for (int i = first; run->emu && !found && i < end; i++)
    {
      emu_row (run->emu, i, &line);
      found = strstr (bytes_string (&line), text) != NULL;
      bytes_drop (&line, line.len);
    }
  bytes_free (&line);
  return found;
}

bool
look_raw (const struct run *run, const struct bytes *bytes)
{
  return run->raw.len
         && memmem (run->raw.data, run->raw.len, bytes->data, bytes->len);
}

/* Takes the output that is there; false when nothing was started.  */
static bool
look (struct script *script)
{
  if (!script->run.emu)
    return script_fail (script, "no program was started");
  run_pump (&script->run, 0);
  return true;
}

bool
cmd_print (struct script *script, char *rest)
{
  (void) script;
  printf ("%s\n", rest);
  return true;
}

bool
cmd_screen (struct script *script, char *rest)
{
  if (!look (script))
    return false;
  script_print_screen (&script->run, *rest ? rest : "screen", stdout);
  return true;
}

bool
cmd_screen_attrs (struct script *script, char *rest)
{
  struct bytes line = { 0 };
  if (!look (script))
    return false;
  printf ("--- %s attributes\n", *rest ? rest : "screen");
  for (int i = 0; i < script->run.rows; i++)
    {
      emu_attrs (script->run.emu, i, &line);
      if (line.len)
        printf ("%2d %s\n", i + 1, bytes_string (&line));
      bytes_drop (&line, line.len);
    }
  bytes_free (&line);
  return true;
}

bool
cmd_row (struct script *script, char *rest)
{
  struct bytes line = { 0 };
  int row;
  if (!look (script) || !script_int (script, &rest, 1, script->run.rows, &row))
    return false;
  emu_row (script->run.emu, row - 1, &line);
  printf ("%s\n", bytes_string (&line));
  bytes_free (&line);
  return true;
}

bool
cmd_expect (struct script *script, char *rest)
{
  char *text = script_text (script, rest);
  return text && look (script)
         && (look_shown (&script->run, -1, text)
             || script_fail (script, "it is not on the screen"));
}

bool
cmd_expect_not (struct script *script, char *rest)
{
  char *text = script_text (script, rest);
  return text && look (script)
         && (!look_shown (&script->run, -1, text)
             || script_fail (script, "it is on the screen"));
}

bool
cmd_expect_row (struct script *script, char *rest)
{
  int row;
  if (!look (script) || !script_int (script, &rest, 1, script->run.rows, &row))
    return false;
  char *text = script_text (script, rest);
  return text
         && (look_shown (&script->run, row - 1, text)
             || script_fail (script, "it is not in that row"));
}

/* Fails unless the bytes that REST names were written, or were not.  */
static bool
expect_raw (struct script *script, const char *rest, bool wanted)
{
  struct bytes bytes = { 0 };
  if (!look (script))
    return false;
  if (!bytes_add_hex (&bytes, rest))
    return script_fail (script, "bytes in hexadecimal are missing");
  bool found = look_raw (&script->run, &bytes);
  bytes_free (&bytes);
  if (found == wanted)
    return true;
  return script_fail (script, "the program has %swritten these bytes",
                      found ? "" : "not ");
}

bool
cmd_expect_raw (struct script *script, char *rest)
{
  return expect_raw (script, rest, true);
}

bool
cmd_expect_not_raw (struct script *script, char *rest)
{
  return expect_raw (script, rest, false);
}

/* Whether the line discipline gives the program whole lines.  */
static bool
is_cooked (const struct run *run)
{
  struct termios modes;
  return run->pty.slave >= 0 && tcgetattr (run->pty.slave, &modes) == 0
         && (modes.c_lflag & (ICANON | ECHO)) == (ICANON | ECHO);
}

bool
cmd_expect_mode (struct script *script, char *rest)
{
  static const char *const names[][2] = { { "main", "alternate" },
                                          { "cursor", "no-cursor" },
                                          { "no-mouse", "mouse" },
                                          { "cooked", "raw" } };
  if (!look (script))
    return false;
  const struct run *run = &script->run;
  bool first[] = { !emu_alternate (run->emu), emu_cursor_visible (run->emu),
                   !emu_mouse (run->emu), is_cooked (run) };
  for (size_t i = 0; i < sizeof first / sizeof *first; i++)
    for (int k = 0; k < 2; k++)
      if (strcmp (names[i][k], rest) == 0)
        return first[i] == (k == 0)
               || script_fail (script, "the terminal is in mode %s",
                               names[i][!k]);
  return script_fail (script, "there is no such mode");
}

bool
cmd_bytes_count (struct script *script, char *rest)
{
  struct run *run = &script->run;
  if (!look (script))
    return false;
  printf ("%s %zu bytes\n", *rest ? rest : "output",
          run->raw.len - run->counted);
  run->counted = run->raw.len;
  return true;
}

bool
cmd_expect_bytes (struct script *script, char *rest)
{
  enum { MOST = 1000000000 };
  struct run *run = &script->run;
  int most;
  if (!script_int (script, &rest, 0, MOST, &most))
    return false;
  if (*rest)
    return script_fail (script, "\"%s\" is too much", rest);
  if (!look (script))
    return false;
  size_t count = run->raw.len - run->counted;
  run->counted = run->raw.len;
  return count <= (size_t) most
         || script_fail (script, "the program has written %zu bytes", count);
}

bool
cmd_raw (struct script *script, char *rest)
{
  if (!look (script))
    return false;
  char **words = script_words (script, rest);
  if (!words)
    return false;
  const struct bytes *raw = &script->run.raw;
  FILE *file = fopen (words[0], "wb");
  bool good = file
              && fwrite (bytes_string (raw), 1, raw->len, file) == raw->len;
  if (file && fclose (file) != 0)
    good = false;
  if (!good)
    script_fail (script, "%s: %s", words[0], strerror (errno));
  script_words_free (words);
  return good;
}
