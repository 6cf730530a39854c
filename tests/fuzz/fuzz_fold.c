/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes text/fold.h: the map is in order, folding again changes nothing that
   is found, and what is found are whole clusters of the source.  */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/grapheme.h"
#include "base/utf8.h"
#include "text/fold.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_map (const struct folded *f, size_t size)
{
  if (f->map[f->len] != size || f->data[f->len] != '\0')
    abort ();
  for (size_t i = 0; i < f->len; i++)
    if (f->map[i] > f->map[i + 1])
      abort ();
  for (size_t i = 0; i < f->gaps.len; i++)
    if (f->gaps.items[i].start > f->len
        || f->gaps.items[i].end > f->map[f->gaps.items[i].start])
      abort ();
}

/* Every code point of the folded text is found, at the latest where it
   stands.  */
static void
check_found (const struct folded *f, const char *text, size_t size)
{
  for (size_t at = 0, next; at < f->len; at = next)
    {
      next = at;
      utf8_next (f->data, f->len, &next);
      struct range found;
      if (!fold_find (f, f->data + at, next - at, at, &found, NULL)
          || found.start != f->map[at] || found.end <= found.start
          || found.end > size || !grapheme_begins (text, size, found.start))
        abort ();
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *text = (const char *) data;
  char hash[33];
  fold_identity (text, size, hash);
  if (strlen (hash) != 32)
    abort ();
  struct folded f;
  fold_search (text, size, &f);
  check_map (&f, size);
  if (utf8_check (text, size) == size)
    {
      if (utf8_check (f.data, f.len) != f.len)
        abort ();
      check_found (&f, text, size);
    }
  folded_free (&f);
  return 0;
}
