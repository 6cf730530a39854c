/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes text/sentence.h: paragraphs cover the text, sentences the paragraphs,
   and white space never stands at a sentence's start but the first.  */
#include <stdint.h>
#include <stdlib.h>

#include "base/space.h"
#include "text/sentence.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_cover (struct range within, const struct ranges *ranges)
{
  size_t at = within.start;
  for (size_t i = 0; i < ranges->len; i++)
    {
      if (ranges->items[i].start != at || ranges->items[i].end <= at)
        abort ();
      at = ranges->items[i].end;
    }
  if (at != within.end)
    abort ();
}

static void
check_sentences (const char *text, struct range within, const char *lang)
{
  struct ranges out = { 0 };
  text_sentences (text, within, lang, &out);
  check_cover (within, &out);
  for (size_t i = 1; i < out.len; i++)
    {
      size_t start = out.items[i].start;
      if (space_skip (text, start, within.end) != start)
        abort ();
    }
  VEC_FREE (&out);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *text = (const char *) data;
  const char *lang = text_language (text, size);
  for (enum paragraph_rule rule = PARAGRAPH_LINES; rule <= PARAGRAPH_BLANK;
       rule++)
    {
      struct ranges paragraphs = { 0 };
      struct range all = { 0, size };
      text_paragraphs (text, all, rule, &paragraphs);
      check_cover (all, &paragraphs);
      for (size_t i = 0; i < paragraphs.len; i++)
        {
          check_sentences (text, paragraphs.items[i], lang);
          check_sentences (text, paragraphs.items[i], "zh");
          check_sentences (text, paragraphs.items[i], "en");
        }
      VEC_FREE (&paragraphs);
    }
  return 0;
}
