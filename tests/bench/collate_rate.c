/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many discrepancies are told in a folder of articles, by kind, and how
   many quantities they have: on synthetic articles, whose numbers
   correspond, all of them are false.  With a third argument prints each one of
   that kind.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "collate/collate.h"
#include "ingest/source.h"
#include "number/recognise.h"

static const char *
same (const char *text)
{
  return text;
}

/* How many quantities stand on side S.  */
static size_t
count_quantities (const struct document *document, enum side s,
                  const struct recogniser *recogniser)
{
  struct quantities found = { 0 };
  size_t count = 0;
  const struct side_text *side = &document->side[s];
  recognise (recogniser, side->text, (struct range) { 0, side->len }, &found);
  for (size_t i = 0; i < found.len; i++)
    count += !found.items[i].alternative;
  VEC_FREE (&found);
  return count;
}

static void
tally (const struct document *document, const struct discrepancies *found,
       const char *kind, size_t counts[DISCREPANCY_KINDS])
{
  for (size_t i = 0; i < found->len; i++)
    {
      const struct discrepancy *d = &found->items[i];
      const char *name = discrepancy_kind_name (d->kind);
      counts[d->kind]++;
      if (!kind || strcmp (kind, name) != 0)
        continue;
      char *message = discrepancy_message (document, d, same);
      struct range r[SIDES] = { document_bead_range (document, d->bead, 0),
                                document_bead_range (document, d->bead, 1) };
      printf ("%s: %s\n  %.*s\n  %.*s\n", name, message,
              (int) range_len (r[0]), document->side[0].text + r[0].start,
              (int) range_len (r[1]), document->side[1].text + r[1].start);
      free (message);
    }
}

int
main (int argc, char **argv)
{
  struct finds finds = { 0 };
  struct err err = ERR_INIT;
  size_t counts[DISCREPANCY_KINDS] = { 0 }, numbers[SIDES] = { 0, 0 }, all = 0;
  if (argc < 2 || !source_walk (argv[1], &finds, NULL, NULL, &err))
    {
      fprintf (stderr, "usage: collate_rate FOLDER [KIND]\n");
      return 2;
    }
  struct collator *collator = collator_new ();
  struct recogniser *recognisers[SIDES]
    = { recogniser_new ("zh"), recogniser_new ("en") };
  for (size_t i = 0; i < finds.len; i++)
    {
      char *path = mem_format ("%s/%s", argv[1], finds.items[i].path);
      struct warnings warnings = { 0 };
      struct discrepancies found = { 0 };
      struct document *document
        = source_document (path, NULL, &warnings, NULL, &err);
      if (document)
        {
          collate (collator, document, &found);
          tally (document, &found, argc > 2 ? argv[2] : NULL, counts);
          for (enum side s = 0; s < SIDES; s++)
            numbers[s] += count_quantities (document, s, recognisers[s]);
        }
      document_free (document);
      VEC_FREE (&warnings);
      VEC_FREE (&found);
      free (path);
    }
  printf ("%zu documents, %zu and %zu quantities\n", finds.len, numbers[0],
          numbers[1]);
  for (size_t k = 0; k < DISCREPANCY_KINDS; k++)
    {
      printf ("%-10s %zu\n", discrepancy_kind_name ((enum discrepancy_kind) k),
              counts[k]);
      all += counts[k];
    }
  printf ("%zu in all, %.2f in 100 quantities of the original\n", all,
          100.0 * (double) all / (double) (numbers[0] ? numbers[0] : 1));
  for (enum side s = 0; s < SIDES; s++)
    recogniser_free (recognisers[s]);
  collator_free (collator);
  finds_free (&finds);
  return 0;
}
