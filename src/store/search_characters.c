/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index of characters and of beginnings of words: its tokens of a
   document.  */
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

/* Adds the token of BYTES, behind the byte KIND where that is not 0.  */
static void
add_seen (bool translation, char kind, const char *bytes, size_t len,
          struct buf *out)
{
  buf_add_byte (out, INDEX_NEXT);
  if (translation)
    buf_add_byte (out, INDEX_TRANSLATION);
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

static void
add_characters (bool translation, const char *text, size_t len,
                struct seen *seen, struct buf *out)
{
  struct tokens tokens;
  struct token token;
  tokens_begin (&tokens, text, len);
  while (tokens_next (&tokens, &token))
    if (token.kind == TOKEN_WORD)
      add_beginnings (translation, &token, seen, out);
    else if (token.kind == TOKEN_HAN && see (seen, token.cp))
      add_seen (translation, 0, token.text, token.len, out);
}

void
index_characters (const struct buf *text, struct buf *out)
{
  struct seen seen[SIDES] = { { .page = { NULL } } };
  const char *stop = text->data + text->len;
  buf_add_byte (out, INDEX_FIELD);
  buf_add_byte (out, 'm');
  for (const char *at = text->data; at && at < stop;)
    {
      const char *end = memchr (at + 1, INDEX_FIELD, (size_t) (stop - at - 1));
      bool translation = at[1] == 't';
      if (!end)
        end = stop;
      if (at[1] != 'm')
        add_characters (translation, at + 2, (size_t) (end - at - 2),
                        &seen[translation], out);
      at = end;
    }
  for (enum side s = 0; s < SIDES; s++)
    seen_free (&seen[s]);
}
