/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keywords of a piece of a text: noted where they stand for themselves,
   counted wherever they stand.  */
#include <string.h>

#include "base/utf8.h"
#include "index/keyword_private.h"

/* The keyword of LEN units at AT, made where it is new.  */
static struct piece_word *
note_word (struct piece *piece, size_t at, size_t len, bool found)
{
  size_t size;
  const char *bytes = strip_bytes (&piece->look.strip, at, len, &size);
  uint32_t number = vocabulary_add (&piece->words, bytes, size);
  if (number == piece->of.len)
    VEC_PUSH (&piece->of,
              (struct piece_word) { .at = (uint32_t) at,
                                    .len = (uint32_t) len,
                                    .found = found });
  return &piece->of.items[number];
}

static struct piece_word *
word_at (struct piece *piece, size_t at, size_t len)
{
  size_t size;
  const char *bytes = strip_bytes (&piece->look.strip, at, len, &size);
  uint32_t number = vocabulary_find (&piece->words, bytes, size);
  return number == TERM_NONE ? NULL : &piece->of.items[number];
}

static void
note_found (size_t len, size_t at, uint32_t count, void *data)
{
  struct piece_word *word = note_word (data, at, len, true);
  word->count = count;
  word->counted = true;
}

/* Notes the terms that are known and stand here for themselves.  */
static void
note_known (struct piece *piece, size_t at)
{
  struct look_at *look = &piece->look;
  unsigned lengths = look->begun[at].given | look->begun[at].terms;
  for (size_t n = 1; lengths >> n; n++)
    if (look->begun[at].given & 1 << n)
      note_word (piece, at, n, true);
    else if (look->begun[at].terms & 1 << n && look_is_whole (look, at, n))
      note_word (piece, at, n, true);
}

/* Whether the Chinese word is an amount or a date: numerals, and no more than a
   measure behind them.  */
static bool
is_numeral (const char *word, size_t size)
{
  static const char digits[] = "〇零一二三四五六七八九十百千万亿两几数第半多";
  static const char measures[]
    = "年月日时分秒号度倍成级名位户口家门台架辆座支挺只头匹条件项次遍趟块片张本"
      "册处所间吨斤两担石斗升亩顷里尺寸丈米元角种批层排桶袋箱";
  size_t at = 0, begin = 0;
  while (at < size)
    {
      char letter[8] = "";
      begin = at;
      utf8_next (word, size, &at);
      memcpy (letter, word + begin, at - begin);
      if (!strstr (digits, letter))
        return begin > 0 && at == size && strstr (measures, letter);
    }
  return true;
}

/* How many units from AT on begin with capitals and stand together, as the words
   of a name do.  */
static size_t
name_length (const struct look_at *look, size_t at)
{
  const struct unit_of_text *units = look->strip.units.items + at;
  size_t n = 0;
  while (units[n].key && units[n].capital && !units[n].title
         && (!look->common[at + n].serves
             || (n > 0 && look_is_named (look, at + n))))
    n++;
  return n;
}

/* Notes names of two to four words: they are terms though they stand but once.
   The first word of a sentence may have its capital from there.  */
static void
note_names (struct piece *piece)
{
  enum { NAME_MOST = 4 };
  const struct look_at *look = &piece->look;
  for (size_t at = 0, len; at < look->strip.units.len; at += len ? len : 1)
    {
      len = name_length (look, at);
      size_t first = at, words = len;
      if (words > 0 && look->strip.units.items[at].first
          && (look->common[at].edge || look->common[at].per_million > 0))
        {
          first++;
          words--;
        }
      if (words >= 2 && words <= NAME_MOST && look_fits_en (look, first, words)
          && !word_at (piece, first, words))
        note_word (piece, first, words, true)->name = true;
    }
}

/* Whether the English word of the unit says how something is done, by its ending:
   no text is about that.  Nouns in -ly (family, assembly) have none of
   these.  */
static bool
is_adverb (const struct look_at *look, const struct unit_of_text *unit)
{
  static const char endings[][6]
    = { "ally", "edly", "ingly", "ously", "ively", "ently", "antly", "fully",
        "ately", "etely", "erely", "osely", "htly", "ctly", "stly", "ably",
        "ibly", "arly", "oldly", "iefly" };
  enum { LEAST = 7 };
  const char *end = look->text + unit->bare;
  if (unit->tail != TAIL_LY || unit->bare - unit->from < LEAST)
    return false;
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
    {
      size_t len = strlen (endings[i]);
      if (memcmp (end - len, endings[i], len) == 0)
        return true;
    }
  return false;
}

/* Notes the words of the text: in Chinese those of two characters and more, in
   English all; words that only serve are left out.  Returns how many.  */
static size_t
note_words (struct piece *piece)
{
  struct look_at *look = &piece->look;
  const struct units *units = &look->strip.units;
  size_t total = 0, size;
  for (size_t at = 0, len; at < units->len; at += len)
    {
      len = 1;
      while (look->cut && at + len < units->len && !look->cut[at + len])
        len++;
      if (units->items[at].key == 0)
        continue;
      note_known (piece, at);
      if (look->common[at].serves
          || (!look->cut && is_adverb (look, &units->items[at])))
        continue;
      const char *bytes = strip_bytes (&look->strip, at, len, &size);
      total++;
      if (look->cut ? len > 1 && !is_numeral (bytes, size) : size > 1)
        note_word (piece, at, len, false);
    }
  return total;
}

/* The lengths of the keywords that may begin at unit AT, a bit each.  */
static unsigned
lengths_at (const struct look_at *look, size_t at)
{
  enum { NAMES = 1 << 2 | 1 << 3 | 1 << 4 };
  const struct begun *b = &look->begun[at];
  const struct unit_of_text *unit = &look->strip.units.items[at];
  unsigned set = b->words | b->terms | b->given | b->found;
  if (look->tongue == TONGUE_EN && unit->key != 0)
    set |= 1 << 1 | (unit->capital ? NAMES : 0);
  return set;
}

/* The longest of LENGTHS that goes across no part, at unit AT.  */
static size_t
longest_at (const struct look_at *look, size_t at, unsigned lengths)
{
  size_t n = 0;
  while (lengths >> (n + 1) && look->strip.units.items[at + n].key != 0)
    n++;
  return n;
}

/* Counts the keywords that were not counted when they were found, at every
   place where they stand, and all where they are part of no longer one.  */
static void
count_words (struct piece *piece)
{
  const struct look_at *look = &piece->look;
  /* Where the keywords end that began before.  */
  for (size_t at = 0, reach = 0; at < look->strip.units.len; at++)
    {
      unsigned lengths = lengths_at (look, at);
      for (size_t n = longest_at (look, at, lengths); n > 0; n--)
        {
          struct piece_word *word
            = lengths & 1u << n ? word_at (piece, at, n) : NULL;
          if (!word)
            continue;
          word->count += !word->counted;
          word->alone += at + n > reach;
          reach = at + n > reach ? at + n : reach;
        }
    }
}

/* Tells each keyword which longer ones it is part of.  */
static void
count_longer (struct piece *piece)
{
  for (size_t k = 0; k < piece->of.len; k++)
    {
      struct piece_word longer = piece->of.items[k];
      for (size_t n = 1; n < longer.len; n++)
        for (size_t i = 0; i + n <= longer.len; i++)
          {
            struct piece_word *word = word_at (piece, longer.at + i, n);
            if (word)
              {
                word->longer++;
                word->longer_count += longer.count;
              }
          }
    }
}

bool
piece_is_part (const struct piece_word *word)
{
  return word->counted && word->longer > 0
         && word->longer_count >= (uint64_t) word->count * word->longer;
}

size_t
piece_read (struct piece *piece)
{
  struct look_at *look = &piece->look;
  struct grams grams;
  look_open (look);
  grams_make (&grams, &look->strip, look->bar, finding_text.least);
  look_find (look, &grams, &finding_text, note_found, piece);
  grams_free (&grams);
  size_t words = note_words (piece);
  if (look->tongue == TONGUE_EN)
    note_names (piece);
  count_words (piece);
  count_longer (piece);
  return words;
}

void
piece_free (struct piece *piece)
{
  look_close (&piece->look);
  vocabulary_free (&piece->words);
  VEC_FREE (&piece->of);
}
