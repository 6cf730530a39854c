/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of import/: own samples for every variation.  */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "check.h"
#include "import/importer.h"
#include "import/stated.h"
#include "import_summary.h"

#define HEAD                                                                  \
  "Title: Iron Flows; Furnaces Yield More\nAuthor:\nDate: 1958-10-01\n"       \
  "Page: 3\n\n"
#define RULE "\n\n<hr /> \n\nOriginal: \n\n\n"
#define MAST "### 铁水奔流  高炉增产\n\n1958-10-01\n第3版()\n专栏：\n\n"
#define TEXT "　　铁水奔流\n    高炉增产\n    新华社讯　出铁一百吨。\n"

static void
archive_variations (void)
{
  static const struct
  {
    const char *text;
    const char *want;
  } table[] = {
    { HEAD "Body." RULE MAST TEXT, "1958-10-01 3 - HHB/HB 0 w" },
    { HEAD "Iron flows\n  Furnaces Yield More\n\nBody." RULE MAST TEXT,
      "1958-10-01 3 - HHB/HHB 0 w" },
    { HEAD "**Iron Flows: Furnaces Yield More**\nBody." RULE MAST TEXT,
      "1958-10-01 3 - HHB/HB 0 w" },
    /* A subtitle below, a kicker above.  */
    { HEAD "On the Front\nIron Flows\nFurnaces Yield More\n-- A Report\nB."
           RULE MAST "在前线\n" TEXT, "1958-10-01 3 - HHHB/HHHHB 0 w" },
    /* Half of the headline, and one worded otherwise.  */
    { HEAD "Iron Flows\nBody." RULE MAST "铁水奔流了\n高炉增产\n正文。\n",
      "1958-10-01 3 - HHB/HB 0 w" },
    /* A verse that begins with the title's words is no headline.  */
    { HEAD "Iron flows,\nand yields.\n" RULE MAST "铁水奔流，\n高炉增产。\n",
      "1958-10-01 3 - HBB/HBB 0 w" },
    /* Other order; Edition; a title in two lines; names in bold.  */
    { "Edition: 2\nDate: October 1, 1958\nTitle: Iron\n  Flows\nAuthor: \n\n"
      "B." RULE MAST TEXT, "1958-10-01 2 - HHB/HB 0 w 4 17" },
    { "**Title:** Iron Flows\n**Author:** None\n**Date:** 1958-10-01\n"
      "**Page:** 3\nBody.\n\n---\n" RULE MAST TEXT,
      "1958-10-01 3 - HHB/HB 0 w" },
    /* Twice, unknown, nonsense, other values below.  */
    { "Title: A\nTitle: B\nAuthor:\nDate: soon\nDate: 1958\nPage: 3\n"
      "Colour: red\n\nB." RULE MAST TEXT,
      "1958-10-01 3 - HHB/HB 0 w 2 5 7 4" },
    { "Title: A\nDate: 1958-02-29\n\nB." RULE "### 铁\n\n日期不详\n第5版()\n"
      "专栏：工业\n\n正文。\n", "1958-02-29 5 工业 HB/HB 0 w 2 13" },
    { HEAD "B." RULE "### 铁\n1958-10-02\n第４版()\n专栏：\n\n正文。\n",
      "1958-10-01 3 - HB/HB 0 w 14 15" },
    { HEAD "B." RULE "### 铁\n李明\n王伟\n1958-10-01\n第3版()\n专栏：\n\n"
      "李明　王伟\n正文。\n", "1958-10-01 3 - HYB/HB 0 w" },
    { "Title: A\n\nB." RULE "### 铁\n\n正文。\n", "- - - HB/HB 0 w 0 0" },
    /* Marks missing or too many.  */
    { HEAD "B.\n\nOriginal:\n\n" MAST TEXT, "1958-10-01 3 - HHB/HB 0 w 8" },
    { HEAD "B.\n\n<hr />\n\n" MAST TEXT, "1958-10-01 3 - HHB/HB 0 w 8" },
    { HEAD "B.\n\n" MAST TEXT "### 小结\n完。\n",
      "1958-10-01 3 - HHBBB/HB 0 w 8 8" },
    { HEAD "B.\n<hr />\nC." RULE MAST TEXT "\n<hr />\n",
      "1958-10-01 3 - HHB/HBBB 0 w 10" },
    { HEAD "B." RULE "铁水奔流\n\n1958-10-01\n第十一版（国内）\n正文。\n",
      "1958-10-01 3 - HB/HB 0 w 13 16" },
    { HEAD "B." RULE "　　正文在此，没有题目。\n",
      "1958-10-01 3 - B/HB 0 w 13" },
    /* One side, none, the header alone, nothing.  */
    { HEAD "Body one.\n\nBody two.\n", "1958-10-01 3 - /HBB 0 w 5 9" },
    { HEAD RULE MAST TEXT, "1958-10-01 3 - HHB/H 0 w 8" },
    { HEAD "B." RULE MAST, "1958-10-01 3 - H/HB 0 w 19" },
    { MAST TEXT, "1958-10-01 3 - HHB/ 0 w 1 1 0 1" },
    { HEAD, "1958-10-01 3 - /H 0 w 5 6 6" },
    { "Title:\nAuthor:\nDate:\nPage:\n", "error line 1" },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      struct document *d = document_new ();
      char *line = import_summary (table[i].text, d);
      CHECK_STRING (line, table[i].want);
      free (line);
      document_free (d);
    }
}

static void
archive_titles (void)
{
  struct document *d = document_new ();
  char *line = import_summary (
    "Title:  Iron Flows \n\nAuthor: Li Ming \nDate: 1958-10-01\nPage: 3\n"
    "Iron Flows\nBy our reporter Li Ming\n\nB.\n" RULE
    "###  铁水  奔流 \n李明\n1958-10-01\n第3版()\n专栏：\n\n"
    "    铁水\n    奔流\n    本报记者　李明\n    正文。  \n\n\n", d);
  CHECK_STRING (line, "1958-10-01 3 - HHYB/HYB 0 w");
  CHECK_STRING (d->side[ORIGINAL].title, "铁水  奔流");
  CHECK_STRING (d->side[ORIGINAL].author, "李明");
  CHECK_STRING (d->side[ORIGINAL].lang, "zh");
  CHECK_STRING (d->side[ORIGINAL].text,
                "    铁水\n    奔流\n    本报记者　李明\n    正文。  \n");
  CHECK_STRING (d->side[TRANSLATION].title, "Iron Flows");
  CHECK_STRING (d->side[TRANSLATION].author, "Li Ming");
  CHECK_STRING (d->side[TRANSLATION].lang, "en");
  CHECK_STRING (d->side[TRANSLATION].text,
                "Iron Flows\nBy our reporter Li Ming\n\nB.\n");
  free (line);
  document_free (d);
  /* The title stands before a body without it; a byline by its place.  */
  d = document_new ();
  line = import_summary (HEAD "L. Ming\n\nB.\n" RULE
                    "### 铁\n李明\n1958-10-01\n第3版()\n专栏：\n\n"
                    "　　李明\n　　正文。", d);
  CHECK_STRING (line, "1958-10-01 3 - HYB/HYB 0 w");
  CHECK_STRING (d->side[ORIGINAL].text, "铁\n　　李明\n　　正文。");
  CHECK_STRING (d->side[TRANSLATION].text,
                "Iron Flows; Furnaces Yield More\nL. Ming\n\nB.\n");
  CHECK_STRING (d->side[TRANSLATION].author, NULL);
  free (line);
  document_free (d);
}

static void
archive_captions (void)
{
  struct document *d = document_new ();
  char *line = import_summary (
    HEAD "Body.\n(Attached picture)\nA furnace. Photo by Wang\nAnother\n"
    "(Originally published in X)\n" RULE MAST TEXT
    "    （附图片）\n    高炉　王某摄\n    又一座\n    （原载某报）\n", d);
  CHECK_STRING (line, "1958-10-01 3 - HHBCCCB/HBCCCB 0 w");
  free (line);
  document_free (d);
  /* Behind a table the text goes on; a mark at a line's end is none.  */
  d = document_new ();
  line = import_summary (HEAD "Body.\n(Attached table)\nMore. (with picture)\n"
                    RULE MAST TEXT "（附表）\n又。（附图）\n", d);
  CHECK_STRING (line, "1958-10-01 3 - HHBCB/HBCB 0 w");
  free (line);
  document_free (d);
}

static void
archive_glossary (void)
{
  static const char *const want[][2] = {
    { "新华社", "Xinhua (News Agency)" }, { "北京", "Beijing" },
    { "上海", "Shanghai (city)" },        { "天津", "Tianjin" },
    { "武汉", "Wuhan" },                  { "李明", "Li Ming" },
    { "王伟", "Wang Wei" },               { "滩地", "he滩 di" },
  };
  struct document *d = document_new ();
  char *line = import_summary (
    HEAD "Body.\n\n<br>\n<br>\n\n**Named Entities**\n\n<br>\nPlaces:\n"
    "新华社\tXinhua (News Agency)<br>\n- 北京: Beijing\n\n**People:**\n"
    "1. 上海 Shanghai (city)\n| 天津 | Tianjin |\nWuhan  武汉\n人名：\n"
    "李明　Li Ming<br />王伟\tWang Wei\n孤立的词\n滩地 he滩 di\n" RULE
    MAST TEXT, d);
  CHECK_STRING (line, "1958-10-01 3 - HHB/HB 8 w 24");
  for (size_t i = 0; i < d->glossary.len && i < 8; i++)
    {
      CHECK_STRING (d->glossary.items[i].original, want[i][0]);
      CHECK_STRING (d->glossary.items[i].translation, want[i][1]);
    }
  free (line);
  document_free (d);
}

/* Ten thousand header lines, lines of a megabyte: few warnings, no harm.  */
static void
archive_floods (void)
{
  struct buf text = BUF_INIT;
  for (int i = 0; i < 10000; i++)
    buf_add_format (&text, i % 2 ? "Title: %d\n" : "Key-%d: x\n", i);
  buf_add_string (&text, "Date: 1958-10-01\n\nBody." RULE MAST TEXT);
  struct document *d = document_new ();
  char *line = import_summary (buf_string (&text), d);
  CHECK_STRING (line, "1958-10-01 3 - HHB/HB 0 w 1 3 4 5 6 8");
  free (line);
  document_free (d);
  buf_clear (&text);
  buf_add_string (&text, "Title: ");
  for (int i = 0; i < 1000000; i++)
    buf_add_byte (&text, 'x');
  buf_add_string (&text, "\nDate: 1958-10-01\n\n");
  for (int i = 0; i < 1000000; i++)
    buf_add_byte (&text, i % 2 ? '(' : ' ');
  buf_add_string (&text, "\n**Named Entities**\n");
  for (int i = 0; i < 300000; i++)
    buf_add_string (&text, "铁 ");
  buf_add_string (&text, RULE MAST TEXT);
  d = document_new ();
  line = import_summary (buf_string (&text), d);
  CHECK_STRING (line, "1958-10-01 3 - HHB/HB 0 w 6");
  free (line);
  document_free (d);
  buf_free (&text);
}

static void
recognises (void)
{
  static const struct
  {
    const char *text;
    const char *name;
  } table[] = {
    { HEAD "Body." RULE MAST TEXT, "archive" },
    { HEAD, "archive" },
    { MAST TEXT, "archive" },
    { "Body.\n<hr />\n\nOriginal:\n\n" TEXT, "archive" },
    { "A text.\n\nWith two paragraphs.\n", "prose" },
    { "高炉出铁。\n", "prose" },
    { "# Notes\n\nSome *Markdown*.\n\n<hr />\n", "prose" },
    { "1958 ... 1959\n", NULL },
    { "", NULL },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      size_t len = strlen (table[i].text);
      const struct importer *found = importer_for (table[i].text, len, "x");
      CHECK_STRING (found ? found->name : NULL, table[i].name);
    }
}

static void
states_dates (void)
{
  static const char *const dates[][2] = {
    { "1958-10-24", "1958-10-24" },
    { " １９５８－１０－２４", "1958-10-24" },
    { "1958.9.5", "1958-09-05" },       { "1958年10月24日", "1958-10-24" },
    { "一九五八年十月二十四日", "1958-10-24" },
    { "二〇〇三年一月十日", "2003-01-10" }, { "19581024", "1958-10-24" },
    { "October 24, 1958", "1958-10-24" }, { "24 Oct. 1958", "1958-10-24" },
    { "Sept. 5th, 1958", "1958-09-05" }, { "October 1958", "1958-10" },
    { "1958-10", "1958-10" },           { "1958年", "1958" },
    { "1956-02-29", "1956-02-29" },     { "1958-02-29", NULL },
    { "1958-13-01", NULL },             { "1958-10-24-3", NULL },
    { "1958-", NULL },                  { "58-10-24", NULL },
    { "Ma 5, 1958", NULL },             { "soon", NULL },
    { "", NULL },                       { "1958-10-00", NULL },
  };
  static const char *const pages[][2] = {
    { "2", "2" },         { "第２版()", "2" }, { "第十一版", "11" },
    { "Page 4", "4" },    { "1-2", "1-2" },    { "A2", "A2" },
    { "第2版(第3页)", "2" }, { " two ", "two" }, { " ", NULL },
  };
  for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
    {
      char *date = stated_date (
        dates[i][0], (struct range) { 0, strlen (dates[i][0]) });
      CHECK_STRING (date, dates[i][1]);
      free (date);
    }
  for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
    {
      char *page = stated_page (
        pages[i][0], (struct range) { 0, strlen (pages[i][0]) });
      CHECK_STRING (page, pages[i][1]);
      free (page);
    }
}

/* A line that is too wide to be a piece of a paragraph.  */
#define FIFTY "the furnace of the town was built in the autumn, "
#define WIDE "In the year " FIFTY FIFTY FIFTY FIFTY FIFTY "and it stands."

static void
prose_reads (void)
{
  static const struct
  {
    const char *text, *want, *title, *author, *lang;
  } table[] = {
    { "Notes on the Old\n\nand New Furnaces\n\nby ANNA LI\n\nThe furnaces of\n"
      "the town are old.\n\nThe New Ones\n\nThey were built in the spring, "
      "when there was water.\n", "- - - HYBHB/ 0 w",
      "Notes on the Old and New Furnaces", "ANNA LI", "en" },
    { "Only one sentence in it.\n", "- - - B/ 0 w", NULL, NULL, "en" },
    { "Furnaces\n", "- - - B/ 0 w", NULL, NULL, "en" },
    { "高炉的故事\n\n　　从前有一座高炉，日夜出铁。\n\n　　后来有了两座。\n",
      "- - - HBB/ 0 w", "高炉的故事", NULL, "zh" },
    { "The line breaks\nhere and goes\non to the end.\n\nSome small\n\n"
      "words follow it there.\n", "- - - BB/ 0 w", NULL, NULL, "en" },
    /* Verse, all of it set in; paragraphs in lines of their own, with blank
       lines between some of them.  */
    { "\u3000\u3000高炉红，\n\u3000\u3000铁水流，\n\u3000\u3000人不休。\n",
      "- - - BBB/ 0 w", NULL, NULL, "zh" },
    { "One line\n" WIDE "\n\n" WIDE "\n", "- - - BBB/ 0 w", NULL, NULL, "en" },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      struct document *d = document_new ();
      char *line = import_summary (table[i].text, d);
      CHECK_STRING (line, table[i].want);
      CHECK_STRING (d->side[ORIGINAL].text, table[i].text);
      CHECK_STRING (d->side[ORIGINAL].title, table[i].title);
      CHECK_STRING (d->side[ORIGINAL].author, table[i].author);
      CHECK_STRING (d->side[ORIGINAL].lang, table[i].lang);
      free (line);
      document_free (d);
    }
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "archive-variations", archive_variations },
    { "archive-titles", archive_titles },
    { "archive-captions", archive_captions },
    { "archive-glossary", archive_glossary },
    { "archive-floods", archive_floods },
    { "recognises", recognises },
    { "states-dates", states_dates },
    { "prose-reads", prose_reads },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
