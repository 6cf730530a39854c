/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command that looks whether a frame is straight.  */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "termcmds.h"

enum { CHARS_MAX = 8 };

/* What is looked for where; rows and columns from 0.  */
struct frame
{
  wchar_t chars[CHARS_MAX];
  int col; /* the column it must be in, or -1 */
  int first;
  int end;
};

static bool
is_frame (const struct run *run, const struct frame *frame, int row, int col)
{
  wchar_t c = (wchar_t) emu_char (run->emu, row, col);
  return c && wcschr (frame->chars, c);
}

/* Takes [COL] CHARS [FIRST LAST] off REST.  */
static bool
parse (struct script *script, char *rest, struct frame *frame)
{
  const struct run *run = &script->run;
  char *space = strchr (rest, ' ');
  size_t digits = strspn (rest, "0123456789");
  frame->col = 0;
  if (space && digits && rest + digits == space
      && !isdigit ((unsigned char) space[1])
      && !script_int (script, &rest, 1, run->cols, &frame->col))
    return false;
  frame->col--;
  char *chars = rest;
  rest += strcspn (rest, " ");
  if (*rest)
    *rest++ = '\0';
  size_t n = mbstowcs (frame->chars, chars, CHARS_MAX);
  if (n == 0 || n >= CHARS_MAX)
    return script_fail (script, "from 1 to %d characters stand here",
                        CHARS_MAX - 1);
  frame->first = 1;
  frame->end = run->rows;
  if (*rest
      && (!script_int (script, &rest, 1, run->rows, &frame->first)
          || !script_int (script, &rest, frame->first, run->rows,
                          &frame->end)))
    return false;
  frame->first--;
  return true;
}

/* Every row has it in the one column.  */
static bool
check_column (struct script *script, const struct frame *frame)
{
  for (int row = frame->first; row < frame->end; row++)
    if (!is_frame (&script->run, frame, row, frame->col))
      return script_fail (script, "row %d has it not in column %d", row + 1,
                          frame->col + 1);
  return true;
}

static bool
has_any (const struct run *run, const struct frame *frame, int row)
{
  for (int col = 0; col < run->cols; col++)
    if (is_frame (run, frame, row, col))
      return true;
  return false;
}

/* Every row that has any has them where the first one that has any has.  */
static bool
check_alike (struct script *script, const struct frame *frame)
{
  const struct run *run = &script->run;
  int model = -1, rows = 0;
  for (int row = frame->first; row < frame->end; row++)
    {
      if (!has_any (run, frame, row))
        continue;
      rows++;
      if (model < 0)
        model = row;
      for (int col = 0; col < run->cols; col++)
        if (is_frame (run, frame, row, col)
            != is_frame (run, frame, model, col))
          return script_fail (script, "rows %d and %d differ in column %d",
                              model + 1, row + 1, col + 1);
    }
  return rows >= 2 || script_fail (script, "fewer than two rows have it");
}

bool
cmd_straight (struct script *script, char *rest)
{
  struct frame frame = { .col = -1 };
  if (!script->run.emu)
    return script_fail (script, "no program was started");
  run_pump (&script->run, 0);
  if (!parse (script, rest, &frame))
    return false;
  return frame.col >= 0 ? check_column (script, &frame)
                        : check_alike (script, &frame);
}
