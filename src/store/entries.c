/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entries of the installed dictionaries.  */
#include "store/entries.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "index/pinyin.h"
#include "store/mapping.h"
#include "store/shelf_file.h"

enum { BOOKS_MOST = 32 };

/* A dictionary and its bytes.  */
struct volume
{
  char *name;
  void *bytes;
  size_t len;
  struct entry_book *book;
};

struct entries
{
  char *folder; /* NULL: none */
  void (*problem) (const struct err *err, void *data);
  void *data;
  bool read;
  size_t len;
  struct volume volumes[BOOKS_MOST];
  struct installed list[BOOKS_MOST];
};

struct entries *
entries_open (const char *folder,
              void (*problem) (const struct err *err, void *data), void *data)
{
  struct entries *entries = mem_new (1, sizeof *entries);
  entries->folder = mem_string (folder);
  entries->problem = problem;
  entries->data = data;
  return entries;
}

void
entries_close (struct entries *entries)
{
  if (!entries)
    return;
  for (size_t k = 0; k < entries->len; k++)
    {
      entry_book_close (entries->volumes[k].book);
      mapping_close (entries->volumes[k].bytes, entries->volumes[k].len);
      free (entries->volumes[k].name);
    }
  free (entries->folder);
  free (entries);
}

static void
take_volume (void *data, const char *name)
{
  struct entries *entries = data;
  struct err err = ERR_INIT;
  struct volume volume = { 0 };
  if (entries->len >= BOOKS_MOST)
    return;
  char *path = shelf_file_path (entries->folder, name, SHELF_ENTRIES);
  volume.bytes = mapping_open (path, &volume.len, &err);
  if (volume.bytes)
    volume.book = entry_book_open (volume.bytes, volume.len, path, &err);
  if (volume.book)
    {
      volume.name = mem_string (name);
      entries->volumes[entries->len++] = volume;
    }
  else if (volume.bytes)
    mapping_close (volume.bytes, volume.len);
  if (!volume.book && entries->problem)
    entries->problem (&err, entries->data);
  free (path);
}

static bool
is_unihan (const struct volume *volume)
{
  return strcmp (entry_book_credit (volume->book, CREDIT_TITLE),
                 ENTRIES_UNIHAN)
         == 0;
}

static void
need (struct entries *entries)
{
  size_t listed = 0;
  if (entries->read)
    return;
  entries->read = true;
  if (entries->folder)
    shelf_file_each (entries->folder, SHELF_ENTRIES, take_volume, entries);
  for (int last = 0; last < 2; last++)
    for (size_t k = 0; k < entries->len; k++)
      {
        const struct volume *v = &entries->volumes[k];
        if (is_unihan (v) == (last == 1))
          entries->list[listed++]
            = (struct installed) { v->name, v->book, v->len };
      }
}

bool
entries_any (struct entries *entries)
{
  need (entries);
  return entries->len > 0;
}

const struct installed *
entries_list (struct entries *entries, size_t *len)
{
  need (entries);
  *len = entries->len;
  return entries->list;
}

size_t
entries_longest (struct entries *entries, const char *text, size_t len,
                 void (*found) (void *data, size_t len), void *data)
{
  size_t longest = 0;
  need (entries);
  for (size_t k = 0; k < entries->len; k++)
    {
      size_t own = entry_book_longest (entries->list[k].book, text, len,
                                       found, data);
      longest = own > longest ? own : longest;
    }
  return longest;
}

/* Appends the entries of NUMBERS, which it empties.  */
static void
take_numbers (const struct installed *installed,
              struct entry_numbers *numbers, struct definitions *definitions)
{
  for (size_t k = 0; k < numbers->len; k++)
    {
      struct definition definition = { .dictionary = installed->name };
      if (entry_book_entry (installed->book, numbers->items[k],
                            &definition.entry))
        VEC_PUSH (definitions, definition);
    }
  numbers->len = 0;
}

void
entries_find (struct entries *entries, const char *text, size_t len,
              struct definitions *definitions)
{
  struct entry_numbers numbers = { 0 };
  need (entries);
  for (size_t k = 0; k < entries->len; k++)
    {
      entry_book_find (entries->list[k].book, text, len, &numbers);
      take_numbers (&entries->list[k], &numbers, definitions);
    }
  VEC_FREE (&numbers);
}

void
entries_english (struct entries *entries, const char *text, size_t len,
                 size_t most, struct definitions *definitions)
{
  struct entry_numbers numbers = { 0 };
  need (entries);
  for (size_t k = 0; k < entries->len; k++)
    {
      entry_book_english (entries->list[k].book, text, len, most, &numbers);
      take_numbers (&entries->list[k], &numbers, definitions);
    }
  VEC_FREE (&numbers);
}

/* --- pinyin ------------------------------------------------------------- */

/* Whether CP is written in Han characters.  */
static bool
is_han (unsigned cp)
{
  return (cp >= 0x3400 && cp < 0xA000) || (cp >= 0xF900 && cp < 0xFB00)
         || cp == 0x3007 || (cp >= 0x20000 && cp < 0x40000);
}

/* Appends the reading of the word of LEN bytes at TEXT: of its best entry that
   has one, and the first where that has several.  False where none has.  */
static bool
add_reading (struct entries *entries, const char *text, size_t len,
             struct buf *pinyin)
{
  struct definitions found = { 0 };
  const char *reading = "";
  entries_find (entries, text, len, &found);
  for (size_t k = 0; !*reading && k < found.len; k++)
    reading = found.items[k].entry.pinyin;
  size_t end = strlen (reading);
  for (size_t k = 0; len <= 4 && k < end; k++)
    if (reading[k] == ',')
      end = k;
  if (end > 0 && pinyin->len > 0 && pinyin->data[pinyin->len - 1] != ' ')
    buf_add_byte (pinyin, ' ');
  pinyin_mark (reading, end, pinyin);
  VEC_FREE (&found);
  return end > 0;
}

bool
entries_pinyin (struct entries *entries, const char *text, size_t len,
                struct buf *pinyin)
{
  bool whole = true, after_word = false;
  for (size_t at = 0; at < len;)
    {
      size_t next = at;
      bool han = is_han (utf8_next (text, len, &next));
      size_t word
        = han ? entries_longest (entries, text + at, len - at, NULL, NULL)
              : 0;
      bool read
        = word > 0 && add_reading (entries, text + at, word, pinyin);
      if (read)
        next = at + word;
      else
        {
          if (after_word && text[at] != ' ')
            buf_add_byte (pinyin, ' ');
          buf_add (pinyin, text + at, next - at);
          whole = whole && !han;
        }
      after_word = read;
      at = next;
    }
  return whole;
}

/* --- the shelf ---------------------------------------------------------- */

bool
entries_add (const char *folder, const char *name, const struct buf *image,
             struct err *err)
{
  return shelf_file_add (folder, name, SHELF_ENTRIES, image, err);
}

bool
entries_remove (const char *folder, const char *name, struct err *err)
{
  return shelf_file_remove (folder, name, SHELF_ENTRIES, err);
}
