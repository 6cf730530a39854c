/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dictionary entries as people read them.  */
#include "index/entry_text.h"

#include <string.h>

#include "base/utf8.h"
#include "index/pinyin.h"

void
entry_text_forms (const struct word_entry *entry, const char *first,
                  size_t len, struct buf *out)
{
  const char *own = entry->simplified, *other = entry->traditional;
  if (strlen (other) == len && memcmp (other, first, len) == 0)
    {
      own = entry->traditional;
      other = entry->simplified;
    }
  buf_add_string (out, own);
  if (entry->traditional != entry->simplified)
    buf_add_format (out, " (%s)", other);
}

void
entry_text_pinyin (const struct word_entry *entry, struct buf *out)
{
  pinyin_mark (entry->pinyin, strlen (entry->pinyin), out);
}

/* Takes the run of Chinese at the end of OUT, behind START, away: the
   traditional form before a bar.  */
static void
drop_run (struct buf *out, size_t start)
{
  size_t at = out->len;
  while (at > start)
    {
      size_t before = at;
      if (utf8_prev (out->data, &before) < 0x2E80)
        break;
      at = before;
    }
  out->len = at;
}

void
entry_text_glosses (const struct word_entry *entry, struct buf *out)
{
  const char *text = entry->glosses;
  size_t start = out->len;
  for (size_t at = 0; text[at]; at++)
    {
      const char *end = text[at] == '[' ? strchr (text + at, ']') : NULL;
      if (text[at] == '/')
        buf_add_string (out, "; ");
      else if (text[at] == '|' && (unsigned char) text[at + 1] >= 0x80)
        drop_run (out, start);
      else if (end)
        {
          size_t len = (size_t) (end - text) - at;
          pinyin_mark (text + at, len, out);
          at += len - 1;
        }
      else
        buf_add_byte (out, text[at]);
    }
}
