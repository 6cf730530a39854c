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

/* A dictionary, and which tokens of the translation its stems are: of a large one
   few are in a text.  */
struct reader
{
  const struct dictionary *dictionary;
  uint64_t *met;  /* a bit for each stem: it is a token */
  uint32_t *term; /* of each stem that is one */
};

static void
reader_open (struct reader *reader, const struct dictionary *dictionary,
             const struct vocabulary *vocabulary)
{
  size_t stems = dictionary_stems (dictionary);
  reader->dictionary = dictionary;
  reader->met = mem_new (stems / 64 + 1, sizeof *reader->met);
  reader->term = mem_resize (NULL, stems, sizeof *reader->term);
  for (uint32_t e = 0; e < vocabulary_len (vocabulary); e++)
    {
      size_t len;
      const char *text = vocabulary_text (vocabulary, e, &len);
      uint32_t stem = dictionary_find_stem (dictionary, text, len);
      if (stem == UINT32_MAX)
        continue;
      reader->met[stem / 64] |= (uint64_t) 1 << stem % 64;
      reader->term[stem] = e;
    }
}

static void
reader_close (struct reader *reader)
{
  free (reader->met);
  free (reader->term);
}

/* The token that STEM is, TERM_NONE where it is none of the texts.  */
static inline uint32_t
stem_term (const struct reader *reader, uint32_t stem)
{
  return reader->met[stem / 64] >> stem % 64 & 1 ? reader->term[stem]
                                                 : TERM_NONE;
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

/* Rows in the making.  */
struct making
{
  struct known_rows *rows;
  struct items items;
};

static void
making_open (struct making *making, struct known_rows *rows, size_t terms)
{
  *making = (struct making) { .rows = rows };
  rows->terms = terms;
  rows->start = mem_new (terms + 1, sizeof *rows->start);
}

static void
making_close (struct making *making)
{
  making->rows->start[making->rows->terms] = making->items.len;
  making->rows->items = making->items.items;
}

/* Fills WORDS and HINTS with what the LEN dictionaries of READERS say of the
   original's tokens.  */
static void
collect (struct known_rows *words, struct known_rows *hints,
         const struct vocabulary *original, const struct reader *readers,
         size_t len)
{
  struct making glosses, hinted;
  making_open (&glosses, words, vocabulary_len (original));
  making_open (&hinted, hints, vocabulary_len (original));
  for (uint32_t z = 0; z < words->terms; z++)
    {
      size_t n;
      const char *text = vocabulary_text (original, z, &n);
      words->start[z] = glosses.items.len;
      hints->start[z] = hinted.items.len;
      for (size_t d = 0; d < len; d++)
        {
          uint32_t word = dictionary_find (readers[d].dictionary, text, n);
          if (word == UINT32_MAX)
            continue;
          add_glosses (&glosses.items, words->start[z], &readers[d], word);
          add_hints (&hinted.items, hints->start[z], &readers[d], word);
        }
    }
  making_close (&glosses);
  making_close (&hinted);
}

/* How often a token occurs, flattened; of small numbers kept.  */
struct frequencies
{
  double small[256]; /* 0: not found yet */
};

static double
frequency (struct frequencies *frequencies, uint32_t count)
{
  if (count >= sizeof frequencies->small / sizeof *frequencies->small)
    return pow (count, 0.3);
  if (frequencies->small[count] == 0)
    frequencies->small[count] = pow (count, 0.3);
  return frequencies->small[count];
}

/* Makes of the shares of glosses in ROWS t in both directions.  */
static void
weigh_words (struct known_rows *rows, const struct known_texts *texts)
{
  size_t back = vocabulary_len (texts->vocabulary[TRANSLATION]);
  double *sums = mem_new (back, sizeof *sums);
  struct frequencies frequencies = { { 0 } };
  for (uint32_t z = 0; z < rows->terms; z++)
    {
      double sum = 0, c = frequency (&frequencies, texts->count[ORIGINAL][z]);
      for (size_t k = rows->start[z]; k < rows->start[z + 1]; k++)
        {
          struct known *item = &rows->items[k];
          double d = (double) item->given[ORIGINAL];
          double e = frequency (&frequencies,
                                texts->count[TRANSLATION][item->term]);
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
  struct reader *readers = mem_new (len, sizeof *readers);
  for (size_t d = 0; d < len; d++)
    reader_open (&readers[d], dictionaries[d], texts->vocabulary[TRANSLATION]);
  collect (words, hints, texts->vocabulary[ORIGINAL], readers, len);
  for (size_t d = 0; d < len; d++)
    reader_close (&readers[d]);
  free (readers);
  weigh_words (words, texts);
}
