/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes anchors, copies and frees them.  */
#include "book/anchor.h"

#include <stdlib.h>
#include <string.h>

#include "base/grapheme.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "book/plain.h"

/* The start of the last ANCHOR_CONTEXT code points before byte AT.  */
static size_t
context_start (const char *text, size_t at)
{
  for (int i = 0; i < ANCHOR_CONTEXT && at > 0; i++)
    utf8_prev (text, &at);
  return at;
}

/* Whether the bytes of PART end (BACK) or begin at byte AT of TEXT, a space
   between left out.  */
static bool
stands_beside (const struct plain *text, size_t at, const char *part,
               bool back)
{
  struct plain kept = plain_make (part, strlen (part));
  const char *all = buf_string (&text->text);
  size_t len = kept.text.len, size = text->text.len;
  if (back && at > 0 && all[at - 1] == ' ')
    at--;
  else if (!back && at < size && all[at] == ' ')
    at++;
  bool stands = back ? at >= len : at + len <= size;
  stands = stands
           && memcmp (all + (back ? at - len : at), buf_string (&kept.text),
                      len)
                == 0;
  plain_free (&kept);
  return stands;
}

/* How often the quotation of ANCHOR stands in the text S; ANCHOR_MOST where it
   does so twice with all that is kept of its context.  */
static unsigned
times_of (const struct side_text *s, const struct anchor *anchor)
{
  struct plain text = plain_make (s->text, s->len);
  struct plain exact = plain_make (anchor->exact, strlen (anchor->exact));
  struct places places = { NULL, 0, 0 };
  size_t twins = 0, len = exact.text.len;
  plain_find (&text, buf_string (&exact.text), len, &places);
  for (size_t i = 0; places.len > 1 && places.len < ANCHOR_MOST
                     && i < places.len && twins < 2;
       i++)
    twins += stands_beside (&text, places.items[i], anchor->prefix, true)
             && stands_beside (&text, places.items[i] + len, anchor->suffix,
                               false);
  size_t count = twins > 1 || places.len > ANCHOR_MOST ? ANCHOR_MOST
                                                       : places.len;
  VEC_FREE (&places);
  plain_free (&exact);
  plain_free (&text);
  return (unsigned) count;
}

struct anchor
anchor_make (const struct document *document, enum side side,
             struct range range, enum anchor_kind kind)
{
  const struct side_text *s = &document->side[side];
  if (kind == ANCHOR_DOCUMENT)
    range = (struct range) { 0, 0 };
  if (range.end > s->len)
    range.end = s->len;
  if (range.start > range.end)
    range.start = range.end;
  range = grapheme_widen (s->text, s->len, range);
  size_t before = context_start (s->text, range.start);
  size_t behind
    = utf8_offset (s->text + range.end, s->len - range.end, ANCHOR_CONTEXT);
  struct anchor anchor = {
    .kind = kind,
    .side = side,
    .range = range,
    .position = utf8_count (s->text, range.start),
    .exact = mem_copy (s->text + range.start, range_len (range)),
    .prefix = mem_copy (s->text + before, range.start - before),
    .suffix = mem_copy (s->text + range.end, behind),
    .fingerprint = anchor_print (s->text, s->len),
  };
  anchor.stood = times_of (s, &anchor);
  return anchor;
}

void
anchor_clear (struct anchor *anchor)
{
  free (anchor->exact);
  free (anchor->prefix);
  free (anchor->suffix);
  free (anchor->subject);
  memset (anchor, 0, sizeof *anchor);
}

struct anchor
anchor_copy (const struct anchor *anchor)
{
  struct anchor copy = *anchor;
  copy.exact = mem_string (anchor->exact);
  copy.prefix = mem_string (anchor->prefix);
  copy.suffix = mem_string (anchor->suffix);
  copy.subject = mem_string (anchor->subject);
  return copy;
}

static const char *const kinds[ANCHOR_KINDS] = {
  [ANCHOR_SPAN] = "span",         [ANCHOR_BEAD] = "bead",
  [ANCHOR_DOCUMENT] = "document", [ANCHOR_QUANTITY] = "number",
  [ANCHOR_TERM] = "term",         [ANCHOR_DISCREPANCY] = "discrepancy",
};

const char *
anchor_kind_name (enum anchor_kind kind)
{
  return kinds[kind];
}

bool
anchor_kind_named (const char *name, enum anchor_kind *kind)
{
  for (size_t i = 0; i < ANCHOR_KINDS; i++)
    if (strcmp (kinds[i], name) == 0)
      {
        *kind = (enum anchor_kind) i;
        return true;
      }
  return false;
}

unsigned long long
anchor_print (const char *text, size_t len)
{
  unsigned long long print = 14695981039346656037ull;
  for (size_t i = 0; i < len; i++)
    print = (print ^ (unsigned char) text[i]) * 1099511628211ull;
  return print;
}
