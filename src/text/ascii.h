/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ASCII letters and digits, whatever the locale.  */
#ifndef TEXT_ASCII_H
#define TEXT_ASCII_H

#include <stdbool.h>

static inline bool
ascii_is_digit (unsigned cp)
{
  return cp >= '0' && cp <= '9';
}

static inline bool
ascii_is_upper (unsigned cp)
{
  return cp >= 'A' && cp <= 'Z';
}

static inline bool
ascii_is_lower (unsigned cp)
{
  return cp >= 'a' && cp <= 'z';
}

static inline bool
ascii_is_alpha (unsigned cp)
{
  return ascii_is_upper (cp) || ascii_is_lower (cp);
}

static inline char
ascii_to_lower (char c)
{
  return c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c;
}

#endif
