/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what stands above the original: the title, the author, the date,
   第N版() and 专栏：.  */
#include <stdlib.h>

#include "base/intl.h"
#include "base/space.h"
#include "base/utf8.h"
#include "import/archive_marks.h"

/* A masthead has at most so many lines below the title, blank lines not
   counted.  In code points: a line of authors above what is known for certain,
   one without, and a line that is a title although no ### says so.  */
enum
{
  MASTHEAD_LINES = 8,
  AUTHORS_MAX = 200,
  LONE_AUTHOR_MAX = 30,
  TITLE_MAX = 120
};

/* Whether CORE is a page: 第, a few characters, 版, perhaps a name in
   brackets; *VALUE is what stands for the number.  */
static bool
is_page (const char *text, struct range core, struct range *value)
{
  if (range_len (core) > 90 || !source_starts (text, core, "第"))
    return false;
  size_t at = core.start + 3;
  for (int i = 0; i < 8 && at < core.end; i++)
    {
      if (source_starts (text, (struct range) { at, core.end }, "版"))
        {
          unsigned open = 0;
          *value = space_trim (text, (struct range) { core.start + 3, at });
          at = space_skip (text, at + 3, core.end);
          if (at < core.end)
            open = utf8_next (text, core.end, &at);
          return range_len (*value) > 0
                 && (!open || open == '(' || open == 0xFF08);
        }
      utf8_next (text, core.end, &at);
    }
  return false;
}

/* Whether CORE begins with LABEL and a colon; *VALUE is the rest.  */
static bool
is_labelled (const char *text, struct range core, const char *label,
             struct range *value)
{
  if (!source_starts (text, core, label))
    return false;
  struct range rest = core;
  while (*label++)
    rest.start++;
  rest.start = space_skip (text, rest.start, rest.end);
  bool wide = source_starts (text, rest, "：");
  if (!wide && !source_starts (text, rest, ":"))
    return false;
  *value = space_trim (text, (struct range) { rest.start + (wide ? 3 : 1),
                                              rest.end });
  return true;
}

/* Whether CORE is a date, or stands for one: figures, hyphens and the like
   and nothing else.  */
static bool
is_date_like (const char *text, struct range core)
{
  char *date = range_len (core) < 64 ? stated_date (text, core) : NULL;
  free (date);
  if (date)
    return true;
  bool figures = false;
  for (size_t i = core.start; i < core.end; i++)
    {
      figures |= text[i] >= '0' && text[i] <= '9';
      if ((text[i] < '0' || text[i] > '9') && text[i] != '-' && text[i] != '/'
          && text[i] != '.' && text[i] != '?')
        return false;
    }
  return figures && range_len (core) >= 6 && range_len (core) < 16;
}

/* What a line of the masthead states; STATED_KEYS for none of it.  */
static enum stated_key
key_of (const char *text, struct range line, struct range *value)
{
  struct range core = space_trim (text, line);
  *value = core;
  if (range_len (core) == 0)
    return STATED_KEYS;
  if (is_page (text, core, value))
    return STATED_PAGE;
  if (is_labelled (text, core, "专栏", value)
      || is_labelled (text, core, "專欄", value))
    return STATED_COLUMN;
  if (is_labelled (text, core, "作者", value))
    return STATED_AUTHOR;
  return is_date_like (text, core) ? STATED_DATE : STATED_KEYS;
}

static bool
is_author (const char *text, struct range line, size_t most)
{
  return mark_of (text, line) == MARK_NONE
         && source_is_heading (text, line, most);
}

/* Takes the title from the first line of *WITHIN and moves behind it.  */
static void
read_title (const struct source *source, struct range *within,
            struct stated *stated)
{
  const char *text = source->text;
  struct range value, line = source_first (text, *within);
  struct range rest = { source_next (line, within->end), within->end };
  if (mark_of (text, line) == MARK_HEADING)
    {
      struct range title = space_trim (text, line);
      while (title.start < title.end && text[title.start] == '#')
        title.start++;
      stated->has[STATED_TITLE] = true;
      stated->value[STATED_TITLE] = source_unmarked (text, title);
      *within = rest;
      if (source_blank (text, title))
        source_warn (source, line.start, N_ ("the original has no title"));
      return;
    }
  source_warn (source, line.start,
               N_ ("there is no line \"###\" with the original's title"));
  if (key_of (text, line, &value) == STATED_KEYS
      && source_is_heading (text, line, TITLE_MAX)
      && key_of (text, source_first (text, rest), &value) != STATED_KEYS)
    {
      stated->has[STATED_TITLE] = true;
      stated->value[STATED_TITLE] = space_trim (text, line);
      *within = rest;
    }
}

static void
note_value (const struct source *source, struct stated *stated,
            enum stated_key key, struct range value)
{
  if (!stated->has[key])
    {
      stated->has[key] = true;
      stated->value[key] = value;
    }
  else if (key == STATED_AUTHOR)
    stated->value[key].end = value.end;
  else
    source_warn (source, value.start,
                 N_ ("a line above the original stands twice; the first "
                     "counts"));
}

/* Without date, page and column: an author is the line right below the title
   that has a blank line behind it, no indent and the look of one.  */
static size_t
lone_author (const struct source *source, struct range within,
             struct stated *stated)
{
  struct range line = source_line (source->text, within.start, within.end);
  size_t next = source_next (line, within.end);
  struct range behind = source_line (source->text, next, within.end);
  size_t indent = space_skip (source->text, line.start, line.end);
  if (!stated->has[STATED_TITLE] || indent != line.start
      || !is_author (source->text, line, LONE_AUTHOR_MAX) || next == within.end
      || !source_blank (source->text, behind))
    return within.start;
  note_value (source, stated, STATED_AUTHOR, space_trim (source->text, line));
  return next;
}

/* Lines between the title and what is known for certain: the author, and a
   date that is none.  */
struct unsure
{
  int lines;
  bool apart;          /* a blank line parts them from the title */
  struct range before; /* all of them but the last */
  struct range last;
};

static void
unsure_add (struct unsure *unsure, struct range core)
{
  if (unsure->lines == 1)
    unsure->before.start = unsure->last.start;
  unsure->before.end = unsure->last.end;
  unsure->last = core;
  unsure->lines++;
}

/* Decides what the UNSURE lines before a line of KEY are.  An author stands
   right below the title; before a page and without a date, a line apart from
   the title is what was written for a date.  */
static void
settle (const struct source *source, struct stated *stated,
        const struct unsure *unsure, enum stated_key key)
{
  struct range author = { unsure->before.start, unsure->last.end };
  if (unsure->lines < 2)
    author.start = unsure->last.start;
  if (key != STATED_DATE && !stated->has[STATED_DATE]
      && (unsure->lines > 1 || (unsure->lines == 1 && unsure->apart)))
    {
      note_value (source, stated, STATED_DATE, unsure->last);
      author = unsure->before;
    }
  if (range_len (author) > 0)
    note_value (source, stated, STATED_AUTHOR, author);
}

/* Reads the lines below the title in WITHIN; returns where they end, the start
   of WITHIN where there are none.  */
static size_t
read_lines (const struct source *source, struct range within,
            struct stated *stated)
{
  const char *text = source->text;
  struct unsure unsure = { 0 };
  size_t end = within.start;
  int lines = 0;
  for (size_t at = within.start; at < within.end && lines < MASTHEAD_LINES;)
    {
      struct range value, line = source_line (text, at, within.end);
      at = source_next (line, within.end);
      unsure.apart |= lines == 0 && source_blank (text, line);
      if (source_blank (text, line))
        continue;
      lines++;
      enum stated_key key = key_of (text, line, &value);
      if (key == STATED_KEYS && !is_author (text, line, AUTHORS_MAX))
        break;
      if (key == STATED_KEYS)
        {
          unsure_add (&unsure, value);
          continue;
        }
      settle (source, stated, &unsure, key);
      note_value (source, stated, key, value);
      unsure = (struct unsure) { .apart = true };
      end = at;
      if (key == STATED_COLUMN)
        break;
    }
  return end;
}

size_t
masthead_read (const struct source *source, struct range within,
               struct stated *stated)
{
  if (source_blank (source->text, within))
    return within.end;
  read_title (source, &within, stated);
  size_t end = read_lines (source, within, stated);
  return end > within.start ? end : lone_author (source, within, stated);
}
