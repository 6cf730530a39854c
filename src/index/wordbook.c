/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that are known when an index is made.  */
#include "index/wordbook.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "text/stop.h"

enum { HASHES = 1 << 16, HAN = 0x3000, HAN_MOST = 0x7000 };

/* What a word costs that is not common, in bits: one of a dictionary is taken to
   stand once in a million words, a character that is no known word 30 times: two
   of them cost more than a word, which makes the longer word the likelier
   one.  */
static const float word_bits = 19.93f, character_bits = 15.02f;

struct flags VEC (bool);

struct wordbook
{
  struct VEC (struct word_source) sources;
  struct commons *commons;
  struct vocabulary terms[TONGUES];
  struct flags given[TONGUES];
  /* How many units the longest term has of those that begin with two
     characters, or a stem, of that hash: most places are told at once.  */
  uint8_t longest_common[HASHES];
  uint8_t longest_term[TONGUES][HASHES];
  float cost[HAN_MOST];   /* of each character as a word, from HAN on, */
  struct common_word single[HAN_MOST]; /* how common it is as one, */
  uint8_t role[HAN_MOST]; /* and what part it may have in terms */
};

static size_t
hash_pair (uint32_t first, uint32_t second)
{
  return (first * 0x9E3779B1u ^ second * 0x85EBCA77u) >> 16;
}

/* The hash of what begins the word of LEN bytes at TEXT, and in *UNITS how many
   it has.  */
static size_t
hash_of (enum tongue tongue, const char *text, size_t len, size_t *units)
{
  size_t at = 0;
  if (tongue == TONGUE_EN)
    {
      const char *blank = memchr (text, ' ', len);
      *units = 1;
      for (size_t i = 0; i < len; i++)
        *units += text[i] == ' ';
      return vocabulary_hash (text, blank ? (size_t) (blank - text) : len)
             & (HASHES - 1);
    }
  uint32_t first = utf8_next (text, len, &at);
  *units = utf8_count (text, len);
  return hash_pair (first, at < len ? utf8_next (text, len, &at) : 0);
}

static void
note_length (uint8_t *longest, enum tongue tongue, const char *text,
             size_t len)
{
  size_t units, hash = hash_of (tongue, text, len, &units);
  if (units > longest[hash])
    longest[hash] = (uint8_t) units;
}

static void
note_commons (struct wordbook *book)
{
  for (const struct common_band *band = common_zh; band->words; band++)
    for (const char *at = band->words; *at;)
      {
        size_t len = strcspn (at, " ");
        if (len > 3)
          note_length (book->longest_common, TONGUE_ZH, at, len);
        at += len;
        at += strspn (at, " ");
      }
}

/* What the word of SIZE bytes at TEXT costs that has N characters.  */
static float
bits_of (const struct wordbook *book, const char *text, size_t size, size_t n)
{
  struct common_word known
    = commons_find (book->commons, TONGUE_ZH, text, size);
  return known.per_million ? known.bits
         : n == 1          ? character_bits
                           : word_bits;
}

static void
note_characters (struct wordbook *book)
{
  char text[4];
  for (unsigned k = 0; k < HAN_MOST; k++)
    {
      size_t size = utf8_put (text, HAN + k);
      book->cost[k] = bits_of (book, text, size, 1);
      book->single[k] = commons_find (book->commons, TONGUE_ZH, text, size);
    }
}

static void
note_roles (struct wordbook *book)
{
  for (enum han_role role = 0; role < HAN_ROLES; role++)
    {
      const char *of = han_roles[role];
      size_t len = strlen (of);
      for (size_t at = 0; at < len;)
        book->role[utf8_next (of, len, &at) - HAN] |= (uint8_t) (1 << role);
    }
}

bool
wordbook_plays (const struct wordbook *book, uint32_t cp, enum han_role role)
{
  return cp - HAN < HAN_MOST && book->role[cp - HAN] & 1 << role;
}

struct wordbook *
wordbook_new (void)
{
  struct wordbook *book = mem_new (1, sizeof *book);
  book->commons = commons_new ();
  note_commons (book);
  note_characters (book);
  note_roles (book);
  return book;
}

void
wordbook_free (struct wordbook *book)
{
  if (!book)
    return;
  commons_free (book->commons);
  VEC_FREE (&book->sources);
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    {
      vocabulary_free (&book->terms[t]);
      VEC_FREE (&book->given[t]);
    }
  free (book);
}

void
wordbook_add_source (struct wordbook *book, struct word_source source)
{
  VEC_PUSH (&book->sources, source);
}

enum tongue
wordbook_word (const char *text, size_t len, struct buf *word)
{
  struct strip zh = { 0 }, en = { 0 };
  enum tongue tongue = TONGUES;
  size_t size;
  struct range all = { 0, len };
  strip_add_zh (&zh, text, all, BLOCK_BODY);
  strip_add_en (&en, text, all, BLOCK_BODY);
  /* The last unit is the part behind it; a part within it makes it two.  */
  const struct units *units
    = zh.units.len > 1 ? &zh.units : &en.units;
  size_t whole = 0;
  while (whole < units->len && units->items[whole].key != 0)
    whole++;
  if (whole > 0 && whole + 1 == units->len && whole <= WORDBOOK_MOST
      && !(zh.units.len > 1 && en.units.len > 1))
    {
      tongue = units == &zh.units ? TONGUE_ZH : TONGUE_EN;
      const char *bytes = strip_bytes (tongue == TONGUE_ZH ? &zh : &en, 0,
                                       whole, &size);
      buf_add (word, bytes, size);
    }
  strip_free (&zh);
  strip_free (&en);
  return tongue;
}

static void
add_term (struct wordbook *book, enum tongue tongue, const char *word,
          size_t len, bool given)
{
  struct flags *flags = &book->given[tongue];
  uint32_t number = vocabulary_add (&book->terms[tongue], word, len);
  if (number == flags->len)
    VEC_PUSH (flags, given);
  flags->items[number] = flags->items[number] || given;
  note_length (book->longest_term[tongue], tongue, word, len);
}

bool
wordbook_give (struct wordbook *book, const char *text, size_t len)
{
  struct buf word = BUF_INIT;
  enum tongue tongue = wordbook_word (text, len, &word);
  if (tongue != TONGUES)
    add_term (book, tongue, word.data, word.len, true);
  buf_free (&word);
  return tongue != TONGUES;
}

void
wordbook_learn (struct wordbook *book, enum tongue tongue, const char *word,
                size_t len)
{
  add_term (book, tongue, word, len, false);
}

struct common_word
wordbook_common_zh (const struct wordbook *book, const struct strip *strip,
                    size_t at, size_t n)
{
  size_t size;
  const struct unit_of_text *units = strip->units.items + at;
  if (n == 1 && units->key - HAN < HAN_MOST)
    return book->single[units->key - HAN];
  if (n > 1 && n > book->longest_common[hash_pair (units->key, units[1].key)])
    return (struct common_word) { .per_million = 0 };
  const char *text = strip_bytes (strip, at, n, &size);
  return commons_find (book->commons, TONGUE_ZH, text, size);
}

struct common_word
wordbook_common (const struct wordbook *book, enum tongue tongue,
                 const char *text, size_t len)
{
  return commons_find (book->commons, tongue, text, len);
}

/* --- what begins at a unit ---------------------------------------------- */

static size_t
hash_at (enum tongue tongue, const struct strip *strip, size_t at)
{
  const struct unit_of_text *u = &strip->units.items[at];
  if (tongue == TONGUE_ZH)
    return hash_pair (u->key, u[1].key);
  return vocabulary_hash (strip->text.data + u->start, u->stop - u->start)
         & (HASHES - 1);
}

static void
look_dictionaries (const struct wordbook *book, const struct strip *strip,
                   size_t at, size_t most, struct begun *begun)
{
  size_t starts[WORDBOOK_MOST + 1], found[WORDBOOK_MOST];
  const struct unit_of_text *units = strip->units.items + at;
  for (size_t n = 0; n <= most; n++)
    starts[n] = (n < most ? units[n].start : units[n - 1].stop)
                - units[0].start;
  for (size_t k = 0; k < book->sources.len; k++)
    {
      const struct word_source *source = &book->sources.items[k];
      size_t len
        = source->prefixes (source->data, strip->text.data + units[0].start,
                            starts, most, found);
      for (size_t i = 0; i < len; i++)
        begun->words |= (uint16_t) (1 << found[i]);
    }
}

static void
look_terms (const struct wordbook *book, enum tongue tongue,
            const struct strip *strip, size_t at, size_t most,
            struct begun *begun)
{
  size_t size;
  for (size_t n = 1; n <= most; n++)
    {
      const char *text = strip_bytes (strip, at, n, &size);
      uint32_t number = vocabulary_find (&book->terms[tongue], text, size);
      if (number == TERM_NONE)
        continue;
      if (book->given[tongue].items[number])
        begun->given |= (uint16_t) (1 << n);
      else
        begun->terms |= (uint16_t) (1 << n);
    }
}

static void
look_commons (const struct wordbook *book, const struct strip *strip,
              size_t at, size_t most, struct begun *begun)
{
  size_t size;
  for (size_t n = 2; n <= most; n++)
    {
      const char *text = strip_bytes (strip, at, n, &size);
      if (commons_find (book->commons, TONGUE_ZH, text, size).per_million > 0)
        begun->words |= (uint16_t) (1 << n);
    }
}

/* Fills BEGUN for the unit at AT, from which MOST units go on without a part.  */
static void
look_at_unit (const struct wordbook *book, enum tongue tongue,
              const struct strip *strip, size_t at, size_t most,
              struct begun *begun)
{
  size_t hash = hash_at (tongue, strip, at);
  size_t term = book->longest_term[tongue][hash];
  if (tongue == TONGUE_ZH)
    {
      size_t common = book->longest_common[hash];
      if (term == 0)
        term = book->longest_term[tongue]
                                 [hash_pair (strip->units.items[at].key, 0)];
      look_dictionaries (book, strip, at, most, begun);
      look_commons (book, strip, at, common < most ? common : most, begun);
    }
  look_terms (book, tongue, strip, at, term < most ? term : most, begun);
}

void
wordbook_look (const struct wordbook *book, enum tongue tongue,
               const struct strip *strip, struct begun *begun)
{
  size_t most = 0; /* units without a part, at most WORDBOOK_MOST */
  memset (begun, 0, strip->units.len * sizeof *begun);
  if (tongue == TONGUE_EN && vocabulary_len (&book->terms[TONGUE_EN]) == 0)
    return;
  for (size_t at = strip->units.len; at-- > 0;)
    {
      most = strip->units.items[at].key == 0 ? 0
             : most < WORDBOOK_MOST          ? most + 1
                                             : most;
      if (most > 0)
        look_at_unit (book, tongue, strip, at, most, &begun[at]);
    }
}

/* --- parting Chinese into words ----------------------------------------- */

/* What a word costs, in bits: - log2 of how likely it is.  */
static float
cost_of (const struct wordbook *book, const struct strip *strip, size_t at,
         size_t n)
{
  size_t size;
  uint32_t key = strip->units.items[at].key;
  if (n == 1 && key - HAN < HAN_MOST)
    return book->cost[key - HAN];
  const char *text = strip_bytes (strip, at, n, &size);
  return bits_of (book, text, size, n);
}

void
wordbook_part (const struct wordbook *book, const struct strip *strip,
               const struct begun *begun, bool *cut)
{
  size_t len = strip->units.len;
  float *cost = mem_new (len + 1, sizeof *cost);
  uint8_t *last = mem_new (len + 1, sizeof *last);
  for (size_t i = 1; i <= len; i++)
    cost[i] = INFINITY;
  for (size_t i = 0; i < len; i++)
    {
      /* A character may always be a word.  */
      unsigned lengths = begun[i].words | 1 << 1;
      for (size_t n = 1; lengths >> n && i + n <= len; n++)
        {
          if (!(lengths >> n & 1))
            continue;
          float sum = cost[i] + cost_of (book, strip, i, n);
          if (sum < cost[i + n])
            {
              cost[i + n] = sum;
              last[i + n] = (uint8_t) n;
            }
        }
    }
  memset (cut, 0, (len + 1) * sizeof *cut);
  for (size_t i = len; i > 0; i -= last[i])
    cut[i] = true;
  cut[0] = true;
  free (cost);
  free (last);
}
