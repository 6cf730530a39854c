/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers what a dictionary says.  */
#include "align/dictionary_maker_private.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "align/lexicon.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "text/stem.h"

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
