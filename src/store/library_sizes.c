/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much text the library holds.  */
#include "store/library_sizes.h"

#include <limits.h>

#include "base/utf8.h"
#include "store/library_private.h"

/* Whether CP is a Chinese character.  */
static bool
is_han (unsigned cp)
{
  return (cp >= 0x3400 && cp <= 0x9FFF) || (cp >= 0xF900 && cp <= 0xFAFF)
         || (cp >= 0x20000 && cp <= 0x3FFFF);
}

/* Whether CP is part of a word, as far as counting needs it: letters and figures
   of ASCII, full-width ones, and what stands between Latin-1 and punctuation.  */
static bool
is_letter (unsigned cp)
{
  return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z')
         || (cp >= '0' && cp <= '9') || (cp >= 0xC0 && cp < 0x2000)
         || (cp >= 0xFF10 && cp <= 0xFF5A);
}

size_t
library_text_size (const char *text, size_t len)
{
  size_t count = 0;
  bool word = false;
  for (size_t at = 0; at < len;)
    {
      unsigned cp = (unsigned char) text[at] < 0x80
                      ? (unsigned char) text[at++] : utf8_next (text, len, &at);
      bool letter = is_letter (cp);
      count += is_han (cp) || (letter && !word);
      word = letter;
    }
  return count;
}

bool
library_sizes (struct library *library, long long after, size_t limit,
               struct library_sizes *out, struct err *err)
{
  struct err found = ERR_INIT;
  struct row row = row_of (&library->database, SIZES);
  put_number (&row, after);
  put_number (&row, (long long) limit);
  while (row_next (&row, &found))
    {
      struct library_size size = { .id = take_number (&row, 1, LLONG_MAX) };
      take_short (&row, size.date, sizeof size.date);
      size.two = take_number (&row, 0, SIDES) == SIDES;
      for (enum side s = 0; s < SIDES; s++)
        size.size[s] = take_double (&row, 0, 1e18);
      if (!row.bad)
        VEC_PUSH (out, size);
    }
  if (found.code != ERR_NONE && err)
    *err = found;
  return found.code == ERR_NONE;
}

bool
library_langs (struct library *library, long long id,
               char lang[SIDES][4], struct err *err)
{
  struct err found = ERR_INIT;
  struct row row = row_of (&library->database, TEXT_LANGS);
  put_number (&row, id);
  lang[ORIGINAL][0] = lang[TRANSLATION][0] = '\0';
  if (row_next (&row, &found))
    {
      for (enum side s = 0; s < SIDES; s++)
        take_short (&row, lang[s], sizeof lang[s]);
      row_done (&row);
    }
  if (found.code != ERR_NONE && err)
    *err = found;
  return found.code == ERR_NONE;
}
