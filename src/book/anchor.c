/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes anchors, copies and frees them.  */
#include "book/anchor.h"

#include <stdlib.h>
#include <string.h>

#include "base/grapheme.h"
#include "base/mem.h"
#include "base/utf8.h"

/* The start of the last ANCHOR_CONTEXT code points before byte AT.  */
static size_t
context_start (const char *text, size_t at)
{
  for (int i = 0; i < ANCHOR_CONTEXT && at > 0; i++)
    utf8_prev (text, &at);
  return at;
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
  return (struct anchor) {
    .kind = kind,
    .side = side,
    .range = range,
    .position = utf8_count (s->text, range.start),
    .exact = mem_copy (s->text + range.start, range_len (range)),
    .prefix = mem_copy (s->text + before, range.start - before),
    .suffix = mem_copy (s->text + range.end, behind),
    .fingerprint = anchor_print (s->text, s->len),
  };
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
