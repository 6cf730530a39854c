/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Collation: what the translation says otherwise than the original.  */
#include "collate/collate.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "collate/checks.h"

struct collator
{
  struct recogniser *recognisers[SIDES];
};

struct collator *
collator_new (void)
{
  struct collator *collator = mem_new (1, sizeof *collator);
  collator->recognisers[ORIGINAL] = recogniser_new ("zh");
  collator->recognisers[TRANSLATION] = recogniser_new ("en");
  return collator;
}

void
collator_free (struct collator *collator)
{
  if (collator)
    for (enum side s = 0; s < SIDES; s++)
      recogniser_free (collator->recognisers[s]);
  free (collator);
}

static int
in_order (const void *a, const void *b)
{
  const struct discrepancy *x = a, *y = b;
  if (x->bead != y->bead)
    return x->bead < y->bead ? -1 : 1;
  for (enum side s = 0; s < SIDES; s++)
    if (x->place[s].start != y->place[s].start)
      return x->place[s].start < y->place[s].start ? -1 : 1;
  return (int) x->kind - (int) y->kind;
}

void
collate (const struct collator *collator, const struct document *document,
         struct discrepancies *out)
{
  const struct recogniser *recognisers[SIDES]
    = { collator->recognisers[ORIGINAL], collator->recognisers[TRANSLATION] };
  struct sheet sheet;
  size_t from = out->len;
  if (!document_has (document, ORIGINAL)
      || !document_has (document, TRANSLATION)
      || strcmp (document->side[ORIGINAL].lang, "zh") != 0
      || strcmp (document->side[TRANSLATION].lang, "en") != 0)
    return;
  sheet_fill (&sheet, document, recognisers);
  check_gaps (&sheet, out);
  check_numbers (&sheet, out);
  check_singles (&sheet, out);
  check_sums (&sheet, out);
  check_sentences (document, out);
  check_scripts (document, out);
  check_terms (document, out);
  sheet_free (&sheet);
  if (out->len > from)
    qsort (out->items + from, out->len - from, sizeof *out->items, in_order);
}
