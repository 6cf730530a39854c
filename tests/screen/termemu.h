/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The emulated terminal: what the program drew, and the keys it is sent.
   Rows and columns count from 0 here.  */
#ifndef TERMEMU_H
#define TERMEMU_H

#include <stdbool.h>
#include <stddef.h>

#include "termbytes.h"

struct emu;

/* A terminal that adds what it sends to the program (keys, answers to
   queries) to OUT.  */
struct emu *emu_new (int rows, int cols, struct bytes *out);
void emu_free (struct emu *emu);

/* From now on characters of ambiguous width take two columns, and are seen as
   the wide character 〓.  */
void emu_set_wide (struct emu *emu);

/* Takes LEN bytes of the program's output.  */
void emu_feed (struct emu *emu, const char *data, size_t len);

void emu_resize (struct emu *emu, int rows, int cols);
void emu_size (const struct emu *emu, int *rows, int *cols);
void emu_cursor (const struct emu *emu, int *row, int *col);

/* Modes that the program has set.  */
bool emu_cursor_visible (const struct emu *emu);
bool emu_alternate (const struct emu *emu);
bool emu_mouse (const struct emu *emu);

/* The text of a row without blanks at its end.  Half of a wide character
   that was overwritten is a blank, as a terminal shows it.  */
void emu_row (const struct emu *emu, int row, struct bytes *to);

/* A letter for each column of a row, without the '.' at its end: 'r'
   reverse, else 'b' bold, else 'u' underlined, else 'i' italic, else 'k'
   blinking, else 'c' coloured, else '.'.  */
void emu_attrs (const struct emu *emu, int row, struct bytes *to);

/* The first code point in a cell, 0 when it is empty or the second half of
   a wide character.  */
unsigned emu_char (const struct emu *emu, int row, int col);

/* Sends TEXT, with keys by name between angle brackets, as xterm does.
   Returns NULL, or the place of a name that is none.  */
const char *emu_keys (struct emu *emu, const char *text);

/* Sends TEXT, marked as pasted when the program has asked for that.  */
void emu_paste (struct emu *emu, const char *text, size_t len);

#endif
