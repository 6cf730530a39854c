/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keywords of a document as compact bytes: numbers of seven bits a byte, the
   terms' numbers as differences.  */
#include <config.h>

#include "store/keyword_words.h"

#include <stdint.h>
#include <stdlib.h>

void
document_words_free (struct document_words *words)
{
  VEC_FREE (&words->words);
  *words = (struct document_words) { .total = { 0 } };
}

static void
put (struct buf *out, unsigned long long number)
{
  for (; number >= 0x80; number >>= 7)
    buf_add_byte (out, (char) (0x80 | (number & 0x7F)));
  buf_add_byte (out, (char) number);
}

static int
by_id (const void *a, const void *b)
{
  const struct stored_word *x = a, *y = b;
  return (x->id > y->id) - (x->id < y->id);
}

void
document_words_write (struct document_words *words, struct buf *out)
{
  struct stored_words *of = &words->words;
  long long before = 0;
  if (of->len > 1)
    qsort (of->items, of->len, sizeof *of->items, by_id);
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    put (out, words->total[t]);
  for (size_t i = 0; i < of->len; i++)
    {
      const struct stored_word *w = &of->items[i];
      bool differs = w->alone != w->count;
      put (out, (unsigned long long) (w->id - before));
      put (out, (unsigned long long) w->count * 2 + differs);
      if (differs)
        put (out, w->alone);
      before = w->id;
    }
}

/* Bytes being read.  */
struct bytes
{
  const unsigned char *data;
  size_t len;
  size_t at;
  bool bad;
};

/* The next number, at most MOST.  */
static unsigned long long
get (struct bytes *in, unsigned long long most)
{
  unsigned long long number = 0;
  for (unsigned shift = 0; shift < 63 && in->at < in->len; shift += 7)
    {
      unsigned char byte = in->data[in->at++];
      number |= (unsigned long long) (byte & 0x7F) << shift;
      if (byte < 0x80)
        {
          in->bad = in->bad || number > most;
          return in->bad ? 0 : number;
        }
    }
  in->bad = true;
  return 0;
}

void
document_words_take (struct row *row, struct document_words *words)
{
  struct bytes in = { .at = 0 };
  long long id = 0;
  in.data = take_blob (row, &in.len);
  if (in.len == 0)
    return;
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    words->total[t] = (size_t) get (&in, UINT32_MAX);
  while (!in.bad && in.at < in.len)
    {
      long long step = (long long) get (&in, INT64_MAX / 2);
      unsigned long long count = get (&in, 2ULL * UINT32_MAX + 1);
      unsigned long long alone
        = count & 1 ? get (&in, UINT32_MAX) : count / 2;
      in.bad = in.bad || step == 0 || id > INT64_MAX / 2 - step;
      id += step;
      if (!in.bad)
        VEC_PUSH (&words->words,
                  (struct stored_word) { id, (unsigned) (count / 2),
                                         (unsigned) alone });
    }
  row->bad = row->bad || in.bad;
}
