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
    m->uncounted |= (uint64_t) 1 << m->phrases;
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

/* Whether NODE asks for nothing but what the index of characters holds.  */
static bool
is_characters (const struct making *m, size_t index)
{
  const struct query_node *node = node_of (m, index);
  if (node->kind == QUERY_TERM)
    return phrase_is_character (&m->query->terms.items[node->term]);
  if (node->kind != QUERY_OR && node->kind != QUERY_AND
      && node->kind != QUERY_NOT)
    return false;
  for (size_t i = 0; i < node->parts.len; i++)
    if (!is_characters (m, node->parts.items[i]))
      return false;
  return true;
}

/* Whether something inside the AND or OR NODE is better asked apart.  */
static bool
has_apart (const struct making *m, size_t index)
{
  const struct query_node *node = node_of (m, index);
  if (node->kind != QUERY_OR && node->kind != QUERY_AND
      && node->kind != QUERY_NOT)
    return false;
  for (size_t i = 0; i < node->parts.len; i++)
    if (is_characters (m, node->parts.items[i])
        || has_apart (m, node->parts.items[i]))
      return true;
  return false;
}

static void add_node (struct making *m, size_t index);

/* The parts of an AND or an OR that are written.  */
enum parts
{
  PARTS_CHARACTERS, /* in the index of characters */
  PARTS_WORDS,
  PARTS_MIXED,
  PARTS_ALL
};

static enum parts
kind_of (const struct making *m, size_t part)
{
  return is_characters (m, part) ? PARTS_CHARACTERS
         : has_apart (m, part)   ? PARTS_MIXED
                                 : PARTS_WORDS;
}

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
          || (which != PARTS_ALL && kind_of (m, part) != which))
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
  bool loose = m->loose;
  m->loose = false;
  buf_add_string (out, "NEAR(");
  for (size_t i = 0; i < node->parts.len; i++)
    {
      add_node (m, node->parts.items[i]);
      buf_add_byte (out, ' ');
    }
  buf_add_format (out, ", %d)", near_distance (m->query, node));
  m->loose = loose;
}

/* Adds the phrase of TERM for SIDE alone.  */
static void
add_on_side (struct making *m, const struct term *term, enum side side)
{
  if (m->phrases < PHRASES)
    m->of[side] |= (uint64_t) 1 << m->phrases;
  for (enum side s = 0; s < SIDES; s++)
    m->without[s] = s != side;
  phrase_add (m, term);
}

static void
add_term (struct making *m, const struct term *term)
{
  if (!m->apart)
    phrase_add (m, term);
  else if (term->side >= 0)
    add_on_side (m, term, (enum side) term->side);
  else
    {
      buf_add_byte (m->out, '(');
      add_on_side (m, term, ORIGINAL);
      buf_add_string (m->out, " OR ");
      add_on_side (m, term, TRANSLATION);
      buf_add_byte (m->out, ')');
    }
}

static void
add_node (struct making *m, size_t index)
{
  const struct query_node *node = node_of (m, index);
  switch (node->kind)
    {
    case QUERY_TERM:
      add_term (m, &m->query->terms.items[node->term]);
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

/* --- branches ----------------------------------------------------------- */

/* Adds a branch of KIND to EXPRESSION; returns its index.  */
static size_t
add_branch (struct expression *e, enum branch_kind kind, bool negated)
{
  VEC_PUSH (&e->branches,
            (struct branch) { .kind = kind, .negated = negated });
  return e->branches.len - 1;
}

static void
add_part (struct expression *e, size_t whole, size_t part)
{
  VEC_PUSH (&e->branches.items[whole].parts, part);
}

/* Ends a leaf, whose text was written.  */
static size_t
end_leaf (struct making *m, struct expression *e, bool negated,
          struct buf *match)
{
  size_t leaf = add_branch (
    e, m->characters ? BRANCH_CHARACTERS : BRANCH_WORDS, negated);
  e->branches.items[leaf].match = *match;
  e->prefixed = e->prefixed || m->prefixed;
  return leaf;
}

/* A leaf of the parts of NODE that WHICH means: of an AND its NEGATED ones,
   those alone, or the others, from which the negated ones are taken off
   then.  */
static size_t
make_leaf (struct making *m, struct expression *e,
           const struct query_node *node, bool negated, enum parts which)
{
  struct buf match = BUF_INIT;
  m->out = &match;
  m->characters = which == PARTS_CHARACTERS;
  if (node->kind == QUERY_AND && !negated)
    add_and (m, node, which);
  else
    add_parts (m, node, negated, which, " OR ", true);
  return end_leaf (m, e, negated, &match);
}

static size_t make_branch (struct making *m, struct expression *e,
                           size_t index);

/* Adds the parts of NODE that are asked apart each, NEGATED or not, to
   WHOLE.  */
static void
make_mixed (struct making *m, struct expression *e,
            const struct query_node *node, bool negated, size_t whole)
{
  for (size_t i = 0; i < node->parts.len; i++)
    {
      size_t index = node->parts.items[i];
      const struct query_node *child = node_of (m, index);
      if ((child->kind == QUERY_NOT) != negated
          || kind_of (m, index) != PARTS_MIXED)
        continue;
      size_t part
        = make_branch (m, e, negated ? child->parts.items[0] : index);
      e->branches.items[part].negated = negated;
      add_part (e, whole, part);
    }
}

/* The branch of an AND or an OR whose parts go their own ways.  */
static size_t
make_group (struct making *m, struct expression *e,
            const struct query_node *node)
{
  static const enum parts kinds[] = { PARTS_WORDS, PARTS_CHARACTERS };
  size_t whole = add_branch (
    e, node->kind == QUERY_AND ? BRANCH_AND : BRANCH_OR, false);
  bool has[2];
  for (size_t k = 0; k < 2; k++)
    {
      has[k] = add_parts (m, node, false, kinds[k], "", false) > 0;
      if (has[k])
        add_part (e, whole, make_leaf (m, e, node, false, kinds[k]));
    }
  make_mixed (m, e, node, false, whole);
  for (size_t k = 0; k < 2; k++)
    if (!has[k] && add_parts (m, node, true, kinds[k], "", false) > 0)
      add_part (e, whole, make_leaf (m, e, node, true, kinds[k]));
  make_mixed (m, e, node, true, whole);
  return whole;
}

static size_t
make_branch (struct making *m, struct expression *e, size_t index)
{
  struct buf match = BUF_INIT;
  m->characters = is_characters (m, index);
  if (!m->characters && has_apart (m, index))
    return make_group (m, e, node_of (m, index));
  m->out = &match;
  add_node (m, index);
  return end_leaf (m, e, false, &match);
}

/* --- counting ----------------------------------------------------------- */

/* Whether each term that is looked for counts in every document that fits, also
   where the phrases of the two sides stand APART: in a NEAR they can't.  */
static bool
is_countable (const struct query *query, bool apart)
{
  for (size_t i = 0; i < query->terms.len; i++)
    if (phrase_overlaps (&query->terms.items[i]))
      return false;
  if (query_has_edges (query))
    return false;
  for (size_t i = 0; i < query->nodes.len; i++)
    {
      const struct query_node *node = &query->nodes.items[i];
      for (size_t k = 0; node->kind == QUERY_OR && k < node->parts.len; k++)
        if (query->nodes.items[node->parts.items[k]].kind != QUERY_TERM)
          return false;
      if (node->kind == QUERY_NEAR && (apart || query->terms.len > 2))
        return false;
    }
  return true;
}

static struct making
making_of (struct library *library, const struct query *query,
           struct err *err)
{
  return (struct making) { .library = library, .query = query, .err = err };
}

/* Lets M go; fills ERR with what went wrong.  */
static bool
making_end (struct making *m, struct err *err)
{
  VEC_FREE (&m->written);
  if (m->failed && err)
    *err = *m->err;
  return !m->failed;
}

bool
whole_make (struct library *library, const struct query *query, bool apart,
            struct whole *whole, struct err *err)
{
  struct err found = ERR_INIT;
  struct making m = making_of (library, query, &found);
  whole->countable = is_countable (query, apart);
  m.out = &whole->words;
  m.apart = apart && whole->countable;
  add_node (&m, query->root);
  whole->uncounted = m.uncounted;
  memcpy (whole->of, m.of, sizeof whole->of);
  whole->prefixed = m.prefixed;
  whole->countable = whole->countable && m.phrases <= PHRASES;
  return making_end (&m, err);
}

bool
expression_make (struct library *library, const struct query *query,
                 struct expression *expression, struct err *err)
{
  struct err found = ERR_INIT;
  struct making m = making_of (library, query, &found);
  m.loose = true;
  expression->root = make_branch (&m, expression, query->root);
  return making_end (&m, err);
}

const struct branch *
expression_leaf (const struct expression *expression)
{
  const struct branch *root = &expression->branches.items[expression->root];
  return root->kind == BRANCH_WORDS || root->kind == BRANCH_CHARACTERS
           ? root
           : NULL;
}

void
expression_clear (struct expression *expression)
{
  for (size_t i = 0; i < expression->branches.len; i++)
    {
      buf_free (&expression->branches.items[i].match);
      VEC_FREE (&expression->branches.items[i].parts);
    }
  VEC_FREE (&expression->branches);
}
