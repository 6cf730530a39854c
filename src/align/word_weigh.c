/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weighs how well words stand for each other.  */
#include "align/word_weigh.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "index/function_words.h"
#include "text/ascii.h"

/* Weights, set by hand on pairs of our own (tests/unit).  */
static const float LEARNED = 0.9F; /* of what was learned of a word */
static const float HINTED = 0.4F;  /* of what is known of its characters */
static const float SPELT = 1.2F;   /* of equal spelling */
static const float SOUNDS = 0.8F;  /* of a name in pinyin */

enum
{
  NAME_WORDS = 4, /* Chinese ones that make a name */
  CHARACTER = 3   /* bytes of one */
};

/* --- English words ------------------------------------------------------ */

static void
read_english (const struct link_word *word, struct english *english)
{
  size_t len = 0;
  for (size_t k = 0; k < word->len && len + 1 < STEM_SIZE; k++)
    english->lower[len++] = ascii_to_lower (word->text[k]);
  english->lower[len] = '\0';
  if (len > 2 && strcmp (english->lower + len - 2, "'s") == 0)
    english->lower[len -= 2] = '\0';
  else if (len > 4 && strcmp (english->lower + len - 4, "\u2019s") == 0)
    english->lower[len -= 4] = '\0';
  english->capital
    = word->len > 0 && ascii_is_upper ((unsigned char) *word->text);
  english->serves = function_word (english->lower, len);
}

static void
list_english (struct weighing *w)
{
  size_t len = w->len[TRANSLATION];
  char stem[STEM_SIZE];
  w->english = mem_new (len, sizeof *w->english);
  w->first = mem_new (len, sizeof *w->first);
  for (size_t e = len; e-- > 0;)
    {
      struct english *english = &w->english[e];
      read_english (&w->words[TRANSLATION].items[e], english);
      size_t stem_len
        = stem_word (english->lower, strlen (english->lower), stem);
      english->stem = vocabulary_add (&w->stems, stem, stem_len);
      /* Nothing before it: 0 - 1, which is UINT32_MAX.  */
      english->next = w->first[english->stem] - 1;
      w->first[english->stem] = (uint32_t) e + 1;
    }
}

/* --- weighing ----------------------------------------------------------- */

/* A character that serves the sentence (把, 就) stands for nothing but such an
   English word, whatever else it may mean elsewhere.  */
static void
raise (const struct weighing *w, size_t z, size_t e, float score)
{
  if (w->serves[z] && !w->english[e].serves)
    return;
  float *at = weighing_score (w, z, e);
  if (score > *at)
    *at = score;
}

/* Raises the scores of Chinese word Z and all English words of the stem.  */
static void
raise_stem (const struct weighing *w, size_t z, const char *stem, size_t len,
            float score)
{
  uint32_t number = vocabulary_find (&w->stems, stem, len);
  if (number == TERM_NONE)
    return;
  for (uint32_t e = w->first[number] - 1; e != UINT32_MAX;
       e = w->english[e].next)
    raise (w, z, e, score);
}

/* What is known of the LEN bytes at TEXT, a part of word Z.  */
static void
weigh_hints (const struct weighing *w, const struct dictionary *dictionary,
             size_t z, uint32_t word, float weight)
{
  size_t hints, len;
  const struct dictionary_hint *hint
    = dictionary_hints (dictionary, word, &hints);
  for (size_t k = 0; k < hints; k++)
    {
      const char *stem = dictionary_stem (dictionary, hint[k].stem, &len);
      raise_stem (w, z, stem, len,
                  weight * sqrtf (hint[k].given_char * hint[k].given_stem));
    }
}

static void
weigh_meanings (const struct weighing *w, const struct dictionary *dictionary,
                size_t z, uint32_t word)
{
  size_t meanings, len;
  const struct dictionary_gloss *gloss
    = dictionary_glosses (dictionary, word, &meanings);
  for (size_t k = 0; k < meanings; k++)
    {
      const char *stem = dictionary_stem (dictionary, gloss[k].stem, &len);
      raise_stem (w, z, stem, len, 1 / (float) gloss[k].parts);
    }
}

/* Weighs word Z by DICTIONARY: as it is, and by its characters.  */
static void
weigh_word (const struct weighing *w, const struct dictionary *dictionary,
            size_t z)
{
  const struct link_word *own = &w->words[ORIGINAL].items[z];
  uint32_t word = dictionary_find (dictionary, own->text, own->len);
  if (word != UINT32_MAX)
    weigh_meanings (w, dictionary, z, word);
  if (word != UINT32_MAX)
    weigh_hints (w, dictionary, z, word, LEARNED);
  for (size_t at = 0; at < own->len;)
    {
      size_t from = at;
      utf8_next (own->text, own->len, &at);
      if (at - from == own->len)
        return;
      word = dictionary_find (dictionary, own->text + from, at - from);
      if (word != UINT32_MAX)
        weigh_hints (w, dictionary, z, word, HINTED);
    }
}

static void
weigh_spelling (const struct weighing *w, size_t z)
{
  struct english own;
  read_english (&w->words[ORIGINAL].items[z], &own);
  for (size_t e = 0; e < w->len[TRANSLATION]; e++)
    if (own.lower[0] && strcmp (own.lower, w->english[e].lower) == 0)
      raise (w, z, e, SPELT);
}

/* Whether the pinyin of the words from Z on makes the English word NAME; then
   how many.  */
static size_t
spells (const struct weighing *w, size_t z, const char *name)
{
  size_t used = 0;
  for (; used < NAME_WORDS && z + used < w->len[ORIGINAL] && *name; used++)
    {
      const char *sound = w->words[ORIGINAL].items[z + used].sound;
      size_t len = sound ? strlen (sound) : 0;
      if (len == 0 || strncmp (name, sound, len) != 0)
        return 0;
      name += len;
    }
  return *name ? 0 : used;
}

/* Names: one English word for one or more Chinese ones, or two for one.  */
static void
weigh_names (const struct weighing *w)
{
  for (size_t e = 0; e < w->len[TRANSLATION]; e++)
    {
      char both[2 * STEM_SIZE];
      const struct english *english = &w->english[e];
      bool two = e + 1 < w->len[TRANSLATION] && english[1].capital;
      if (!english->capital)
        continue;
      strcpy (both, english->lower);
      strcat (both, two ? english[1].lower : "");
      for (size_t z = 0; z < w->len[ORIGINAL]; z++)
        {
          size_t used = spells (w, z, english->lower);
          size_t used_two = two ? spells (w, z, both) : 0;
          for (size_t k = 0; k < used; k++)
            raise (w, z + k, e, SOUNDS);
          size_t len = 0;
          for (size_t k = 0; k < used_two; k++)
            {
              bool second = len >= strlen (english->lower);
              raise (w, z + k, e + second, SOUNDS);
              len += strlen (w->words[ORIGINAL].items[z + k].sound);
            }
        }
    }
}

/* --- all of it ---------------------------------------------------------- */

static void
weigh_all (const struct weighing *w,
           const struct dictionary *const *dictionary, size_t count)
{
  for (size_t z = 0; z < w->len[ORIGINAL]; z++)
    {
      for (size_t k = 0; k < count; k++)
        weigh_word (w, dictionary[k], z);
      weigh_spelling (w, z);
    }
  weigh_names (w);
}

/* Single characters that serve the sentence.  */
static void
mark_serving (struct weighing *w)
{
  w->serves = mem_new (w->len[ORIGINAL], sizeof *w->serves);
  for (size_t z = 0; z < w->len[ORIGINAL]; z++)
    {
      const struct link_word *word = &w->words[ORIGINAL].items[z];
      w->serves[z]
        = word->len <= CHARACTER && function_word (word->text, word->len);
    }
}

void
weighing_fill (struct weighing *w, const struct link_words words[SIDES],
               const struct dictionary *const *dictionary, size_t count)
{
  *w = (struct weighing) { .words = words,
                           .len = { words[0].len, words[1].len } };
  list_english (w);
  mark_serving (w);
  w->score = mem_new (w->len[0] * w->len[1], sizeof *w->score);
  weigh_all (w, dictionary, count);
}

void
weighing_free (struct weighing *w)
{
  vocabulary_free (&w->stems);
  free (w->english);
  free (w->first);
  free (w->serves);
  free (w->score);
}
