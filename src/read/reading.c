/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document being read: moving in it.  */
#include "read/reading.h"

#include <stdlib.h>

#include "base/mem.h"
#include "read/wording.h"

struct reading *
reading_new (struct document *document, struct notebook *notebook)
{
  struct reading *reading = mem_new (1, sizeof *reading);
  struct place place;
  reading->document = document;
  reading->side = document_identity_side (document);
  reading_load_notes (reading, notebook);
  if (notebook && notebook_place (notebook, document->hash, &place))
    {
      reading_go_to (reading, place.side, place.at);
      reading->share = place.share;
    }
  reading_go (reading, reading->bead);
  return reading;
}

void
reading_free (struct reading *reading)
{
  if (!reading)
    return;
  document_free (reading->document);
  reading_free_notes (reading);
  VEC_FREE (&reading->checks);
  VEC_FREE (&reading->dismissed);
  wording_free (reading->wording);
  free (reading);
}

size_t
reading_place (const struct reading *reading, enum side *side)
{
  const struct document *document = reading->document;
  *side = reading->side;
  if (document->beads.items[reading->bead].count[*side] == 0)
    *side = side_facing (*side);
  return document_bead_range (document, reading->bead, *side).start;
}

bool
reading_keep_place (const struct reading *reading, struct notebook *notebook,
                    struct err *err)
{
  if (!notebook || reading->document->beads.len == 0)
    return true;
  struct place place = { .share = reading->share };
  place.at = reading_place (reading, &place.side);
  return notebook_set_place (notebook, reading->document, &place, err);
}

void
reading_go (struct reading *reading, size_t index)
{
  size_t beads = reading->document->beads.len;
  if (index >= beads)
    index = beads ? beads - 1 : 0;
  if (index != reading->bead)
    {
      reading->shown = reading->told = 0;
      reading->telling = false;
    }
  reading->bead = index;
  double share = beads ? (double) (index + 1) / (double) beads : 0;
  if (share > reading->share)
    reading->share = share;
}

enum side
reading_side (const struct reading *reading, enum side side)
{
  return document_has (reading->document, side) ? side : side_facing (side);
}

void
reading_go_to (struct reading *reading, enum side side, size_t at)
{
  reading->side = reading_side (reading, side);
  reading_go (reading, document_bead_at (reading->document, side, at));
}

size_t
reading_paragraph (const struct reading *reading, bool next)
{
  const struct document *document = reading->document;
  size_t at = reading->bead;
  if (next)
    {
      while (at + 1 < document->beads.len
             && !document_bead_ends_paragraph (document, at))
        at++;
      return at + 1;
    }
  if (at > 0)
    at--;
  while (at > 0 && !document_bead_ends_paragraph (document, at - 1))
    at--;
  return at;
}

bool
reading_unsure (const struct document *document, const struct bead *bead)
{
  static const float SURE = 0.7F;
  return bead->confidence < SURE && document_has (document, ORIGINAL)
         && document_has (document, TRANSLATION);
}
