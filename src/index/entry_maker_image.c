/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the bytes of a book of entries: its stems and the whole image.  */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "index/entry_image.h"
#include "index/entry_maker_private.h"
#include "index/gloss_words.h"

/* --- glosses ------------------------------------------------------------ */

/* Adds the postings of entry NUMBER; WORDS is used anew.  */
static void
add_postings (struct entry_maker *maker, uint32_t number,
              struct gloss_words *words)
{
  const struct made *made = &maker->entries.items[number];
  const char *text = maker->text.data;
  size_t characters = utf8_count (text + made->simplified,
                                  made->pinyin - made->simplified - 1);
  words->len = 0;
  gloss_words_read (text + made->glosses, made->end - made->glosses - 1,
                    words);
  for (size_t k = 0; k < words->len; k++)
    {
      const char *stem = words->items[k].stem;
      struct posting posting
        = { vocabulary_add (&maker->stems, stem, strlen (stem)),
            gloss_words_rank (words, k, 1, characters), number };
      VEC_PUSH (&maker->postings, posting);
    }
}

static int
compare_posting (const void *a, const void *b)
{
  const struct posting *x = a, *y = b;
  if (x->stem != y->stem)
    return x->stem < y->stem ? -1 : 1;
  if (x->entry != y->entry)
    return x->entry < y->entry ? -1 : 1;
  return (x->rank > y->rank) - (x->rank < y->rank);
}

static int
compare_rank (const void *a, const void *b)
{
  const struct posting *x = a, *y = b;
  if (x->stem != y->stem)
    return x->stem < y->stem ? -1 : 1;
  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  return (x->entry > y->entry) - (x->entry < y->entry);
}

static int
compare_stem (const void *a, const void *b, void *vocabulary)
{
  size_t m, n;
  const char *x = vocabulary_text (vocabulary, *(const uint32_t *) a, &m);
  const char *y = vocabulary_text (vocabulary, *(const uint32_t *) b, &n);
  int order = memcmp (x, y, m < n ? m : n);
  return order ? order : (m > n) - (m < n);
}

/* Gives the stems the numbers that they have when they are sorted; returns the
   old ones in that order, which the caller frees.  */
static uint32_t *
sort_stems (struct entry_maker *maker)
{
  size_t len = vocabulary_len (&maker->stems);
  uint32_t *order = mem_new (len + 1, sizeof *order);
  uint32_t *place = mem_new (len + 1, sizeof *place);
  for (uint32_t k = 0; k < len; k++)
    order[k] = k;
  if (len > 0)
    qsort_r (order, len, sizeof *order, compare_stem, &maker->stems);
  for (uint32_t k = 0; k < len; k++)
    place[order[k]] = k;
  for (size_t k = 0; k < maker->postings.len; k++)
    maker->postings.items[k].stem = place[maker->postings.items[k].stem];
  free (place);
  return order;
}

/* Leaves of each stem and entry the best posting, the best entries first.  */
static void
sort_postings (struct entry_maker *maker)
{
  size_t kept = 0;
  struct posting *all = maker->postings.items;
  if (maker->postings.len == 0)
    return;
  qsort (all, maker->postings.len, sizeof *all, compare_posting);
  for (size_t k = 0; k < maker->postings.len; k++)
    if (kept == 0 || all[k].stem != all[kept - 1].stem
        || all[k].entry != all[kept - 1].entry)
      all[kept++] = all[k];
  maker->postings.len = kept;
  qsort (all, kept, sizeof *all, compare_rank);
}

/* --- the image ---------------------------------------------------------- */

static void
add_number (struct buf *image, size_t number)
{
  uint32_t value = (uint32_t) number;
  buf_add (image, (const char *) &value, sizeof value);
}

static void
add_stem_sections (const struct entry_maker *maker, const uint32_t *order,
                   struct buf *image)
{
  size_t stems = vocabulary_len (&maker->stems), bytes = 0, posting = 0;
  size_t len;
  for (size_t k = 0; k < stems; k++)
    {
      add_number (image, bytes);
      vocabulary_text (&maker->stems, order[k], &len);
      bytes += len;
    }
  add_number (image, bytes);
  for (size_t k = 0; k < stems; k++)
    {
      add_number (image, posting);
      while (posting < maker->postings.len
             && maker->postings.items[posting].stem == k)
        posting++;
    }
  add_number (image, posting);
  for (size_t k = 0; k < maker->postings.len; k++)
    add_number (image, maker->postings.items[k].entry);
  for (size_t k = 0; k < stems; k++)
    {
      const char *stem = vocabulary_text (&maker->stems, order[k], &len);
      buf_add (image, stem, len);
    }
}

static void
add_sections (const struct entry_maker *maker, const struct credits *credits,
              const uint32_t *order, struct buf *image)
{
  struct buf head = BUF_INIT;
  entry_maker_string (&head, credits->title, strlen (credits->title));
  entry_maker_string (&head, credits->licence, strlen (credits->licence));
  entry_maker_string (&head, credits->source, strlen (credits->source));
  entry_maker_string (&head, credits->version, strlen (credits->version));
  struct entry_header header
    = { .order = ENTRY_ORDER,
        .version = ENTRY_VERSION,
        .entries = (uint32_t) maker->entries.len,
        .forms = (uint32_t) maker->forms.len,
        .stems = (uint32_t) vocabulary_len (&maker->stems),
        .postings = (uint32_t) maker->postings.len,
        .stem_bytes = (uint32_t) maker->stems.text.len,
        .text_bytes = (uint32_t) (head.len + maker->text.len) };
  memcpy (header.magic, ENTRY_MAGIC, sizeof header.magic);
  buf_add (image, (const char *) &header, sizeof header);
  for (size_t k = 0; k < maker->entries.len; k++)
    add_number (image, head.len + maker->entries.items[k].start);
  for (size_t k = 0; k < maker->forms.len; k++)
    add_number (image, maker->forms.items[k].number);
  add_stem_sections (maker, order, image);
  buf_add (image, head.data, head.len);
  buf_add (image, buf_string (&maker->text), maker->text.len);
  buf_free (&head);
}

bool
entry_maker_image (struct entry_maker *maker, const struct credits *credits,
                   struct buf *image)
{
  enum { HEAD_MOST = 4096 };
  struct gloss_words words = { 0 };
  if (maker->text.len > UINT32_MAX - HEAD_MOST)
    return false;
  for (uint32_t k = 0; k < maker->entries.len; k++)
    if (maker->entries.items[k].sought)
      add_postings (maker, k, &words);
  VEC_FREE (&words);
  entry_maker_sort_forms (maker);
  uint32_t *order = sort_stems (maker);
  sort_postings (maker);
  add_sections (maker, credits, order, image);
  free (order);
  return true;
}
