/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A term of a query as a phrase of FTS5: for each of its places all the tokens
   that may stand there.  */
#include <config.h>

#include "store/search_phrase.h"

#include <string.h>

#include "store/search_index.h"

/* How many tokens are looked up for one query, to leave out those that stand
   nowhere; beyond that they stay in, which costs time alone.  */
enum { LOOKUPS = 400 };

void
phrase_quote (struct buf *out, const char *bytes, size_t len)
{
  for (size_t i = 0; i < len; i++)
    {
      if (bytes[i] == '"')
        buf_add_byte (out, '"');
      buf_add_byte (out, bytes[i]);
    }
}

/* Whether the token stands anywhere in the index of words or characters.  */
static bool
stands (struct making *m, bool characters, const char *token, size_t len)
{
  struct buf match = BUF_INIT;
  if (m->lookups++ >= LOOKUPS || m->failed)
    return true;
  buf_add_byte (&match, '"');
  phrase_quote (&match, token, len);
  buf_add_byte (&match, '"');
  struct row row = row_of (&m->library->database,
                           characters ? CHARACTERS_ANY : WORDS_ANY);
  put_bytes (&row, match.data, match.len);
  bool found = row_next (&row, m->err);
  row_done (&row);
  buf_free (&match);
  m->failed = !found && m->err->code != ERR_NONE;
  return found;
}

/* Whether the character FORM is written on SIDE at all.  */
static bool
is_written (struct making *m, const struct form *form, enum side side)
{
  for (size_t i = 0; i < m->written.len; i++)
    if (m->written.items[i].cp == form->cp)
      return m->written.items[i].on[side];
  char token[1 + TOKEN_MOST] = { INDEX_TRANSLATION };
  memcpy (token + 1, form->text, form->len);
  struct written written
    = { .cp = form->cp,
        .on = { [ORIGINAL] = stands (m, true, form->text, form->len),
                [TRANSLATION] = stands (m, true, token, form->len + 1) } };
  VEC_PUSH (&m->written, written);
  return written.on[side];
}

/* The tokens for one place of a phrase.  */
struct place
{
  struct buf tokens;
  size_t count;
  bool prefix; /* they need only begin so: can't be looked up cheaply */
  bool han;    /* they are of characters, each of which was looked up */
  char kind;   /* the byte with which they begin, or 0 */
  const char *between; /* them */
};

/* Adds the token of LEN bytes at BYTES on SIDE, behind the byte KIND where that is
   not 0.  */
static void
add_token (struct making *m, struct place *place, enum side side, char kind,
           const char *bytes, size_t len)
{
  char token[2 + 2 * TOKEN_MOST];
  size_t size = 0;
  if (side == TRANSLATION)
    token[size++] = INDEX_TRANSLATION;
  if (kind)
    token[size++] = kind;
  memcpy (token + size, bytes, len);
  size += len;
  if (!place->prefix && !place->han
      && !stands (m, m->characters, token, size))
    return;
  if (place->count++ > 0)
    buf_add_string (&place->tokens, place->between);
  phrase_quote (&place->tokens, token, size);
}

/* Adds FORM, with that of the Chinese character behind it where there is one
   (NULL else), for the sides of TERM.  */
static void
add_form (struct making *m, struct place *place, const struct term *term,
          const struct form *form, const struct form *follower)
{
  char bytes[TOKEN_MOST + 4];
  size_t len = form->len;
  memcpy (bytes, form->text, len);
  if (follower)
    {
      memcpy (bytes + len, follower->text, follower->len);
      len += follower->len;
    }
  for (enum side side = 0; side < SIDES; side++)
    if ((term->side < 0 || term->side == (int) side) && !m->without[side]
        && (!place->han
            || (is_written (m, form, side)
                && (!follower || is_written (m, follower, side)))))
      add_token (m, place, side, place->kind, bytes, len);
}

/* Adds the forms of ELEMENT to PLACE; FOLLOWER as below.  */
static void
add_forms (struct making *m, struct place *place, const struct term *term,
           const struct element *element, const struct element *follower)
{
  for (size_t k = 0; k < element->forms.len; k++)
    {
      if (!follower)
        add_form (m, place, term, &element->forms.items[k], NULL);
      for (size_t f = 0; follower && f < follower->forms.len; f++)
        add_form (m, place, term, &element->forms.items[k],
                  &follower->forms.items[f]);
    }
}

/* Writes the tokens of element I of TERM as PLACE says, behind those that stand
   before.  */
static void
add_place (struct making *m, const struct term *term, size_t i,
           struct place place)
{
  add_forms (m, &place, term, &term->elements.items[i],
             place.han ? phrase_han_at (term, i + 1) : NULL);
  if (i > 0)
    buf_add_byte (m->out, INDEX_NEXT);
  if (place.count > 0)
    buf_add (m->out, place.tokens.data, place.tokens.len);
  else
    buf_add_byte (m->out, INDEX_NOTHING);
  buf_free (&place.tokens);
}

const struct element *
phrase_han_at (const struct term *term, size_t i)
{
  return i < term->elements.len
             && term->elements.items[i].kind == TOKEN_HAN
           ? &term->elements.items[i]
           : NULL;
}

bool
phrase_is_character (const struct term *term)
{
  const struct element *only = &term->elements.items[0];
  if (term->elements.len > 1)
    return false;
  if (only->kind == TOKEN_HAN)
    return true;
  for (size_t i = 0; i < only->forms.len; i++)
    if (!index_is_beginning (only->forms.items[i].text,
                             only->forms.items[i].len))
      return false;
  return term->prefix;
}

/* Whether the last element of TERM is a character that stands in the pair of the
   one before it.  */
static bool
ends_in_pair (const struct term *term)
{
  size_t last = term->elements.len - 1;
  return last > 0 && phrase_han_at (term, last)
         && phrase_han_at (term, last - 1);
}

/* How element I of TERM is asked for, with BETWEEN.  */
static struct place
place_of (const struct making *m, const struct term *term, size_t i,
          const char *between)
{
  struct place place = { .han = phrase_han_at (term, i) != NULL,
                         .between = between };
  bool ends = i + 1 == term->elements.len;
  if (m->characters)
    place.kind = place.han ? 0 : INDEX_BEGINNING;
  else if (ends && place.han && i > 0
           && term->elements.items[i - 1].kind == TOKEN_WORD)
    place.kind = INDEX_FOLLOWER;
  else
    place.prefix = ends && (place.han || term->prefix);
  return place;
}

void
phrase_add (struct making *m, const struct term *term)
{
  static const char same_place[] = { INDEX_OR, '\0' };
  size_t count = term->elements.len - ends_in_pair (term);
  bool open = place_of (m, term, count - 1, NULL).prefix;
  bool loose = m->loose && !m->characters && count == 1;
  const char *between = !loose ? same_place
                        : open ? "\"* OR \""
                               : "\" OR \"";
  buf_add_string (m->out, loose ? "(\"" : "\"");
  for (size_t i = 0; i < count; i++)
    add_place (m, term, i, place_of (m, term, i, between));
  buf_add_string (m->out, open ? "\"*" : "\"");
  buf_add_string (m->out, loose ? ")" : "");
  m->prefixed = m->prefixed || open;
  m->phrases++;
}

bool
phrase_overlaps (const struct term *term)
{
  size_t len = term->elements.len;
  for (size_t shift = 1; shift < len; shift++)
    {
      size_t same = 0;
      while (same + shift < len
             && term->elements.items[same].kind
                  == term->elements.items[same + shift].kind
             && strcmp (term->elements.items[same].forms.items[0].text,
                        term->elements.items[same + shift].forms.items[0].text)
                  == 0)
        same++;
      if (same + shift == len)
        return true;
    }
  return false;
}
