/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys and their names.  */
#include "read/key.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unictype.h>

#include "base/utf8.h"

static const struct
{
  const char *name;
  unsigned key;
} names[] = {
  { "Space", ' ' },
  { "Tab", KEY_TAB },
  { "Enter", KEY_RETURN },
  { "Esc", KEY_ESCAPE },
  { "Up", KEY_ARROW_UP },
  { "Down", KEY_ARROW_DOWN },
  { "Left", KEY_ARROW_LEFT },
  { "Right", KEY_ARROW_RIGHT },
  { "PgUp", KEY_PAGE_UP },
  { "PgDn", KEY_PAGE_DOWN },
  { "Home", KEY_START },
  { "End", KEY_STOP },
  { "Backspace", KEY_ERASE },
  { "Del", KEY_REMOVE },
  { "Shift-Tab", KEY_TAB_BACK },
};

enum { NAMES = sizeof names / sizeof *names };

/* The function key whose number the LEN bytes at DIGITS are.  */
static unsigned
function_named (const char *digits, size_t len)
{
  unsigned number = 0;
  for (size_t i = 0; i < len; i++)
    {
      if (digits[i] < (i ? '0' : '1') || digits[i] > '9')
        return KEY_NONE;
      number = number * 10 + (unsigned) (digits[i] - '0');
    }
  return number <= 12 ? KEY_FUNCTION + number : KEY_NONE;
}

/* The key that LEN bytes at NAME call without Ctrl or Alt.  */
static unsigned
plain_named (const char *name, size_t len)
{
  size_t at = 0;
  unsigned cp = len > 0 ? utf8_next (name, len, &at) : UTF8_ERROR;
  if (cp != UTF8_ERROR && cp > ' ' && at == len && !uc_is_cntrl (cp))
    return cp;
  for (size_t i = 0; i < NAMES; i++)
    if (strlen (names[i].name) == len
        && strncasecmp (names[i].name, name, len) == 0)
      return names[i].key;
  return len >= 2 && len <= 3 && name[0] == 'F'
           ? function_named (name + 1, len - 1)
           : KEY_NONE;
}

unsigned
key_named (const char *name, size_t len)
{
  if (len > 4 && strncasecmp (name, "Alt-", 4) == 0)
    {
      unsigned key = key_named (name + 4, len - 4);
      return key ? key | KEY_ALT : KEY_NONE;
    }
  if (len == 6 && strncasecmp (name, "Ctrl-", 5) == 0)
    {
      unsigned char letter = (unsigned char) name[5];
      if ((letter >= '@' && letter <= '_')
          || (letter >= 'a' && letter <= 'z'))
        return letter & 0x1F;
      return KEY_NONE;
    }
  return plain_named (name, len);
}

void
key_label (unsigned key, char name[KEY_NAME_SIZE])
{
  const char *alt = key & KEY_ALT ? "Alt-" : "";
  key &= ~(unsigned) KEY_ALT;
  for (size_t i = 0; i < NAMES; i++)
    if (names[i].key == key)
      {
        snprintf (name, KEY_NAME_SIZE, "%s%s", alt, names[i].name);
        return;
      }
  if (key > KEY_FUNCTION && key <= KEY_LAST)
    snprintf (name, KEY_NAME_SIZE, "%sF%u", alt, key - KEY_FUNCTION);
  else if (key < ' ')
    snprintf (name, KEY_NAME_SIZE, "%sCtrl-%c", alt, (int) (key | 0x40));
  else
    {
      char text[5] = "?";
      if (key < KEY_FIRST && !uc_is_cntrl (key))
        text[utf8_put (text, key)] = '\0';
      snprintf (name, KEY_NAME_SIZE, "%s%s", alt, text);
    }
}
