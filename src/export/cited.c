/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The documents that notes are on, each once.  */
#include "export/cited.h"

#include <stdlib.h>
#include <string.h>

/* By key; of those with one key the note that was changed last comes first: it
   knows the document best.  */
static int
compare (const void *a, const void *b)
{
  const struct cited *x = a, *y = b;
  int order = strcmp (x->key, y->key);
  if (order == 0)
    order = strcmp (y->note->modified, x->note->modified);
  return order ? order : strcmp (x->note->uuid, y->note->uuid);
}

struct cited_documents
cited_of (const struct export_note *notes, size_t count)
{
  struct cited_documents cited = { 0 };
  size_t kept = 0;
  for (size_t i = 0; i < count; i++)
    {
      struct buf key = BUF_INIT;
      citation_key (&notes[i].note->citation, notes[i].note->document, &key);
      VEC_PUSH (&cited, (struct cited) { buf_take (&key), notes[i].note });
    }
  if (cited.len > 0)
    qsort (cited.items, cited.len, sizeof *cited.items, compare);
  for (size_t i = 0; i < cited.len; i++)
    if (kept > 0 && strcmp (cited.items[i].key, cited.items[kept - 1].key) == 0)
      free (cited.items[i].key);
    else
      cited.items[kept++] = cited.items[i];
  cited.len = kept;
  return cited;
}

void
cited_free (struct cited_documents *cited)
{
  for (size_t i = 0; i < cited->len; i++)
    free (cited->items[i].key);
  VEC_FREE (cited);
}
