/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts that several formats of notes have in common.  */
#include "export/export_parts.h"

#include <string.h>

#include "base/intl.h"
#include "base/space.h"
#include "base/utf8.h"

const char *
export_word (const struct export_options *options, const char *word)
{
  return options->translate ? options->translate (word) : word;
}

/* Whether CP is written without spaces: Han, Kana, their punctuation, and
   full-width forms.  */
static bool
is_spaceless (unsigned cp)
{
  return (cp >= 0x2E80 && cp < 0xA4D0) || (cp >= 0xF900 && cp < 0xFB00)
         || (cp >= 0xFF00 && cp < 0xFFF0) || (cp >= 0x20000 && cp < 0x40000);
}

char *
export_made (const struct citation *citation,
             void (*make) (const struct citation *, struct buf *))
{
  struct buf text = BUF_INIT;
  make (citation, &text);
  return buf_take (&text);
}

void
export_line (const char *text, struct buf *out)
{
  size_t len = text ? strlen (text) : 0;
  struct range core = { 0, 0 };
  if (len > 0)
    core = space_trim (text, (struct range) { 0, len });
  unsigned before = 0;
  for (size_t at = core.start; at < core.end;)
    {
      size_t start = at;
      unsigned cp = utf8_next (text, core.end, &at);
      if (!space_is (cp))
        {
          buf_add (out, text + start, at - start);
          before = cp;
          continue;
        }
      at = space_skip (text, at, core.end);
      size_t next = at;
      bool broken = memchr (text + start, '\n', at - start) != NULL;
      if (!broken || !is_spaceless (before)
          || !is_spaceless (utf8_next (text, core.end, &next)))
        buf_add_byte (out, ' ');
    }
}

bool
export_has (const char *text)
{
  size_t len = text ? strlen (text) : 0;
  return len > 0 && space_skip (text, 0, len) < len;
}

void
export_source (const struct citation *citation, struct buf *out)
{
  export_line (citation->collection, out);
  if (export_has (citation->collection) && export_has (citation->path))
    buf_add_byte (out, '/');
  export_line (citation->path, out);
}

void
export_authors (const struct citation *citation, struct buf *out)
{
  const char *first = citation->author[ORIGINAL];
  const char *second = citation->author[TRANSLATION];
  bool both = export_has (first) && export_has (second);
  export_line (first, out);
  if (both && strcmp (first, second) == 0)
    return;
  buf_add_string (out, both ? " (" : "");
  export_line (second, out);
  buf_add_string (out, both ? ")" : "");
}

void
export_titles (const struct citation *citation, struct buf *out)
{
  size_t start = out->len;
  export_line (citation->title[ORIGINAL], out);
  if (out->len > start && export_has (citation->title[TRANSLATION]))
    buf_add_string (out, " / ");
  export_line (citation->title[TRANSLATION], out);
  if (out->len == start)
    export_line (citation->path, out);
}

const char *
export_state_name (const struct export_note *note)
{
  static const char *const names[ANCHOR_STATES]
    = { "placed", "moved", "detached" };
  return note->unknown ? "unknown" : names[note->state];
}

const char *
export_state (enum anchor_state state)
{
  if (state == ANCHOR_MOVED)
    return N_ ("moved: the text around it has changed");
  if (state == ANCHOR_DETACHED)
    return N_ ("detached: what it was on is not in the text any more");
  return NULL;
}

bool
export_quotes (const struct export_note *note)
{
  const struct anchor *anchor = &note->note->anchor;
  bool told = export_has (note->note->sentence[anchor->side]);
  return export_has (anchor->exact)
         && (anchor->kind == ANCHOR_SPAN
             || (note->state == ANCHOR_DETACHED && !told));
}

struct range
export_body (const char *text)
{
  struct range core
    = space_trim (text, (struct range) { 0, strlen (text) });
  if (range_len (core) > 0)
    while (core.start > 0 && text[core.start - 1] != '\n')
      core.start--;
  return core;
}

bool
export_next_line (const char *text, struct range *body, struct range *line)
{
  if (range_len (*body) == 0)
    return false;
  const char *end = memchr (text + body->start, '\n', range_len (*body));
  *line = *body;
  if (end)
    line->end = (size_t) (end - text);
  body->start = end ? line->end + 1 : body->end;
  return true;
}
