/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a query in the language of FTS5, each phrase as the tokens that the
   index holds (search_index.h).  */
#include <config.h>

#include "store/search_expression.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "index/match.h"
#include "store/search_index.h"

/* How many tokens are looked up for one query, to leave out those that stand
   nowhere; beyond that they stay in, which costs time alone.  */
enum { LOOKUPS = 400, PHRASES = 64 };

struct making
{
  struct library *library;
  const struct query *query;
  struct expression *expression;
  size_t phrases;
  size_t lookups;
  struct err *err;
  bool failed;
};

/* --- tokens ------------------------------------------------------------- */

/* Adds BYTES, inside double quotes.  */
static void
add_quoted (struct buf *out, const char *bytes, size_t len)
{
  for (size_t i = 0; i < len; i++)
    {
      if (bytes[i] == '"')
        buf_add_byte (out, '"');
      buf_add_byte (out, bytes[i]);
    }
}

/* Whether the token stands anywhere in the index.  */
static bool
stands (struct making *m, const char *token, size_t len)
{
  struct buf match = BUF_INIT;
  if (m->lookups++ >= LOOKUPS || m->failed)
    return true;
  buf_add_byte (&match, '"');
  add_quoted (&match, token, len);
  buf_add_byte (&match, '"');
  struct row row = row_of (&m->library->database, WORDS_ANY);
  put_bytes (&row, match.data, match.len);
  bool found = row_next (&row, m->err);
  row_done (&row);
  buf_free (&match);
  m->failed = !found && m->err->code != ERR_NONE;
  return found;
}

/* The tokens for one place of a phrase.  */
struct place
{
  struct buf tokens;
  size_t count;
  bool prefix; /* they need only begin so: can't be looked up cheaply */
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
  if (!place->prefix && !stands (m, token, size))
    return;
  if (place->count++ > 0)
    buf_add_byte (&place->tokens, INDEX_OR);
  add_quoted (&place->tokens, token, size);
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
    if (term->side < 0 || term->side == (int) side)
      add_token (m, place, side, bytes, len);
}

/* Writes the tokens of element I of TERM; FOLLOWER is the element behind it
   where both are Chinese, else NULL.  */
static void
add_place (struct making *m, const struct term *term, size_t i,
           const struct element *follower, bool prefix)
{
  const struct element *element = &term->elements.items[i];
  struct place place = { BUF_INIT, 0, prefix };
  size_t forms = prefix && element->kind == TOKEN_WORD
                   ? 1
                   : element->forms.len;
  for (size_t k = 0; k < forms; k++)
    if (follower)
      for (size_t f = 0; f < follower->forms.len; f++)
        add_form (m, &place, term, &element->forms.items[k],
                  &follower->forms.items[f]);
    else
      add_form (m, &place, term, &element->forms.items[k], NULL);
  struct buf *out = &m->expression->match;
  if (i > 0)
    buf_add_byte (out, INDEX_NEXT);
  if (place.count > 0)
    buf_add (out, place.tokens.data, place.tokens.len);
  else
    buf_add_byte (out, INDEX_NOTHING);
  buf_free (&place.tokens);
}

static const struct element *
han_at (const struct term *term, size_t i)
{
  return i < term->elements.len
             && term->elements.items[i].kind == TOKEN_HAN
           ? &term->elements.items[i]
           : NULL;
}

static void
add_term (struct making *m, const struct term *term)
{
  struct buf *out = &m->expression->match;
  size_t last = term->elements.len - 1;
  bool open = term->prefix && !han_at (term, last);
  buf_add_byte (out, '"');
  for (size_t i = 0; i <= last; i++)
    {
      const struct element *follower
        = han_at (term, i) ? han_at (term, i + 1) : NULL;
      bool ends = i == last && han_at (term, i);
      if (ends && i > 0 && han_at (term, i - 1))
        break;
      open = open || ends;
      add_place (m, term, i, follower, i == last && open);
    }
  buf_add_string (out, open ? "\"*" : "\"");
  m->phrases++;
}

/* --- conditions --------------------------------------------------------- */

/* Adds the phrase of the one token of KIND with WORDS.  */
static void
add_word (struct making *m, char kind, const char *words)
{
  struct buf *out = &m->expression->match;
  if (m->phrases < PHRASES)
    m->expression->uncounted |= (uint64_t) 1 << m->phrases;
  m->phrases++;
  buf_add_byte (out, '"');
  buf_add_byte (out, kind);
  add_quoted (out, words, strlen (words));
  buf_add_byte (out, '"');
}

static void
add_collection (struct making *m, const char *name)
{
  char number[32];
  struct row row = row_of (&m->library->database, COLLECTION_NAMED);
  put_text (&row, name);
  long long id = library_ask (&row, m->err);
  if (id == 0 && m->err->code == ERR_NONE)
    err_set (m->err, ERR_NOT_FOUND, name, NULL);
  m->failed = m->failed || id == 0;
  snprintf (number, sizeof number, "%lld", id);
  add_word (m, INDEX_COLLECTION, number);
}

/* --- the tree ----------------------------------------------------------- */

static void add_node (struct making *m, size_t index);

/* Adds the parts of NODE that are a QUERY_NOT, or that are none, parted by
   BETWEEN; returns how many.  */
static size_t
add_parts (struct making *m, const struct query_node *node, bool negated,
           const char *between)
{
  size_t count = 0;
  for (size_t i = 0; i < node->parts.len; i++)
    {
      size_t part = node->parts.items[i];
      const struct query_node *child = &m->query->nodes.items[part];
      if ((child->kind == QUERY_NOT) != negated)
        continue;
      if (count++ > 0)
        buf_add_string (&m->expression->match, between);
      add_node (m, negated ? child->parts.items[0] : part);
    }
  return count;
}

static void
add_and (struct making *m, const struct query_node *node)
{
  struct buf *out = &m->expression->match;
  bool negates = false;
  for (size_t i = 0; i < node->parts.len; i++)
    negates = negates
              || m->query->nodes.items[node->parts.items[i]].kind == QUERY_NOT;
  buf_add_string (out, negates ? "((" : "(");
  add_parts (m, node, false, " AND ");
  if (negates)
    {
      buf_add_string (out, ") NOT (");
      add_parts (m, node, true, " OR ");
      buf_add_byte (out, ')');
    }
  buf_add_byte (out, ')');
}

static void
add_near (struct making *m, const struct query_node *node)
{
  struct buf *out = &m->expression->match;
  buf_add_string (out, "NEAR(");
  for (size_t i = 0; i < node->parts.len; i++)
    {
      add_node (m, node->parts.items[i]);
      buf_add_byte (out, ' ');
    }
  buf_add_format (out, ", %d)", near_distance (m->query, node));
}

static void
add_node (struct making *m, size_t index)
{
  const struct query_node *node = &m->query->nodes.items[index];
  switch (node->kind)
    {
    case QUERY_TERM:
      add_term (m, &m->query->terms.items[node->term]);
      break;
    case QUERY_OR:
      buf_add_byte (&m->expression->match, '(');
      add_parts (m, node, false, " OR ");
      buf_add_byte (&m->expression->match, ')');
      break;
    case QUERY_NEAR:
      add_near (m, node);
      break;
    case QUERY_PAGE:
      add_word (m, INDEX_PAGE, node->words);
      break;
    case QUERY_COLLECTION:
      add_collection (m, node->words);
      break;
    default:
      add_and (m, node);
      break;
    }
}

/* --- counting ----------------------------------------------------------- */

/* Whether an occurrence of TERM may overlap the next one, which the index counts
   and a reader does not: 人人 in 人人人.  Compares what was typed.  */
static bool
overlaps_itself (const struct term *term)
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

/* Whether each term that is looked for counts in every document that fits.  */
static bool
is_countable (const struct query *query)
{
  for (size_t i = 0; i < query->terms.len; i++)
    if (overlaps_itself (&query->terms.items[i]))
      return false;
  for (size_t i = 0; i < query->nodes.len; i++)
    {
      const struct query_node *node = &query->nodes.items[i];
      for (size_t k = 0; node->kind == QUERY_OR && k < node->parts.len; k++)
        if (query->nodes.items[node->parts.items[k]].kind != QUERY_TERM)
          return false;
      if (node->kind == QUERY_NEAR && query->terms.len > 2)
        return false;
    }
  return true;
}

bool
expression_make (struct library *library, const struct query *query,
                 struct expression *expression, struct err *err)
{
  struct err found = ERR_INIT;
  struct making m = { library, query, expression, 0, 0, &found, false };
  add_node (&m, query->root);
  expression->countable = is_countable (query) && m.phrases <= PHRASES;
  if (m.failed && err)
    *err = found;
  return !m.failed;
}
