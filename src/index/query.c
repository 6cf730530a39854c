/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads queries: recursive descent over the bytes that were typed.  */
#include "index/query.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "index/query_parser.h"
#include "index/query_term.h"
#include "text/ascii.h"

enum { NEAR_USUAL = 10, DEPTH = 20, PARTS = 256 };

/* --- the grammar -------------------------------------------------------- */

static size_t read_or (struct parser *p);

/* What stands in parentheses, the first of which is taken.  */
static size_t
read_group (struct parser *p, size_t start)
{
  if (++p->depth > DEPTH)
    return parser_fail (p, start, N_ ("there are too many parentheses"));
  size_t node = read_or (p);
  p->depth--;
  if (!p->failed && !parser_take (p, ')', 0xFF09))
    return parser_fail (p, start,
                        N_ ("the parenthesis that begins here does not end"));
  return node;
}

/* A side before what is looked for: `o:`, `t:`.  */
static bool
take_side (struct parser *p)
{
  static const char *const names[] = { "o", "t", "original", "translation" };
  for (int i = 0; i < 4; i++)
    if (parser_take_name (p, names[i]))
      {
        p->side = i % 2;
        return true;
      }
  return false;
}

static size_t read_atom (struct parser *p);

/* What must not stand there.  */
static size_t
read_negated (struct parser *p, size_t start)
{
  if (p->negated)
    return parser_fail (p, start,
                        N_ ("a minus stands within what has one already"));
  p->negated = true;
  size_t node = read_atom (p);
  p->negated = false;
  return node == NO_NODE ? NO_NODE : parser_add_over (p, QUERY_NOT, node);
}

/* A term, a condition, or a group, with what stands before it.  */
static size_t
read_atom (struct parser *p)
{
  size_t start = p->at, node = NO_NODE;
  int side = p->side;
  if (!parser_at_space (p, p->at + 1) && parser_take (p, '-', 0xFF0D))
    return read_negated (p, start);
  if (parser_take_word (p, "NOT"))
    {
      parser_skip_space (p);
      return read_negated (p, start);
    }
  if (parser_read_field (p, &node))
    return node;
  if (take_side (p) && parser_at_space (p, p->at))
    return parser_fail (p, start, N_ ("nothing stands behind the colon"));
  if (parser_take (p, '(', 0xFF08))
    node = read_group (p, start);
  else
    node = parser_read_term (p, p->at);
  p->side = side;
  return node;
}

/* "NEAR", "NEAR/5": how far apart; -1 where it does not stand there.  */
static int
take_near (struct parser *p)
{
  size_t at = p->at + 4, start = p->at;
  int distance = 0;
  if (parser_take_word (p, "NEAR"))
    return NEAR_USUAL;
  if (p->len - p->at < 6 || memcmp (p->text + p->at, "NEAR/", 5) != 0)
    return -1;
  for (at++; at < p->len && ascii_is_digit ((unsigned char) p->text[at])
             && distance <= QUERY_NEAR_MOST;
       at++)
    distance = distance * 10 + p->text[at] - '0';
  p->at = at;
  if (!parser_at_space (p, at) || distance > QUERY_NEAR_MOST)
    {
      parser_fail (p, start, N_ ("NEAR/ is followed by a number up to 1000"));
      return -1;
    }
  return distance;
}

/* Terms with NEAR between them: each pair must be near.  */
static size_t
read_near (struct parser *p)
{
  size_t start = p->at, left = read_atom (p), node = left;
  int distance;
  parser_skip_space (p);
  for (bool first = true; !p->failed && (distance = take_near (p)) >= 0;
       first = false)
    {
      parser_skip_space (p);
      size_t right = read_atom (p);
      if (p->failed)
        return NO_NODE;
      if (left == NO_NODE || right == NO_NODE
          || parser_node (p, left)->kind != QUERY_TERM
          || parser_node (p, right)->kind != QUERY_TERM)
        return parser_fail (p, start,
                            N_ ("NEAR stands between two words or phrases"));
      size_t near = parser_add_over (p, QUERY_NEAR, left);
      VEC_PUSH (&parser_node (p, near)->parts, right);
      parser_node (p, near)->distance = distance;
      if (first)
        node = near;
      else
        parser_join (p, QUERY_AND, &node, near);
      left = right;
      parser_skip_space (p);
    }
  return node;
}

/* Whether there is nothing more of what stands side by side.  */
static bool
ends_here (struct parser *p)
{
  size_t next;
  parser_skip_space (p);
  unsigned cp = parser_look (p, p->at, &next);
  return cp == 0 || cp == ')' || cp == 0xFF09 || parser_stands (p, "OR");
}

/* Whether NODE, of an AND, has a part that is asked for and not only such that
   must be missing.  */
static bool
asks_something (struct parser *p, size_t node)
{
  struct query_node *n = parser_node (p, node);
  if (n->kind != QUERY_AND)
    return n->kind != QUERY_NOT;
  for (size_t i = 0; i < n->parts.len; i++)
    if (parser_node (p, n->parts.items[i])->kind != QUERY_NOT)
      return true;
  return false;
}

static size_t
read_and (struct parser *p)
{
  size_t start, node = NO_NODE;
  parser_skip_space (p);
  start = p->at;
  while (!p->failed && !ends_here (p))
    {
      if (parser_take_word (p, "AND"))
        continue;
      parser_join (p, QUERY_AND, &node, read_near (p));
      if (!p->failed && p->query->nodes.len > PARTS)
        parser_fail (p, start, N_ ("the query has too many parts"));
    }
  if (!p->failed && node != NO_NODE && !asks_something (p, node))
    return parser_fail (p, start,
                        N_ ("a word that must be missing needs another one "
                            "that must be there"));
  return node;
}

static size_t
read_or (struct parser *p)
{
  size_t node = read_and (p);
  while (!p->failed && parser_take_word (p, "OR"))
    {
      size_t start = p->at, part = read_and (p);
      if (!p->failed && (node == NO_NODE || part == NO_NODE))
        return parser_fail (p, start, N_ ("OR stands between two words"));
      parser_join (p, QUERY_OR, &node, part);
    }
  return node;
}

/* --- the whole ---------------------------------------------------------- */

static bool
has_term (const struct query *query)
{
  for (size_t i = 0; i < query->terms.len; i++)
    if (!query->terms.items[i].negated)
      return true;
  return false;
}

static struct query *
query_new (void)
{
  return mem_new (1, sizeof (struct query));
}

void
query_free (struct query *query)
{
  if (!query)
    return;
  for (size_t i = 0; i < query->nodes.len; i++)
    {
      VEC_FREE (&query->nodes.items[i].parts);
      free (query->nodes.items[i].words);
    }
  for (size_t i = 0; i < query->terms.len; i++)
    term_clear (&query->terms.items[i]);
  for (size_t i = 0; i < query->notes.len; i++)
    free (query->notes.items[i].tag);
  VEC_FREE (&query->nodes);
  VEC_FREE (&query->terms);
  VEC_FREE (&query->notes);
  free (query);
}

/* What can be said of a text before it is read.  */
static bool
check_text (const char *text, size_t len, struct err *err)
{
  size_t clean = utf8_check (text, len);
  if (clean < len || memchr (text, 0, len))
    {
      err_set (err, ERR_ENCODING, "QUERY", NULL);
      return err_at (err, 0, (long long) clean);
    }
  if (len > QUERY_BYTES)
    return err_set (err, ERR_USAGE, NULL, "%s",
                    N_ ("a query has at most 4096 bytes"));
  return true;
}

struct query *
query_parse (const char *text, size_t len, bool exact, struct err *err)
{
  struct err found = ERR_INIT;
  if (!check_text (text, len, err))
    return NULL;
  struct parser p = { .text = text, .len = len, .exact = exact, .side = -1,
                      .query = query_new (), .err = &found };
  p.query->root = read_or (&p);
  if (!p.failed && p.at < p.len)
    parser_fail (&p, p.at, N_ ("this parenthesis closes nothing"));
  if (!p.failed && !has_term (p.query))
    {
      p.at = 0;
      parser_fail (&p, 0, N_ ("there is no word in it to look for"));
    }
  if (!p.failed)
    return p.query;
  query_free (p.query);
  if (err)
    *err = found;
  return NULL;
}

struct query *
query_literal (const char *text, size_t len, bool exact, struct err *err)
{
  struct err found = ERR_INIT;
  if (!check_text (text, len, err))
    return NULL;
  struct parser p = { .text = text, .len = len, .at = len, .exact = exact,
                      .side = -1, .query = query_new (), .err = &found };
  p.query->root = parser_add_term (&p, (struct range) { 0, len }, false, false,
                                  0);
  if (p.query->root == NO_NODE)
    parser_fail (&p, 0, N_ ("there is no word in it to look for"));
  if (!p.failed)
    return p.query;
  query_free (p.query);
  if (err)
    *err = found;
  return NULL;
}

bool
query_folds (const struct query *query)
{
  for (size_t i = 0; i < query->terms.len; i++)
    for (size_t k = 0; k < query->terms.items[i].elements.len; k++)
      if (query->terms.items[i].elements.items[k].forms.len > 1)
        return true;
  return false;
}

bool
query_has_edges (const struct query *query)
{
  for (size_t i = 0; i < query->terms.len; i++)
    if (query->terms.items[i].before.len > 0
        || query->terms.items[i].behind.len > 0)
      return true;
  return false;
}

struct query *
query_typed (const char *text, size_t len)
{
  struct err ignored;
  struct query *query = query_literal (text, len, false, &ignored);
  if (query)
    query->terms.items[0].prefix = true;
  return query;
}

size_t
query_reach (const struct query *query)
{
  size_t reach = 0;
  for (size_t i = 0; i < query->terms.len; i++)
    {
      const struct term *term = &query->terms.items[i];
      size_t len = term->before.len + term->behind.len;
      for (size_t k = 0; k < term->elements.len; k++)
        len += term->elements.items[k].forms.items[0].len;
      if (len > reach)
        reach = len;
    }
  /* What folds to a byte, and white space between.  */
  return 4 * reach + 64;
}
