/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the lines that part an article of the archive.  */
#include "import/archive_marks.h"

#include "base/intl.h"
#include "base/space.h"
#include "book/document.h"

/* Whether CORE is the HTML tag NAME ("<hr") and no more.  */
static bool
is_tag (const char *text, struct range core, const char *name)
{
  if (!source_starts (text, core, name) || range_len (core) > 24
      || text[core.end - 1] != '>')
    return false;
  struct range inside = { core.start + 3, core.end - 1 };
  if (inside.start < inside.end && text[inside.end - 1] == '/')
    inside.end--;
  return source_blank (text, inside);
}

/* The words of LINE without the marks of a heading and of bold type.  */
static struct range
words_of (const char *text, struct range line)
{
  struct range core = source_unmarked (text, line);
  while (core.start < core.end && text[core.start] == '#')
    core.start++;
  return source_unmarked (text, core);
}

/* RANGE without a colon at its end; *HAD tells whether there was one.  */
static struct range
without_colon (const char *text, struct range range, bool *had)
{
  *had = true;
  if (range_len (range) > 0 && text[range.end - 1] == ':')
    range.end--;
  else if (range_len (range) >= 3
           && source_starts (text, (struct range) { range.end - 3, range.end },
                             "："))
    range.end -= 3;
  else
    *had = false;
  return source_unmarked (text, range);
}

static bool
is_word (const char *text, struct range range, const char *word)
{
  struct range rest = range;
  if (!source_starts (text, range, word))
    return false;
  for (; *word; word++)
    rest.start++;
  return rest.start == rest.end;
}

static bool
is_original (const char *text, struct range line)
{
  bool colon;
  struct range words = without_colon (text, words_of (text, line), &colon);
  return colon
         && (is_word (text, words, "original")
             || is_word (text, words, "original text")
             || is_word (text, words, "原文"));
}

static bool
is_entities (const char *text, struct range line)
{
  bool colon;
  struct range words = without_colon (text, words_of (text, line), &colon);
  return is_word (text, words, "named entities")
         || is_word (text, words, "named entity");
}

enum mark
mark_of (const char *text, struct range line)
{
  struct range core = space_trim (text, line);
  if (range_len (core) == 0)
    return MARK_NONE;
  if (is_tag (text, core, "<hr"))
    return MARK_RULE;
  if (range_len (core) < 64 && is_original (text, core))
    return MARK_ORIGINAL;
  if (range_len (core) < 64 && is_entities (text, core))
    return MARK_ENTITIES;
  size_t hashes = 0;
  while (core.start + hashes < core.end && text[core.start + hashes] == '#')
    hashes++;
  size_t behind = core.start + hashes;
  bool parted = behind == core.end || text[behind] == ' ' || hashes > 1
                || (unsigned char) text[behind] >= 0x80;
  return hashes >= 1 && hashes <= 6 && parted ? MARK_HEADING : MARK_NONE;
}

/* Whether CORE is three or more of the one character C.  */
static bool
is_ruled (const char *text, struct range core, char c)
{
  for (size_t i = core.start; i < core.end; i++)
    if (text[i] != c)
      return false;
  return range_len (core) >= 3;
}

bool
mark_is_filler (const char *text, struct range line)
{
  struct range core = space_trim (text, line);
  if (is_tag (text, core, "<hr") || is_ruled (text, core, '-')
      || is_ruled (text, core, '*'))
    return true;
  while (range_len (core) > 0 && source_starts (text, core, "<br"))
    {
      size_t end = core.start;
      while (end < core.end && text[end] != '>')
        end++;
      if (end == core.end
          || !is_tag (text, (struct range) { core.start, end + 1 }, "<br"))
        return false;
      core.start = space_skip (text, end + 1, core.end);
    }
  return range_len (core) == 0;
}

/* The line that ends at END (behind its LF, if any) within WITHIN.  */
static struct range
line_before (const char *text, struct range within, size_t end)
{
  struct range line = { end, end };
  if (line.end > within.start && text[line.end - 1] == '\n')
    line.end--;
  line.start = line.end;
  while (line.start > within.start && text[line.start - 1] != '\n')
    line.start--;
  return line;
}

struct range
mark_body (const char *text, struct range within)
{
  struct range body = within;
  while (body.start < body.end)
    {
      struct range line = source_line (text, body.start, body.end);
      if (!mark_is_filler (text, line))
        break;
      body.start = source_next (line, body.end);
    }
  while (body.end > body.start)
    {
      struct range line = line_before (text, body, body.end);
      if (!mark_is_filler (text, line))
        break;
      body.end = line.start;
    }
  return body;
}

/* How much a line speaks for being the one that parts the sides.  */
enum parting
{
  PARTING_NONE,
  PARTING_HEADING,          /* ### with Han in it */
  PARTING_RULE,             /* <hr /> */
  PARTING_ORIGINAL,         /* Original: */
  PARTING_ORIGINAL_HEADING, /* Original: and ### behind it */
  PARTING_RULE_HEADING,     /* <hr /> and ### behind it */
  PARTING_RULE_ORIGINAL     /* <hr /> and Original: behind it */
};

static enum parting
parting_of (const char *text, struct range line, size_t end)
{
  enum mark mark = mark_of (text, line);
  if (mark == MARK_NONE || mark == MARK_ENTITIES)
    return PARTING_NONE;
  if (mark == MARK_HEADING)
    return source_has_han (text, line) ? PARTING_HEADING : PARTING_NONE;
  struct range rest = { source_next (line, end), end };
  enum mark behind = mark_of (text, source_first (text, rest));
  if (mark == MARK_ORIGINAL)
    return behind == MARK_HEADING ? PARTING_ORIGINAL_HEADING
                                  : PARTING_ORIGINAL;
  return behind == MARK_ORIGINAL  ? PARTING_RULE_ORIGINAL
         : behind == MARK_HEADING ? PARTING_RULE_HEADING
                                  : PARTING_RULE;
}

/* Where the blank lines, rules and `Original:` end that start at AT.  */
static size_t
behind_marks (const char *text, size_t at, size_t end)
{
  while (at < end)
    {
      struct range line = source_line (text, at, end);
      enum mark mark = mark_of (text, line);
      if (mark != MARK_RULE && mark != MARK_ORIGINAL
          && !source_blank (text, line))
        break;
      at = source_next (line, end);
    }
  return at;
}

/* Cuts the block of named entities, if any, off SIDE.  */
static struct range
cut_entities (const char *text, struct range *side)
{
  for (size_t at = side->start; at < side->end;)
    {
      struct range line = source_line (text, at, side->end);
      if (mark_of (text, line) == MARK_ENTITIES)
        {
          struct range block = { at, side->end };
          side->end = at;
          return block;
        }
      at = source_next (line, side->end);
    }
  return (struct range) { side->end, side->end };
}

static void
warn_of_parting (const struct source *source, enum parting best, size_t at,
                 size_t second_rule)
{
  if (best == PARTING_NONE)
    source_warn (source, at, N_ ("nothing parts the translation from the "
                                 "original"));
  else if (best == PARTING_HEADING || best == PARTING_ORIGINAL
           || best == PARTING_ORIGINAL_HEADING)
    source_warn (source, at, N_ ("there is no <hr /> before the original"));
  if (best == PARTING_HEADING || best == PARTING_RULE
      || best == PARTING_RULE_HEADING)
    source_warn (source, at, N_ ("there is no line \"Original:\""));
  if (second_rule)
    source_warn (source, second_rule, N_ ("<hr /> stands more than once"));
}

struct outline
mark_outline (const struct source *source, size_t from)
{
  const char *text = source->text;
  enum parting best = PARTING_NONE;
  size_t parting = source->len, rules = 0, second_rule = 0;
  for (size_t at = from; at < source->len;)
    {
      struct range line = source_line (text, at, source->len);
      enum parting here = parting_of (text, line, source->len);
      if (here > best)
        best = here, parting = at;
      if (mark_of (text, line) == MARK_RULE && ++rules == 2)
        second_rule = at;
      at = source_next (line, source->len);
    }
  warn_of_parting (source, best, best ? parting : from, second_rule);
  size_t behind = behind_marks (text, parting, source->len);
  struct outline outline = { .parted = best != PARTING_NONE };
  outline.side[TRANSLATION] = (struct range) { from, parting };
  outline.side[ORIGINAL] = (struct range) { behind, source->len };
  for (enum side s = 0; s < SIDES; s++)
    outline.entities[s] = cut_entities (text, &outline.side[s]);
  return outline;
}
