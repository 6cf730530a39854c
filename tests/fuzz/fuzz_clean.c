/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes text/clean.h and text/width.h: nothing unclean comes out, cleaning
   twice is cleaning once, and what fits are whole clusters that fit.  */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unigbrk.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "text/clean.h"
#include "text/width.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
must (bool held)
{
  if (!held)
    abort ();
}

static void
check_clean (const struct buf *out, bool keep_lines)
{
  unsigned marks = CLEAN_COMBINING; /* nothing to stand on yet */
  must (utf8_check (buf_string (out), out->len) == out->len);
  for (size_t at = 0; at < out->len;)
    {
      unsigned cp = utf8_next (out->data, out->len, &at);
      if (keep_lines && cp == '\n')
        {
          marks = CLEAN_COMBINING;
          continue;
        }
      must (cp == ' ' || clean_class (cp) == CLEAN_KEEP);
      marks = width_cp (cp) == 0 ? marks + 1 : 0;
      must (marks <= CLEAN_COMBINING);
    }
}

static void
check_again (const struct buf *out, bool keep_lines)
{
  struct buf again = BUF_INIT;
  clean_add (&again, buf_string (out), out->len, keep_lines);
  must (strcmp (buf_string (&again), buf_string (out)) == 0);
  buf_free (&again);
}

static void
check_fit (const struct buf *out)
{
  size_t width = width_text (out->data, out->len), used;
  char *begins = mem_new (out->len + 1, 1);
  u8_grapheme_breaks ((const uint8_t *) out->data, out->len, begins);
  begins[out->len] = 1;
  size_t columns = width > 200 ? width - 200 : 0;
  for (; columns <= width; columns++)
    {
      size_t fit = width_fit (out->data, out->len, columns, &used);
      must (fit <= out->len && used <= columns && begins[fit]);
      must (used == width_text (out->data, fit));
      size_t next = fit + (fit < out->len);
      while (!begins[next])
        next++;
      must (fit == out->len || width_text (out->data, next) > columns);
    }
  must (width_fit (out->data, out->len, width, NULL) == out->len);
  free (begins);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  for (int keep_lines = 0; keep_lines < 2; keep_lines++)
    {
      struct buf out = BUF_INIT;
      clean_add (&out, (const char *) data, size, keep_lines);
      check_clean (&out, keep_lines);
      check_again (&out, keep_lines);
      if (!keep_lines && out.len > 0)
        check_fit (&out);
      buf_free (&out);
    }
  return 0;
}
