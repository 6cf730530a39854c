/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pairing the quantities of both sides, bead by bead.  */
#include "collate/pairing.h"

#include <stdlib.h>

#include "base/mem.h"

/* How many quantities of the other side each is held against at most, before
   and behind its place, so that a bead of a million takes no square time; and
   how many beads around are searched.  */
enum
{
  REACH = 64,
  AROUND = 3
};

/* Makes entries of the quantities of side S; those of a headline that stands
   outside the beads are left out.  */
static void
make_entries (struct sheet *sheet, enum side s)
{
  const struct document *document = sheet->document;
  const struct quantities *found = &sheet->found[s];
  struct entries *entries = &sheet->entries[s];
  sheet->first[s] = mem_new (document->beads.len + 1, sizeof *sheet->first[s]);
  size_t bead = 0;
  for (size_t i = 0; i < found->len; i++)
    {
      const struct quantity *q = &found->items[i];
      if (q->alternative)
        {
          entries->items[entries->len - 1].reading.second = q;
          continue;
        }
      size_t at = document_bead_at (document, s, q->range.start);
      while (bead < at && bead < document->beads.len)
        sheet->first[s][++bead] = entries->len;
      VEC_PUSH (entries,
                (struct entry){ { q, NULL }, at, UNPAIRED, RELATIONS, false });
    }
  while (bead < document->beads.len)
    sheet->first[s][++bead] = entries->len;
}

static void
join (struct sheet *sheet, size_t o, size_t t, enum relation relation)
{
  struct entry *a = &sheet->entries[ORIGINAL].items[o];
  struct entry *b = &sheet->entries[TRANSLATION].items[t];
  a->partner = t;
  b->partner = o;
  a->relation = b->relation = relation;
}

/* How far T is from where O would stand among those of its bead.  */
static size_t
distance (const struct sheet *sheet, size_t o, size_t t)
{
  size_t bead = sheet->entries[ORIGINAL].items[o].bead;
  const size_t *first[SIDES]
    = { sheet->first[ORIGINAL] + bead, sheet->first[TRANSLATION] + bead };
  size_t many[SIDES]
    = { first[0][1] - first[0][0], first[1][1] - first[1][0] };
  size_t place = (o - first[0][0]) * (many[1] + 1) / (many[0] + 1);
  size_t is = t - first[1][0];
  return is > place ? is - place : place - is;
}

/* Pairs entry O with the nearest free one of the translation from FROM to TO
   whose relation is RELATION.  */
static void
pair_one (struct sheet *sheet, size_t o, size_t from, size_t to,
          enum relation relation)
{
  const struct entry *a = &sheet->entries[ORIGINAL].items[o];
  size_t best = UNPAIRED, least = 0;
  for (size_t t = from; t < to; t++)
    {
      const struct entry *b = &sheet->entries[TRANSLATION].items[t];
      if (b->partner != UNPAIRED
          || compare (&a->reading, &b->reading) != relation)
        continue;
      size_t far = distance (sheet, o, t);
      if (best == UNPAIRED || far < least)
        {
          best = t;
          least = far;
        }
    }
  if (best != UNPAIRED)
    join (sheet, o, best, relation);
}

/* Pairs those of bead K that have RELATION.  */
static void
pair_bead (struct sheet *sheet, size_t k, enum relation relation)
{
  const size_t *first[SIDES]
    = { sheet->first[ORIGINAL] + k, sheet->first[TRANSLATION] + k };
  for (size_t o = first[0][0]; o < first[0][1]; o++)
    {
      size_t at = first[1][0] + (o - first[0][0]);
      size_t from = at > first[1][0] + REACH ? at - REACH : first[1][0];
      size_t to = at + REACH < first[1][1] ? at + REACH : first[1][1];
      if (sheet->entries[ORIGINAL].items[o].partner == UNPAIRED && from < to)
        pair_one (sheet, o, from, to, relation);
    }
}

/* Pairs what is equal in the beads around K.  */
static void
pair_around (struct sheet *sheet, size_t k)
{
  size_t beads = sheet->document->beads.len;
  const size_t *first = sheet->first[ORIGINAL] + k;
  for (size_t o = first[0]; o < first[1]; o++)
    for (size_t far = 1; far <= AROUND; far++)
      for (int down = 0; down < 2; down++)
        {
          size_t bead = down ? k - far : k + far;
          struct entry *entry = &sheet->entries[ORIGINAL].items[o];
          if (bead >= beads || entry->partner != UNPAIRED)
            continue;
          size_t from = sheet->first[TRANSLATION][bead];
          size_t to = sheet->first[TRANSLATION][bead + 1];
          if (to - from > REACH)
            to = from + REACH;
          static const enum relation near[]
            = { RELATION_SAME, RELATION_EQUAL, RELATION_SUPPLIED };
          for (size_t i = 0; i < 3; i++)
            if (entry->partner == UNPAIRED)
              pair_one (sheet, o, from, to, near[i]);
        }
}

static void
pair_all (struct sheet *sheet, enum relation from, enum relation to)
{
  for (size_t k = 0; k < sheet->document->beads.len; k++)
    for (enum relation r = from; r <= to; r++)
      pair_bead (sheet, k, r);
}

void
sheet_fill (struct sheet *sheet, const struct document *document,
            const struct recogniser *const recognisers[SIDES])
{
  *sheet = (struct sheet){ .document = document,
                           .recognisers = { recognisers[0], recognisers[1] } };
  for (enum side s = 0; s < SIDES; s++)
    {
      const struct side_text *side = &document->side[s];
      if (recognisers[s])
        recognise (recognisers[s], side->text, (struct range){ 0, side->len },
                   &sheet->found[s]);
      make_entries (sheet, s);
    }
  pair_all (sheet, RELATION_SAME, RELATION_CONVERTED);
  pair_all (sheet, RELATION_PRECISION, RELATION_MULTIPLE);
  for (size_t k = 0; k < document->beads.len; k++)
    pair_around (sheet, k);
  pair_all (sheet, RELATION_CONFUSED, RELATION_OTHER);
}

void
sheet_free (struct sheet *sheet)
{
  for (enum side s = 0; s < SIDES; s++)
    {
      VEC_FREE (&sheet->found[s]);
      VEC_FREE (&sheet->entries[s]);
      free (sheet->first[s]);
    }
}
