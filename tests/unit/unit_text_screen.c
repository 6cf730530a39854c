/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of text/: cleaning and width.  */
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <wchar.h>

#include "base/space.h"
#include "base/utf8.h"
#include "check.h"
#include "text/clean.h"
#include "text/width.h"

/* What the contract says, in the slow way.  */
static enum clean
slow_class (unsigned cp)
{
  static const char *const bad[]
    = { "Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp" };
  if (cp == 0x85 || (cp < 0x80 && space_is (cp)))
    return CLEAN_SPACE;
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    if (uc_is_general_category (cp, uc_general_category_byname (bad[i])))
      return CLEAN_MARK;
  if (uc_is_property_white_space (cp))
    return CLEAN_SPACE;
  return wcwidth ((wchar_t) cp) < 0 ? CLEAN_MARK : CLEAN_KEEP;
}

/* Every code point there is: the quick ways of clean_class and width_cp say
   the same as the slow ones.  */
static void
class_of_all (void)
{
  size_t wrong_class = 0, wrong_width = 0, kept = 0;
  for (unsigned cp = 0; cp <= 0x10FFFF; cp++)
    {
      enum clean class = slow_class (cp);
      int width = class == CLEAN_KEEP ? wcwidth ((wchar_t) cp) : 1;
      kept += class == CLEAN_KEEP;
      wrong_class += clean_class (cp) != class;
      wrong_width += class != CLEAN_MARK && width_cp (cp) != width;
    }
  CHECK_NUMBER (wrong_class, 0);
  CHECK_NUMBER (wrong_width, 0);
  CHECK (kept > 130000);
}

static void
class_table (void)
{
  static const unsigned marked[] = {
    0x00,    0x07,    0x1B,   0x7F,    0x9B,    0xAD,    0x200B, 0x200D,
    0x200E,  0x202A,  0x202E, 0x2028,  0x2029,  0x2060,  0x2066, 0x2069,
    0xFEFF,  0xFFF9,  0xD800, 0xDFFF,  0xE000,  0xFDD0,  0xFFFE, 0xFFFF,
    0xE0001, 0xE0041, 0xF0000, 0x1FFFE, 0x10FFFF, 0x110000, UTF8_ERROR,
  };
  for (size_t i = 0; i < sizeof marked / sizeof *marked; i++)
    CHECK_NUMBER (clean_class (marked[i]), CLEAN_MARK);
  static const unsigned spaces[]
    = { ' ', '\t', '\n', '\r', '\v', '\f', 0x85, 0xA0, 0x3000, 0x2003 };
  for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
    CHECK_NUMBER (clean_class (spaces[i]), CLEAN_SPACE);
  static const unsigned kept[] = { 'a', '~', 0x301, 0xE9, 0x4E2D, 0x201C,
                                   0x3002, 0x20000, 0xFE0F, 0xFFFD, 0x1F600 };
  for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
    CHECK_NUMBER (clean_class (kept[i]), CLEAN_KEEP);
}

static void
marks (void)
{
  static const struct
  {
    unsigned cp;
    const char *mark;
  } table[] = {
    { 0x202E, "<U+202E>" }, { 0x1B, "<U+001B>" },
    { 0x10FFFF, "<U+10FFFF>" }, { UTF8_ERROR, "<\?\?>" },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      char mark[CLEAN_MARK_SIZE];
      CHECK_NUMBER (clean_mark (table[i].cp, mark), strlen (table[i].mark));
      CHECK_STRING (mark, table[i].mark);
      CHECK_NUMBER (width_cp (table[i].cp), strlen (table[i].mark));
    }
}

#define ACUTE "\u0301"
#define ACUTE_8 ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE

static void
strings (void)
{
  static const struct
  {
    const char *from, *to, *lines;
  } table[] = {
    { "", "", "" },
    { "plain", "plain", "plain" },
    { "a\tb\r\nc\rd\ne", "a b c d e", "a       b\nc\nd\ne" },
    { "\xe4\xb8\xad\tb", "中 b", "中      b" },
    { "\x1b]0;x\x07", "<U+001B>]0;x<U+0007>", "<U+001B>]0;x<U+0007>" },
    { "a\u202Eb\uFEFF", "a<U+202E>b<U+FEFF>", "a<U+202E>b<U+FEFF>" },
    { "a\xff\xe4\xb8", "a<\?\?><\?\?>", "a<\?\?><\?\?>" },
    { "\xc2\x9b" "31m", "<U+009B>31m", "<U+009B>31m" },
    { ACUTE "x", " " ACUTE "x", " " ACUTE "x" },
    { "a\n" ACUTE, "a " ACUTE, "a\n " ACUTE },
    { "\u200B" ACUTE, "<U+200B> " ACUTE, "<U+200B> " ACUTE },
    { "e" ACUTE_8, "e" ACUTE_8, "e" ACUTE_8 },
    { "e" ACUTE_8 ACUTE ACUTE "f" ACUTE, "e" ACUTE_8 "<...>f" ACUTE,
      "e" ACUTE_8 "<...>f" ACUTE },
    { "中　文", "中 文", "中 文" },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      char *one = clean_string (table[i].from);
      CHECK_STRING (one, table[i].to);
      free (one);
      struct buf lines = BUF_INIT;
      clean_add (&lines, table[i].from, strlen (table[i].from), true);
      CHECK_STRING (buf_string (&lines), table[i].lines);
      buf_free (&lines);
    }
}

/* A string of bytes may hold a NUL, and one million marks take no room.  */
static void
hostile_strings (void)
{
  struct buf out = BUF_INIT, many = BUF_INIT;
  clean_add (&out, "a\0b", 3, false);
  CHECK_STRING (buf_string (&out), "a<U+0000>b");
  buf_clear (&out);
  for (int i = 0; i < 500000; i++)
    buf_add_string (&many, ACUTE);
  clean_add (&out, many.data, many.len, false);
  CHECK_STRING (buf_string (&out), " " ACUTE_8 "<...>");
  buf_free (&out);
  buf_free (&many);
}

/* Ambiguous characters are narrow unless told.  */
static void
widths (void)
{
  static const struct
  {
    const char *text;
    size_t width;
  } table[] = {
    { "", 0 },        { "abc", 3 },      { "中文", 4 },  { "，。", 4 },
    { "“”—…·①", 6 },  { "e" ACUTE, 1 },  { "é", 1 },     { "ｱ", 1 },
    { "Ａ", 2 },      { "𠀀", 2 },       { "〿", 1 },    { " ", 1 },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    CHECK_NUMBER (width_text (table[i].text, strlen (table[i].text)),
                  table[i].width);
  CHECK_NUMBER (width_cp (0x31350), strlen ("<U+31350>"));
}

/* Where the terminal draws them wide, wcwidth says so too: ncurses goes by
   it.  */
static void
wide_widths (void)
{
  static const struct
  {
    unsigned cp;
    int width;
  } table[] = {
    { 0x201C, 2 }, { 0x2014, 2 },  { 0x2026, 2 },  { 0xB7, 2 },
    { 0x2460, 2 }, { 0xA1, 2 },    { 0x3C9, 2 },   { 0x1F19B, 2 },
    { 0xA0, 1 },   { 'a', 1 },     { 0x10C, 1 },   { 0xFF71, 1 },
    { 0x301, 0 },  { 0x4E2D, 2 },  { 0x20000, 2 }, { 0x200B, 8 },
  };
  width_set_ambiguous (true);
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      CHECK_NUMBER (width_cp (table[i].cp), table[i].width);
      if (clean_class (table[i].cp) == CLEAN_KEEP)
        CHECK_NUMBER (wcwidth ((wchar_t) table[i].cp), table[i].width);
    }
  CHECK_NUMBER (width_text ("“中”", strlen ("“中”")), 6);
  CHECK_NUMBER (width_fit ("a“中”", strlen ("a“中”"), 4, NULL), 4);
  width_set_ambiguous (false);
  CHECK_NUMBER (width_text ("“中”", strlen ("“中”")), 4);
}

static void
fits (void)
{
  static const struct
  {
    const char *text;
    size_t columns, bytes, used;
  } table[] = {
    { "", 5, 0, 0 },           { "abc", 0, 0, 0 },
    { "abc", 2, 2, 2 },        { "abc", 9, 3, 3 },
    { "中文", 3, 3, 2 },       { "中文", 4, 6, 4 },
    { "中", 1, 0, 0 },         { "e" ACUTE "f", 1, 3, 1 },
    { "ae" ACUTE, 1, 1, 1 },   { "🇩🇪🇫🇷", 3, 8, 2 },
    { "a ", 2, 2, 2 },         { "中" ACUTE "文", 2, 5, 2 },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      size_t used = 99;
      const char *text = table[i].text;
      CHECK_NUMBER (width_fit (text, strlen (text), table[i].columns, &used),
                    table[i].bytes);
      CHECK_NUMBER (used, table[i].used);
      width_fit (text, strlen (text), table[i].columns, NULL);
    }
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "class-of-all", class_of_all },
    { "class-table", class_table },
    { "marks", marks },
    { "strings", strings },
    { "hostile-strings", hostile_strings },
    { "widths", widths },
    { "wide-widths", wide_widths },
    { "fits", fits },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
