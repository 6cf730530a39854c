/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which words of a bead stand for each other.  */
#include "align/word_links.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "align/word_weigh.h"
#include "base/mem.h"

/* Thresholds, set by hand on pairs of our own (tests/unit).  */
static const float LEAST = 0.15F; /* of a link */
static const float JOINS = 0.1F;  /* of one of several words */
static const float MORE = 0.05F;  /* what each further word adds */
static const float APART = 0.4F;  /* what the greatest distance takes away */

enum
{
  PAIRS_MOST = 1 << 22, /* more are not weighed: no sentence has them */
  NEAR = 3              /* how far apart the words of a group may be */
};

/* What is weighed, and the words that have been linked.  */
struct linking
{
  struct weighing weighing;
  bool *taken[SIDES];
};

/* Chinese word Z and the English words from E to LAST that have a score with
   it; what stands between them serves.  */
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
distance (const struct linking *l, size_t z, size_t e)
{
  float a = (float) z / (float) l->weighing.len[ORIGINAL];
  float b = (float) e / (float) l->weighing.len[TRANSLATION];
  return fabsf (a - b);
}

/* Whether the stem of English word E is one of those from FIRST on.  */
static bool
is_repeated (const struct linking *l, size_t first, size_t e)
{
  for (size_t k = first; k < e; k++)
    if (l->weighing.english[k].stem == l->weighing.english[e].stem)
      return true;
  return false;
}

/* Adds the groups of Z that begin with E: each a word longer than the one
   before, as long as the words belong to one meaning.  */
static void
add_groups (const struct linking *l, size_t z, size_t e,
            struct groups *groups)
{
  float sum = 0, near = 1 - APART * distance (l, z, e);
  size_t words = 0, before = e;
  for (size_t k = e; k < l->weighing.len[TRANSLATION] && k - before <= NEAR; k++)
    {
      float own = *weighing_score (&l->weighing, z, k);
      if (own < JOINS && l->weighing.english[k].serves)
        continue;
      if (own < JOINS || is_repeated (l, e, k))
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
is_free (const struct linking *l, const struct group *group)
{
  if (l->taken[ORIGINAL][group->z])
    return false;
  for (size_t e = group->e; e <= group->last; e++)
    if (l->taken[TRANSLATION][e]
        && *weighing_score (&l->weighing, group->z, e) >= JOINS)
      return false;
  return true;
}

static void
link_pair (const struct linking *l, size_t z, size_t e,
           struct word_links *links)
{
  l->taken[ORIGINAL][z] = l->taken[TRANSLATION][e] = true;
  VEC_PUSH (links, (struct word_link) { { z, e } });
}

/* Links the strongest groups of free words.  */
static void
link_strongest (const struct linking *l, struct word_links *links)
{
  struct groups groups = { 0 };
  for (size_t z = 0; z < l->weighing.len[ORIGINAL]; z++)
    for (size_t e = 0; e < l->weighing.len[TRANSLATION]; e++)
      if (*weighing_score (&l->weighing, z, e) >= JOINS)
        add_groups (l, z, e, &groups);
  if (groups.len > 0)
    qsort (groups.items, groups.len, sizeof *groups.items, compare_group);
  for (size_t k = 0; k < groups.len; k++)
    {
      const struct group *group = &groups.items[k];
      if (!is_free (l, group))
        continue;
      for (size_t e = group->e; e <= group->last; e++)
        if (*weighing_score (&l->weighing, group->z, e) >= JOINS)
          link_pair (l, group->z, e, links);
    }
  VEC_FREE (&groups);
}

/* Joins free Chinese words to the link of the word beside them: parts of a
   name, a word that was cut in two.  */
static void
join_chinese (const struct linking *l, size_t fixed,
              struct word_links *links)
{
  for (size_t k = fixed; k < links->len; k++)
    for (int side = -1; side <= 1; side += 2)
      {
        struct word_link link = links->items[k];
        size_t z = link.word[0] + (size_t) side;
        if (z < l->weighing.len[ORIGINAL] && !l->taken[ORIGINAL][z]
            && *weighing_score (&l->weighing, z, link.word[1]) >= 2 * LEAST)
          link_pair (l, z, link.word[1], links);
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

void
word_links_find (const struct link_words words[SIDES],
                 const struct dictionary *const *dictionary, size_t count,
                 struct word_links *links)
{
  struct linking l;
  size_t fixed = links->len;
  if (words[0].len == 0 || words[1].len == 0
      || words[0].len > PAIRS_MOST / words[1].len)
    return;
  weighing_fill (&l.weighing, words, dictionary, count);
  for (enum side s = 0; s < SIDES; s++)
    l.taken[s] = mem_new (words[s].len, sizeof *l.taken[s]);
  for (size_t k = 0; k < fixed; k++)
    for (enum side s = 0; s < SIDES; s++)
      l.taken[s][links->items[k].word[s]] = true;
  link_strongest (&l, links);
  join_chinese (&l, fixed, links);
  if (links->len > 0)
    qsort (links->items, links->len, sizeof *links->items, compare_link);
  weighing_free (&l.weighing);
  free (l.taken[0]);
  free (l.taken[1]);
}
