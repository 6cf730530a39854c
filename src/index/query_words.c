/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The characters, words and nodes of a query being read.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/space.h"
#include "base/utf8.h"
#include "index/query_parser.h"
#include "index/query_term.h"

/* --- errors ------------------------------------------------------------- */

size_t
parser_fail (struct parser *p, size_t start, const char *wrong)
{
  enum { SHOWN = 60 };
  if (p->failed)
    return NO_NODE;
  size_t end = p->at > start ? p->at : p->len;
  if (end - start > SHOWN)
    end = start + SHOWN;
  while (end > start && end < p->len
         && ((unsigned char) p->text[end] & 0xC0) == 0x80)
    end--;
  char *part = mem_copy (p->text + start, end - start);
  err_set (p->err, ERR_USAGE, part, "%s", wrong);
  err_at (p->err, 0, (long long) start);
  free (part);
  p->failed = true;
  return NO_NODE;
}

/* --- characters --------------------------------------------------------- */

void
parser_skip_space (struct parser *p)
{
  p->at = space_skip (p->text, p->at, p->len);
}

unsigned
parser_look (const struct parser *p, size_t at, size_t *next)
{
  *next = at;
  return at < p->len ? utf8_next (p->text, p->len, next) : 0;
}

bool
parser_take (struct parser *p, unsigned cp, unsigned wide)
{
  size_t next;
  unsigned here = parser_look (p, p->at, &next);
  if (here == 0 || (here != cp && here != wide))
    return false;
  p->at = next;
  return true;
}

bool
parser_at_space (const struct parser *p, size_t at)
{
  size_t next;
  return at >= p->len || space_is (parser_look (p, at, &next));
}

bool
parser_stands (const struct parser *p, const char *word)
{
  size_t len = strlen (word);
  return p->len - p->at >= len && memcmp (p->text + p->at, word, len) == 0
         && (parser_at_space (p, p->at + len) || p->text[p->at + len] == '(');
}

bool
parser_take_word (struct parser *p, const char *word)
{
  if (!parser_stands (p, word))
    return false;
  p->at += strlen (word);
  return true;
}

/* The quote that ends what QUOTE begins; 0 where that is none.  */
static unsigned
closing (unsigned quote)
{
  static const unsigned quotes[][2]
    = { { '"', '"' },       { 0x201C, 0x201D }, { 0xFF02, 0xFF02 },
        { 0x300C, 0x300D }, { 0x201D, 0x201D }, { 0x201E, 0x201C } };
  for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
    if (quotes[i][0] == quote)
      return quotes[i][1];
  return 0;
}

/* --- nodes -------------------------------------------------------------- */

size_t
parser_add (struct parser *p, enum query_kind kind)
{
  VEC_PUSH (&p->query->nodes, (struct query_node) { .kind = kind });
  return p->query->nodes.len - 1;
}

struct query_node *
parser_node (struct parser *p, size_t index)
{
  return &p->query->nodes.items[index];
}

size_t
parser_add_over (struct parser *p, enum query_kind kind, size_t part)
{
  size_t node = parser_add (p, kind);
  VEC_PUSH (&parser_node (p, node)->parts, part);
  return node;
}

void
parser_join (struct parser *p, enum query_kind kind, size_t *node, size_t part)
{
  if (*node == NO_NODE)
    *node = part;
  else if (part != NO_NODE)
    {
      if (parser_node (p, *node)->kind != kind)
        *node = parser_add_over (p, kind, *node);
      VEC_PUSH (&parser_node (p, *node)->parts, part);
    }
}

/* --- words -------------------------------------------------------------- */

bool
parser_take_quoted (struct parser *p, struct range *inside)
{
  size_t next;
  unsigned close = closing (parser_look (p, p->at, &next));
  if (close == 0)
    return false;
  size_t start = p->at;
  inside->start = next;
  for (p->at = next; p->at < p->len;)
    {
      inside->end = p->at;
      unsigned cp = parser_look (p, p->at, &p->at);
      if (cp == close || (close == 0x201D && cp == '"'))
        return true;
    }
  p->at = p->len;
  parser_fail (p, start, N_ ("the quotation that begins here does not end"));
  return false;
}

struct range
parser_take_bare (struct parser *p)
{
  struct range range = { p->at, p->at };
  size_t next;
  while (p->at < p->len)
    {
      unsigned cp = parser_look (p, p->at, &next);
      if (space_is (cp) || cp == '(' || cp == ')' || cp == 0xFF08
          || cp == 0xFF09 || cp == '"' || cp == 0x201C || cp == 0xFF02
          || cp == '*' || cp == 0xFF0A)
        break;
      p->at = next;
    }
  range.end = p->at;
  return range;
}

size_t
parser_add_term (struct parser *p, struct range range, bool quoted, bool exact,
                 size_t start)
{
  struct term term = { .side = p->side, .exact = p->exact || exact,
                       .negated = p->negated };
  if (p->query->terms.len == QUERY_TERMS)
    return parser_fail (p, start,
                        N_ ("a query has at most 64 words or phrases"));
  /* Of what must be missing the index alone tells, which knows no ends of
     marks.  */
  bool filled = term_fill (&term, p->text + range.start, range_len (range),
                           quoted && !p->negated);
  bool open = parser_take (p, '*', 0xFF0A);
  if (!filled)
    return NO_NODE;
  if (open)
    term_as_prefix (&term);
  VEC_PUSH (&p->query->terms, term);
  size_t node = parser_add (p, QUERY_TERM);
  parser_node (p, node)->term = p->query->terms.len - 1;
  return node;
}

size_t
parser_read_term (struct parser *p, size_t start)
{
  struct range range;
  bool exact = parser_take (p, '=', 0xFF1D);
  bool quoted = parser_take_quoted (p, &range);
  if (!quoted)
    range = parser_take_bare (p);
  if (p->failed)
    return NO_NODE;
  if (p->at == start)
    parser_look (p, p->at, &p->at); /* a sign that begins nothing */
  return parser_add_term (p, range, quoted, exact, start);
}
