/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exporter to Markdown (CommonMark): headings, quotations, and a rule
   between entries; nothing in the texts becomes markup.  */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/intl.h"
#include "base/mem.h"
#include "export/export_parts.h"

/* Where an export goes.  */
struct page
{
  const struct export_options *options;
  struct buf *out;
};

/* Whether C is markup wherever it stands: in CommonMark or in the tables,
   strokes, addresses, formulas and footnotes of its common extensions.  */
static bool
is_markup (char c)
{
  return c != '\0' && strchr ("\\`*_[]<>&~|$^@{}#", c) != NULL;
}

/* Whether the bytes of LINE from AT on begin what is made a link without any
   markup ("http://", "www.").  */
static bool
starts_link (const char *line, size_t at)
{
  return strncmp (line + at, "://", 3) == 0
         || (line[at] == '.' && at >= 3
             && strncasecmp (line + at - 3, "www", 3) == 0);
}

/* How many bytes at the start of LINE make a list, a rule, a heading by what
   is below it or a definition, the last of them to be escaped; 0 for none.  */
static size_t
block_mark (const char *line)
{
  if (*line != '\0' && strchr ("+-=:", *line))
    return 1;
  size_t digits = strspn (line, "0123456789");
  return digits > 0 && (line[digits] == '.' || line[digits] == ')')
           ? digits + 1
           : 0;
}

/* Adds LINE, which is in one line without white space at its ends, as words;
   START: it stands at the start of a line.  */
static void
add_escaped (const char *line, bool start, struct buf *out)
{
  size_t mark = start ? block_mark (line) : 0;
  for (size_t at = 0; line[at]; at++)
    {
      if (is_markup (line[at]) || at + 1 == mark || starts_link (line, at))
        buf_add_byte (out, '\\');
      buf_add_byte (out, line[at]);
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
markdown_words (const char *text, struct buf *out)
{
  add_words (text, true, out);
}

/* Adds the label WORD in bold type.  */
static void
add_label (const struct page *page, const char *word)
{
  buf_add_string (page->out, "**");
  add_escaped (export_word (page->options, word), false, page->out);
  buf_add_string (page->out, "**");
}

/* Adds an item of the list of facts; nothing where TEXT is empty.  */
static void
add_item (const struct page *page, const char *word, const char *text)
{
  if (!export_has (text))
    return;
  buf_add_string (page->out, "- ");
  add_label (page, word);
  buf_add_byte (page->out, ' ');
  add_words (text, false, page->out);
  buf_add_byte (page->out, '\n');
}

/* The same for what MAKE makes of CITATION.  */
static void
add_made_item (const struct page *page, const char *word,
               const struct citation *citation,
               void (*make) (const struct citation *, struct buf *))
{
  char *text = export_made (citation, make);
  add_item (page, word, text);
  free (text);
}

static void
add_head (const struct page *page, const struct export_note *note)
{
  const struct citation *c = &note->note->citation;
  const char *state = export_state (note->state);
  bool both = export_has (c->title[ORIGINAL])
              && export_has (c->title[TRANSLATION]);
  buf_add_string (page->out, "## ");
  if (!export_has (c->title[ORIGINAL]) && !export_has (c->title[TRANSLATION]))
    add_words (c->path, true, page->out);
  add_words (c->title[ORIGINAL], true, page->out);
  buf_add_string (page->out, both ? " / " : "");
  add_words (c->title[TRANSLATION], !both, page->out);
  buf_add_string (page->out, "\n\n");
  add_made_item (page, N_ ("Author:"), c, export_authors);
  add_item (page, N_ ("Date:"), c->date);
  add_item (page, N_ ("Page:"), c->page);
  add_made_item (page, N_ ("Source:"), c, export_source);
  if (state)
    add_item (page, N_ ("State:"), export_word (page->options, state));
}

static void
add_quote (const struct page *page, const char *word, const char *text)
{
  buf_add_byte (page->out, '\n');
  add_label (page, word);
  buf_add_string (page->out, "\n\n> ");
  add_words (export_has (text) ? text
                               : export_word (page->options, N_ ("(nothing)")),
             true, page->out);
  buf_add_byte (page->out, '\n');
}

static void
add_passage (const struct page *page, const struct export_note *note)
{
  const struct note *n = note->note;
  if (export_has (n->sentence[ORIGINAL])
      || export_has (n->sentence[TRANSLATION]))
    {
      add_quote (page, N_ ("Original:"), n->sentence[ORIGINAL]);
      add_quote (page, N_ ("Translation:"), n->sentence[TRANSLATION]);
    }
  if (export_quotes (note))
    {
      buf_add_byte (page->out, '\n');
      add_label (page, N_ ("On:"));
      buf_add_string (page->out, " “");
      add_words (n->anchor.exact, false, page->out);
      buf_add_string (page->out, "”\n");
    }
}

/* What the reader wrote: blank lines part paragraphs, other line ends are
   kept.  */
static void
add_text (const struct page *page, const char *text)
{
  struct range line, body = export_body (text);
  bool open = false; /* in a paragraph */
  buf_add_byte (page->out, '\n');
  add_label (page, N_ ("Note:"));
  buf_add_string (page->out, "\n\n");
  while (export_next_line (text, &body, &line))
    {
      char *words = mem_copy (text + line.start, range_len (line));
      bool blank = !export_has (words);
      if (open)
        buf_add_string (page->out, blank ? "\n" : "\\\n");
      if (blank && open)
        buf_add_byte (page->out, '\n');
      add_words (words, true, page->out);
      open = !blank;
      free (words);
    }
  buf_add_string (page->out, open ? "\n\n" : "");
}

/* The citation, with what it has in italics.  */
static void
add_citation (const struct page *page, const struct citation *citation)
{
  struct buf text = BUF_INIT;
  struct range italic;
  citation_write (citation, page->options->citation, &text, &italic);
  if (text.len > 0)
    {
      char *before = mem_copy (text.data, italic.start);
      char *name = mem_copy (text.data + italic.start, range_len (italic));
      const char *star = *name ? "*" : "";
      buf_add_string (page->out, "- ");
      add_label (page, N_ ("Citation:"));
      buf_add_byte (page->out, ' ');
      add_escaped (before, false, page->out);
      buf_add_string (page->out, star);
      add_escaped (name, false, page->out);
      buf_add_string (page->out, star);
      add_escaped (text.data + italic.end, false, page->out);
      buf_add_byte (page->out, '\n');
      free (before);
      free (name);
    }
  buf_free (&text);
}

static void
add_foot (const struct page *page, const struct note *note)
{
  char *tags = note_tags (note->text, ", ");
  add_item (page, N_ ("Tags:"), tags);
  add_item (page, N_ ("Written:"), note->created);
  if (strcmp (note->created, note->modified) != 0)
    add_item (page, N_ ("Changed:"), note->modified);
  add_citation (page, &note->citation);
  free (tags);
}

static void
markdown_write (const struct export_note *notes, size_t count,
                const struct export_options *options, struct buf *out)
{
  struct page page = { options, out };
  for (size_t i = 0; i < count; i++)
    {
      if (i > 0)
        buf_add_string (out, "\n* * *\n\n");
      add_head (&page, &notes[i]);
      add_passage (&page, &notes[i]);
      add_text (&page, notes[i].note->text);
      add_foot (&page, notes[i].note);
    }
}

static void
markdown_heading (const char *title, bool first,
                  const struct export_options *options, struct buf *out)
{
  (void) options;
  buf_add_string (out, first ? "# " : "\n# ");
  add_words (title, true, out);
  buf_add_string (out, "\n\n");
}

const struct exporter export_markdown
  = { .name = "markdown",
      .extension = ".md",
      .summary = N_ ("Markdown, with headings and quotations"),
      .write = markdown_write,
      .heading = markdown_heading };
