/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tags in the text of a note.  */
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>
#include <unictype.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "book/note.h"

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

bool
note_is_tag (const char *tag, size_t len)
{
  return len > 0 && tag_end (tag, len, 0) == len;
}

char *
note_tag_key (const char *tag, size_t len)
{
  size_t key_len;
  uint8_t *folded = u8_casefold ((const uint8_t *) tag, len, NULL,
                                 UNINORM_NFC, NULL, &key_len);
  char *key = folded ? mem_copy ((const char *) folded, key_len)
                     : mem_copy (tag, len);
  free (folded);
  return key;
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
  VEC_PUSH (tags,
            (struct tag) { name, len, tags->len, note_tag_key (name, len) });
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

/* A text in which a tag is being renamed.  */
struct renaming
{
  const char *from, *to;
  const char *text;
  size_t done; /* bytes of it that were copied */
  struct buf out;
};

static void
rename_one (const char *tag, size_t len, void *data)
{
  struct renaming *r = data;
  if (!same_tag (tag, len, r->from, strlen (r->from)))
    return;
  size_t at = (size_t) (tag - r->text);
  buf_add (&r->out, r->text + r->done, at - r->done);
  buf_add_string (&r->out, r->to);
  r->done = at + len;
}

char *
note_rename_tag (const char *text, const char *from, const char *to)
{
  struct renaming r = { .from = from, .to = to, .text = text };
  note_each_tag (text, rename_one, &r);
  if (r.done == 0)
    return NULL;
  buf_add_string (&r.out, text + r.done);
  return buf_take (&r.out);
}
