/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of what the number index asks with: keys that sort, the filter
   language.  */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "check.h"
#include "number/unit_name.h"
#include "number/value_key.h"
#include "store/numbers.h"

/* --- keys --------------------------------------------------------------- */

static struct decimal
value (uint64_t digits, int exponent, uint64_t divisor)
{
  struct decimal d = DECIMAL_ZERO;
  CHECK (decimal_make (digits, exponent, &d)
         && (divisor == 1 || decimal_divide (d, divisor, &d)));
  return d;
}

/* From the least to the largest.  */
static void
keys_sort (void)
{
  static const struct
  {
    uint64_t digits;
    int exponent;
    uint64_t divisor;
    bool negative;
    const char *text;
  } rows[] = {
    { 999999999999999999, 36, 1, true,
      "-999999999999999999000000000000000000000000000000000000" },
    { 12, 0, 1, true, "-12" },
    { 119, -1, 1, true, "-11.9" },
    { 1, 0, 1, true, "-1" },
    { 1, 0, 3, true, "-1/3" },
    { 3, -1, 1, true, "-0.3" },
    { 0, 0, 1, false, "0" },
    { 1, -18, 1, false, "0.000000000000000001" },
    { 333333333333333333, -18, 1, false, "0.333333333333333333" },
    { 1, 0, 3, false, "1/3" },
    { 333333333333333334, -18, 1, false, "0.333333333333333334" },
    { 499999, 0, 999998, false, NULL },
    { 500000, 0, 999999, false, NULL },
    { 1, 0, 1, false, "1" },
    { 10, 0, 1, false, "10" },
    { 3270, 0, 1, false, "3270" },
    { 32701, -1, 1, false, "3270.1" },
    { 9007199254740992, 0, 1, false, "9007199254740992" },
    { 9007199254740993, 0, 1, false, "9007199254740993" },
    { 999999999999999999, 36, 1, false,
      "999999999999999999000000000000000000000000000000000000" },
  };
  char key[QUANTITY_TEXT], before[QUANTITY_TEXT] = "", text[QUANTITY_TEXT];
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    {
      struct decimal d
        = value (rows[i].digits, rows[i].exponent, rows[i].divisor);
      value_key (d, rows[i].negative, key);
      CHECK (strcmp (before, key) < 0);
      strcpy (before, key);
      CHECK (value_key_text (key, text));
      if (rows[i].text)
        CHECK_STRING (text, rows[i].text);
    }
  CHECK (strcmp (key, "2") < 0);
}

static void
keys_bad (void)
{
  static const char *const bad[]
    = { "1", "13", "133", "13x7", "133x", "0337", "4", "133271/", "x",
        "1331234567890123456789", "19999" };
  char text[QUANTITY_TEXT];
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    CHECK (!value_key_text (bad[i], text));
  CHECK (value_key_text ("", text));
  CHECK_STRING (text, "-");
  CHECK (value_key_text (VALUE_KEY_BEYOND, text));
  CHECK_STRING (text, "out-of-range");
}

/* --- units -------------------------------------------------------------- */

static void
units_have_names (void)
{
  CHECK_STRING (unit_named ("吨"), "t");
  CHECK_STRING (unit_named ("噸"), "t");
  CHECK_STRING (unit_named ("catties"), "jin");
  CHECK_STRING (unit_named ("jin"), "jin");
  CHECK (!unit_named ("座"));
  CHECK (!unit_named (""));
  CHECK_STRING (unit_in_chinese ("t"), "吨");
  CHECK_STRING (unit_in_chinese ("cm"), "厘米");
  CHECK_STRING (unit_in_chinese ("household"), "户");
  CHECK_STRING (unit_in_chinese ("furnace"), "炉子");
  CHECK (!unit_in_chinese (""));
  CHECK (!unit_in_chinese ("no such unit"));
}

/* --- the filter language ------------------------------------------------ */

static void
add_limit (struct buf *out, const char *name, const struct number_limit *l)
{
  char text[DECIMAL_TEXT];
  if (l->there)
    buf_add_format (out, "%s%s%s%s ", name, l->strict ? "" : "=",
                    l->negative ? "-" : "", decimal_text (l->value, text));
}

/* QUERY in one line.  */
static char *
told (const struct number_query *query)
{
  struct buf out = BUF_INIT;
  add_limit (&out, ">", &query->low);
  add_limit (&out, "<", &query->high);
  if (*query->unit)
    buf_add_format (&out, "unit %s ", query->unit);
  if (*query->base)
    buf_add_format (&out, "base %s ", query->base);
  if (query->kind >= 0)
    buf_add_format (&out, "kind %d ", query->kind);
  if (query->side >= 0)
    buf_add_format (&out, "side %d ", query->side);
  if (*query->from || *query->until)
    buf_add_format (&out, "date %s..%s ", query->from, query->until);
  if (query->last_document && query->first_document == query->last_document)
    buf_add_format (&out, "document %lld ", query->last_document);
  if (query->words)
    buf_add_format (&out, "words %s ", query->words);
  return buf_take (&out);
}

static void
parses (void)
{
  static const struct
  {
    const char *text, *want;
  } rows[] = {
    { "", "" },
    { "  \t ", "" },
    { "unit:t", "unit t " },
    { "unit:- base:kg", "unit - base kg " },
    { "kind:percent side:t", "kind 1 side 1 " },
    { "吨", "unit t " },
    { "生铁 tons", "unit t words 生铁 " },
    { "吨 斤", "unit t words 斤 " },
    { "unit:亩", "unit mu " },
    { "base:catties", "base jin " },
    { "text:吨 mu", "unit mu words 吨 " },
    { "time", "words time " }, /* 次, not "times" */
    { "text:", NULL },
    { "document:12", "document 12 " },
    { ">=1e6", ">=1000000 " },
    { ">1,000,000 <=2.5e7", ">1000000 <=25000000 " },
    { "=-0.5", ">=-0.5 <=-0.5 " },
    { "<3e-2", "<0.03 " },
    { "10..20", ">=10 <=20 " },
    { "1e6..", ">=1000000 " },
    { "..-5", "<=-5 " },
    { "1958", "date 1958..1958 " },
    { "1958-09..1958-11", "date 1958-09..1958-11 " },
    { "1958-09..", "date 1958-09.. " },
    { "..1958-11-03", "date ..1958-11-03 " },
    { "江西　Steel 3", "words 江西 Steel 3 " },
    { "a..b", "words a..b " },
    { "..", "words .. " },
    { "195 19581 1958-9", "words 195 19581 1958-9 " },
    { "kind:many", NULL },
    { "unit:", NULL },
    { "unit:abcdefghijklmnopqrstuvwxyz", NULL },
    { "side:x", NULL },
    { "document:0", NULL },
    { "document:99999999999999999999", NULL },
    { ">", NULL },
    { ">=", NULL },
    { "=>5", NULL },
    { ">=1e999", NULL },
    { ">=1e", NULL },
    { ">=99999999999999999999", NULL },
    { "==5", NULL },
    { "\xFF", NULL },
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    {
      struct number_query query;
      struct err err = ERR_INIT;
      number_query_init (&query);
      bool fits = number_query_parse (rows[i].text, &query, &err);
      char *is = told (&query);
      CHECK_STRING (fits ? is : "wrong",
                    rows[i].want ? rows[i].want : "wrong");
      CHECK (fits || err.code == ERR_USAGE || err.code == ERR_ENCODING);
      free (is);
      number_query_clear (&query);
    }
}

int
main (int argc, char **argv)
{
  static const struct check_case cases[] = {
    { "keys-sort", keys_sort },
    { "keys-bad", keys_bad },
    { "units-have-names", units_have_names },
    { "parses", parses },
    { NULL, NULL },
  };
  return check_main (argc, argv, cases);
}
