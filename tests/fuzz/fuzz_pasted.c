/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes view/pasted.h and read/completion.h: what was pasted becomes text without
   controls, the same when it is pasted again, and what can be finished in it
   stands before the cursor.  */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "read/completion.h"
#include "view/pasted.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
must (bool held)
{
  if (!held)
    abort ();
}

static void
check_text (const struct buf *text)
{
  struct buf again = BUF_INIT;
  must (utf8_check (buf_string (text), text->len) == text->len);
  for (size_t i = 0; i < text->len; i++)
    {
      unsigned char c = (unsigned char) text->data[i];
      must (c >= ' ' ? c != 0x7F : c == '\n' || c == '\t');
    }
  pasted_text (buf_string (text), text->len, &again);
  must (again.len == text->len
        && memcmp (buf_string (&again), buf_string (text), text->len) == 0);
  buf_free (&again);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  struct buf text = BUF_INIT;
  pasted_text ((const char *) data, size, &text);
  check_text (&text);
  for (size_t at = 0;;)
    {
      struct range typed;
      if (completion_at (buf_string (&text), at, &typed) != COMPLETION_NONE)
        must (typed.start > 0 && typed.start <= at && typed.end == at);
      if (at >= text.len)
        break;
      utf8_next (text.data, text.len, &at);
    }
  buf_free (&text);
  return 0;
}
