/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dictionary's entries, read in place.  */
#include "index/entry_book.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "index/entry_image.h"
#include "index/gloss_words.h"

struct entry_book
{
  const struct entry_header *head;
  const uint32_t *entry_start;
  const uint32_t *forms;
  const uint32_t *stem_start;
  const uint32_t *posting_start;
  const uint32_t *postings;
  const char *stems;
  const char *text;
};

/* The LEN items of SIZE bytes at *AT, which moves behind them; NULL where fewer
   are left before END.  */
static const void *
section (const char **at, const char *end, size_t len, size_t size)
{
  const void *found = *at;
  if ((size_t) (end - *at) / size < len)
    return NULL;
  *at += len * size;
  return found;
}

static bool
find_sections (struct entry_book *b, const char *at, const char *end)
{
  const struct entry_header *h = b->head;
  return (b->entry_start = section (&at, end, h->entries, 4))
         && (b->forms = section (&at, end, h->forms, 4))
         && (b->stem_start = section (&at, end, h->stems + 1u, 4))
         && (b->posting_start = section (&at, end, h->stems + 1u, 4))
         && (b->postings = section (&at, end, h->postings, 4))
         && (b->stems = section (&at, end, h->stem_bytes, 1))
         && (b->text = section (&at, end, h->text_bytes, 1)) && at == end;
}

struct entry_book *
entry_book_open (const void *image, size_t len, const char *where,
                 struct err *err)
{
  struct entry_book *b = mem_new (1, sizeof *b);
  const struct entry_header *head = image;
  b->head = head;
  if (len >= sizeof *head
      && memcmp (head->magic, ENTRY_MAGIC, sizeof head->magic) == 0
      && head->order == ENTRY_ORDER && head->version == ENTRY_VERSION
      && head->stems < UINT32_MAX && head->text_bytes > 0
      && find_sections (b, (const char *) (head + 1),
                        (const char *) image + len)
      /* So that every string ends within the text.  */
      && b->text[head->text_bytes - 1] == '\0')
    return b;
  free (b);
  err_set (err, ERR_FORMAT, where, NULL);
  return NULL;
}

void
entry_book_close (struct entry_book *book)
{
  free (book);
}

size_t
entry_book_len (const struct entry_book *book)
{
  return book->head->entries;
}

/* The string behind the one at TEXT, or "" at the end.  */
static const char *
next_string (const struct entry_book *book, const char *text)
{
  const char *end = book->text + book->head->text_bytes - 1;
  text += strlen (text);
  return text < end ? text + 1 : end;
}

static bool
is_sound (const char *text)
{
  size_t len = strlen (text);
  return utf8_check (text, len) == len;
}

const char *
entry_book_credit (const struct entry_book *book, enum entry_credit credit)
{
  const char *text = book->text;
  for (unsigned k = 0; k < credit; k++)
    text = next_string (book, text);
  return is_sound (text) ? text : "";
}

bool
entry_book_entry (const struct entry_book *book, uint32_t number,
                  struct word_entry *entry)
{
  if (number >= book->head->entries
      || book->entry_start[number] >= book->head->text_bytes)
    return false;
  entry->traditional = book->text + book->entry_start[number];
  entry->simplified = next_string (book, entry->traditional);
  entry->pinyin = next_string (book, entry->simplified);
  entry->glosses = next_string (book, entry->pinyin);
  if (!is_sound (entry->traditional) || !is_sound (entry->simplified)
      || !is_sound (entry->pinyin) || !is_sound (entry->glosses))
    return false;
  if (strcmp (entry->traditional, entry->simplified) == 0)
    entry->simplified = entry->traditional;
  return true;
}

/* --- forms -------------------------------------------------------------- */

/* Form K as a string, "" where it is damaged.  */
static const char *
form_text (const struct entry_book *book, uint32_t k)
{
  uint32_t entry = book->forms[k] / 2;
  if (entry >= book->head->entries
      || book->entry_start[entry] >= book->head->text_bytes)
    return "";
  const char *text = book->text + book->entry_start[entry];
  return book->forms[k] % 2 ? next_string (book, text) : text;
}

/* The first of the forms from LOW to HIGH that does not stand before the LEN
   bytes at TEXT.  */
static uint32_t
lower_bound (const struct entry_book *book, uint32_t low, uint32_t high,
             const char *text, size_t len)
{
  while (low < high)
    {
      uint32_t middle = low + (high - low) / 2;
      if (strncmp (form_text (book, middle), text, len) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Longer words are sayings; the longest of CC-CEDICT has 19 characters.  */
enum { CHARACTERS_MOST = 32 };

size_t
entry_book_longest (const struct entry_book *book, const char *text,
                    size_t len, void (*found) (void *data, size_t len),
                    void *data)
{
  uint32_t low = 0;
  size_t longest = 0, at = 0;
  for (size_t n = 0; n < CHARACTERS_MOST && at < len; n++)
    {
      if (text[at] == '\0')
        break;
      utf8_next (text, len, &at);
      low = lower_bound (book, low, book->head->forms, text, at);
      const char *form
        = low < book->head->forms ? form_text (book, low) : "";
      if (strncmp (form, text, at) != 0)
        break;
      if (form[at] == '\0')
        {
          longest = at;
          if (found)
            found (data, at);
        }
    }
  return longest;
}

/* Whether FORM is the LEN bytes at TEXT.  */
static bool
is_form (const char *form, const char *text, size_t len)
{
  return strncmp (form, text, len) == 0 && strlen (form) == len;
}

void
entry_book_find (const struct entry_book *book, const char *text, size_t len,
                 struct entry_numbers *numbers)
{
  uint32_t forms = book->head->forms;
  if (len == 0 || memchr (text, '\0', len))
    return;
  for (uint32_t k = lower_bound (book, 0, forms, text, len);
       k < forms && is_form (form_text (book, k), text, len); k++)
    VEC_PUSH (numbers, book->forms[k] / 2);
}

/* --- glosses ------------------------------------------------------------ */

/* Less than 0, 0 or more, as stem K stands before, is or stands behind STEM.  */
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

/* Whether the words of SOUGHT stand from word AT of OWN on, in one meaning.  */
static bool
stands_at (const struct gloss_words *own, size_t at,
           const struct gloss_words *sought)
{
  for (size_t k = 0; k < sought->len; k++)
    if (own->items[at + k].meaning != own->items[at].meaning
        || !gloss_words_alike (&own->items[at + k], &sought->items[k]))
      return false;
  return true;
}

/* How well ENTRY says the words of SOUGHT; UINT32_MAX where it does not.  WORDS
   is used anew.  */
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
  for (size_t k = 0; k + sought->len <= words->len; k++)
    if (stands_at (words, k, sought))
      {
        uint32_t rank
          = gloss_words_rank (words, k, sought->len, characters);
        best = rank < best ? rank : best;
      }
  return best;
}

/* Looks through the LEN entries at POSTINGS for all the words of SOUGHT: the best
   LOOKED_MOST of the rarest word, which takes some milliseconds.  */
static void
find_phrase (const struct entry_book *book, const uint32_t *postings,
             size_t len, const struct gloss_words *sought, size_t most,
             struct entry_numbers *numbers)
{
  enum { LOOKED_MOST = 1500 };
  struct gloss_words words = { 0 };
  struct
  VEC (struct hit) hits = { 0 };
  for (size_t k = 0; k < len && k < LOOKED_MOST; k++)
    {
      uint32_t rank = rank_of (book, postings[k], sought, &words);
      if (rank != UINT32_MAX)
        VEC_PUSH (&hits, (struct hit) { rank, postings[k] });
    }
  if (hits.len > 0)
    qsort (hits.items, hits.len, sizeof *hits.items, compare_hit);
  for (size_t k = 0; k < hits.len && k < most; k++)
    VEC_PUSH (numbers, hits.items[k].entry);
  VEC_FREE (&hits);
  VEC_FREE (&words);
}

/* The shortest of the postings of the words of SOUGHT.  */
static const uint32_t *
rarest (const struct entry_book *book, const struct gloss_words *sought,
        size_t *len)
{
  const uint32_t *best = NULL;
  *len = 0;
  for (size_t k = 0; k < sought->len; k++)
    {
      size_t own;
      const uint32_t *postings
        = postings_of (book, sought->items[k].stem, &own);
      if (own == 0)
        {
          *len = 0;
          return NULL;
        }
      if (!best || own < *len)
        {
          best = postings;
          *len = own;
        }
    }
  return best;
}

/* Takes of the LEN entries at POSTINGS, the best first, those that have the word
   itself and not another one of its stem.  */
static void
find_word (const struct entry_book *book, const uint32_t *postings,
           size_t len, const struct gloss_words *sought, size_t most,
           struct entry_numbers *numbers)
{
  struct gloss_words words = { 0 };
  for (size_t k = 0; k < len && most > 0; k++)
    if (rank_of (book, postings[k], sought, &words) != UINT32_MAX)
      {
        VEC_PUSH (numbers, postings[k]);
        most--;
      }
  VEC_FREE (&words);
}

void
entry_book_english (const struct entry_book *book, const char *text,
                    size_t len, size_t most, struct entry_numbers *numbers)
{
  struct gloss_words sought = { 0 };
  size_t count;
  gloss_words_read (text, len, &sought);
  const uint32_t *postings = rarest (book, &sought, &count);
  if (sought.len > 1)
    find_phrase (book, postings, count, &sought, most, numbers);
  else
    find_word (book, postings, count, &sought, most, numbers);
  VEC_FREE (&sought);
}
