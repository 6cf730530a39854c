/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target: links and tags in any text stay within it, and what is made from
   a target reads back.  */
#include <config.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "book/link.h"
#include "book/note.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static bool
within (struct range inner, struct range outer)
{
  return inner.start <= inner.end && inner.start >= outer.start
         && inner.end <= outer.end;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  size_t len = utf8_check ((const char *) data, size), at = 0, last = 0;
  char *text = mem_copy ((const char *) data, len);
  struct link link;
  while (link_next (text, &at, &link))
    {
      if (link.whole.start < last || link.whole.end != at
          || !within (link.target, link.whole)
          || !within (link.words, link.whole)
          || !within (link.shown, link.whole) || range_len (link.target) == 0)
        abort ();
      last = at;
      free (link_key (text, &link));
    }
  free (link_make (text));
  char *renamed = note_rename_tag (text, "a", "bb");
  if (renamed && note_has_tag (renamed, "a"))
    abort ();
  free (renamed);
  free (text);
  return 0;
}
