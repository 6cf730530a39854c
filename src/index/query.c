/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads queries: recursive descent over the bytes that were typed.  */
#include "index/query.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/space.h"
#include "base/utf8.h"
#include "index/query_term.h"
#include "text/ascii.h"

enum { NEAR_USUAL = 10, DEPTH = 20, PARTS = 256 };

#define NO_NODE ((size_t) -1)

struct parser
{
  const char *text;
  size_t len;
  size_t at;
  bool exact;
  int depth;    /* of parentheses */
  int side;     /* that `o:` or `t:` before a parenthesis asks for; or -1 */
  bool negated; /* below a `-` */
  struct query *query;
  struct err *err;
  bool failed;
};

/* --- errors ------------------------------------------------------------- */

/* Says that what stands from byte START on is WRONG.  Returns NO_NODE.  */
static size_t
fail (struct parser *p, size_t start, const char *wrong)
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

static void
skip_space (struct parser *p)
{
  p->at = space_skip (p->text, p->at, p->len);
}

/* The code point at byte AT and in *NEXT where it ends; 0 at the end.  */
static unsigned
look (const struct parser *p, size_t at, size_t *next)
{
  *next = at;
  return at < p->len ? utf8_next (p->text, p->len, next) : 0;
}

/* Takes CP or WIDE, its full-width form.  */
static bool
take (struct parser *p, unsigned cp, unsigned wide)
{
  size_t next;
  unsigned here = look (p, p->at, &next);
  if (here == 0 || (here != cp && here != wide))
    return false;
  p->at = next;
  return true;
}

static bool
is_space_at (const struct parser *p, size_t at)
{
  size_t next;
  return at >= p->len || space_is (look (p, at, &next));
}

/* Whether WORD, in capitals, stands at `at` as a word of its own.  */
static bool
stands (const struct parser *p, const char *word)
{
  size_t len = strlen (word);
  return p->len - p->at >= len && memcmp (p->text + p->at, word, len) == 0
         && (is_space_at (p, p->at + len) || p->text[p->at + len] == '(');
}

static bool
take_word (struct parser *p, const char *word)
{
  if (!stands (p, word))
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

static size_t
add_node (struct parser *p, enum query_kind kind)
{
  VEC_PUSH (&p->query->nodes, (struct query_node) { .kind = kind });
  return p->query->nodes.len - 1;
}

static struct query_node *
node_at (struct parser *p, size_t index)
{
  return &p->query->nodes.items[index];
}

/* A node of KIND over the one PART.  */
static size_t
add_over (struct parser *p, enum query_kind kind, size_t part)
{
  size_t node = add_node (p, kind);
  VEC_PUSH (&node_at (p, node)->parts, part);
  return node;
}

/* Adds PART to *NODE, which becomes one of KIND where it is another.  */
static void
join (struct parser *p, enum query_kind kind, size_t *node, size_t part)
{
  if (*node == NO_NODE)
    *node = part;
  else if (part != NO_NODE)
    {
      if (node_at (p, *node)->kind != kind)
        *node = add_over (p, kind, *node);
      VEC_PUSH (&node_at (p, *node)->parts, part);
    }
}

/* --- words -------------------------------------------------------------- */

/* Takes the quoted part that begins at `at` into *INSIDE; false where none
   does.  A quote that is not closed goes to the end.  */
static bool
take_quoted (struct parser *p, struct range *inside)
{
  size_t next;
  unsigned close = closing (look (p, p->at, &next));
  if (close == 0)
    return false;
  size_t start = p->at;
  inside->start = next;
  for (p->at = next; p->at < p->len;)
    {
      inside->end = p->at;
      unsigned cp = look (p, p->at, &p->at);
      if (cp == close || (close == 0x201D && cp == '"'))
        return true;
    }
  p->at = p->len;
  fail (p, start, N_ ("the quotation that begins here does not end"));
  return false;
}

/* Takes what stands up to the next space, quote or parenthesis.  */
static struct range
take_bare (struct parser *p)
{
  struct range range = { p->at, p->at };
  size_t next;
  while (p->at < p->len)
    {
      unsigned cp = look (p, p->at, &next);
      if (space_is (cp) || cp == '(' || cp == ')' || cp == 0xFF08
          || cp == 0xFF09 || cp == '"' || cp == 0x201C || cp == 0xFF02
          || cp == '*' || cp == 0xFF0A)
        break;
      p->at = next;
    }
  range.end = p->at;
  return range;
}

/* The node of the term in bytes RANGE, or NO_NODE where it has no words.  */
static size_t
add_term (struct parser *p, struct range range, bool exact, size_t start)
{
  struct term term = { .side = p->side, .exact = p->exact || exact,
                       .negated = p->negated };
  if (p->query->terms.len == QUERY_TERMS)
    return fail (p, start, N_ ("a query has at most 64 words or phrases"));
  bool filled
    = term_fill (&term, p->text + range.start, range_len (range));
  term.prefix = take (p, '*', 0xFF0A);
  if (!filled)
    return NO_NODE;
  VEC_PUSH (&p->query->terms, term);
  size_t node = add_node (p, QUERY_TERM);
  node_at (p, node)->term = p->query->terms.len - 1;
  return node;
}

/* A word, or several in quotes.  */
static size_t
read_term (struct parser *p, size_t start)
{
  struct range range;
  bool exact = take (p, '=', 0xFF1D);
  if (!take_quoted (p, &range))
    range = take_bare (p);
  if (p->failed)
    return NO_NODE;
  if (p->at == start)
    look (p, p->at, &p->at); /* a sign that begins nothing */
  return add_term (p, range, exact, start);
}

/* --- conditions on documents -------------------------------------------- */

/* Whether the LEN bytes at TEXT are 1958, 1958-09 or 1958-09-05.  */
static bool
is_date (const char *text, size_t len)
{
  static const char shape[] = "0000-00-00";
  if (len != 4 && len != 7 && len != 10)
    return false;
  for (size_t i = 0; i < len; i++)
    if (shape[i] == '0' ? !ascii_is_digit ((unsigned char) text[i])
                        : text[i] != shape[i])
      return false;
  return true;
}

/* "1958-09", "1958..1960", "1958-09..", "..1958-11".  */
static size_t
read_dates (struct parser *p, const char *words, size_t start)
{
  const char *dots = strstr (words, "..");
  size_t first = dots ? (size_t) (dots - words) : strlen (words);
  const char *second = dots ? dots + 2 : words;
  if (p->depth > 0 || p->negated)
    return fail (p, start, N_ ("a date stands outside parentheses"));
  if ((first > 0 && !is_date (words, first))
      || (*second && !is_date (second, strlen (second)))
      || (first == 0 && !*second))
    return fail (p, start, N_ ("a date is like 1958, 1958-09, 1958-09-05 or "
                               "1958..1960"));
  snprintf (p->query->from, QUERY_DATE, "%.*s", (int) first, words);
  snprintf (p->query->until, QUERY_DATE, "%s", second);
  return NO_NODE;
}

static size_t
read_note (struct parser *p, const char *tag, size_t start)
{
  if (p->depth > 0)
    return fail (p, start, N_ ("tag: and has: stand outside parentheses"));
  tag += tag && *tag == '#';
  VEC_PUSH (&p->query->notes,
            (struct query_note) { mem_string (tag), p->negated });
  return NO_NODE;
}

static size_t
read_words (struct parser *p, enum query_kind kind, const char *words)
{
  size_t node = add_node (p, kind);
  node_at (p, node)->words = mem_string (words);
  return node;
}

enum field
{
  FIELD_DATE,
  FIELD_PAGE,
  FIELD_COLLECTION,
  FIELD_TAG,
  FIELD_HAS,
  FIELDS
};

/* Takes NAME and a colon, where they stand at `at`.  */
static bool
take_name (struct parser *p, const char *name)
{
  size_t len = strlen (name), was = p->at;
  if (p->len - p->at <= len || memcmp (p->text + p->at, name, len) != 0)
    return false;
  p->at += len;
  if (take (p, ':', 0xFF1A))
    return true;
  p->at = was;
  return false;
}

static size_t
read_value (struct parser *p, enum field field, const char *value,
            size_t start)
{
  if (!*value)
    return fail (p, start, N_ ("nothing stands behind the colon"));
  switch (field)
    {
    case FIELD_DATE:
      return read_dates (p, value, start);
    case FIELD_PAGE:
      return read_words (p, QUERY_PAGE, value);
    case FIELD_COLLECTION:
      return read_words (p, QUERY_COLLECTION, value);
    case FIELD_TAG:
      return read_note (p, value, start);
    default:
      if (strcmp (value, "note") != 0)
        return fail (p, start, N_ ("a document can be asked for has:note"));
      return read_note (p, NULL, start);
    }
}

/* Reads a condition such as page:2 into *NODE; false where none stands at
   `at`.  */
static bool
read_field (struct parser *p, size_t *node)
{
  static const char *const names[FIELDS]
    = { "date", "page", "collection", "tag", "has" };
  size_t start = p->at;
  for (enum field field = 0; field < FIELDS; field++)
    if (take_name (p, names[field]))
      {
        struct range range;
        if (!take_quoted (p, &range))
          range = take_bare (p);
        char *value = mem_copy (p->text + range.start,
                                p->failed ? 0 : range_len (range));
        *node = read_value (p, field, value, start);
        free (value);
        return true;
      }
  return false;
}

/* --- the grammar -------------------------------------------------------- */

static size_t read_or (struct parser *p);

/* What stands in parentheses, the first of which is taken.  */
static size_t
read_group (struct parser *p, size_t start)
{
  if (++p->depth > DEPTH)
    return fail (p, start, N_ ("there are too many parentheses"));
  size_t node = read_or (p);
  p->depth--;
  if (!p->failed && !take (p, ')', 0xFF09))
    return fail (p, start, N_ ("the parenthesis that begins here does not "
                               "end"));
  return node;
}

/* A side before what is looked for: `o:`, `t:`.  */
static bool
take_side (struct parser *p)
{
  static const char *const names[] = { "o", "t", "original", "translation" };
  for (int i = 0; i < 4; i++)
    if (take_name (p, names[i]))
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
    return fail (p, start, N_ ("a minus stands within what has one already"));
  p->negated = true;
  size_t node = read_atom (p);
  p->negated = false;
  return node == NO_NODE ? NO_NODE : add_over (p, QUERY_NOT, node);
}

/* A term, a condition, or a group, with what stands before it.  */
static size_t
read_atom (struct parser *p)
{
  size_t start = p->at, node = NO_NODE;
  int side = p->side;
  if (!is_space_at (p, p->at + 1) && take (p, '-', 0xFF0D))
    return read_negated (p, start);
  if (take_word (p, "NOT"))
    {
      skip_space (p);
      return read_negated (p, start);
    }
  if (read_field (p, &node))
    return node;
  if (take_side (p) && is_space_at (p, p->at))
    return fail (p, start, N_ ("nothing stands behind the colon"));
  if (take (p, '(', 0xFF08))
    node = read_group (p, start);
  else
    node = read_term (p, p->at);
  p->side = side;
  return node;
}

/* "NEAR", "NEAR/5": how far apart; -1 where it does not stand there.  */
static int
take_near (struct parser *p)
{
  size_t at = p->at + 4, start = p->at;
  int distance = 0;
  if (take_word (p, "NEAR"))
    return NEAR_USUAL;
  if (p->len - p->at < 6 || memcmp (p->text + p->at, "NEAR/", 5) != 0)
    return -1;
  for (at++; at < p->len && ascii_is_digit ((unsigned char) p->text[at])
             && distance <= QUERY_NEAR_MOST;
       at++)
    distance = distance * 10 + p->text[at] - '0';
  p->at = at;
  if (!is_space_at (p, at) || distance > QUERY_NEAR_MOST)
    {
      fail (p, start, N_ ("NEAR/ is followed by a number up to 1000"));
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
  skip_space (p);
  for (bool first = true; !p->failed && (distance = take_near (p)) >= 0;
       first = false)
    {
      skip_space (p);
      size_t right = read_atom (p);
      if (p->failed)
        return NO_NODE;
      if (left == NO_NODE || right == NO_NODE
          || node_at (p, left)->kind != QUERY_TERM
          || node_at (p, right)->kind != QUERY_TERM)
        return fail (p, start, N_ ("NEAR stands between two words or "
                                   "phrases"));
      size_t near = add_over (p, QUERY_NEAR, left);
      VEC_PUSH (&node_at (p, near)->parts, right);
      node_at (p, near)->distance = distance;
      if (first)
        node = near;
      else
        join (p, QUERY_AND, &node, near);
      left = right;
      skip_space (p);
    }
  return node;
}

/* Whether there is nothing more of what stands side by side.  */
static bool
ends_here (struct parser *p)
{
  size_t next;
  skip_space (p);
  unsigned cp = look (p, p->at, &next);
  return cp == 0 || cp == ')' || cp == 0xFF09 || stands (p, "OR");
}

/* Whether NODE, of an AND, has a part that is asked for and not only such that
   must be missing.  */
static bool
asks_something (struct parser *p, size_t node)
{
  struct query_node *n = node_at (p, node);
  if (n->kind != QUERY_AND)
    return n->kind != QUERY_NOT;
  for (size_t i = 0; i < n->parts.len; i++)
    if (node_at (p, n->parts.items[i])->kind != QUERY_NOT)
      return true;
  return false;
}

static size_t
read_and (struct parser *p)
{
  size_t start, node = NO_NODE;
  skip_space (p);
  start = p->at;
  while (!p->failed && !ends_here (p))
    {
      if (take_word (p, "AND"))
        continue;
      join (p, QUERY_AND, &node, read_near (p));
      if (!p->failed && p->query->nodes.len > PARTS)
        fail (p, start, N_ ("the query has too many parts"));
    }
  if (!p->failed && node != NO_NODE && !asks_something (p, node))
    return fail (p, start, N_ ("a word that must be missing needs another one "
                               "that must be there"));
  return node;
}

static size_t
read_or (struct parser *p)
{
  size_t node = read_and (p);
  while (!p->failed && take_word (p, "OR"))
    {
      size_t start = p->at, part = read_and (p);
      if (!p->failed && (node == NO_NODE || part == NO_NODE))
        return fail (p, start, N_ ("OR stands between two words"));
      join (p, QUERY_OR, &node, part);
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
      err_set (err, ERR_ENCODING, NULL, NULL);
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
    fail (&p, p.at, N_ ("this parenthesis closes nothing"));
  if (!p.failed && !has_term (p.query))
    {
      p.at = 0;
      fail (&p, 0, N_ ("there is no word in it to look for"));
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
  struct parser p = { .text = text, .len = len, .at = len, .exact = exact, .side = -1,
                      .query = query_new (), .err = &found };
  p.query->root = add_term (&p, (struct range) { 0, len }, false, 0);
  if (p.query->root == NO_NODE)
    fail (&p, 0, N_ ("there is no word in it to look for"));
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
      size_t len = 0;
      for (size_t k = 0; k < query->terms.items[i].elements.len; k++)
        len += query->terms.items[i].elements.items[k].forms.items[0].len;
      if (len > reach)
        reach = len;
    }
  /* What folds to a byte, and white space between.  */
  return 4 * reach + 64;
}
