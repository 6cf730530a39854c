/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sequences of a text are terms.  */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "index/keyword_private.h"

/* Chosen on newspaper articles of 1946 to 1966, so that among the first thirty
   of an article there is no piece of a word: cohesion as in K. Church and
   P. Hanks (1990), who take 3 bits for what is worth a look; a variety of 2 is
   the least that is free at all in a short text, 3 what H. Feng et al. (2004)
   begin with.  */
const struct finding finding_text = { 2, 3.0, 2, 0.9 };
const struct finding finding_sample = { 4, 4.0, 3, 1.4 };

/* --- Chinese ------------------------------------------------------------ */

/* Characters which, as words of their own, no term begins with, ends with, or
   has within.  Our own lists.  */
static const char *const never_first
  = "之者所或而且但并则即若如虽因故于在从自由向往对为把被将给让使叫跟同比按据"
    "以至到是有要会能可应须得也都还又再更最很太只才便却仅均已曾正尚仍未勿莫非不"
    "没无其该每各几来去里间时说使做年月日号的一二三四五六七八九十百千万亿两半多"
    "〇零余上下中前后内外等及名位条项次件个种些点样出起好成约共某另当";
static const char *const never_last
  = "之所或而且但并则即若如虽因故于在从自由向往对为把被将给让使叫跟同比按据以至"
    "到是有要能可应须得也都还又再更最很太只才便却仅均已曾正尚仍未勿莫非不没无其"
    "该每各几个些等来去上下里中间后前内外时说做年月日号出起一二三四五六七八九十"
    "百千万亿两第多余及名位条项次件种点样某另当共约好过的大小新";
static const char *const never_inside
  = "的了着过是我你他她它们这那很把被吗呢吧啊么与和及或就也都而但并则个在等所中上下里两";

/* Numerals, behind which a character of its own is a measure.  */
static const char *const numerals = "一二三四五六七八九十百千万亿两几数半每〇零";

/* Verbs and other words of two characters that begin and end no term, though
   they are in the index by themselves.  Our own list.  */
static const char *const no_edges
  = " 要求 完成 决定 召开 举行 指出 提出 认为 进行 开展 抓紧 采取 采用 获得 取得 "
    "争取 予以 给予 加以 表示 参加 成立 发出 发表 发放 宣布 转入 转向 保证 受到 "
    "实现 实行 掀起 继续 贯彻 执行 超过 超额 提前 决心 准备 动员 开挖 使用 利用 适合 "
    "提高 增加 减少 扩大 缩小 建成 获利 帮助 支援 支持 解决 克服 发现 发生 出现 具体 "
    "突出 巨大 伟大 适当 困难 迫切 紧张 平均 集中 分别 其中 负责 带领 率领 介绍 说明 "
    "参观 讨论 通知 号召 组成 形成 造成 引起 满足 服务 选择 注意 计算 统计 月份 年度 ";

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

/* Whether the character of the unit stands in SET.  */
static bool
stands_in (const struct look_at *look, size_t at, const char *set)
{
  size_t size;
  char letter[8];
  const char *bytes = strip_bytes (&look->strip, at, 1, &size);
  memcpy (letter, bytes, size);
  letter[size] = '\0';
  return strstr (set, letter) != NULL;
}

/* Whether the word of LEN units at AT may stand in a term, at its begin or
   END.  An ordinal (第一) may begin one.  */
static bool
word_fits (const struct look_at *look, size_t at, size_t len, bool first,
           bool last)
{
  if (len > 1)
    return (!look->common[at].serves
            || (first && !last && stands_in (look, at, "第")))
           && !((first || last) && is_no_edge (look, at, len));
  return !(stands_in (look, at, never_inside)
           || (first && stands_in (look, at, never_first))
           || (last && stands_in (look, at, never_last)));
}

/* Whether two numerals follow each other in the LEN units at AT: an amount.  */
static bool
has_amount (const struct look_at *look, size_t at, size_t len)
{
  for (size_t i = at; i + 1 < at + len; i++)
    if (stands_in (look, i, numerals) && stands_in (look, i + 1, numerals))
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

/* Whether unit AT is one of the words that may stand in a name.  */
static bool
is_joint (const struct look_at *look, size_t at)
{
  return is_stem (look, at, "of") || is_stem (look, at, "the");
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
  return is_joint (look, at) && (!the || is_stem (look, at - 1, "of"))
         && behind < end && is_name (&units[before])
         && is_name (&units[behind]);
}

bool
look_fits_en (const struct look_at *look, size_t at, size_t len)
{
  const struct unit_of_text *units = look->strip.units.items;
  size_t last = at + len - 1;
  if (look->common[at].edge || units[at].tail == TAIL_LY
      || (look->common[last].edge && units[last].tail != TAIL_ING)
      || units[last].tail == TAIL_ED || units[last].tail == TAIL_LY)
    return false;
  for (size_t i = at; i <= last; i++)
    if (units[i].stop - units[i].start < 2
        || (look->common[i].serves
            && (i == at || i == last || !is_link (look, i, last + 1)))
        || units[i].tail == TAIL_LY)
      return false;
  return true;
}

/* --- opening ------------------------------------------------------------ */

/* Marks the words of the glossary.  */
static void
look_glossary (struct look_at *look)
{
  size_t size;
  const struct units *units = &look->strip.units;
  for (size_t at = 0; at < units->len; at++)
    for (size_t n = 1; n <= WORDBOOK_MOST && units->items[at + n - 1].key;
         n++)
      {
        const char *bytes = strip_bytes (&look->strip, at, n, &size);
        if (vocabulary_find (look->glossary, bytes, size) != TERM_NONE)
          look->begun[at].given |= (uint16_t) (1 << n);
      }
}

void
look_open (struct look_at *look)
{
  size_t units = look->strip.units.len, size;
  look->begun = mem_new (units + 1, sizeof *look->begun);
  look->common = mem_new (units + 1, sizeof *look->common);
  look->serves = mem_new (units + 1, sizeof *look->serves);
  look->bar = mem_new (units + 1, sizeof *look->bar);
  wordbook_look (look->book, look->tongue, &look->strip, look->begun);
  if (look->glossary && vocabulary_len (look->glossary) > 0)
    look_glossary (look);
  if (look->tongue == TONGUE_ZH)
    {
      look->cut = mem_new (units + 1, sizeof *look->cut);
      wordbook_part (look->book, &look->strip, look->begun, look->cut);
    }
  /* Of each stem once.  */
  size_t stems = vocabulary_len (&look->strip.stems);
  struct common_word *of_stem = mem_new (stems, sizeof *of_stem);
  for (uint32_t k = 0; k < stems; k++)
    {
      const char *stem = vocabulary_text (&look->strip.stems, k, &size);
      of_stem[k] = wordbook_common (look->book, TONGUE_EN, stem, size);
    }
  for (size_t at = 0, len; at < units; at += len)
    {
      len = 1;
      while (look->cut && at + len < units && !look->cut[at + len])
        len++;
      uint32_t key = look->strip.units.items[at].key;
      if (key == 0)
        continue;
      const char *word = strip_bytes (&look->strip, at, len, &size);
      look->common[at]
        = look->cut ? wordbook_common (look->book, TONGUE_ZH, word, size)
                    : of_stem[key - 1];
      bool serves = look->tongue == TONGUE_ZH && len == 1
                      ? stands_in (look, at, never_inside)
                      : look->common[at].serves;
      for (size_t i = at; i < at + len; i++)
        {
          look->serves[i] = serves;
          look->bar[i] = serves
                         && (look->tongue == TONGUE_ZH || !is_joint (look, i));
        }
    }
  free (of_stem);
}

void
look_close (struct look_at *look)
{
  free (look->begun);
  free (look->cut);
  free (look->common);
  free (look->serves);
  free (look->bar);
  strip_free (&look->strip);
}

/* --- both --------------------------------------------------------------- */

/* How often a sequence begins and ends where words do, the first place where,
   and how often a numeral stands before a character of its own there: that is
   a measure.  */
struct whole
{
  uint32_t count;
  uint32_t at;
  uint32_t counted;
};

static bool
is_counted (const struct look_at *look, size_t at)
{
  return look->cut && at > 0 && look->cut[at + 1]
         && look->strip.units.items[at - 1].key != 0
         && stands_in (look, at - 1, numerals);
}

static void
count_whole (const struct look_at *look, const struct gram_level *level,
             size_t length, struct whole *whole)
{
  for (size_t i = 0; i < look->strip.units.len; i++)
    if (level->number[i] && look_is_whole (look, i, length))
      {
        struct whole *w = &whole[level->number[i]];
        if (w->count++ == 0)
          w->at = (uint32_t) i;
        w->counted += is_counted (look, i);
      }
}

/* Whether the sequence holds together firmly enough: in a short text, where
   nothing can reach many bits, by what part it has of the most that there can be
   (G. Bouma, "Normalized (Pointwise) Mutual Information in Collocation
   Extraction", GSCL 2009).  */
static bool
holds (const struct grams *grams, size_t length, const struct gram *gram,
       const struct finding *finding)
{
  static const double part = 0.6;
  double bits = grams_cohesion (grams, length, gram->at);
  return bits >= finding->cohesion
         || bits >= part * log2 ((double) grams->whole / gram->count);
}

static bool
may_be (const struct look_at *look, const struct grams *grams, size_t length,
        const struct gram *gram, const struct whole *whole,
        const struct finding *finding)
{
  return gram->count >= finding->least && 3 * whole->count >= 2 * gram->count
         && 2 * whole->counted <= whole->count
         && !(look->begun[whole->at].words & 1 << length)
         && (look->tongue == TONGUE_ZH
               ? look_fits_zh (look, whole->at, length)
               : look_fits_en (look, whole->at, length))
         && holds (grams, length, gram, finding);
}

static void
find_level (const struct look_at *look, const struct grams *grams,
            size_t length, const struct finding *finding,
            void (*each) (size_t, size_t, uint32_t, void *), void *data)
{
  const struct gram_level *level = &grams->level[length];
  struct whole *whole = mem_new (level->len, sizeof *whole);
  bool *wanted = mem_new (level->len, sizeof *wanted);
  struct freedom *freedom = mem_new (level->len, sizeof *freedom);
  count_whole (look, level, length, whole);
  for (size_t k = 1; k < level->len; k++)
    wanted[k] = may_be (look, grams, length, &level->grams[k], &whole[k],
                        finding);
  grams_freedom (grams, &look->strip, look->serves, length, wanted, freedom);
  for (size_t k = 1; k < level->len; k++)
    if (wanted[k] && freedom[k].variety >= finding->variety
        && freedom[k].entropy >= finding->entropy)
      each (length, whole[k].at, level->grams[k].count, data);
  free (whole);
  free (wanted);
  free (freedom);
}

void
look_find (const struct look_at *look, const struct grams *grams,
           const struct finding *finding,
           void (*each) (size_t len, size_t at, uint32_t count, void *data),
           void *data)
{
  for (size_t length = 2; length <= grams->longest; length++)
    find_level (look, grams, length, finding, each, data);
}
