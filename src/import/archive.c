/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer for articles of the archive: header lines, the translation,
   perhaps named entities, <hr />, and the original below its masthead.  */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/intl.h"
#include "base/mem.h"
#include "import/archive_blocks.h"
#include "import/archive_glossary.h"
#include "import/archive_marks.h"
#include "import/formats.h"
#include "text/sentence.h"

/* Bytes that are looked at to recognise a format.  */
enum { LOOK = 65536 };

/* What speaks for the format.  */
struct evidence
{
  int keys;  /* different header lines before the text */
  bool rule; /* <hr /> */
  bool original;
  bool masthead; /* ### and 第N版 or 专栏： soon behind it */
};

/* The header lines among the first lines of TEXT.  */
static int
count_keys (const char *text, size_t len)
{
  bool has[STATED_KEYS] = { false };
  int keys = 0, lines = 0;
  for (size_t at = 0; at < len && lines < 12;)
    {
      enum stated_key key;
      struct range value, line = source_line (text, at, len);
      at = source_next (line, len);
      lines += !source_blank (text, line);
      if (header_line (text, line, &key, &value) && !has[key])
        has[key] = true, keys++;
    }
  return keys;
}

static struct evidence
gather (const char *text, size_t len)
{
  struct evidence e = { .keys = count_keys (text, len) };
  struct source source = { text, len, NULL };
  for (size_t at = 0; at < len;)
    {
      struct range line = source_line (text, at, len);
      enum mark mark = mark_of (text, line);
      e.rule |= mark == MARK_RULE;
      e.original |= mark == MARK_ORIGINAL;
      if (mark == MARK_HEADING && !e.masthead && source_has_han (text, line))
        {
          struct stated stated = { 0 };
          masthead_read (&source, (struct range) { at, len }, &stated);
          e.masthead = stated.has[STATED_PAGE] || stated.has[STATED_COLUMN];
        }
      at = source_next (line, len);
    }
  return e;
}

static int
archive_recognise (const char *text, size_t len, const char *name)
{
  (void) name;
  size_t look = len < LOOK ? len : LOOK;
  while (look < len && look > 0 && ((unsigned char) text[look] & 0xC0) == 0x80)
    look--;
  struct evidence e = gather (text, look);
  int parts = e.rule + e.original + e.masthead;
  if (e.keys >= 2)
    return parts >= 2 ? 100 : parts == 1 ? 90 : e.keys >= 3 ? 60 : 40;
  if (parts >= 2)
    return 80;
  if (e.keys == 1)
    return parts ? 60 : 20;
  return e.masthead ? 70 : 0;
}

/* Sets *TO to the value of KEY, in one line; NULL where it is empty.  */
static void
take (char **to, const struct source *source, const struct stated *stated,
      enum stated_key key)
{
  *to = stated->has[key] ? source_string (source->text, stated->value[key])
                         : NULL;
}

/* Drops an author who says that there is none.  */
static void
drop_no_author (struct document *document, enum side side)
{
  static const char *const none[] = { "none", "n/a", "unknown", "-", "无" };
  char **author = &document->side[side].author;
  for (size_t i = 0; *author && i < sizeof none / sizeof *none; i++)
    if (strcasecmp (*author, none[i]) == 0)
      {
        free (*author);
        *author = NULL;
      }
}

/* The date of STATED, in ISO 8601 where it can be, else as it stands (with a
   warning); *GOOD tells which.  */
static char *
date_of (const struct source *source, const struct stated *stated, bool *good)
{
  struct range value = stated->value[STATED_DATE];
  char *date = stated->has[STATED_DATE] ? stated_date (source->text, value)
                                        : NULL;
  *good = date != NULL;
  if (date || !stated->has[STATED_DATE] || range_len (value) == 0)
    return date;
  source_warn (source, value.start, N_ ("the date can't be understood"));
  return source_string (source->text, value);
}

/* The date of the header, or that above the original where it has none or a
   worse one.  */
static void
settle_date (const struct source *source, const struct stated side[SIDES],
             struct document *document)
{
  bool good, other_good;
  char *date = date_of (source, &side[TRANSLATION], &good);
  char *other = date_of (source, &side[ORIGINAL], &other_good);
  if (good && other_good && strcmp (date, other) != 0)
    source_warn (source, side[ORIGINAL].value[STATED_DATE].start,
                 N_ ("the date is not that of the header"));
  if (!date && !other)
    source_warn (source, SOURCE_WHOLE, N_ ("there is no date"));
  bool take_other = !date || (!good && other_good);
  document->date = take_other ? other : date;
  free (take_other ? date : other);
}

/* The page of STATED; one without a number comes with a warning, and *GOOD is
   false.  */
static char *
page_of (const struct source *source, const struct stated *stated, bool *good)
{
  struct range value = stated->value[STATED_PAGE];
  char *page = stated->has[STATED_PAGE] ? stated_page (source->text, value)
                                        : NULL;
  *good = page && strpbrk (page, "0123456789");
  if (page && !*good)
    source_warn (source, value.start, N_ ("the page can't be understood"));
  return page;
}

/* The page of the header, or that above the original where it has none or a
   worse one.  */
static void
settle_page (const struct source *source, const struct stated side[SIDES],
             struct document *document)
{
  bool good, other_good;
  char *page = page_of (source, &side[TRANSLATION], &good);
  char *other = page_of (source, &side[ORIGINAL], &other_good);
  if (good && other_good && strcmp (page, other) != 0)
    source_warn (source, side[ORIGINAL].value[STATED_PAGE].start,
                 N_ ("the page is not that of the header"));
  if (!page && !other)
    source_warn (source, SOURCE_WHOLE, N_ ("there is no page"));
  bool take_other = !page || (!good && other_good);
  document->page = take_other ? other : page;
  free (take_other ? page : other);
}

/* Takes the titles, the authors and the rest that is stated.  */
static void
settle (const struct source *source, const struct stated side[SIDES],
        struct document *document)
{
  for (enum side s = 0; s < SIDES; s++)
    {
      take (&document->side[s].title, source, &side[s], STATED_TITLE);
      take (&document->side[s].author, source, &side[s], STATED_AUTHOR);
      drop_no_author (document, s);
    }
  take (&document->column, source, &side[ORIGINAL], STATED_COLUMN);
  if (!document->side[TRANSLATION].title)
    source_warn (source, SOURCE_WHOLE, N_ ("the translation has no title"));
  settle_date (source, side, document);
  settle_page (source, side, document);
}

/* What is not parted is the original alone where it is Chinese.  */
static void
give_to_original (const struct source *source, struct outline *outline)
{
  struct range all = outline->side[TRANSLATION];
  if (outline->parted
      || strcmp (text_language (source->text + all.start, range_len (all)),
                 "zh") != 0)
    return;
  outline->side[ORIGINAL] = all;
  outline->side[TRANSLATION].end = all.start;
}

static void
warn_of_gaps (const struct source *source, struct range body[SIDES])
{
  if (range_len (body[TRANSLATION]) == 0)
    source_warn (source, body[TRANSLATION].start,
                 N_ ("the translation has no text"));
  if (range_len (body[ORIGINAL]) == 0)
    source_warn (source, body[ORIGINAL].start,
                 N_ ("the original has no text"));
}

static bool
archive_read (const char *text, size_t len, const char *name,
              struct document *document, struct warnings *warnings,
              struct err *err)
{
  struct source source = { text, len, warnings };
  struct stated stated[SIDES] = { 0 };
  size_t from = header_read (&source, &stated[TRANSLATION]);
  struct outline outline = mark_outline (&source, from);
  give_to_original (&source, &outline);
  outline.side[ORIGINAL].start
    = masthead_read (&source, outline.side[ORIGINAL], &stated[ORIGINAL]);
  struct range body[SIDES];
  for (enum side s = 0; s < SIDES; s++)
    body[s] = mark_body (text, outline.side[s]);
  settle (&source, stated, document);
  warn_of_gaps (&source, body);
  size_t head[SIDES];
  for (enum side s = 0; s < SIDES; s++)
    head[s] = blocks_compose (document, s, text, body[s]);
  if (!document_has (document, ORIGINAL)
      && !document_has (document, TRANSLATION))
    {
      err_set (err, ERR_FORMAT, name, NULL);
      return err_at (err, 1, -1);
    }
  blocks_classify (document, head);
  for (enum side s = 0; s < SIDES; s++)
    {
      struct side_text *side = &document->side[s];
      strcpy (side->lang, text_language (side->text, side->len));
      glossary_read (&source, outline.entities[s], &document->glossary);
    }
  return true;
}

const struct importer import_archive
  = { "archive", N_ ("Articles of a translated newspaper archive"),
      archive_recognise, archive_read };
