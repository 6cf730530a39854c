/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quantities that nothing faces.  */
#include <string.h>

#include "collate/checks.h"
#include "number/unit.h"

struct range
place_of_nothing (const struct document *document, size_t k, enum side s)
{
  struct range all = document_bead_range (document, k, s);
  return (struct range){ all.start, all.start };
}

bool
begins_with_unit (const struct side_text *side, const struct quantity *q)
{
  static const char *const powers[] = { "百", "千", "万", "亿" };
  const char *text = side->text + q->range.start;
  for (size_t i = 0; i < sizeof powers / sizeof *powers; i++)
    if (strncmp (text, powers[i], 3) == 0)
      return true;
  return false;
}

/* The least number of things that are counted that is no idiom.  */
enum
{
  THINGS_MANY = 10,
  THINGS_TOLD = 20
};

/* Whether Q, which nothing faces, is missed: it is measured, a part, a date
   with its month, or so many that no idiom is.  */
static bool
is_missed (const struct quantity *q)
{
  if (q->weak || q->beyond)
    return false;
  if (q->kind == QUANTITY_PERCENT)
    return true;
  if (q->kind == QUANTITY_DATE)
    return q->from.month != 0;
  if (q->kind != QUANTITY_CARDINAL
      || decimal_compare (quantity_stated (q), decimal_whole (1)) == 0)
    return false;
  const struct unit *unit = unit_find (q->unit);
  bool lasts = unit
               && (strcmp (unit->base, "hour") == 0
                   || strcmp (unit->base, "month") == 0);
  return (unit_is_measure (q->unit) && !lasts)
         || decimal_compare (quantity_stated (q), decimal_whole (THINGS_MANY))
              >= 0;
}

/* Whether Q of SIDE, which is missed, is worth a remark: a month or a few
   people may be said in other words.  */
static bool
is_told (const struct side_text *side, const struct quantity *q)
{
  if (q->kind == QUANTITY_DATE)
    return q->from.day || q->from.year;
  if (q->kind == QUANTITY_PERCENT)
    return true;
  struct decimal value = quantity_stated (q);
  if (q->unit[0] == '\0')
    return decimal_compare (value, decimal_whole (1000)) >= 0
           && !begins_with_unit (side, q);
  return (unit_is_measure (q->unit)
          || decimal_compare (value, decimal_whole (THINGS_TOLD)) >= 0)
         && !begins_with_unit (side, q);
}

/* How many quantities of a bead are searched for one that says it again.  */
enum
{
  SAID_REACH = 256
};

/* Whether a quantity like that of ENTRY stands in its bead on the other side,
   with another partner: one side says it twice.  */
static bool
is_said_again (const struct sheet *sheet, const struct entry *entry,
               enum side s)
{
  enum side facing = side_facing (s);
  const size_t *first = sheet->first[facing] + entry->bead;
  for (size_t i = first[0]; i < first[1] && i - first[0] < SAID_REACH; i++)
    {
      const struct entry *other = &sheet->entries[facing].items[i];
      const struct reading *a
        = s == ORIGINAL ? &entry->reading : &other->reading;
      const struct reading *b
        = s == ORIGINAL ? &other->reading : &entry->reading;
      if (compare (a, b) <= RELATION_PRECISION)
        return true;
    }
  return false;
}

/* Whether both sides of bead K have sentences.  */
static bool
is_facing (const struct document *document, size_t k)
{
  const struct bead *bead = &document->beads.items[k];
  return bead->count[ORIGINAL] > 0 && bead->count[TRANSLATION] > 0;
}

/* Whether nothing faces the entry, which has no partner.  */
static bool
is_single (const struct sheet *sheet, const struct entry *entry, enum side s)
{
  return entry->partner == UNPAIRED && !entry->settled
         && is_facing (sheet->document, entry->bead)
         && !is_said_again (sheet, entry, s);
}

static void
push (const struct sheet *sheet, const struct entry *entry, enum side s,
      struct discrepancies *out)
{
  const struct quantity *q = entry->reading.first;
  struct discrepancy d = { .bead = entry->bead, .severity = SEVERITY_MINOR };
  bool lost = s == ORIGINAL;
  d.kind = lost ? DISCREPANCY_OMISSION : DISCREPANCY_ADDITION;
  d.remark = lost ? REMARK_QUANTITY_LOST : REMARK_QUANTITY_ADDED;
  d.place[s] = q->range;
  d.place[side_facing (s)]
    = place_of_nothing (sheet->document, entry->bead, side_facing (s));
  d.quantity[s] = *q;
  VEC_PUSH (out, d);
}

/* How many pairs there are to each quantity that is missed.  With more missed,
   the translation is free, or what was read as numbers are parts of words:
   then one missing says nothing.  Articles that were translated sentence by
   sentence have fewer than one in thirty (the shared archive, the sample
   texts).  */
enum
{
  PAIRS_TO_SINGLE = 8
};

static size_t
count_pairs (const struct sheet *sheet)
{
  size_t count = 0;
  for (size_t i = 0; i < sheet->entries[ORIGINAL].len; i++)
    count += sheet->entries[ORIGINAL].items[i].partner != UNPAIRED;
  return count;
}

void
check_singles (const struct sheet *sheet, struct discrepancies *out)
{
  size_t from = out->len, missed = 0;
  for (enum side s = 0; s < SIDES; s++)
    for (size_t i = 0; i < sheet->entries[s].len; i++)
      {
        const struct entry *entry = &sheet->entries[s].items[i];
        const struct quantity *q = entry->reading.first;
        bool named
          = s == ORIGINAL && q->kind == QUANTITY_ORDINAL && q->unit[0];
        if ((!named && !is_missed (q)) || !is_single (sheet, entry, s))
          continue;
        missed += !named;
        if (named || is_told (&sheet->document->side[s], q))
          push (sheet, entry, s, out);
      }
  if (missed * PAIRS_TO_SINGLE > count_pairs (sheet))
    out->len = from;
}
