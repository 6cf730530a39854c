/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terminal: the only file that knows curses.  */
#include "view/term.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#define NCURSES_NOMACROS
#include <curses.h>
#include <term.h>
/* term.h makes macros of common words.  */
#undef columns
#undef lines

#include "base/mem.h"
#include "base/utf8.h"
#include "read/key.h"
#include "text/width.h"
#include "view/osc52.h"
#include "view/pasted.h"
#include "view/term_wait.h"

/* curses' names for keys give way to ours in the rest of the file.  */
enum
{
  CURSES_PASTE_BEGIN = KEY_MAX + 1,
  CURSES_PASTE_END,
  CURSES_WORD_LEFT,
  CURSES_WORD_RIGHT
};

struct terminal
{
  SCREEN *screen;
  bool in_paste_mode;
  short pairs;
  attr_t style[STYLES];
  struct
  VEC (cchar_t) cells; /* of the run being shown */
  struct buf paste;
};

/* Looks at styles without colour first; colour only adds.  Found text is black
   on yellow and signs are magenta: both can be read on dark and light.  */
static void
set_styles (struct terminal *term, bool colour)
{
  static const attr_t plain[STYLES] = {
    [STYLE_LIT] = A_BOLD,        [STYLE_NOTED] = A_UNDERLINE,
    [STYLE_SHOWN] = A_REVERSE | A_UNDERLINE,
    [STYLE_YELLOW] = A_UNDERLINE, [STYLE_GREEN] = A_UNDERLINE,
    [STYLE_BLUE] = A_UNDERLINE,  [STYLE_RED] = A_UNDERLINE,
    [STYLE_PURPLE] = A_UNDERLINE,
    [STYLE_DIFFERS] = A_BOLD | A_UNDERLINE,
    [STYLE_FACING] = A_BOLD | A_REVERSE,
    [STYLE_FOUND] = A_REVERSE,   [STYLE_MARKED] = A_REVERSE,
    [STYLE_CURSOR] = A_REVERSE | A_BOLD | A_UNDERLINE,
    [STYLE_HEADER] = A_UNDERLINE, [STYLE_FRAME] = A_DIM,
    [STYLE_SIGN] = A_BOLD,       [STYLE_STRONG] = A_BOLD,
    [STYLE_WARNING] = A_BOLD,
  };
  memcpy (term->style, plain, sizeof plain);
  if (!colour || !has_colors () || start_color () == ERR
      || use_default_colors () == ERR || COLORS < 8)
    return;
  init_pair (1, COLOR_BLACK, COLOR_YELLOW);
  init_pair (2, COLOR_MAGENTA, -1);
  init_pair (3, COLOR_RED, -1);
  init_pair (10, COLOR_BLACK, COLOR_GREEN);
  init_pair (11, COLOR_WHITE, COLOR_BLUE);
  init_pair (12, COLOR_WHITE, COLOR_RED);
  init_pair (13, COLOR_WHITE, COLOR_MAGENTA);
  term->style[STYLE_YELLOW] |= (attr_t) COLOR_PAIR (1);
  term->style[STYLE_GREEN] |= (attr_t) COLOR_PAIR (10);
  term->style[STYLE_BLUE] |= (attr_t) COLOR_PAIR (11);
  term->style[STYLE_RED] |= (attr_t) COLOR_PAIR (12);
  term->style[STYLE_PURPLE] |= (attr_t) COLOR_PAIR (13);
  term->style[STYLE_FOUND] = (attr_t) COLOR_PAIR (1);
  term->style[STYLE_DIFFERS] |= (attr_t) COLOR_PAIR (3);
  term->style[STYLE_SIGN] |= (attr_t) COLOR_PAIR (2);
  term->style[STYLE_WARNING] |= (attr_t) COLOR_PAIR (3);
}

static void
set_keys (void)
{
  define_key ("\033[200~", CURSES_PASTE_BEGIN);
  define_key ("\033[201~", CURSES_PASTE_END);
  define_key ("\033[1;3D", CURSES_WORD_LEFT);
  define_key ("\033[1;3C", CURSES_WORD_RIGHT);
  /* Not every description has them, but these are what terminals send.  */
  define_key ("\033[A", KEY_UP);
  define_key ("\033[B", KEY_DOWN);
  define_key ("\033[C", KEY_RIGHT);
  define_key ("\033[D", KEY_LEFT);
  define_key ("\033[H", KEY_HOME);
  define_key ("\033[F", KEY_END);
  define_key ("\033[Z", KEY_BTAB);
}

static void
set_modes (struct terminal *term, bool on)
{
  bool ansi = strncmp (termname (), "vt1", 3) != 0
              && strncmp (termname (), "linux", 5) != 0;
  if (!ansi || on == term->in_paste_mode)
    return;
  term->in_paste_mode = on;
  fputs (on ? "\033[?2004h" : "\033[?2004l", stdout);
  fflush (stdout);
}

/* Whether the terminal has the string capability NAME.  */
static bool
can (const char *name)
{
  const char *text = tigetstr (name);
  return text && text != (const char *) -1 && *text;
}

struct terminal *
term_open (bool colour, struct err *err)
{
  const char *name = getenv ("TERM");
  if (!isatty (STDIN_FILENO) || !isatty (STDOUT_FILENO))
    {
      err_set (err, ERR_NO_TERMINAL, NULL, NULL);
      return NULL;
    }
  term_wait_signals ();
  struct terminal *term = mem_new (1, sizeof *term);
  term->screen = name && *name ? newterm (NULL, stdout, stdin) : NULL;
  if (!term->screen || !can ("cup") || !can ("clear"))
    {
      if (term->screen)
        {
          endwin ();
          delscreen (term->screen);
        }
      free (term);
      err_set (err, ERR_TERMINAL, NULL, "TERM=%s", name ? name : "");
      return NULL;
    }
  raw ();
  noecho ();
  nonl ();
  intrflush (stdscr, FALSE);
  keypad (stdscr, TRUE);
  idlok (stdscr, TRUE);
  /* A screen goes out in as few writes as its bytes need; curses would look
     for input between small ones.  term_pending is for the loop of events.  */
  typeahead (-1);
  /* On a slow line the bytes of a key come apart; ncurses' second is felt.  */
  set_escdelay (250);
  set_styles (term, colour);
  set_keys ();
  set_modes (term, true);
  return term;
}

void
term_close (struct terminal *term)
{
  if (!term)
    return;
  set_modes (term, false);
  endwin ();
  delscreen (term->screen);
  buf_free (&term->paste);
  VEC_FREE (&term->cells);
  free (term);
}

void
term_size (const struct terminal *term, size_t *rows, size_t *columns)
{
  (void) term;
  *rows = (size_t) LINES;
  *columns = (size_t) COLS;
}

/* The next cell of the LEN bytes at TEXT: a character and what combines with it,
   as far as a cell holds that.  */
static cchar_t
next_cell (const char *text, size_t len, size_t *at, attr_t style)
{
  wchar_t characters[CCHARW_MAX + 1] = { 0 };
  cchar_t cell;
  for (size_t i = 0, next = *at; next < len; i++, *at = next)
    {
      wchar_t c = (wchar_t) utf8_next (text, len, &next);
      if (i > 0 && width_cp ((unsigned) c) > 0)
        break;
      if (i < CCHARW_MAX)
        characters[i] = c;
    }
  setcchar (&cell, characters, style & ~(attr_t) A_COLOR,
            (short) PAIR_NUMBER ((int) style), NULL);
  return cell;
}

static void
add_cells (struct terminal *term, const char *text, size_t len, attr_t style)
{
  for (size_t at = 0; at < len;)
    VEC_PUSH (&term->cells, next_cell (text, len, &at, style));
}

/* The style of the blanks between a piece in style BEFORE and one in style
   BEHIND: one of theirs, where that can't be seen on a blank, so that the
   terminal need not be told of a change twice.  */
static attr_t
gap_style (attr_t before, attr_t behind)
{
  const attr_t seen = A_REVERSE | A_UNDERLINE | A_COLOR;
  return !(before & seen) ? before : !(behind & seen) ? behind : A_NORMAL;
}

/* Cells rather than bytes: curses takes much longer to find out what bytes
   are.  */
static void
show_row (struct terminal *term, int y, const struct canvas_row *row)
{
  size_t column = 0;
  for (size_t i = 0; i < row->runs.len; i++)
    {
      const struct run *run = &row->runs.items[i];
      attr_t style = term->style[run->style];
      attr_t before
        = i > 0 ? term->style[row->runs.items[i - 1].style] : style;
      size_t gap = run->column > column ? run->column - column : 0;
      const char *text = row->text.data + run->start;
      term->cells.len = 0;
      for (size_t k = 0; k < gap; k++)
        add_cells (term, " ", 1, gap_style (before, style));
      add_cells (term, text, run->len, style);
      mvadd_wchnstr (y, (int) (run->column - gap), term->cells.items,
                     (int) term->cells.len);
      column = run->column + width_text (text, run->len);
    }
}

void
term_show (struct terminal *term, const struct canvas *canvas)
{
  erase ();
  for (size_t i = 0; i < canvas->rows && i < (size_t) LINES; i++)
    show_row (term, (int) i, &canvas->row[i]);
  curs_set (canvas->cursor_shown);
  if (canvas->cursor_shown)
    move ((int) canvas->cursor_row, (int) canvas->cursor_column);
  else
    move (LINES - 1, 0);
  refresh ();
}

void
term_redraw (struct terminal *term)
{
  (void) term;
  clearok (curscr, TRUE);
}

/* Our name for the curses key CODE.  */
static unsigned
own_key (int code)
{
  static const struct
  {
    int code;
    unsigned key;
  } table[] = {
    { KEY_UP, KEY_ARROW_UP },       { KEY_DOWN, KEY_ARROW_DOWN },
    { KEY_LEFT, KEY_ARROW_LEFT },   { KEY_RIGHT, KEY_ARROW_RIGHT },
    { KEY_PPAGE, KEY_PAGE_UP },     { KEY_NPAGE, KEY_PAGE_DOWN },
    { KEY_HOME, KEY_START },        { KEY_END, KEY_STOP },
    { KEY_FIND, KEY_START },        { KEY_SELECT, KEY_STOP },
    { KEY_BACKSPACE, KEY_ERASE },   { KEY_DC, KEY_REMOVE },
    { KEY_BTAB, KEY_TAB_BACK },     { KEY_ENTER, KEY_RETURN },
    { CURSES_WORD_LEFT, KEY_ARROW_LEFT | KEY_ALT },
    { CURSES_WORD_RIGHT, KEY_ARROW_RIGHT | KEY_ALT },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    if (table[i].code == code)
      return table[i].key;
  if (code > KEY_F0 && code <= KEY_F0 + 12)
    return (unsigned) (KEY_FUNCTION + code - KEY_F0);
  return KEY_NONE;
}

/* Our name for the character CP.  */
static unsigned
own_character (wint_t cp)
{
  if (cp == 0xFFFD)
    return KEY_NONE;
  if (cp == 0x7F || cp == 8)
    return KEY_ERASE;
  if (cp == '\n')
    return KEY_RETURN;
  return (unsigned) cp;
}

bool
term_pending (const struct terminal *term)
{
  (void) term;
  return term_wait_pending ();
}

/* The character that begins with the byte FIRST; U+FFFD where it is none.  The
   bytes are put together here since get_wch drops the half that came in time
   when the rest is late, and takes what follows a bad byte for a part of it.  */
static wint_t
read_character (int first)
{
  enum { REST = 1000 };
  char bytes[4] = { (char) first };
  size_t wanted = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2, len = 1, at = 0;
  if (first < 0xC2 || first > 0xF4)
    return 0xFFFD;
  timeout (REST);
  for (; len < wanted; len++)
    {
      int next = getch ();
      if (next < 0x80 || next > 0xBF)
        {
          if (next != ERR)
            ungetch (next);
          return 0xFFFD;
        }
      bytes[len] = (char) next;
    }
  unsigned cp = utf8_next (bytes, len, &at);
  return cp == UTF8_ERROR ? 0xFFFD : cp;
}

/* One character or key that comes within MILLISECONDS; ERR where there is
   none.  */
static int
read_key (wint_t *got, int milliseconds)
{
  timeout (milliseconds);
  int key = getch ();
  if (key == ERR)
    return ERR;
  *got = key < 0x80 || key > 0xFF ? (wint_t) key : read_character (key);
  return key > 0xFF ? KEY_CODE_YES : OK;
}

/* Reads the next bytes of a paste into RAW; false where the terminal is gone, a
   signal asks to end, or the line stands still.  Past curses, which reads a byte
   at a time; so few at once, that curses can take back what is not of it.  */
static bool
read_pasted (struct buf *raw)
{
  /* A line that stands still in the middle of a paste must not make commands of
     the rest.  */
  enum { STANDSTILL = 10000, BYTES = 64 };
  char bytes[BYTES];
  enum event_kind ready = term_wait (STANDSTILL);
  if (ready != EVENT_KEY)
    return ready == EVENT_RESIZE;
  ssize_t got = read (STDIN_FILENO, bytes, sizeof bytes);
  if (got > 0)
    buf_add (raw, bytes, (size_t) got);
  return got > 0 || (got < 0 && errno == EINTR && !term_wait_ending ());
}

/* Reads pasted text until its end mark; what came behind that is given back.  */
static struct event
read_paste (struct terminal *term)
{
  const size_t mark = strlen (PASTE_END);
  struct buf raw = BUF_INIT;
  char *end = NULL;
  for (size_t from = 0; !end && read_pasted (&raw);)
    {
      end = memmem (raw.data + from, raw.len - from, PASTE_END, mark);
      from = raw.len >= mark ? raw.len - mark + 1 : 0;
    }
  size_t len = end ? (size_t) (end - raw.data) : raw.len;
  for (size_t i = raw.len; end && i > len + mark; i--)
    ungetch ((unsigned char) raw.data[i - 1]);
  buf_clear (&term->paste);
  pasted_text (buf_string (&raw), len, &term->paste);
  buf_free (&raw);
  return (struct event) { .kind = EVENT_PASTE,
                          .text = buf_string (&term->paste),
                          .len = term->paste.len };
}

/* Behind ESC [ or ESC O: reads to the end of a key that the terminal's
   description does not have, since its letters are no commands (ECMA-48 5.4).
   False where nothing follows.  */
static bool
skip_unknown_key (void)
{
  wint_t got;
  bool any = false;
  while (read_key (&got, ESCDELAY) == OK)
    {
      any = true;
      if (got < 0x20 || got > 0x3F)
        break;
    }
  return any;
}

/* Behind an ESC: the key that it makes an Alt of, or Esc alone.  curses has
   waited for the rest of a key already.  */
static unsigned
escape_key (void)
{
  wint_t got;
  int kind = read_key (&got, 0);
  if (kind == ERR)
    return KEY_ESCAPE;
  if (kind == OK && (got == '[' || got == 'O') && skip_unknown_key ())
    return KEY_NONE;
  unsigned key
    = kind == KEY_CODE_YES ? own_key ((int) got) : own_character (got);
  return key == KEY_ESCAPE || key == KEY_NONE ? key : key | KEY_ALT;
}

static struct event
key_event (struct terminal *term, int kind, wint_t got)
{
  struct event event = { .kind = EVENT_KEY };
  if (kind == KEY_CODE_YES)
    {
      if (got == KEY_RESIZE)
        event.kind = EVENT_RESIZE;
      else if (got == CURSES_PASTE_BEGIN)
        return read_paste (term);
      else
        event.key = own_key ((int) got);
    }
  else
    event.key = got == KEY_ESCAPE ? escape_key () : own_character (got);
  return event;
}

struct event
term_event (struct terminal *term, int milliseconds)
{
  wint_t got;
  /* curses may hold input, or a changed size, that poll can't see.  */
  int kind = read_key (&got, 0);
  if (kind != ERR)
    return key_event (term, kind, got);
  enum event_kind ready = term_wait (milliseconds);
  if (ready == EVENT_HANGUP || ready == EVENT_IDLE)
    return (struct event) { .kind = ready };
  kind = read_key (&got, 0);
  if (kind == ERR)
    return (struct event) { .kind = term_wait_ending () ? EVENT_HANGUP
                                                        : EVENT_RESIZE };
  return key_event (term, kind, got);
}

void
term_leave (struct terminal *term)
{
  set_modes (term, false);
  endwin ();
}

void
term_return (struct terminal *term)
{
  refresh ();
  set_modes (term, true);
  clearok (curscr, TRUE);
}

void
term_suspend (struct terminal *term)
{
  term_leave (term);
  raise (SIGTSTP);
  term_return (term);
}

bool
term_copy (struct terminal *term, const char *text, size_t len)
{
  /* xterm takes 100,000 bytes of base 64.  */
  enum { MOST = 74000 };
  struct buf out = BUF_INIT;
  (void) term;
  if (len > MOST)
    return false;
  osc52_copy (text, len,
              getenv ("TMUX")                             ? OSC52_TMUX
              : strncmp (termname (), "screen", 6) == 0   ? OSC52_SCREEN
                                                          : OSC52_NOTHING,
              &out);
  fwrite (out.data, 1, out.len, stdout);
  fflush (stdout);
  buf_free (&out);
  return true;
}

const char *
term_library (void)
{
  return curses_version ();
}

void
term_describe (struct screen_terminal *found)
{
  int status;
  *found = (struct screen_terminal) { .known = false };
  if (setupterm (NULL, STDOUT_FILENO, &status) != OK)
    return;
  found->known = true;
  found->moves = can ("cup") && can ("clear");
  int colours = tigetnum ("colors");
  found->colours = colours > 0 ? colours : 0;
}
