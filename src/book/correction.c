/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Corrections of beads: made, and made again on a text read anew.  */
#include "book/correction.h"

#include <string.h>

void
correction_clear (struct correction *correction)
{
  for (enum side s = 0; s < SIDES; s++)
    anchor_clear (&correction->stretch[s]);
  VEC_FREE (&correction->cuts);
  *correction = (struct correction) { 0 };
}

void
corrections_free (struct corrections *corrections)
{
  for (size_t i = 0; i < corrections->len; i++)
    correction_clear (&corrections->items[i]);
  VEC_FREE (corrections);
}

/* --- making ------------------------------------------------------------- */

static struct bead
joined (struct bead a, struct bead b)
{
  for (enum side s = 0; s < SIDES; s++)
    a.count[s] += b.count[s];
  return a;
}

/* The bead of COUNT sentences a side that follows A.  */
static struct bead
behind (struct bead a, size_t original, size_t translation)
{
  struct bead b = { .count = { original, translation } };
  for (enum side s = 0; s < SIDES; s++)
    b.first[s] = a.first[s] + a.count[s];
  return b;
}

static bool
is_empty (struct bead bead)
{
  return bead.count[ORIGINAL] + bead.count[TRANSLATION] == 0;
}

static bool
split (struct bead bead, struct bead parts[2])
{
  size_t o = bead.count[ORIGINAL], t = bead.count[TRANSLATION];
  if (o + t < 2)
    return false;
  parts[0] = bead;
  parts[0].count[ORIGINAL] = o > 0;
  parts[0].count[TRANSLATION] = t > 0 && !(o == 1 && t == 1);
  parts[1] = behind (parts[0], o - parts[0].count[ORIGINAL],
                     t - parts[0].count[TRANSLATION]);
  return true;
}

/* Moves the bound between BEAD and NEXT by a sentence of SIDE.  */
static bool
shift (struct bead bead, struct bead next, bool give, enum side side,
       struct bead parts[2])
{
  if ((give ? bead : next).count[side] == 0)
    return false;
  parts[0] = bead;
  parts[0].count[side] += give ? (size_t) -1 : 1;
  parts[1] = behind (parts[0], next.count[ORIGINAL], next.count[TRANSLATION]);
  parts[1].count[side] -= give ? (size_t) -1 : 1;
  return true;
}

/* Fills PARTS with what comes of bead INDEX and, where WHAT needs it, of the
   next; *USED is how many beads that takes.  Returns how many there are; 0 where
   it can't be.  */
static size_t
mended (const struct beads *beads, size_t index, enum mend what,
        enum side side, struct bead parts[2], size_t *used)
{
  struct bead bead = beads->items[index];
  *used = what == MEND_SPLIT ? 1 : 2;
  if (what == MEND_SPLIT)
    return split (bead, parts) ? 2 : 0;
  if (index + 1 >= beads->len && what != MEND_GIVE)
    return 0;
  struct bead next
    = index + 1 < beads->len ? beads->items[index + 1] : behind (bead, 0, 0);
  *used = index + 1 < beads->len ? 2 : 1;
  if (what == MEND_JOIN)
    {
      parts[0] = joined (bead, next);
      return 1;
    }
  if (!shift (bead, next, what == MEND_GIVE, side, parts))
    return 0;
  if (is_empty (parts[0]))
    parts[0] = parts[1];
  else if (!is_empty (parts[1]))
    return 2;
  /* A bead that was one sentence has gone over as a whole.  */
  return *used == 2 ? 1 : 0;
}

/* The bytes from bead FIRST to bead LAST, white space around them left out.  */
static struct range
stretch_of (const struct document *document, struct bead first,
            struct bead last, enum side side)
{
  size_t end = last.first[side] + last.count[side];
  return (struct range) {
    document_sentence_core (document, side, first.first[side]).start,
    document_sentence_core (document, side, end - 1).end
  };
}

/* Whether the beads FROM to TO have sentences of both sides.  */
static bool
has_both (const struct beads *beads, size_t from, size_t to)
{
  size_t count[SIDES] = { 0, 0 };
  for (size_t i = from; i <= to; i++)
    for (enum side s = 0; s < SIDES; s++)
      count[s] += beads->items[i].count[s];
  return count[ORIGINAL] > 0 && count[TRANSLATION] > 0;
}

/* Appends the end of BEAD to the cuts of CORRECTION.  */
static void
add_cut (const struct document *document, struct bead bead,
         struct correction *correction)
{
  struct cut cut;
  for (enum side s = 0; s < SIDES; s++)
    {
      size_t next = bead.first[s] + bead.count[s];
      struct range stretch = correction->stretch[s].range;
      size_t at = next < document->side[s].sentences.len
                    ? document_sentence_core (document, s, next).start
                    : stretch.end;
      at = at < stretch.end ? at : stretch.end;
      cut.at[s] = at > stretch.start ? at - stretch.start : 0;
    }
  VEC_PUSH (&correction->cuts, cut);
}

bool
correction_make (const struct document *document, size_t index,
                 enum mend what, enum side side,
                 struct correction *correction)
{
  const struct beads *beads = &document->beads;
  struct bead parts[2];
  size_t used, count = index < beads->len
                         ? mended (beads, index, what, side, parts, &used)
                         : 0;
  *correction = (struct correction) { 0 };
  if (count == 0 || !has_both (beads, 0, beads->len - 1))
    return false;
  size_t from = index, to = index + used - 1;
  while (!has_both (beads, from, to))
    if (from > 0)
      from--;
    else
      to++;
  memcpy (correction->document, document->hash, sizeof correction->document);
  for (enum side s = 0; s < SIDES; s++)
    correction->stretch[s] = anchor_make (
      document, s,
      stretch_of (document, beads->items[from], beads->items[to], s),
      ANCHOR_SPAN);
  for (size_t i = from; i < index; i++)
    add_cut (document, beads->items[i], correction);
  for (size_t i = 0; i < count; i++)
    if (i + 1 < count || to >= index + used)
      add_cut (document, parts[i], correction);
  for (size_t i = index + used; i < to; i++)
    add_cut (document, beads->items[i], correction);
  return true;
}

/* --- applying ----------------------------------------------------------- */

/* Finds the stretch of CORRECTION in DOCUMENT as it is today.  */
static bool
find_stretch (const struct document *document,
              const struct correction *correction,
              struct range found[SIDES])
{
  for (enum side s = 0; s < SIDES; s++)
    {
      const struct side_text *side = &document->side[s];
      const struct anchor *anchor = &correction->stretch[s];
      if (anchor_find (anchor, side->text, side->len, &found[s])
            == ANCHOR_DETACHED
          || range_len (found[s]) != range_len (anchor->range)
          || range_len (found[s]) == 0)
        return false;
    }
  return true;
}

/* The first sentence of SIDE whose words begin at AT or behind.  */
static size_t
sentence_from (const struct document *document, enum side side, size_t at)
{
  size_t sentence = document_sentence_at (document, side, at);
  size_t count = document->side[side].sentences.len;
  if (sentence < count
      && document_sentence_core (document, side, sentence).start < at)
    sentence++;
  return sentence < count ? sentence : count;
}

/* Appends the part of BEAD whose sentences lie from LOW to HIGH.  */
static void
push_part (struct beads *beads, struct bead bead, const size_t low[SIDES],
           const size_t high[SIDES])
{
  for (enum side s = 0; s < SIDES; s++)
    {
      size_t start = bead.first[s], end = start + bead.count[s];
      start = start > low[s] ? start : low[s];
      end = end < high[s] ? end : high[s];
      bead.first[s] = start < high[s] ? start : high[s];
      bead.count[s] = end > start ? end - start : 0;
    }
  if (!is_empty (bead))
    VEC_PUSH (beads, bead);
}

/* Appends the beads of CORRECTION, for the sentences from LOW to HIGH; FOUND is
   where its stretch stands.  */
static void
push_corrected (const struct document *document,
                const struct correction *correction,
                const struct range found[SIDES], const size_t low[SIDES],
                const size_t high[SIDES], struct beads *beads)
{
  struct bead bead = { .confidence = 1 };
  memcpy (bead.first, low, sizeof bead.first);
  for (size_t i = 0; i <= correction->cuts.len; i++)
    {
      for (enum side s = 0; s < SIDES; s++)
        {
          size_t cut = i < correction->cuts.len
                         ? correction->cuts.items[i].at[s]
                         : range_len (found[s]);
          size_t end = sentence_from (document, s, found[s].start + cut);
          end = end < high[s] ? end : high[s];
          bead.count[s] = end > bead.first[s] ? end - bead.first[s] : 0;
        }
      if (!is_empty (bead))
        VEC_PUSH (beads, bead);
      for (enum side s = 0; s < SIDES; s++)
        bead.first[s] += bead.count[s];
    }
}

bool
correction_apply (struct document *document,
                  const struct correction *correction)
{
  static const size_t zero[SIDES] = { 0, 0 };
  struct range found[SIDES];
  size_t low[SIDES], high[SIDES], end[SIDES];
  struct beads beads = { NULL, 0, 0 };
  if (!find_stretch (document, correction, found))
    return false;
  for (enum side s = 0; s < SIDES; s++)
    {
      low[s] = document_sentence_at (document, s, found[s].start);
      high[s] = document_sentence_at (document, s, found[s].end - 1) + 1;
      end[s] = document->side[s].sentences.len;
    }
  for (size_t i = 0; i < document->beads.len; i++)
    push_part (&beads, document->beads.items[i], zero, low);
  push_corrected (document, correction, found, low, high, &beads);
  for (size_t i = 0; i < document->beads.len; i++)
    push_part (&beads, document->beads.items[i], high, end);
  VEC_FREE (&document->beads);
  document->beads = beads;
  return true;
}

bool
correction_covers (const struct document *document, size_t index,
                   const struct correction *correction)
{
  struct range found[SIDES];
  if (!find_stretch (document, correction, found))
    return false;
  for (enum side s = 0; s < SIDES; s++)
    {
      struct range bead = document_bead_range (document, index, s);
      if (range_len (bead) > 0 && range_overlaps (bead, found[s]))
        return true;
    }
  return false;
}
