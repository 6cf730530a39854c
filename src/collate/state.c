/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a document states: the quantities of a sheet in the order of reading. */
#include <stdlib.h>

#include "base/mem.h"
#include "collate/pairing.h"

/* How much of its sentence goes with a quantity, in bytes before and behind, so
   that a text in one endless sentence takes no square time to show.  */
enum { CONTEXT = 1000 };

/* The next beginning of a character of TEXT from AT on.  */
static size_t
to_character (const struct side_text *side, size_t at)
{
  while (at < side->len && ((unsigned char) side->text[at] & 0xC0) == 0x80)
    at++;
  return at;
}

/* The sentence around Q on side S, as far as it goes with it.  */
static struct range
sentence_of (const struct document *document, enum side s,
             const struct quantity *q)
{
  const struct side_text *side = &document->side[s];
  struct range all = q->range;
  size_t index = document_sentence_at (document, s, q->range.start);
  if (index < side->sentences.len)
    all = document_sentence_core (document, s, index);
  if (all.start > q->range.start)
    all.start = q->range.start;
  if (all.end < q->range.end)
    all.end = q->range.end;
  if (q->range.start - all.start > CONTEXT)
    all.start = to_character (side, q->range.start - CONTEXT);
  if (all.end - q->range.end > CONTEXT)
    all.end = to_character (side, q->range.end + CONTEXT);
  return all;
}

/* Where the first reading of each entry stands in the list.  */
struct places
{
  size_t *at[SIDES];
};

static void
state (const struct sheet *sheet, enum side s, const struct entry *entry,
       const struct quantity *q, struct stateds *out)
{
  if (q)
    VEC_PUSH (out, (struct stated){ *q, s, entry->bead,
                                    sentence_of (sheet->document, s, q),
                                    entry->partner });
}

/* Appends the entries of side S from FROM to TO.  */
static void
state_some (const struct sheet *sheet, enum side s, size_t from, size_t to,
            struct places *places, struct stateds *out)
{
  for (size_t i = from; i < to; i++)
    {
      const struct entry *entry = &sheet->entries[s].items[i];
      places->at[s][i] = out->len;
      state (sheet, s, entry, entry->reading.first, out);
      state (sheet, s, entry, entry->reading.second, out);
    }
}

void
sheet_state (const struct sheet *sheet, struct stateds *out)
{
  size_t beads = sheet->document->beads.len;
  struct places places;
  for (enum side s = 0; s < SIDES; s++)
    places.at[s]
      = mem_new (sheet->entries[s].len + 1, sizeof *places.at[s]);
  for (size_t k = 0; k < beads; k++)
    for (enum side s = 0; s < SIDES; s++)
      state_some (sheet, s, sheet->first[s][k], sheet->first[s][k + 1],
                  &places, out);
  /* What stands outside the beads.  */
  for (enum side s = 0; s < SIDES; s++)
    state_some (sheet, s, sheet->first[s][beads], sheet->entries[s].len,
                &places, out);
  for (size_t i = 0; i < out->len; i++)
    {
      struct stated *stated = &out->items[i];
      if (stated->facing != UNPAIRED)
        stated->facing
          = places.at[side_facing (stated->side)][stated->facing];
    }
  for (enum side s = 0; s < SIDES; s++)
    free (places.at[s]);
}
