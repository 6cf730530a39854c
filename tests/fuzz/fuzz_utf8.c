/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes base/utf8.h: stepping ends, and agrees with libunistring on what is
   UTF-8.  */
#include <stdint.h>
#include <stdlib.h>
#include <unistr.h>

#include "base/utf8.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *s = (const char *) data;
  size_t steps = 0;
  for (size_t at = 0; at < size; steps++)
    {
      size_t before = at;
      utf8_next (s, size, &at);
      if (at <= before || at > size)
        abort ();
    }
  const uint8_t *bad = u8_check (data, size);
  size_t want = bad ? (size_t) (bad - data) : size;
  if (utf8_check (s, size) != want || steps > size)
    abort ();
  return 0;
}
