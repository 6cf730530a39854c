/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of index/: the keywords of a text, with no dictionary at all.  */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check.h"
#include "index/keyword.h"
#include "index/readings.h"
#include "index/sample.h"
#include "store_help.h"

/* Written for this test: 土高炉 and 小窑群 are in no list.  */
static const char chinese[]
  = "王庄社的土高炉昨天出铁了。\n"
    "社员说，土高炉比洋炉省煤，小窑群也不占地。\n"
    "县里决定推广土高炉和小窑群，每乡先修二十座。\n"
    "有了小窑群，土高炉就不愁焦炭。\n"
    "第一书记到窑边看小窑群，又到土高炉前加料。\n";
static const char english[]
  = "The native blast furnaces of Wang Village produced pig iron yesterday.\n"
    "Members say that native blast furnaces save coal, and pig iron is cheap.\n"
    "The Provincial Party Committee decided to popularize native blast "
    "furnaces.\n"
    "With pig iron, said the Provincial Party Committee, a native blast furnace "
    "pays.\n"
    "He looked at the furnace's door; furnaces don't wait.\n";

/* A keyword as "FORM COUNT/ALONE", or "none".  */
static char *
said (const struct keywords *keywords, enum tongue tongue, const char *word)
{
  size_t len;
  uint32_t number
    = vocabulary_find (&keywords->words, word, strlen (word));
  if (number == TERM_NONE)
    return mem_string ("none");
  const char *form = keyword_form (keywords, tongue, number, &len);
  const struct keyword *k = &keywords->of.items[number];
  return mem_format ("%.*s %u/%u", (int) len, form, k->count, k->alone);
}

static void
check_said (const struct keywords *keywords, enum tongue tongue,
            const char *word, const char *want)
{
  char *is = said (keywords, tongue, word);
  CHECK_STRING (is, want);
  free (is);
}

/* A document in Chinese and English.  */
static struct document *
document_in (const char *original, const char *translation)
{
  struct document *document = document_sample (original, translation);
  strcpy (document->side[ORIGINAL].lang, "zh");
  strcpy (document->side[TRANSLATION].lang, "en");
  return document;
}

/* The keywords of two texts, with what BOOK knows (NULL: a fresh one).  */
static void
find_in (const char *original, const char *translation,
         const struct wordbook *book, struct keywords keywords[TONGUES])
{
  struct wordbook *own = wordbook_new ();
  struct document *document = document_in (original, translation);
  keywords_of (book ? book : own, document, keywords);
  document_free (document);
  wordbook_free (own);
}

static void
terms_that_no_list_has (void)
{
  struct keywords k[TONGUES] = { { .total = 0 } };
  find_in (chinese, english, NULL, k);
  check_said (&k[TONGUE_ZH], TONGUE_ZH, "土高炉", "土高炉 5/5");
  check_said (&k[TONGUE_ZH], TONGUE_ZH, "小窑群", "小窑群 4/4");
  /* Pieces of words, words that serve, numerals.  */
  static const char *const never[]
    = { "高炉和", "的土", "土高", "窑群", "和小窑群", "二十", "就不", "了小" };
  for (size_t i = 0; i < sizeof never / sizeof *never; i++)
    check_said (&k[TONGUE_ZH], TONGUE_ZH, never[i], "none");
  keywords_free (k);
}

static void
english_terms (void)
{
  struct keywords k[TONGUES] = { { .total = 0 } };
  find_in (chinese, english, NULL, k);
  const struct keywords *en = &k[TONGUE_EN];
  check_said (en, TONGUE_EN, "pig iron", "pig iron 3/3");
  check_said (en, TONGUE_EN, "provincial parti committe",
              "Provincial Party Committee 2/2");
  check_said (en, TONGUE_EN, "nativ blast furnac",
              "native blast furnaces 4/4");
  check_said (en, TONGUE_EN, "furnac", "furnaces 6/2");
  check_said (en, TONGUE_EN, "wang villag", "Wang Village 1/1");
  check_said (en, TONGUE_EN, "first", "none");
  check_said (en, TONGUE_EN, "the", "none");
  check_said (en, TONGUE_EN, "don't", "none");
  check_said (en, TONGUE_EN, "produc pig iron", "none");
  keywords_free (k);
}

/* Amounts, pieces of words that are not known, verbs with what they govern, and
   parts of longer terms.  */
static void
no_terms (void)
{
  struct keywords k[TONGUES] = { { .total = 0 } };
  find_in ("洛川专区和宜川专区抓钢铁。\n洛川专区十一月抓钢铁，宜川专区也办钢铁。\n"
           "民兵歼灭匪军，又歼灭匪军三门炮；三门旧炮缴获匪军的。\n"
           "八十多台机床，二十台机车。一百多台机器。\n",
           "This year's melting plan is new. Twenty-eight stoves burn; next year's "
           "melting plan is old, with twenty-eight stoves and 30 mu of land.\n"
           "A melting plan costs 40 yuan, and 8 mu.\n"
           "The first mayor came. Each first mayor was there for the first time, "
           "and the first of all.\n", NULL, k);
  static const char *const never[] = { "川专区", "抓钢铁", "歼灭匪军", "台机",
                                       "十一月", "三门" };
  for (size_t i = 0; i < sizeof never / sizeof *never; i++)
    check_said (&k[TONGUE_ZH], TONGUE_ZH, never[i], "none");
  check_said (&k[TONGUE_ZH], TONGUE_ZH, "洛川专区", "洛川专区 2/2");
  const struct keywords *en = &k[TONGUE_EN];
  check_said (en, TONGUE_EN, "melt plan", "melting plan 3/3");
  check_said (en, TONGUE_EN, "plan", "plan 3/0");
  check_said (en, TONGUE_EN, "first mayor", "first mayor 2/2");
  check_said (en, TONGUE_EN, "first time", "none");
  check_said (en, TONGUE_EN, "year melt plan", "none");
  check_said (en, TONGUE_EN, "mu", "none");
  check_said (en, TONGUE_EN, "yuan", "none");
  check_said (en, TONGUE_EN, "stov", "stoves 2/2");
  check_said (en, TONGUE_EN, "twenty-eight", "none");
  keywords_free (k);
}

/* What stands once is found where it is known, and cuts no word.  */
static void
known_terms (void)
{
  struct keywords k[TONGUES] = { { .total = 0 } };
  struct wordbook *book = wordbook_new ();
  wordbook_learn (book, TONGUE_ZH, "土高炉", strlen ("土高炉"));
  wordbook_learn (book, TONGUE_ZH, "民公", strlen ("民公"));
  CHECK (wordbook_give (book, "铜", strlen ("铜")));
  CHECK (wordbook_give (book, "Blast furnaces", strlen ("Blast furnaces")));
  CHECK (!wordbook_give (book, "1958", 4));
  CHECK (!wordbook_give (book, "铁 iron", strlen ("铁 iron")));
  find_in ("这座土高炉炼铜。\n人民公社炼铜。\n",
           "This blast furnace smelts copper.\n", book, k);
  check_said (&k[TONGUE_ZH], TONGUE_ZH, "土高炉", "土高炉 1/1");
  check_said (&k[TONGUE_ZH], TONGUE_ZH, "铜", "铜 2/0");
  check_said (&k[TONGUE_ZH], TONGUE_ZH, "民公", "none");
  check_said (&k[TONGUE_EN], TONGUE_EN, "blast furnac", "blast furnace 1/1");
  keywords_free (k);
  wordbook_free (book);
}

/* A term that stands once a text shows in several together.  */
static void
a_sample (void)
{
  struct keywords k[TONGUES] = { { .total = 0 } };
  struct wordbook *book = wordbook_new ();
  struct sample sample = { { { .text = BUF_INIT } } };
  static const char *const texts[]
    = { "大家去看转炉房。\n", "转炉房昨天修好。\n", "他在转炉房里。\n",
        "县委书记参观转炉房以后走了。\n", "转炉房热。\n" };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    {
      struct document *document = document_in (texts[i], "");
      CHECK (sample_add (&sample, document));
      document_free (document);
    }
  sample_learn (&sample, book);
  find_in ("新转炉房。\n", "", book, k);
  check_said (&k[TONGUE_ZH], TONGUE_ZH, "转炉房", "转炉房 1/1");
  keywords_free (k);
  sample_free (&sample);
  wordbook_free (book);
}

/* Lines that go on, words that a line end parts, paragraphs that do not go
   on.  */
static void
lines (void)
{
  struct strip zh = { .text = BUF_INIT }, en = { .text = BUF_INIT };
  static const char han[] = "土高\n  炉　铁";
  static const char latin[] = "Produc-\ntion of Mao’s steel, won’t";
  strip_add_zh (&zh, han, (struct range) { 0, sizeof han - 1 }, BLOCK_BODY);
  CHECK_STRING (buf_string (&zh.text), "土高炉\n铁\n");
  strip_add_en (&en, latin, (struct range) { 0, sizeof latin - 1 },
                BLOCK_BODY);
  CHECK_STRING (buf_string (&en.text),
                "production of mao steel \nwon't \n");
  strip_free (&zh);
  strip_free (&en);
}

/* A long text is read in pieces; what stands in all of them is one term.  */
static void
long_text (void)
{
  struct keywords k[TONGUES] = { { .total = 0 } };
  struct buf text = BUF_INIT;
  while (text.len < 3 << 20)
    buf_add_string (&text, chinese);
  size_t times = text.len / strlen (chinese);
  find_in (buf_string (&text), "", NULL, k);
  char *want = mem_format ("土高炉 %zu/%zu", 5 * times, 5 * times);
  char *is = said (&k[TONGUE_ZH], TONGUE_ZH, "土高炉");
  CHECK (strncmp (is, want, strcspn (want, "/")) == 0);
  free (is);
  free (want);
  keywords_free (k);
  buf_free (&text);
}

static void
check_key (const struct readings *readings, const char *text,
           const char *key_want, const char *pinyin_want)
{
  struct buf numbered = BUF_INIT, key = BUF_INIT, pinyin = BUF_INIT;
  readings_numbered (readings, text, strlen (text), &numbered);
  readings_key (buf_string (&numbered), text, strlen (text), &key);
  readings_of_key (buf_string (&key), &pinyin);
  CHECK_STRING (buf_string (&key), key_want);
  CHECK_STRING (buf_string (&pinyin), pinyin_want);
  buf_free (&numbered);
  buf_free (&key);
  buf_free (&pinyin);
}

static void
readings (void)
{
  struct readings *r = readings_new ();
  check_key (r, "钢铁", "gang1钢 tie3铁", "gāng tiě");
  check_key (r, "鋼鐵", "gang1鋼 tie3鐵", "gāng tiě");
  check_key (r, "县长", "xian4县 zhang3长", "xiàn zhǎng");
  check_key (r, "长江", "chang2长 jiang1江", "cháng jiāng");
  check_key (r, "银行行长", "yin2银 hang2行 hang2行 zhang3长",
             "yín háng háng zhǎng");
  check_key (r, "绿地", "lv4绿 di4地", "lǜ dì");
  check_key (r, "铁𠀀", "tie3铁 0𠀀", "tiě 𠀀");
  readings_free (r);
}

int
main (int argc, char **argv)
{
  static const struct check_case cases[]
    = { { "terms that no list has", terms_that_no_list_has },
        { "English terms", english_terms },
        { "no terms", no_terms },
        { "known terms", known_terms },
        { "a sample", a_sample },
        { "lines", lines },
        { "long text", long_text },
        { "readings", readings },
        { NULL, NULL } };
  return check_main (argc, argv, cases);
}
