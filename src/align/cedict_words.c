/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the aligner takes of a dictionary in the format of CC-CEDICT.  */
#include "align/cedict_words.h"

#include <stdbool.h>
#include <string.h>

/* Longer words are whole sentences.  */
enum { WORD_BYTES_MOST = 64 };

/* Whether GLOSS only points to another word or names a measure word.  */
static bool
is_pointer (const char *gloss, size_t len)
{
  static const char *const signs[]
    = { "CL:",          "variant of ", "old variant of ", "see ",
        "see also ",    "used in ",    "erhua variant of ",
        "also written ", "Taiwan pr. ", "also pr. " };
  for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
    {
      size_t n = strlen (signs[k]);
      if (len >= n && memcmp (gloss, signs[k], n) == 0)
        return true;
    }
  return false;
}

static void
add_word (struct dictionary_maker *maker, const char *word, size_t len,
          const struct cedict_entry *entry)
{
  const char *gloss = entry->glosses, *end = gloss + entry->glosses_len;
  if (len > WORD_BYTES_MOST)
    return;
  while (gloss < end)
    {
      const char *slash = memchr (gloss, '/', (size_t) (end - gloss));
      size_t n = (size_t) ((slash ? slash : end) - gloss);
      if (!is_pointer (gloss, n))
        dictionary_maker_add (maker, word, len, gloss, n);
      gloss += n + 1;
    }
}

void
cedict_words_add (struct dictionary_maker *maker,
                  const struct cedict_entry *entry)
{
  add_word (maker, entry->simplified, entry->simplified_len, entry);
  if (entry->traditional_len != entry->simplified_len
      || memcmp (entry->traditional, entry->simplified, entry->simplified_len)
           != 0)
    add_word (maker, entry->traditional, entry->traditional_len, entry);
}

static void
take_entry (void *data, const struct cedict_entry *entry)
{
  cedict_words_add (data, entry);
}

size_t
cedict_words_read (const char *text, size_t len, const char *where,
                   struct dictionary_maker *maker, struct err *err)
{
  struct cedict_taker taker = { .entry = take_entry, .data = maker };
  return cedict_read (text, len, where, &taker, err);
}
