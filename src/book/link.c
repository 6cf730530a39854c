/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links in the text of a note.  */
#include "book/link.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/space.h"
#include "text/fold.h"

static const char note_scheme[] = "note:";

/* Whether the LEN bytes at TEXT may begin a uuid.  */
static bool
is_digits (const char *text, size_t len)
{
  return len >= LINK_DIGITS && len <= 36
         && strspn (text, "0123456789abcdefABCDEF-") >= len;
}

/* The end of the LEN bytes at TEXT, or where the two bytes of MARK stand in
   them.  */
static size_t
find_mark (const char *text, size_t len, const char *mark)
{
  const char *at = memmem (text, len, mark, strlen (mark));
  return at ? (size_t) (at - text) : len;
}

/* Reads what stands between the brackets, bytes INSIDE of TEXT.  */
static bool
read_parts (const char *text, struct range inside, struct link *link)
{
  size_t bar = inside.start
               + find_mark (text + inside.start, range_len (inside), "|");
  struct range place = space_trim (text, (struct range) { inside.start, bar });
  link->shown = bar < inside.end
                  ? space_trim (text, (struct range) { bar + 1, inside.end })
                  : place;
  size_t cut = place.start
               + find_mark (text + place.start, range_len (place), "::");
  link->target = space_trim (text, (struct range) { place.start, cut });
  link->words = (struct range) { place.end, place.end };
  if (cut < place.end)
    link->words = space_trim (text, (struct range) { cut + 2, place.end });
  if (range_len (link->shown) == 0)
    link->shown = place;
  size_t skip = sizeof note_scheme - 1;
  link->kind = LINK_DOCUMENT;
  if (range_len (link->target) > skip
      && strncmp (text + link->target.start, note_scheme, skip) == 0
      && is_digits (text + link->target.start + skip,
                    range_len (link->target) - skip))
    {
      link->kind = LINK_NOTE;
      link->target.start += skip;
    }
  return range_len (link->target) > 0;
}

/* The end of what the brackets before byte START open: where `]]' stands in the
   same line, with no `[[' before it (*AGAIN then says where that is); 0 where
   there is none.  */
static size_t
inside_end (const char *text, size_t start, size_t *again)
{
  for (size_t at = start;; at++)
    if (text[at] == ']' && text[at + 1] == ']')
      {
        *again = at + 2;
        return at;
      }
    else if (text[at] == '\0' || text[at] == '\n'
             || (text[at] == '[' && text[at + 1] == '['))
      {
        *again = at;
        return 0;
      }
}

bool
link_next (const char *text, size_t *at, struct link *link)
{
  const char *found;
  while ((found = strstr (text + *at, "[[")) != NULL)
    {
      size_t start = (size_t) (found - text) + 2;
      size_t end = inside_end (text, start, at);
      link->whole = (struct range) { start - 2, end + 2 };
      if (end > 0
          && read_parts (text, (struct range) { start, end }, link))
        return true;
    }
  return false;
}

static char *
folded_copy (const char *text, size_t len)
{
  struct folded folded;
  fold_search (text, len, &folded);
  char *copy = mem_copy (folded.data, folded.len);
  folded_free (&folded);
  return copy;
}

char *
link_key (const char *text, const struct link *link)
{
  const char *target = text + link->target.start;
  size_t len = range_len (link->target);
  if (link->kind == LINK_DOCUMENT)
    return folded_copy (target, len);
  char *key = mem_copy (target, len);
  for (char *c = key; *c; c++)
    if (*c >= 'A' && *c <= 'F')
      *c = (char) (*c - 'A' + 'a');
  return key;
}

char *
link_key_of (const char *name)
{
  struct range core = space_trim (name, (struct range) { 0, strlen (name) });
  return folded_copy (name + core.start, range_len (core));
}

char *
link_make (const char *name)
{
  struct link link;
  size_t at = 0;
  char *text = mem_format ("[[%s]]", name);
  struct range core = space_trim (name, (struct range) { 0, strlen (name) });
  if (link_next (text, &at, &link) && link.kind == LINK_DOCUMENT
      && link.whole.start == 0 && text[link.whole.end] == '\0'
      && link.target.start == core.start + 2
      && link.target.end == core.end + 2)
    return text;
  free (text);
  return NULL;
}
