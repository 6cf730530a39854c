/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts a text into paragraphs, and mends those that a line break or a blank
   line runs through.  */
#include <string.h>

#include "base/space.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "text/ascii.h"
#include "text/enclosure.h"
#include "text/sentence.h"
#include "text/stop.h"

enum
{
  INDENTS = 32,  /* indents from this many columns on count alike */
  BODY = 48,     /* columns from which a line is long, like body text, and not a
                    headline: 24 Han characters, or half a line of English */
  BYLINE = 60,   /* the longest byline in columns */
  OUTDENT = 2    /* columns by which the rest of a broken line stands left of
                    the body's indent */
};

/* A line that isn't blank.  */
struct line
{
  size_t start;      /* with its indent */
  struct range core; /* without white space around it */
  size_t indent;     /* columns */
  size_t width;      /* columns of the core */
  bool after_blank;
};

struct lines VEC (struct line);

/* The columns of RANGE: two for what lies in the blocks of East Asia, else
   one.  Text here need not agree with a terminal.  */
static size_t
columns (const char *text, struct range range)
{
  size_t count = 0;
  for (size_t at = range.start; at < range.end;)
    count += utf8_next (text, range.end, &at) >= 0x2E80 ? 2 : 1;
  return count;
}

static void
read_lines (const char *text, struct range within, struct lines *lines)
{
  bool after_blank = false;
  for (size_t at = within.start; at < within.end;)
    {
      const char *newline = memchr (text + at, '\n', within.end - at);
      size_t end = newline ? (size_t) (newline - text) + 1 : within.end;
      struct range core = space_trim (text, (struct range) { at, end });
      if (range_len (core) > 0)
        {
          size_t indent = columns (text, (struct range) { at, core.start });
          VEC_PUSH (lines,
                    (struct line) { at, core, indent < INDENTS ? indent
                                                               : INDENTS - 1,
                                    columns (text, core), after_blank });
        }
      after_blank = range_len (core) == 0;
      at = end;
    }
}

/* The indent that most long lines have, the deepest of several; that of all
   lines where none is long.  */
static size_t
body_indent (const struct lines *lines)
{
  size_t counts[INDENTS] = { 0 }, best = 0;
  for (size_t i = 0; i < lines->len; i++)
    counts[lines->items[i].indent]
      += lines->items[i].width >= BODY ? lines->len : 1;
  for (size_t i = 0; i < INDENTS; i++)
    if (counts[i] >= counts[best])
      best = i;
  return best;
}

static unsigned
first_of (const char *text, struct range core)
{
  size_t at = core.start;
  return utf8_next (text, core.end, &at);
}

static unsigned
last_of (const char *text, struct range core)
{
  size_t at = core.end;
  return utf8_prev (text, &at);
}

/* Whether CP ends a sentence or closes what might end with one, so that
   nothing is broken behind it.  */
static bool
is_final (unsigned cp)
{
  return stop_mark (cp, true) != MARK_NONE || enclosure_closes (cp)
         || cp == 0xFF1A || cp == ':' || cp == ';';
}

static bool
is_small (unsigned cp)
{
  return ascii_is_lower (cp);
}

/* PARAGRAPH_LINES: whether line B is the rest of line A just above: A is long
   and ends in the middle of a sentence, and B stands left of the body's
   INDENT; or, where lines have no indent to go by, B begins small.  A capital
   never goes on a line: it may open a headline.  */
static bool
line_goes_on (const char *text, const struct line *a, const struct line *b,
              size_t indent)
{
  if (b->after_blank || a->width < BODY || is_final (last_of (text, a->core)))
    return false;
  unsigned first = first_of (text, b->core);
  if (is_small (first))
    return b->indent <= indent;
  return b->indent + OUTDENT <= indent && !ascii_is_upper (first);
}

/* Whether LINE is a byline: by CHU CHI-LIN.  */
static bool
is_byline (const char *text, const struct line *line)
{
  return line->width <= BYLINE && range_len (line->core) > 3
         && memcmp (text + line->core.start, "by ", 3) == 0
         && ascii_is_upper ((unsigned char) text[line->core.start + 3])
         && !is_final (last_of (text, line->core));
}

/* PARAGRAPH_BLANK: whether line B, behind a blank one, goes on the sentence
   that line A breaks off.  */
static bool
block_goes_on (const char *text, const struct line *a, const struct line *b)
{
  unsigned last = last_of (text, a->core), first = first_of (text, b->core);
  size_t before = a->core.end - 1;
  if (last == '-' && range_len (a->core) > 1
      && ascii_is_alpha ((unsigned char) text[before - 1]))
    return ascii_is_alpha (first) || ascii_is_digit (first);
  return is_small (first) && !is_final (last) && !is_byline (text, b);
}

void
text_paragraphs (const char *text, struct range within,
                 enum paragraph_rule rule, struct ranges *out)
{
  struct lines lines = { 0 };
  read_lines (text, within, &lines);
  size_t indent = rule == PARAGRAPH_LINES ? body_indent (&lines) : 0;
  size_t start = within.start;
  for (size_t i = 1; i < lines.len; i++)
    {
      const struct line *a = &lines.items[i - 1], *b = a + 1;
      bool on = rule == PARAGRAPH_LINES
                  ? line_goes_on (text, a, b, indent)
                  : !b->after_blank || block_goes_on (text, a, b);
      if (on)
        continue;
      VEC_PUSH (out, (struct range) { start, b->start });
      start = b->start;
    }
  if (start < within.end)
    VEC_PUSH (out, (struct range) { start, within.end });
  VEC_FREE (&lines);
}
