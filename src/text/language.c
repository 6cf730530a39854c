/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the language of a text by its letters.  */
#include <unictype.h>

#include "base/utf8.h"
#include "text/ascii.h"
#include "text/sentence.h"
#include "text/stop.h"

/* How many letters tell the language.  */
enum { LANGUAGE_LETTERS = 65536 };

const char *
text_language (const char *text, size_t len)
{
  size_t letters = 0, han = 0;
  for (size_t at = 0; at < len && letters < LANGUAGE_LETTERS;)
    {
      /* A run of ASCII; none of its bytes is more than one letter.  */
      size_t most = LANGUAGE_LETTERS - letters;
      size_t end = len - at < most ? len : at + most;
      while (at < end && (unsigned char) text[at] < 0x80)
        letters += ascii_is_alpha ((unsigned char) text[at++]);
      if (at == end)
        continue;
      unsigned cp = utf8_next (text, len, &at);
      bool is = cp != UTF8_ERROR && stop_is_han (cp);
      han += is;
      letters += is || (cp != UTF8_ERROR && uc_is_alpha (cp));
    }
  return letters == 0 ? "" : 5 * han >= letters ? "zh" : "en";
}
