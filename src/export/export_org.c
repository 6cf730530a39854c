/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exporter to Org: outlines with property drawers.  Nothing in the texts
   becomes markup: where it would, a zero width space stands, the escape that
   the manual of Org advises (section "Escape Character").  */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/intl.h"
#include "base/mem.h"
#include "export/export_parts.h"

/* What keeps a character from being markup: U+200B.  */
#define ESCAPE "\xE2\x80\x8B"

/* Where an export goes.  */
struct outline
{
  const struct export_options *options;
  struct buf *out;
};

/* Whether C at the start of a line makes it a heading, item, table, comment,
   keyword, drawer, fixed text or diary entry.  */
static bool
starts_block (const char *line)
{
  if (*line && strchr ("*#|:-+%\\", *line))
    return true;
  size_t digits = strspn (line, "0123456789");
  bool letter = digits == 0
                && ((*line >= 'a' && *line <= 'z')
                    || (*line >= 'A' && *line <= 'Z'));
  char mark = line[letter ? 1 : digits];
  static const char *const words[]
    = { "CLOCK:", "SCHEDULED:", "DEADLINE:", "CLOSED:" };
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strncasecmp (line, words[i], strlen (words[i])) == 0)
      return true;
  return (digits > 0 || letter) && (mark == '.' || mark == ')');
}

/* Whether BEFORE and AFTER, the bytes around a mark of emphasis, let it open
   or close a stretch.  */
static bool
is_open (char before, char after)
{
  bool wide = ((unsigned char) before & 0x80) != 0
              || ((unsigned char) after & 0x80) != 0;
  return wide || (after && after != ' ' && strchr (" -({'\"", before));
}

/* Whether the byte at AT of LINE begins something that Org would take for
   markup.  */
static bool
is_markup (const char *line, size_t at)
{
  char c = line[at], after = line[at + 1];
  char before = at > 0 ? line[at - 1] : ' ';
  switch (c)
    {
    case '*':
    case '/':
    case '=':
    case '~':
    case '+':
      return is_open (before, after);
    case '_':
      return after == '{' || is_open (before, after)
             || strncmp (line + at, "_src", 4) == 0 || before == 'c'
             || before == 'l'; /* src_LANG{} and call_NAME() */
    case '^':
      return after == '{';
    case '[':
      return strchr ("[0123456789@%", after) || strncmp (line + at, "[fn", 3) == 0
             || strncmp (line + at, "[cite", 5) == 0;
    case ']':
      return after && strchr ("[]", after);
    case '<':
    case '\\':
    case '$':
      return after != ' ';
    case '{':
      return after == '{';
    case '@':
      return after == '@';
    case ':':
      return strncmp (line + at, "://", 3) == 0 || before == ':'
             || after == ':';
    default:
      return false;
    }
}

/* Adds LINE, which is in one line without white space at its ends, as words;
   START: it stands at the start of a line.  */
static void
add_escaped (const char *line, bool start, struct buf *out)
{
  if (start && starts_block (line))
    buf_add_string (out, ESCAPE);
  for (size_t at = 0; line[at]; at++)
    {
      buf_add_byte (out, line[at]);
      if (is_markup (line, at))
        buf_add_string (out, ESCAPE);
    }
}

/* Adds TEXT in one line, escaped.  */
static void
add_words (const char *text, bool start, struct buf *out)
{
  struct buf line = BUF_INIT;
  export_line (text, &line);
  add_escaped (buf_string (&line), start, out);
  buf_free (&line);
}

void
org_words (const char *text, struct buf *out)
{
  add_words (text, true, out);
}

/* Adds a property of the entry; nothing where TEXT is empty.  Org reads its
   value as it stands, to the end of the line.  */
static void
add_property (const struct outline *outline, const char *name,
              const char *text)
{
  if (!export_has (text))
    return;
  buf_add_format (outline->out, ":%s: ", name);
  export_line (text, outline->out);
  buf_add_byte (outline->out, '\n');
}

static void
add_made_property (const struct outline *outline, const char *name,
                   const struct citation *citation,
                   void (*make) (const struct citation *, struct buf *))
{
  char *text = export_made (citation, make);
  add_property (outline, name, text);
  free (text);
}

/* The tags of a heading: letters, digits, `_', `@', `#' and `%' alone.  */
static void
add_heading_tags (const char *text, struct buf *out)
{
  char *tags = note_tags (text, ":");
  for (char *at = strchr (tags, '-'); at; at = strchr (at, '-'))
    *at = '_';
  if (*tags)
    buf_add_format (out, " :%s:", tags);
  free (tags);
}

static void
add_head (const struct outline *outline, const struct export_note *note)
{
  const struct note *n = note->note;
  const struct citation *c = &n->citation;
  struct buf title = BUF_INIT;
  export_titles (c, &title);
  buf_add_string (outline->out,
                  outline->options->group == GROUP_NONE ? "* " : "** ");
  add_escaped (buf_string (&title), true, outline->out);
  buf_free (&title);
  add_heading_tags (n->text, outline->out);
  buf_add_string (outline->out, "\n:PROPERTIES:\n");
  add_property (outline, "ID", n->uuid);
  add_made_property (outline, "AUTHOR", c, export_authors);
  add_property (outline, "DATE", c->date);
  add_property (outline, "PAGE", c->page);
  add_made_property (outline, "SOURCE", c, export_source);
  add_property (outline, "STATE", export_state_name (note));
  add_property (outline, "CREATED", n->created);
  add_property (outline, "MODIFIED", n->modified);
  buf_add_string (outline->out, ":END:\n");
}

static void
add_quote (const struct outline *outline, const char *word, const char *text)
{
  add_escaped (export_word (outline->options, word), true, outline->out);
  buf_add_string (outline->out, "\n#+begin_quote\n");
  add_words (export_has (text)
               ? text
               : export_word (outline->options, N_ ("(nothing)")),
             true, outline->out);
  buf_add_string (outline->out, "\n#+end_quote\n");
}

static void
add_passage (const struct outline *outline, const struct export_note *note)
{
  const struct note *n = note->note;
  if (export_has (n->sentence[ORIGINAL])
      || export_has (n->sentence[TRANSLATION]))
    {
      add_quote (outline, N_ ("Original:"), n->sentence[ORIGINAL]);
      add_quote (outline, N_ ("Translation:"), n->sentence[TRANSLATION]);
    }
  if (export_quotes (note))
    {
      add_escaped (export_word (outline->options, N_ ("On:")), true,
                   outline->out);
      buf_add_string (outline->out, " “");
      add_words (n->anchor.exact, false, outline->out);
      buf_add_string (outline->out, "”\n");
    }
}

/* What the reader wrote: blank lines part paragraphs, other line ends are
   kept.  */
static void
add_text (const struct outline *outline, const char *text)
{
  struct range line, body = export_body (text);
  bool open = false; /* in a paragraph */
  buf_add_byte (outline->out, '\n');
  while (export_next_line (text, &body, &line))
    {
      char *words = mem_copy (text + line.start, range_len (line));
      bool blank = !export_has (words);
      if (open)
        buf_add_string (outline->out, blank ? "\n\n" : " \\\\\n");
      add_words (words, true, outline->out);
      open = !blank;
      free (words);
    }
  buf_add_string (outline->out, open ? "\n\n" : "");
}

/* The citation, with what it has in italics.  */
static void
add_citation (const struct outline *outline, const struct citation *citation)
{
  struct buf text = BUF_INIT;
  struct range italic;
  citation_write (citation, outline->options->citation, &text, &italic);
  char *before = mem_copy (buf_string (&text), italic.start);
  char *name = mem_copy (buf_string (&text) + italic.start,
                         range_len (italic));
  const char *slash = *name ? "/" : "";
  add_escaped (export_word (outline->options, N_ ("Citation:")), true,
               outline->out);
  buf_add_byte (outline->out, ' ');
  add_escaped (before, false, outline->out);
  buf_add_string (outline->out, slash);
  add_escaped (name, false, outline->out);
  buf_add_string (outline->out, slash);
  add_escaped (buf_string (&text) + italic.end, false, outline->out);
  buf_add_byte (outline->out, '\n');
  free (before);
  free (name);
  buf_free (&text);
}

static void
org_begin (size_t count, const struct export_options *options,
           struct buf *out)
{
  (void) count;
  buf_add_string (out, "#+TITLE: ");
  add_words (export_word (options, N_ ("Notes")), false, out);
  buf_add_string (out, "\n#+OPTIONS: ^:{} toc:nil\n");
}

static void
org_heading (const char *title, bool first,
             const struct export_options *options, struct buf *out)
{
  (void) first;
  (void) options;
  buf_add_string (out, "\n* ");
  add_words (title, true, out);
  buf_add_byte (out, '\n');
}

static void
org_write (const struct export_note *notes, size_t count,
           const struct export_options *options, struct buf *out)
{
  struct outline outline = { options, out };
  for (size_t i = 0; i < count; i++)
    {
      buf_add_byte (out, '\n');
      add_head (&outline, &notes[i]);
      add_passage (&outline, &notes[i]);
      add_text (&outline, notes[i].note->text);
      add_citation (&outline, &notes[i].note->citation);
    }
}

const struct exporter export_org
  = { .name = "org",
      .extension = ".org",
      .summary = N_ ("Org, an outline with properties"),
      .write = org_write,
      .heading = org_heading,
      .begin = org_begin };
