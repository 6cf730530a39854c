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
#include "store/search_phrase.h"

enum { PHRASES = 64 };

static const struct query_node *
node_of (const struct making *m, size_t index)
{
  return &m->query->nodes.items[index];
}

/* --- conditions --------------------------------------------------------- */

/* Adds the phrase of the one token of KIND with WORDS.  */
static void
add_word (struct making *m, char kind, const char *words)
{
  struct buf *out = m->out;
  if (m->phrases < PHRASES)
    m->expression->uncounted |= (uint64_t) 1 << m->phrases;
  m->phrases++;
  buf_add_byte (out, '"');
  buf_add_byte (out, kind);
  phrase_quote (out, words, strlen (words));
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

/* Whether NODE asks for nothing but single characters of Chinese.  */
static bool
is_characters (const struct making *m, size_t index)
{
  const struct query_node *node = node_of (m, index);
  if (node->kind == QUERY_TERM)
    {
      const struct term *term = &m->query->terms.items[node->term];
      return term->elements.len == 1 && phrase_han_at (term, 0);
    }
  if (node->kind != QUERY_OR && node->kind != QUERY_AND
      && node->kind != QUERY_NOT)
    return false;
  for (size_t i = 0; i < node->parts.len; i++)
    if (!is_characters (m, node->parts.items[i]))
      return false;
  return true;
}

static void add_node (struct making *m, size_t index);

/* The parts of an AND that are written, or of any node.  */
enum parts
{
  PARTS_ALL,
  PARTS_CHARACTERS,
  PARTS_OTHERS
};

/* Adds the parts of NODE that are a QUERY_NOT, or that are none, those that
   WHICH means, parted by BETWEEN; returns how many.  Writes nothing where OUT
   is not set.  */
static size_t
add_parts (struct making *m, const struct query_node *node, bool negated,
           enum parts which, const char *between, bool out)
{
  size_t count = 0;
  for (size_t i = 0; i < node->parts.len; i++)
    {
      size_t part = node->parts.items[i];
      const struct query_node *child = node_of (m, part);
      if ((child->kind == QUERY_NOT) != negated
          || (which != PARTS_ALL
              && is_characters (m, part) != (which == PARTS_CHARACTERS)))
        continue;
      if (count++ > 0 && out)
        buf_add_string (m->out, between);
      if (out)
        add_node (m, negated ? child->parts.items[0] : part);
    }
  return count;
}

/* Adds an AND of the parts that WHICH means.  */
static void
add_and (struct making *m, const struct query_node *node, enum parts which)
{
  bool negates = add_parts (m, node, true, which, "", false) > 0;
  buf_add_string (m->out, negates ? "((" : "(");
  add_parts (m, node, false, which, " AND ", true);
  if (negates)
    {
      buf_add_string (m->out, ") NOT (");
      add_parts (m, node, true, which, " OR ", true);
      buf_add_byte (m->out, ')');
    }
  buf_add_byte (m->out, ')');
}

static void
add_near (struct making *m, const struct query_node *node)
{
  struct buf *out = m->out;
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
  const struct query_node *node = node_of (m, index);
  switch (node->kind)
    {
    case QUERY_TERM:
      phrase_add (m, &m->query->terms.items[node->term]);
      break;
    case QUERY_OR:
      buf_add_byte (m->out, '(');
      add_parts (m, node, false, PARTS_ALL, " OR ", true);
      buf_add_byte (m->out, ')');
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
      add_and (m, node, PARTS_ALL);
      break;
    }
}

/* Whether ROOT has parts of both kinds that go their own ways.  */
static bool
has_both (struct making *m, const struct query_node *root)
{
  return (root->kind == QUERY_AND || root->kind == QUERY_OR)
         && add_parts (m, root, false, PARTS_CHARACTERS, "", false) > 0
         && add_parts (m, root, false, PARTS_OTHERS, "", false) > 0;
}

/* Adds the parts of ROOT that WHICH means.  */
static void
add_some (struct making *m, const struct query_node *root, enum parts which)
{
  if (root->kind == QUERY_AND)
    add_and (m, root, which);
  else
    add_parts (m, root, false, which, " OR ", true);
}

/* Writes what can be asked of the index of characters there, the rest in that of
   words: parts of an AND or an OR at the top go their own ways.  */
static void
add_apart (struct making *m)
{
  const struct query_node *root = node_of (m, m->query->root);
  m->characters = is_characters (m, m->query->root);
  m->out = m->characters ? &m->expression->characters
                         : &m->expression->words;
  if (m->characters || !has_both (m, root))
    add_node (m, m->query->root);
  else
    {
      m->expression->either = root->kind == QUERY_OR;
      add_some (m, root, PARTS_OTHERS);
      m->out = &m->expression->characters;
      m->characters = true;
      add_some (m, root, PARTS_CHARACTERS);
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
                 bool whole, struct expression *expression, struct err *err)
{
  struct err found = ERR_INIT;
  struct making m = { library, query, expression, &expression->words,
                      false,   0,     0,          &found,
                      false };
  if (whole)
    add_node (&m, query->root);
  else
    add_apart (&m);
  expression->single
    = m.characters && node_of (&m, query->root)->kind == QUERY_TERM;
  expression->countable = is_countable (query) && m.phrases <= PHRASES
                          && expression->characters.len == 0;
  if (m.failed && err)
    *err = found;
  return !m.failed;
}

void
expression_clear (struct expression *expression)
{
  buf_free (&expression->words);
  buf_free (&expression->characters);
}
