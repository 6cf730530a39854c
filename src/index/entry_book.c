/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dictionary's entries, read in place.  */
#include "index/entry_book_private.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

/* The LEN items of SIZE bytes at *AT, which moves behind them; NULL where
   fewer are left before END.  */
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
