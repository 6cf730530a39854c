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

/* Makes room for LEN more bytes and their places.  */
static void
reserve (struct folding *f, size_t len)
{
  size_t need = f->out.len + len + 1;
  if (need > f->map_cap)
    {
      f->map_cap = need + need / 2;
      f->map = mem_resize (f->map, f->map_cap, sizeof *f->map);
    }
  buf_reserve (&f->out, len);
}

/* Puts out LEN bytes that come from SOURCE of the text.  */
static void
put (struct folding *f, const char *bytes, size_t len, struct range source)
{
  size_t at = f->out.len;
  if (source.start != f->last_end && source.end > f->last_end && at > 0)
    VEC_PUSH (&f->gaps, (struct range) { at, f->last_end });
  reserve (f, len);
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
         || (cp >= 0x300 && !space_needless (cp)
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
  bool wide = space_needless (cp);
  put_space (f, source.start, wide);
  f->last_wide = wide;
  unsigned simple = cp < 0x80 ? (unsigned char) ascii_to_lower ((char) cp)
                              : plain (cp);
  if (cp >= 0xFF01 && cp <= 0xFF5E)
    simple = (unsigned char) ascii_to_lower ((char) (cp - 0xFF01 + '!'));
  if (simple < 0x80)
    put (f, &(char) { (char) simple }, 1, source);
  else if (cp >= 0x3001 && cp <= 0x3020)
    put (f, f->text + at, 3, source);
  else
    put_folded (f, cp, source);
}

/* The bytes of the code point at byte AT where it is one of those that most
   texts are made of, and a cluster of its own since another of them follows:
   1 for printable ASCII, 3 for Han; else 0.  */
static size_t
common_size (const struct folding *f, size_t at)
{
  const unsigned char *p = (const unsigned char *) f->text + at;
  size_t left = f->len - at;
  size_t size = p[0] > ' ' && p[0] < 0x7F ? 1
                : left > 3
                      && ((p[0] > 0xE4 && p[0] <= 0xE9)
                          || (p[0] == 0xE4 && p[1] >= 0xB8))
                  ? 3
                  : 0;
  return size < left && (p[size] < 0x80 || (p[size] >= 0xE4 && p[size] <= 0xE9))
           ? size
           : 0;
}

/* Folds a run of common code points from byte AT on; returns its end.  Single
   spaces between words of ASCII are part of it.  */
static size_t
fold_run (struct folding *f, size_t at)
{
  size_t size = common_size (f, at);
  if (size == 0)
    return at;
  put_space (f, at, size == 3);
  if (f->last_end != at && f->out.len > 0)
    VEC_PUSH (&f->gaps, (struct range) { f->out.len, f->last_end });
  reserve (f, f->len - at);
  char *out = f->out.data;
  size_t to = f->out.len;
  while (at < f->len && (size = common_size (f, at)) > 0)
    {
      f->last_wide = size == 3;
      for (size_t k = 0; k < size; k++)
        {
          out[to] = ascii_to_lower (f->text[at + k]);
          f->map[to++] = at;
        }
      at += size;
      if (size == 1 && f->text[at] == ' ' && at + 1 < f->len
          && f->text[at + 1] > ' ' && f->text[at + 1] < 0x7F)
        {
          out[to] = ' ';
          f->map[to++] = at++;
        }
    }
  out[to] = '\0';
  f->out.len = to;
  f->last_end = at;
  return at;
}

/* Folds the cluster at byte AT; returns its end.  */
static size_t
fold_cluster (struct folding *f, size_t start)
{
  struct range source = { start, grapheme_end (f->text, f->len, start) };
  for (size_t at = start; at < source.end;)
    {
      size_t here = at;
      unsigned cp = utf8_next (f->text, f->len, &at);
      add_other (f, cp, here, source);
    }
  return source.end;
}

void
fold_search (const char *text, size_t len, struct folded *folded)
{
  struct folding f = { .text = text, .len = len };
  reserve (&f, len);
  for (size_t at = 0; at < len;)
    {
      size_t end = fold_run (&f, at);
      at = end > at ? end : fold_cluster (&f, at);
    }
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
  size_t low;
  VEC_PLACE (&folded->gaps, low, middle,
             folded->gaps.items[middle].start < at);
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
