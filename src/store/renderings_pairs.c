/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a term is rendered: what stands in the pairs of sentences.  */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "index/strip.h"
#include "store/renderings_private.h"

/* The units that bead B covers on SIDE.  */
static void
read_side (const struct document *document, size_t b, enum side side,
           struct strip *strip)
{
  struct range range = document_bead_range (document, b, side);
  strip_add_side (strip, &document->side[side], range.start, range.end);
}

/* Calls TAKE with each sequence of STRIP that has no part in it.  */
static void
each_sequence (const struct strip *strip,
               bool (*take) (const char *word, size_t len, void *data),
               void *data)
{
  size_t size;
  const struct units *units = &strip->units;
  for (size_t at = 0; at < units->len; at++)
    for (size_t n = 1; n <= WORDBOOK_MOST && units->items[at + n - 1].key;
         n++)
      {
        const char *word = strip_bytes (strip, at, n, &size);
        if (!take (word, size, data))
          return;
      }
}

struct has_term
{
  const char *word;
  size_t len;
  bool has;
};

static bool
look_for_term (const char *word, size_t len, void *data)
{
  struct has_term *term = data;
  term->has = len == term->len && memcmp (word, term->word, len) == 0;
  return !term->has;
}

/* Adds candidate NUMBER to BEAD, once.  */
static void
take (struct renderings_quest *g, struct rendering_bead *bead, uint32_t number)
{
  struct rendering_items *items = &g->text.items;
  for (size_t i = bead->first; i < items->len; i++)
    if (items->items[i] == number)
      return;
  VEC_PUSH (items, number);
  bead->len++;
}

struct taking
{
  struct renderings_quest *g;
  struct rendering_bead *bead;
};

/* Takes the candidate that is a term of the index.  */
static bool
take_candidate (const char *word, size_t len, void *data)
{
  struct taking *taking = data;
  struct renderings_quest *g = taking->g;
  uint32_t number = vocabulary_find (&g->words, word, len);
  if (number != TERM_NONE && !g->text.candidates.items[number].bare)
    take (g, taking->bead, number);
  return true;
}

/* Whether the Chinese of LEN bytes at WORD is a term, or a common word.  */
static bool
is_word (const struct renderings_quest *g, const char *word, size_t len)
{
  struct common_word common
    = commons_find (g->commons, TONGUE_ZH, word, len);
  return common.serves || common.edge || common.per_million > 0
         || vocabulary_find (&g->words, word, len) != TERM_NONE;
}

/* Marks in PARTS the units of STRIP that are part of a longer word.  */
static void
mark_parts (const struct renderings_quest *g, const struct strip *strip,
            bool *parts)
{
  const struct units *units = &strip->units;
  size_t size;
  for (size_t at = 0; at < units->len; at++)
    for (size_t n = 2; n <= WORDBOOK_MOST && units->items[at].key
                       && units->items[at + n - 1].key;
         n++)
      {
        const char *word = strip_bytes (strip, at, n, &size);
        if (is_word (g, word, size))
          memset (parts + at, true, n * sizeof *parts);
      }
}

/* Notes what stands beside the character that is candidate NUMBER, in unit AT,
   where that is no part of a word either.  */
static void
note_beside (struct renderings_quest *g, const struct strip *strip,
             const bool *parts, size_t at, uint32_t number)
{
  struct beside *beside = &g->beside.items[number];
  const struct units *units = &strip->units;
  beside->count++;
  for (int right = 0; right < 2; right++)
    {
      size_t other = right ? at + 1 : at - 1;
      bool there = (right ? other < units->len : at > 0)
                   && units->items[other].key && !parts[other];
      unsigned cp = there ? units->items[other].key : 0;
      if (beside->votes[right] == 0)
        beside->cp[right] = cp;
      if (beside->cp[right] == cp)
        beside->votes[right]++;
      else
        beside->votes[right]--;
    }
}

void
renderings_drop_halves (struct renderings_quest *g)
{
  for (uint32_t c = 0; c < g->beside.len; c++)
    {
      const struct beside *beside = &g->beside.items[c];
      /* Votes are those for it less those against: four of five are for it.  */
      for (int right = 0; right < 2; right++)
        if (beside->cp[right] && 5 * beside->votes[right] >= 3 * beside->count)
          g->text.candidates.items[c].parts = 0;
    }
}

/* Takes the Chinese characters that stand by themselves, as part of no term: 钢,
   煤 render words, but are no terms of the index.  */
static void
take_characters (struct renderings_quest *g, const struct strip *strip,
                 struct rendering_bead *bead)
{
  const struct units *units = &strip->units;
  bool *parts = mem_new (units->len + 1, sizeof *parts);
  size_t size;
  mark_parts (g, strip, parts);
  for (size_t at = 0; at < units->len; at++)
    if (units->items[at].key && !parts[at])
      {
        const char *word = strip_bytes (strip, at, 1, &size);
        uint32_t number = renderings_meet_character (g, word, size);
        if (number == TERM_NONE)
          continue;
        take (g, bead, number);
        note_beside (g, strip, parts, at, number);
      }
  free (parts);
}

void
renderings_read_bead (struct renderings_quest *g,
                      const struct document *document, size_t b,
                      enum side side)
{
  struct strip own = { .text = BUF_INIT }, facing = { .text = BUF_INIT };
  struct has_term term = { g->word, strlen (g->word), false };
  struct rendering_bead bead
    = { .first = (uint32_t) g->text.items.len };
  struct taking taking = { g, &bead };
  read_side (document, b, side, &own);
  each_sequence (&own, look_for_term, &term);
  read_side (document, b, side_facing (side), &facing);
  each_sequence (&facing, take_candidate, &taking);
  if (g->other == TONGUE_ZH)
    take_characters (g, &facing, &bead);
  bead.has = term.has;
  g->pairs += term.has;
  VEC_PUSH (&g->text.beads, bead);
  strip_free (&own);
  strip_free (&facing);
}
