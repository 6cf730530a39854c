/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer for plain text in one language: the whole file is the text.  */
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>

#include "base/buf.h"
#include "base/intl.h"
#include "base/mem.h"
#include "base/space.h"
#include "base/utf8.h"
#include "import/formats.h"
#include "import/source_line.h"
#include "text/sentence.h"

/* Code points of a heading in Chinese and in other languages; paragraphs that
   may stand before the first real one; per cent of a heading's longer words
   that have a capital ("Spotlight on Steel" yes, "Heavy industry" no).  */
enum { HAN_HEADING = 30, HEADING = 90, FRONT = 12, CAPITAL_SHARE = 60 };

static bool
has_letter (const char *text, size_t len)
{
  for (size_t at = 0; at < len;)
    {
      unsigned cp = utf8_next (text, len, &at);
      if (cp != UTF8_ERROR && uc_is_general_category (cp, UC_LETTER))
        return true;
    }
  return false;
}

static int
prose_recognise (const char *text, size_t len, const char *name)
{
  enum { LOOK = 65536, SURE = 10 };
  (void) name;
  return has_letter (text, len < LOOK ? len : LOOK) ? SURE : 0;
}

/* Lines of a text that are not blank, and what many of them are.  */
struct manner
{
  size_t lines;
  size_t blank;  /* how many others there are */
  size_t ended;  /* that end a sentence */
  size_t wide;   /* bytes of those too wide to be pieces of a paragraph */
  size_t broken; /* that go on a sentence which such a wide one left open */
  size_t set_in; /* that begin with the Chinese indent */
  bool open;     /* whether the last one was wide and ended no sentence */
};

static bool
begins_small (const char *text, struct range line)
{
  size_t at = line.start;
  unsigned cp = ' ';
  while (at < line.end && space_is (cp))
    cp = utf8_next (text, line.end, &at);
  return cp != UTF8_ERROR && uc_is_general_category (cp, UC_LOWERCASE_LETTER);
}

static void
count_line (const char *text, struct range line, struct manner *m)
{
  enum { WIDE = 200 };
  static const char indent[] = "\u3000\u3000";
  unsigned last = source_last (text, line);
  bool ended = last == '.' || last == '!' || last == '?' || last == 0x3002
               || last == 0xFF01 || last == 0xFF1F;
  m->lines++;
  m->ended += ended;
  m->set_in += source_starts (text, line, indent);
  m->broken += m->open && begins_small (text, line);
  m->wide += range_len (line) >= WIDE ? range_len (line) : 0;
  m->open = range_len (line) >= WIDE && !ended;
}

/* Where the lines are whole paragraphs, not pieces of one: most are set in, as
   in verse; or most of the text stands in lines too wide to be pieces, none of
   them broken off, as OCR does it; or most lines end a sentence, and few blank
   lines part them.  */
static enum paragraph_rule
rule_for (const char *text, size_t len)
{
  struct manner m = { 0 };
  for (size_t at = 0; at < len;)
    {
      struct range line = source_line (text, at, len);
      at = source_next (line, len);
      if (source_blank (text, line))
        m.blank++;
      else
        count_line (text, line, &m);
    }
  return m.set_in * 2 > m.lines || (m.wide * 2 > len && m.broken == 0)
             || (m.ended * 2 > m.lines && m.blank * 4 < m.lines)
           ? PARAGRAPH_LINES
           : PARAGRAPH_BLANK;
}

/* Letters of CORE, and of its words of four letters or more how many there are
   and how many begin with a capital.  */
struct capitals
{
  size_t letters;
  size_t words;
  size_t capital;
};

static struct capitals
count_capitals (const char *text, struct range core)
{
  struct capitals c = { 0 };
  size_t length = 0;
  bool capital = false;
  for (size_t at = core.start; at <= core.end;)
    {
      unsigned cp = at < core.end ? utf8_next (text, core.end, &at) : ' ';
      at += cp == ' ' && at == core.end;
      if (cp != UTF8_ERROR && uc_is_general_category (cp, UC_LETTER))
        {
          capital = length ? capital : uc_tolower (cp) != cp;
          length++;
          c.letters++;
          continue;
        }
      c.words += length >= 4;
      c.capital += length >= 4 && capital;
      length = 0;
    }
  return c;
}

/* Whether the words of CORE can be a heading in a language with capitals.  */
static bool
is_capitalised (const char *text, struct range core)
{
  size_t at = core.start;
  unsigned first = utf8_next (text, core.end, &at);
  struct capitals c = count_capitals (text, core);
  bool opens = uc_tolower (first) != first || (first >= '0' && first <= '9')
               || first == '"' || first == 0x201C;
  return opens && c.letters >= 4 && c.capital > 0
         && c.capital * 100 >= c.words * CAPITAL_SHARE;
}

/* Whether CORE, a paragraph without white space around it, looks like a
   heading by itself.  */
static bool
is_heading (const char *text, struct range core)
{
  size_t len = range_len (core);
  if (len == 0 || source_last (text, core) == '-')
    return false;
  if (source_has_han (text, core))
    return source_is_heading (text, core, HAN_HEADING)
           && !memchr (text + core.start, '\n', len);
  return source_is_heading (text, core, HEADING)
         && is_capitalised (text, core);
}

/* Whether CORE is a paragraph of whole sentences.  */
static bool
is_real (const char *text, struct range core)
{
  unsigned last = source_last (text, core);
  return range_len (core) > 0
         && (last == '.' || last == '!' || last == '?' || last == ':'
             || last == 0x3002 || last == 0xFF01 || last == 0xFF1F
             || last == 0xFF1A || last == 0x2026
             || range_len (core) > 4 * HEADING);
}

static struct range
core_of (const struct side_text *side, size_t index)
{
  return space_trim (side->text, side->paragraphs.items[index].range);
}

/* How many paragraphs stand before the first real one; 0 where they are too
   many, or no real one comes.  */
static size_t
count_front (const struct side_text *side)
{
  for (size_t i = 0; i < side->paragraphs.len && i <= FRONT; i++)
    if (is_real (side->text, core_of (side, i)))
      return i;
  return 0;
}

/* Classes paragraph INDEX behind the front: a heading stands between
   sentences that ended and a paragraph that is longer.  */
static enum block
block_of (const struct side_text *side, size_t index)
{
  struct range core = core_of (side, index), name;
  if (source_by_name (side->text, core, &name))
    return BLOCK_BYLINE;
  if (index + 1 >= side->paragraphs.len || !is_heading (side->text, core))
    return BLOCK_BODY;
  struct range next = core_of (side, index + 1);
  bool after = index == 0
               || side->paragraphs.items[index - 1].block != BLOCK_BODY
               || is_real (side->text, core_of (side, index - 1));
  bool before = source_by_name (side->text, next, &name)
                || (range_len (next) > 2 * range_len (core)
                    && is_real (side->text, next));
  return after && before ? BLOCK_HEADLINE : BLOCK_BODY;
}

/* Classes the COUNT paragraphs of the front and takes the title (the first of
   them, and those that go on in small letters) and the author from them.  */
static void
read_front (struct side_text *side, size_t count)
{
  struct range title = { 0, 0 }, name;
  bool open = true;
  for (size_t i = 0; i < count; i++)
    {
      struct paragraph *p = &side->paragraphs.items[i];
      struct range core = core_of (side, i);
      bool by = source_by_name (side->text, core, &name);
      size_t at = core.start;
      unsigned first = at < core.end ? utf8_next (side->text, core.end, &at)
                                     : 0;
      bool small = open && title.end > 0 && uc_toupper (first) != first;
      p->block = by ? BLOCK_BYLINE
                 : small || is_heading (side->text, core) ? BLOCK_HEADLINE
                                                          : BLOCK_BODY;
      if (by && !side->author)
        side->author = source_string (side->text, name);
      open = p->block == BLOCK_HEADLINE && (title.end == 0 || small);
      if (open)
        title = (struct range) { title.end ? title.start : core.start,
                                 core.end };
    }
  side->title = source_string (side->text, title);
}

static void
read_paragraphs (struct side_text *side)
{
  struct ranges ranges = { 0 };
  text_paragraphs (side->text, (struct range) { 0, side->len },
                   rule_for (side->text, side->len), &ranges);
  for (size_t i = 0; i < ranges.len; i++)
    VEC_PUSH (&side->paragraphs,
              (struct paragraph) { ranges.items[i], BLOCK_BODY });
  VEC_FREE (&ranges);
}

static bool
prose_read (const char *text, size_t len, const char *name,
            struct document *document, struct warnings *warnings,
            struct err *err)
{
  struct side_text *side = &document->side[ORIGINAL];
  (void) warnings;
  if (space_skip (text, 0, len) == len)
    {
      err_set (err, ERR_FORMAT, name, NULL);
      return err_at (err, 1, -1);
    }
  document_set_text (document, ORIGINAL, text, len);
  strcpy (side->lang, text_language (text, len));
  read_paragraphs (side);
  size_t front = count_front (side);
  read_front (side, front);
  for (size_t i = front; i < side->paragraphs.len; i++)
    side->paragraphs.items[i].block = block_of (side, i);
  return true;
}

const struct importer import_prose
  = { "prose", N_ ("Plain text in one language"), prose_recognise,
      prose_read };
