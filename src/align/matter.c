/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A side as the aligner reads it.  */
#include "align/matter.h"

#include <stdlib.h>
#include <string.h>

#include "align/figure.h"
#include "base/mem.h"
#include "base/space.h"
#include "base/utf8.h"
#include "text/ascii.h"
#include "text/stem.h"

/* A long run of letters without a space is no word; a run of characters
   without punctuation is looked at in pieces.  */
enum { WORD_MOST = 64, RUN_MOST = 4096, WORD_CHARS = 8 };

/* What stands further on in a monstrous sentence is not looked at.  */
enum { TOKENS_MOST = 3000 };

static bool
is_han (unsigned cp)
{
  return (cp >= 0x3400 && cp <= 0x9fff) || (cp >= 0x20000 && cp <= 0x3ffff)
         || (cp >= 0xf900 && cp <= 0xfaff) || (cp >= 0x3040 && cp <= 0x30ff)
         || cp == 0x3007;
}

/* Whether CP is a letter of a writing with spaces between words.  */
static bool
is_letter (unsigned cp)
{
  return (cp < 0x80 && ascii_is_alpha (cp))
         || (cp >= 0xc0 && cp < 0x2000 && cp != 0xd7 && cp != 0xf7);
}

bool
matter_is_han (const struct side_text *text)
{
  size_t han = 0, words = 0;
  bool inside = false;
  for (size_t at = 0; at < text->len && at < 100000;)
    {
      unsigned cp = utf8_next (text->text, text->len, &at);
      bool letter = is_letter (cp);
      han += is_han (cp);
      words += letter && !inside;
      inside = letter;
    }
  return han > words;
}

/* One side in the making.  */
struct scan
{
  struct matter *matter;
  const struct dictionary *const *dictionary;
  size_t dictionaries;
  struct vocabulary *vocabulary;
  const char *text;
  bool han;
};

static void
add_token (struct scan *r, const char *text, size_t len, unsigned weight,
           bool learned)
{
  size_t at = 0;
  bool lone = is_han (utf8_next (text, len, &at)) && at == len;
  const struct matter *m = r->matter;
  if (m->tokens.len - m->token_start[m->len] >= TOKENS_MOST
      || vocabulary_len (r->vocabulary) >= TERMS_MOST)
    return;
  uint32_t term = vocabulary_add (r->vocabulary, text, len);
  struct token token = { term & (TERMS_MOST - 1), weight & 3, learned };
  VEC_PUSH (&r->matter->tokens, token);
  if (learned && !lone)
    VEC_PUSH (&r->matter->drawn, term);
}

static void
add_anchor (struct scan *r, uint32_t key, bool plain, bool word)
{
  const struct matter *m = r->matter;
  if (m->anchors.len - m->anchor_start[m->len] < ANCHORS_MOST)
    VEC_PUSH (&r->matter->anchors, (struct anchor) { key, plain, word });
}

/* The word of letters that begins at AT; returns its end.  */
static size_t
read_word (struct scan *r, size_t at, size_t end)
{
  char word[WORD_MOST], stem[STEM_SIZE];
  size_t len = 0, next = at;
  while (at < end)
    {
      unsigned cp = utf8_next (r->text, end, &next);
      if (!is_letter (cp) && !(len > 0 && ascii_is_digit (cp)))
        break;
      for (; at < next; at++)
        if (len < WORD_MOST)
          word[len++] = ascii_to_lower (r->text[at]);
    }
  size_t n = stem_word (word, len, stem);
  add_token (r, stem, n, r->han ? 0 : 2, true);
  if (r->han && len > 1)
    add_anchor (r, vocabulary_hash (stem, n), true, true);
  return at;
}

/* Which numbers of the characters at STARTS, at most MOST, make a word: a bit
   each.  */
static unsigned
word_lengths (const struct scan *r, const size_t *starts, size_t most)
{
  unsigned lengths = 0;
  for (size_t d = 0; d < r->dictionaries; d++)
    {
      size_t found[WORD_CHARS];
      size_t count = dictionary_prefixes (
        r->dictionary[d], r->text + starts[0], starts, most, found);
      for (size_t k = 0; k < count; k++)
        lengths |= 1u << found[k];
    }
  return lengths;
}

/* The words of the dictionaries among the characters that start at STARTS, the
   longest first from left to right; the others in between count half.  */
static void
find_words (struct scan *r, const size_t *starts, size_t len)
{
  size_t free_from = 0;
  for (size_t i = 0; i < len; i++)
    {
      size_t most = len - i < WORD_CHARS ? len - i : WORD_CHARS;
      unsigned lengths = word_lengths (r, starts + i, most);
      size_t longest = 0;
      if (i >= free_from)
        {
          for (longest = most; longest > 1; longest--)
            if (lengths >> longest & 1)
              break;
          free_from = i + longest;
          r->matter->words[r->matter->len] += 1;
        }
      for (size_t chars = 1; chars <= most; chars++)
        if (lengths >> chars & 1)
          add_token (r, r->text + starts[i], starts[i + chars] - starts[i],
                     chars == longest ? 2 : 1, chars == longest && chars > 2);
    }
}

/* The run of Chinese characters that begins at AT; returns its end.  */
static size_t
read_han (struct scan *r, size_t at, size_t end)
{
  size_t starts[RUN_MOST + 1], len = 0, next = at;
  while (at < end && len < RUN_MOST)
    {
      if (!is_han (utf8_next (r->text, end, &next)))
        break;
      starts[len++] = at;
      at = next;
    }
  starts[len] = at;
  for (size_t i = 0; i < len; i++)
    {
      add_token (r, r->text + starts[i], starts[i + 1] - starts[i], 0, true);
      if (i + 1 < len)
        add_token (r, r->text + starts[i], starts[i + 2] - starts[i], 0,
                   true);
    }
  find_words (r, starts, len);
  return at;
}

static void
read_figures (struct scan *r, struct range core)
{
  bool inside = false;
  for (size_t at = core.start; at < core.end;)
    {
      size_t next = at;
      unsigned cp = utf8_next (r->text, core.end, &next);
      bool letter = is_letter (cp);
      struct figure figure;
      if (!(letter && inside)
          && figure_read (r->text, at, core.end, &figure, &next))
        add_anchor (r, figure.key, figure.plain, false);
      inside = letter;
      at = next;
    }
}

static void
read_sentence (struct scan *r, struct range core)
{
  for (size_t at = core.start; at < core.end;)
    {
      size_t next = at;
      unsigned cp = utf8_next (r->text, core.end, &next);
      if (is_letter (cp))
        {
          next = read_word (r, at, core.end);
          r->matter->words[r->matter->len] += 1;
        }
      else if (r->han && is_han (cp))
        next = read_han (r, at, core.end);
      at = next;
    }
  read_figures (r, core);
  while (r->matter->drawn.len % LANES != 0)
    VEC_PUSH (&r->matter->drawn, r->matter->nothing);
}

void
matter_open (struct matter *matter, const struct side_text *text,
              bool han, const struct dictionary *const *dictionary,
              size_t count, struct vocabulary *vocabulary)
{
  size_t len = text->sentences.len;
  struct look_state state = { 0, 0 };
  struct scan r = { matter, dictionary, count, vocabulary, text->text, han };
  *matter = (struct matter) { .text = text, .nothing = TERM_NONE };
  matter->done = mem_new (len + 1, sizeof *matter->done);
  matter->paragraph = mem_new (len + 1, sizeof *matter->paragraph);
  matter->token_start = mem_new (len + 1, sizeof *matter->token_start);
  matter->drawn_start = mem_new (len + 1, sizeof *matter->drawn_start);
  matter->anchor_start = mem_new (len + 1, sizeof *matter->anchor_start);
  matter->words = mem_new (len + 1, sizeof *matter->words);
  matter->looks = mem_new (len + 1, sizeof *matter->looks);
  matter->clauses = mem_new (len + 1, sizeof *matter->clauses);
  matter->marks = mem_new (len + 1, sizeof *matter->marks);
  for (size_t i = 0; i < len; i++)
    {
      const struct sentence *s = &text->sentences.items[i];
      struct range core = space_trim (text->text, s->range);
      matter->len = i;
      matter->done[i + 1] = matter->done[i] + range_len (core);
      matter->paragraph[i] = s->paragraph;
      matter->looks[i] = look_at (text->text, core, &state);
      matter->clauses[i + 1] = matter->clauses[i] + matter->looks[i].clauses;
      for (int m = 0; m < MARKS; m++)
        matter->marks[i + 1][m]
          = (uint16_t) (matter->marks[i][m] + matter->looks[i].count[m]);
      read_sentence (&r, core);
      matter->token_start[i + 1] = matter->tokens.len;
      matter->drawn_start[i + 1] = matter->drawn.len;
      matter->anchor_start[i + 1] = matter->anchors.len;
    }
  matter->len = len;
  VEC_FIT (&matter->tokens);
  VEC_FIT (&matter->drawn);
}

void
matter_meet (struct matter *matter, const struct vocabulary *own,
             const struct vocabulary *other)
{
  matter->nothing = (uint32_t) vocabulary_len (own);
  for (size_t k = 0; k < matter->drawn.len; k++)
    if (matter->drawn.items[k] == TERM_NONE)
      matter->drawn.items[k] = matter->nothing;
  for (size_t k = 0; k < matter->anchors.len; k++)
    if (matter->anchors.items[k].word)
      matter->anchors.items[k].key
        = vocabulary_find_hash (other, matter->anchors.items[k].key);
}

void
matter_free (struct matter *matter)
{
  free (matter->done);
  free (matter->paragraph);
  free (matter->token_start);
  free (matter->drawn_start);
  free (matter->anchor_start);
  free (matter->words);
  free (matter->looks);
  free (matter->clauses);
  free (matter->marks);
  VEC_FREE (&matter->tokens);
  VEC_FREE (&matter->drawn);
  VEC_FREE (&matter->anchors);
}
