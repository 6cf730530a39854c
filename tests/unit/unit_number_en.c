/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of number/: what is recognised in English.  */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "check.h"
#include "number_text.h"

static void
numerals (void)
{
  static const struct number_case table[] = {
    { "10.7 million tons", "10700000 t" },
    { "3,831 tons", "3831 t" },
    { "2,750 million kwh.", "2750000000 kWh" },
    { "two hundred and fifty people", "250 person" },
    { "One hundred and sixty-five dan", "165 dan" },
    { "twenty-eight provinces", "28 province" },
    { "three thousand eight hundred and thirty-one", "3831" },
    { "3 hundred and 21 jin", "321 jin" },
    { "a million-strong army", "1000000 person" },
    { "half a million", "500000" },
    { "a hundred li", "100 li" },
    { "three dozen eggs", "36 egg" },
    { "one and a half times that of", "1.5 x ratio multiple" },
    { "two and a half days", "2.5 day" },
    { "five and a quarter miles", "5.25 mile" },
    { "2 1/4 inches", "2.25 inch" },
    { "in 1958 1/4 of them", "1958 date; 0.25 fraction" },
    { "10k people", "10000 person" },
    { "a year and a half", "1.5 year" },
    { "10.7\nmillion tons", "10700000 t" },
    { "twenty-\neight provinces", "28 province" },
    { "37mm cannons", "37 mm" },
    { "1.1 million more kilowatt-hours", "1100000 kWh" },
    { "$5 million", "5000000 dollar" },
    { "four dozens", "48" },
    { "a valve of .25 inch", "0.25 inch" },
    { "-.75", "-0.75" },
    { "see 3.4.12 there", "3; 4; 12" },
    { "6e-2 and 3.5e+3", "0.06; 3500" },
    { "4^-1 and 2^+3", "0.25; 8" },
    { "minus one", "-1" },
    { "sixty - four", "64" },
    { "sixty - fourteen", "60; 14" },
    { NULL, NULL },
  };
  number_cases ("en", table);
}

static void
approximate (void)
{
  static const struct number_case table[] = {
    { "more than two million", "2000000..- over" },
    { "over 400 people", "400..- person over" },
    { "about three yuan", "3 yuan about" },
    { "around 3,831 tons", "3831 t about" },
    { "some 100 tons", "100 t about" },
    { "nearly two hundred cooperatives", "-..200 cooperative near" },
    { "less than 300 jin", "-..300 jin under" },
    { "at least 30 furnaces", "30..- furnace least" },
    { "up to fifteen degrees", "15 degree reach" },
    { "thirty-odd degrees", "30..- degree over" },
    { "fifty or more", "50..- least" },
    { "more than an hour", "1..- hour over" },
    { "below fifteen degrees or above sixteen degrees",
      "-..15 degree under; 16..- degree over" },
    { "several hundred people", "200..900 person some" },
    { "dozens of boats", "24..- boat vague" },
    { "thousands upon thousands of people", "2000..- person vague" },
    { "20,000 to 25,000 new furnaces", "20000..25000 furnace" },
    { "four to six mu", "4..6 mu" },
    { "2 to 3 million tons", "2000000..3000000 t" },
    { "between 3 and 5 tons", "3..5 t" },
    { "fifteen or sixteen hours", "15..16 hour" },
    { "5-10%", "5..10 % percent" },
    { "from 5.4 tons to 3.1 tons", "5.4 t; 3.1 t" },
    { NULL, NULL },
  };
  number_cases ("en", table);
}

static void
parts (void)
{
  static const struct number_case table[] = {
    { "83.4 per cent", "83.4 % percent" },
    { "49 percent", "49 % percent" },
    { "a third of them", "1/3 fraction" },
    { "two-thirds", "2/3 fraction" },
    { "four hundred and two thirds", "1202/3" },
    { "thirty and seven tenths", "30.7" },
    { "two hundred and sixty fifths", "52 fraction" },
    { "seven thirty-fifths", "0.2 fraction" },
    { "one forty-first of it", "1/41 fraction" },
    { "three millionths", "0.000003 fraction" },
    { "one-third of the", "1/3 fraction" },
    { "cut by half", "0.5 fraction" },
    { "half of them", "0.5 fraction" },
    { "1/32 inches", "0.03125 inch" },
    { "three times as much", "3 x ratio multiple" },
    { "five times more efficient",
      "5 x increase multiple; or 5 x ratio multiple" },
    { "one time more efficient",
      "1 x increase multiple; or 1 x ratio multiple" },
    { "increased by two times", "2 x increase multiple; or 2 x ratio multiple" },
    { "increased to two times", "2 x ratio multiple" },
    { "a twofold increase", "2 x ratio multiple; or 2 x increase multiple" },
    { "output doubled", "2 x ratio multiple" },
    { "tripled", "3 x ratio multiple" },
    { "more than doubling", "2..- x ratio,over multiple" },
    { "twice as much", "2 x ratio multiple" },
    { NULL, NULL },
  };
  number_cases ("en", table);
}

static void
dates (void)
{
  static const struct number_case table[] = {
    { "September 4th", "--09-04 date" },
    { "September 4, 1958", "1958-09-04 date" },
    { "4 September 1958", "1958-09-04 date" },
    { "1958-09-04", "1958-09-04 date" },
    { "from September 25 to October 10, 1953", "1953-09-25..1953-10-10 date" },
    { "September 21 to 30", "--09-21..--09-30 date" },
    { "September and October", "--09..--10 date" },
    { "the first half of the month", "---01..---15 date" },
    { "mid-October", "--10-11..--10-20 date" },
    { "the last ten days of October", "--10-21..--10-31 date" },
    { "the end of September", "--09-31 date" },
    { "Nanjing, 23rd: In", "---23 date" },
    { "in 1958", "1958 date" },
    { "1958-60", "1958..1960 date" },
    { "the 1950s", "1950..1959 date" },
    { "nineteen fifty-eight", "1958 date" },
    { "2000 furnaces", "2000 furnace" },
    { "in May", "--05 date" },
    { "May we", "" },
    { "March forward", "" },
    { "at 3:30 p.m.", "T15:30 time" },
    { NULL, NULL },
  };
  number_cases ("en", table);
}

static void
ordinals (void)
{
  static const struct number_case table[] = {
    { "No. 1 furnace", "1 ordinal" },
    { "First Secretary", "1 ordinal" },
    { "the 106th Regiment", "106 regiment ordinal" },
    { "the twenty-first group", "21 ordinal" },
    { "first of all", "" },
    { NULL, NULL },
  };
  number_cases ("en", table);
}

static void
units (void)
{
  static const struct number_case table[] = {
    { "23 million cubic meters of earth", "23000000 m3" },
    { "five catties", "5 jin" },
    { "8 h.p. and", "8 hp" },
    { "90,000 kilowatts", "90000 kW" },
    { "two small wooden strips", "2 strip" },
    { "two farming groups, one producing here", "2 group; 1 group" },
    { "both hands", "2 hand" },
    { "five factories", "5 factory" },
    { "1,793 enemy troops", "1793 troop" },
    { "minus 20 degrees", "-20 degree" },
    { "at -20 degrees", "-20 degree" },
    { "Sino-20 tons", "20 t" },
    { "7 second lieutenants", "7 lieutenant" },
    { "9 aircraft", "9 aircraft" },
    { NULL, NULL },
  };
  number_cases ("en", table);
}

static void
no_quantities (void)
{
  static const struct number_case table[] = {
    { "agricul2tural output", "" },
    { "no one, one another, one of them, one by one", "" },
    { "1.  Fast harvesting", "" },
    { "(1) how to", "" },
    { "above\n37\nbelow", "" },
    { "recent months", "" },
    { NULL, NULL },
  };
  number_cases ("en", table);
}

static char *
repeated (const char *unit, size_t count, const char *tail)
{
  struct buf out = BUF_INIT;
  for (size_t i = 0; i < count; i++)
    buf_add_string (&out, unit);
  buf_add_string (&out, tail);
  return buf_take (&out);
}

static void
hostile (void)
{
  static const struct number_case table[] = {
    { "1e999 tons", "out-of-range t" },
    { "10^400 tons", "out-of-range t" },
    { "10^6 tons", "1000000 t" },
    { "000 tons", "0 t" },
    { "a million million million million million million million",
      "out-of-range" },
    { "1/0", "1; 0" },
    { "\xFF\xC3 5 tons \xE3", "5 t" },
    { NULL, NULL },
  };
  number_cases ("en", table);
  char *text = repeated ("9", 1 << 20, " tons");
  char *is = number_text ("en", text, strlen (text));
  CHECK_STRING (is, "out-of-range t");
  free (is);
  free (text);
}

/* Linear time: the test would not come back.  */
static void
endless (void)
{
  static const char *const units[]
    = { "one ",     "hundred and ", "1-",   "a ",        "half a ", "more than ",
        "million ", "1,",           "to 1", "May 1 to ", "one-",    "times ",
        "\n",       " ",            "no. ", "and a ",    "both ",   "1958-" };
  for (size_t i = 0; i < sizeof units / sizeof *units; i++)
    {
      char *text = repeated (units[i], 100000, "");
      free (number_text ("en", text, strlen (text)));
      free (text);
    }
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "numerals", numerals }, { "approximate", approximate },
    { "parts", parts },       { "dates", dates },
    { "ordinals", ordinals }, { "units", units },
    { "hostile", hostile },   { "no-quantities", no_quantities },
    { "endless", endless },   { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
