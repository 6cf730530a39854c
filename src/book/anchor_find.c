/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds an anchor's place in a text that has changed.  */
#include <stdlib.h>
#include <string.h>

#include "base/grapheme.h"
#include "base/utf8.h"
#include "book/anchor.h"
#include "book/plain.h"

/* The thresholds of anchor.h, in code points of context.  */
enum
{
  SIDE = ANCHOR_CONTEXT, /* what a side counts where all of it matches */
  DIFFERENCE = SIDE / 8, /* what a difference takes off */
  MOST = 3 * SIDE / 4,   /* of each side, where neither stands unbroken */
  MARGIN = SIDE / 8,     /* by which the best place outranks the next */
  DISTINCT = 8,          /* a quotation that is not common by chance */
  NEAR = 16,             /* of a side, to see whether it stands elsewhere */
  TELLING = 12,          /* less than this may stand anywhere */
  EDGE = 4,              /* what must stand at an edge of the text to count */
  RIVAL = SIDE / 2,      /* the rank of a place that is like the one meant */
  ALONE = 4              /* of a quotation that stood once, or of what is beside
                            it, so that it is not there by chance */
};

/* Where a difference is passed over: up to REACH bytes on either side, if RUN
   bytes match behind it (8 letters, or nearly 3 Han); not where a quotation
   stands in more than MANY places.  */
enum { REACH = 48, RUN = 8, MANY = 1000 };

/* Bytes that are read forwards or backwards from AT.  */
struct walk
{
  const char *at;
  size_t left;
  bool back;
};

/* One side of the kept context.  */
struct context
{
  struct plain plain;
  size_t count;  /* code points of it */
  bool to_edge;  /* it reached to the edge of the text when it was kept */
  bool back;     /* it stands before the quotation */
};

/* How well a side matches at some place.  */
struct match
{
  size_t run;   /* bytes up to the first difference */
  size_t count; /* code points that match, less what differences cost */
  bool at_edge; /* the edge of the text stands where it stood */
  size_t score; /* up to SIDE */
  bool whole;   /* all of it stands there unbroken, at the edge where it did */
  bool unbroken; /* all of it, if any, edge or not */
};

/* A place where the quotation stands.  */
struct place
{
  size_t at; /* in the plain text */
  struct match match[2]; /* before it and behind it */
  size_t rank;
};

struct search
{
  struct plain text;
  struct plain exact;
  size_t exact_count; /* code points */
  size_t stood;       /* how often it stood; 0: nobody knows */
  struct context context[2];
  struct places places;
};

static char
byte_of (const struct walk *w, size_t i)
{
  return w->back ? *(w->at - 1 - i) : w->at[i];
}

static bool
runs_equal (const struct walk *a, size_t i, const struct walk *b, size_t j)
{
  if (i + RUN > a->left || j + RUN > b->left)
    return false;
  for (size_t k = 0; k < RUN; k++)
    if (byte_of (a, i + k) != byte_of (b, j + k))
      return false;
  return true;
}

/* Moves *I and *J over a difference; false where it is too large.  */
static bool
pass_difference (const struct walk *a, const struct walk *b, size_t *i,
                 size_t *j)
{
  for (size_t far = 1; far <= 2 * REACH; far++)
    for (size_t k = far > REACH ? far - REACH : 0; k <= far && k <= REACH; k++)
      if (runs_equal (a, *i + k, b, *j + far - k))
        {
          *i += k;
          *j += far - k;
          return true;
        }
  return false;
}

/* Reads on from *I and *J as long as both are equal; the code points read.  */
static size_t
pass_equal (const struct walk *a, const struct walk *b, size_t *i, size_t *j)
{
  size_t count = 0;
  for (; *i < a->left && *j < b->left && byte_of (a, *i) == byte_of (b, *j);
       ++*i, ++*j)
    count += ((unsigned char) byte_of (a, *i) & 0xC0) != 0x80;
  return count;
}

/* Reads A along B, differences passed over where PASS.  */
static struct match
match_walks (const struct walk *a, const struct walk *b, bool pass)
{
  size_t i = 0, j = 0;
  struct match match = { .count = pass_equal (a, b, &i, &j) };
  match.run = i;
  while (i < a->left && pass && pass_difference (a, b, &i, &j))
    {
      size_t count = pass_equal (a, b, &i, &j);
      match.count += count > DIFFERENCE ? count - DIFFERENCE : 0;
    }
  match.at_edge = i == a->left && j == b->left;
  return match;
}

/* Matches CONTEXT with what stands at byte AT of the text.  */
static struct match
match_context (const struct search *s, const struct context *context,
               size_t at)
{
  const struct buf *kept = &context->plain.text, *text = &s->text.text;
  bool back = context->back;
  if (back && at > 0 && text->data[at - 1] == ' ')
    at--;
  else if (!back && at < text->len && text->data[at] == ' ')
    at++;
  struct walk a = { back ? buf_string (kept) + kept->len : buf_string (kept),
                    kept->len, back };
  struct walk b = { text->data + at, back ? at : text->len - at, back };
  struct match match = match_walks (&a, &b, s->places.len <= MANY);
  if (match.count > context->count)
    match.count = context->count;
  return match;
}

/* Fills the score of MATCH with CONTEXT; where the text began or ended with it,
   that it does so still counts for what is missing, and half where it does no
   longer but all of it is there.  ANY is what matches there at all.  */
static void
score_match (const struct context *context, struct match *match, size_t any)
{
  bool edge = match->at_edge && any >= EDGE;
  bool unbroken = context->count > 0 && match->run == context->plain.text.len;
  match->unbroken = unbroken;
  if (!context->to_edge)
    {
      match->whole = unbroken;
      match->score
        = context->count ? SIDE * match->count / context->count : 0;
      return;
    }
  size_t missing = SIDE - context->count;
  match->whole = edge && match->run == context->plain.text.len;
  match->score
    = match->count + (edge ? missing : unbroken ? missing / 2 : 0);
}

static struct place
place_at (const struct search *s, size_t at)
{
  struct place place = { .at = at };
  struct match *before = &place.match[0], *behind = &place.match[1];
  *before = match_context (s, &s->context[0], at);
  *behind = match_context (s, &s->context[1], at + s->exact.text.len);
  size_t any = s->exact_count + before->count + behind->count;
  score_match (&s->context[0], before, any);
  score_match (&s->context[1], behind, any);
  place.rank = before->score + behind->score
               + (before->score > behind->score ? before->score
                                                : behind->score);
  return place;
}

/* Where the quotation at byte AT stands in the text itself.  */
static struct range
source_at (const struct search *s, size_t at)
{
  return plain_source (&s->text,
                       (struct range) { at, at + s->exact.text.len });
}

/* Leaves only places of whole grapheme clusters: an accent that was added
   changes the quotation.  */
static void
keep_whole (struct search *s, const char *text, size_t len)
{
  size_t kept = 0;
  for (size_t i = 0; i < s->places.len; i++)
    {
      struct range r = source_at (s, s->places.items[i]);
      if (grapheme_begins (text, len, r.start)
          && grapheme_begins (text, len, r.end))
        s->places.items[kept++] = s->places.items[i];
    }
  s->places.len = kept;
}

static int
compare_places (const void *a, const void *b)
{
  size_t x = *(const size_t *) a, y = *(const size_t *) b;
  return x < y ? -1 : x > y;
}

/* Whether the quotation stands at byte AT, or behind a space there.  */
static bool
stands_at (const struct search *s, size_t at)
{
  return bsearch (&at, s->places.items, s->places.len, sizeof at,
                  compare_places)
         != NULL;
}

/* Whether the LEN bytes of CONTEXT next to the quotation stand also where the
   quotation does not: the place that it was taken from, it may be.  */
static bool
stands_without (const struct search *s, const struct context *context,
                size_t len)
{
  const struct buf *kept = &context->plain.text, *text = &s->text.text;
  const char *needle
    = buf_string (kept) + (context->back ? kept->len - len : 0);
  if (utf8_count (needle, len) < TELLING)
    return false;
  struct places found = { 0 };
  plain_find (&s->text, needle, len, &found);
  bool without = false;
  for (size_t i = 0; i < found.len && !without; i++)
    {
      size_t at = found.items[i], size = s->exact.text.len;
      if (context->back)
        {
          at += len;
          at += at < text->len && text->data[at] == ' ';
        }
      else
        {
          at -= at > 0 && text->data[at - 1] == ' ';
          if (at < size)
            {
              without = true;
              break;
            }
          at -= size;
        }
      without = !stands_at (s, at);
    }
  VEC_FREE (&found);
  return without;
}

/* The bytes of the NEAR code points of CONTEXT next to the quotation.  */
static size_t
near_bytes (const struct context *context)
{
  const struct buf *kept = &context->plain.text;
  if (!context->back)
    return utf8_offset (buf_string (kept), kept->len, NEAR);
  size_t at = kept->len;
  for (int i = 0; i < NEAR && at > 0; i++)
    utf8_prev (kept->data, &at);
  return kept->len - at;
}

/* Whether SIDE of PLACE proves it: enough of it stands there unbroken, and
   nowhere without the quotation; or it is the edge of the text.  */
static bool
proves (const struct search *s, const struct place *place, size_t side)
{
  const struct context *context = &s->context[side];
  size_t run = place->match[side].run, kept = context->plain.text.len;
  const char *bytes
    = buf_string (&context->plain.text) + (context->back ? kept - run : 0);
  if (utf8_count (bytes, run) < TELLING)
    return place->match[side].whole && context->to_edge;
  return !stands_without (s, context, run);
}

/* Whether the context tells the place BEST from all others, the next best of
   which has the rank NEXT.  */
static bool
is_certain (const struct search *s, const struct place *best, size_t next)
{
  const struct match *before = &best->match[0], *behind = &best->match[1];
  if (s->places.len > 1 && best->rank < next + MARGIN)
    return false;
  if (before->score >= MOST && behind->score >= MOST)
    return true;
  return (before->whole || behind->whole)
         && (proves (s, best, 0) || proves (s, best, 1));
}

/* Whether the one place BEST is of a quotation that stood once before, and not by
   chance.  */
static bool
is_the_one (const struct search *s, const struct place *best)
{
  return s->stood == 1 && s->places.len == 1
         && (s->exact_count >= ALONE || best->match[0].count >= ALONE
             || best->match[1].count >= ALONE);
}

/* The same where nobody knows how often it stood.  */
static bool
may_be_the_one (const struct search *s)
{
  return s->stood == 0 && s->places.len == 1 && s->exact_count >= DISTINCT
         && !stands_without (s, &s->context[0], near_bytes (&s->context[0]))
         && !stands_without (s, &s->context[1], near_bytes (&s->context[1]));
}

/* The best place, in *NEXT the rank of the next best, and in *UNBROKEN how many
   have a side unbroken.  */
static struct place
best_place (const struct search *s, size_t *next, size_t *unbroken)
{
  struct place best = { .rank = 0 };
  *next = *unbroken = 0;
  for (size_t i = 0; i < s->places.len; i++)
    {
      struct place place = place_at (s, s->places.items[i]);
      size_t worse = place.rank;
      *unbroken += place.match[0].unbroken || place.match[1].unbroken;
      if (i == 0 || place.rank > best.rank)
        {
          worse = i == 0 ? 0 : best.rank;
          best = place;
        }
      *next = worse > *next ? worse : *next;
    }
  return best;
}

/* Whether BEST, which its context tells from the others, may be another than the
   one that was meant all the same: not all of its context is there, and one of
   the places that there were is gone, or the next best, of rank NEXT, is much
   like it, or a few letters stood several times.  */
static bool
is_doubtful (const struct search *s, const struct place *best, size_t next)
{
  return s->stood == ANCHOR_MOST
         || (!(best->match[0].unbroken && best->match[1].unbroken)
             && (s->places.len < s->stood || next >= RIVAL
                 || (s->stood > 1 && s->exact_count < ALONE)));
}

static enum anchor_state
choose (const struct search *s, struct range *found)
{
  size_t next, unbroken;
  if (s->places.len == 0)
    return ANCHOR_DETACHED;
  struct place best = best_place (s, &next, &unbroken);
  bool certain = is_certain (s, &best, next);
  bool copied
    = s->stood > 0 && s->places.len > s->stood && unbroken > 1;
  if (!certain && !is_the_one (s, &best) && !may_be_the_one (s))
    return ANCHOR_DETACHED;
  *found = source_at (s, best.at);
  return certain && !copied && !is_doubtful (s, &best, next) ? ANCHOR_PLACED
                                                             : ANCHOR_MOVED;
}

static struct context
context_make (const char *text, bool back)
{
  size_t len = strlen (text);
  struct context context = { .plain = plain_make (text, len), .back = back };
  context.count
    = utf8_count (buf_string (&context.plain.text), context.plain.text.len);
  context.to_edge = utf8_count (text, len) < ANCHOR_CONTEXT;
  return context;
}

static enum anchor_state
search_text (const struct anchor *anchor, const char *text, size_t len,
             struct range *found)
{
  struct search s = { .text = plain_make (text, len) };
  s.stood = anchor->stood;
  s.exact = plain_make (anchor->exact, strlen (anchor->exact));
  s.exact_count = utf8_count (buf_string (&s.exact.text), s.exact.text.len);
  s.context[0] = context_make (anchor->prefix, true);
  s.context[1] = context_make (anchor->suffix, false);
  plain_find (&s.text, buf_string (&s.exact.text), s.exact.text.len,
              &s.places);
  keep_whole (&s, text, len);
  enum anchor_state state = choose (&s, found);
  plain_free (&s.text);
  plain_free (&s.exact);
  plain_free (&s.context[0].plain);
  plain_free (&s.context[1].plain);
  VEC_FREE (&s.places);
  return state;
}

/* Whether the quotation stands just where it stood when the anchor was made,
   in a text of the same fingerprint.  */
static bool
is_same_text (const struct anchor *anchor, const char *text, size_t len)
{
  size_t size = range_len (anchor->range);
  return anchor->range.start <= anchor->range.end && anchor->range.end <= len
         && strlen (anchor->exact) == size
         && memcmp (text + anchor->range.start, anchor->exact, size) == 0
         && anchor_print (text, len) == anchor->fingerprint;
}

enum anchor_state
anchor_find (const struct anchor *anchor, const char *text, size_t len,
             struct range *found)
{
  *found = (struct range) { 0, 0 };
  if (anchor->kind == ANCHOR_DOCUMENT)
    return ANCHOR_PLACED;
  if (is_same_text (anchor, text, len))
    {
      *found = anchor->range;
      return ANCHOR_PLACED;
    }
  return search_text (anchor, text, len, found);
}
