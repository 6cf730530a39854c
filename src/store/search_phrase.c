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
  const char *between; /* the tokens */
};

static void
add_token (struct making *m, struct place *place, enum side side,
           const char *bytes, size_t len)
{
  char token[2 + 2 * TOKEN_MOST];
  size_t size = 0;
  if (side == TRANSLATION)
    token[size++] = INDEX_TRANSLATION;
  memcpy (token + size, bytes, len);
  size += len;
  if (!place->prefix && !place->han && !stands (m, false, token, size))
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
      add_token (m, place, side, bytes, len);
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

/* Writes the tokens of element I of TERM with BETWEEN; FOLLOWER is the element
   behind it where both are Chinese, else NULL.  */
static void
add_place (struct making *m, const struct term *term, size_t i,
           const struct element *follower, bool prefix, const char *between)
{
  const struct element *element = &term->elements.items[i];
  struct place place
    = { BUF_INIT, 0, prefix, element->kind == TOKEN_HAN, between };
  add_forms (m, &place, term, element, follower);
  struct buf *out = m->out;
  if (i > 0)
    buf_add_byte (out, INDEX_NEXT);
  if (place.count > 0)
    buf_add (out, place.tokens.data, place.tokens.len);
  else
    buf_add_byte (out, INDEX_NOTHING);
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

void
phrase_add (struct making *m, const struct term *term)
{
  static const char same_place[] = { INDEX_OR, '\0' };
  struct buf *out = m->out;
  size_t last = term->elements.len - 1;
  const struct element *ends = phrase_han_at (term, last);
  bool paired = ends && last > 0 && phrase_han_at (term, last - 1);
  bool open = ends ? !paired && !m->characters : term->prefix;
  bool loose = m->loose && !m->characters && last == (size_t) paired;
  const char *between = !loose ? same_place
                        : open ? "\"* OR \""
                               : "\" OR \"";
  buf_add_string (out, loose ? "(\"" : "\"");
  for (size_t i = 0; i + paired <= last; i++)
    add_place (m, term, i,
               phrase_han_at (term, i) ? phrase_han_at (term, i + 1) : NULL,
               i == last && open, between);
  buf_add_string (out, open ? "\"*" : "\"");
  buf_add_string (out, loose ? ")" : "");
  m->prefixed = m->prefixed || open;
  m->phrases++;
}
