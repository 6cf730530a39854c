/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text as a row of units.  */
#include "index/strip.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>

#include "base/mem.h"
#include "base/space.h"
#include "base/utf8.h"
#include "text/ascii.h"
#include "text/stem.h"
#include "text/stop.h"

/* About so many bytes of text make a unit.  */
enum { HAN_BYTES = 3, WORD_BYTES = 5 };

void
strip_free (struct strip *strip)
{
  buf_free (&strip->text);
  VEC_FREE (&strip->units);
  vocabulary_free (&strip->stems);
  vocabulary_free (&strip->forms);
  VEC_FREE (&strip->keys);
}

const char *
strip_bytes (const struct strip *strip, size_t at, size_t len, size_t *size)
{
  const struct unit_of_text *units = strip->units.items;
  *size = units[at + len - 1].stop - units[at].start;
  return strip->text.data + units[at].start;
}

void
strip_part (struct strip *strip)
{
  struct units *units = &strip->units;
  if (units->len == 0 || units->items[units->len - 1].key == 0)
    return;
  uint32_t at = (uint32_t) strip->text.len;
  buf_add_byte (&strip->text, '\n');
  VEC_PUSH (units, (struct unit_of_text) { .start = at, .stop = at + 1 });
}

/* --- Chinese ------------------------------------------------------------ */

/* Whether the white space from AT on has a line end, and Chinese goes on behind
   it; *AT is there then.  */
static bool
is_bridge (const char *text, size_t end, size_t *at)
{
  size_t next = space_skip (text, *at, end);
  size_t peek = next;
  if (next == *at || next == end || !memchr (text + *at, '\n', next - *at)
      || !stop_is_han (utf8_next (text, end, &peek)))
    return false;
  *at = next;
  return true;
}

void
strip_add_zh (struct strip *strip, const char *text, struct range within,
              enum block kind)
{
  strip_part (strip);
  VEC_RESERVE (&strip->units, range_len (within) / HAN_BYTES);
  for (size_t at = within.start; at < within.end;)
    {
      size_t begin = at;
      unsigned cp = utf8_next (text, within.end, &at);
      if (!stop_is_han (cp))
        {
          at = begin;
          if (space_is (cp) && is_bridge (text, within.end, &at))
            continue;
          utf8_next (text, within.end, &at);
          strip_part (strip);
          continue;
        }
      uint32_t start = (uint32_t) strip->text.len;
      buf_add (&strip->text, text + begin, at - begin);
      VEC_PUSH (&strip->units,
                (struct unit_of_text) { .key = cp, .start = start,
                                        .stop = (uint32_t) strip->text.len,
                                        .title = kind == BLOCK_HEADLINE });
    }
  strip_part (strip);
}

/* --- English ------------------------------------------------------------ */

/* A word being read.  */
struct reader
{
  const char *text;
  size_t len;
  size_t at;
  bool sentence; /* the next word begins one */
  bool parted;   /* something other than white space stands before it */
  bool title;
};

static bool
is_letter (unsigned cp)
{
  return cp < 128 ? ascii_is_alpha (cp)
                  : uc_is_alpha (cp) && !stop_is_han (cp);
}

static bool
is_apostrophe (unsigned cp)
{
  return cp == '\'' || cp == 0x2019;
}

/* Whether the letters from AT on are an s and the word's last.  */
static bool
is_last_s (const struct reader *r, size_t at)
{
  size_t behind = at + 1;
  return (r->text[at] == 's' || r->text[at] == 'S')
         && (behind == r->len
             || !is_letter (utf8_next (r->text, r->len, &behind)));
}

/* Behind a hyphen at AT that ends a line: where the word goes on with a small
   letter; AT where it does not.  */
static size_t
behind_break (const struct reader *r, size_t at)
{
  size_t next = space_skip (r->text, at, r->len);
  return next > at && next < r->len && memchr (r->text + at, '\n', next - at)
             && ascii_is_lower ((unsigned char) r->text[next])
           ? next
           : at;
}

/* Appends the LEN bytes at WORD without the breaks of lines within it.  */
void
strip_add_form (struct buf *out, const char *word, size_t len)
{
  for (size_t at = 0; at < len; at++)
    {
      size_t next = word[at] == '-' ? space_skip (word, at + 1, len) : at;
      if (next > at + 1)
        at = next;
      buf_add_byte (out, word[at]);
    }
}

/* Where the word ends that begins at AT, and in *BARE where it ends without
   's.  */
static size_t
word_end (const struct reader *r, size_t at, size_t *bare)
{
  size_t end = at;
  for (;;)
    {
      while (at < r->len && ascii_is_alpha ((unsigned char) r->text[at]))
        end = ++at;
      size_t begin = at;
      unsigned cp = at < r->len ? utf8_next (r->text, r->len, &at) : ' ';
      *bare = end;
      if (is_letter (cp))
        {
          end = at;
          continue;
        }
      size_t peek = cp == '-' ? behind_break (r, at) : at;
      if (peek > at)
        {
          at = peek;
          continue;
        }
      if ((cp != '-' && !is_apostrophe (cp)) || begin == r->len
          || at == r->len || !is_letter (utf8_next (r->text, r->len, &peek)))
        return end;
      if (is_apostrophe (cp) && is_last_s (r, at))
        return at + 1;
    }
}

/* How the LEN bytes at WORD end.  */
static enum tail
tail_of (const char *word, size_t len)
{
  const char *end = word + len;
  if (len > 5 && memcmp (end - 4, "ings", 4) == 0)
    return TAIL_ING;
  if (len > 4 && memcmp (end - 3, "ing", 3) == 0)
    return TAIL_ING;
  if (len > 4 && memcmp (end - 2, "ed", 2) == 0)
    return TAIL_ED;
  return len > 4 && memcmp (end - 2, "ly", 2) == 0 ? TAIL_LY : TAIL_NONE;
}

size_t
strip_stem (const char *word, size_t len, char stem[STEM_SIZE])
{
  enum { LEAST = 5 };
  bool many = len > LEAST && memcmp (word + len - 4, "lies", 4) == 0;
  bool one = len >= LEAST && memcmp (word + len - 2, "ly", 2) == 0;
  if ((!many && !one) || len >= STEM_SIZE)
    return stem_word (word, len, stem);
  len -= many ? 3 : 1;
  memcpy (stem, word, len);
  memcpy (stem + len, "i", 2);
  return len + 1;
}

/* The number of the stem, from 1, of the LEN bytes of ASCII in small letters at
   FORM; each form is stemmed once.  */
static uint32_t
stem_of_form (struct strip *strip, const char *form, size_t len)
{
  char stem[STEM_SIZE];
  uint32_t number = vocabulary_add (&strip->forms, form, len);
  if (number == strip->keys.len)
    {
      len = strip_stem (form, len, stem);
      VEC_PUSH (&strip->keys, vocabulary_add (&strip->stems, stem, len) + 1);
    }
  return strip->keys.items[number];
}

/* The same for any word.  */
static uint32_t
stem_of (struct strip *strip, const char *word, size_t len)
{
  char lower[STEM_SIZE];
  size_t size = 0;
  for (; size < len && size < sizeof lower && (unsigned char) word[size] < 128;
       size++)
    lower[size] = ascii_to_lower (word[size]);
  if (size == len)
    return stem_of_form (strip, lower, len);
  const char *curly = memmem (word, len, "’", 3);
  if (curly)
    {
      char *plain = mem_format ("%.*s'%.*s", (int) (curly - word), word,
                                (int) (word + len - curly - 3), curly + 3);
      uint32_t number = stem_of (strip, plain, len - 2);
      free (plain);
      return number;
    }
  size_t folded_len = 0;
  uint8_t *folded = u8_tolower ((const uint8_t *) word, len, NULL, NULL, NULL,
                                &folded_len);
  uint32_t number
    = folded ? vocabulary_add (&strip->stems, (const char *) folded,
                               folded_len) + 1
             : vocabulary_add (&strip->stems, word, len) + 1;
  free (folded);
  return number;
}

/* The same for a word that a line end may part.  */
static uint32_t
key_of (struct strip *strip, const char *word, size_t len)
{
  struct buf whole = BUF_INIT;
  if (!memchr (word, '\n', len))
    return stem_of (strip, word, len);
  strip_add_form (&whole, word, len);
  uint32_t key = stem_of (strip, buf_string (&whole), whole.len);
  buf_free (&whole);
  return key;
}

static void
add_word (struct strip *strip, struct reader *r, size_t from, size_t bare,
          size_t to)
{
  size_t at = from, size;
  uint32_t key = key_of (strip, r->text + from, bare - from);
  uint32_t start = (uint32_t) strip->text.len;
  const char *stem = vocabulary_text (&strip->stems, key - 1, &size);
  if (r->parted)
    {
      strip_part (strip);
      start = (uint32_t) strip->text.len;
    }
  buf_add (&strip->text, stem, size);
  buf_add_byte (&strip->text, ' ');
  unsigned cp = utf8_next (r->text, r->len, &at);
  VEC_PUSH (&strip->units,
            (struct unit_of_text) { .key = key,
                                    .start = start,
                                    .stop = start + (uint32_t) size,
                                    .from = (uint32_t) from,
                                    .to = (uint32_t) to,
                                    .bare = (uint32_t) bare,
                                    .capital = cp < 128 ? ascii_is_upper (cp)
                                                        : uc_is_upper (cp),
                                    .tail = tail_of (r->text + from,
                                                     bare - from),
                                    .first = r->sentence,
                                    .title = r->title });
  r->sentence = r->parted = false;
}

/* Goes over what is no letter at r->at.  Behind a full stop, a colon or a
   quotation mark a capital says nothing.  */
static void
skip_mark (struct reader *r)
{
  unsigned cp = utf8_next (r->text, r->len, &r->at);
  if (space_is (cp))
    return;
  r->parted = true;
  r->sentence = r->sentence || cp == '.' || cp == '!' || cp == '?'
                || cp == ':' || cp == '"' || cp == 0x201C || cp == 0x2014
                || cp == 0xFF1A || cp == 0x3002;
}

/* Goes over a number and what is written to it.  */
static void
skip_number (struct reader *r)
{
  while (r->at < r->len
         && (ascii_is_digit ((unsigned char) r->text[r->at])
             || ascii_is_alpha ((unsigned char) r->text[r->at])))
    r->at++;
  r->parted = true;
  r->sentence = false;
}

/* Whether the word of LEN bytes at WORD is a spelled number of two words:
   twenty-eight, ninety-first.  */
static bool
is_spelled_number (const char *word, size_t len)
{
  static const char *const tens[] = { "twenty-", "thirty-", "forty-", "fifty-",
                                      "sixty-", "seventy-", "eighty-",
                                      "ninety-" };
  if (!memchr (word, '-', len))
    return false;
  for (size_t i = 0; i < sizeof tens / sizeof *tens; i++)
    if (len > strlen (tens[i])
        && strncasecmp (word, tens[i], strlen (tens[i])) == 0)
      return true;
  return false;
}

void
strip_add_en (struct strip *strip, const char *text, struct range within,
              enum block kind)
{
  struct reader r
    = { text, within.end, within.start, true, true, kind == BLOCK_HEADLINE };
  VEC_RESERVE (&strip->units, range_len (within) / WORD_BYTES);
  while (r.at < r.len)
    {
      size_t next = r.at, bare;
      unsigned cp = utf8_next (text, r.len, &next);
      if (ascii_is_digit (cp))
        skip_number (&r);
      else if (!is_letter (cp))
        skip_mark (&r);
      else
        {
          size_t end = word_end (&r, r.at, &bare);
          if (is_spelled_number (text + r.at, end - r.at))
            r.parted = true;
          else
            add_word (strip, &r, r.at, bare, end);
          r.at = end;
        }
    }
  strip_part (strip);
}

bool
strip_add_side (struct strip *strip, const struct side_text *side,
                size_t from, size_t to)
{
  bool chinese = strcmp (side->lang, "zh") == 0;
  if (!chinese && strcmp (side->lang, "en") != 0)
    return false;
  for (size_t k = 0; k < side->paragraphs.len; k++)
    {
      struct range within = side->paragraphs.items[k].range;
      if (within.end <= from || within.start >= to)
        continue;
      within.start = within.start < from ? from : within.start;
      within.end = within.end > to ? to : within.end;
      (chinese ? strip_add_zh : strip_add_en) (
        strip, side->text, within, side->paragraphs.items[k].block);
    }
  return true;
}
