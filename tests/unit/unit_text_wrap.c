/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of text/: the reading view and its lines.  */
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unigbrk.h>

#include "base/utf8.h"
#include "check.h"
#include "text/clean.h"
#include "text/wrap.h"
#include "wrapped.h"

enum { NARROW = 8, WIDEST = 90 }; /* columns */

/* TEXT in lines of COLUMNS columns, a `/' between them; COLUMNS 0: in one line
   with a `|' wherever one may begin.  The caller frees it.  */
static char *
wrapped (const char *text, bool keep_lines, size_t columns)
{
  struct glyphs glyphs = { NULL, 0, 0 };
  struct lines lines = { NULL, 0, 0 };
  struct buf out = BUF_INIT;
  wrap_glyphs (text, (struct range) { 0, strlen (text) }, keep_lines, &glyphs);
  wrap_lines (&glyphs, columns ? columns : 9999, &lines);
  for (size_t k = 0; k < lines.len; k++)
    for (size_t i = 0; i < lines.items[k].count; i++)
      {
        const struct glyph *glyph = &glyphs.items[lines.items[k].first + i];
        if (i == 0 && k > 0)
          buf_add_byte (&out, '/');
        else if (columns == 0 && glyph->may_break)
          buf_add_byte (&out, '|');
        wrap_draw (text, glyph, &out);
      }
  VEC_FREE (&glyphs);
  VEC_FREE (&lines);
  return buf_take (&out);
}

struct wrapped_case
{
  const char *text;
  const char *want;
  size_t columns;
  bool keep_lines;
};

static void
check_table (const struct wrapped_case *table, size_t count)
{
  for (size_t i = 0; i < count; i++)
    {
      char *is = wrapped (table[i].text, table[i].keep_lines,
                          table[i].columns);
      CHECK_STRING (is, table[i].want);
      free (is);
    }
}

#define CHECK_TABLE(table) check_table (table, sizeof table / sizeof *table)

static void
opportunities (void)
{
  static const struct wrapped_case table[] = {
    { "他说：“磨坊”是“大”的。", "他|说：|“磨|坊”|是|“大”|的。", 0, 0 },
    { "“甲”、“乙”、“丙”", "“甲”、|“乙”、|“丙”", 0, 0 },
    { "“‘甲’乙”，‘丙’。", "“‘甲’|乙”，|‘丙’。", 0, 0 },
    { "叫“Mill”的人", "叫|“Mill”|的|人", 0, 0 },
    { "“A”和“B”", "“A”|和|“B”", 0, 0 },
    { "甲 ”乙“ 丙", "甲 ”|乙|“ 丙", 0, 0 },
    { "他——我……啊。", "他|——|我……|啊。", 0, 0 },
    { "《甲》（乙）〈丙〉", "《甲》|（乙）|〈丙〉", 0, 0 },
    { "甲 ：乙 ；丙 。丁 ）", "甲 ：|乙 ；|丙 。|丁 ）", 0, 0 },
    { "约翰·李・王", "约|翰·|李・|王", 0, 0 },
    { "１９５８年１１．５％", "１９５８|年|１１．５％", 0, 0 },
    { "１／８和２，０００人", "１／８|和|２，０００|人", 0, 0 },
    { "比例１：５", "比|例|１：５", 0, 0 },
    { "Ｂ型ＡＢＣ", "Ｂ|型|ＡＢＣ", 0, 0 },
    { "3,831 tons, 20%", "3,831 |tons, |20%", 0, 0 },
    { "said “well” he don’t, ’tis", "said |“well” |he |don’t, |’tis", 0, 0 },
    { "the ‘old’ mill", "the |‘old’ |mill", 0, 0 },
    { "well-made", "well-|made", 0, 0 },
    { "a-\u00A0b", "a- b", 0, 0 },
    { "a\u00A0b c", "a b |c", 0, 0 },
    { "a\u202Eb \u202Ec", "a<U+202E>b |<U+202E>c", 0, 0 },
    { "中\u202E文", "中|<U+202E>|文", 0, 0 },
    { "ab\u200Bcd", "ab<U+200B>cd", 0, 0 },
  };
  CHECK_TABLE (table);
}

static void
reading_view (void)
{
  static const struct wrapped_case table[] = {
    { " \n\u3000 a  b\t\u3000c \n", "a |b |c", 0, 0 },
    { "磨\n坊，\n“好”\n人 \u3000\n 。", "磨|坊，|“好”|人。", 0, 0 },
    { "a\nb", "a |b", 0, 0 },
    { "磨\nb\n坊", "磨 |b |坊", 0, 0 },
    { "磨  坊", "磨 |坊", 0, 0 },
    { "磨\r\n坊\r人", "磨|坊|人", 0, 0 },
    { "said\n“a\nb”\n“c”", "said |“a |b” |“c”", 0, 0 },
    { "磨\uFE00\n坊", "磨\uFE00|坊", 0, 0 },
    { "\n a b\n\n\u3000c\n", "a |b/c", 0, 1 },
    { "磨\n坊 人", "磨/坊 |人", 0, 1 },
    { "", "", 0, 0 },
    { " \n\u3000", "", 0, 0 },
    { " \n\u3000", "", 0, 1 },
    { "\u200B", "<U+200B>", 0, 0 },
  };
  CHECK_TABLE (table);
}

static void
lines_table (void)
{
  static const struct wrapped_case table[] = {
    { "磨坊在河边。", "磨坊/在河/边。", 4, 0 },
    { "磨坊在河边。", "磨坊/在河/边。", 5, 0 },
    { "磨坊在河，边", "磨坊/在/河，/边", 4, 0 },
    { "a磨b坊", "a/磨/b/坊", 2, 0 },
    { "磨坊", "磨/坊", 1, 0 },
    { "the mill by", "the /mill /by", 4, 0 },
    { "the mill by", "the mill /by", 8, 0 },
    { "abcdefgh，好", "abcd/efg/h，/好", 4, 0 },
    { "（abcdefg", "（ab/cdef/g", 4, 0 },
    { "ab，“”）", "ab，/“”）", 4, 0 },
    { "a\u202Eb", "a/<U+202E>/b", 4, 0 },
    { "abcd  efg", "abcd /efg", 4, 0 },
    { "a--b", "a/--/b", 2, 0 },
    { "a b\nc", "a b/c", 9, 1 },
  };
  CHECK_TABLE (table);
}

/* Marks without a base, too many of them, jamo without end, flags.  */
static void
clusters (void)
{
  static const struct wrapped_case table[] = {
    { "e\u0301a", "e\u0301a", 0, 0 },
    { "\u0301a", " \u0301a", 0, 0 },
    { "a \u0301b", "a | \u0301b", 0, 0 },
    { "\u200B\u0301", "<U+200B> \u0301", 0, 0 },
    { "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301x",
      "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301<...>x", 0, 0 },
    { "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u093E",
      "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301<...>\u093E", 0,
      0 },
    { "\u1100\u1100\u1100\u1100\u1100",
      "\u1100\u1100\u1100\u1100/\u1100", 8, 0 },
    { "🇩🇪🇫🇷", "🇩🇪/🇫🇷", 2, 0 },
    { "a\u200Db", "a<U+200D>b", 0, 0 },
  };
  CHECK_TABLE (table);
}

/* A megabyte of one thing: a slow way would not come back.  */
static void
hostile (void)
{
  static const struct
  {
    const char *unit;
    size_t glyphs; /* for each unit; 0: one for all */
  } table[] = { { "\u0301", 0 }, { "\u202E", 1 },  { "”", 1 }, { "“", 1 },
                { "a", 1 },      { "a ", 2 },      { "—", 1 }, { "　", 0 },
                { "\xff", 1 },   { "磨\n", 1 },    { "\u0300a", 1 } };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      struct buf text = BUF_INIT;
      size_t units = 1000000 / strlen (table[i].unit);
      buf_add_byte (&text, 'x');
      for (size_t k = 0; k < units; k++)
        buf_add_string (&text, table[i].unit);
      buf_add_byte (&text, '.');
      struct glyphs glyphs = { NULL, 0, 0 };
      wrap_glyphs (text.data, (struct range) { 0, text.len }, false, &glyphs);
      CHECK (glyphs.len >= table[i].glyphs * units && glyphs.len > 1);
      CHECK (table[i].glyphs > 0 || glyphs.len <= 3);
      for (size_t columns = 1; columns <= text.len; columns *= 1000)
        {
          struct lines lines = { NULL, 0, 0 };
          wrap_lines (&glyphs, columns, &lines);
          CHECK (lines.len > 0);
          VEC_FREE (&lines);
        }
      VEC_FREE (&glyphs);
      buf_free (&text);
    }
}

/* Everything that must hold of TEXT at every width.  Below NARROW columns there
   may be no place to break: 。’”…… behind a wide character takes eight.  */
static void
check_text (const char *name, const char *text, size_t len)
{
  for (int keep_lines = 0; keep_lines < 2; keep_lines++)
    {
      size_t columns;
      const char *wrong
        = wrapped_wrong (text, len, keep_lines, WIDEST, &columns);
      CHECK_STRING (wrong, NULL);
      if (wrong)
        printf ("  in %s, %zu columns\n", name, columns);
    }
  for (size_t columns = NARROW; columns <= WIDEST; columns++)
    CHECK_NUMBER (wrapped_torn (text, len, columns), 0);
}

/* Every cluster libunistring sees in a clean text is one glyph.  */
static void
check_clusters (const char *text, size_t len)
{
  char *begins = mem_new (len + 1, 1);
  u8_grapheme_breaks ((const uint8_t *) text, len, begins);
  struct glyphs glyphs = { NULL, 0, 0 };
  wrap_glyphs (text, (struct range) { 0, len }, false, &glyphs);
  size_t wrong = 0;
  for (size_t i = 0; i < glyphs.len; i++)
    {
      struct range range = glyphs.items[i].range;
      wrong += !begins[range.start];
      for (size_t at = range.start + 1; at < range.end; at++)
        wrong += begins[at] && glyphs.items[i].kind != GLYPH_SPACE;
    }
  CHECK_NUMBER (wrong, 0);
  VEC_FREE (&glyphs);
  free (begins);
}

/* Texts put together by chance of what gives trouble: Marsaglia's xorshift
   from a fixed start, so that each run is the same.  */
static void
by_chance (void)
{
  static const char *const parts[] = {
    " ", "\n", "\u3000", "\u00A0", "\u202F", "a", "the", "1", "-", ",", "\"",
    "(", ")", "磨", "坊", "。", "，", "：", "？", "）", "（", "《", "》", "“", "”",
    "‘", "’", "—", "……", "·", "・", "１", "．", "／", "％", "Ａ", "\u200B",
    "\u202E", "\uFEFF", "\u0301", "\uFE00", "\u1100", "\u1161", "\u093E",
    "\u0D4E", "\u302A", "🇩", "👍", "\U0001F3FD", "\U00031350", "𠀀", "\xE4",
  };
  unsigned long long state = 88172645463325252u;
  for (int i = 0; i < 3000; i++)
    {
      struct buf text = BUF_INIT;
      for (int k = 0; k < 24; k++)
        {
          state ^= state << 13;
          state ^= state >> 7;
          state ^= state << 17;
          buf_add_string (&text, parts[state % (sizeof parts / sizeof *parts)]);
        }
      size_t columns;
      const char *wrong
        = wrapped_wrong (text.data, text.len, i % 2 == 1, 24, &columns);
      CHECK_STRING (wrong, NULL);
      if (wrong)
        printf ("  in \"%s\", %zu columns\n", text.data, columns);
      buf_free (&text);
    }
}

static void
own_text (void)
{
  static const char text[]
    = "　　本报讯　河边的老磨坊（建于１８９６年）上月修好了，一天能磨"
      "三百二十斤麦子，比去年多磨１１．５％。管磨的李大叔说：“我们‘小’磨坊，\n"
      "也要办‘大’事！”……他又说：“叫它《新磨坊》——好不好？”大家都说：\n"
      "“好！”\n　　The old mill by the river (built in 1896) was mended last "
      "month; it grinds 320 jin of wheat a day, “11.5% more than last year,” "
      "said old Mr. Li—who runs it.\n\ne\u0301te\u0301 \u202Eabc 🇩🇪🇫🇷 𠀀";
  check_text ("own text", text, strlen (text));
  check_clusters (text, strlen (text));
}

/* Calls check_text on the files under the shared folder that fit PATTERN.  */
static size_t
check_files (const char *folder, const char *pattern)
{
  const char *path = check_shared (folder);
  char full[4200];
  glob_t found;
  if (!path)
    return 0;
  snprintf (full, sizeof full, "%s/%s", path, pattern);
  if (glob (full, 0, NULL, &found) != 0)
    return 0;
  size_t count = found.gl_pathc;
  for (size_t i = 0; i < count; i++)
    {
      size_t len;
      char *text = check_read_file (found.gl_pathv[i], &len);
      CHECK_NUMBER (utf8_check (text, len), len);
      check_text (found.gl_pathv[i], text, len);
      check_clusters (text, len);
      free (text);
    }
  globfree (&found);
  return count;
}

static void
seeds (void)
{
  if (check_files ("seeds", "*.txt") == 0)
    check_skip ("no seeds");
}

static void
articles (void)
{
  if (check_files ("data/archive/rmrb", "*/*.md") == 0)
    check_skip ("no archive");
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "opportunities", opportunities },
    { "reading-view", reading_view },
    { "lines-table", lines_table },
    { "clusters", clusters },
    { "hostile", hostile },
    { "by-chance", by_chance },
    { "own-text", own_text },
    { "seeds", seeds },
    { "articles", articles },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
