/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The English words of glosses.  */
#include "index/gloss_words.h"

#include <string.h>

#include "text/ascii.h"

/* Where in the glosses the reader is.  */
struct place
{
  unsigned meaning;
  unsigned round;  /* open parentheses */
  unsigned square; /* open brackets */
};

static bool
is_word_byte (char c)
{
  return ascii_is_alpha ((unsigned char) c)
         || ascii_is_digit ((unsigned char) c);
}

/* The word of letters and digits, with an apostrophe or Latin letters beyond
   ASCII inside, that begins at AT; returns its end.  */
static size_t
word_end (const char *text, size_t at, size_t len)
{
  while (at < len
         && (is_word_byte (text[at])
             || ((unsigned char) text[at] >= 0xC3
                 && (unsigned char) text[at] < 0xC6 && at + 1 < len)
             || (text[at] == '\'' && at + 1 < len
                 && is_word_byte (text[at + 1]))))
    at += (unsigned char) text[at] >= 0xC3 ? 2 : 1;
  return at;
}

static void
add_word (const char *text, size_t len, const struct place *place,
          struct gloss_words *words)
{
  struct gloss_word word
    = { .meaning = place->meaning, .aside = place->round > 0 };
  if (len >= STEM_SIZE)
    return;
  if (len > 2 && memcmp (text + len - 2, "'s", 2) == 0)
    len -= 2;
  for (size_t k = 0; k < len; k++)
    word.lower[k] = ascii_to_lower (text[k]);
  size_t stem = stem_word (word.lower, len, word.stem);
  bool begins = stem <= len && memcmp (word.lower, word.stem, stem) == 0;
  if (!begins || stem != len)
    word.ending
      = begins && stem + 1 == len && word.lower[stem] == 'e' ? 'e' : '~';
  VEC_PUSH (words, word);
}

/* Takes the sign C in.  */
static void
step (struct place *place, char c)
{
  place->round += c == '(';
  place->round -= c == ')' && place->round > 0;
  place->square += c == '[';
  place->square -= c == ']' && place->square > 0;
  if (c == '/')
    place->round = place->square = 0;
  if (c == '/' || (c == ';' && place->round == 0))
    place->meaning++;
}

void
gloss_words_read (const char *glosses, size_t len, struct gloss_words *words)
{
  struct place place = { 0 };
  for (size_t at = 0; at < len;)
    {
      if ((at == 0 || glosses[at - 1] == '/') && len - at >= 3
          && memcmp (glosses + at, "CL:", 3) == 0)
        {
          const char *end = memchr (glosses + at, '/', len - at);
          at = end ? (size_t) (end - glosses) : len;
          continue;
        }
      size_t end = word_end (glosses, at, len);
      if (end > at && place.square == 0)
        add_word (glosses + at, end - at, &place, words);
      if (end == at)
        step (&place, glosses[end++]);
      at = end;
    }
}

bool
gloss_words_alike (const struct gloss_word *a, const struct gloss_word *b)
{
  return strcmp (a->stem, b->stem) == 0
         && (a->ending == b->ending || a->ending == '~' || b->ending == '~');
}

/* Words that a meaning is not longer by.  */
static bool
is_slight (const char *stem)
{
  return strcmp (stem, "to") == 0 || strcmp (stem, "a") == 0
         || strcmp (stem, "an") == 0 || strcmp (stem, "the") == 0;
}

uint32_t
gloss_words_rank (const struct gloss_words *words, size_t at, size_t count,
                  size_t characters)
{
  const struct gloss_word *own = &words->items[at];
  uint32_t others = 0, length = characters < 31 ? (uint32_t) characters : 31;
  uint32_t meaning = own->meaning < 31 ? own->meaning : 31;
  size_t first = at, last = at + count;
  while (first > 0 && words->items[first - 1].meaning == own->meaning)
    first--;
  while (last < words->len && words->items[last].meaning == own->meaning)
    last++;
  for (size_t k = first; k < last; k++)
    if ((k < at || k >= at + count) && !words->items[k].aside
        && !is_slight (words->items[k].stem))
      others++;
  if (others > 31)
    others = 31;
  return (uint32_t) own->aside << 19 | (uint32_t) (others > 0) << 18
         | (uint32_t) (meaning > 0) << 17 | others << 10 | length << 5
         | meaning;
}
