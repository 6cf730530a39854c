/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terms that a text repeats.  */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "index/keyword_private.h"

/* Chosen on newspaper articles of 1946 to 1966, so that among the first thirty
   of an article there is no piece of a word: cohesion as in K. Church and
   P. Hanks (1990), who take 3 bits for what is worth a look; a variety of 2 is
   the least that is free at all in a short text, 3 what H. Feng et al. (2004)
   begin with.  */
const struct finding finding_text = { 2, 3.0, 2, 0.9 };
const struct finding finding_sample = { 4, 4.0, 3, 1.4 };

/* --- opening ------------------------------------------------------------ */

/* Marks the words of the glossary.  */
static void
look_glossary (struct look_at *look)
{
  size_t size;
  const struct units *units = &look->strip.units;
  for (size_t at = 0; at < units->len; at++)
    for (size_t n = 1; n <= WORDBOOK_MOST && units->items[at + n - 1].key;
         n++)
      {
        const char *bytes = strip_bytes (&look->strip, at, n, &size);
        if (vocabulary_find (look->glossary, bytes, size) != TERM_NONE)
          look->begun[at].given |= (uint16_t) (1 << n);
      }
}

void
look_open (struct look_at *look)
{
  size_t units = look->strip.units.len, size;
  look->begun = mem_new (units + 1, sizeof *look->begun);
  look->common = mem_new (units + 1, sizeof *look->common);
  look->serves = mem_new (units + 1, sizeof *look->serves);
  look->bar = mem_new (units + 1, sizeof *look->bar);
  wordbook_look (look->book, look->tongue, &look->strip, look->begun);
  if (look->glossary && vocabulary_len (look->glossary) > 0)
    look_glossary (look);
  if (look->tongue == TONGUE_ZH)
    {
      look->cut = mem_new (units + 1, sizeof *look->cut);
      wordbook_part (look->book, &look->strip, look->begun, look->cut);
    }
  /* Of each stem once.  */
  size_t stems = vocabulary_len (&look->strip.stems);
  struct common_word *of_stem = mem_new (stems, sizeof *of_stem);
  for (uint32_t k = 0; k < stems; k++)
    {
      const char *stem = vocabulary_text (&look->strip.stems, k, &size);
      of_stem[k] = wordbook_common (look->book, TONGUE_EN, stem, size);
    }
  for (size_t at = 0, len; at < units; at += len)
    {
      len = 1;
      while (look->cut && at + len < units && !look->cut[at + len])
        len++;
      uint32_t key = look->strip.units.items[at].key;
      if (key == 0)
        continue;
      look->common[at]
        = look->cut ? wordbook_common_zh (look->book, &look->strip, at, len)
                    : of_stem[key - 1];
      bool serves = look->tongue == TONGUE_ZH && len == 1
                      ? look_serves_zh (look, at)
                      : look->common[at].serves;
      for (size_t i = at; i < at + len; i++)
        {
          look->serves[i] = serves;
          look->bar[i] = serves
                         && (look->tongue == TONGUE_ZH
                             || !look_joins_en (look, i));
        }
    }
  free (of_stem);
}

void
look_close (struct look_at *look)
{
  free (look->begun);
  free (look->cut);
  free (look->common);
  free (look->serves);
  free (look->bar);
  strip_free (&look->strip);
}

/* --- both --------------------------------------------------------------- */

/* How often a sequence begins and ends where words do, the first place where,
   how often a numeral stands before a character of its own there: that is a
   measure; and how often it tears a word that is not known: a character of its
   own stands at its end beside a longer word, and one of its own outside.  */
struct whole
{
  uint32_t count;
  uint32_t at;
  uint32_t counted;
  uint32_t torn;
};

static bool
is_counted (const struct look_at *look, size_t at)
{
  return look->cut && at > 0 && look->cut[at + 1]
         && look->strip.units.items[at - 1].key != 0
         && look_counts_zh (look, at - 1);
}

/* Whether unit AT is a Chinese word by itself that does more than serve.  */
static bool
is_loose (const struct look_at *look, size_t at)
{
  return look->strip.units.items[at].key != 0 && look->cut[at]
         && look->cut[at + 1] && !look->common[at].serves;
}

static bool
is_torn (const struct look_at *look, size_t at, size_t length)
{
  size_t end = at + length;
  if (!look->cut || length < 3)
    return false;
  bool first = at > 0 && !look->cut[at + 2] && is_loose (look, at)
               && is_loose (look, at - 1);
  bool last = end < look->strip.units.len && !look->cut[end - 2]
              && is_loose (look, end - 1) && is_loose (look, end);
  return first || last;
}

static void
count_whole (const struct look_at *look, const struct gram_level *level,
             size_t length, struct whole *whole)
{
  for (size_t i = 0; i < look->strip.units.len; i++)
    if (level->number[i] && look_is_whole (look, i, length))
      {
        struct whole *w = &whole[level->number[i]];
        if (w->count++ == 0)
          w->at = (uint32_t) i;
        w->counted += is_counted (look, i);
        w->torn += is_torn (look, i, length);
      }
}

/* Whether the sequence holds together firmly enough: in a short text, where
   nothing can reach many bits, by what part it has of the most that there can be
   (G. Bouma, "Normalized (Pointwise) Mutual Information in Collocation
   Extraction", GSCL 2009).  */
static bool
holds (const struct grams *grams, size_t length, const struct gram *gram,
       const struct finding *finding)
{
  static const double part = 0.6;
  double bits = grams_cohesion (grams, length, gram->at);
  return bits >= finding->cohesion
         || bits >= part * log2 ((double) grams->whole / gram->count);
}

static bool
may_be (const struct look_at *look, const struct grams *grams, size_t length,
        const struct gram *gram, const struct whole *whole,
        const struct finding *finding)
{
  return gram->count >= finding->least && 3 * whole->count >= 2 * gram->count
         && 2 * whole->counted <= whole->count
         && 2 * whole->torn <= whole->count
         && !(look->begun[whole->at].words & 1 << length)
         && (look->tongue == TONGUE_ZH
               ? look_fits_zh (look, whole->at, length)
               : look_fits_en (look, whole->at, length))
         && holds (grams, length, gram, finding);
}

/* Marks where the sequences of LENGTH units stand that are WANTED, by number.  */
static void
mark_found (const struct look_at *look, const struct gram_level *level,
            size_t length, const bool *wanted)
{
  for (size_t i = 0; i < look->strip.units.len; i++)
    if (wanted[level->number[i]])
      look->begun[i].found |= (uint16_t) (1 << length);
}

static void
find_level (const struct look_at *look, const struct grams *grams,
            size_t length, const struct finding *finding,
            void (*each) (size_t, size_t, uint32_t, void *), void *data)
{
  const struct gram_level *level = &grams->level[length];
  struct whole *whole = mem_new (level->len, sizeof *whole);
  bool *wanted = mem_new (level->len, sizeof *wanted);
  struct freedom *freedom = mem_new (level->len, sizeof *freedom);
  count_whole (look, level, length, whole);
  for (size_t k = 1; k < level->len; k++)
    wanted[k] = may_be (look, grams, length, &level->grams[k], &whole[k],
                        finding);
  grams_freedom (grams, &look->strip, look->serves, length, wanted, freedom);
  bool any = false;
  for (size_t k = 1; k < level->len; k++)
    {
      wanted[k] = wanted[k] && freedom[k].variety >= finding->variety
                  && freedom[k].entropy >= finding->entropy;
      if (wanted[k])
        each (length, whole[k].at, level->grams[k].count, data);
      any = any || wanted[k];
    }
  if (any)
    mark_found (look, level, length, wanted);
  free (whole);
  free (wanted);
  free (freedom);
}

void
look_find (const struct look_at *look, const struct grams *grams,
           const struct finding *finding,
           void (*each) (size_t len, size_t at, uint32_t count, void *data),
           void *data)
{
  for (size_t length = 2; length <= grams->longest; length++)
    find_level (look, grams, length, finding, each, data);
}
