/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys and their names ("j", "Space", "Ctrl-S", "Alt-Enter", "PgDn").  */
#ifndef READ_KEY_H
#define READ_KEY_H

#include <stddef.h>

/* A key is a code point (controls for Ctrl-letters), or one of these above all
   code points, with KEY_ALT added where Alt was held.  */
enum
{
  KEY_NONE = 0,
  KEY_TAB = 9,
  KEY_RETURN = 13,
  KEY_ESCAPE = 27,
  KEY_FIRST = 0x110000,
  KEY_ARROW_UP = KEY_FIRST,
  KEY_ARROW_DOWN,
  KEY_ARROW_LEFT,
  KEY_ARROW_RIGHT,
  KEY_PAGE_UP,
  KEY_PAGE_DOWN,
  KEY_START,
  KEY_STOP,
  KEY_ERASE,    /* Backspace */
  KEY_REMOVE,   /* Del */
  KEY_TAB_BACK, /* Shift-Tab */
  KEY_FUNCTION, /* F1 is KEY_FUNCTION + 1, up to 12 */
  KEY_LAST = KEY_FUNCTION + 12,
  KEY_ALT = 0x1000000
};

enum { KEY_NAME_SIZE = 24 };

/* The key called by the LEN bytes at NAME, or KEY_NONE.  */
unsigned key_named (const char *name, size_t len);

/* Writes the name of KEY; never empty.  */
void key_label (unsigned key, char name[KEY_NAME_SIZE]);

#endif
