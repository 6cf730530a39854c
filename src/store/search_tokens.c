/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tokens of a document for both indexes: its words, and its characters and
   beginnings of words.  */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "index/token.h"
#include "store/search_index.h"

enum { PAGE = 4096, PAGES = 0x110000 / PAGE };

/* A beginning as a number: its letters as figures to the base of LETTERS, from
   1; a byte of BEGINNINGS has eight of these numbers.  */
enum
{
  LETTERS = 1 + 26 + 10,
  BEGINNING_MOST = 3,
  BEGINNINGS = LETTERS * LETTERS * LETTERS / 8 + 1
};

/* Which characters and beginnings of words were seen on a side: a bit for each
   code point, in pages that are there once they are needed, and for each
   beginning.  */
struct seen
{
  unsigned char *page[PAGES];
  unsigned char beginnings[BEGINNINGS];
};

static void
seen_free (struct seen *seen)
{
  for (size_t p = 0; p < PAGES; p++)
    free (seen->page[p]);
}

/* Sets BIT in BYTES; whether it was not set.  */
static bool
set_bit (unsigned char *bytes, unsigned bit)
{
  unsigned char mask = (unsigned char) (1U << bit % 8);
  bool first = !(bytes[bit / 8] & mask);
  bytes[bit / 8] |= mask;
  return first;
}

/* Whether CP is seen for the first time.  */
static bool
see (struct seen *seen, unsigned cp)
{
  unsigned char **page = &seen->page[cp / PAGE];
  if (!*page)
    *page = mem_new (PAGE / 8, 1);
  return set_bit (*page, cp % PAGE);
}

/* The figure for a letter, from 1; 0 for any other byte.  */
static unsigned
figure_of (char letter)
{
  if (letter >= 'a' && letter <= 'z')
    return (unsigned) (letter - 'a') + 1;
  return letter >= '0' && letter <= '9' ? (unsigned) (letter - '0') + 27 : 0;
}

bool
index_is_beginning (const char *text, size_t len)
{
  for (size_t i = 0; i < len; i++)
    if (figure_of (text[i]) == 0)
      return false;
  return len > 0 && len <= BEGINNING_MOST;
}

/* Begins a token behind SEPARATOR.  */
static void
begin_token (struct buf *out, char separator, bool translation)
{
  buf_add_byte (out, separator);
  if (translation)
    buf_add_byte (out, INDEX_TRANSLATION);
}

/* --- characters and beginnings ------------------------------------------ */

/* Adds the token of BYTES, behind the byte KIND where that is not 0.  */
static void
add_seen (bool translation, char kind, const char *bytes, size_t len,
          struct buf *out)
{
  begin_token (out, INDEX_NEXT, translation);
  if (kind)
    buf_add_byte (out, kind);
  buf_add (out, bytes, len);
}

/* Adds those beginnings of the word TOKEN that were not SEEN yet.  */
static void
add_beginnings (bool translation, const struct token *token,
                struct seen *seen, struct buf *out)
{
  unsigned number = 0, figure;
  for (size_t i = 0; i < token->len && i < BEGINNING_MOST
                     && (figure = figure_of (token->text[i])) > 0;
       i++)
    {
      number = number * LETTERS + figure;
      if (set_bit (seen->beginnings, number))
        add_seen (translation, INDEX_BEGINNING, token->text, i + 1, out);
    }
}

/* Adds what TOKEN has that was not SEEN yet.  */
static void
add_new (bool translation, const struct token *token, struct seen *seen,
         struct buf *out)
{
  if (token->kind == TOKEN_WORD)
    add_beginnings (translation, token, seen, out);
  else if (token->kind == TOKEN_HAN && see (seen, token->cp))
    add_seen (translation, 0, token->text, token->len, out);
}

/* --- words -------------------------------------------------------------- */

/* Adds TOKEN with what FOLLOWS it (or NULL); where it follows a word (BEHIND),
   once more as such.  */
static void
add_word (bool translation, const struct token *token,
          const struct token *follows, bool behind, struct buf *out)
{
  begin_token (out, INDEX_NEXT, translation);
  buf_add (out, token->text, token->len);
  if (token->kind != TOKEN_HAN)
    return;
  if (follows && follows->kind == TOKEN_HAN)
    buf_add (out, follows->text, follows->len);
  if (behind)
    {
      begin_token (out, INDEX_OR, translation);
      buf_add_byte (out, INDEX_FOLLOWER);
      buf_add (out, token->text, token->len);
    }
}

static void
add_text (bool translation, const char *text, size_t len, struct seen *seen,
          struct buf *words, struct buf *characters)
{
  struct tokens tokens;
  struct token pair[2];
  int now = 0;
  tokens_begin (&tokens, text, len);
  bool there = tokens_next (&tokens, &pair[now]), behind = false;
  while (there)
    {
      const struct token *token = &pair[now];
      there = tokens_next (&tokens, &pair[!now]);
      add_word (translation, token, there ? &pair[!now] : NULL, behind, words);
      add_new (translation, token, seen, characters);
      behind = token->kind == TOKEN_WORD;
      now = !now;
    }
}

/* --- both --------------------------------------------------------------- */

void
index_tokens (const struct buf *text, struct buf *words,
              struct buf *characters)
{
  struct seen seen[SIDES] = { { .page = { NULL } } };
  buf_reserve (words, 2 * text->len);
  for (size_t at = 0; at + 2 <= text->len;)
    {
      bool translation = text->data[at + 1] == 't';
      const char *start = text->data + at + 2;
      const char *end = memchr (start, INDEX_FIELD, text->len - at - 2);
      size_t size = end ? (size_t) (end - start) : text->len - at - 2;
      if (at > 0)
        {
          buf_add_byte (words, INDEX_NEXT);
          buf_add_byte (words, INDEX_GAP);
        }
      buf_add_byte (words, INDEX_NEXT);
      if (text->data[at + 1] == 'm')
        buf_add (words, start, size);
      else
        add_text (translation, start, size, &seen[translation], words,
                  characters);
      at += 2 + size;
    }
  for (enum side s = 0; s < SIDES; s++)
    seen_free (&seen[s]);
}
