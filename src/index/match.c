/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the terms of a query in a text, token by token.  */
#include "index/match.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

/* The tokens read last, as many as the longest term has and one before.  */
struct window
{
  struct token *ring;
  size_t size;
  size_t count; /* tokens read so far */
};

static const struct token *
token_back (const struct window *window, size_t back)
{
  return &window->ring[(window->count - 1 - back) % window->size];
}

/* The form of ELEMENT that TOKEN is; the number of forms where it is none.  */
static size_t
form_of (const struct element *element, const struct token *token, bool prefix)
{
  const struct form *forms = element->forms.items;
  size_t count = element->forms.len;
  if (element->kind != token->kind)
    return count;
  if (element->kind == TOKEN_HAN)
    {
      for (size_t i = 0; i < count; i++)
        if (forms[i].cp == token->cp)
          return i;
      return count;
    }
  for (size_t i = 0; i < count; i++)
    if ((prefix ? forms[i].len <= token->len : forms[i].len == token->len)
        && memcmp (forms[i].text, token->text, forms[i].len) == 0)
      return i;
  return count;
}

/* Whether TERM ends with the token read last; *FOLDED tells how.  */
static bool
ends_term (const struct window *window, const struct term *term, bool *folded)
{
  size_t len = term->elements.len;
  *folded = false;
  if (window->count < len)
    return false;
  for (size_t back = 0; back < len; back++)
    {
      const struct element *element = &term->elements.items[len - 1 - back];
      size_t form = form_of (element, token_back (window, back),
                             term->prefix && back == 0);
      if (form == element->forms.len)
        return false;
      *folded = *folded || form > 0;
    }
  return true;
}

size_t
term_index_len (const struct term *term)
{
  const struct element *elements = term->elements.items;
  size_t len = term->elements.len;
  bool paired = len > 1 && elements[len - 1].kind == TOKEN_HAN
                && elements[len - 2].kind == TOKEN_HAN;
  return len - paired;
}

int
near_distance (const struct query *query, const struct query_node *node)
{
  bool paired = false;
  for (size_t i = 0; i < node->parts.len; i++)
    {
      size_t index = query->nodes.items[node->parts.items[i]].term;
      const struct term *term = &query->terms.items[index];
      paired = paired || term_index_len (term) < term->elements.len;
    }
  return node->distance + paired;
}

static bool
is_looked_for (const struct term *term, int side)
{
  return !term->negated && (term->side < 0 || term->side == side);
}

/* --- marks at the ends --------------------------------------------------- */

/* Whether the marks in bytes RANGE of TEXT are EDGE; *MORE: they are longer.  */
static bool
is_edge (const char *text, struct range range, const struct edge *edge,
         bool *more)
{
  struct tokens tokens;
  struct token mark = { .len = 0 };
  tokens_begin (&tokens, text + range.start, range_len (range));
  tokens_next (&tokens, &mark);
  *more = mark.len > edge->len;
  return mark.len == edge->len && memcmp (mark.text, edge->text, mark.len) == 0;
}

/* Whether the marks in bytes MARKS of TEXT begin with EDGE; then *END is where it
   ends.  */
static bool
begins_with (const char *text, struct range marks, const struct edge *edge,
             size_t *end)
{
  bool more = false;
  for (size_t at = marks.start; at < marks.end && !more;)
    {
      utf8_next (text, marks.end, &at);
      if (is_edge (text, (struct range) { marks.start, at }, edge, &more))
        {
          *end = at;
          return true;
        }
    }
  return false;
}

/* The same for the end of MARKS; *START is where EDGE begins.  */
static bool
ends_with (const char *text, struct range marks, const struct edge *edge,
           size_t *start)
{
  bool more = false;
  for (size_t at = marks.end; at > marks.start && !more;)
    {
      do
        at--;
      while (at > marks.start && ((unsigned char) text[at] & 0xC0) == 0x80);
      if (is_edge (text, (struct range) { at, marks.end }, edge, &more))
        {
          *start = at;
          return true;
        }
    }
  return false;
}

/* --- going through a text ----------------------------------------------- */

/* Where the last occurrence of a term ends.  */
struct taken
{
  size_t place;
  size_t byte;
};

struct finding
{
  const struct query *query;
  int side;
  const char *text;
  size_t len;
  struct window window;
  struct taken *taken; /* for each term */
  struct matches *out;
};

/* Whether the marks that TERM asks for stand before the LEN tokens read last and
   behind them, in whose bytes RANGE they are taken in.  */
static bool
has_edges (const struct finding *f, const struct term *term, size_t len,
           struct range *range)
{
  struct token behind = { .kind = TOKEN_WORD };
  if (term->before.len > 0)
    {
      const struct token *before = token_back (&f->window, len);
      if (f->window.count <= len || before->kind != TOKEN_MARK
          || !ends_with (f->text, before->range, &term->before, &range->start))
        return false;
    }
  if (term->behind.len == 0)
    return true;
  struct tokens tokens;
  size_t from = range->end;
  tokens_begin (&tokens, f->text + from, f->len - from);
  if (!tokens_next (&tokens, &behind) || behind.kind != TOKEN_MARK)
    return false;
  struct range marks = { from + behind.range.start, from + behind.range.end };
  return begins_with (f->text, marks, &term->behind, &range->end);
}

/* Adds the terms that end with the token read last.  */
static void
find_here (struct finding *f)
{
  size_t place = f->window.count - 1;
  for (size_t i = 0; i < f->query->terms.len; i++)
    {
      const struct term *term = &f->query->terms.items[i];
      size_t len = term->elements.len;
      bool folded;
      if (!is_looked_for (term, f->side) || f->taken[i].place + len > place + 1
          || !ends_term (&f->window, term, &folded))
        continue;
      size_t first = place + 1 - len;
      struct range range = { token_back (&f->window, len - 1)->range.start,
                             token_back (&f->window, 0)->range.end };
      if (!has_edges (f, term, len, &range)
          || range.start < f->taken[i].byte)
        continue;
      f->taken[i] = (struct taken) { place + 1, range.end };
      VEC_PUSH (f->out,
                (struct match) { range, i, folded, first,
                                 first + term_index_len (term) });
    }
}

static int
compare (const void *a, const void *b)
{
  const struct match *x = a, *y = b;
  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;
  return x->term < y->term ? -1 : x->term > y->term;
}

/* --- what must be near -------------------------------------------------- */

/* Whether B, which does not begin before A, is near it.  */
static bool
is_near (const struct match *a, const struct match *b, size_t distance)
{
  return b->first <= a->behind + distance;
}

/* Marks in KEPT the matches of the terms A and B of OUT, from FROM on, that have
   one of the other near them.  They are in order, and none is longer than
   LONGEST tokens: so what is near stands close before in OUT, too.  */
static void
keep_near (const struct matches *out, size_t from, size_t a, size_t b,
           size_t distance, size_t longest, bool *kept)
{
  for (size_t i = from; i < out->len; i++)
    {
      const struct match *match = &out->items[i];
      size_t other = match->term == a ? b : a;
      if (match->term != a && match->term != b)
        continue;
      for (size_t k = i; k > from; k--)
        {
          const struct match *before = &out->items[k - 1];
          if (before->first + longest + distance < match->first)
            break;
          if (before->term == other && is_near (before, match, distance))
            kept[i] = kept[k - 1] = true;
        }
    }
}

/* Drops the matches from FROM on that KEPT does not mark and whose term is in a
   QUERY_NEAR.  */
static void
drop_far (const bool *near, const bool *kept, size_t from,
          struct matches *out)
{
  size_t to = from;
  for (size_t i = from; i < out->len; i++)
    if (!near[out->items[i].term] || kept[i])
      out->items[to++] = out->items[i];
  out->len = to;
}

static void
filter_near (const struct query *query, size_t longest, size_t from,
             struct matches *out)
{
  bool *near = mem_new (query->terms.len, sizeof *near);
  bool *kept = mem_new (out->len, sizeof *kept);
  bool any = false;
  for (size_t i = 0; i < query->nodes.len; i++)
    {
      const struct query_node *node = &query->nodes.items[i];
      if (node->kind != QUERY_NEAR)
        continue;
      size_t a = query->nodes.items[node->parts.items[0]].term;
      size_t b = query->nodes.items[node->parts.items[1]].term;
      near[a] = near[b] = any = true;
      keep_near (out, from, a, b, (size_t) near_distance (query, node),
                 longest, kept);
    }
  if (any)
    drop_far (near, kept, from, out);
  free (near);
  free (kept);
}

/* --- all of it ---------------------------------------------------------- */

void
query_match (const struct query *query, int side, const char *text, size_t len,
             struct matches *out)
{
  struct finding f = { query, side, text, len, { NULL, 1, 0 }, NULL, out };
  struct tokens tokens;
  size_t from = out->len;
  bool any = false;
  for (size_t i = 0; i < query->terms.len; i++)
    {
      const struct term *term = &query->terms.items[i];
      any = any || is_looked_for (term, side);
      if (term->elements.len >= f.window.size)
        f.window.size = term->elements.len + 1;
    }
  if (!any || len == 0)
    return;
  f.window.ring = mem_new (f.window.size, sizeof *f.window.ring);
  f.taken = mem_new (query->terms.len, sizeof *f.taken);
  tokens_begin (&tokens, text, len);
  while (tokens_next (&tokens, &f.window.ring[f.window.count % f.window.size]))
    {
      f.window.count++;
      find_here (&f);
    }
  free (f.window.ring);
  free (f.taken);
  if (out->len > from)
    {
      qsort (out->items + from, out->len - from, sizeof *out->items, compare);
      filter_near (query, f.window.size, from, out);
    }
}
