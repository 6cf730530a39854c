/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes book/anchor.h and the tags of book/note.h.  The input is a text, and
   behind the first `~' the same text of another day.  */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "book/anchor.h"
#include "book/note.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_range (struct range r, size_t len)
{
  if (r.start > r.end || r.end > len)
    abort ();
}

/* Finds the anchor on RANGE again in the text itself, in the other one, and in
   itself with the fingerprint gone.  */
static void
check_anchor (const struct document *d, struct range range)
{
  const struct side_text *s = &d->side[ORIGINAL];
  const struct side_text *other = &d->side[TRANSLATION];
  struct anchor a = anchor_make (d, ORIGINAL, range, ANCHOR_SPAN);
  check_range (a.range, s->len);
  struct range found;
  if (anchor_find (&a, s->text, s->len, &found) != ANCHOR_PLACED
      || found.start != a.range.start || found.end != a.range.end)
    abort ();
  anchor_find (&a, other->text, other->len, &found);
  check_range (found, other->len);
  a.fingerprint++;
  if (anchor_find (&a, s->text, s->len, &found) == ANCHOR_PLACED
      && (found.start < a.range.start || found.end > a.range.end))
    abort ();
  anchor_clear (&a);
}

static void
check_texts (const char *old, const char *new)
{
  struct document *d = document_new ();
  document_set_text (d, ORIGINAL, old, strlen (old));
  document_set_text (d, TRANSLATION, new, strlen (new));
  size_t len = strlen (old);
  for (size_t step = 1; step <= len; step = 2 * step + 1)
    check_anchor (d, (struct range) { len / (step + 1),
                                      len / (step + 1) + step });
  document_free (d);
  free (note_tags (old, ","));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  char *text = mem_copy ((const char *) data, size);
  if (strlen (text) == size && utf8_check (text, size) == size)
    {
      char *bar = strchr (text, '~');
      if (bar)
        *bar = '\0';
      check_texts (text, bar ? bar + 1 : text);
    }
  free (text);
  return 0;
}
