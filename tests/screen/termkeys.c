/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sends keys as xterm does: characters as they are, Ctrl as a control
   character, Alt as an Escape before, the others as the modes say.  */
#include "termkeys.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static const struct
{
  const char *name;
  VTermKey key;
  VTermModifier mod;
} named[] = {
  { "Enter", VTERM_KEY_ENTER, VTERM_MOD_NONE },
  { "Esc", VTERM_KEY_ESCAPE, VTERM_MOD_NONE },
  { "Tab", VTERM_KEY_TAB, VTERM_MOD_NONE },
  { "BTab", VTERM_KEY_TAB, VTERM_MOD_SHIFT },
  { "Backspace", VTERM_KEY_BACKSPACE, VTERM_MOD_NONE },
  { "Up", VTERM_KEY_UP, VTERM_MOD_NONE },
  { "Down", VTERM_KEY_DOWN, VTERM_MOD_NONE },
  { "Left", VTERM_KEY_LEFT, VTERM_MOD_NONE },
  { "Right", VTERM_KEY_RIGHT, VTERM_MOD_NONE },
  { "Home", VTERM_KEY_HOME, VTERM_MOD_NONE },
  { "End", VTERM_KEY_END, VTERM_MOD_NONE },
  { "PgUp", VTERM_KEY_PAGEUP, VTERM_MOD_NONE },
  { "PgDn", VTERM_KEY_PAGEDOWN, VTERM_MOD_NONE },
  { "Ins", VTERM_KEY_INS, VTERM_MOD_NONE },
  { "Del", VTERM_KEY_DEL, VTERM_MOD_NONE },
};

/* The key called NAME, VTERM_KEY_NONE when there is none.  Adds to *MOD.  */
static VTermKey
named_key (const char *name, int *mod)
{
  for (size_t i = 0; i < sizeof named / sizeof *named; i++)
    if (strcmp (named[i].name, name) == 0)
      {
        *mod |= (int) named[i].mod;
        return named[i].key;
      }
  char *end;
  long n = name[0] == 'F' && isdigit ((unsigned char) name[1])
               ? strtol (name + 1, &end, 10)
               : 0;
  return n >= 1 && n <= 12 && !*end
             ? (VTermKey) (VTERM_KEY_FUNCTION (0) + n)
             : VTERM_KEY_NONE;
}

/* The text of a key that is a character by name or by itself.  */
static const char *
named_char (const char *name)
{
  if (strcmp (name, "Space") == 0)
    return " ";
  if (strcmp (name, "lt") == 0)
    return "<";
  /* One character of UTF-8, that is one byte that is no continuation.  */
  for (const char *at = name + 1; *name && *at; at++)
    if ((*at & 0xC0) != 0x80)
      return NULL;
  return *name ? name : NULL;
}

/* The control character that CHAR gives, -1 when it gives none.  */
static int
control (const char *text)
{
  int c = toupper ((unsigned char) text[0]);
  if (text[1])
    return -1;
  if (c == '?')
    return 0x7F;
  if (c == ' ')
    return 0;
  return c >= '@' && c <= '_' ? c & 0x1F : -1;
}

static bool
send_char (const char *text, int mod, struct bytes *out)
{
  int code = mod & VTERM_MOD_CTRL ? control (text) : 0;
  if (code < 0)
    return false;
  if (mod & VTERM_MOD_ALT)
    bytes_add (out, "\033", 1);
  char byte = (char) code;
  if (mod & VTERM_MOD_CTRL)
    bytes_add (out, &byte, 1);
  else
    bytes_add_string (out, text);
  return true;
}

/* Sends the key NAME, with modifiers before it as in C-M-x.  */
static bool
send_named (VTerm *vt, const char *name, struct bytes *out)
{
  static const char letters[] = "SMC";
  int mod = VTERM_MOD_NONE;
  for (const char *at; name[0] && name[1] == '-' && name[2]; name += 2)
    {
      if (!(at = strchr (letters, name[0])))
        return false;
      mod |= 1 << (at - letters);
    }
  const char *text = named_char (name);
  if (text)
    return send_char (text, mod, out);
  VTermKey key = named_key (name, &mod);
  if (key == VTERM_KEY_NONE)
    return false;
  vterm_keyboard_key (vt, key, (VTermModifier) mod);
  return true;
}

const char *
keys_send (VTerm *vt, const char *text, struct bytes *out)
{
  while (*text)
    {
      size_t n = strcspn (text, "<");
      bytes_add (out, text, n);
      text += n;
      if (!*text)
        break;
      const char *end = strchr (text, '>');
      /* So that <C->> and <M->> are keys too.  */
      if (end && end[-1] == '-' && end[1] == '>')
        end++;
      char name[24] = "";
      if (!end || (size_t) (end - text) > sizeof name)
        return text;
      memcpy (name, text + 1, (size_t) (end - text - 1));
      if (!send_named (vt, name, out))
        return text;
      text = end + 1;
    }
  return NULL;
}
