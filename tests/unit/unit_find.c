/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of read/find.c: finding in the document that is open.  */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check.h"
#include "read/reading.h"
#include "store_help.h"

static bool
find (struct reading *reading, const char *words, bool forward, bool *wrapped)
{
  struct query *query = query_typed (words, strlen (words));
  bool found = query && reading_find (reading, query, forward, wrapped);
  query_free (query);
  return found;
}

/* Searches COUNT times; WANT names the places: the bead, o or t, where it begins
   in bytes of that side, * where the search went round.  */
static void
check_found (struct reading *reading, const char *words, bool forward,
             size_t count, const char *want)
{
  struct buf is = BUF_INIT;
  for (size_t i = 0; i < count; i++)
    {
      bool wrapped;
      if (!find (reading, words, forward, &wrapped))
        {
          buf_add_string (&is, i ? " none" : "none");
          continue;
        }
      CHECK (reading->found);
      CHECK_NUMBER (reading->side, reading->found_side);
      buf_add_format (&is, "%s%zu%c%zu%s", i ? " " : "", reading->bead,
                      reading->found_side == ORIGINAL ? 'o' : 't',
                      reading->found_range.start, wrapped ? "*" : "");
    }
  CHECK_STRING (buf_string (&is), want);
  buf_free (&is);
}

static struct reading *
sample (void)
{
  return reading_new (
    document_sample ("钢铁，钢。\n稻谷。\n炼钢！\n",
                     "Steel and STEEL.\nRice.\nSmelt steel!\n"),
    NULL);
}

static void
forward_and_back (void)
{
  struct reading *r = sample ();
  check_found (r, "钢", true, 5, "0o0 0o9 2o29 0o0* 0o9");
  reading_free (r);
  r = sample ();
  check_found (r, "steel", true, 5, "0t0 0t10 2t29 0t0* 0t10");
  check_found (r, "steel", false, 4, "0t0 2t29* 0t10 0t0");
  reading_free (r);
  r = sample ();
  check_found (r, "钢", false, 4, "0o9 0o0 2o29* 0o9");
  reading_free (r);
  r = sample ();
  reading_go (r, 1);
  check_found (r, "钢", false, 1, "0o9");
  reading_go (r, 1);
  check_found (r, "钢", true, 1, "2o29");
  check_found (r, "谷", true, 3, "1o19* 1o19* 1o19*");
  check_found (r, "谷", false, 2, "1o19* 1o19*");
  reading_free (r);
}

static void
nowhere (void)
{
  struct reading *r = sample ();
  check_found (r, "铜", true, 1, "none");
  check_found (r, "铜", false, 1, "none");
  check_found (r, "", true, 1, "none");
  CHECK (!r->found);
  CHECK_NUMBER (r->bead, 0);
  reading_free (r);
  r = reading_new (document_new (), NULL);
  check_found (r, "钢", true, 1, "none");
  check_found (r, "钢", false, 1, "none");
  reading_free (r);
}

/* Both sides of a bead come before the next bead.  */
static void
both_sides (void)
{
  struct reading *r = reading_new (
    document_sample ("A 1。\n1 B 1。\n", "1 one.\nTwo 1.\n"), NULL);
  check_found (r, "1", true, 6, "0o2 0t0 1o7 1o11 1t11 0o2*");
  check_found (r, "1", false, 5, "1t11* 1o11 1o7 0t0 0o2");
  reading_free (r);
}

/* Case, width, accents and a line that the scan broke are no hindrance, and the
   range is of the text as it is.  */
static void
folded (void)
{
  static const struct
  {
    const char *text;
    const char *words;
    const char *want;
  } table[] = {
    { "Ｓｔｅｅｌ！\n", "steel", "Ｓｔｅｅｌ" },
    { "Ürümqi grows.\n", "urumqi", "Ürümqi" },
    { "e\u0301tude\n", "etude", "e\u0301tude" },
    { "大炼钢\u3000铁\n", "钢铁", "钢\u3000铁" },
    { "iron   and steel\n", "iron and", "iron   and" },
    { "IRON\n", "iron", "IRON" },
    { "An ironworks.\n", "iron", "ironworks" },
    { "They studied.\n", "study", "studied" },
    { "大煉鋼鐵\n", "钢铁", "鋼鐵" },
    { "１０７０万吨\n", "1070", "１０７０" },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      struct reading *r
        = reading_new (document_sample (table[i].text, ""), NULL);
      bool wrapped;
      CHECK (find (r, table[i].words, true, &wrapped));
      char *is = mem_copy (table[i].text + r->found_range.start,
                           range_len (r->found_range));
      CHECK_STRING (is, table[i].want);
      free (is);
      reading_free (r);
    }
}

/* One paragraph, many sentences: what begins in one and ends in the next is
   found once, at the first.  */
static void
over_an_end (void)
{
  struct document *d
    = document_sample ("炉火。\n不熄。\n稻谷。\n", "One.\nTwo.\nThree.\n");
  for (enum side s = 0; s < SIDES; s++)
    {
      d->side[s].paragraphs.len = 1;
      d->side[s].paragraphs.items[0].range.end = d->side[s].len;
      for (size_t i = 0; i < 3; i++)
        d->side[s].sentences.items[i].paragraph = 0;
    }
  struct reading *r = reading_new (d, NULL);
  check_found (r, "火。不", true, 2, "0o3 0o3*");
  check_found (r, "two. three", true, 1, "1t5");
  struct ranges ranges = { 0 };
  struct query *two = query_typed ("two", 3);
  reading_occurrences (r, two, 1, TRANSLATION, &ranges);
  CHECK_NUMBER (ranges.len, 1);
  reading_occurrences (r, two, 0, TRANSLATION, &ranges);
  reading_occurrences (r, two, 2, TRANSLATION, &ranges);
  reading_occurrences (r, two, 1, ORIGINAL, &ranges);
  CHECK_NUMBER (ranges.len, 1);
  query_free (two);
  VEC_FREE (&ranges);
  reading_free (r);
}

/* Marking begins on what was found.  */
static void
found_is_marked (void)
{
  struct reading *r = sample ();
  bool wrapped;
  CHECK (find (r, "steel", true, &wrapped));
  CHECK (find (r, "steel", true, &wrapped));
  reading_select (r);
  struct range range = reading_selection (r);
  CHECK_NUMBER (range.start, 10);
  CHECK_NUMBER (range.end, 15);
  r->selecting = false;
  reading_go (r, 1);
  reading_select (r);
  CHECK_NUMBER (reading_selection (r).start, 17);
  reading_free (r);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "forward-and-back", forward_and_back },
    { "nowhere", nowhere },
    { "both-sides", both_sides },
    { "folded", folded },
    { "over-an-end", over_an_end },
    { "found-is-marked", found_is_marked },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
