/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of index/: scores of association, dispersion, counts, function
   words, lines of a concordance, collocates; and the strip of export/.  */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "check.h"
#include "export/plot_strip.h"
#include "index/association.h"
#include "index/collocates.h"
#include "index/dispersion.h"
#include "index/function_words.h"
#include "index/kwic.h"
#include "index/tally.h"
#include "text/width.h"

/* VALUE in thousandths.  */
static long long
thousandths (double value)
{
  return llround (value * 1000);
}

/* --- association -------------------------------------------------------- */

/* The first is "the swiss" in table 2 of Dunning's paper: 270.72.  The second by
   hand: E = 2, 98, 18, 882.  */
static void
log_likelihood (void)
{
  struct contingency swiss = { 110, 2552, 221, 31777 };
  struct contingency hand = { 10, 100, 20, 1000 };
  struct contingency rare = { 1, 100, 200, 1000 };
  struct contingency even = { 2, 100, 20, 1000 };
  struct contingency all = { 20, 100, 20, 100 };
  struct contingency none = { 0, 0, 0, 0 };
  CHECK_NUMBER (llround (association_log_likelihood (&swiss) * 100), 27072);
  CHECK_NUMBER (thousandths (association_log_likelihood (&hand)), 21177);
  CHECK_NUMBER (thousandths (association_log_likelihood (&rare)), -38645);
  CHECK_NUMBER (thousandths (association_log_likelihood (&even)), 0);
  CHECK_NUMBER (thousandths (association_log_likelihood (&all)), 0);
  CHECK_NUMBER (thousandths (association_log_likelihood (&none)), 0);
  CHECK_NUMBER (thousandths (association_expected (&hand)), 2000);
}

static void
log_dice (void)
{
  CHECK_NUMBER (thousandths (association_log_dice (16, 16, 16)), 14000);
  CHECK_NUMBER (thousandths (association_log_dice (8, 16, 16)), 13000);
  CHECK_NUMBER (thousandths (association_log_dice (10, 40, 40)), 12000);
}

/* --- dispersion --------------------------------------------------------- */

/* Shares of the whole .2 .3 .5, of the occurrences .5 .5 0: DP = .5.  */
static void
deviation_of_proportions (void)
{
  struct dispersion d = { 0 };
  CHECK_NUMBER (thousandths (dispersion_dp (&d, 100)), 0);
  dispersion_add (&d, 20, 5);
  dispersion_add (&d, 30, 5);
  CHECK_NUMBER (thousandths (dispersion_dp (&d, 50)), 500);
  CHECK_NUMBER (thousandths (dispersion_dp (&d, 0)), 100);
  dispersion_free (&d);
  for (size_t i = 0; i < 100; i++)
    dispersion_add (&d, 7, 1);
  CHECK_NUMBER (thousandths (dispersion_dp (&d, 0)), 0);
  dispersion_free (&d);
}

/* Mean 2, variance 3.5: 1 - sqrt (3.5) / 2 / sqrt (3) = .460.  */
static void
juilland (void)
{
  static const size_t counts[] = { 5, 1, 0, 2 }, even[] = { 3, 3, 3 },
                      one[] = { 0, 9, 0 }, none[] = { 0, 0 };
  CHECK_NUMBER (thousandths (dispersion_juilland (counts, 4)), 460);
  CHECK_NUMBER (thousandths (dispersion_juilland (even, 3)), 1000);
  CHECK_NUMBER (thousandths (dispersion_juilland (one, 3)), 0);
  CHECK_NUMBER (thousandths (dispersion_juilland (none, 2)), 0);
  CHECK_NUMBER (thousandths (dispersion_juilland (even, 1)), 0);
}

static void
parts (void)
{
  static const size_t at[] = { 0, 1, 24, 25, 50, 99 };
  size_t counts[4];
  dispersion_parts (at, 6, 100, counts, 4);
  CHECK_NUMBER (counts[0], 3);
  CHECK_NUMBER (counts[1], 1);
  CHECK_NUMBER (counts[2], 1);
  CHECK_NUMBER (counts[3], 1);
  dispersion_parts (at, 6, 0, counts, 4);
  CHECK_NUMBER (counts[0] + counts[1] + counts[2] + counts[3], 0);
}

/* --- counts and words --------------------------------------------------- */

static void
tally (void)
{
  struct tally tally = { .room = 0 };
  char word[16];
  CHECK (tally_find (&tally, "x", 1) == NULL);
  for (size_t turn = 0; turn < 3; turn++)
    for (size_t i = 0; i < 1000; i++)
      tally_add (&tally, word,
                 (size_t) snprintf (word, sizeof word, "w%zu", i * 7919), 2);
  CHECK_NUMBER (tally.items.len, 1000);
  bool all = true;
  for (size_t i = 0; i < 1000; i++)
    {
      int len = snprintf (word, sizeof word, "w%zu", i * 7919);
      const struct tallied *item = tally_find (&tally, word, (size_t) len);
      all = all && item && item->count == 6
            && memcmp (tally_text (&tally, item), word, item->len) == 0;
    }
  CHECK (all);
  CHECK (tally_find (&tally, "w1", 2) == NULL);
  tally_add (&tally, "", 0, 1);
  CHECK_NUMBER (tally_find (&tally, "", 0)->count, 1);
  tally_free (&tally);
}

static bool
is_function (const char *word)
{
  return function_word (word, strlen (word));
}

static void
function_words (void)
{
  CHECK (is_function ("the"));
  CHECK (is_function ("a"));
  CHECK (is_function ("yourselves"));
  CHECK (is_function ("的"));
  CHECK (is_function ("这些"));
  CHECK (is_function ("還有"));
  CHECK (!is_function ("th"));
  CHECK (!is_function ("them "));
  CHECK (!is_function ("steel"));
  CHECK (!is_function ("钢铁"));
  CHECK (!is_function (""));
  CHECK (function_word ("the end", 3));
  CHECK (function_character ("的", 3));
  CHECK (!function_character ("铁", 3));
  CHECK (!function_character ("a", 1));
}

/* --- lines -------------------------------------------------------------- */

/* The line of the first MATCH in TEXT with LEFT and RIGHT columns, its parts
   between bars.  */
static char *
line_of (const char *text, const char *match, size_t left, size_t right)
{
  struct kwic kwic;
  struct buf out = BUF_INIT;
  size_t at = (size_t) (strstr (text, match) - text);
  kwic_fit (text, (struct range) { 0, strlen (text) },
            (struct range) { at, at + strlen (match) }, left, right, &kwic);
  size_t columns = kwic_draw (text, kwic.left, &out);
  CHECK_NUMBER (columns, kwic.left_columns);
  CHECK (columns <= left);
  buf_add_byte (&out, '|');
  kwic_draw (text, kwic.match, &out);
  buf_add_byte (&out, '|');
  CHECK (kwic_draw (text, kwic.right, &out) <= right);
  return buf_take (&out);
}

static void
check_line (const char *text, const char *match, size_t left, size_t right,
            const char *want)
{
  char *is = line_of (text, match, left, right);
  CHECK_STRING (is, want);
  free (is);
}

static void
fitting (void)
{
  check_line ("The steel  of\nHubei.", "steel", 20, 20,
              "The|steel|of Hubei.");
  check_line ("The steel of Hubei.", "steel", 2, 4, "he|steel|of H");
  check_line ("高举钢铁元帅的旗帜。", "钢铁", 4, 5, "高举|钢铁|元帅");
  check_line ("高举钢铁元帅的旗帜。", "钢铁", 3, 1, "举|钢铁|");
  check_line ("　　全国高\n　　举钢铁\n元帅", "钢铁", 40, 40,
              "全国高举|钢铁|元帅");
  check_line ("钢铁", "钢铁", 9, 9, "|钢铁|");
  check_line ("a b c steel d", "steel", 4, 0, "b c|steel|");
  check_line ("up \x1b[31m steel", "steel", 30, 9, "up <U+001B>[31m|steel|");
}

static void
plain (void)
{
  struct buf out = BUF_INIT;
  static const char text[] = "  the\t\tiron\nof 高\n　举 \x1b x ";
  kwic_plain (text, (struct range) { 0, sizeof text - 1 }, &out);
  CHECK_STRING (buf_string (&out), "the iron of 高举 \x1b x");
  buf_free (&out);
}

static void
check_key (const char *text, const char *match, bool left, const char *want)
{
  char key[KWIC_KEY];
  size_t at = (size_t) (strstr (text, match) - text);
  kwic_key (text, (struct range) { 0, strlen (text) },
            (struct range) { at, at + strlen (match) }, left, key);
  CHECK_STRING (key, want);
}

static void
keys (void)
{
  check_key ("We, the Iron steel of Hubei!", "steel", true, "iron the we ");
  check_key ("the steel (of Hubei, 1958) was", "steel", false,
             "of hubei 1958 was ");
  check_key ("高举，钢铁元帅的2,140吨", "钢铁", false, "元 帅 的 2 140 吨 ");
  check_key ("他们高举，钢铁元帅", "钢铁", true, "举 高 们 他 ");
  check_key ("钢铁", "钢铁", true, "");
  check_key ("ＡＢＣ　钢铁", "钢铁", true, "abc ");
}

/* A key is cut between words, and never within a character.  */
static void
long_keys (void)
{
  char text[1200] = "x", key[KWIC_KEY];
  for (size_t i = 0; i < 300; i++)
    strcat (text, "\xC3\xB8");
  kwic_key (text, (struct range) { 0, strlen (text) }, (struct range) { 0, 1 },
            false, key);
  CHECK (strlen (key) > 0 && utf8_check (key, strlen (key)) == strlen (key));
  strcpy (text, "x");
  for (size_t i = 0; i < 90; i++)
    strcat (text, " abcdef");
  kwic_key (text, (struct range) { 0, strlen (text) }, (struct range) { 0, 1 },
            false, key);
  CHECK_NUMBER (strlen (key), 63);
}

/* --- collocates --------------------------------------------------------- */

struct sentence
{
  const char *text;
  const char *term; /* NULL where the term is not in it */
};

/* The collocates of the terms of SENTENCES, ended by a NULL text.  */
static struct collocate_list
collocates_cut (const struct sentence *sentences, size_t window,
                const struct word_finder *finder)
{
  struct collocates *c = collocates_new (window, finder);
  struct collocate_list list = { 0 };
  size_t terms = 0;
  for (size_t i = 0; sentences[i].text; i++)
    {
      const char *text = sentences[i].text, *at = text;
      const char *term = sentences[i].term;
      struct ranges places = { 0 };
      for (; term && (at = strstr (at, term)); at += strlen (term))
        VEC_PUSH (&places, (struct range) {
                             (size_t) (at - text),
                             (size_t) (at - text) + strlen (term) });
      terms += places.len;
      collocates_near (c, text, (struct range) { 0, strlen (text) }, &places);
      VEC_FREE (&places);
    }
  while (!collocates_choose (c))
    continue;
  for (size_t i = 0; sentences[i].text; i++)
    collocates_count (c, sentences[i].text,
                      (struct range) { 0, strlen (sentences[i].text) });
  collocates_list (c, terms, COLLOCATES_BY_LIKELIHOOD, &list);
  collocates_free (c);
  return list;
}

static struct collocate_list
collocates_of (const struct sentence *sentences, size_t window)
{
  return collocates_cut (sentences, window, NULL);
}

static void
check_words (const struct collocate_list *list, const char *want)
{
  struct buf out = BUF_INIT;
  for (size_t i = 0; i < list->len; i++)
    buf_add_format (&out, "%s%s", i ? " " : "", list->items[i].word);
  CHECK_STRING (buf_string (&out), want);
  buf_free (&out);
}

/* One word either side: of 12 words 6 are near, 3 are "red", 2 of them near; 1.5
   are to be expected.  */
static void
near_english (void)
{
  static const struct sentence sentences[]
    = { { "Red iron melts.", "iron" },
        { "A red iron, glows.", "iron" },
        { "The iron falls", "iron" },
        { "red coal", NULL },
        { NULL, NULL } };
  struct collocate_list list = collocates_of (sentences, 1);
  check_words (&list, "red");
  CHECK_NUMBER (list.items[0].near, 2);
  CHECK_NUMBER (list.items[0].left, 2);
  CHECK_NUMBER (list.items[0].all, 3);
  CHECK_NUMBER (thousandths (list.items[0].likelihood), 451);
  CHECK_NUMBER (thousandths (list.items[0].dice), 13415);
  collocate_list_free (&list);
}

/* The forms of a word are one, told by the form that is seen most.  */
static void
near_forms (void)
{
  static const struct sentence sentences[]
    = { { "lit furnaces at dawn", "dawn" },
        { "furnaces lit till dawn", "dawn" },
        { "one furnace for each dawn", "dawn" },
        { "the 1958 dawn of 1958, of the dawn", "dawn" },
        { "no one knew of coal nor copper nor mines nor rails", NULL },
        { NULL, NULL } };
  struct collocate_list list = collocates_of (sentences, 4);
  CHECK (list.len > 0);
  CHECK_STRING (list.items[0].word, "furnaces");
  CHECK_NUMBER (list.items[0].near, 3);
  CHECK_NUMBER (list.items[0].all, 3);
  for (size_t i = 0; i < list.len; i++)
    CHECK (strcmp (list.items[i].word, "1958") != 0
           && strcmp (list.items[i].word, "the") != 0);
  collocate_list_free (&list);
}

/* 4 runs of two characters are near, 3 of them 生产, which stands 4 times among
   all 15; its characters are no words of their own, nor is 的.  */
static void
near_chinese (void)
{
  static const struct sentence sentences[]
    = { { "抓钢铁生产", "钢铁" },
        { "钢铁生产好", "钢铁" },
        { "为钢铁生产。", "钢铁" },
        { "粮食生产", NULL },
        { NULL, NULL } };
  struct collocate_list list = collocates_of (sentences, 5);
  check_words (&list, "生产");
  CHECK_NUMBER (list.items[0].near, 3);
  CHECK_NUMBER (list.items[0].left, 0);
  CHECK_NUMBER (list.items[0].all, 4);
  CHECK_NUMBER (thousandths (list.items[0].likelihood), 6197);
  CHECK_NUMBER (thousandths (list.items[0].dice), 13778);
  collocate_list_free (&list);
}

static bool
stands_near (const char *text, const char *term, const char *word,
             size_t window)
{
  size_t at = (size_t) (strstr (text, term) - text);
  return collocates_stands_near (text, (struct range) { 0, strlen (text) },
                                 (struct range) { at, at + strlen (term) },
                                 word, window);
}

static void
stands_near_it (void)
{
  CHECK (stands_near ("Furnaces of the new steel", "steel", "furnace", 4));
  CHECK (!stands_near ("Furnaces of the new steel", "steel", "furnace", 3));
  CHECK (!stands_near ("Furnaces of the new steel", "steel", "steel", 3));
  CHECK (stands_near ("大办钢铁，为生产而战", "钢铁", "生产", 2));
  CHECK (!stands_near ("大办钢铁，为生产而战", "钢铁", "生产", 1));
  CHECK (!stands_near ("大办钢铁，为生、产而战", "钢铁", "生产", 9));
  CHECK (stands_near ("大办钢铁，为生产而战", "钢铁", "办", 1));
}

/* --- the strip ---------------------------------------------------------- */

static void
check_strip (unsigned bits, size_t count, size_t columns, const char *want)
{
  unsigned char bytes[4] = { (unsigned char) bits, (unsigned char) (bits >> 8),
                             0, 0 };
  struct buf out = BUF_INIT;
  plot_strip (bytes, count, columns, &out);
  CHECK_STRING (buf_string (&out), want);
  buf_free (&out);
}

static void
strip (void)
{
  check_strip (0, 16, 4, "⣀⣀⣀⣀");
  check_strip (1, 16, 4, "⣇⣀⣀⣀");
  check_strip (0x8000, 16, 4, "⣀⣀⣀⣸");
  check_strip (0xC, 16, 4, "⣸⣀⣀⣀");
  check_strip (0xFFFF, 16, 4, "⣿⣿⣿⣿");
  check_strip (1, 2, 4, "⣇⣀⣀⣀");
  check_strip (2, 2, 4, "⣀⣀⣇⣀");
  check_strip (3, 16, 0, "");
}

/* Knows two provinces, and one with the term.  */
static void
find_province (void *data, const char *text, size_t len,
               void (*found) (void *sink, size_t len), void *sink)
{
  static const char *const words[] = { "山东省", "广东省", "江西铁" };
  (void) data;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (len >= strlen (words[i])
        && memcmp (text, words[i], strlen (words[i])) == 0)
      found (sink, strlen (words[i]));
}

/* A dictionary tells 东省 for a piece of others; what ends at the term stands
   alone although the dictionary has a longer word.  */
static void
near_cut (void)
{
  static const struct sentence sentences[]
    = { { "山东省，铁", "铁" }, { "广东省，铁", "铁" }, { "山东省，铁", "铁" },
        { "广东省，铁", "铁" }, { "山东省，铁", "铁" }, { "广东省，铁", "铁" },
        { "江西铁", "铁" },     { "江西铁", "铁" },     { "煤炭。甲乙丙丁", NULL },
        { NULL, NULL } };
  const struct word_finder finder = { find_province, NULL };
  struct collocate_list list = collocates_of (sentences, 2);
  check_words (&list, "东省 山东省 广东省 江西");
  collocate_list_free (&list);
  list = collocates_cut (sentences, 2, &finder);
  check_words (&list, "山东省 广东省 江西");
  collocate_list_free (&list);
}

/* Items that are seen too rarely go, the others keep their counts.  */
static void
pruned (void)
{
  struct tally tally = { .room = 0 };
  char text[16];
  for (uint32_t i = 0; i < 1000; i++)
    {
      snprintf (text, sizeof text, "word%u", (unsigned) i);
      tally_add (&tally, text, strlen (text), 1 + i % 3);
      tally_find (&tally, text, strlen (text))->third = i;
    }
  tally_prune (&tally, 3);
  CHECK_NUMBER (tally.items.len, 333);
  CHECK (tally_find (&tally, "word1", 5) == NULL);
  CHECK_NUMBER (tally_find (&tally, "word998", 7)->third, 998);
  tally_add (&tally, "word2", 5, 4);
  CHECK_NUMBER (tally_find (&tally, "word2", 5)->count, 7);
  tally_prune (&tally, 8);
  CHECK_NUMBER (tally.items.len, 0);
  tally_free (&tally);
}

int
main (int argc, char **argv)
{
  static const struct check_case cases[]
    = { { "log_likelihood", log_likelihood },
        { "log_dice", log_dice },
        { "deviation_of_proportions", deviation_of_proportions },
        { "juilland", juilland },
        { "parts", parts },
        { "tally", tally },
        { "function_words", function_words },
        { "fitting", fitting },
        { "plain", plain },
        { "keys", keys },
        { "long_keys", long_keys },
        { "near_english", near_english },
        { "near_forms", near_forms },
    { "near-cut", near_cut },
    { "pruned", pruned },
        { "near_chinese", near_chinese },
        { "stands_near_it", stands_near_it },
        { "strip", strip },
        { NULL, NULL } };
  return check_main (argc, argv, cases);
}
