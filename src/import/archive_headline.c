/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares the start of a body with its title.  */
#include "import/archive_headline.h"

#include <string.h>

#include "base/space.h"
#include "base/utf8.h"
#include "import/archive_words.h"
#include "import/source_line.h"

/* Bytes: a title that is longer is compared with nothing, so that the work
   stays bounded; real ones stay below 500.  */
enum { TITLE_MAX = 4096 };

/* Most lines of a headline, and how many of them may stand before the first
   that is in the title; code points of a line that is not in the title as it
   stands.  */
enum { HEADLINE_LINES = 12, KICKER_LINES = 2, KICKER_MAX = 120 };

/* Shares in per cent, chosen: of a line's words that must be in the title; of
   the title's words that the lines must have, when they stand there word for
   word (one title line of three is enough), otherwise, and below a kicker.  In
   all articles seen the share is 100 or 0.  */
enum { LINE_SHARE = 60, EXACT_SHARE = 34, LOOSE_SHARE = 60, KICKER_SHARE = 80 };

/* A title against which lines are held.  */
struct headline
{
  const char *text;
  struct words title;
  struct words author;
  unsigned last;  /* the last character of the title */
  size_t used;    /* words of the title that were found */
  int line;       /* number of the line that is tried, from 1 */
  bool exact;     /* every line so far stands in the title word for word */
};

static bool
same_words (const struct word *a, const struct word *b, size_t count)
{
  for (size_t i = 0; i < count; i++)
    if (a[i].print != b[i].print)
      return false;
  return true;
}

/* Marks COUNT words of the title from FROM on as used.  */
static void
use_words (struct headline *h, size_t from, size_t count)
{
  for (size_t i = from; i < from + count; i++)
    h->title.items[i].used = h->line;
  h->used += count;
}

/* Whether the words of LINE stand in the title one behind the other, and none
   of them was used; uses them.  */
static bool
take_exact (struct headline *h, const struct words *line)
{
  for (size_t from = 0; from + line->len <= h->title.len; from++)
    {
      bool fresh = same_words (h->title.items + from, line->items, line->len);
      for (size_t i = 0; fresh && i < line->len; i++)
        fresh = !h->title.items[from + i].used;
      if (fresh)
        {
          use_words (h, from, line->len);
          return true;
        }
    }
  return false;
}

/* Uses those words of the title that LINE has, if they are enough.  */
static bool
take_loose (struct headline *h, const struct words *line)
{
  size_t hits = 0;
  for (size_t i = 0; i < line->len; i++)
    for (size_t t = 0; t < h->title.len; t++)
      if (!h->title.items[t].used
          && h->title.items[t].print == line->items[i].print)
        {
          use_words (h, t, 1);
          hits++;
          break;
        }
  if (hits * 100 >= line->len * LINE_SHARE)
    return true;
  for (size_t t = 0; t < h->title.len; t++)
    if (h->title.items[t].used == h->line)
      h->title.items[t].used = 0;
  h->used -= hits;
  return false;
}

/* Whether LINE begins with the whole title, and punctuation or a wide space
   parts it from what comes behind: a title and its subtitle in one line.  */
static bool
take_longer (struct headline *h, const struct words *line)
{
  size_t len = h->title.len;
  if (h->used > 0 || line->len <= len
      || !same_words (h->title.items, line->items, len))
    return false;
  struct range gap = { line->items[len - 1].range.end,
                       line->items[len].range.start };
  bool parted = range_len (gap) > 1;
  while (gap.start < gap.end)
    {
      unsigned cp = utf8_next (h->text, gap.end, &gap.start);
      parted &= cp != ',' && cp != 0xFF0C && cp != 0x3001 && cp != '.'
                && cp != 0x3002;
    }
  if (parted)
    use_words (h, 0, len);
  return parted;
}

/* Whether the end of LINE, which is in the title word for word, is one that a
   headline has: a full stop where the title has it, but never a comma; that
   would be the first line of a verse.  */
static bool
ends_well (const struct headline *h, struct range line)
{
  unsigned last = source_last (h->text, line);
  if (last == ',' || last == 0xFF0C || last == 0x3001)
    return false;
  return last == h->last || (last != '.' && last != 0x3002 && last != 0xFF0E);
}

static bool
is_author_line (const struct headline *h, const struct words *line)
{
  return h->author.len > 0 && line->len == h->author.len
         && same_words (line->items, h->author.items, line->len);
}

/* Whether LINE is part of the headline; uses its words.  */
static bool
take_line (struct headline *h, struct range line)
{
  struct words words = { 0 };
  bool taken = false;
  h->line++;
  if (range_len (line) <= TITLE_MAX)
    words_of_line (h->text, line, &words);
  if (words.len > 0 && h->used < h->title.len && ends_well (h, line)
      && (!is_author_line (h, &words) || words.len == h->title.len))
    {
      taken = take_exact (h, &words) || take_longer (h, &words);
      if (!taken && source_is_heading (h->text, line, 3 * KICKER_MAX))
        {
          taken = take_loose (h, &words);
          h->exact &= !taken;
        }
    }
  VEC_FREE (&words);
  return taken;
}

/* Whether what was found is enough of the title.  */
static bool
is_enough (const struct headline *h, bool kicker)
{
  size_t share = h->used * 100 / h->title.len;
  return share >= (kicker     ? KICKER_SHARE
                   : h->exact ? EXACT_SHARE
                              : LOOSE_SHARE);
}

/* Whether LINE is a subtitle: it begins with a dash.  */
static bool
is_subtitle (const char *text, struct range line)
{
  static const char *const dashes[] = { "—", "–", "--", "──", "－" };
  struct range core = space_trim (text, line);
  for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
    if (source_starts (text, core, dashes[i]))
      return source_is_heading (text, line, KICKER_MAX);
  return false;
}

/* Matches the lines of BODY from AT on; 0 where they are no headline, else
   where it ends.  */
static size_t
match_from (struct headline *h, struct range body, size_t at, bool kicker)
{
  size_t end = 0;
  h->used = 0;
  h->line = 0;
  h->exact = true;
  for (size_t i = 0; i < h->title.len; i++)
    h->title.items[i].used = 0;
  for (int lines = 0; at < body.end && lines < HEADLINE_LINES;)
    {
      struct range line = source_line (h->text, at, body.end);
      at = source_next (line, body.end);
      if (source_blank (h->text, line))
        continue;
      bool subtitle = end && is_enough (h, kicker)
                      && is_subtitle (h->text, line);
      if (!subtitle && !take_line (h, line))
        break;
      end = at;
      lines++;
    }
  return is_enough (h, kicker) ? end : 0;
}

/* Tries the first line, then, as kickers, one and two lines above it.  */
static size_t
match_body (struct headline *h, struct range body)
{
  size_t at = body.start;
  for (int skipped = 0; at < body.end && skipped <= KICKER_LINES; skipped++)
    {
      struct range line = source_first (h->text,
                                        (struct range) { at, body.end });
      size_t end = match_from (h, body, line.start, skipped > 0);
      if (end)
        return end;
      if (!source_is_heading (h->text, line, KICKER_MAX))
        break;
      at = source_next (line, body.end);
    }
  return 0;
}

size_t
headline_end (const char *text, struct range body, const char *title,
              const char *author)
{
  size_t len = title ? strlen (title) : 0;
  size_t author_len = author ? strlen (author) : 0;
  if (len == 0 || len > TITLE_MAX)
    return 0;
  struct headline h = { .text = text };
  h.last = source_last (title, (struct range) { 0, len });
  words_of_line (title, (struct range) { 0, len }, &h.title);
  if (author_len <= TITLE_MAX)
    words_of_line (author, (struct range) { 0, author_len }, &h.author);
  size_t end = h.title.len > 0 ? match_body (&h, body) : 0;
  VEC_FREE (&h.title);
  VEC_FREE (&h.author);
  return end ? end - body.start : 0;
}

/* Whether the words NAME stand in LINE one behind the other.  */
static bool
holds (const struct words *line, const struct words *name)
{
  for (size_t from = 0; from + name->len <= line->len; from++)
    if (same_words (line->items + from, name->items, name->len))
      return name->len > 0;
  return false;
}

/* Whether LINE begins like the line of a reporter.  */
static bool
begins_like_byline (const char *text, struct range core)
{
  static const char *const starts[]
    = { "本报记者", "新华社记者", "本报通讯员", "特约记者", "本报特约",
        "本报评论员", "our reporter", "staff reporter",
        "our correspondent", "people's daily reporter",
        "xinhua news agency reporter", "reporter " };
  for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
    if (source_starts (text, core, starts[i]))
      return true;
  return false;
}

bool
headline_is_byline (const char *text, struct range line, const char *author)
{
  struct range core = space_trim (text, line);
  enum { BYLINE_MAX = 80, BESIDE_MAX = 8 };
  if (!source_is_heading (text, core, BYLINE_MAX))
    return false;
  while (core.start < core.end
         && (text[core.start] == '(' || text[core.start] == '['))
    core.start++;
  for (const char *b = "（【"; *b; b += 3)
    if (source_starts (text, core, (char[4]) { b[0], b[1], b[2], 0 }))
      core.start += 3;
  struct range by;
  if (begins_like_byline (text, core) || source_by_name (text, core, &by))
    return true;
  if (!author || strlen (author) > TITLE_MAX)
    return false;
  struct words words = { 0 }, name = { 0 };
  words_of_line (text, line, &words);
  words_of_line (author, (struct range) { 0, strlen (author) }, &name);
  bool named = holds (&words, &name) && words.len <= name.len + BESIDE_MAX;
  VEC_FREE (&words);
  VEC_FREE (&name);
  return named;
}
