/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts that do not make the total stated with them: "1,260, of them 405, 310
   and 555".  The parts are told by 其中 in the original; those of the
   translation are what faces them.  */
#include <string.h>

#include "collate/checks.h"
#include "number/unit.h"

enum
{
  PARTS_MOST = 64
};

/* A total and its parts, as indices of entries of the original.  */
struct account
{
  size_t total;
  size_t part[PARTS_MOST];
  size_t parts;
};

static const struct quantity *
amount (const struct sheet *sheet, enum side s, size_t i)
{
  return sheet->entries[s].items[i].reading.first;
}

/* Whether A and B are of the same unit: the same symbol, and for what is
   counted the same words.  */
static bool
same_unit (const struct sheet *sheet, const struct quantity *a,
           const struct quantity *b)
{
  const char *text = sheet->document->side[ORIGINAL].text;
  size_t len = range_len (a->unit_range);
  if (unit_is_measure (a->unit) || unit_is_measure (b->unit))
    return strcmp (a->unit, b->unit) == 0;
  return len > 0 && len == range_len (b->unit_range)
         && memcmp (text + a->unit_range.start, text + b->unit_range.start,
                    len)
              == 0;
}

static bool
can_add (const struct quantity *q)
{
  return q->kind == QUANTITY_CARDINAL && !q->beyond && q->has_low
         && decimal_compare (q->low, q->high) == 0;
}

/* Where the parts that begin at AT end: at the next such word, at a full stop
   or semicolon.  */
static size_t
parts_end (const struct side_text *side, size_t at, size_t end)
{
  static const char *const ends[] = { "。", "；", "另", "其中", "内有", "\n" };
  for (; at < end; at++)
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
      {
        size_t len = strlen (ends[i]);
        if (end - at >= len && memcmp (side->text + at, ends[i], len) == 0)
          return at;
      }
  return end;
}

/* The first entry of the original at or behind byte AT.  */
static size_t
entry_at (const struct sheet *sheet, size_t at)
{
  size_t low;
  VEC_PLACE (&sheet->entries[ORIGINAL], low, middle,
             amount (sheet, ORIGINAL, middle)->range.start < at);
  return low;
}

/* Collects the account whose parts begin behind byte AT (其中); false where
   there is none of at least two parts.  */
static bool
account_read (const struct sheet *sheet, size_t at, struct account *account)
{
  const struct side_text *side = &sheet->document->side[ORIGINAL];
  size_t sentence = document_sentence_at (sheet->document, ORIGINAL, at);
  if (sentence >= side->sentences.len)
    return false;
  size_t end
    = parts_end (side, at + 6, side->sentences.items[sentence].range.end);
  size_t start
    = side->sentences.items[sentence ? sentence - 1 : 0].range.start;
  size_t first = entry_at (sheet, at), i = first;
  account->parts = 0;
  for (; i < sheet->entries[ORIGINAL].len && account->parts < PARTS_MOST; i++)
    {
      const struct quantity *q = amount (sheet, ORIGINAL, i);
      if (q->range.start >= end)
        break;
      if (q->kind != QUANTITY_CARDINAL)
        continue;
      if (!can_add (q))
        return false;
      if (account->parts == 0
          || same_unit (sheet, q, amount (sheet, ORIGINAL, account->part[0])))
        account->part[account->parts++] = i;
    }
  if (account->parts < 2)
    return false;
  size_t least = first > PARTS_MOST ? first - PARTS_MOST : 0;
  for (account->total = first; account->total-- > least;)
    {
      const struct quantity *q = amount (sheet, ORIGINAL, account->total);
      if (q->range.start < start)
        return false;
      if (same_unit (sheet, q, amount (sheet, ORIGINAL, account->part[0])))
        return q->kind == QUANTITY_CARDINAL && !q->beyond && q->has_low;
    }
  return false;
}

/* The entries of ACCOUNT on side S; false where one has no partner.  */
static bool
account_facing (const struct sheet *sheet, const struct account *account,
                struct account *facing)
{
  const struct entry *entries = sheet->entries[ORIGINAL].items;
  facing->parts = account->parts;
  facing->total = entries[account->total].partner;
  for (size_t i = 0; i < account->parts; i++)
    {
      facing->part[i] = entries[account->part[i]].partner;
      if (facing->part[i] == UNPAIRED)
        return false;
    }
  return facing->total != UNPAIRED;
}

/* How the parts of ACCOUNT on side S stand to its total: -1 they are less, 0
   they make it, 1 they are more, 2 one of them is more.  *SUM is their sum. */
static int
reckon (const struct sheet *sheet, enum side s, const struct account *account,
        struct decimal *sum)
{
  const struct quantity *total = amount (sheet, s, account->total);
  struct decimal most = total->low;
  bool larger = false;
  *sum = DECIMAL_ZERO;
  if (!total->has_high && !decimal_is_zero (total->reach))
    most = total->reach;
  for (size_t i = 0; i < account->parts; i++)
    {
      const struct quantity *q = amount (sheet, s, account->part[i]);
      larger |= decimal_compare (q->low, most) > 0;
      if (!can_add (q) || !decimal_add (*sum, q->low, sum))
        return -1;
    }
  if (larger)
    return 2;
  bool open = !total->has_high || total->qualifier == QUALIFIER_ABOUT;
  int order = decimal_compare (*sum, open ? most : total->low);
  return order > 0 ? (open && total->qualifier == QUALIFIER_ABOUT ? 0 : 1)
         : decimal_compare (*sum, total->low) < 0 ? -1
                                                  : 0;
}

static struct range
span (const struct sheet *sheet, enum side s, const struct account *account)
{
  struct range all = amount (sheet, s, account->total)->range;
  for (size_t i = 0; i < account->parts; i++)
    {
      struct range part = amount (sheet, s, account->part[i])->range;
      all.start = part.start < all.start ? part.start : all.start;
      all.end = part.end > all.end ? part.end : all.end;
    }
  return all;
}

static void
check_account (const struct sheet *sheet, const struct account *account,
               struct discrepancies *out)
{
  struct account facing;
  struct decimal sum[SIDES];
  bool faces = account_facing (sheet, account, &facing);
  int o = reckon (sheet, ORIGINAL, account, &sum[ORIGINAL]);
  int t = faces ? reckon (sheet, TRANSLATION, &facing, &sum[TRANSLATION]) : -1;
  bool wrong = t > 0 || (faces && o == 0 && t != 0);
  if (o <= 0 && !wrong)
    return;
  size_t bead = sheet->entries[ORIGINAL].items[account->part[0]].bead;
  struct discrepancy d
    = { .kind = DISCREPANCY_SUM, .severity = SEVERITY_GRAVE, .bead = bead };
  d.side = o > 0 ? ORIGINAL : TRANSLATION;
  d.remark = (o > 0 ? o : t) == 2 ? REMARK_PART_LARGER : REMARK_SUM;
  d.sum = sum[d.side];
  d.total = amount (sheet, d.side,
                    d.side == ORIGINAL ? account->total : facing.total)
              ->low;
  d.place[ORIGINAL] = span (sheet, ORIGINAL, account);
  d.place[TRANSLATION]
    = faces ? span (sheet, TRANSLATION, &facing)
            : place_of_nothing (sheet->document, bead, TRANSLATION);
  VEC_PUSH (out, d);
}

void
check_sums (const struct sheet *sheet, struct discrepancies *out)
{
  static const char word[] = "其中";
  const struct side_text *side = &sheet->document->side[ORIGINAL];
  struct account account;
  const char *at = side->text, *end = side->text + side->len;
  while ((at = memmem (at, (size_t) (end - at), word, sizeof word - 1)))
    {
      if (account_read (sheet, (size_t) (at - side->text), &account))
        check_account (sheet, &account, out);
      at += sizeof word - 1;
    }
}
