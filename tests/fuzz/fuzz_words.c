/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes words: any text is cut into words that do not overlap and leave out
   nothing but signs, and any two texts are linked or not, each link one of their
   words.  */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "align/word_links.h"
#include "align/words.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "index/pinyin.h"
#include "index/readings.h"
#include "index/word_cut.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Every two and every three bytes that end a character are words.  */
static void
find (void *data, const char *text, size_t len,
      void (*found) (void *sink, size_t len), void *sink)
{
  size_t at = 0;
  (void) data;
  for (int k = 0; k < 3 && at < len; k++)
    {
      utf8_next (text, len, &at);
      found (sink, at);
    }
}

static void
cut (const char *text, struct range range, struct cut_words *words)
{
  static struct range items[] = { { 1, 4 }, { 2, 9 }, { 2, 3 } };
  static const struct ranges fixed = { items, 3, 3 };
  struct word_finder finder = { find, NULL };
  size_t end = range.start;
  word_cut (text, range, &fixed, &finder, words);
  for (size_t k = 0; k < words->len; k++)
    {
      struct range r = words->items[k].range;
      if (r.start < end || r.end <= r.start || r.end > range.end)
        abort ();
      end = r.end;
    }
}

static void
link_texts (const char *text, const struct cut_words *a,
            const struct cut_words *b, const struct dictionary *dictionary)
{
  struct link_words words[SIDES] = { { 0 }, { 0 } };
  struct word_links links = { 0 };
  for (size_t k = 0; k < a->len; k++)
    VEC_PUSH (&words[0], (struct link_word) {
                           text + a->items[k].range.start,
                           range_len (a->items[k].range), "mao" });
  for (size_t k = 0; k < b->len; k++)
    VEC_PUSH (&words[1], (struct link_word) {
                           text + b->items[k].range.start,
                           range_len (b->items[k].range), NULL });
  word_links_find (words, &dictionary, 1, &links);
  for (size_t k = 0; k < links.len; k++)
    if (links.items[k].word[0] >= a->len || links.items[k].word[1] >= b->len)
      abort ();
  VEC_FREE (&links);
  VEC_FREE (&words[0]);
  VEC_FREE (&words[1]);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *text = (const char *) data;
  size_t len = utf8_check (text, size), half = len / 2;
  struct cut_words first = { 0 }, second = { 0 };
  struct buf image = BUF_INIT, pinyin = BUF_INIT, typed = BUF_INIT;
  struct err err;
  while (half < len && ((unsigned char) text[half] & 0xC0) == 0x80)
    half++;
  words_image (&image, true);
  struct dictionary *dictionary
    = dictionary_open (image.data, image.len, "fuzz", &err);
  cut (text, (struct range) { 0, half }, &first);
  cut (text, (struct range) { half, len }, &second);
  link_texts (text, &first, &second, dictionary);
  pinyin_mark (text, size, &pinyin);
  pinyin_bare (text, size, &pinyin);
  pinyin_typed (text, size, &typed);
  readings_begin ("lv4绿 se4色", buf_string (&typed));
  dictionary_close (dictionary);
  buf_free (&image);
  buf_free (&pinyin);
  buf_free (&typed);
  VEC_FREE (&first);
  VEC_FREE (&second);
  return 0;
}
