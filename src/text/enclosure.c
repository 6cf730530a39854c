/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matches quotation marks and brackets with a stack.  */
#include "text/enclosure.h"

#include "base/utf8.h"
#include "base/vec.h"

struct pair
{
  unsigned open;
  unsigned close;
  enum enclosure_kind kind;
};

static const struct pair pairs[] = {
  { 0x201C, 0x201D, ENCLOSURE_QUOTE },   { 0x2018, 0x2019, ENCLOSURE_QUOTE },
  { 0x300C, 0x300D, ENCLOSURE_QUOTE },   { 0x300E, 0x300F, ENCLOSURE_QUOTE },
  { 0x301D, 0x301E, ENCLOSURE_QUOTE },   { '"', '"', ENCLOSURE_QUOTE },
  { 0xFF02, 0xFF02, ENCLOSURE_QUOTE },   { '(', ')', ENCLOSURE_BRACKET },
  { 0xFF08, 0xFF09, ENCLOSURE_BRACKET }, { '[', ']', ENCLOSURE_BRACKET },
  { 0xFF3B, 0xFF3D, ENCLOSURE_BRACKET }, { 0x3010, 0x3011, ENCLOSURE_BRACKET },
  { 0x3014, 0x3015, ENCLOSURE_BRACKET }, { 0x300A, 0x300B, ENCLOSURE_TITLE },
  { 0x3008, 0x3009, ENCLOSURE_TITLE },
};

enum { PAIRS = sizeof pairs / sizeof *pairs };

/* How far down the stack a closing mark looks for its opening one; deeper
   nesting than this is no text, and looking further would not be linear.  */
enum { DEPTH = 8 };

bool
enclosure_closes (unsigned cp)
{
  for (size_t i = 0; i < PAIRS; i++)
    if (pairs[i].close == cp)
      return true;
  return false;
}

bool
enclosure_opens (unsigned cp)
{
  for (size_t i = 0; i < PAIRS; i++)
    if (pairs[i].open == cp)
      return true;
  return false;
}

/* A mark that is still open: the row of its pair, its place in OUT.  */
struct open_mark
{
  size_t pair;
  size_t index;
};

struct matcher
{
  struct VEC (struct open_mark) stack;
  struct enclosures *out;
};

/* The number of marks to take off the stack so that the topmost of kind PAIR
   goes; 0 where there is none near.  */
static size_t
find_open (const struct matcher *m, size_t pair)
{
  for (size_t k = 1; k <= DEPTH && k <= m->stack.len; k++)
    if (m->stack.items[m->stack.len - k].pair == pair)
      return k;
  return 0;
}

static void
open_pair (struct matcher *m, size_t pair, size_t at)
{
  /* The same mark open twice: the first was never closed, as where every
     paragraph of a long quotation opens with it.  */
  if (pairs[pair].kind == ENCLOSURE_QUOTE)
    m->stack.len -= find_open (m, pair);
  VEC_PUSH (&m->stack, (struct open_mark) { pair, m->out->len });
  VEC_PUSH (m->out, (struct enclosure) { { at, 0 }, pairs[pair].kind });
}

static void
close_pair (struct matcher *m, size_t pair, size_t end)
{
  size_t off = find_open (m, pair);
  if (off == 0)
    return;
  m->stack.len -= off;
  m->out->items[m->stack.items[m->stack.len].index].range.end = end;
}

static void
match (struct matcher *m, unsigned cp, bool quotes, struct range mark)
{
  for (size_t i = 0; i < PAIRS; i++)
    {
      if (!quotes && pairs[i].kind == ENCLOSURE_QUOTE)
        continue;
      bool straight = pairs[i].open == pairs[i].close;
      if (pairs[i].open == cp && !(straight && find_open (m, i)))
        open_pair (m, i, mark.start);
      else if (pairs[i].close == cp)
        close_pair (m, i, mark.end);
    }
}

/* Leaves only the pairs that were closed.  */
static void
keep_matched (struct enclosures *out, size_t first)
{
  size_t kept = first;
  for (size_t i = first; i < out->len; i++)
    if (out->items[i].range.end > 0)
      out->items[kept++] = out->items[i];
  out->len = kept;
}

/* Whether a mark of the table may begin with byte C.  */
static bool
may_begin (unsigned char c)
{
  return c == '"' || c == '(' || c == ')' || c == '[' || c == ']'
         || c == 0xE2 || c == 0xE3 || c == 0xEF;
}

void
enclosures_find (const char *text, struct range within, bool quotes,
                 struct enclosures *out)
{
  struct matcher m = { .out = out };
  size_t first = out->len;
  for (size_t at = within.start; at < within.end;)
    {
      if (!may_begin ((unsigned char) text[at]))
        {
          at++;
          continue;
        }
      size_t start = at;
      unsigned cp = utf8_next (text, within.end, &at);
      match (&m, cp, quotes, (struct range) { start, at });
    }
  keep_matched (out, first);
  VEC_FREE (&m.stack);
}
