/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the bytes of a dictionary.  */
#include "align/dictionary_maker.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "align/dictionary_image.h"
#include "align/lexicon.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "base/vocabulary.h"
#include "text/stem.h"

/* A stem of a meaning of a word.  */
struct meaning
{
  uint32_t word;
  uint32_t stem;
  uint32_t parts;
};

struct meanings VEC (struct meaning);

struct hint
{
  uint32_t word;
  struct dictionary_hint hint;
};

struct hints VEC (struct hint);

struct dictionary_maker
{
  struct vocabulary words;
  struct vocabulary stems;
  struct meanings meanings;
  struct hints hints;
  struct term_starts glosses; /* where each gloss ends in MEANINGS */
};

enum { PARTS_MOST = 12 };

/* Words that serve and mean little, sorted; what dictionaries write for
   "somebody" and "something" among them.  */
static const char *const serving[]
  = { "a",    "abbr", "also", "an",  "and",  "as",   "at",   "be",  "by",
      "esp",  "etc",  "for",  "from", "idiom", "in", "into", "lit", "of",
      "on",   "one's", "onto", "or", "sb",   "sb's", "so",  "sth", "that",
      "the",  "to",   "used", "with" };

struct dictionary_maker *
dictionary_maker_new (void)
{
  return mem_new (1, sizeof (struct dictionary_maker));
}

void
dictionary_maker_free (struct dictionary_maker *maker)
{
  vocabulary_free (&maker->words);
  vocabulary_free (&maker->stems);
  VEC_FREE (&maker->meanings);
  VEC_FREE (&maker->hints);
  VEC_FREE (&maker->glosses);
  free (maker);
}

static int
compare_text (const void *key, const void *row)
{
  return strcmp (key, *(const char *const *) row);
}

static bool
serves (const char *word)
{
  return bsearch (word, serving, sizeof serving / sizeof *serving,
                  sizeof *serving, compare_text) != NULL;
}

/* The stems of one meaning: from *AT to the semicolon or END.  */
static size_t
read_meaning (struct dictionary_maker *maker, const char *text, size_t *at,
              size_t end, uint32_t stems[PARTS_MOST])
{
  size_t count = 0, len = 0;
  int depth = 0;
  char word[STEM_SIZE + 1], stem[STEM_SIZE];
  for (;; ++*at)
    {
      char c = *at < end ? text[*at] : ';';
      bool inside = isalnum ((unsigned char) c) || (c & 0x80)
                    || (c == '\'' && len > 0);
      if (depth == 0 && inside && len < STEM_SIZE)
        word[len++] = (char) tolower ((unsigned char) c);
      if (!inside && len > 0)
        {
          while (len > 0 && word[len - 1] == '\'')
            len--;
          word[len] = '\0';
          if (!serves (word) && count < PARTS_MOST)
            {
              if (len > 2 && strcmp (word + len - 2, "'s") == 0)
                len -= 2;
              len = stem_word (word, len, stem);
              stems[count++] = vocabulary_add (&maker->stems, stem, len);
            }
          len = 0;
        }
      depth += c == '(' || c == '[';
      depth -= (c == ')' || c == ']') && depth > 0;
      if (*at >= end || (c == ';' && depth == 0))
        return count;
    }
}

void
dictionary_maker_add (struct dictionary_maker *maker, const char *word,
                      size_t word_len, const char *gloss, size_t gloss_len)
{
  uint32_t number = vocabulary_add (&maker->words, word, word_len);
  for (size_t at = 0; at < gloss_len; at++)
    {
      uint32_t stems[PARTS_MOST];
      size_t count = read_meaning (maker, gloss, &at, gloss_len, stems);
      for (size_t k = 0; k < count; k++)
        VEC_PUSH (&maker->meanings,
                  (struct meaning) { number, stems[k], (uint32_t) count });
      if (count > 0)
        VEC_PUSH (&maker->glosses, (uint32_t) maker->meanings.len);
    }
}

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

/* The characters of word WORD among the words; added where they are none.  */
static size_t
word_chars (struct dictionary_maker *maker, uint32_t word, uint32_t *chars)
{
  size_t len, count = 0, at = 0;
  char text[256];
  const char *own = vocabulary_text (&maker->words, word, &len);
  if (len > sizeof text)
    return 0;
  memcpy (text, own, len);
  while (at < len)
    {
      size_t from = at;
      utf8_next (text, len, &at);
      uint32_t c = vocabulary_add (&maker->words, text + from, at - from);
      size_t k = 0;
      while (k < count && chars[k] != c)
        k++;
      if (k == count)
        chars[count++] = c;
    }
  return count;
}

/* The bag of the gloss of meanings FROM to TO, at CHARS; returns where the next
   one may begin.  */
static uint32_t *
gloss_bag (struct dictionary_maker *maker, size_t from, size_t to,
           uint32_t *at, struct bags *bags)
{
  struct bag bag = { { at, NULL }, { 0, 0 } };
  bag.len[ORIGINAL]
    = word_chars (maker, maker->meanings.items[from].word, at);
  at += bag.len[ORIGINAL];
  bag.terms[TRANSLATION] = at;
  for (size_t k = from; k < to; k++)
    {
      size_t seen = 0;
      while (seen < bag.len[TRANSLATION]
             && bag.terms[TRANSLATION][seen] != maker->meanings.items[k].stem)
        seen++;
      if (seen == bag.len[TRANSLATION])
        {
          *at++ = maker->meanings.items[k].stem;
          bag.len[TRANSLATION]++;
        }
    }
  VEC_PUSH (bags, bag);
  return at;
}

/* Adds the pairs of LEXICON that are more than chance.  */
static void
take_hints (struct dictionary_maker *maker, const struct lexicon *lexicon)
{
  static const float LEAST = 0.01F, ONE = LEXICON_ONE;
  const size_t *start = lexicon->start[ORIGINAL];
  for (uint32_t w = 0; w < lexicon->terms[ORIGINAL]; w++)
    for (size_t p = start[w]; p < start[w + 1]; p++)
      {
        uint32_t stem = lexicon->term[ORIGINAL][p];
        float there = (float) lexicon->count[ORIGINAL][p];
        float back
          = (float) lexicon->count[TRANSLATION][lexicon->back[p]];
        float total[SIDES] = { (float) lexicon->total[ORIGINAL][w],
                               (float) lexicon->total[TRANSLATION][stem] };
        struct hint hint
          = { w, { stem, there / (total[0] + ONE), back / (total[1] + ONE) } };
        if (hint.hint.given_char >= LEAST || hint.hint.given_stem >= LEAST)
          VEC_PUSH (&maker->hints, hint);
      }
}

void
dictionary_maker_learn (struct dictionary_maker *maker)
{
  struct bags bags = { 0 };
  struct lexicon lexicon;
  size_t glosses = maker->glosses.len;
  size_t room = glosses * (256 + PARTS_MOST) / 8;
  uint32_t *terms = mem_new (room + 4096, sizeof *terms);
  uint32_t *at = terms;
  for (size_t g = 0; g < glosses && at < terms + room; g++)
    at = gloss_bag (maker, g ? maker->glosses.items[g - 1] : 0,
                    maker->glosses.items[g], at, &bags);
  size_t count[SIDES] = { vocabulary_len (&maker->words),
                          vocabulary_len (&maker->stems) };
  lexicon_learn (&lexicon, &bags, count, NULL, 1, 4, NULL);
  take_hints (maker, &lexicon);
  lexicon_free (&lexicon);
  VEC_FREE (&bags);
  free (terms);
}

void
dictionary_maker_hint (struct dictionary_maker *maker, const char *word,
                       size_t word_len, const char *stem, size_t stem_len,
                       const float given[2])
{
  struct hint hint
    = { vocabulary_add (&maker->words, word, word_len),
        { vocabulary_add (&maker->stems, stem, stem_len), given[0],
          given[1] } };
  VEC_PUSH (&maker->hints, hint);
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
