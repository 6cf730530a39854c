/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of text/sentence.h: languages, paragraphs, sentences.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/space.h"
#include "check.h"
#include "text/sentence.h"

/* Checks that RANGES cover WITHIN, and joins their cores by |.  */
static char *
joined (const char *text, struct range within, const struct ranges *ranges)
{
  struct buf buf = BUF_INIT;
  size_t at = within.start;
  for (size_t i = 0; i < ranges->len; i++)
    {
      struct range r = ranges->items[i];
      CHECK (r.start == at && r.end > at);
      at = r.end;
      struct range core = space_trim (text, r);
      buf_add_string (&buf, i ? "|" : "");
      buf_add (&buf, text + core.start, range_len (core));
    }
  CHECK_NUMBER (at, within.end);
  return buf_take (&buf);
}

/* WANT has a | at every end that must be found; without them it is the text.
   A | stands behind the white space it follows.  */
static void
check_sentences (const char *lang, const char *want)
{
  struct buf text = BUF_INIT;
  for (const char *p = want; *p; p++)
    if (*p != '|')
      buf_add_byte (&text, *p);
  struct ranges out = { 0 };
  text_sentences (buf_string (&text), (struct range) { 0, text.len }, lang,
                  &out);
  struct buf is = BUF_INIT;
  size_t at = 0;
  for (size_t i = 0; i < out.len; at = out.items[i++].end)
    {
      CHECK_NUMBER (out.items[i].start, at);
      buf_add_string (&is, i ? "|" : "");
      buf_add (&is, text.data + out.items[i].start,
               range_len (out.items[i]));
    }
  CHECK_NUMBER (at, text.len);
  CHECK_STRING (buf_string (&is), want);
  buf_free (&is);
  buf_free (&text);
  VEC_FREE (&out);
}

static void
languages (void)
{
  static const struct
  {
    const char *text;
    const char *lang;
  } table[] = {
    { "", "" },
    { "1958 — 83.4 %", "" },
    { "钢铁", "zh" },
    { "Steel 10.7", "en" },
    { "Ж", "en" },
    { "abcd钢", "zh" },
    { "abcde钢", "en" },
    { "１９５８年", "zh" },
    { "\xFF\xFE" "a", "en" },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    CHECK_STRING (text_language (table[i].text, strlen (table[i].text)),
                  table[i].lang);
}

static void
chinese (void)
{
  static const char *const table[] = {
    "",
    " 　",
    "　　高炉出铁了。|工人很高兴！|你信吗？",
    "产量增加一倍；|质量也好。",
    "一、修渠。|二、种树。",
    "（一）修渠；|（二）种树。",
    "１．长度为１１．１％，不变。|２．宽度。",
    "注：１．长度不变。",
    "1. 长度不变。|2. 宽度。",
    "新华社北京3日电　水库今天开工。|工人三千。",
    "【本报讯】水库开工了。",
    "真的！？|真的吗？？！|是。",
    "他走了……|天黑了。",
    "种了麦、豆、……，都好。",
    "钢、铁……等等都有。",
    "“天冷，也不怕！”大家说。|火旺了。",
    "“天冷，也不怕！”老李说着，添了煤。",
    "“天冷。|也不怕！”他们说。|走。",
    "他说：“天冷。|我不怕。”|火旺了。",
    "他说：“天冷，不怕”。|火旺了。",
    "他说，“天冷。”|火旺了。",
    "他道“天冷。|也好。”|走了。",
    "他说：“我……我不去。”|走了。",
    "“走。”|“不走。”|“走！”|老王说：“快。”",
    "喊出“苦干三年！大变样！”的口号，动手了。|好。",
    "《怎么炼铁？怎么炼钢？》出版了。|好。",
    "他（真的！）来了。|好。",
    "他来了。|（附图片）",
    "（他来了。）|她没来。",
    "‘真好！’她说。|走。",
    "「好。」|他走了。",
    "“没有关上。|他走了。|她也走了。",
    "河?地很好。|是吗? |好。",
    "好!|真好!|走。",
    "每公斤83.4元。|好。",
    "一九五八年。|好。",
    "长句没有完",
    "。",
    "。。。|好",
    "他说：“报上说：‘好。’|我不信。”|走。",
    "他来。”|她走。",
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    check_sentences ("zh", table[i]);
}

static void
english (void)
{
  static const char *const table[] = {
    "",
    "Steel rose. |Iron fell.",
    "J. V. Stalin spoke. |We heard H. L. A. Hart.",
    "Furnace No. 1 is hot. |He said No. |The end.",
    "An engine of 40 h.p. was built. |It had 40 h.p. |The rest had none.",
    "The U.S.S.R. and the U.S. Government met in the U.S. |They left.",
    "It rose 83.4 per cent. |By 5 p.m. all was done.",
    "Made by Iron Co., Ltd. of London. |It sold.",
    "\"We go.\" |He said so. |\"Do we?\" he asked.",
    "\"Do we go?\" Old Wang asked. |Yes.",
    "\"Do we go?\" |He nodded.",
    "It was ... never done. |We waited... |Then it came.",
    "We waited . . . and waited. |It came . . . |Then it left.",
    "Mr. Wang met Dr. Li. |Prof. Chen left.",
    "1. Dig wells. |2. Plant trees.",
    "(1) Dig wells. |(2) Plant trees.",
    "Note: 1. Length is fixed. |2. Width is not.",
    "I. In May they dug. |IV. In June they planted.",
    "From 2,570 million kwh. in May to 2,750 million kwh. |In June it fell.",
    "On Oct. 4 it began. |It ended in Nov. |The report came.",
    "He came (Mr. Li. saw him. Really.) and left. |Good.",
    "(He came.) |She left.",
    "The committees ruled.^ |The effect was plain.",
    "The end of education.|At the end of May it rose.",
    "Mail a.b@www.Example.org now. |Good.",
    "Is it? |Yes! |“It is.” |‘So.’ |Well.",
    "He left.  \n|She came,\nand stayed.",
    "Coal, ore, etc. were dug. |Coal, ore, etc. |The rest was left.",
    "It rose; it fell: it stayed.",
    "He said \"Go. \" |She went.",
    "No end here",
    "...",
    "A. Hart left. |Plan A. |The rest.",
    "中国。|Good.",
    "See p. 5 and pp. 7 to 9, vol. 3. |Next.",
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    check_sentences ("en", table[i]);
}

static void
check_paragraphs (enum paragraph_rule rule, const char *text,
                  const char *want)
{
  struct ranges out = { 0 };
  struct range all = { 0, strlen (text) };
  text_paragraphs (text, all, rule, &out);
  char *is = joined (text, all, &out);
  CHECK_STRING (is, want);
  free (is);
  VEC_FREE (&out);
}

#define LONG "郊区已经新建立了将近二百个初级的棉花和蔬菜生产合作社和"

static void
paragraph_lines (void)
{
  static const char *const table[][2] = {
    { "", "" },
    { " \n\n", "" },
    { "\n\n    一\n\n    二\n", "一|二" },
    { "    标题\n    " LONG "\n  17个高级社。\n    第二段。\n",
      "标题|" LONG "\n  17个高级社。|第二段。" },
    { "    " LONG "\n    标题\n    正文。\n", LONG "|标题|正文。" },
    { "    " LONG "。\n  17个社。\n    正文。\n", LONG "。|17个社。|正文。" },
    { "    " LONG "（图）\n  17\n    正文。\n", LONG "（图）|17|正文。" },
    { "    " LONG "\n\n  17\n    正文。\n", LONG "|17|正文。" },
    { "　　往年不上山，\n  　如今不下山，\n　　都好，\n",
      "往年不上山，|如今不下山，|都好，" },
    { "    " LONG "\n              小标题\n    正文。\n",
      LONG "|小标题|正文。" },
    { "A long title that has no stop - written for the harvest of wheat\n"
      "Tao Li\n    Verse one,\n    Verse two,\n",
      "A long title that has no stop - written for the harvest of wheat|Tao Li|"
      "Verse one,|Verse two," },
    { "The furnace that the workers of the whole county built last\n"
      "month is hot.\nA second one is not.\n",
      "The furnace that the workers of the whole county built last\n"
      "month is hot.|A second one is not." },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    check_paragraphs (PARAGRAPH_LINES, table[i][0], table[i][1]);
}

static void
paragraph_blank (void)
{
  static const char *const table[][2] = {
    { "One\ntwo.\n\nThree.\n \nFour.", "One\ntwo.|Three.|Four." },
    { "The plant was bro\n\nken up.\n\nNext.",
      "The plant was bro\n\nken up.|Next." },
    { "until mid-\n\n1958 it stood.", "until mid-\n\n1958 it stood." },
    { "He ended.\n\nby chance.", "He ended.|by chance." },
    { "The Great Title\n\nby LI LIN\n\nIt began.",
      "The Great Title|by LI LIN|It began." },
    { "It was done\n\nby Liu and his friends.",
      "It was done\n\nby Liu and his friends." },
    { "A list:\n\nmore", "A list:|more" },
    { "It rose\n\n58\n\nThey fell.", "It rose|58|They fell." },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    check_paragraphs (PARAGRAPH_BLANK, table[i][0], table[i][1]);
}

/* A sentence of a million bytes, and marks that open and never close.  */
static void
hostile (void)
{
  static const char *const units[] = { "钢", "“", "“他。", "（a. ", "……", ". ",
                                       "\"", "'", "!\" Aa ", "《", "a)." };
  for (size_t i = 0; i < sizeof units / sizeof *units; i++)
    {
      struct buf buf = BUF_INIT;
      while (buf.len < 1000000)
        buf_add_string (&buf, units[i]);
      for (int en = 0; en < 2; en++)
        {
          struct ranges out = { 0 };
          struct range all = { 0, buf.len };
          text_sentences (buf.data, all, en ? "en" : "zh", &out);
          free (joined (buf.data, all, &out));
          VEC_FREE (&out);
        }
      buf_free (&buf);
    }
}

/* Counts the sentences of the shared file NAME by both rules; they must cover
   it.  */
static void
check_file (const char *name)
{
  const char *path = check_shared (name);
  size_t len;
  char *text = path ? check_read_file (path, &len) : NULL;
  if (!text)
    {
      check_skip ("no shared data");
      return;
    }
  for (enum paragraph_rule rule = PARAGRAPH_LINES; rule <= PARAGRAPH_BLANK;
       rule++)
    {
      struct ranges paragraphs = { 0 };
      struct range all = { 0, len };
      text_paragraphs (text, all, rule, &paragraphs);
      free (joined (text, all, &paragraphs));
      for (size_t i = 0; i < paragraphs.len; i++)
        {
          struct ranges out = { 0 };
          text_sentences (text, paragraphs.items[i], text_language (text, len),
                          &out);
          CHECK (out.len > 0);
          free (joined (text, paragraphs.items[i], &out));
          VEC_FREE (&out);
        }
      VEC_FREE (&paragraphs);
    }
  free (text);
}

static void
seeds (void)
{
  static const char *const names[]
    = { "seeds/000_771cc205f7f1983a.txt", "seeds/001_86ea303feb83c8d8.txt",
        "seeds/002_87aacfc6450abe11.txt", "seeds/003_1012f6d7e23636c3.txt",
        "seeds/004_2c7f8c069069e595.txt" };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    check_file (names[i]);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "languages", languages },
    { "chinese", chinese },
    { "english", english },
    { "paragraph-lines", paragraph_lines },
    { "paragraph-blank", paragraph_blank },
    { "hostile", hostile },
    { "seeds", seeds },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
