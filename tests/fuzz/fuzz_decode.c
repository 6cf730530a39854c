/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes text/decode.h: any bytes give a clean text or an error with a place,
   and a text is left as it is by decoding it again.  */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "text/decode.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
must (bool held)
{
  if (!held)
    abort ();
}

/* What holds of OUT, made of SIZE bytes behind a first `x'.  */
static void
check_text (const struct buf *out, size_t size, const struct decoded *done)
{
  must (out->len > 1 && out->data[0] == 'x');
  must (utf8_check (out->data, out->len) == out->len);
  must (!memchr (out->data, '\r', out->len));
  must (!memchr (out->data, '\0', out->len));
  must (done->repaired <= 3 || done->repaired * 100 <= size);
  must ((done->repaired > 0) == (done->first_line > 0));
  must ((done->repaired > 0) == (done->first_offset >= 0));
  must (done->first_offset < (long long) size);
}

static void
check_again (const struct buf *out)
{
  struct buf again = BUF_INIT;
  struct decoded done;
  if (memcmp (out->data + 1, "\xEF\xBB\xBF", out->len < 4 ? 0 : 3) == 0)
    return; /* a second mark would go as well */
  must (text_decode (out->data + 1, out->len - 1, NULL, &again, &done, NULL));
  must (done.repaired == 0 && again.len == out->len - 1
        && memcmp (again.data, out->data + 1, again.len) == 0);
  buf_free (&again);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  struct buf out = BUF_INIT;
  struct decoded done;
  struct err err = ERR_INIT;
  buf_add_byte (&out, 'x');
  if (text_decode ((const char *) data, size, "fuzz", &out, &done, &err))
    {
      check_text (&out, size, &done);
      check_again (&out);
    }
  else
    {
      must (out.len == 1 && strcmp (out.data, "x") == 0);
      must (err.code == ERR_EMPTY || err.code == ERR_NUL
            || err.code == ERR_ENCODING);
      must (err.code == ERR_EMPTY
            || (err.line > 0 && err.offset >= 0
                && err.offset < (long long) size));
    }
  buf_free (&out);
  return 0;
}
