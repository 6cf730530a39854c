/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes: copies, citations and tags.  */
#include "book/note.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>
#include <unictype.h>

#include "base/mem.h"
#include "base/space.h"
#include "base/utf8.h"

void
citation_clear (struct citation *citation)
{
  free (citation->collection);
  free (citation->path);
  free (citation->date);
  free (citation->page);
  free (citation->column);
  for (enum side s = 0; s < SIDES; s++)
    {
      free (citation->title[s]);
      free (citation->author[s]);
    }
  memset (citation, 0, sizeof *citation);
}

void
note_clear (struct note *note)
{
  anchor_clear (&note->anchor);
  for (enum side s = 0; s < SIDES; s++)
    free (note->sentence[s]);
  free (note->text);
  citation_clear (&note->citation);
  memset (note, 0, sizeof *note);
}

void
notes_free (struct notes *notes)
{
  for (size_t i = 0; i < notes->len; i++)
    note_clear (&notes->items[i]);
  VEC_FREE (notes);
}

static struct citation
citation_copy (const struct citation *citation)
{
  struct citation copy = { .collection = mem_string (citation->collection),
                           .path = mem_string (citation->path),
                           .date = mem_string (citation->date),
                           .page = mem_string (citation->page),
                           .column = mem_string (citation->column) };
  for (enum side s = 0; s < SIDES; s++)
    {
      copy.title[s] = mem_string (citation->title[s]);
      copy.author[s] = mem_string (citation->author[s]);
    }
  return copy;
}

struct note
note_copy (const struct note *note)
{
  struct note copy = *note;
  copy.anchor = anchor_copy (&note->anchor);
  for (enum side s = 0; s < SIDES; s++)
    copy.sentence[s] = mem_string (note->sentence[s]);
  copy.text = mem_string (note->text);
  copy.citation = citation_copy (&note->citation);
  return copy;
}

struct citation
citation_of (const struct document *document)
{
  struct citation said = { .collection = document->collection,
                           .path = document->path,
                           .date = document->date,
                           .page = document->page,
                           .column = document->column };
  for (enum side s = 0; s < SIDES; s++)
    {
      said.title[s] = document->side[s].title;
      said.author[s] = document->side[s].author;
    }
  return citation_copy (&said);
}

/* The sentences on SIDE of the beads from FIRST to LAST, without the white space
   around them.  */
static char *
sentences_of (const struct document *document, enum side side, size_t first,
              size_t last)
{
  const char *text = document->side[side].text;
  struct range range
    = { document_bead_range (document, first, side).start,
        document_bead_range (document, last, side).end };
  range = space_trim (text, range);
  return mem_copy (text + range.start, range_len (range));
}

struct note
note_on (const struct document *document, enum side side, struct range range,
         enum anchor_kind kind, char *text)
{
  struct note note = { .text = text, .citation = citation_of (document) };
  note.anchor = anchor_make (document, side, range, kind);
  memcpy (note.document, document->hash, sizeof note.document);
  size_t first = document_bead_at (document, side, range.start);
  size_t last = range_len (range) > 0
                  ? document_bead_at (document, side, range.end - 1)
                  : first;
  for (enum side s = 0; s < SIDES; s++)
    note.sentence[s] = kind == ANCHOR_DOCUMENT
                         ? mem_string ("")
                         : sentences_of (document, s, first, last);
  return note;
}

static bool
is_letter (unsigned cp)
{
  return cp != UTF8_ERROR && (uc_is_alpha (cp) || cp == 0x3007);
}

/* Whether CP goes on a word that is no tag's: a letter, a digit, or a mark on
   one.  */
static bool
is_word (unsigned cp)
{
  return cp != UTF8_ERROR
         && (is_letter (cp) || uc_is_digit (cp)
             || uc_is_general_category (cp, UC_MARK)
             || uc_is_general_category (cp, UC_NUMBER));
}

/* The end of the tag whose `#' ends at byte AT; AT itself where there is
   none.  */
static size_t
tag_end (const char *text, size_t len, size_t at)
{
  bool letter = false;
  size_t end = at;
  for (size_t next = at; next < len; end = next)
    {
      unsigned cp = utf8_next (text, len, &next);
      if (!is_word (cp) && cp != '-' && cp != '_')
        break;
      letter = letter || is_letter (cp);
    }
  return letter ? end : at;
}

void
note_each_tag (const char *text,
               void (*found) (const char *tag, size_t len, void *data),
               void *data)
{
  size_t len = strlen (text);
  unsigned last = 0;
  for (size_t at = 0; at < len;)
    {
      unsigned cp = utf8_next (text, len, &at);
      size_t end = at;
      if (cp == '#' && !is_word (last))
        end = tag_end (text, len, at);
      if (end > at)
        {
          found (text + at, end - at, data);
          at = end;
          cp = 'x';
        }
      last = cp;
    }
}

/* Whether the tags A and B are one, compared without case.  */
static bool
same_tag (const char *a, size_t a_len, const char *b, size_t b_len)
{
  int order;
  return u8_casecmp ((const uint8_t *) a, a_len, (const uint8_t *) b, b_len,
                     NULL, UNINORM_NFC, &order)
           == 0
         && order == 0;
}

struct wanted
{
  const char *tag;
  size_t len;
  bool there;
};

static void
compare_tag (const char *tag, size_t len, void *data)
{
  struct wanted *wanted = data;
  wanted->there
    = wanted->there || same_tag (tag, len, wanted->tag, wanted->len);
}

bool
note_has_tag (const char *text, const char *tag)
{
  struct wanted wanted = { tag, strlen (tag), false };
  note_each_tag (text, compare_tag, &wanted);
  return wanted.there;
}

/* A tag of a text, and its form without case for comparing.  */
struct tag
{
  const char *name;
  size_t len;
  size_t order; /* as it stands in the text */
  char *key;
};

struct tags VEC (struct tag);

static void
collect_tag (const char *name, size_t len, void *data)
{
  struct tags *tags = data;
  size_t key_len;
  uint8_t *folded = u8_casefold ((const uint8_t *) name, len, NULL,
                                 UNINORM_NFC, NULL, &key_len);
  char *key = folded ? mem_copy ((const char *) folded, key_len)
                     : mem_copy (name, len);
  free (folded);
  VEC_PUSH (tags, (struct tag) { name, len, tags->len, key });
}

static int
compare_key (const void *a, const void *b)
{
  const struct tag *x = a, *y = b;
  int order = strcmp (x->key, y->key);
  return order ? order : x->order < y->order ? -1 : 1;
}

static int
compare_order (const void *a, const void *b)
{
  return ((const struct tag *) a)->order < ((const struct tag *) b)->order
           ? -1
           : 1;
}

/* Leaves the first of each tag, in the order of the text.  Sorts, so that a
   text of nothing but tags takes no longer than it must.  */
static void
drop_repeated (struct tags *tags)
{
  size_t kept = 0;
  qsort (tags->items, tags->len, sizeof *tags->items, compare_key);
  for (size_t i = 0; i < tags->len; i++)
    if (kept == 0
        || strcmp (tags->items[i].key, tags->items[kept - 1].key) != 0)
      tags->items[kept++] = tags->items[i];
    else
      free (tags->items[i].key);
  tags->len = kept;
  qsort (tags->items, tags->len, sizeof *tags->items, compare_order);
}

char *
note_tags (const char *text, const char *separator)
{
  struct tags tags = { 0 };
  struct buf buf = BUF_INIT;
  note_each_tag (text, collect_tag, &tags);
  if (tags.len > 0)
    drop_repeated (&tags);
  for (size_t i = 0; i < tags.len; i++)
    {
      buf_add_string (&buf, i ? separator : "");
      buf_add (&buf, tags.items[i].name, tags.items[i].len);
      free (tags.items[i].key);
    }
  VEC_FREE (&tags);
  return buf_take (&buf);
}
