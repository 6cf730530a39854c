/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the bytes of a dictionary that was made.  */
#include <stdlib.h>
#include <string.h>

#include "align/dictionary_maker_private.h"
#include "base/mem.h"
#include "base/utf8.h"

/* A word and its number, to be sorted.  */
struct sorted
{
  const char *text;
  size_t len;
  uint32_t word;
};

static int
compare_sorted (const void *a, const void *b)
{
  const struct sorted *x = a, *y = b;
  int order = memcmp (x->text, y->text, x->len < y->len ? x->len : y->len);
  return order ? order : (x->len > y->len) - (x->len < y->len);
}

static int
compare_meaning (const void *a, const void *b)
{
  const struct meaning *x = a, *y = b;
  if (x->word != y->word)
    return x->word < y->word ? -1 : 1;
  if (x->stem != y->stem)
    return x->stem < y->stem ? -1 : 1;
  return (x->parts > y->parts) - (x->parts < y->parts);
}

static void
add_number (struct buf *buf, size_t number)
{
  uint32_t value = (uint32_t) number;
  buf_add (buf, (const char *) &value, sizeof value);
}

/* The sections in the making, and how many items are in the last two.  */
struct image
{
  struct buf word_start, gloss_start, hint_start, stem_start, first;
  struct buf glosses, hints, words;
  size_t gloss_count, hint_count;
};

static void
image_glosses (struct image *image, const struct dictionary_maker *maker,
               const size_t *start, uint32_t word)
{
  for (size_t k = start[word]; k < start[word + 1]; k++)
    {
      const struct meaning *m = &maker->meanings.items[k];
      if (k > start[word] && m[-1].stem == m->stem)
        continue;
      struct dictionary_gloss gloss = { m->stem, m->parts };
      buf_add (&image->glosses, (const char *) &gloss, sizeof gloss);
      image->gloss_count++;
    }
}

static void
image_hints (struct image *image, const struct dictionary_maker *maker,
             const size_t *start, uint32_t word)
{
  for (size_t k = start[word]; k < start[word + 1]; k++)
    {
      buf_add (&image->hints, (const char *) &maker->hints.items[k].hint,
               sizeof maker->hints.items[k].hint);
      image->hint_count++;
    }
}

static int
compare_hint (const void *a, const void *b)
{
  const struct hint *x = a, *y = b;
  if (x->word != y->word)
    return x->word < y->word ? -1 : 1;
  return (x->hint.stem > y->hint.stem) - (x->hint.stem < y->hint.stem);
}

/* Where the LEN items of SIZE bytes that begin with a word's number, sorted by
   it, begin for each of WORDS words; one more at the end.  */
static size_t *
find_starts (const void *items, size_t len, size_t size, size_t words)
{
  size_t *start = mem_new (words + 2, sizeof *start);
  for (size_t k = 0; k < len; k++)
    {
      uint32_t word;
      memcpy (&word, (const char *) items + k * size, sizeof word);
      start[word + 1]++;
    }
  for (size_t w = 0; w < words; w++)
    start[w + 1] += start[w];
  return start;
}

/* qsort, which wants something to sort.  */
static void
sort (void *items, size_t len, size_t size,
      int (*compare) (const void *, const void *))
{
  if (len > 0)
    qsort (items, len, size, compare);
}

/* Fills the sections of the words, in their order.  */
static void
image_words (struct image *image, struct dictionary_maker *maker)
{
  size_t len = vocabulary_len (&maker->words);
  struct sorted *sorted = mem_new (len, sizeof *sorted);
  size_t *start = find_starts (maker->meanings.items, maker->meanings.len,
                               sizeof *maker->meanings.items, len);
  size_t *hint_start = find_starts (maker->hints.items, maker->hints.len,
                                    sizeof *maker->hints.items, len);
  unsigned next = 0;
  for (uint32_t w = 0; w < len; w++)
    {
      sorted[w].text
        = vocabulary_text (&maker->words, w, &sorted[w].len);
      sorted[w].word = w;
    }
  sort (sorted, len, sizeof *sorted, compare_sorted);
  for (size_t k = 0; k < len; k++)
    {
      size_t at = 0;
      unsigned cp = utf8_next (sorted[k].text, sorted[k].len, &at);
      for (; next <= cp && next < DICTIONARY_FIRSTS - 1; next++)
        add_number (&image->first, k);
      add_number (&image->word_start, image->words.len);
      add_number (&image->gloss_start, image->gloss_count);
      add_number (&image->hint_start, image->hint_count);
      buf_add (&image->words, sorted[k].text, sorted[k].len);
      image_glosses (image, maker, start, sorted[k].word);
      image_hints (image, maker, hint_start, sorted[k].word);
    }
  for (; next < DICTIONARY_FIRSTS; next++)
    add_number (&image->first, len);
  add_number (&image->word_start, image->words.len);
  add_number (&image->gloss_start, image->gloss_count);
  add_number (&image->hint_start, image->hint_count);
  free (start);
  free (hint_start);
  free (sorted);
}

static void
take_section (struct buf *out, struct buf *section)
{
  buf_add (out, buf_string (section), section->len);
  buf_free (section);
}

void
dictionary_maker_image (struct dictionary_maker *maker, struct buf *out)
{
  struct image image = { .gloss_count = 0 };
  sort (maker->meanings.items, maker->meanings.len,
        sizeof *maker->meanings.items, compare_meaning);
  sort (maker->hints.items, maker->hints.len, sizeof *maker->hints.items,
        compare_hint);
  image_words (&image, maker);
  size_t stems = vocabulary_len (&maker->stems);
  for (size_t s = 0; s <= stems; s++)
    add_number (&image.stem_start,
                maker->stems.starts.len ? maker->stems.starts.items[s] : 0);
  struct dictionary_header head
    = { .order = 0x01020304,
        .version = DICTIONARY_VERSION,
        .words = (uint32_t) vocabulary_len (&maker->words),
        .stems = (uint32_t) stems,
        .glosses = (uint32_t) image.gloss_count,
        .hints = (uint32_t) image.hint_count,
        .word_bytes = (uint32_t) image.words.len,
        .stem_bytes = (uint32_t) maker->stems.text.len };
  memcpy (head.magic, DICTIONARY_MAGIC, sizeof head.magic);
  buf_add (out, (const char *) &head, sizeof head);
  take_section (out, &image.word_start);
  take_section (out, &image.gloss_start);
  take_section (out, &image.hint_start);
  take_section (out, &image.stem_start);
  take_section (out, &image.first);
  take_section (out, &image.glosses);
  take_section (out, &image.hints);
  take_section (out, &image.words);
  buf_add (out, buf_string (&maker->stems.text), maker->stems.text.len);
}
