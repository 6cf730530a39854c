/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes import/: every importer reads anything that is UTF-8, and the
   paragraphs cover the text.  */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "import/importer.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* DATA with a question mark for all that a decoded text can't hold.  */
static char *
decoded (const uint8_t *data, size_t size, size_t *len)
{
  struct buf out = BUF_INIT;
  for (size_t at = 0; at < size;)
    {
      unsigned cp = utf8_next ((const char *) data, size, &at);
      buf_add_cp (&out, cp == UTF8_ERROR || cp == 0 || cp == '\r' ? '?' : cp);
    }
  *len = out.len;
  return buf_take (&out);
}

static void
check_side (const struct side_text *side)
{
  size_t at = 0;
  for (size_t i = 0; i < side->paragraphs.len; i++)
    {
      struct range r = side->paragraphs.items[i].range;
      if (r.start != at || r.end <= r.start)
        abort ();
      at = r.end;
    }
  if (at != side->len || strlen (side->text) != side->len
      || utf8_check (side->text, side->len) != side->len)
    abort ();
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  size_t len;
  char *text = decoded (data, size, &len);
  importer_for (text, len, "fuzz");
  for (size_t i = 0; importers[i]; i++)
    {
      struct document *document = document_new ();
      struct warnings warnings = { 0 };
      struct err err = ERR_INIT;
      if (importers[i]->read (text, len, "fuzz", document, &warnings, &err))
        for (enum side s = 0; s < SIDES; s++)
          check_side (&document->side[s]);
      else if (err.code != ERR_FORMAT || err.line < 1)
        abort ();
      VEC_FREE (&warnings);
      document_free (document);
    }
  free (text);
  return 0;
}
