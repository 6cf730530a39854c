/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes a line apart into words that can be compared.  */
#include "import/archive_words.h"

#include <stdbool.h>
#include <unicase.h>
#include <unictype.h>

#include "base/utf8.h"
#include "import/source_line.h"
#include "text/ascii.h"

/* CP folded: the full-width forms of ASCII (U+FF01 to U+FF5E) as ASCII, small
   letters for capitals.  */
static unsigned
fold (unsigned cp)
{
  if (cp < 0x80)
    return (unsigned char) ascii_to_lower ((char) cp);
  if (cp >= 0xFF01 && cp <= 0xFF5E)
    cp -= 0xFEE0;
  return uc_tolower (cp);
}

static bool
is_alnum (unsigned cp)
{
  return cp < 0x80 ? ascii_is_alpha (cp) || ascii_is_digit (cp)
                   : cp != UTF8_ERROR && uc_is_alnum (cp);
}

void
words_of_line (const char *text, struct range range, struct words *out)
{
  static const unsigned long long basis = 14695981039346656037u;
  static const unsigned long long prime = 1099511628211u;
  bool open = false; /* whether the last word may go on */
  for (size_t at = range.start; at < range.end;)
    {
      size_t start = at;
      unsigned cp = utf8_next (text, range.end, &at);
      bool han = source_is_han (cp);
      if (!han && !is_alnum (cp))
        {
          open = false;
          continue;
        }
      if (han || !open)
        VEC_PUSH (out, (struct word) { basis, { start, at }, 0 });
      struct word *word = &out->items[out->len - 1];
      word->print = (word->print ^ fold (cp)) * prime;
      word->range.end = at;
      open = !han;
    }
}
