/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a detached note may belong: the places most like its quotation.  */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/grapheme.h"
#include "base/utf8.h"
#include "book/anchor.h"
#include "book/plain.h"

/* How many code points are compared at a time, and what a score is made of: the
   quotation counts three times as much as either side.  */
enum { RUN = 3, QUOTED = 3, ALL = 5, FULL = 255 };

/* A text as code points.  */
struct points
{
  struct plain plain;
  uint32_t *cp;
  uint32_t *at; /* where each begins in the plain text; one more for the end */
  size_t count;
};

/* The sequences of some text, and how many of each a window holds.  */
struct bag
{
  uint32_t *keys; /* 0: free */
  uint32_t *need;
  uint32_t *have;
  size_t mask;
  size_t total; /* of NEED */
  size_t run;   /* code points of a sequence: RUN, or all of a shorter text */
};

static struct points
points_make (const char *text, size_t len)
{
  struct points p = { .plain = plain_make (text, len) };
  const struct buf *plain = &p.plain.text;
  p.count = utf8_count (buf_string (plain), plain->len);
  p.cp = mem_new (p.count + 1, sizeof *p.cp);
  p.at = mem_new (p.count + 1, sizeof *p.at);
  for (size_t i = 0, next = 0; i < p.count; i++)
    {
      p.at[i] = (uint32_t) next;
      p.cp[i] = utf8_next (plain->data, plain->len, &next);
    }
  p.at[p.count] = (uint32_t) plain->len;
  return p;
}

static void
points_free (struct points *p)
{
  plain_free (&p->plain);
  free (p->cp);
  free (p->at);
}

/* The sequence of RUN code points at CP as a number that is not 0.  */
static uint32_t
sequence (const uint32_t *cp, size_t run)
{
  uint32_t hash = 2166136261u;
  for (size_t i = 0; i < run; i++)
    hash = (hash ^ cp[i]) * 16777619u;
  hash ^= hash >> 15;
  return hash ? hash : 1;
}

/* The slot of KEY: its own or a free one.  */
static size_t
slot_of (const struct bag *bag, uint32_t key)
{
  size_t slot = key & bag->mask;
  while (bag->keys[slot] && bag->keys[slot] != key)
    slot = (slot + 1) & bag->mask;
  return slot;
}

static struct bag
bag_make (const struct points *p)
{
  struct bag bag = { .mask = 15, .run = p->count < RUN ? p->count : RUN };
  bag.total = bag.run ? p->count - bag.run + 1 : 0;
  while (bag.mask < 2 * bag.total)
    bag.mask = 2 * bag.mask + 1;
  bag.keys = mem_new (bag.mask + 1, sizeof *bag.keys);
  bag.need = mem_new (bag.mask + 1, sizeof *bag.need);
  bag.have = mem_new (bag.mask + 1, sizeof *bag.have);
  for (size_t i = 0; i < bag.total; i++)
    {
      uint32_t key = sequence (p->cp + i, bag.run);
      size_t slot = slot_of (&bag, key);
      bag.keys[slot] = key;
      bag.need[slot]++;
    }
  return bag;
}

static void
bag_free (struct bag *bag)
{
  free (bag->keys);
  free (bag->need);
  free (bag->have);
}

/* Takes the sequence KEY into the window (STEP 1) or out of it (-1); what that
   adds to the sequences shared.  */
static int
bag_step (struct bag *bag, uint32_t key, int step)
{
  size_t slot = slot_of (bag, key);
  if (!bag->keys[slot])
    return 0;
  bool counts = step > 0 ? bag->have[slot] < bag->need[slot]
                         : bag->have[slot] <= bag->need[slot];
  bag->have[slot] += (uint32_t) step;
  return counts ? step : 0;
}

/* For each code point of TEXT, and its end, how much of BAG the window of WIDE
   code points that begins there shares, up to FULL; the caller frees it.  */
static unsigned char *
shares (const struct points *text, struct bag *bag, size_t wide)
{
  unsigned char *share = mem_new (text->count + 1, 1);
  size_t run = bag->run, in = 0;
  long shared = 0;
  if (bag->total == 0 || wide < run)
    return share;
  for (size_t i = 0; i + run <= text->count; i++)
    {
      for (; in + run <= text->count && in + run <= i + wide; in++)
        shared += bag_step (bag, sequence (text->cp + in, run), 1);
      share[i] = (unsigned char) (FULL * (size_t) shared / bag->total);
      shared += bag_step (bag, sequence (text->cp + i, run), -1);
    }
  return share;
}

/* What TEXT shares with the text PART, in windows of its length (*WIDE).  */
static unsigned char *
shares_of (const struct points *text, const char *part, size_t *wide)
{
  struct points p = points_make (part, strlen (part));
  struct bag bag = bag_make (&p);
  *wide = p.count;
  unsigned char *share = shares (text, &bag, p.count);
  bag_free (&bag);
  points_free (&p);
  return share;
}

/* The three parts of an anchor along a text.  */
struct near
{
  struct points text;
  unsigned char *exact, *prefix, *suffix;
  size_t exact_wide, prefix_wide;
  unsigned char *taken; /* code points of places that were chosen */
};

/* The score of the place at code point I, up to ALL * FULL.  */
static size_t
score_at (const struct near *n, size_t i)
{
  size_t end = i + n->exact_wide, score = QUOTED * n->exact[i];
  if (i >= n->prefix_wide)
    score += n->prefix[i - n->prefix_wide];
  if (end <= n->text.count)
    score += n->suffix[end];
  return score;
}

static bool
is_free (const struct near *n, size_t start, size_t end)
{
  return start < end && !n->taken[start] && !n->taken[end - 1];
}

/* The best place that is over none chosen before; false where none is good
   enough.  */
static bool
best_place (const struct near *n, size_t *at, size_t *score)
{
  *score = ALL * FULL / 4 - 1;
  size_t none = *score;
  for (size_t i = 0; i < n->text.count; i++)
    {
      size_t end = i + n->exact_wide, here = score_at (n, i);
      end = end < n->text.count ? end : n->text.count;
      if (here > *score && is_free (n, i, end))
        {
          *at = i;
          *score = here;
        }
    }
  return *score > none;
}

static struct range
source_of (const struct near *n, const char *text, size_t len, size_t start,
           size_t end)
{
  struct range plain = { n->text.at[start], n->text.at[end] };
  return grapheme_widen (text, len, plain_source (&n->text.plain, plain));
}

size_t
anchor_candidates (const struct anchor *anchor, const char *text, size_t len,
                   size_t count, struct candidate *out)
{
  struct near n = { .text = points_make (text, len) };
  size_t wide, found = 0, at, score;
  n.exact = shares_of (&n.text, anchor->exact, &n.exact_wide);
  n.prefix = shares_of (&n.text, anchor->prefix, &n.prefix_wide);
  n.suffix = shares_of (&n.text, anchor->suffix, &wide);
  n.taken = mem_new (n.text.count + 1, 1);
  while (n.exact_wide > 0 && found < count && best_place (&n, &at, &score))
    {
      size_t end = at + n.exact_wide;
      end = end < n.text.count ? end : n.text.count;
      memset (n.taken + at, 1, end - at);
      out[found++] = (struct candidate) {
        source_of (&n, text, len, at, end), (double) score / (ALL * FULL)
      };
    }
  points_free (&n.text);
  free (n.exact);
  free (n.prefix);
  free (n.suffix);
  free (n.taken);
  return found;
}
