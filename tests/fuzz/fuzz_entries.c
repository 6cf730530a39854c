/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes the entries of dictionaries: any text is read as CC-CEDICT and as
   Unihan or refused, what comes of it can be looked up, and any bytes laid over
   an image lead nowhere beyond it.  */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "index/credits.h"
#include "index/entry_book.h"
#include "index/entry_maker.h"
#include "index/entry_text.h"
#include "index/unihan.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Looks up what every entry of BOOK says, by its forms and its glosses.  */
static void
use (const struct entry_book *book)
{
  struct entry_numbers numbers = { 0 };
  struct buf text = BUF_INIT;
  for (enum entry_credit which = 0; which < CREDITS; which++)
    buf_add_string (&text, entry_book_credit (book, which));
  for (uint32_t k = 0; k < entry_book_len (book) && k < 100; k++)
    {
      struct word_entry entry;
      if (!entry_book_entry (book, k, &entry))
        continue;
      size_t len = strlen (entry.simplified);
      if (entry_book_longest (book, entry.simplified, len, NULL, NULL) > len)
        abort ();
      entry_book_find (book, entry.traditional, strlen (entry.traditional),
                       &numbers);
      entry_book_english (book, entry.glosses, strlen (entry.glosses), 10,
                          &numbers);
      entry_text_forms (&entry, "", 0, &text);
      entry_text_pinyin (&entry, &text);
      entry_text_glosses (&entry, &text);
      text.len = numbers.len = 0;
    }
  VEC_FREE (&numbers);
  buf_free (&text);
}

static void
take_entry (void *maker, const struct cedict_entry *entry)
{
  entry_maker_add (maker, entry, FORMS_BOTH);
}

static void
take_character (void *maker, const struct cedict_entry *entry,
                bool simplified)
{
  entry_maker_add (maker, entry,
                   simplified ? FORMS_SIMPLIFIED : FORMS_TRADITIONAL);
}

/* Makes the image of what MAKER has, with the credits of the text.  */
static struct buf
image_of (struct entry_maker *maker, const char *text, size_t size)
{
  struct credits credits;
  struct buf image = BUF_INIT;
  credits_read (text, size, &credits);
  if (!entry_maker_image (maker, &credits, &image))
    abort ();
  entry_maker_free (maker);
  return image;
}

static void
use_image (struct buf *image, bool sound)
{
  struct err err = ERR_INIT;
  struct entry_book *book
    = entry_book_open (image->data, image->len, "fuzz", &err);
  if (book)
    use (book);
  else if (sound || err.code != ERR_FORMAT)
    abort ();
  entry_book_close (book);
  buf_free (image);
}

static void
read_texts (const char *text, size_t size)
{
  struct err err = ERR_INIT;
  struct entry_maker *maker = entry_maker_new ();
  struct cedict_taker taker = { .entry = take_entry, .data = maker };
  if (!cedict_read (text, size, "fuzz", &taker, &err) && !err.code)
    abort ();
  struct buf image = image_of (maker, text, size);
  use_image (&image, true);
  maker = entry_maker_new ();
  struct unihan_taker characters = { .entry = take_character, .data = maker };
  struct unihan_texts texts = { text, size, text, size };
  err = (struct err) ERR_INIT;
  if (!unihan_read (&texts, "fuzz", &characters, &err) && !err.code)
    abort ();
  image = image_of (maker, text, size);
  use_image (&image, true);
}

/* A sound image with the bytes of DATA laid over it.  */
static void
read_image (const uint8_t *data, size_t size)
{
  static const char text[] = "# Words\n鋼鐵 钢铁 [gang1 tie3] /iron; steel/\n"
                             "鋼 钢 [gang1] /steel/\n";
  struct err err = ERR_INIT;
  struct entry_maker *maker = entry_maker_new ();
  struct cedict_taker taker = { .entry = take_entry, .data = maker };
  cedict_read (text, sizeof text - 1, "fuzz", &taker, &err);
  struct buf image = image_of (maker, text, sizeof text - 1);
  for (size_t k = 0; k + 2 < size; k += 3)
    {
      size_t at = ((size_t) data[k] << 8 | data[k + 1]) % image.len;
      image.data[at] = (char) data[k + 2];
    }
  use_image (&image, size < 3);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  read_texts ((const char *) data, size);
  read_image (data, size);
  return 0;
}
