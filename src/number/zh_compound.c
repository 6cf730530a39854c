/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chinese compound measures: 一石一斗, 六十八元五角, 五吨四, 三斤半.  */
#include <string.h>

#include "number/unit.h"
#include "number/zh.h"

bool
zh_add_part (struct quantity *q, struct decimal value)
{
  return decimal_add (q->low, value, &q->low)
         && decimal_add (q->high, value, &q->high);
}

/* One unit of SMALL in units of BIG; false where they have no common base or
   are not parts of each other by tens, as 石 斗 and 丈 尺 are.  */
static bool
in_units (const struct unit *small, const struct unit *big,
          struct decimal *one)
{
  if (strcmp (small->base, big->base) != 0
      || decimal_compare (small->factor, big->factor) >= 0)
    return false;
  if (small->factor.digits == big->factor.digits
      && small->factor.divisor == big->factor.divisor)
    return decimal_make (1, small->factor.exponent - big->factor.exponent,
                         one);
  return false;
}

/* The smaller unit that may stand behind UNIT: 角 and 分 have no others.  */
static const struct word *
lesser_unit (const struct zh *zh, size_t at, const char *unit, size_t *stop)
{
  static const struct word fen = { "分", ZH_UNIT, 0, "fen" };
  const struct word *word = zh_word (zh, at, ZH_UNIT, stop);
  bool money = strcmp (unit, "yuan") == 0 || strcmp (unit, "jiao") == 0;
  if (money && !word && zh_is (zh, at, "分", stop))
    return &fen;
  return word;
}

/* Whether tenths of UNIT are told by a digit behind it.  */
static bool
has_tenths (const struct unit *unit)
{
  static const char *const bases[] = { "kg", "m", "m3", "yuan" };
  for (size_t i = 0; i < sizeof bases / sizeof *bases; i++)
    if (strcmp (unit->base, bases[i]) == 0)
      return true;
  return false;
}

/* Whether what stands at AT may follow 五吨四: no Han, or a word that ends an
   amount.  */
static bool
ends_amount (const struct zh *zh, size_t at)
{
  static const char *const words[]
    = { "降", "升", "增", "减", "提", "涨", "到", "的",
        "了", "和", "以", "左", "上", "下", "是" };
  unsigned char c = at < zh->end ? (unsigned char) zh->text[at] : 0;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (zh_is (zh, at, words[i], NULL))
      return true;
  return c < 0xE4 || c > 0xE9;
}

/* Adds N behind a unit as tenths of it: 五吨四.  */
static void
read_tenth (const struct zh *zh, const struct zh_numeral *n,
            struct quantity *q)
{
  struct decimal value;
  size_t stop;
  if (zh_figure (zh, q->range.start, &stop) < 0 && n->bare && n->spoken == 1
      && !n->two && !decimal_is_zero (n->low) && q->low.exponent >= 0
      && ends_amount (zh, n->end) && !zh_word (zh, q->range.end, ZH_NONE, NULL)
      && decimal_scale (n->low, -1, &value))
    {
      zh_add_part (q, value);
      q->range.end = n->end;
    }
}

void
zh_compound_read (const struct zh *zh, struct quantity *q)
{
  const struct unit *big = unit_find (q->unit), *last = big;
  struct decimal one, value;
  struct zh_numeral n;
  size_t stop;
  if (!big || q->qualifier != QUALIFIER_NONE)
    return;
  if (zh_is (zh, q->range.end, "半", &stop)
      && !zh_word (zh, q->range.end, ZH_NONE, NULL)
      && !zh_word (zh, stop, ZH_UNIT | ZH_COUNTER, NULL)
      && decimal_make (5, -1, &one) && zh_add_part (q, one))
    {
      q->range.end = stop;
      return;
    }
  while (zh_numeral_read (zh, q->range.end, &n) && !n.over && !n.beyond)
    {
      const struct word *word = lesser_unit (zh, n.end, last->symbol, &stop);
      const struct unit *small = word ? unit_find (word->symbol) : NULL;
      if (small && in_units (small, big, &one)
          && decimal_compare (small->factor, last->factor) < 0
          && decimal_times (n.low, one, &value) && zh_add_part (q, value))
        {
          q->range.end = stop;
          last = small;
          continue;
        }
      if (!word && has_tenths (big))
        read_tenth (zh, &n, q);
      return;
    }
}
