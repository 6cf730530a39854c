/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strip of braille dots.  */
#include "export/plot_strip.h"

#include <stdbool.h>

/* The dots of a character, by Unicode's numbers.  */
enum
{
  BRAILLE = 0x2800,
  FOOT = 0xC0,
  LEFT = 0x47,
  RIGHT = 0xB8
};

/* Whether one of the bits FROM to below UNTIL is set.  */
static bool
any_bit (const unsigned char *bits, size_t from, size_t until)
{
  for (size_t i = from; i < until; i++)
    if (bits[i / 8] >> i % 8 & 1)
      return true;
  return false;
}

/* How many of COUNT bits fall before stroke I of STROKES.  */
static size_t
bits_before (size_t i, size_t count, size_t strokes)
{
  return (i * count + strokes - 1) / strokes;
}

void
plot_strip (const unsigned char *bits, size_t count, size_t columns,
            struct buf *out)
{
  size_t halves = columns * 2;
  for (size_t i = 0; i < halves; i += 2)
    {
      unsigned dots = FOOT;
      for (size_t k = 0; k < 2; k++)
        if (any_bit (bits, bits_before (i + k, count, halves),
                     bits_before (i + k + 1, count, halves)))
          dots |= k == 0 ? LEFT : RIGHT;
      buf_add_cp (out, BRAILLE + dots);
    }
}
