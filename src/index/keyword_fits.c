/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a term looks like: what it begins and ends with, what stands in it.  */
#include <string.h>

#include "index/keyword_private.h"

/* --- Chinese ------------------------------------------------------------ */

/* Characters which, as words of their own, no term begins with, ends with, or
   has within.  Our own lists.  */
const char *const han_roles[HAN_ROLES] = {
  [HAN_NEVER_FIRST] =
    "之者所或而且但并则即若如虽因故于在从自由向往对为把被将给让使叫跟同比按据"
    "以至到是有要会能可应须得也都还又再更最很太只才便却仅均已曾正尚仍未勿莫非不"
    "没无其该每各几来去里间时说使做年月日号的一二三四五六七八九十百千万亿两半多"
    "〇零余上下中前后内外等及名位条项次件个种些点样出起好成约共某另当抓办搞",
  [HAN_NEVER_LAST] =
    "之所或而且但并则即若如虽因故于在从自由向往对为把被将给让使叫跟同比按据以至"
    "到是有要能可应须得也都还又再更最很太只才便却仅均已曾正尚仍未勿莫非不没无其"
    "该每各几个些等来去上下里中间后前内外时说做年月日号出起一二三四五六七八九十"
    "百千万亿两第多余及名位条项次件种点样某另当共约好过的大小新总副",
  [HAN_NEVER_INSIDE] =
    "的了着过是我你他她它们这那很把被吗呢吧啊么与和及或就也都而但并则个在等所中上下里两",
  [HAN_NUMERAL] = "一二三四五六七八九十百千万亿两几数半每〇零",
  [HAN_MORE] = "多余",
};

/* Verbs and other words of two characters that begin and end no term, though
   they are in the index by themselves.  Our own list.  */
static const char *const no_edges
  = " 要求 完成 决定 召开 举行 指出 提出 认为 进行 开展 抓紧 采取 采用 获得 取得 "
    "争取 予以 给予 加以 表示 参加 成立 发出 发表 发放 宣布 转入 转向 保证 受到 "
    "实现 实行 掀起 继续 贯彻 执行 超过 超额 提前 决心 准备 动员 开挖 使用 利用 适合 "
    "提高 增加 减少 扩大 缩小 建成 获利 帮助 支援 支持 解决 克服 发现 发生 出现 具体 "
    "突出 巨大 伟大 适当 困难 迫切 紧张 平均 集中 分别 其中 负责 带领 率领 介绍 说明 "
    "参观 讨论 通知 号召 组成 形成 造成 引起 满足 服务 选择 注意 计算 统计 月份 年度 "
    "歼灭 击毁 击沉 击伤 击毙 缴获 俘虏 烧毁 捕获 消灭 占领 发动 ";

/* Whether the word of LEN units at AT stands in the list.  */
static bool
is_no_edge (const struct look_at *look, size_t at, size_t len)
{
  size_t size;
  char word[16];
  const char *bytes = strip_bytes (&look->strip, at, len, &size);
  if (size > sizeof word - 3)
    return false;
  word[0] = ' ';
  memcpy (word + 1, bytes, size);
  memcpy (word + 1 + size, " ", 2);
  return strstr (no_edges, word) != NULL;
}

static bool
plays (const struct look_at *look, size_t at, enum han_role role)
{
  return wordbook_plays (look->book, look->strip.units.items[at].key, role);
}

enum { ORDINAL = 0x7B2C }; /* 第 */

/* Whether the word of LEN units at AT may stand in a term, at its begin or
   END.  An ordinal (第一) may begin one.  */
static bool
word_fits (const struct look_at *look, size_t at, size_t len, bool first,
           bool last)
{
  if (len > 1)
    return (!look->common[at].serves
            || (first && !last && look->strip.units.items[at].key == ORDINAL))
           && !((first || last) && is_no_edge (look, at, len));
  return !(plays (look, at, HAN_NEVER_INSIDE)
           || (first && plays (look, at, HAN_NEVER_FIRST))
           || (last && plays (look, at, HAN_NEVER_LAST)));
}

bool
look_serves_zh (const struct look_at *look, size_t at)
{
  return plays (look, at, HAN_NEVER_INSIDE);
}

bool
look_counts_zh (const struct look_at *look, size_t at)
{
  return plays (look, at, HAN_NUMERAL) || plays (look, at, HAN_MORE);
}

/* Whether two numerals follow each other in the LEN units at AT: an amount.  */
static bool
has_amount (const struct look_at *look, size_t at, size_t len)
{
  for (size_t i = at; i + 1 < at + len; i++)
    if (plays (look, i, HAN_NUMERAL) && plays (look, i + 1, HAN_NUMERAL))
      return true;
  return false;
}

bool
look_fits_zh (const struct look_at *look, size_t at, size_t len)
{
  if (has_amount (look, at, len))
    return false;
  for (size_t i = at, n; i < at + len; i += n)
    {
      n = 1;
      while (i + n < at + len && !look->cut[i + n])
        n++;
      if (!word_fits (look, i, n, i == at, i + n == at + len))
        return false;
    }
  return true;
}

/* --- English ------------------------------------------------------------ */

/* Whether the word is written as names are.  */
static bool
is_name (const struct unit_of_text *unit)
{
  return unit->capital && !unit->title;
}

/* Whether the stem of unit AT is WORD.  */
static bool
is_stem (const struct look_at *look, size_t at, const char *word)
{
  size_t size;
  const char *stem = strip_bytes (&look->strip, at, 1, &size);
  return size == strlen (word) && memcmp (stem, word, size) == 0;
}

/* Whether unit AT is the ordinal that a title of office begins with.  */
static bool
is_ordinal (const struct look_at *look, size_t at)
{
  return is_stem (look, at, "first");
}

bool
look_joins_en (const struct look_at *look, size_t at)
{
  return is_stem (look, at, "of") || is_stem (look, at, "the")
         || is_ordinal (look, at);
}

/* Whether unit AT is the "of" of a name, or the "the" behind it, in a term that
   ends at END.  */
static bool
is_link (const struct look_at *look, size_t at, size_t end)
{
  const struct unit_of_text *units = look->strip.units.items;
  bool the = is_stem (look, at, "the");
  size_t before = at - 1 - the;
  size_t behind = at + 1 + (!the && at + 2 < end && is_stem (look, at + 1,
                                                             "the"));
  return look_joins_en (look, at) && !is_ordinal (look, at)
         && (!the || is_stem (look, at - 1, "of")) && behind < end
         && is_name (&units[before]) && is_name (&units[behind]);
}

/* Whether unit AT is a common word with 's ("year's", "country's"): what it
   belongs to is the term.  */
static bool
is_passing (const struct look_at *look, size_t at)
{
  enum { COMMON = 700 };
  const struct unit_of_text *unit = &look->strip.units.items[at];
  return unit->bare < unit->to && look->common[at].per_million >= COMMON;
}

/* Whether the word of the unit has its capital everywhere: a month, a day,
   "No".  */
static bool
is_capital_anyway (const struct look_at *look, size_t at)
{
  static const char *const words[]
    = { "January",  "February", "March",    "April",    "May",
        "June",     "July",     "August",   "September", "October",
        "November", "December", "Monday",   "Tuesday",  "Wednesday",
        "Thursday", "Friday",   "Saturday", "Sunday",   "No",
        "I" };
  const struct unit_of_text *unit = &look->strip.units.items[at];
  size_t len = unit->bare - unit->from;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strlen (words[i]) == len
        && memcmp (look->text + unit->from, words[i], len) == 0)
      return true;
  return false;
}

bool
look_is_named (const struct look_at *look, size_t at)
{
  const struct unit_of_text *unit = &look->strip.units.items[at];
  return at > 0 && unit->capital && !unit->first && !unit->title
         && unit[-1].key && unit[-1].capital && !is_capital_anyway (look, at);
}

bool
look_fits_en (const struct look_at *look, size_t at, size_t len)
{
  const struct unit_of_text *units = look->strip.units.items;
  size_t last = at + len - 1;
  if (look->common[at].edge || units[at].tail == TAIL_LY
      || is_passing (look, at)
      || (look->common[last].edge && units[last].tail != TAIL_ING)
      || units[last].tail == TAIL_ED || units[last].tail == TAIL_LY)
    return false;
  for (size_t i = at; i <= last; i++)
    if (units[i].stop - units[i].start < 2
        || (look->common[i].serves && !look_is_named (look, i)
            && (i == last || !(i == at ? is_ordinal (look, i)
                                       : is_link (look, i, last + 1))))
        || units[i].tail == TAIL_LY)
      return false;
  return true;
}
