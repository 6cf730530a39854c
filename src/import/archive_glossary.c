/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the named entities of an article, one entry a line.  */
#include "import/archive_glossary.h"

#include <string.h>
#include <unictype.h>

#include "base/intl.h"
#include "base/space.h"
#include "base/utf8.h"
#include "import/archive_marks.h"

/* Bytes; what is longer is no entry.  */
enum { ENTRY_MAX = 2000 };

/* A place that parts the two terms of an entry; empty where none does.  */
typedef struct range (*find_gap) (const char *text, struct range entry);

/* The first tab, run of two or more white spaces, ideographic space or bar.  */
static struct range
gap_of_space (const char *text, struct range entry)
{
  for (size_t at = entry.start; at < entry.end;)
    {
      size_t start = at;
      unsigned first = utf8_next (text, entry.end, &at);
      if (first == '|')
        return (struct range) { start, at };
      if (!space_is (first))
        continue;
      size_t behind = space_skip (text, at, entry.end);
      if (behind > at || first == '\t' || first == 0x3000)
        return (struct range) { start, behind };
    }
  return (struct range) { entry.end, entry.end };
}

/* The first colon, arrow or equals sign, or a hyphen or dash between
   spaces.  */
static struct range
gap_of_sign (const char *text, struct range entry)
{
  static const char *const signs[]
    = { ":", "：", "→", " - ", " – ", " — ", "——", "=" };
  for (size_t at = entry.start; at < entry.end; at++)
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
      {
        struct range rest = { at, entry.end };
        if (source_starts (text, rest, signs[i]))
          return (struct range) { at, at + strlen (signs[i]) };
      }
  return (struct range) { entry.end, entry.end };
}

/* The first letter or figure of RANGE, 0 where there is none.  */
static unsigned
first_letter (const char *text, struct range range)
{
  while (range.start < range.end)
    {
      unsigned cp = utf8_next (text, range.end, &range.start);
      if (cp != UTF8_ERROR && uc_is_alnum (cp))
        return cp;
    }
  return 0;
}

/* A space or an opening bracket where Han ends and other letters begin.  */
static struct range
gap_of_script (const char *text, struct range entry)
{
  bool han = false;
  for (size_t at = entry.start; at < entry.end;)
    {
      size_t start = at;
      unsigned cp = utf8_next (text, entry.end, &at);
      struct range rest = { at, entry.end };
      if (source_is_han (cp))
        han = true;
      else if (han && (cp == ' ' || cp == '(' || cp == 0xFF08)
               && !source_is_han (first_letter (text, rest)))
        return (struct range) { start, cp == ' ' ? at : start };
    }
  return (struct range) { entry.end, entry.end };
}

/* Whether CP parts terms and belongs to none.  */
static bool
is_sign (unsigned cp)
{
  static const unsigned signs[] = { ':', 0xFF1A, '|', '=', '-', 0x2013,
                                    0x2014, 0x2192, '*', ',', 0xFF0C };
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    if (cp == signs[i])
      return true;
  return space_is (cp);
}

/* TERM without white space and signs at its ends.  */
static struct range
bare_term (const char *text, struct range term)
{
  for (size_t at = term.start; at < term.end; term.start = at)
    if (!is_sign (utf8_next (text, term.end, &at)))
      break;
  for (size_t at = term.end; at > term.start; term.end = at)
    if (!is_sign (utf8_prev (text, &at)))
      break;
  return term;
}

/* ENTRY without the mark of a list ("- ", "* ", "1. ") or of a table.  */
static struct range
without_bullet (const char *text, struct range entry)
{
  struct range core = space_trim (text, entry);
  size_t at = core.start;
  while (at < core.end && text[at] >= '0' && text[at] <= '9')
    at++;
  bool listed = at > core.start && at + 1 < core.end
                && (text[at] == '.' || text[at] == ')') && text[at + 1] == ' ';
  if (!listed)
    at = core.start;
  if (listed || source_starts (text, core, "- ")
      || source_starts (text, core, "* ") || source_starts (text, core, "|"))
    core.start = at + 1;
  else if (source_starts (text, core, "•"))
    core.start += strlen ("•");
  return source_unmarked (text, core);
}

/* Parts ENTRY into its two terms.  */
static bool
part_entry (const char *text, struct range entry, struct range term[SIDES])
{
  static const find_gap ways[] = { gap_of_space, gap_of_script, gap_of_sign };
  for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
    {
      struct range gap = ways[i](text, entry);
      term[ORIGINAL]
        = bare_term (text, (struct range) { entry.start, gap.start });
      term[TRANSLATION]
        = bare_term (text, (struct range) { gap.end, entry.end });
      if (first_letter (text, term[ORIGINAL])
          && first_letter (text, term[TRANSLATION])
          && source_has_han (text, entry))
        return true;
    }
  return false;
}

/* Whether ENTRY, which can't be parted, is the head of a category: it ends in a
   colon or has no Han.  */
static bool
is_head (const char *text, struct range entry)
{
  unsigned last = source_last (text, entry);
  if (range_len (entry) > ENTRY_MAX)
    return false;
  return last == ':' || last == 0xFF1A || !source_has_han (text, entry);
}

static void
read_entry (const struct source *source, struct range line,
            struct glossary *glossary)
{
  const char *text = source->text;
  struct range term[SIDES];
  struct range entry = without_bullet (text, line);
  if (range_len (entry) == 0 || mark_of (text, entry) != MARK_NONE)
    return;
  if (range_len (entry) > ENTRY_MAX || !part_entry (text, entry, term))
    {
      if (!is_head (text, entry))
        source_warn (source, line.start,
                     N_ ("a line of the named entities is not understood"));
      return;
    }
  bool turned = !source_has_han (text, term[ORIGINAL]);
  struct gloss gloss
    = { source_string (text, term[turned ? TRANSLATION : ORIGINAL]),
        source_string (text, term[turned ? ORIGINAL : TRANSLATION]) };
  VEC_PUSH (glossary, gloss);
}

/* Where the next <br> in LINE starts, *BEHIND where it ends; LINE's end where
   there is none.  */
static size_t
next_break (const char *text, struct range line, size_t *behind)
{
  for (size_t at = line.start; at < line.end; at++)
    if (source_starts (text, (struct range) { at, line.end }, "<br"))
      {
        const char *end = memchr (text + at, '>', line.end - at);
        *behind = end ? (size_t) (end - text) + 1 : line.end;
        return at;
      }
  return *behind = line.end;
}

void
glossary_read (const struct source *source, struct range block,
               struct glossary *glossary)
{
  struct range line = source_line (source->text, block.start, block.end);
  for (size_t at = source_next (line, block.end); at < block.end;)
    {
      line = source_line (source->text, at, block.end);
      at = source_next (line, block.end);
      while (line.start < line.end)
        {
          size_t behind;
          size_t end = next_break (source->text, line, &behind);
          read_entry (source, (struct range) { line.start, end }, glossary);
          line.start = behind;
        }
    }
}
