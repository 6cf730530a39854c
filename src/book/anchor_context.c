/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stood beside an anchor's quotation, matched with another place.  */
#include "book/anchor_context.h"

#include <string.h>

#include "base/utf8.h"
#include "book/anchor.h"

/* In code points: what a side counts where all of it matches, what a difference
   takes off, and what must stand at an edge of the text to count.  */
enum { SIDE = ANCHOR_CONTEXT, DIFFERENCE = SIDE / 8, EDGE = 4 };

/* Where a difference is passed over: up to REACH bytes on either side, if RUN
   bytes match behind it (8 letters, or nearly 3 Han).  */
enum { REACH = 48, RUN = 8 };

/* Bytes that are read forwards or backwards from AT.  */
struct walk
{
  const char *at;
  size_t left;
  bool back;
};

struct context
context_make (const char *text, bool back)
{
  size_t len = strlen (text);
  struct context context = { .plain = plain_make (text, len), .back = back };
  context.count
    = utf8_count (buf_string (&context.plain.text), context.plain.text.len);
  context.to_edge = utf8_count (text, len) < ANCHOR_CONTEXT;
  return context;
}

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

struct match
context_match (const struct context *context, const struct buf *text,
               size_t at, bool pass)
{
  const struct buf *kept = &context->plain.text;
  bool back = context->back;
  if (back && at > 0 && text->data[at - 1] == ' ')
    at--;
  else if (!back && at < text->len && text->data[at] == ' ')
    at++;
  struct walk a = { back ? buf_string (kept) + kept->len : buf_string (kept),
                    kept->len, back };
  struct walk b = { text->data + at, back ? at : text->len - at, back };
  struct match match = match_walks (&a, &b, pass);
  if (match.count > context->count)
    match.count = context->count;
  return match;
}

void
context_score (const struct context *context, struct match *match, size_t any)
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
