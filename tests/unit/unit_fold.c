/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of text/fold.h: folding, finding, identity.  */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "check.h"
#include "text/fold.h"

static void
folds (void)
{
  static const char *const table[][2] = {
    { "", "" },
    { "Steel", "steel" },
    { "钢铁", "钢铁" },
    { "ＳＴＥＥＬ　１／８２", "steel 1/82" },
    { "Ａｂ，ｃ", "ab,c" },
    { "École naïve", "ecole naive" },
    { "E\xCC\x81"
      "cole",
      "ecole" },
    { "Straße", "strasse" },
    { "ﬁne", "fine" },
    { "a  \n\t b", "a b" },
    { " a ", " a " },
    { "钢 \n　铁", "钢铁" },
    { "钢， 铁。\n　　新", "钢,铁。新" },
    { "钢 a 铁", "钢 a 铁" },
    { "和\n  17个", "和 17个" },
    { "钢\xE2\x80\x8B铁", "钢铁" },
    { "co\xC2\xADop", "coop" },
    { "\xEF\xBB\xBF"
      "a",
      "a" },
    { "“钢”‘铁’—–−", "\"钢\"'铁'---" },
    { "ｶﾅ", "カナ" },
    { "①", "1" },
    { "…", "..." },
    { "が", "か\xE3\x82\x99" },
    { "Йод", "иод" },
    { "क\xE0\xA4\xBF", "क\xE0\xA4\xBF" },
    { "\xF0\xA0\x80\x80 中", "\xF0\xA0\x80\x80中" },
    { "İ", "i" },
    { "\xCC\x81", "" },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      struct folded f;
      fold_search (table[i][0], strlen (table[i][0]), &f);
      CHECK_STRING (f.data, table[i][1]);
      CHECK_NUMBER (f.len, strlen (table[i][1]));
      CHECK_NUMBER (f.map[f.len], strlen (table[i][0]));
      for (size_t k = 0; k < f.len; k++)
        CHECK (f.map[k] <= f.map[k + 1]);
      folded_free (&f);
    }
}

/* Finds NEEDLE in TEXT; the matches, joined by |.  */
static void
check_found (const char *text, const char *needle, const char *want)
{
  struct folded in, what;
  fold_search (text, strlen (text), &in);
  fold_search (needle, strlen (needle), &what);
  struct buf buf = BUF_INIT;
  struct range found;
  for (size_t at = 0;
       fold_find (&in, what.data, what.len, at, &found, &at);)
    {
      buf_add_string (&buf, buf.len ? "|" : "");
      buf_add (&buf, text + found.start, range_len (found));
    }
  CHECK_STRING (buf_string (&buf), want);
  buf_free (&buf);
  folded_free (&in);
  folded_free (&what);
}

static void
finds (void)
{
  check_found ("Steel, STEEL, ＳＴＥＥＬ.", "steel", "Steel|STEEL|ＳＴＥＥＬ");
  check_found ("钢\n　铁和钢铁", "钢铁", "钢\n　铁|钢铁");
  check_found ("钢\n　铁", "钢", "钢");
  check_found ("钢\n　铁", "铁", "铁");
  check_found ("cafe\xCC\x81 x", "cafe", "cafe\xCC\x81");
  check_found ("cafe\xCC\x81 x", "e x", "e\xCC\x81 x");
  check_found ("ﬁt ﬁt", "i", "ﬁ|ﬁ");
  check_found ("ﬁt", "f", "ﬁ");
  check_found ("aaa", "aa", "aa");
  check_found ("abc", "", "");
  check_found ("", "a", "");
  check_found ("a\xE2\x80\x8B"
               "b",
               "ab",
               "a\xE2\x80\x8B"
               "b");
  check_found ("co\xC2\xADop", "co", "co");
  check_found ("钢\xE2\x80\x8B 铁", "钢", "钢");
  check_found ("👩\xE2\x80\x8D🌾x", "👩", "👩\xE2\x80\x8D🌾");
  check_found ("一 \n二", "一", "一");
  check_found ("a  b", "a", "a");
  check_found ("a  b", "a ", "a  ");
}

static void
check_same (const char *a, const char *b, bool same)
{
  char x[33], y[33];
  fold_identity (a, strlen (a), x);
  fold_identity (b, strlen (b), y);
  CHECK ((strcmp (x, y) == 0) == same);
}

static void
identity (void)
{
  char hash[33];
  /* The first halves of SHA-256 of "" and of "abc" (FIPS 180-4).  */
  fold_identity ("", 0, hash);
  CHECK_STRING (hash, "e3b0c44298fc1c149afbf4c8996fb924");
  fold_identity (" abc\n", 5, hash);
  CHECK_STRING (hash, "ba7816bf8f01cfea414140de5dae2223");
  check_same ("a b", "\n a \xE3\x80\x80 b ", true);
  check_same ("é 钢", "e\xCC\x81 钢", true);
  check_same ("ab", "a b", false);
  check_same ("A", "a", false);
  check_same ("钢铁", "钢　铁", false);
  check_same ("\xFF\xFE", "\xFF\xFD", false);
}

/* The folding of a whole is the foldings of its parts, cut between clusters
   that aren't white space; and every part is found where it stands.  */
static void
check_parts (const char *text, size_t len)
{
  struct folded all;
  fold_search (text, len, &all);
  CHECK_NUMBER (utf8_check (all.data, all.len), all.len);
  size_t wrong = 0, tried = 0;
  for (size_t k = 0; k + 40 < all.len; k += 17)
    {
      size_t end = k + 24;
      while (end < all.len && all.map[end] == all.map[end - 1])
        end++;
      size_t start = all.map[k], stop = all.map[end];
      struct folded part;
      fold_search (text + start, stop - start, &part);
      struct range found;
      size_t at = part.len && part.data[0] == ' ' ? 1 : 0;
      size_t n = part.len - at;
      while (n > 0 && part.data[at + n - 1] == ' ')
        n--;
      tried++;
      wrong += !fold_find (&all, part.data + at, n, 0, &found, NULL)
               || found.start > start + 16;
      folded_free (&part);
    }
  CHECK (tried > 0);
  CHECK_NUMBER (wrong, 0);
  folded_free (&all);
}

static void
parts (void)
{
  static const char text[]
    = "　　本县今年建成了八十六座水塘，可以灌溉４２００亩地。\n"
      "　　“水来了！”老人们说。 Last spring the county dug 86 ponds, and the "
      "co\xC2\xADop’s cafe\xCC\x81 stayed open — until October.";
  check_parts (text, sizeof text - 1);
}

static void
seeds (void)
{
  const char *path = check_shared ("seeds/003_1012f6d7e23636c3.txt");
  size_t len;
  char *text = path ? check_read_file (path, &len) : NULL;
  if (!text)
    {
      check_skip ("no shared data");
      return;
    }
  struct folded f;
  fold_search (text, len, &f);
  struct range found;
  CHECK (fold_find (&f, "钢铁", strlen ("钢铁"), 0, &found, NULL));
  CHECK_NUMBER (range_len (found), 6);
  folded_free (&f);
  free (text);
}

/* A million bytes of one mark, and of clusters without end.  */
static void
hostile (void)
{
  static const char *const units[]
    = { "\xCC\x81", "\xE0\xA4\xBF", "\xE2\x80\x8D", " ", "\xEF\xB7\xBA", "🇨",
        "\xE1\x84\x80" };
  for (size_t i = 0; i < sizeof units / sizeof *units; i++)
    {
      struct buf buf = BUF_INIT;
      buf_add_string (&buf, "a");
      while (buf.len < 1000000)
        buf_add_string (&buf, units[i]);
      struct folded f;
      char hash[33];
      fold_search (buf.data, buf.len, &f);
      fold_identity (buf.data, buf.len, hash);
      struct range found;
      CHECK (fold_find (&f, "a", 1, 0, &found, NULL));
      CHECK (found.start == 0 && found.end <= buf.len);
      folded_free (&f);
      buf_free (&buf);
    }
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "folds", folds },       { "finds", finds },
    { "identity", identity }, { "parts", parts },
    { "seeds", seeds },       { "hostile", hostile },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
