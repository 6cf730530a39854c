/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Terms of many texts.  */
#include "index/sample.h"

#include "index/keyword_private.h"

/* Units of a language that are enough: more hardly shows terms that stand in
   many texts, and takes time.  */
enum { SAMPLE_UNITS = 400000 };

bool
sample_add (struct sample *sample, const struct document *document)
{
  bool room = true;
  for (enum side s = 0; s < SIDES; s++)
    {
      const struct side_text *text = &document->side[s];
      enum tongue tongue = tongue_of (text->lang);
      size_t len = keywords_piece_end (document, s, 0);
      if (tongue == TONGUES)
        continue;
      strip_add_side (&sample->strip[tongue], text, 0, len);
      room = room && sample->strip[tongue].units.len < SAMPLE_UNITS;
    }
  return room;
}

void
sample_free (struct sample *sample)
{
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    strip_free (&sample->strip[t]);
}

struct learning
{
  const struct look_at *look;
  struct buf words; /* each with a line end behind it */
};

/* The book must not change while the text is being looked at.  */
static void
keep_word (size_t len, size_t at, uint32_t count, void *data)
{
  struct learning *learning = data;
  size_t size;
  const char *bytes = strip_bytes (&learning->look->strip, at, len, &size);
  (void) count;
  buf_add (&learning->words, bytes, size);
  buf_add_byte (&learning->words, '\n');
}

void
sample_learn (struct sample *sample, struct wordbook *book)
{
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    {
      struct grams grams;
      struct look_at look
        = { .book = book, .tongue = t, .strip = sample->strip[t] };
      struct learning learning = { &look, BUF_INIT };
      sample->strip[t] = (struct strip) { .text = BUF_INIT };
      look_open (&look);
      grams_make (&grams, &look.strip, look.bar, finding_sample.least);
      look_find (&look, &grams, &finding_sample, keep_word, &learning);
      grams_free (&grams);
      look_close (&look);
      for (size_t at = 0, len; at < learning.words.len; at += len + 1)
        {
          const char *word = learning.words.data + at;
          for (len = 0; word[len] != '\n'; len++)
            continue;
          wordbook_learn (book, t, word, len);
        }
      buf_free (&learning.words);
    }
}
