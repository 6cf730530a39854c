/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Common words: the tables of common_zh.c and common_en.c as sets.  */
#include "index/common.h"

#include <math.h>
#include <string.h>

#include "base/mem.h"
#include "base/vocabulary.h"
#include "index/strip.h"

struct common_words VEC (struct common_word);

struct commons
{
  struct vocabulary words[TONGUES];
  struct common_words known[TONGUES];
};

const char *
tongue_name (enum tongue tongue)
{
  static const char *const names[TONGUES] = { "zh", "en" };
  return names[tongue];
}

enum tongue
tongue_of (const char *lang)
{
  enum tongue tongue = TONGUE_ZH;
  while (tongue < TONGUES && strcmp (tongue_name (tongue), lang) != 0)
    tongue++;
  return tongue;
}

/* The entry for WORD (LEN bytes), made where it is new.  */
static struct common_word *
entry (struct commons *commons, enum tongue tongue, const char *word,
       size_t len)
{
  char stem[STEM_SIZE];
  if (tongue == TONGUE_EN)
    {
      len = strip_stem (word, len, stem);
      word = stem;
    }
  uint32_t number = vocabulary_add (&commons->words[tongue], word, len);
  struct common_words *known = &commons->known[tongue];
  if (number == known->len)
    VEC_PUSH (known, (struct common_word) { .per_million = 0 });
  return &known->items[number];
}

/* Goes from word to word of WORDS; the length of the one at *AT, 0 at the
   end.  */
static size_t
next_word (const char **at)
{
  *at += strspn (*at, " ");
  return strcspn (*at, " ");
}

/* A word of two bands is as common as the first says.  */
static void
add_band (struct commons *commons, enum tongue tongue,
          const struct common_band *band)
{
  const char *at = band->words;
  float bits = log2f (1e6f / (float) band->per_million);
  for (size_t len; (len = next_word (&at)) > 0; at += len)
    {
      struct common_word *word = entry (commons, tongue, at, len);
      if (word->per_million == 0)
        {
          word->per_million = band->per_million;
          word->bits = bits;
          word->serves = band->serves;
        }
    }
}

static void
add_edges (struct commons *commons, const char *words)
{
  for (size_t len; (len = next_word (&words)) > 0; words += len)
    entry (commons, TONGUE_EN, words, len)->edge = true;
}

struct commons *
commons_new (void)
{
  struct commons *commons = mem_new (1, sizeof *commons);
  for (const struct common_band *b = common_zh; b->words; b++)
    add_band (commons, TONGUE_ZH, b);
  for (const struct common_band *b = common_en; b->words; b++)
    add_band (commons, TONGUE_EN, b);
  for (const char *const *list = common_en_edges; *list; list++)
    add_edges (commons, *list);
  return commons;
}

void
commons_free (struct commons *commons)
{
  if (!commons)
    return;
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    {
      vocabulary_free (&commons->words[t]);
      VEC_FREE (&commons->known[t]);
    }
  free (commons);
}

struct common_word
commons_find (const struct commons *commons, enum tongue tongue,
              const char *text, size_t len)
{
  uint32_t number = vocabulary_find (&commons->words[tongue], text, len);
  return number == TERM_NONE ? (struct common_word) { .per_million = 0 }
                             : commons->known[tongue].items[number];
}
