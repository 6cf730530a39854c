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

/* The recogniser for the language of SIDE; NULL where there is none.  */
static const struct recogniser *
recogniser_for (const struct collator *collator, const struct side_text *side)
{
  if (strcmp (side->lang, "zh") == 0)
    return collator->recognisers[ORIGINAL];
  if (strcmp (side->lang, "en") == 0)
    return collator->recognisers[TRANSLATION];
  return NULL;
}

static void
fill (const struct collator *collator, const struct document *document,
      struct sheet *sheet)
{
  const struct recogniser *recognisers[SIDES];
  for (enum side s = 0; s < SIDES; s++)
    recognisers[s] = recogniser_for (collator, &document->side[s]);
  sheet_fill (sheet, document, recognisers);
}

/* Whether the two sides can be held against each other.  */
static bool
is_comparable (const struct document *document)
{
  return document_has (document, ORIGINAL)
         && document_has (document, TRANSLATION)
         && strcmp (document->side[ORIGINAL].lang, "zh") == 0
         && strcmp (document->side[TRANSLATION].lang, "en") == 0;
}

/* All checks on SHEET.  */
static void
check (struct sheet *sheet, struct discrepancies *out)
{
  check_gaps (sheet, out);
  check_numbers (sheet, out);
  check_singles (sheet, out);
  check_sums (sheet, out);
  check_sentences (sheet->document, out);
  check_scripts (sheet->document, out);
  check_terms (sheet->document, out);
}

void
collate (const struct collator *collator, const struct document *document,
         struct discrepancies *out)
{
  struct sheet sheet;
  size_t from = out->len;
  if (!is_comparable (document))
    return;
  fill (collator, document, &sheet);
  check (&sheet, out);
  sheet_free (&sheet);
  if (out->len > from)
    qsort (out->items + from, out->len - from, sizeof *out->items, in_order);
}

void
collate_apparatus (const struct collator *collator,
                   const struct document *document, struct apparatus *out)
{
  struct sheet sheet;
  struct discrepancies found = { 0 };
  *out = (struct apparatus){ .grave = 0 };
  fill (collator, document, &sheet);
  sheet_state (&sheet, &out->stated);
  if (is_comparable (document))
    check (&sheet, &found);
  for (size_t i = 0; i < found.len; i++)
    {
      out->grave += found.items[i].severity == SEVERITY_GRAVE;
      out->minor += found.items[i].severity == SEVERITY_MINOR;
    }
  VEC_FREE (&found);
  sheet_free (&sheet);
}
