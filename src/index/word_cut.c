/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts a text into words.  */
#include "index/word_cut.h"

#include <stdint.h>
#include <stdlib.h>
#include <unictype.h>

#include "base/utf8.h"
#include "index/function_words.h"

/* What a word costs; the cheapest way to cut the text is taken.  */
enum
{
  COST_FIXED = 500,
  COST_WORD = 1000,
  COST_SERVING = 1100, /* a single character that serves the sentence */
  COST_SINGLE = 1400,
  COST_UNKNOWN = 1500
};

/* The cheapest way to a place.  */
struct step
{
  uint32_t cost; /* UINT32_MAX: no way leads here */
  uint32_t len;  /* of the piece that ends here */
  bool word;     /* that piece is one */
  bool han;
  bool fixed;
};

struct cutter
{
  const char *text;
  struct range range;
  const struct ranges *fixed;
  size_t next_fixed;
  const struct word_finder *finder;
  struct step *steps; /* of the places from the range's start on */
  size_t at;          /* where pieces begin now, from there */
};

enum piece
{
  PIECE_NONE, /* space, punctuation */
  PIECE_HAN,
  PIECE_LETTERS
};

static enum piece
piece_of (unsigned cp)
{
  if (cp == UTF8_ERROR)
    return PIECE_NONE;
  if (uc_is_property_ideographic (cp))
    return PIECE_HAN;
  return uc_is_alnum (cp) ? PIECE_LETTERS : PIECE_NONE;
}

/* Takes a piece of LEN bytes for the end of the way, where that is cheaper
   than what was found before; of two that cost the same the one with the
   longer last piece is found first and stays.  */
static void
offer (struct cutter *c, size_t len, uint32_t cost, bool word, bool han)
{
  const struct step *from = &c->steps[c->at];
  if (len == 0 || c->at + len > range_len (c->range))
    return;
  struct step *to = &c->steps[c->at + len];
  if (from->cost + cost < to->cost)
    *to = (struct step) { from->cost + cost, (uint32_t) len, word, han,
                          cost == COST_FIXED };
}

/* A word of LEN bytes that is known here.  */
static void
take_known (void *sink, size_t len)
{
  struct cutter *c = sink;
  const char *text = c->text + c->range.start + c->at;
  size_t one = 0;
  utf8_next (text, len, &one);
  uint32_t cost = one < len                  ? COST_WORD
                  : function_word (text, len) ? COST_SERVING
                                              : COST_SINGLE;
  offer (c, len, cost, true, true);
}

/* The end of the run of letters and digits that begins at AT: apostrophes
   between letters, points and commas between digits are in it.  */
static size_t
letters_end (const char *text, size_t at, size_t end)
{
  while (at < end)
    {
      size_t next = at;
      unsigned cp = utf8_next (text, end, &next);
      size_t after = next;
      bool joins = cp == '\'' || cp == 0x2019 || cp == '.' || cp == ',';
      bool inside = joins && next < end
                    && piece_of (utf8_next (text, end, &after))
                         == PIECE_LETTERS;
      if ((cp == '.' || cp == ',') && inside)
        inside = text[next] >= '0' && text[next] <= '9';
      if (piece_of (cp) != PIECE_LETTERS && !inside
          && !uc_is_general_category_withtable (cp, UC_CATEGORY_MASK_M))
        break;
      at = next;
    }
  return at;
}

/* Offers the fixed ranges that begin here.  */
static void
offer_fixed (struct cutter *c, bool han)
{
  size_t at = c->range.start + c->at;
  const struct ranges *fixed = c->fixed;
  while (c->next_fixed < fixed->len && fixed->items[c->next_fixed].start < at)
    c->next_fixed++;
  for (size_t k = c->next_fixed;
       k < fixed->len && fixed->items[k].start == at; k++)
    offer (c, range_len (fixed->items[k]), COST_FIXED, true, han);
}

static void
offer_pieces (struct cutter *c)
{
  size_t at = c->range.start + c->at, next = at;
  enum piece piece = piece_of (utf8_next (c->text, c->range.end, &next));
  if (piece == PIECE_HAN)
    {
      offer (c, next - at, COST_UNKNOWN, true, true);
      c->finder->find (c->finder->data, c->text + at, c->range.end - at,
                       take_known, c);
    }
  else if (piece == PIECE_LETTERS)
    offer (c, letters_end (c->text, at, c->range.end) - at, COST_WORD, true,
           false);
  else
    offer (c, next - at, 0, false, false);
  offer_fixed (c, piece == PIECE_HAN);
}

/* The steps of the cheapest way, from the end back.  */
static void
take_way (const struct cutter *c, struct cut_words *words)
{
  size_t first = words->len;
  for (size_t at = range_len (c->range); at > 0;)
    {
      const struct step *step = &c->steps[at];
      at -= step->len;
      size_t start = c->range.start + at;
      if (step->word)
        VEC_PUSH (words, (struct cut_word) { { start, start + step->len },
                                             step->han, step->fixed });
    }
  for (size_t low = first, high = words->len; low + 1 < high; low++)
    {
      struct cut_word word = words->items[low];
      words->items[low] = words->items[--high];
      words->items[high] = word;
    }
}

void
word_cut (const char *text, struct range range, const struct ranges *fixed,
          const struct word_finder *finder, struct cut_words *words)
{
  struct cutter c = { .text = text,
                      .range = range,
                      .fixed = fixed,
                      .finder = finder,
                      .steps = mem_new (range_len (range) + 1,
                                        sizeof *c.steps) };
  for (size_t k = 1; k <= range_len (range); k++)
    c.steps[k].cost = UINT32_MAX;
  for (; c.at < range_len (range); c.at++)
    if (c.steps[c.at].cost != UINT32_MAX)
      offer_pieces (&c);
  take_way (&c, words);
  free (c.steps);
}
