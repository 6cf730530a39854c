/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds an anchor's place in a text that has changed.  */
#include <stdlib.h>
#include <string.h>

#include "base/grapheme.h"
#include "base/utf8.h"
#include "book/anchor.h"
#include "book/anchor_context.h"
#include "book/plain.h"

/* The thresholds of anchor.h, in code points of context.  */
enum
{
  SIDE = ANCHOR_CONTEXT, /* what a side counts where all of it matches */
  MOST = 3 * SIDE / 4,   /* of each side, where neither stands unbroken */
  MARGIN = SIDE / 8,     /* by which the best place outranks the next */
  DISTINCT = 8,          /* a quotation that is not common by chance */
  NEAR = 16,             /* of a side, to see whether it stands elsewhere */
  TELLING = 12,          /* less than this may stand anywhere */
  RIVAL = SIDE / 2,      /* the rank of a place that is like the one meant */
  ALONE = 4              /* of a quotation that stood once, or of what is beside
                            it, so that it is not there by chance */
};

/* A quotation that stands in more places is matched without passing over
   differences.  */
enum { MANY = 1000 };

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

static struct place
place_at (const struct search *s, size_t at)
{
  struct place place = { .at = at };
  struct match *before = &place.match[0], *behind = &place.match[1];
  bool pass = s->places.len <= MANY;
  *before = context_match (&s->context[0], &s->text.text, at, pass);
  *behind = context_match (&s->context[1], &s->text.text,
                           at + s->exact.text.len, pass);
  size_t any = s->exact_count + before->count + behind->count;
  context_score (&s->context[0], before, any);
  context_score (&s->context[1], behind, any);
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
