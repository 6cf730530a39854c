/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dictionaries, brought to the tokens of the texts at hand.  */
#include "align/known.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/mem.h"

struct items VEC (struct known);

/* Adds to ITEMS, from FROM on the row of a token, the token E with the weights
   A and B; where it is there already the higher ones stay.  */
static void
row_add (struct items *items, size_t from, uint32_t e, float a, float b)
{
  for (size_t k = from; k < items->len; k++)
    if (items->items[k].term == e)
      {
        struct known *item = &items->items[k];
        item->given[ORIGINAL] = fmaxf (item->given[ORIGINAL], a);
        item->given[TRANSLATION] = fmaxf (item->given[TRANSLATION], b);
        return;
      }
  VEC_PUSH (items, (struct known) { e, { a, b } });
}

/* The tokens that stems of a dictionary are, the last ones that were looked up:
   most stems come many times.  */
enum { REMEMBERED = 2048 };

struct remembered
{
  uint32_t stem; /* and 1; 0 for none */
  uint32_t term; /* TERM_NONE where it is no token of the texts */
};

/* Which glances of stems some token of the translation has: a bit each.  Of the
   stems of a dictionary few are in a text.  */
struct glances
{
  uint64_t *bits;
  uint32_t shift; /* so much of a glance is left away */
};

struct reader
{
  const struct known_texts *texts;
  const struct dictionary *dictionary;
  const struct glances *glances;
  struct remembered stems[REMEMBERED]; /* by their lowest bits */
};

/* A number that is the same for equal texts (of a byte at least), from a few of
   their bytes.  */
static inline uint32_t
glance_at (const char *text, size_t len)
{
  const unsigned char *bytes = (const unsigned char *) text;
  uint32_t few = bytes[0] | (uint32_t) bytes[len / 2] << 8
                 | (uint32_t) bytes[len - 1] << 16 | (uint32_t) len << 24;
  return few * 0x9e3779b1u;
}

static void
glances_open (struct glances *glances, const struct vocabulary *vocabulary)
{
  enum { LEAST = 13, EACH = 32 };
  size_t terms = vocabulary_len (vocabulary), bits = LEAST;
  while (bits < 31 && (size_t) 1 << bits < EACH * terms)
    bits++;
  glances->shift = (uint32_t) (32 - bits);
  glances->bits = mem_new ((size_t) 1 << (bits - 6), sizeof *glances->bits);
  for (uint32_t e = 0; e < terms; e++)
    {
      size_t len;
      const char *text = vocabulary_text (vocabulary, e, &len);
      uint32_t at = len > 0 ? glance_at (text, len) >> glances->shift : 0;
      glances->bits[at / 64] |= (uint64_t) 1 << at % 64;
    }
}

/* Whether a token may be the LEN bytes at TEXT.  */
static inline bool
glances_have (const struct glances *glances, const char *text, size_t len)
{
  uint32_t at = len > 0 ? glance_at (text, len) >> glances->shift : 0;
  return glances->bits[at / 64] >> at % 64 & 1;
}

static uint32_t
stem_term (struct reader *r, uint32_t stem)
{
  struct remembered *known = &r->stems[stem % REMEMBERED];
  size_t len;
  const char *text = dictionary_stem (r->dictionary, stem, &len);
  if (!glances_have (r->glances, text, len))
    return TERM_NONE;
  if (known->stem != stem + 1)
    {
      *known = (struct remembered) {
        stem + 1,
        vocabulary_find (r->texts->vocabulary[TRANSLATION], text, len) };
    }
  return known->term;
}

static void
add_glosses (struct items *items, size_t from, struct reader *r,
             uint32_t word)
{
  size_t len;
  const struct dictionary_gloss *gloss
    = dictionary_glosses (r->dictionary, word, &len);
  for (size_t k = 0; k < len; k++)
    {
      uint32_t e = stem_term (r, gloss[k].stem);
      float share = 1 / (float) gloss[k].parts;
      if (e != TERM_NONE)
        row_add (items, from, e, share, share);
    }
}

static void
add_hints (struct items *items, size_t from, struct reader *r,
           uint32_t word)
{
  size_t len;
  const struct dictionary_hint *hint
    = dictionary_hints (r->dictionary, word, &len);
  for (size_t k = 0; k < len; k++)
    {
      uint32_t e = stem_term (r, hint[k].stem);
      if (e != TERM_NONE)
        row_add (items, from, e, hint[k].given_char, hint[k].given_stem);
    }
}

/* Adds what the dictionaries say of token Z to the rows of both.  */
static void
collect_token (struct reader *readers, size_t len, uint32_t z,
               struct known_rows *words, struct items *glosses,
               struct known_rows *hints, struct items *hinted)
{
  size_t n;
  const char *text
    = vocabulary_text (readers->texts->vocabulary[ORIGINAL], z, &n);
  words->start[z] = glosses->len;
  hints->start[z] = hinted->len;
  for (size_t d = 0; d < len; d++)
    {
      uint32_t word = dictionary_find (readers[d].dictionary, text, n);
      if (word == UINT32_MAX)
        continue;
      add_glosses (glosses, words->start[z], &readers[d], word);
      add_hints (hinted, hints->start[z], &readers[d], word);
    }
}

static void
rows_open (struct known_rows *rows, const struct known_texts *texts)
{
  rows->terms = vocabulary_len (texts->vocabulary[ORIGINAL]);
  rows->start = mem_new (rows->terms + 1, sizeof *rows->start);
}

static void
collect (struct known_rows *words, struct known_rows *hints,
         const struct known_texts *texts,
         const struct dictionary *const *dictionaries, size_t len)
{
  struct items glosses = { 0 }, hinted = { 0 };
  struct reader *readers = mem_new (len + 1, sizeof *readers);
  struct glances glances;
  glances_open (&glances, texts->vocabulary[TRANSLATION]);
  readers[0].texts = texts;
  for (size_t d = 0; d < len; d++)
    {
      readers[d].texts = texts;
      readers[d].dictionary = dictionaries[d];
      readers[d].glances = &glances;
    }
  rows_open (words, texts);
  rows_open (hints, texts);
  for (uint32_t z = 0; z < words->terms; z++)
    collect_token (readers, len, z, words, &glosses, hints, &hinted);
  words->start[words->terms] = glosses.len;
  hints->start[hints->terms] = hinted.len;
  words->items = glosses.items;
  hints->items = hinted.items;
  free (glances.bits);
  free (readers);
}

static double
frequency (const struct known_texts *texts, int s, uint32_t term)
{
  return pow (texts->count[s][term], 0.3);
}

/* Makes of the shares of glosses in ROWS t in both directions.  */
static void
weigh_words (struct known_rows *rows, const struct known_texts *texts)
{
  size_t back = vocabulary_len (texts->vocabulary[TRANSLATION]);
  double *sums = mem_new (back, sizeof *sums);
  for (uint32_t z = 0; z < rows->terms; z++)
    {
      double sum = 0;
      for (size_t k = rows->start[z]; k < rows->start[z + 1]; k++)
        {
          struct known *item = &rows->items[k];
          double d = (double) item->given[ORIGINAL];
          double e = frequency (texts, TRANSLATION, item->term);
          double c = frequency (texts, ORIGINAL, z);
          sum += d * e;
          sums[item->term] += d * c;
          item->given[ORIGINAL] = (float) (d * d * e);
          item->given[TRANSLATION] = (float) (d * d * c);
        }
      for (size_t k = rows->start[z]; k < rows->start[z + 1]; k++)
        rows->items[k].given[ORIGINAL] /= (float) sum;
    }
  for (size_t k = 0; k < rows->start[rows->terms]; k++)
    rows->items[k].given[TRANSLATION] /= (float) sums[rows->items[k].term];
  free (sums);
}

void
known_read (struct known_rows *words, struct known_rows *hints,
            const struct known_texts *texts,
            const struct dictionary *const *dictionaries, size_t len)
{
  collect (words, hints, texts, dictionaries, len);
  weigh_words (words, texts);
}
