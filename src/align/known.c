/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dictionaries, brought to the tokens of the texts at hand.  */
#include "align/known.h"

#include <math.h>
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

/* A dictionary and the tokens its stems are: each is looked up once.  */
struct reader
{
  const struct known_texts *texts;
  const struct dictionary *dictionary;
  uint32_t *term; /* of each stem, and 1; TERM_NONE where it is none; 0 where
                     nobody has looked yet */
};

static uint32_t
stem_term (const struct reader *r, uint32_t stem)
{
  if (r->term[stem] == 0)
    {
      size_t len;
      const char *text = dictionary_stem (r->dictionary, stem, &len);
      uint32_t term
        = vocabulary_find (r->texts->vocabulary[TRANSLATION], text, len);
      r->term[stem] = term == TERM_NONE ? TERM_NONE : term + 1;
    }
  return r->term[stem] == TERM_NONE ? TERM_NONE : r->term[stem] - 1;
}

static void
add_glosses (struct items *items, size_t from, const struct reader *r,
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
add_hints (struct items *items, size_t from, const struct reader *r,
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

typedef void add_row (struct items *items, size_t from,
                      const struct reader *reader, uint32_t word);

static void
collect (struct known_rows *rows, const struct known_texts *texts,
         const struct dictionary *const *dictionaries, size_t len,
         add_row *add)
{
  struct items items = { 0 };
  struct reader *readers = mem_new (len, sizeof *readers);
  for (size_t d = 0; d < len; d++)
    readers[d] = (struct reader) {
      texts, dictionaries[d],
      mem_new (dictionary_stems (dictionaries[d]), sizeof (uint32_t)) };
  rows->terms = vocabulary_len (texts->vocabulary[ORIGINAL]);
  rows->start = mem_new (rows->terms + 1, sizeof *rows->start);
  for (uint32_t z = 0; z < rows->terms; z++)
    {
      size_t n, from = rows->start[z] = items.len;
      const char *text
        = vocabulary_text (texts->vocabulary[ORIGINAL], z, &n);
      for (size_t d = 0; d < len; d++)
        {
          uint32_t word = dictionary_find (dictionaries[d], text, n);
          if (word != UINT32_MAX)
            add (&items, from, &readers[d], word);
        }
    }
  rows->start[rows->terms] = items.len;
  rows->items = items.items;
  for (size_t d = 0; d < len; d++)
    free (readers[d].term);
  free (readers);
}

static double
frequency (const struct known_texts *texts, int s, uint32_t term)
{
  return pow (texts->count[s][term], 0.3);
}

void
known_words (struct known_rows *rows, const struct known_texts *texts,
             const struct dictionary *const *dictionaries, size_t len)
{
  collect (rows, texts, dictionaries, len, add_glosses);
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
known_hints (struct known_rows *rows, const struct known_texts *texts,
             const struct dictionary *const *dictionaries, size_t len)
{
  collect (rows, texts, dictionaries, len, add_hints);
}
