/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Collocates: counted in two rounds, so that only what is near a term takes
   memory.  */
#include "index/collocates.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "index/collocates_private.h"
#include "index/running.h"
#include "text/breaks.h"

/* A word takes two steps of a window, a Chinese character one.  */
enum { WORD_STEPS = 2 };

struct collocates *
collocates_new (size_t window, const struct word_finder *finder)
{
  struct collocates *c = mem_new (1, sizeof *c);
  c->window = window;
  if (finder)
    c->finder = *finder;
  return c;
}

void
collocates_free (struct collocates *c)
{
  if (!c)
    return;
  tally_free (&c->near);
  tally_free (&c->chosen);
  free (c->within);
  free (c->worth);
  free (c);
}

/* --- words -------------------------------------------------------------- */

bool
collocate_is_run (const char *text, size_t len)
{
  size_t at = 0;
  return breaks_square (utf8_next (text, len, &at));
}

size_t
collocate_run (const char *text, size_t len)
{
  size_t count = 0;
  bool square = collocate_is_run (text, len);
  for (size_t i = 0; square && i < len; i++)
    count += ((unsigned char) text[i] & 0xC0) != 0x80;
  return count;
}

size_t
collocate_key (const char *text, size_t len, char stem[STEM_SIZE],
               const char **key)
{
  bool square = collocate_is_run (text, len);
  *key = square ? text : stem;
  return square ? len : stem_word (text, len, stem);
}

/* --- near --------------------------------------------------------------- */

/* A sentence with what stands where.  */
struct scene
{
  struct buf folded;
  struct runnings words;
  unsigned char *place; /* of each word */
  struct cut_words cut; /* where a dictionary cuts it */
};

enum { PLACE_FAR, PLACE_TERM, PLACE_LEFT, PLACE_RIGHT };

static void
scene_free (struct scene *scene)
{
  buf_free (&scene->folded);
  VEC_FREE (&scene->words);
  VEC_FREE (&scene->cut);
  free (scene->place);
}

static size_t
steps_of (const struct running *word)
{
  return word->square ? 1 : WORD_STEPS;
}

/* Marks the words from FIRST on, forwards or backwards, that are at most WINDOW
   words away.  */
static void
mark_near (struct scene *scene, size_t first, bool left, size_t window)
{
  size_t used = 0, most = window * WORD_STEPS;
  for (size_t i = first; left ? i > 0 : i < scene->words.len;)
    {
      size_t at = left ? --i : i++;
      used += steps_of (&scene->words.items[at]);
      if (used > most || scene->place[at] == PLACE_TERM)
        return;
      if (scene->place[at] == PLACE_FAR)
        scene->place[at] = left ? PLACE_LEFT : PLACE_RIGHT;
    }
}

/* Makes the scene of SENTENCE with the term at the COUNT ranges MATCHES.  */
static void
scene_make (struct scene *scene, const char *text, struct range sentence,
            const struct range *matches, size_t count, size_t window)
{
  *scene = (struct scene) { .folded = BUF_INIT };
  running_words (text, sentence, &scene->folded, &scene->words);
  scene->place = mem_new (scene->words.len, 1);
  for (size_t i = 0, m = 0; i < scene->words.len && m < count; i++)
    {
      struct range word = scene->words.items[i].source;
      while (m < count && matches[m].end <= word.start)
        m++;
      if (m < count && range_overlaps (matches[m], word))
        scene->place[i] = PLACE_TERM;
    }
  for (size_t i = 0; i < scene->words.len; i++)
    if (scene->place[i] == PLACE_TERM)
      {
        mark_near (scene, i, true, window);
        mark_near (scene, i + 1, false, window);
      }
}

/* The bytes of the run of LEN words from word FIRST on; empty where it is broken
   by punctuation or the sentence's end, or is no run of Chinese (a word of
   letters: a run of one).  *SLOT tells of what kind it is.  */
static struct range
run_at (const struct scene *scene, size_t first, size_t len, size_t *slot)
{
  const struct running *words = scene->words.items;
  struct range range = words[first].folded;
  *slot = words[first].square ? len : 0;
  if (len == 1)
    return range;
  const struct running *last = &words[first + len - 1];
  bool whole = words[first].square && last->square && !last->apart;
  return whole ? (struct range) { range.start, last->folded.end }
               : (struct range) { 0, 0 };
}

static bool
is_near (const struct scene *scene, size_t at)
{
  return scene->place[at] == PLACE_LEFT || scene->place[at] == PLACE_RIGHT;
}

/* The first word of the cut that begins at START or behind it.  */
static size_t
cut_from (const struct cut_words *cut, size_t start)
{
  size_t low;
  VEC_PLACE (cut, low, middle, cut->items[middle].range.start < start);
  return low;
}

/* Whether the run of LEN words from FIRST on is cut out by a dictionary, where one
   was asked: at its beginning and its end a word begins or ends, or the term.  */
static bool
is_cut_out (const struct scene *scene, size_t first, size_t len)
{
  const struct cut_words *cut = &scene->cut;
  const struct running *words = scene->words.items;
  size_t behind = first + len;
  size_t start = words[first].source.start, end = words[behind - 1].source.end;
  size_t at = cut_from (cut, start);
  bool begins = (first > 0 && scene->place[first - 1] == PLACE_TERM)
                || (at < cut->len && cut->items[at].range.start == start);
  bool ends = behind < scene->words.len
              && scene->place[behind] == PLACE_TERM;
  for (; !ends && at < cut->len && cut->items[at].range.start < end; at++)
    ends = cut->items[at].range.end == end;
  return cut->len == 0 || (begins && ends);
}

/* Counts the runs that begin with word FIRST and are near.  */
static void
count_near (struct collocates *c, const struct scene *scene, size_t first)
{
  bool left = scene->place[first] == PLACE_LEFT;
  size_t slot;
  for (size_t len = 1; len <= COLLOCATE_RUN && first + len <= scene->words.len
                       && is_near (scene, first + len - 1);
       len++)
    {
      struct range run = run_at (scene, first, len, &slot);
      if (range_len (run) == 0)
        return;
      const char *bytes = scene->folded.data + run.start;
      tally_add (&c->near, bytes, range_len (run), 1);
      struct tallied *item = tally_find (&c->near, bytes, range_len (run));
      item->other += left;
      item->third += !is_cut_out (scene, first, len);
      c->near_slots.of[slot]++;
    }
}

void
collocates_near (struct collocates *c, const char *text,
                 struct range sentence, const struct ranges *matches)
{
  struct scene scene;
  enum { MOST = 60000 };
  const struct ranges none = { 0 };
  scene_make (&scene, text, sentence, matches->items, matches->len,
              c->window);
  if (c->finder.find)
    word_cut (text, sentence, &none, &c->finder, &scene.cut);
  for (size_t i = 0; i < scene.words.len; i++)
    if (is_near (&scene, i))
      count_near (c, &scene, i);
  scene_free (&scene);
  /* What was seen but once among so many is let go, and begins anew.  */
  for (uint32_t least = 2; c->near.items.len > MOST; least++)
    tally_prune (&c->near, least);
}

/* --- counting ----------------------------------------------------------- */

static void
count_from (struct collocates *c, const struct scene *scene, size_t first)
{
  size_t slot;
  for (size_t len = 1;
       len <= COLLOCATE_RUN && first + len <= scene->words.len; len++)
    {
      struct range run = run_at (scene, first, len, &slot);
      if (range_len (run) == 0)
        return;
      char stem[STEM_SIZE];
      const char *key;
      size_t size = collocate_key (scene->folded.data + run.start,
                                   range_len (run), stem, &key);
      struct tallied *item = tally_find (&c->chosen, key, size);
      if (item)
        item->count++;
      c->all_slots.of[slot]++;
    }
}

void
collocates_count (struct collocates *c, const char *text, struct range range)
{
  struct scene scene = { .folded = BUF_INIT };
  running_words (text, range, &scene.folded, &scene.words);
  for (size_t i = 0; i < scene.words.len; i++)
    count_from (c, &scene, i);
  scene_free (&scene);
}

/* --- one occurrence ----------------------------------------------------- */

bool
collocates_stands_near (const char *text, struct range sentence,
                        struct range match, const char *word, size_t window)
{
  struct scene scene;
  char stem[STEM_SIZE], other[STEM_SIZE];
  const char *key, *found;
  size_t len = collocate_key (word, strlen (word), stem, &key), slot;
  size_t run = collocate_run (word, strlen (word));
  bool near = false;
  scene_make (&scene, text, sentence, &match, 1, window);
  run = run ? run : 1;
  for (size_t i = 0; i + run <= scene.words.len && !near; i++)
    {
      bool whole = true;
      for (size_t k = 0; k < run; k++)
        whole = whole && is_near (&scene, i + k);
      struct range r = { 0, 0 };
      if (whole)
        r = run_at (&scene, i, run, &slot);
      if (range_len (r) > 0)
        near = collocate_key (scene.folded.data + r.start, range_len (r), other,
                       &found) == len
               && memcmp (found, key, len) == 0;
    }
  scene_free (&scene);
  return near;
}
