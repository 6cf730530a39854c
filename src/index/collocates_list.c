/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Collocates: which words are weighed, and the list of them.  */
#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "index/association.h"
#include "index/collocates.h"
#include "index/collocates_private.h"
#include "index/function_words.h"

/* Those seen most often near the term are weighed.  */
enum { CHOSEN = 5000, LEAST = 2, LEAST_LONG = 3 };

/* --- choosing ----------------------------------------------------------- */

/* How many bytes the first, or with LAST the last, character of TEXT has.  */
static size_t
edge_bytes (const char *text, size_t len, bool last)
{
  size_t at = last ? len - 1 : 1;
  while (last ? at > 0 && ((unsigned char) text[at] & 0xC0) == 0x80
              : at < len && ((unsigned char) text[at] & 0xC0) == 0x80)
    at += last ? (size_t) -1 : 1;
  return last ? len - at : at;
}

static bool
is_number (const char *text, size_t len)
{
  for (size_t i = 0; i < len; i++)
    if (!isdigit ((unsigned char) text[i]))
      return false;
  return true;
}

/* Whether the word could be a term at all.  */
static bool
is_sound (const char *text, size_t len)
{
  size_t first = edge_bytes (text, len, false);
  size_t last = edge_bytes (text, len, true);
  return len > 1 && !function_word (text, len) && !is_number (text, len)
         && !function_character (text, first)
         && !function_character (text + len - last, last);
}

/* Where run ITEM is longer than another by a character at its beginning or end,
   notes how often it was seen for that one, if that is more often than any
   other.  */
static void
look_longer (struct collocates *c, const struct tallied *item)
{
  const char *text = tally_text (&c->near, item);
  if (!collocate_is_run (text, item->len) || !is_sound (text, item->len))
    return;
  size_t cut[] = { edge_bytes (text, item->len, false),
                   edge_bytes (text, item->len, true) };
  for (size_t k = 0; k < 2 && cut[k] < item->len; k++)
    {
      const struct tallied *part
        = tally_find (&c->near, k == 0 ? text + cut[0] : text,
                      item->len - cut[k]);
      size_t index = part ? (size_t) (part - c->near.items.items) : 0;
      if (part && c->within[index] < item->count)
        c->within[index] = item->count;
    }
}

/* Hardly ever alone: three times in four it is part of one longer run; a single
   character, which is rarely a word, one time in three.  */
static bool
is_part (uint32_t count, uint32_t within, size_t run)
{
  unsigned long long part = within, all = count;
  return run == 1 ? part * 3 >= all : part * 4 >= all * 3;
}

/* Whether a run of three characters or more ends with a word of place or time
   (上, 中): then it is a phrase, not a term.  */
static bool
is_phrase (const char *text, size_t len, size_t run)
{
  static const char *const ends[]
    = { "上", "中", "里", "后", "前", "时", "下", "内", "间", "裡", "後", "時",
        "內", "間" };
  for (size_t i = 0; run >= 3 && i < sizeof ends / sizeof *ends; i++)
    if (memcmp (text + len - strlen (ends[i]), ends[i], strlen (ends[i])) == 0)
      return true;
  return false;
}

static int
by_count (const void *a, const void *b)
{
  const struct tallied *p = a, *q = b;
  if (p->count != q->count)
    return p->count < q->count ? 1 : -1;
  return (p->start > q->start) - (p->start < q->start);
}

/* Takes the form with index INDEX of `near` into what is chosen; of a stem the
   first form is kept, and gets the counts of the others.  */
static void
choose_form (struct collocates *c, struct tallied *form, uint32_t index,
             struct tallied *items)
{
  char stem[STEM_SIZE];
  const char *key;
  size_t len
    = collocate_key (tally_text (&c->near, form), form->len, stem, &key);
  struct tallied *chosen = tally_find (&c->chosen, key, len);
  if (chosen)
    {
      items[chosen->other].count += form->count;
      items[chosen->other].other += form->other;
    }
  else
    {
      tally_add (&c->chosen, key, len, 0);
      tally_find (&c->chosen, key, len)->other = index;
    }
}

/* How often the LEN bytes at TEXT are near.  */
static double
count_of (const struct collocates *c, const char *text, size_t len)
{
  const struct tallied *item = tally_find (&c->near, text, len);
  return item ? item->count : 0;
}

/* Whether a run of two characters or more is seen more often than its parts, a
   character at either end and the rest, would meet by chance.  */
static bool
holds_together (const struct collocates *c, const char *text, size_t len,
                double count)
{
  enum { TIMES = 3 };
  size_t first = edge_bytes (text, len, false);
  size_t last = edge_bytes (text, len, true);
  double all = c->near_slots.of[1];
  struct contingency front
    = { count, count_of (c, text, first),
        count_of (c, text + first, len - first), all };
  struct contingency back
    = { count, count_of (c, text, len - last),
        count_of (c, text + len - last, last), all };
  return first == len
         || (count >= TIMES * association_expected (&front)
             && count >= TIMES * association_expected (&back));
}

/* Whether ITEM can be a collocate.  A form of letters that was seen once may have
   another of its stem.  */
static bool
is_worth (const struct collocates *c, const struct tallied *item,
          uint32_t within)
{
  const char *text = tally_text (&c->near, item);
  size_t run = collocate_run (text, item->len);
  uint32_t least = run >= 3 ? LEAST_LONG : LEAST;
  bool piece = 2 * (unsigned long long) item->third > item->count;
  return is_sound (text, item->len)
         && (run == 0
             || (item->count >= least && !piece && !is_part (item->count, within, run)
                 && !is_phrase (text, item->len, run)
                 && holds_together (c, text, item->len, item->count)));
}

/* Keeps what is worth it and was seen most often.  */
static void
choose_worthy (struct collocates *c)
{
  size_t len = c->near.items.len, kept = 0;
  struct tallied *items = c->near.items.items;
  for (size_t i = 0; i < len; i++)
    if (c->worth[i])
      items[kept++] = items[i];
  if (kept > 0)
    qsort (items, kept, sizeof *items, by_count);
  c->near.items.len = kept < CHOSEN ? kept : CHOSEN;
  for (size_t i = 0; i < c->near.items.len; i++)
    choose_form (c, &items[i], (uint32_t) i, items);
  free (c->near.slots); /* the items are no longer where it says */
  c->near.slots = NULL;
  c->near.room = 0;
}

bool
collocates_choose (struct collocates *c)
{
  enum { PIECE = 4000 };
  size_t len = c->near.items.len;
  const struct tallied *items = c->near.items.items;
  if (!c->within)
    {
      c->within = mem_new (len, sizeof *c->within);
      c->worth = mem_new (len, sizeof *c->worth);
    }
  for (size_t n = 0; n < PIECE && c->next < 2 * len; n++, c->next++)
    if (c->next < len)
      look_longer (c, &items[c->next]);
    else
      c->worth[c->next - len]
        = is_worth (c, &items[c->next - len], c->within[c->next - len]);
  if (c->next < 2 * len)
    return false;
  choose_worthy (c);
  return true;
}

/* --- telling ------------------------------------------------------------ */

static const char *const score_names[COLLOCATE_SCORES]
  = { "likelihood", "dice", "count" };

const char *
collocate_score_name (enum collocate_score score)
{
  return score_names[score];
}

static double
score_of (const struct collocate *c, enum collocate_score score)
{
  return score == COLLOCATES_BY_LIKELIHOOD ? c->likelihood
         : score == COLLOCATES_BY_DICE     ? c->dice
                                           : (double) c->near;
}

static int
compare (const void *a, const void *b, void *data)
{
  const struct collocate *p = a, *q = b;
  const enum collocate_score *score = data;
  double x = score_of (p, *score), y = score_of (q, *score);
  if (x != y)
    return x < y ? 1 : -1;
  return strcmp (p->word, q->word);
}

void
collocates_list (const struct collocates *c, size_t occurrences,
                 enum collocate_score score, struct collocate_list *out)
{
  size_t first = out->len;
  for (size_t i = 0; i < c->chosen.items.len; i++)
    {
      const struct tallied *all = &c->chosen.items.items[i];
      const struct tallied *near = &c->near.items.items[all->other];
      const char *text = tally_text (&c->near, near);
      size_t run = collocate_run (text, near->len);
      struct contingency table = { near->count, c->near_slots.of[run],
                                   all->count, c->all_slots.of[run] };
      double likelihood = association_log_likelihood (&table);
      if (near->count < LEAST || likelihood <= 0)
        continue;
      VEC_PUSH (out, (struct collocate) {
                       .word = mem_copy (text, near->len),
                       .near = near->count,
                       .left = near->other,
                       .all = all->count,
                       .likelihood = likelihood,
                       .dice = association_log_dice (near->count,
                                                     (double) occurrences,
                                                     all->count) });
    }
  if (out->len > first)
    qsort_r (out->items + first, out->len - first, sizeof *out->items,
             compare, &score);
}

void
collocate_list_free (struct collocate_list *list)
{
  for (size_t i = 0; i < list->len; i++)
    free (list->items[i].word);
  VEC_FREE (list);
}
