/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where notes from elsewhere belong.  */
#include "ingest/notes_home.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"

void
notes_home_open (struct notes_home *home, struct library *library,
                 long long about)
{
  *home = (struct notes_home) { .library = library, .about = about };
}

void
notes_home_close (struct notes_home *home)
{
  document_free (home->document);
  VEC_FREE (&home->seen);
}

/* Document ID; NULL where it can't be read.  */
static const struct document *
document_numbered (struct notes_home *home, long long id)
{
  if (id == 0 || (home->document && home->id == id))
    return id ? home->document : NULL;
  document_free (home->document);
  home->document = library_document (home->library, id, NULL);
  home->id = id;
  if (home->document
      && (home->seen.len == 0 || home->seen.items[home->seen.len - 1] != id))
    VEC_PUSH (&home->seen, id);
  return home->document;
}

enum notes_home_state
notes_home_own (struct notes_home *home, struct note *note)
{
  const struct citation *c = &note->citation;
  struct range found;
  if (!home->library)
    return HOME_UNKNOWN;
  if (!home->document || strcmp (home->document->hash, note->document) != 0)
    {
      long long id = library_find_hash (home->library, note->document);
      if (id == 0 && c->collection && c->path)
        id = library_find_source (home->library, c->collection, c->path);
      if (!document_numbered (home, id))
        return HOME_UNKNOWN;
      memcpy (note->document, home->document->hash, sizeof note->document);
    }
  return note_find (note, home->document, &found) == ANCHOR_DETACHED
           ? HOME_DETACHED
           : HOME_FOUND;
}

/* --- IRIs ----------------------------------------------------------------- */

static int
digit (char c)
{
  return c >= '0' && c <= '9'   ? c - '0'
         : c >= 'a' && c <= 'f' ? c - 'a' + 10
         : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                : -1;
}

/* The path of the IRI without query and fragment, %XX decoded; the caller frees
   it.  "" where that is no UTF-8.  */
static char *
path_of (const char *iri)
{
  struct buf path = BUF_INIT;
  const char *start = strstr (iri, "://");
  start = start ? strchr (start + 3, '/') : iri;
  for (const char *at = start; at && *at && *at != '?' && *at != '#'; at++)
    if (*at == '%' && digit (at[1]) >= 0 && digit (at[2]) >= 0)
      {
        buf_add_byte (&path, (char) (16 * digit (at[1]) + digit (at[2])));
        at += 2;
      }
    else
      buf_add_byte (&path, *at);
  const char *text = buf_string (&path);
  if (strlen (text) != path.len || utf8_check (text, path.len) != path.len)
    buf_clear (&path);
  return buf_take (&path);
}

/* The document that the end of PATH names, COLLECTION/PATH; 0: none.  */
static long long
find_source (struct library *library, const char *path)
{
  for (const char *at = path; at; at = strchr (at, '/'))
    {
      at += *at == '/';
      const char *slash = strchr (at, '/');
      if (!slash)
        return 0;
      char *collection = mem_copy (at, (size_t) (slash - at));
      long long id = library_find_source (library, collection, slash + 1);
      free (collection);
      if (id)
        return id;
    }
  return 0;
}

static long long
find_iri (struct library *library, const char *iri)
{
  char *path = path_of (iri);
  long long id = 0;
  if (strncmp (iri, "file://", 7) == 0 && *path == '/')
    id = library_find (library, path, NULL);
  if (id == 0)
    id = find_source (library, path);
  free (path);
  return id;
}

/* --- notes of others ------------------------------------------------------ */

/* Gives NOTE what DOCUMENT says of itself.  */
static void
settle (struct note *note, const struct document *document)
{
  memcpy (note->document, document->hash, sizeof note->document);
  citation_clear (&note->citation);
  note->citation = citation_of (document);
}

/* Finds ANCHOR in the text of SIDE.  Others keep less context than we do (32
   characters, say), which anchor_find would take for the edge of the text: so
   quotation and context are looked for as one piece, which must stand just once,
   and then the quotation in that.  */
static enum anchor_state
find_in (const struct anchor *anchor, const struct side_text *side,
         struct range *found)
{
  struct range whole, inner;
  struct anchor wide = { .kind = ANCHOR_SPAN };
  bool context = *anchor->prefix || *anchor->suffix;
  wide.exact = mem_format ("%s%s%s", anchor->prefix, anchor->exact,
                           anchor->suffix);
  wide.prefix = wide.suffix = (char[]) { "" };
  enum anchor_state state = ANCHOR_DETACHED;
  if (context
      && anchor_find (&wide, side->text, side->len, &whole) != ANCHOR_DETACHED)
    state = anchor_find (anchor, side->text + whole.start, range_len (whole),
                         &inner);
  free (wide.exact);
  if (state != ANCHOR_PLACED)
    return anchor_find (anchor, side->text, side->len, found);
  *found = (struct range) { whole.start + inner.start,
                            whole.start + inner.end };
  return state;
}

/* The one side on which NOTE's quotation is found, with its place and state;
   SIDES where it is none, or both.  */
static enum side
find_side (const struct note *note, const struct document *document,
           struct range *found, enum anchor_state *state)
{
  enum side side = SIDES;
  for (enum side s = 0; s < SIDES; s++)
    {
      struct range place;
      struct anchor anchor = note->anchor;
      anchor.side = s;
      enum anchor_state there = find_in (&anchor, &document->side[s], &place);
      if (there == ANCHOR_DETACHED)
        continue;
      if (side != SIDES)
        return SIDES;
      side = s;
      *found = place;
      *state = there;
    }
  return side;
}

enum notes_home_state
notes_home_foreign (struct notes_home *home, struct note *note)
{
  struct range found;
  enum anchor_state state;
  if (!home->library)
    return HOME_UNKNOWN;
  const struct document *document = document_numbered (
    home, home->about ? home->about
                      : find_iri (home->library, note->citation.path));
  if (!document)
    return HOME_UNKNOWN;
  settle (note, document);
  if (note->anchor.kind == ANCHOR_DOCUMENT)
    return HOME_FOUND;
  enum side side = find_side (note, document, &found, &state);
  if (side == SIDES)
    return HOME_DETACHED;
  note->anchor.side = side;
  if (state == ANCHOR_PLACED)
    note_move (note, document, side, found);
  return HOME_FOUND;
}

void
notes_home_look (struct notes_home *home, struct notebook *notebook)
{
  for (size_t i = 0; i < home->seen.len; i++)
    {
      const struct document *document
        = document_numbered (home, home->seen.items[i]);
      if (document)
        notebook_look (notebook, document, NULL, NULL);
    }
}
