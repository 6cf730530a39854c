/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of number/: exact decimals, units, words.  */
#include <string.h>

#include "check.h"
#include "number/decimal.h"
#include "number/wordlist.h"
#include "number/quantity.h"
#include "number/unit.h"

static void
read_is (const char *text, const char *want)
{
  struct decimal d;
  char is[DECIMAL_TEXT];
  bool fits = decimal_read (text, strlen (text), &d);
  CHECK_STRING (fits ? decimal_text (d, is) : "none", want);
}

static void
decimals_read (void)
{
  read_is ("0", "0");
  read_is ("000", "0");
  read_is ("0.50", "0.5");
  read_is ("10,700,000", "10700000");
  read_is ("8220000", "8220000");
  read_is ("0.000000000000000001", "0.000000000000000001");
  read_is ("0.0000000000000000001", "none");
  read_is ("999999999999999999", "999999999999999999");
  read_is ("1000000000000000001", "none");
  read_is ("1000000000000000000000000000000000000",
           "1000000000000000000000000000000000000");
  read_is ("10000000000000000000000000000000000000", "none");
  read_is ("", "none");
  read_is (".", "none");
  read_is ("1x", "none");
  read_is ("1.2.3", "none");
}

static struct decimal
ratio (uint64_t a, uint64_t b)
{
  struct decimal d = DECIMAL_ZERO;
  CHECK (decimal_divide (decimal_whole (a), b, &d));
  return d;
}

static void
text_is (struct decimal d, const char *want)
{
  char is[DECIMAL_TEXT];
  CHECK_STRING (decimal_text (d, is), want);
}

static void
decimals_reckon (void)
{
  struct decimal d;
  text_is (ratio (1, 3), "1/3");
  text_is (ratio (2, 6), "1/3");
  text_is (ratio (1, 82), "1/82");
  text_is (ratio (1, 8), "0.125");
  text_is (ratio (2000, 3), "2000/3");
  CHECK (decimal_add (ratio (1, 3), ratio (2, 3), &d));
  text_is (d, "1");
  CHECK (decimal_add (ratio (1, 3), ratio (1, 6), &d));
  text_is (d, "0.5");
  CHECK (decimal_times (ratio (1, 15), decimal_whole (15), &d));
  text_is (d, "1");
  CHECK (decimal_minus (decimal_whole (100), ratio (1, 2), &d));
  text_is (d, "99.5");
  CHECK (!decimal_minus (decimal_whole (1), decimal_whole (2), &d));
  CHECK (!decimal_divide (decimal_whole (1), 0, &d));
  CHECK (!decimal_scale (decimal_whole (1), 37, &d));
  CHECK (decimal_scale (decimal_whole (1), 36, &d));
  CHECK (!decimal_times (d, d, &d));
  CHECK (!decimal_add (d, ratio (1, 8), &d));
  CHECK (decimal_compare (ratio (1, 3), ratio (333333, 1000000)) > 0);
  CHECK (decimal_compare (ratio (1, 3), ratio (2, 3)) < 0);
  CHECK (decimal_compare (decimal_whole (100), decimal_whole (99)) > 0);
  CHECK (decimal_compare (DECIMAL_ZERO, ratio (1, 999)) < 0);
  CHECK (decimal_compare (DECIMAL_ZERO, DECIMAL_ZERO) == 0);
}

static void
units_are_sorted (void)
{
  for (const struct unit *u = units; u->symbol; u++)
    {
      CHECK (unit_find (u->symbol) == u);
      CHECK (unit_find (u->base) != NULL || strcmp (u->base, "1") == 0);
      CHECK (strcmp (u->symbol, u->base) == 0 || u->conversion);
      CHECK (u->factor.digits > 0 && u->factor.divisor > 0);
      CHECK (strlen (u->symbol) < UNIT_SYMBOL);
    }
  CHECK (unit_find ("furnace") == NULL);
  CHECK (unit_is_measure ("jin") && !unit_is_measure ("person"));
}

static void
units_convert (void)
{
  struct quantity q = { .has_low = true, .has_high = true,
                        .low = { 3, 0, 1 }, .high = { 3, 0, 1 },
                        .reach = { 0, 0, 1 }, .unit = "mu" }, base;
  CHECK (quantity_base (&q, &base));
  CHECK_STRING (base.unit, "m2");
  text_is (base.low, "2000");
  strcpy (q.unit, "jin");
  CHECK (quantity_base (&q, &base));
  text_is (base.low, "1.5");
  strcpy (q.unit, "furnace");
  CHECK (!quantity_base (&q, &base));
}

static void
words_match (void)
{
  static const struct word words[] = { { "more than", 1, 1, NULL },
                                       { "more", 1, 2, NULL },
                                       { "May", 2, 5, NULL },
                                       { "统一", 1, 3, NULL },
                                       { "一", 4, 4, NULL },
                                       { 0 } };
  static const struct word *const tables[] = { words, NULL };
  struct wordlist *wordlist = wordlist_new (tables);
  const char *text = "More\nthan may May mores 统一";
  size_t len = strlen (text), stop = 0, from = 0;
  const struct word *word = wordlist_find (wordlist, text, 0, len, 1, &stop);
  CHECK (word && word->number == 1);
  CHECK_NUMBER (stop, 9);
  CHECK (wordlist_find (wordlist, text, 0, 6, 1, &stop)->number == 2);
  CHECK (!wordlist_find (wordlist, text, 10, len, 2, &stop));
  CHECK (wordlist_find (wordlist, text, 14, len, 2, &stop));
  CHECK (!wordlist_find (wordlist, text, 18, len, 1, &stop));
  CHECK (!wordlist_find (wordlist, text, len, len, 7, &stop));
  CHECK (wordlist_before (wordlist, text, 0, len, 5, &from)->number == 3);
  CHECK_NUMBER (from, len - 6);
  CHECK (wordlist_before (wordlist, text, len - 3, len, 5, &from)->number == 4);
  wordlist_free (wordlist);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "decimals-read", decimals_read },
    { "decimals-reckon", decimals_reckon },
    { "units-are-sorted", units_are_sorted },
    { "units-convert", units_convert },
    { "words-match", words_match },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
