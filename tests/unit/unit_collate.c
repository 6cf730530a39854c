/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of collate/: what is told of facing sentences.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "check.h"
#include "collate/collate.h"

/* Gives SIDE the LINES, a sentence each.  */
static void
side_fill (struct document *document, enum side s, const char *lines)
{
  struct side_text *side = &document->side[s];
  document_set_text (document, s, lines, strlen (lines));
  strcpy (side->lang, s == ORIGINAL ? "zh" : "en");
  for (size_t at = 0; at < side->len;)
    {
      const char *end = strchr (side->text + at, '\n');
      size_t next = end ? (size_t) (end - side->text) + 1 : side->len;
      VEC_PUSH (&side->sentences, (struct sentence) { { at, next }, 0 });
      at = next;
    }
  VEC_PUSH (&side->paragraphs,
            (struct paragraph) { { 0, side->len }, BLOCK_BODY });
}

/* A document whose lines face each other one by one; what one side has more
   stands in beads of its own.  */
static struct document *
document_of (const char *original, const char *translation)
{
  struct document *document = document_new ();
  document->date = mem_string ("1958-11-02");
  side_fill (document, ORIGINAL, original);
  side_fill (document, TRANSLATION, translation);
  size_t o = document->side[ORIGINAL].sentences.len;
  size_t t = document->side[TRANSLATION].sentences.len;
  for (size_t i = 0; i < o || i < t; i++)
    VEC_PUSH (&document->beads,
              (struct bead) { { i < o ? i : o, i < t ? i : t },
                              { i < o, i < t },
                              1 });
  CHECK (document_is_whole (document));
  return document;
}

static const char *
same (const char *text)
{
  return text;
}

static void
add_words (struct buf *out, const struct document *document,
           const struct discrepancy *d, enum side s)
{
  buf_add (out, document->side[s].text + d->place[s].start,
           range_len (d->place[s]));
}

/* What is told of DOCUMENT: "KIND SEVERITY ORIGINAL/TRANSLATION" parted by
   "; "; the caller frees it.  */
static char *
told (const struct document *document)
{
  struct collator *collator = collator_new ();
  struct discrepancies found = { 0 };
  struct buf out = BUF_INIT;
  collate (collator, document, &found);
  for (size_t i = 0; i < found.len; i++)
    {
      const struct discrepancy *d = &found.items[i];
      char *message = discrepancy_message (document, d, same);
      CHECK (*message && !strstr (message, "$s"));
      free (message);
      buf_add_format (&out, "%s%s %s ", i ? "; " : "",
                      discrepancy_kind_name (d->kind),
                      severity_name (d->severity));
      add_words (&out, document, d, ORIGINAL);
      buf_add_byte (&out, '/');
      add_words (&out, document, d, TRANSLATION);
    }
  VEC_FREE (&found);
  collator_free (collator);
  return buf_take (&out);
}

struct row
{
  const char *original;
  const char *translation;
  const char *want; /* NULL ends a table */
};

static void
rows_hold (const struct row *row)
{
  for (; row->want; row++)
    {
      struct document *document
        = document_of (row->original, row->translation);
      char *is = told (document);
      if (strcmp (is, row->want) != 0)
        printf ("in \"%s\":\n", row->original);
      CHECK_STRING (is, row->want);
      free (is);
      document_free (document);
    }
}

/* Eight pairs, so that one number missing is worth a remark.  */
#define PAIRS_O "一吨二吨三吨四吨五吨六吨七吨八吨，"
#define PAIRS_T "1 ton, 2 tons, 3 tons, 4 tons, 5 tons, 6 tons, 7 tons, 8 tons, "

static void
faithful (void)
{
  static const struct row rows[] = {
    { "产钢三千八百三十一吨左右。", "It made around 3,831 tons.", "" },
    { "二百多万人", "more than two million people", "" },
    { "亩产一千斤，共四万五千亩", "500 kilograms a mu, 3,000 hectares in all",
      "" },
    { "增长二倍", "tripled", "" },
    { "增长一倍", "doubled", "" },
    { "是去年的二倍", "twice as much as last year", "" },
    { "增长到二倍", "grew to two times as much", "" },
    { "六成的人", "three-fifths of the people", "" },
    { "一半人", "50 percent of the people", "" },
    { "七日内", "within seven days", "" },
    { "开了三次会", "met three times", "" },
    { "9、10月份", "in September and in October", "" },
    { "1958年9月4日", "on September 4, 1958", "" },
    { "十几万吨", "well over 100,000 tons", "" },
    { "四十几个工厂", "more than 40 factories", "" },
    { "不过一千二百来名", "no more than about 1,200 people", "" },
    { "成千上万的人", "thousands upon thousands of people", "" },
    { "将近二百个社", "nearly two hundred cooperatives", "" },
    { "一个中心", "a centre", "" },
    { "百五十万斤", "1.5 million jin", "" },
    { "第一书记", "First Secretary", "" },
    { NULL, NULL, NULL },
  };
  rows_hold (rows);
}

static void
numbers (void)
{
  static const struct row rows[] = {
    { "一千零七十吨", "10,700 tons", "number grave 一千零七十吨/10,700 tons" },
    { "二十八万亩", "2.8 million mu",
      "number grave 二十八万亩/2.8 million mu" },
    { "二千零一十五亿元", "2,015 billion yuan",
      "number grave 二千零一十五亿元/2,015 billion yuan" },
    { "五百一十四人", "541 people", "number grave 五百一十四人/541" },
    { "１／８２英寸", "1/32 inches",
      "number grave １／８２英寸/1/32 inches" },
    { "三吨和五吨", "3 tons and 6 tons", "number grave 五吨/6 tons" },
    { NULL, NULL, NULL },
  };
  rows_hold (rows);
}

static void
precision (void)
{
  static const struct row rows[] = {
    { "三千四百三十余户", "3,432 households",
      "precision grave 三千四百三十余户/3,432" },
    { "三万余亩", "30,000 mu", "precision minor 三万余亩/30,000 mu" },
    { "三万亩", "more than 30,000 mu",
      "precision minor 三万亩/more than 30,000 mu" },
    { "十个多月", "ten months", "precision minor 十个多月/ten months" },
    { "九万四千余件棉衣", "exactly 94,000 coats",
      "precision grave 九万四千余件/exactly 94,000" },
    { "七万余元以上", "more than 70,000 yuan",
      "precision quiet 七万余元以上/more than 70,000 yuan" },
    { "三四十人", "thirty people", "precision minor 三四十人/thirty" },
    { NULL, NULL, NULL },
  };
  rows_hold (rows);
}

static void
units (void)
{
  static const struct row rows[] = {
    { "三百二十斤", "320 pounds", "unit grave 三百二十斤/320 pounds" },
    { "三百五十余亩", "more than 350 acres",
      "unit grave 三百五十余亩/more than 350 acres" },
    { "四亿斤", "400 million catties", "unit quiet 四亿斤/400 million catties" },
    { "占总户的85％", "85% of the farmers", "unit minor 85％/85%" },
    { "占总户的85％", "85% of the households", "" },
    { NULL, NULL, NULL },
  };
  rows_hold (rows);
}

static void
multiples (void)
{
  static const struct row rows[] = {
    { "增长二倍", "doubled", "multiple grave 二倍/doubled" },
    { "增长二倍", "a twofold increase", "multiple minor 二倍/twofold" },
    { "提高一倍", "a twofold increase", "multiple minor 一倍/twofold" },
    { "增加一倍半", "one and a half times that of May",
      "multiple grave 一倍半/one and a half times" },
    { "提高工效三到五倍", "three to five times more efficient",
      "multiple minor 三到五倍/three to five times" },
    { "提高二倍", "twice as much", "multiple grave 二倍/twice" },
    { NULL, NULL, NULL },
  };
  rows_hold (rows);
}

static void
dates (void)
{
  static const struct row rows[] = {
    { "新华社31日电", "Xinhua, October 31st:",
      "date quiet 31日/October 31st" },
    { "新华社1日电", "Xinhua, November 1st:",
      "date quiet 1日/November 1st" },
    { "新华社31日电", "Xinhua, November 31st:",
      "date grave 31日/November 31st" },
    { "九月十日", "October 10", "date grave 九月十日/October 10" },
    { "十月十二日", "October 21", "date grave 十月十二日/October 21" },
    { "九月十日", "September 10, 1957",
      "date grave 九月十日/September 10, 1957" },
    { NULL, NULL, NULL },
  };
  rows_hold (rows);
}

static void
singles (void)
{
  static const struct row rows[] = {
    { PAIRS_O "十月底以前", PAIRS_T "soon", "omission minor 十月底/" },
    { PAIRS_O "八百亩", PAIRS_T "fields", "omission minor 八百亩/" },
    { PAIRS_O "田地", PAIRS_T "and 800 mu", "addition minor /800 mu" },
    { "八百亩", "fields", "" },
    { PAIRS_O "一个人", PAIRS_T "man", "" },
    { PAIRS_O "八百亩\n田地", PAIRS_T "fields\nand 800 mu", "" },
    { NULL, NULL, NULL },
  };
  rows_hold (rows);
}

static void
sentences (void)
{
  static const struct row rows[] = {
    { "他来了。\n如皋县人民委员会下令停止。", "He came.",
      "omission grave 如皋县人民委员会下令停止。/" },
    { "他来了。", "He came.\nMany of the onlookers wept for joy.",
      "addition grave /Many of the onlookers wept for joy." },
    { "他来了。\n（附图片）", "He came.", "" },
    { NULL, NULL, NULL },
  };
  rows_hold (rows);
}

static void
scripts (void)
{
  static const struct row rows[] = {
    { "十六个澡盆", "sixteen 澡盆 of iron", "leftover minor 澡盆/澡盆" },
    { "东川矿区", "the Dong川 mine", "leftover minor 川/Dong川" },
    { "鹿寨", "Luzhai (鹿寨)", "" },
    { "学校", "the 학교", "leftover minor 学校/학교" },
    { "每ton铁", "a ton of iron", "leftover minor ton/" },
    { "用5kg铁和T34", "with 5 kg of iron and a T34", "" },
    { NULL, NULL, NULL },
  };
  rows_hold (rows);
}

static void
gaps (void)
{
  static const struct row rows[] = {
    { "第?号井", "No. 5 Pit", "gap minor 第?号井/No. 5" },
    { "?万名学生", "30,000 students", "gap minor ?万名/30,000" },
    { "□□公社", "The Qianjin Commune",
      "gap minor □□公社/The Qianjin Commune" },
    { "他来了吗？", "Did he come?", "" },
    { "□□公社", "the □□ Commune", "" },
    { NULL, NULL, NULL },
  };
  rows_hold (rows);
}

static void
sums (void)
{
  static const struct row rows[] = {
    { "共一千二百六十座，其中四百零五座投产，三百一十座烘炉，五百五十五座待装。",
      "1,260 in all: 405 work, 310 dry, 555 wait.",
      "sum grave 一千二百六十座，其中四百零五座投产，三百一十座烘炉，"
      "五百五十五座/1,260 in all: 405 work, 310 dry, 555" },
    { "共三十吨，其中甲地十吨，乙地二十吨。",
      "30 tons, of them 10 tons at A and 20 tons at B.", "" },
    { "共三十吨，其中甲地十吨，乙地五吨。",
      "30 tons, of them 10 tons at A and 5 tons at B.", "" },
    { "共三十吨，其中甲地四十吨，乙地五吨。",
      "30 tons, of them 40 tons at A and 5 tons at B.",
      "sum grave 三十吨，其中甲地四十吨，乙地五吨/30 tons, of them 40 tons at "
      "A and 5 tons" },
    { NULL, NULL, NULL },
  };
  rows_hold (rows);
}

static void
terms (void)
{
  static const struct row rows[] = {
    { "鹿寨县的炉子\n鹿寨县的人\n在鹿寨县", "Furnaces of Luzhai County\n"
      "People of Lochai County\nin Luzhai County",
      "term minor 鹿寨县/Lochai" },
    { "各县\n本县", "every County\nthis County", "" },
    { NULL, NULL, NULL },
  };
  rows_hold (rows);
}

/* What stands in the next bead is not missing.  */
static void
neighbours (void)
{
  static const struct row rows[] = {
    { "产钢三千八百三十一吨\n产铁四百四十五吨",
      "It made 445 tons of iron\nand 3,831 tons of steel", "" },
    { NULL, NULL, NULL },
  };
  rows_hold (rows);
}

/* COUNT times UNIT in one bead.  */
static char *
repeated (const char *unit, size_t count)
{
  struct buf out = BUF_INIT;
  for (size_t i = 0; i < count; i++)
    buf_add_string (&out, unit);
  return buf_take (&out);
}

/* A bead of many quantities takes no square time: the test would not come
   back.  */
static void
many (void)
{
  char *original = repeated ("三吨，其中四吨，", 20000);
  char *translation = repeated ("3 tons, of them 5 tons, ", 20000);
  struct document *document = document_of (original, translation);
  char *is = told (document);
  CHECK (*is);
  free (is);
  document_free (document);
  free (original);
  free (translation);
}

static void
other_languages (void)
{
  struct document *document = document_of ("三吨", "5 tons");
  strcpy (document->side[TRANSLATION].lang, "zh");
  char *is = told (document);
  CHECK_STRING (is, "");
  free (is);
  document_free (document);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "faithful", faithful },   { "numbers", numbers },
    { "precision", precision }, { "units", units },
    { "multiples", multiples }, { "dates", dates },
    { "singles", singles },     { "sentences", sentences },
    { "scripts", scripts },     { "gaps", gaps },
    { "sums", sums },           { "terms", terms },
    { "neighbours", neighbours }, { "many", many },
    { "other-languages", other_languages },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
