/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes store/pack.h: any bytes come back as they were, and of bytes that were
   never packed nothing bad comes.  */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "store/pack.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  struct buf packed = BUF_INIT, text = BUF_INIT;
  pack_text ((const char *) data, size, &packed);
  if (!unpack_text ((const unsigned char *) buf_string (&packed), packed.len,
                    &text)
      || text.len != size || (size && memcmp (text.data, data, size) != 0))
    abort ();
  buf_clear (&text);
  if (unpack_text (data, size, &text) && text.len > 255 * size)
    abort ();
  buf_free (&packed);
  buf_free (&text);
  return 0;
}
