/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes dictionaries: any text is read as CC-CEDICT or refused, what comes of
   it is sound, and any bytes are opened as an image or refused.  */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "align/cedict_words.h"
#include "align/dictionary.h"
#include "base/mem.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Looks at all of DICTIONARY.  */
static void
use (const struct dictionary *dictionary)
{
  size_t sum = 0;
  for (uint32_t w = 0; w < dictionary_words (dictionary); w++)
    {
      size_t len, stem_len;
      const struct dictionary_gloss *gloss
        = dictionary_glosses (dictionary, w, &len);
      for (size_t k = 0; k < len; k++)
        {
          const char *stem
            = dictionary_stem (dictionary, gloss[k].stem, &stem_len);
          sum += dictionary_find_stem (dictionary, stem, stem_len);
        }
      const struct dictionary_hint *hint
        = dictionary_hints (dictionary, w, &len);
      for (size_t k = 0; k < len; k++)
        sum += hint[k].given_char > 0;
    }
  static const char word[] = "人民";
  static const size_t starts[] = { 0, 3, 6 };
  size_t found[2];
  sum += dictionary_find (dictionary, word, 6);
  sum += dictionary_prefixes (dictionary, word, starts, 2, found);
  if (sum == SIZE_MAX)
    abort ();
}

static void
read_text (const char *text, size_t size)
{
  struct err err = ERR_INIT;
  struct buf image = BUF_INIT;
  struct dictionary_maker *maker = dictionary_maker_new ();
  if (cedict_words_read (text, size, "fuzz", maker, &err))
    {
      dictionary_maker_learn (maker);
      dictionary_maker_image (maker, &image);
      struct dictionary *dictionary
        = dictionary_open (image.data, image.len, "fuzz", &err);
      if (!dictionary)
        abort ();
      use (dictionary);
      dictionary_close (dictionary);
    }
  else if (err.code == ERR_NONE)
    abort ();
  dictionary_maker_free (maker);
  buf_free (&image);
}

/* A sound image with the bytes of DATA laid over it.  */
static void
read_image (const uint8_t *data, size_t size)
{
  static const char text[] = "人民 人民 [ren2 min2] /people/the people/\n";
  struct err err = ERR_INIT;
  struct buf image = BUF_INIT;
  struct dictionary_maker *maker = dictionary_maker_new ();
  cedict_words_read (text, sizeof text - 1, "fuzz", maker, &err);
  dictionary_maker_image (maker, &image);
  dictionary_maker_free (maker);
  for (size_t k = 0; k + 2 < size; k += 3)
    {
      size_t at = (size_t) data[k] << 8 | data[k + 1];
      /* Most of it is the table of first characters: the ends are aimed at.  */
      at = at & 1 ? at % image.len : at % 256;
      image.data[at & 2 ? image.len - 1 - at : at] = (char) data[k + 2];
    }
  struct dictionary *dictionary
    = dictionary_open (image.data, image.len, "fuzz", &err);
  if (dictionary)
    use (dictionary);
  dictionary_close (dictionary);
  buf_free (&image);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  read_text ((const char *) data, size);
  read_image (data, size);
  return 0;
}
