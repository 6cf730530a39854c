/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes text/wrap.h: whatever the text, nothing is lost, nothing unclean is
   drawn and every line is as wide as it may be.  Bytes that are not UTF-8 are
   no promise of wrap.h; they must do no harm all the same.  */
#include <stdint.h>
#include <stdlib.h>
#include <stdio.h>

#include "wrapped.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  for (int keep_lines = 0; keep_lines < 2; keep_lines++)
    {
      size_t columns;
      const char *wrong = wrapped_wrong ((const char *) data, size, keep_lines,
                                         24, &columns);
      if (!wrong)
        continue;
      fprintf (stderr, "%s (columns: %zu)\n", wrong, columns);
      abort ();
    }
  return 0;
}
