/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds entries by the English words of their glosses.  */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "index/entry_book_private.h"
#include "index/gloss_words.h"

/* Less than 0, 0 or more, as stem K stands before, is or stands behind
   STEM.  */
static int
compare_stem (const struct entry_book *book, uint32_t k, const char *stem)
{
  size_t len = strlen (stem);
  uint32_t start = book->stem_start[k], end = book->stem_start[k + 1];
  if (start > end || end > book->head->stem_bytes)
    return 1;
  size_t own = end - start;
  int order = memcmp (book->stems + start, stem, own < len ? own : len);
  return order ? order : (own > len) - (own < len);
}

/* The postings of STEM; *LEN how many.  */
static const uint32_t *
postings_of (const struct entry_book *book, const char *stem, size_t *len)
{
  uint32_t low = 0, high = book->head->stems;
  while (low < high)
    {
      uint32_t middle = low + (high - low) / 2;
      if (compare_stem (book, middle, stem) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *len = 0;
  if (low == book->head->stems || compare_stem (book, low, stem) != 0)
    return NULL;
  uint32_t start = book->posting_start[low];
  uint32_t end = book->posting_start[low + 1];
  if (start <= end && end <= book->head->postings)
    *len = end - start;
  return book->postings + start;
}

/* An entry that has the words sought.  */
struct hit
{
  uint32_t rank;
  uint32_t entry;
};

static int
compare_hit (const void *a, const void *b)
{
  const struct hit *x = a, *y = b;
  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  return (x->entry > y->entry) - (x->entry < y->entry);
}

/* Whether the words of SOUGHT stand from word AT of OWN on, in one meaning, in
   whatever form; *EXACT tells that it is the same form.  */
static bool
stands_at (const struct gloss_words *own, size_t at,
           const struct gloss_words *sought, bool *exact)
{
  *exact = true;
  for (size_t k = 0; k < sought->len; k++)
    {
      const struct gloss_word *a = &own->items[at + k];
      const struct gloss_word *b = &sought->items[k];
      if (a->meaning != own->items[at].meaning || !gloss_words_alike (a, b))
        return false;
      *exact = *exact && strcmp (a->lower, b->lower) == 0;
    }
  return true;
}

/* How well ENTRY says the words of SOUGHT; UINT32_MAX where it does not.
   WORDS is used anew.  */
static uint32_t
rank_of (const struct entry_book *book, uint32_t number,
         const struct gloss_words *sought, struct gloss_words *words)
{
  struct word_entry entry;
  uint32_t best = UINT32_MAX;
  if (!entry_book_entry (book, number, &entry))
    return best;
  size_t characters
    = utf8_count (entry.simplified, strlen (entry.simplified));
  words->len = 0;
  gloss_words_read (entry.glosses, strlen (entry.glosses), words);
  bool exact;
  for (size_t k = 0; k + sought->len <= words->len; k++)
    if (stands_at (words, k, sought, &exact))
      {
        uint32_t rank
          = gloss_words_rank (words, k, sought->len, characters)
            + (exact ? 0 : GLOSS_INEXACT);
        best = rank < best ? rank : best;
      }
  return best;
}

struct hits VEC (struct hit);

/* Appends the best MOST of HITS, which it frees.  */
static void
take_hits (struct hits *hits, size_t most, struct entry_numbers *numbers)
{
  if (hits->len > 0)
    qsort (hits->items, hits->len, sizeof *hits->items, compare_hit);
  for (size_t k = 0; k < hits->len && k < most; k++)
    VEC_PUSH (numbers, hits->items[k].entry);
  VEC_FREE (hits);
}

/* Looks through ENTRIES for the words of SOUGHT, until ENOUGH have them.  */
static void
find_words (const struct entry_book *book,
            const struct entry_numbers *entries,
            const struct gloss_words *sought, size_t enough,
            struct hits *hits)
{
  struct gloss_words words = { 0 };
  for (size_t k = 0; k < entries->len && hits->len < enough; k++)
    {
      uint32_t rank = rank_of (book, entries->items[k], sought, &words);
      if (rank != UINT32_MAX)
        VEC_PUSH (hits, (struct hit) { rank, entries->items[k] });
    }
  VEC_FREE (&words);
}

static int
compare_number (const void *a, const void *b)
{
  const uint32_t *x = a, *y = b;
  return (*x > *y) - (*x < *y);
}

/* Leaves of ENTRIES those that are among the LEN at POSTINGS.  */
static void
keep_common (struct entry_numbers *entries, const uint32_t *postings,
             size_t len)
{
  size_t kept = 0;
  uint32_t *sorted = mem_new (len, sizeof *sorted);
  memcpy (sorted, postings, len * sizeof *sorted);
  qsort (sorted, len, sizeof *sorted, compare_number);
  for (size_t k = 0; k < entries->len; k++)
    if (bsearch (&entries->items[k], sorted, len, sizeof *sorted,
                 compare_number))
      entries->items[kept++] = entries->items[k];
  entries->len = kept;
  free (sorted);
}

/* Appends the entries that have all the words of SOUGHT, the best of the
   rarest one first.  */
static void
find_common (const struct entry_book *book, const struct gloss_words *sought,
             struct entry_numbers *entries)
{
  /* Words that more entries have are looked for in the glosses alone.  */
  enum { COMMON = 20000 };
  size_t rarest = 0, least = SIZE_MAX, len;
  for (size_t k = 0; k < sought->len; k++)
    {
      postings_of (book, sought->items[k].stem, &len);
      if (len < least)
        {
          rarest = k;
          least = len;
        }
    }
  if (sought->len == 0 || least == 0)
    return;
  const uint32_t *best = postings_of (book, sought->items[rarest].stem, &len);
  for (size_t k = 0; k < len; k++)
    VEC_PUSH (entries, best[k]);
  for (size_t k = 0; k < sought->len && entries->len > 0; k++)
    {
      const uint32_t *other
        = postings_of (book, sought->items[k].stem, &len);
      if (k != rarest && len < COMMON)
        keep_common (entries, other, len);
    }
}

void
entry_book_english (const struct entry_book *book, const char *text,
                    size_t len, size_t most, struct entry_numbers *numbers)
{
  enum { MORE = 4, LEAST = 40 };
  struct gloss_words sought = { 0 };
  struct entry_numbers entries = { 0 };
  struct hits hits = { 0 };
  gloss_words_read (text, len, &sought);
  find_common (book, &sought, &entries);
  /* Of one word the best stand first, whatever its form.  */
  size_t enough = sought.len == 1 && most < SIZE_MAX / MORE - LEAST
                    ? MORE * most + LEAST : SIZE_MAX;
  find_words (book, &entries, &sought, enough, &hits);
  take_hits (&hits, most, numbers);
  VEC_FREE (&entries);
  VEC_FREE (&sought);
}
