/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The emulated terminal, made with libvterm.  */
#include "termemu.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <vterm.h>
#include <wchar.h>

#include "termkeys.h"

struct emu
{
  VTerm *vt;
  VTermScreen *screen;
  struct bytes *out;
  bool hidden; /* the cursor is */
  bool alternate;
  bool mouse;
  bool wide;           /* see emu_set_wide */
  struct bytes waiting; /* the start of a character, if WIDE */
};

/* The characters of ambiguous width that scripts use, and what stands for each
   where they are wide: libvterm draws them narrow.  */
static const char *const ambiguous[]
  = { "“", "”", "—", "…", "·", "①", "⑨", "±", "≠", NULL };
static const char stand_in[] = "〓";

/* libvterm's mark of the second half of a wide character.  */
static const uint32_t SECOND_HALF = (uint32_t) -1;

static void
on_output (const char *data, size_t len, void *user)
{
  struct emu *emu = user;
  bytes_add (emu->out, data, len);
}

static int
on_mode (VTermProp prop, VTermValue *value, void *user)
{
  struct emu *emu = user;
  if (prop == VTERM_PROP_CURSORVISIBLE)
    emu->hidden = !value->boolean;
  else if (prop == VTERM_PROP_ALTSCREEN)
    emu->alternate = value->boolean;
  else if (prop == VTERM_PROP_MOUSE)
    emu->mouse = value->number != VTERM_PROP_MOUSE_NONE;
  return 1;
}

struct emu *
emu_new (int rows, int cols, struct bytes *out)
{
  static const VTermScreenCallbacks callbacks = { .settermprop = on_mode };
  struct emu *emu = calloc (1, sizeof *emu);
  if (!emu || !(emu->vt = vterm_new (rows, cols)))
    abort ();
  emu->out = out;
  vterm_set_utf8 (emu->vt, 1);
  vterm_output_set_callback (emu->vt, on_output, emu);
  emu->screen = vterm_obtain_screen (emu->vt);
  vterm_screen_set_callbacks (emu->screen, &callbacks, emu);
  vterm_screen_enable_altscreen (emu->screen, 1);
  vterm_screen_reset (emu->screen, 1);
  return emu;
}

void
emu_free (struct emu *emu)
{
  if (!emu)
    return;
  vterm_free (emu->vt);
  bytes_free (&emu->waiting);
  free (emu);
}

void
emu_set_wide (struct emu *emu)
{
  emu->wide = true;
}

/* The bytes of the character at DATA, from its first byte.  */
static size_t
char_len (const char *data)
{
  unsigned char c = (unsigned char) *data;
  return c < 0xC0 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

/* Writes the character of LEN bytes at DATA, or what stands for it.  */
static void
write_wide (struct emu *emu, const char *data, size_t len)
{
  for (size_t i = 0; ambiguous[i]; i++)
    if (strlen (ambiguous[i]) == len && memcmp (ambiguous[i], data, len) == 0)
      {
        vterm_input_write (emu->vt, stand_in, sizeof stand_in - 1);
        return;
      }
  vterm_input_write (emu->vt, data, len);
}

static void
feed_wide (struct emu *emu, const char *data, size_t len)
{
  struct bytes *waiting = &emu->waiting;
  size_t at = 0;
  bytes_add (waiting, data, len);
  while (at < waiting->len && at + char_len (waiting->data + at) <= waiting->len)
    {
      size_t step = char_len (waiting->data + at);
      write_wide (emu, waiting->data + at, step);
      at += step;
    }
  bytes_drop (waiting, at);
}

void
emu_feed (struct emu *emu, const char *data, size_t len)
{
  if (emu->wide)
    feed_wide (emu, data, len);
  else
    vterm_input_write (emu->vt, data, len);
  vterm_screen_flush_damage (emu->screen);
}

void
emu_resize (struct emu *emu, int rows, int cols)
{
  vterm_set_size (emu->vt, rows, cols);
}

void
emu_size (const struct emu *emu, int *rows, int *cols)
{
  vterm_get_size (emu->vt, rows, cols);
}

void
emu_cursor (const struct emu *emu, int *row, int *col)
{
  VTermPos pos;
  vterm_state_get_cursorpos (vterm_obtain_state (emu->vt), &pos);
  *row = pos.row;
  *col = pos.col;
}

bool
emu_cursor_visible (const struct emu *emu)
{
  return !emu->hidden;
}

bool
emu_alternate (const struct emu *emu)
{
  return emu->alternate;
}

bool
emu_mouse (const struct emu *emu)
{
  return emu->mouse;
}

/* Fills CELL; an empty one beyond the edges.  */
static void
get_cell (const struct emu *emu, int row, int col, VTermScreenCell *cell)
{
  int rows, cols;
  memset (cell, 0, sizeof *cell);
  emu_size (emu, &rows, &cols);
  if (row >= 0 && row < rows && col >= 0 && col < cols)
    vterm_screen_get_cell (emu->screen, (VTermPos) { row, col }, cell);
}

/* Whether CP fills two columns.  Han newer than the C library has no width
   there; libvterm knows it as wide.  */
static bool
is_wide (uint32_t cp)
{
  int width = wcwidth ((wchar_t) cp);
  return width == 2 || (width < 0 && cp >= 0x1100);
}

/* Whether the cell at COL is half of a wide character whose other half was
   overwritten; libvterm leaves such halves as they are.  */
static bool
is_torn (const struct emu *emu, int row, int col, const VTermScreenCell *cell)
{
  VTermScreenCell other;
  if (cell->chars[0] == SECOND_HALF)
    {
      get_cell (emu, row, col - 1, &other);
      return !is_wide (other.chars[0]);
    }
  if (!is_wide (cell->chars[0]))
    return false;
  get_cell (emu, row, col + 1, &other);
  return other.chars[0] != SECOND_HALF;
}

void
emu_row (const struct emu *emu, int row, struct bytes *to)
{
  int rows, cols;
  VTermScreenCell cell;
  emu_size (emu, &rows, &cols);
  for (int col = 0; col < cols; col++)
    {
      get_cell (emu, row, col, &cell);
      if (cell.chars[0] == 0 || is_torn (emu, row, col, &cell))
        bytes_add (to, " ", 1);
      else if (cell.chars[0] != SECOND_HALF)
        for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
          bytes_add_cp (to, cell.chars[i]);
    }
  bytes_trim (to, ' ');
}

static char
attr_letter (const VTermScreenCell *cell)
{
  if (cell->attrs.reverse)
    return 'r';
  if (cell->attrs.bold)
    return 'b';
  if (cell->attrs.underline)
    return 'u';
  if (cell->attrs.italic)
    return 'i';
  if (cell->attrs.blink)
    return 'k';
  return VTERM_COLOR_IS_DEFAULT_FG (&cell->fg)
                 && VTERM_COLOR_IS_DEFAULT_BG (&cell->bg)
             ? '.'
             : 'c';
}

void
emu_attrs (const struct emu *emu, int row, struct bytes *to)
{
  int rows, cols;
  VTermScreenCell cell;
  emu_size (emu, &rows, &cols);
  for (int col = 0; col < cols; col++)
    {
      get_cell (emu, row, col, &cell);
      /* libvterm keeps the attributes of a wide character in its first
         half only.  */
      if (col > 0 && cell.chars[0] == SECOND_HALF)
        get_cell (emu, row, col - 1, &cell);
      char letter = attr_letter (&cell);
      bytes_add (to, &letter, 1);
    }
  bytes_trim (to, '.');
}

unsigned
emu_char (const struct emu *emu, int row, int col)
{
  VTermScreenCell cell;
  get_cell (emu, row, col, &cell);
  return cell.chars[0] == SECOND_HALF || is_torn (emu, row, col, &cell)
             ? 0
             : cell.chars[0];
}

const char *
emu_keys (struct emu *emu, const char *text)
{
  return keys_send (emu->vt, text, emu->out);
}

void
emu_paste (struct emu *emu, const char *text, size_t len)
{
  vterm_keyboard_start_paste (emu->vt);
  bytes_add (emu->out, text, len);
  vterm_keyboard_end_paste (emu->vt);
}
