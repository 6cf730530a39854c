/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the header lines of an article: "Title:", "Author:", "Date:" and
   "Page:" or "Edition:", in any order.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/space.h"
#include "import/archive_marks.h"

/* How many lines that are no header lines may stand before one: a title that
   was broken, or a remark of the translating machine.  */
enum { STRAY_LINES = 2 };

/* Lengths in bytes of the name of a header line that is not known, and of the
   whole line.  */
enum { NAME_MAX_LEN = 24, STRAY_MAX_LEN = 400 };

static const struct
{
  const char *name;
  enum stated_key key;
} names[] = { { "title", STATED_TITLE },
              { "author", STATED_AUTHOR },
              { "date", STATED_DATE },
              { "page", STATED_PAGE },
              { "edition", STATED_PAGE } };

/* Splits LINE at its first colon, ASCII or full-width.  */
static bool
split_at_colon (const char *text, struct range line, struct range *name,
                struct range *value)
{
  size_t most = line.start + 2 * NAME_MAX_LEN;
  for (size_t at = line.start; at < line.end && at < most; at++)
    {
      struct range rest = { at, line.end };
      size_t colon = text[at] == ':'                   ? 1
                     : source_starts (text, rest, "：") ? 3
                                                        : 0;
      if (colon)
        {
          *name = source_unmarked (text, (struct range) { line.start, at });
          *value = (struct range) { at + colon, line.end };
          return true;
        }
    }
  return false;
}

bool
header_line (const char *text, struct range line, enum stated_key *key,
             struct range *value)
{
  struct range name;
  struct range core = space_trim (text, line);
  if (!split_at_colon (text, core, &name, value))
    return false;
  bool marked = range_len (core) > 0 && text[core.start] == '*';
  *value = marked ? source_unmarked (text, *value)
                  : space_trim (text, *value);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    {
      size_t len = strlen (names[i].name);
      if (range_len (name) == len && source_starts (text, name, names[i].name))
        {
          *key = names[i].key;
          return true;
        }
    }
  return false;
}

/* Whether LINE has the form of a header line, whatever its name.  */
static bool
is_header_like (const char *text, struct range line)
{
  struct range name, value;
  if (range_len (line) > STRAY_MAX_LEN
      || !split_at_colon (text, line, &name, &value) || range_len (name) == 0
      || range_len (name) > NAME_MAX_LEN
      || !source_is_letter ((unsigned char) text[name.start]))
    return false;
  for (size_t at = name.start; at < name.end; at++)
    if (!source_is_letter ((unsigned char) text[at])
        && !strchr (" -_0123456789", text[at]))
      return false;
  return true;
}

/* The reading of a header.  */
struct header
{
  const struct source *source;
  struct stated *stated;
  enum stated_key last; /* the key before; STATED_KEYS where there is none */
  size_t known;         /* where the next known header line was seen */
  size_t end;           /* of the header so far */
};

/* Whether a known header line comes soon at or after AT.  What was found is
   kept, so that many unknown lines take O(n).  */
static bool
goes_on (struct header *h, size_t at)
{
  const struct source *source = h->source;
  if (h->known >= at && h->known < source->len)
    return true;
  for (int stray = 0; at < source->len && stray <= STRAY_LINES;)
    {
      struct range value, line = source_line (source->text, at, source->len);
      enum stated_key key;
      if (header_line (source->text, line, &key, &value))
        {
          h->known = at;
          return true;
        }
      if (mark_of (source->text, line) != MARK_NONE
          || range_len (line) > STRAY_MAX_LEN)
        return false;
      if (!source_blank (source->text, line))
        stray += !is_header_like (source->text, line);
      at = source_next (line, source->len);
    }
  return false;
}

/* Whether every key that a header has was there.  */
static bool
is_complete (const struct stated *stated)
{
  return stated->has[STATED_TITLE] && stated->has[STATED_AUTHOR]
         && stated->has[STATED_DATE] && stated->has[STATED_PAGE];
}

static void
note_value (struct header *h, enum stated_key key, struct range value)
{
  struct stated *stated = h->stated;
  h->last = key;
  if (stated->has[key])
    {
      source_warn (h->source, value.start,
                   N_ ("a header line stands twice; the first counts"));
      if (range_len (stated->value[key]) > 0)
        return;
    }
  stated->has[key] = true;
  stated->value[key] = value;
}

/* Takes LINE, which is no known header line but stands before one.  */
static void
take_stray (struct header *h, struct range line)
{
  struct range *title = &h->stated->value[STATED_TITLE];
  if (h->last == STATED_TITLE && !is_header_like (h->source->text, line))
    {
      if (range_len (*title) == 0)
        title->start = line.start;
      title->end = line.end;
      source_warn (h->source, line.start,
                   N_ ("the title goes on in a second line"));
    }
  else
    source_warn (h->source, line.start,
                 N_ ("a line of the header is not understood"));
}

/* Whether LINE, which ends at NEXT, right below a known header line, is one of
   an unknown name: short, with no full stop, a blank line or another such
   behind it, and not a repeated title.  */
static bool
is_unknown (const struct header *h, struct range line, size_t next)
{
  const char *text = h->source->text;
  struct range behind = source_line (text, next, h->source->len);
  struct range name, value, title = h->stated->value[STATED_TITLE];
  if (line.start != h->end || h->last == STATED_KEYS
      || !is_header_like (text, line) || !source_is_heading (text, line, 80)
      || !(source_blank (text, behind) || is_header_like (text, behind)))
    return false;
  split_at_colon (text, line, &name, &value);
  char *words = source_string (text, name);
  bool repeated = words && source_starts (text, title, words);
  free (words);
  return !repeated;
}

size_t
header_read (const struct source *source, struct stated *stated)
{
  struct header h = { source, stated, STATED_KEYS, source->len, 0 };
  for (size_t at = 0; at < source->len;)
    {
      struct range value, line = source_line (source->text, at, source->len);
      enum stated_key key;
      at = source_next (line, source->len);
      if (source_blank (source->text, line))
        continue;
      if (header_line (source->text, line, &key, &value))
        note_value (&h, key, value);
      else if (!is_complete (stated)
               && mark_of (source->text, line) == MARK_NONE
               && goes_on (&h, line.start))
        take_stray (&h, line);
      else if (is_unknown (&h, line, at))
        take_stray (&h, line);
      else
        break;
      h.end = at;
    }
  return h.end;
}
