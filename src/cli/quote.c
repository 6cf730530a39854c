/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a quotation stands in a document.  */
#include "cli/quote.h"

#include <string.h>

#include "text/fold.h"

/* The bytes of SIDE that SCOPE has.  */
static struct range
scope_range (const struct document *document, enum side side,
             const struct quote_scope *scope)
{
  if (!scope->side[side])
    return (struct range) { 0, 0 };
  if (scope->bead > 0)
    return document_bead_range (document, scope->bead - 1, side);
  return (struct range) { 0, document->side[side].len };
}

static void
find_exact (const struct document *document, const char *quote,
            const struct quote_scope *scope, struct passages *places)
{
  size_t len = strlen (quote);
  for (enum side s = 0; s < SIDES; s++)
    {
      struct range in = scope_range (document, s, scope);
      const char *text = document->side[s].text;
      const char *at;
      while (range_len (in) >= len
             && (at = memmem (text + in.start, range_len (in), quote, len)))
        {
          size_t start = (size_t) (at - text);
          VEC_PUSH (places, (struct passage) { s, { start, start + len } });
          in.start = start + 1;
        }
    }
}

static void
find_folded (const struct document *document, const char *quote,
             const struct quote_scope *scope, struct passages *places)
{
  struct folded needle, text;
  fold_search (quote, strlen (quote), &needle);
  for (enum side s = 0; s < SIDES; s++)
    {
      struct range found, in = scope_range (document, s, scope);
      size_t from = 0;
      fold_search (document->side[s].text + in.start, range_len (in), &text);
      while (fold_find (&text, needle.data, needle.len, from, &found, &from))
        VEC_PUSH (places,
                  (struct passage) { s, { found.start + in.start,
                                          found.end + in.start } });
      folded_free (&text);
    }
  folded_free (&needle);
}

void
quote_find (const struct document *document, const char *quote,
            const struct quote_scope *scope, struct passages *places)
{
  size_t before = places->len;
  if (!*quote)
    return;
  find_exact (document, quote, scope, places);
  if (places->len == before)
    find_folded (document, quote, scope, places);
}
