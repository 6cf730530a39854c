/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what an importer read to a finished document.  */
#include "ingest/segment.h"

#include <string.h>

#include "align/align.h"
#include "text/fold.h"
#include "text/sentence.h"

/* A headline or byline is one sentence, whatever stands in it: ends of
   sentences inside headlines are an accident of their setting.  */
static void
paragraph_sentences (const struct side_text *side, size_t index,
                     struct ranges *out)
{
  const struct paragraph *p = &side->paragraphs.items[index];
  if (p->block == BLOCK_HEADLINE || p->block == BLOCK_BYLINE)
    VEC_PUSH (out, p->range);
  else
    text_sentences (side->text, p->range, side->lang, out);
}

void
segment_side (struct side_text *side)
{
  if (side->len > 0 && side->paragraphs.len == 0)
    VEC_PUSH (&side->paragraphs,
              (struct paragraph) { { 0, side->len }, BLOCK_BODY });
  struct ranges ranges = { 0 };
  side->sentences.len = 0;
  for (size_t i = 0; i < side->paragraphs.len; i++)
    {
      ranges.len = 0;
      paragraph_sentences (side, i, &ranges);
      for (size_t k = 0; k < ranges.len; k++)
        VEC_PUSH (&side->sentences, (struct sentence) { ranges.items[k], i });
    }
  VEC_FREE (&ranges);
}

void
segment_document (struct document *document,
                  const struct align_aids *aids)
{
  for (enum side s = 0; s < SIDES; s++)
    segment_side (&document->side[s]);
  align_document (document, aids);
  const struct side_text *own
    = &document->side[document_identity_side (document)];
  fold_identity (own->text, own->len, document->hash);
}
