/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How Chinese is read.  */
#include "index/readings.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "index/pinyin.h"
#include "text/ascii.h"

/* The characters that the table can have.  */
enum { FIRST = 0x3400, LAST = 0x9FFF, SYLLABLE = 8 };

struct syllable
{
  char text[SYLLABLE];
};

struct syllables VEC (struct syllable);

struct readings
{
  struct syllables syllables;
  uint16_t of[LAST - FIRST + 1]; /* number of the syllable, from 1 */
};

/* A character that is read otherwise in some words, which are parted by
   blanks.  Our own list.  */
static const struct
{
  const char *character;
  const char *syllable;
  const char *words;
} others[] = {
  { "长", "zhang3", "省长 市长 县长 区长 乡长 镇长 村长 社长 队长 厂长 校长 部长 局长 "
                    "处长 科长 院长 会长 组长 班长 排长 连长 营长 团长 师长 军长 旅长 "
                    "首长 家长 站长 船长 议长 行长 矿长 段长 增长 生长 成长 助长 长官 "
                    "长老 司长 参谋长 委员长" },
  { "行", "hang2", "银行 行业 同行 内行 外行 各行 行情 行列 商行 行家 行伍 行长" },
  { "重", "chong2", "重庆 重复 重新 重重 重建 重申 重修 重迭" },
  { "调", "tiao2", "调整 调节 调和 调解 调剂 协调 调配 调料 空调 失调" },
  { "传", "zhuan4", "传记 自传 列传" },
  { "藏", "zang4", "西藏 藏族 宝藏 藏语" },
  { "乐", "yue4", "音乐 乐器 乐队 奏乐 乐曲 乐团" },
  { "种", "zhong4", "种植 播种 耕种 种地 种田 种棉 种麦 种树 种菜 抢种 春种 冬种 种菜 "
                    "套种 间种 种上 密植种" },
  { "都", "du1", "首都 都市 成都 京都 都城 国都 大都" },
  { "处", "chu3", "处理 处分 处罚 相处 处于 处决 处境 处死" },
  { "少", "shao4", "少年 少先队 青少年 少女 少将 少校 少尉 老少" },
  { "分", "fen4", "成分 水分 分子 养分 本分 过分 分量 充分 部分 盐分 知识分子" },
  { "应", "ying4", "供应 适应 反应 响应 应用 相应 应付 应邀 效应 应战" },
  { "更", "geng1", "更改 更正 变更 更新 更换" },
  { "教", "jiao1", "教书" },
  { "几", "ji1", "几乎" },
  { "数", "shu3", "数一数二" },
  { "好", "hao4", "爱好 好学" },
  { "当", "dang4", "适当 恰当 妥当 当作 上当" },
  { "度", "duo2", "揣度" },
  { "朝", "chao2", "朝鲜 朝代 清朝 明朝 王朝 朝着" },
  { "参", "shen1", "人参 党参" },
  { "单", "shan4", "单县" },
  { "会", "kuai4", "会计" },
  { "间", "jian4", "间接 间断 离间 间谍 间苗" },
  { "模", "mu2", "模样 模子 模具" },
  { "曲", "qu3", "歌曲 乐曲 戏曲 曲艺 作曲" },
  { "散", "san3", "散文 散漫 松散 分散主义 散兵" },
  { "相", "xiang4", "首相 照相 真相 相片" },
  { "宁", "ning4", "宁可 宁愿" },
  { "便", "pian2", "便宜" },
  { "率", "shuai4", "率领 草率 率先 坦率 表率" },
  { "难", "nan4", "灾难 遇难 难民 遭难 苦难" },
  { "担", "dan4", "重担 担子 扁担 挑担" },
  { "露", "lu4", "暴露 揭露 露天 透露" },
  { "切", "qie4", "一切 切实 亲切 密切 迫切 切身 关切 恳切" },
  { "强", "qiang3", "勉强 强迫" },
  { "石", "shi2", "石油" },
  { "得", "dei3", "总得" },
  { "系", "ji4", "系鞋" },
  { "弹", "dan4", "炮弹 子弹 炸弹 弹药 导弹 氢弹 枪弹 手榴弹" },
};

/* --- the table ---------------------------------------------------------- */

struct readings *
readings_new (void)
{
  struct readings *readings = mem_new (1, sizeof *readings);
  size_t len = strlen (readings_table);
  for (size_t at = 0; at < len;)
    {
      size_t begin = at;
      if (ascii_is_alpha ((unsigned char) readings_table[at]))
        {
          while (!ascii_is_digit ((unsigned char) readings_table[at]))
            at++;
          at++;
          VEC_RESERVE (&readings->syllables, 1);
          struct syllable *to
            = &readings->syllables.items[readings->syllables.len++];
          memcpy (to->text, readings_table + begin, at - begin);
          to->text[at - begin] = '\0';
          continue;
        }
      unsigned cp = utf8_next (readings_table, len, &at);
      readings->of[cp - FIRST] = (uint16_t) readings->syllables.len;
    }
  return readings;
}

void
readings_free (struct readings *readings)
{
  if (readings)
    VEC_FREE (&readings->syllables);
  free (readings);
}

/* --- reading ------------------------------------------------------------ */

/* Whether the word of LEN bytes at WORD stands in TEXT so that it covers byte
   AT.  */
static bool
covers (const char *word, size_t len, const char *text, size_t text_len,
        size_t at)
{
  size_t first = at + 1 > len ? at + 1 - len : 0;
  for (size_t i = first; i <= at && i + len <= text_len; i++)
    if (memcmp (text + i, word, len) == 0)
      return true;
  return false;
}

/* How the character of SIZE bytes at AT of TEXT is read in its word, or NULL. */
static const char *
other_reading (const char *text, size_t len, size_t at, size_t size)
{
  for (size_t k = 0; k < sizeof others / sizeof *others; k++)
    {
      if (strlen (others[k].character) != size
          || memcmp (others[k].character, text + at, size) != 0)
        continue;
      for (const char *word = others[k].words; *word;)
        {
          size_t word_len = strcspn (word, " ");
          if (covers (word, word_len, text, len, at))
            return others[k].syllable;
          word += word_len;
          word += strspn (word, " ");
        }
    }
  return NULL;
}

void
readings_numbered (const struct readings *readings, const char *text,
                   size_t len, struct buf *out)
{
  for (size_t at = 0; at < len;)
    {
      size_t begin = at;
      unsigned cp = utf8_next (text, len, &at);
      uint16_t number
        = cp >= FIRST && cp <= LAST ? readings->of[cp - FIRST] : 0;
      const char *other = other_reading (text, len, begin, at - begin);
      if (begin > 0)
        buf_add_byte (out, ' ');
      if (other)
        buf_add_string (out, other);
      else if (number)
        buf_add_string (out, readings->syllables.items[number - 1].text);
      else
        buf_add (out, text + begin, at - begin);
    }
}

/* --- keys --------------------------------------------------------------- */

bool
readings_fit (const char *numbered, const char *text, size_t len)
{
  size_t tokens = *numbered != '\0', characters = 0;
  for (const char *at = numbered; *at; at++)
    tokens += *at == ' ';
  for (size_t at = 0; at < len; characters++)
    utf8_next (text, len, &at);
  return tokens == characters;
}

/* Appends the letters of the SIZE bytes at SYLLABLE, in lower case and ü as v;
   returns its tone, '0' for none.  Nothing of what is no syllable.  */
static char
add_syllable (const char *syllable, size_t size, struct buf *key)
{
  char tone = '0';
  size_t before = key->len;
  if (size > 1 && ascii_is_digit ((unsigned char) syllable[size - 1]))
    tone = syllable[--size];
  for (size_t i = 0; i < size; i++)
    if (ascii_is_alpha ((unsigned char) syllable[i]))
      buf_add_byte (key, ascii_to_lower (syllable[i]));
    else if (syllable[i] == ':' && key->len > before)
      key->data[key->len - 1] = 'v';
    else
      {
        key->len = before;
        return '0';
      }
  return tone;
}

void
readings_key (const char *numbered, const char *text, size_t len,
              struct buf *key)
{
  for (size_t at = 0; at < len;)
    {
      size_t begin = at, size = strcspn (numbered, " ");
      utf8_next (text, len, &at);
      if (begin > 0)
        buf_add_byte (key, ' ');
      buf_add_byte (key, add_syllable (numbered, size, key));
      buf_add (key, text + begin, at - begin);
      numbered += size;
      numbered += *numbered == ' ';
    }
}

/* How many letters the syllable at KEY has; its tone is behind them.  */
static size_t
syllable_letters (const char *key)
{
  return strcspn (key, "0123456789");
}

/* The syllable behind that at KEY, or the end.  */
static const char *
next_syllable (const char *key)
{
  key += strcspn (key, " ");
  return *key ? key + 1 : key;
}

void
readings_of_key (const char *key, struct buf *out)
{
  struct buf numbered = BUF_INIT;
  for (; *key; key = next_syllable (key))
    {
      size_t letters = syllable_letters (key);
      char tone = key[letters];
      if (numbered.len > 0)
        buf_add_byte (&numbered, ' ');
      if (tone == '0')
        buf_add (&numbered, key + letters + 1,
                 strcspn (key + letters + 1, " "));
      for (size_t i = 0; i < letters && tone != '0'; i++)
        buf_add_string (&numbered, key[i] == 'v' ? "u:"
                                                 : (char[]){ key[i], '\0' });
      if (tone != '0' && tone)
        buf_add_byte (&numbered, tone);
    }
  pinyin_mark (buf_string (&numbered), numbered.len, out);
  buf_free (&numbered);
}

/* Whether the tone DIGIT is that of the syllable at SYLLABLE, and its mark would
   stand on the letter before KEY, or, where END, its number there: i, u and ü
   leave the mark to another vowel behind them.  */
static bool
has_tone (const char *syllable, const char *key, char digit, bool end)
{
  char tone = syllable[syllable_letters (syllable)];
  if (key == syllable || (tone != digit && (tone != '0' || digit != '5')))
    return false;
  if (end)
    return ascii_is_digit ((unsigned char) *key);
  return !strchr ("iuv", key[-1]) || !*key || !strchr ("aeiou", *key);
}

bool
readings_begin (const char *key, const char *typed)
{
  const char *syllable = key;
  if (!*typed)
    return false;
  for (; *typed; typed++)
    if (ascii_is_digit ((unsigned char) *typed))
      {
        bool end = typed[1] == ' ';
        if (!has_tone (syllable, key, *typed, end))
          return false;
        typed += end;
      }
    else
      {
        if (key > syllable && ascii_is_digit ((unsigned char) *key))
          key = syllable = next_syllable (key);
        if (*key != *typed && (*key != 'v' || *typed != 'u'))
          return false;
        key++;
      }
  return true;
}
