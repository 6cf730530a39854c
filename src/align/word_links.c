/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which words of a bead stand for each other.  */
#include "align/word_links.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "base/vocabulary.h"
#include "index/function_words.h"
#include "text/ascii.h"
#include "text/stem.h"

/* Weights and thresholds; set by hand on pairs of our own (tests/unit).  */
static const float LEARNED = 0.9F;  /* of what was learned of a word */
static const float HINTED = 0.4F;   /* of what is known of its characters */
static const float SPELT = 1.2F;    /* of equal spelling */
static const float SOUNDS = 0.8F;   /* of a name in pinyin */
static const float LEAST = 0.15F;   /* of a link */
static const float JOINS = 0.1F;    /* of one of several words */
static const float MORE = 0.05F;    /* what each further word adds */
static const float APART = 0.4F;    /* what the greatest distance takes away */

/* More pairs than this are not weighed: no sentence has them.  */
enum { PAIRS_MOST = 1 << 22, NAME_WORDS = 4, NEAR = 3, CHARACTER = 3 };

/* An English word as it is compared.  */
struct english
{
  char lower[STEM_SIZE];
  uint32_t stem; /* in the vocabulary */
  uint32_t next; /* the next word of that stem; UINT32_MAX: none */
  bool capital;
  bool serves;
};

struct weighing
{
  const struct link_words *words;
  size_t len[SIDES];
  struct english *english;
  bool *serves; /* which Chinese ones are such characters */
  struct vocabulary stems;
  uint32_t *first; /* the first word of each stem, and 1; 0: none */
  float *score;    /* [chinese * len[TRANSLATION] + english] */
  bool *taken[SIDES];
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

static float *
score_at (const struct weighing *w, size_t z, size_t e)
{
  return &w->score[z * w->len[TRANSLATION] + e];
}

/* A character that serves the sentence (把, 就) stands for nothing but such an
   English word, whatever else it may mean elsewhere.  */
static void
raise (const struct weighing *w, size_t z, size_t e, float score)
{
  if (w->serves[z] && !w->english[e].serves)
    return;
  float *at = score_at (w, z, e);
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

/* Whether the pinyin of the words from Z on makes the English word NAME; then how
   many.  */
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

/* --- linking ------------------------------------------------------------ */

/* Chinese word Z and the English words from E to LAST that have a score with it;
   what stands between them serves.  */
struct group
{
  float score;
  uint32_t z;
  uint32_t e;
  uint32_t last;
};

struct groups VEC (struct group);

static int
compare_group (const void *a, const void *b)
{
  const struct group *x = a, *y = b;
  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  if (x->z != y->z)
    return x->z < y->z ? -1 : 1;
  return (x->e > y->e) - (x->e < y->e);
}

/* How far apart Z and E stand in their sentences, 0 to 1.  */
static float
distance (const struct weighing *w, size_t z, size_t e)
{
  float a = (float) z / (float) w->len[ORIGINAL];
  float b = (float) e / (float) w->len[TRANSLATION];
  return fabsf (a - b);
}

/* Whether the stem of English word E is one of those from FIRST on.  */
static bool
is_repeated (const struct weighing *w, size_t first, size_t e)
{
  for (size_t k = first; k < e; k++)
    if (w->english[k].stem == w->english[e].stem)
      return true;
  return false;
}

/* Adds the groups of Z that begin with E: each a word longer than the one before,
   as long as the words belong to one meaning.  */
static void
add_groups (const struct weighing *w, size_t z, size_t e,
            struct groups *groups)
{
  float sum = 0, near = 1 - APART * distance (w, z, e);
  size_t words = 0, before = e;
  for (size_t k = e; k < w->len[TRANSLATION] && k - before <= NEAR; k++)
    {
      float own = *score_at (w, z, k);
      if (own < JOINS && w->english[k].serves)
        continue;
      if (own < JOINS || is_repeated (w, e, k))
        return;
      before = k;
      sum += own;
      words++;
      float score = sum < 1 ? sum : 1 + MORE * (float) (words - 1);
      if (own > score)
        score = own;
      if (score * near >= LEAST)
        VEC_PUSH (groups, (struct group) { score * near, (uint32_t) z,
                                           (uint32_t) e, (uint32_t) k });
    }
}

/* Whether all that GROUP links is free.  */
static bool
is_free (const struct weighing *w, const struct group *group)
{
  if (w->taken[ORIGINAL][group->z])
    return false;
  for (size_t e = group->e; e <= group->last; e++)
    if (w->taken[TRANSLATION][e]
        && *score_at (w, group->z, e) >= JOINS)
      return false;
  return true;
}

static void
link_pair (const struct weighing *w, size_t z, size_t e,
           struct word_links *links)
{
  w->taken[ORIGINAL][z] = w->taken[TRANSLATION][e] = true;
  VEC_PUSH (links, (struct word_link) { { z, e } });
}

/* Links the strongest groups of free words.  */
static void
link_strongest (const struct weighing *w, struct word_links *links)
{
  struct groups groups = { 0 };
  for (size_t z = 0; z < w->len[ORIGINAL]; z++)
    for (size_t e = 0; e < w->len[TRANSLATION]; e++)
      if (*score_at (w, z, e) >= JOINS)
        add_groups (w, z, e, &groups);
  if (groups.len > 0)
    qsort (groups.items, groups.len, sizeof *groups.items, compare_group);
  for (size_t k = 0; k < groups.len; k++)
    {
      const struct group *group = &groups.items[k];
      if (!is_free (w, group))
        continue;
      for (size_t e = group->e; e <= group->last; e++)
        if (*score_at (w, group->z, e) >= JOINS)
          link_pair (w, group->z, e, links);
    }
  VEC_FREE (&groups);
}

/* Joins free Chinese words to the link of the word beside them: parts of a name,
   a word that was cut in two.  */
static void
join_chinese (const struct weighing *w, size_t fixed,
              struct word_links *links)
{
  for (size_t k = fixed; k < links->len; k++)
    for (int side = -1; side <= 1; side += 2)
      {
        struct word_link link = links->items[k];
        size_t z = link.word[0] + (size_t) side;
        if (z < w->len[ORIGINAL] && !w->taken[ORIGINAL][z]
            && *score_at (w, z, link.word[1]) >= 2 * LEAST)
          link_pair (w, z, link.word[1], links);
      }
}

static int
compare_link (const void *a, const void *b)
{
  const struct word_link *x = a, *y = b;
  for (enum side s = 0; s < SIDES; s++)
    if (x->word[s] != y->word[s])
      return x->word[s] < y->word[s] ? -1 : 1;
  return 0;
}

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

void
word_links_find (const struct link_words words[SIDES],
                 const struct dictionary *const *dictionary, size_t count,
                 struct word_links *links)
{
  struct weighing w
    = { .words = words, .len = { words[0].len, words[1].len } };
  size_t fixed = links->len;
  if (w.len[0] == 0 || w.len[1] == 0 || w.len[0] > PAIRS_MOST / w.len[1])
    return;
  list_english (&w);
  w.serves = mem_new (w.len[0], sizeof *w.serves);
  for (size_t z = 0; z < w.len[0]; z++)
    w.serves[z] = words[ORIGINAL].items[z].len <= CHARACTER
                  && function_word (words[ORIGINAL].items[z].text,
                                    words[ORIGINAL].items[z].len);
  w.score = mem_new (w.len[0] * w.len[1], sizeof *w.score);
  for (enum side s = 0; s < SIDES; s++)
    w.taken[s] = mem_new (w.len[s], sizeof *w.taken[s]);
  for (size_t k = 0; k < fixed; k++)
    for (enum side s = 0; s < SIDES; s++)
      w.taken[s][links->items[k].word[s]] = true;
  weigh_all (&w, dictionary, count);
  link_strongest (&w, links);
  join_chinese (&w, fixed, links);
  if (links->len > 0)
    qsort (links->items, links->len, sizeof *links->items, compare_link);
  vocabulary_free (&w.stems);
  free (w.english);
  free (w.first);
  free (w.serves);
  free (w.score);
  free (w.taken[0]);
  free (w.taken[1]);
}
