/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds texts for search, and finds folded words in them.  */
#include <config.h>

#include "text/fold.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "base/buf.h"
#include "base/grapheme.h"
#include "base/mem.h"
#include "base/space.h"
#include "base/utf8.h"
#include "text/ascii.h"

/* The folding under way.  */
struct folding
{
  const char *text;
  size_t len;
  struct buf out;
  size_t *map;
  size_t map_cap;
  struct ranges gaps;
  size_t last_end;   /* of the source of what was last put out */
  bool last_wide;    /* whether that was Han or its punctuation */
  bool space;        /* white space waits to be put out */
  size_t space_from; /* where it begins in the source */
};

/* Puts out LEN bytes that come from SOURCE of the text.  */
static void
put (struct folding *f, const char *bytes, size_t len, struct range source)
{
  size_t at = f->out.len;
  if (source.start != f->last_end && source.end > f->last_end && at > 0)
    VEC_PUSH (&f->gaps, (struct range) { at, f->last_end });
  if (at + len >= f->map_cap)
    {
      f->map_cap = (at + len) + (at + len) / 2 + 64;
      f->map = mem_resize (f->map, f->map_cap, sizeof *f->map);
    }
  buf_add (&f->out, bytes, len);
  for (size_t i = 0; i < len; i++)
    f->map[at + i] = source.start;
  f->last_end = source.end;
}

/* Puts out white space that waits, before a character from byte AT on that is
   Han or its punctuation where WIDE.  */
static void
put_space (struct folding *f, size_t at, bool wide)
{
  if (f->space && !(wide && f->last_wide))
    put (f, " ", 1, (struct range) { f->space_from, at });
  f->space = false;
}

/* Han, kana and their punctuation: what is written without spaces.  */
static bool
is_wide (unsigned cp)
{
  return cp >= 0x2E80
         && (cp <= 0xABFF || (cp >= 0xF900 && cp <= 0xFAFF)
             || (cp >= 0xFE30 && cp <= 0xFE4F)
             || (cp >= 0xFF01 && cp <= 0xFF0F)
             || (cp >= 0xFF1A && cp <= 0xFF20)
             || (cp >= 0xFF5F && cp <= 0xFF64)
             || (cp >= 0x20000 && cp <= 0x3FFFD));
}

/* The marks that fold away: the blocks of combining diacritical marks.  */
static bool
is_accent (unsigned cp)
{
  return (cp >= 0x300 && cp <= 0x36F) || (cp >= 0x1AB0 && cp <= 0x1AFF)
         || (cp >= 0x1DC0 && cp <= 0x1DFF) || (cp >= 0x20D0 && cp <= 0x20FF)
         || (cp >= 0xFE20 && cp <= 0xFE2F);
}

/* Plain forms of quotes and dashes; else CP itself.  */
static unsigned
plain (unsigned cp)
{
  if (cp >= 0x2018 && cp <= 0x201B)
    return '\'';
  if (cp >= 0x201C && cp <= 0x201F)
    return '"';
  if ((cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212)
    return '-';
  return cp;
}

/* Puts out CP of the cluster SOURCE, decomposed and folded by libunistring.  */
static void
put_folded (struct folding *f, unsigned cp, struct range source)
{
  char bytes[4];
  uint8_t room[128];
  size_t len = sizeof room;
  size_t n = utf8_put (bytes, cp);
  uint8_t *folded = u8_casefold ((const uint8_t *) bytes, n, NULL,
                                 UNINORM_NFKD, room, &len);
  for (size_t at = 0; folded && at < len;)
    {
      char kept[4];
      unsigned part = utf8_next ((const char *) folded, len, &at);
      if (!is_accent (part))
        put (f, kept, utf8_put (kept, plain (part)), source);
    }
  if (folded != room)
    free (folded);
}

/* Whether CP is dropped: U+200B is the one white space among them.  */
static bool
is_invisible (unsigned cp)
{
  return cp == 0x200B || cp == 0xFEFF || cp == 0xAD
         || (cp >= 0x300 && !is_wide (cp)
             && uc_is_property_default_ignorable_code_point (cp));
}

/* Adds code point CP, that stands at AT in the cluster SOURCE.  */
static void
add_other (struct folding *f, unsigned cp, size_t at, struct range source)
{
  if (is_invisible (cp) || cp == UTF8_ERROR)
    return;
  if (space_is (cp))
    {
      f->space_from = f->space ? f->space_from : at;
      f->space = true;
      return;
    }
  if (is_accent (cp))
    return;
  bool wide = is_wide (cp);
  put_space (f, source.start, wide);
  f->last_wide = wide;
  unsigned simple = plain (cp);
  if (cp >= 0xFF01 && cp <= 0xFF5E)
    simple = (unsigned char) ascii_to_lower ((char) (cp - 0xFF01 + '!'));
  if (simple < 0x80)
    put (f, &(char) { (char) simple }, 1, source);
  else if (cp >= 0x3001 && cp <= 0x3020)
    put (f, f->text + at, 3, source);
  else
    put_folded (f, cp, source);
}

/* Folds the cluster at byte AT; returns its end.  */
static size_t
fold_cluster (struct folding *f, size_t start)
{
  size_t at = start;
  unsigned cp = utf8_next (f->text, f->len, &at);
  struct range source = { start, grapheme_end (f->text, f->len, start) };
  bool han = cp >= 0x4E00 && cp <= 0x9FFF;
  if (han || (cp > ' ' && cp < 0x7F))
    {
      put_space (f, start, han);
      f->last_wide = han;
      if (han)
        put (f, f->text + start, 3, source);
      else
        put (f, &(char) { ascii_to_lower ((char) cp) }, 1, source);
    }
  else
    add_other (f, cp, start, source);
  while (at < source.end)
    {
      size_t here = at;
      cp = utf8_next (f->text, f->len, &at);
      add_other (f, cp, here, source);
    }
  return source.end;
}

void
fold_search (const char *text, size_t len, struct folded *folded)
{
  struct folding f = { .text = text, .len = len };
  f.map_cap = len + 1;
  f.map = mem_resize (NULL, f.map_cap, sizeof *f.map);
  buf_reserve (&f.out, len);
  for (size_t at = 0; at < len;)
    at = fold_cluster (&f, at);
  put_space (&f, len, false);
  if (f.last_end != len && f.out.len > 0)
    VEC_PUSH (&f.gaps, (struct range) { f.out.len, f.last_end });
  f.map[f.out.len] = len;
  folded->len = f.out.len;
  folded->data = buf_take (&f.out);
  folded->map = f.map;
  folded->gaps = f.gaps;
}

void
folded_free (struct folded *folded)
{
  free (folded->data);
  free (folded->map);
  VEC_FREE (&folded->gaps);
  folded->data = NULL;
  folded->map = NULL;
  folded->len = 0;
}

/* Where in the source the cluster before byte AT of the folded text ends.  */
static size_t
source_end (const struct folded *folded, size_t at)
{
  size_t low = 0, high = folded->gaps.len;
  while (low < high)
    {
      size_t middle = low + (high - low) / 2;
      if (folded->gaps.items[middle].start < at)
        low = middle + 1;
      else
        high = middle;
    }
  if (low < folded->gaps.len && folded->gaps.items[low].start == at)
    return folded->gaps.items[low].end;
  return folded->map[at];
}

bool
fold_find (const struct folded *folded, const char *needle, size_t len,
           size_t from, struct range *found, size_t *next)
{
  if (len == 0 || from >= folded->len)
    return false;
  const char *at
    = memmem (folded->data + from, folded->len - from, needle, len);
  if (!at)
    return false;
  size_t start = (size_t) (at - folded->data), end = start + len;
  while (end < folded->len && folded->map[end] == folded->map[end - 1])
    end++;
  *found = (struct range) { folded->map[start], source_end (folded, end) };
  if (next)
    *next = end;
  return true;
}
