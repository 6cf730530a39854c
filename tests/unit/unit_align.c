/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of align/: beads by length, paragraphs, odd ends.  */
#include <stdlib.h>
#include <string.h>

#include "align/align.h"
#include "align/lattice.h"
#include "base/mem.h"
#include "book/document.h"
#include "check.h"

/* Makes a side of sentences of the lengths at LENS (0 ends a paragraph, -1 ends
   all), all of the letter X.  The first paragraph is of kind FIRST.  */
static void
side_fill (struct document *document, enum side s, const int *lens,
           enum block first)
{
  struct side_text *side = &document->side[s];
  size_t bytes = 0, at = 0, from = 0;
  for (size_t i = 0; lens[i] >= 0; i++)
    bytes += (size_t) lens[i];
  char *text = mem_new (bytes + 1, 1);
  memset (text, 'x', bytes);
  document_set_text (document, s, text, bytes);
  free (text);
  for (size_t i = 0;; i++)
    {
      if (lens[i] <= 0)
        {
          enum block block = side->paragraphs.len ? BLOCK_BODY : first;
          VEC_PUSH (&side->paragraphs,
                    (struct paragraph) { { from, at }, block });
          from = at;
        }
      if (lens[i] < 0)
        break;
      if (lens[i] == 0)
        continue;
      VEC_PUSH (&side->sentences,
                (struct sentence) { { at, at + (size_t) lens[i] },
                                    side->paragraphs.len });
      at += (size_t) lens[i];
    }
}

/* The kinds of the beads, as "1-1 1-2"; the caller frees it.  */
static char *
beads_text (const struct beads *beads)
{
  char *text = mem_string ("");
  for (size_t k = 0; k < beads->len; k++)
    {
      char *longer = mem_format ("%s%s%zu-%zu", text, k ? " " : "",
                                 beads->items[k].count[ORIGINAL],
                                 beads->items[k].count[TRANSLATION]);
      free (text);
      text = longer;
    }
  return text;
}

static void
expect (const int *original, const int *translation, enum block first,
        const char *want)
{
  struct document *document = document_new ();
  side_fill (document, ORIGINAL, original, first);
  side_fill (document, TRANSLATION, translation, first);
  align_sides (&document->side[ORIGINAL], &document->side[TRANSLATION],
               NULL, &document->beads);
  CHECK (document_is_whole (document));
  for (size_t k = 0; k < document->beads.len; k++)
    CHECK (document->beads.items[k].confidence >= 0
           && document->beads.items[k].confidence <= 1);
  if (want)
    {
      char *is = beads_text (&document->beads);
      CHECK_STRING (is, want);
      free (is);
    }
  document_free (document);
}

static void
lengths_face (void)
{
  static const int even[] = { 30, 60, 90, 45, -1 };
  static const int split[] = { 30, 30, 32, 90, 45, -1 };
  expect (even, even, BLOCK_BODY, "1-1 1-1 1-1 1-1");
  expect (even, split, BLOCK_BODY, "1-1 1-2 1-1 1-1");
  expect (split, even, BLOCK_BODY, "1-1 2-1 1-1 1-1");
}

static void
paragraphs_face (void)
{
  /* Within paragraphs nothing crosses, even where the lengths would like to;
     a headline of two sentences faces one of one.  */
  static const int o[] = { 9, 9, 0, 50, 50, 0, 100, 0, 40, 70, -1 };
  static const int t[] = { 20, 0, 104, 0, 55, 50, 0, 40, 75, -1 };
  expect (o, t, BLOCK_HEADLINE, "2-1 2-1 1-2 1-1 1-1");
}

static void
paragraphs_differ (void)
{
  static const int o[] = { 30, 60, 90, 45, 20, 80, 110, 50, -1 };
  static const int t[]
    = { 30, 0, 60, 0, 90, 0, 45, 0, 20, 0, 80, 0, 110, 0, 50, -1 };
  expect (o, t, BLOCK_BODY, "1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1");
  expect (t, o, BLOCK_BODY, "1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1");
}

static void
empty_sides (void)
{
  static const int none[] = { -1 };
  static const int two[] = { 10, 20, -1 };
  expect (none, none, BLOCK_BODY, "");
  expect (two, none, BLOCK_BODY, "1-0 1-0");
  expect (none, two, BLOCK_BODY, "0-1 0-1");
}

/* LEN sentences of about SIZE bytes; the caller frees them.  */
static int *
many (size_t len, int size)
{
  int *lens = mem_new (len + 1, sizeof *lens);
  unsigned state = 1;
  for (size_t i = 0; i < len; i++)
    {
      state = state * 1103515245u + 12345u;
      lens[i] = 1 + size / 2 + (int) ((state >> 16) % (unsigned) size);
    }
  lens[len] = -1;
  return lens;
}

static void
one_against_many (void)
{
  int *thousand = many (1000, 40), *one = many (1, 40);
  int *huge = many (1, 1 << 20);
  expect (one, thousand, BLOCK_BODY, NULL);
  expect (thousand, one, BLOCK_BODY, NULL);
  expect (huge, thousand, BLOCK_BODY, NULL);
  expect (huge, one, BLOCK_BODY, NULL);
  free (thousand);
  free (one);
  free (huge);
}

static void
very_long (void)
{
  int *a = many (12000, 60), *b = many (11000, 60);
  expect (a, b, BLOCK_BODY, NULL);
  free (a);
  free (b);
}

static void
band_is_a_way (void)
{
  size_t done[SIDES][6]
    = { { 0, 1, 1, 100, 100, 101 }, { 0, 90, 91, 92, 92, 93 } };
  const size_t *const sums[SIDES] = { done[0], done[1] };
  size_t len[SIDES] = { 5, 5 };
  struct band band;
  band_along (&band, len, sums, 0);
  CHECK_NUMBER (band_cell (&band, 0, 0), 0);
  CHECK_NUMBER (band_cell (&band, 5, 5), band_cells (&band) - 1);
  for (size_t i = 1; i <= 5; i++)
    CHECK (band.low[i] <= band.high[i - 1] && band.low[i] >= band.low[i - 1]
           && band.high[i] >= band.high[i - 1]);
  CHECK_NUMBER (band_cell (&band, 6, 5), band_cells (&band));
  band_free (&band);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "lengths-face", lengths_face },
    { "paragraphs-face", paragraphs_face },
    { "paragraphs-differ", paragraphs_differ },
    { "empty-sides", empty_sides },
    { "one-against-many", one_against_many },
    { "very-long", very_long },
    { "band-is-a-way", band_is_a_way },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
