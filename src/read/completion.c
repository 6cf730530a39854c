/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finishing what is typed in a note.  */
#include "read/completion.h"

#include <stdlib.h>
#include <string.h>
#include <unictype.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "text/clean.h"
#include "text/fold.h"
#include "text/width.h"

/* The longest title that is looked back for.  */
enum { LINK_BYTES = 400 };

/* Whether CP can be part of a tag; see note_each_tag.  */
static bool
in_tag (unsigned cp)
{
  return cp == '-' || cp == '_'
         || (cp != UTF8_ERROR
             && (uc_is_alpha (cp)
                 || uc_is_general_category (cp, UC_MARK)
                 || uc_is_general_category (cp, UC_NUMBER)));
}

static bool
tag_before (const char *text, size_t at, struct range *typed)
{
  size_t start = at, hash = at;
  unsigned cp = 0;
  while (hash > 0 && (cp = utf8_prev (text, &hash), in_tag (cp)))
    start = hash;
  if (start == 0 || cp != '#')
    return false;
  if (hash > 0)
    {
      cp = utf8_prev (text, &hash);
      if (in_tag (cp) && cp != '-' && cp != '_')
        return false;
    }
  *typed = (struct range) { start, at };
  return true;
}

static bool
link_before (const char *text, size_t at, struct range *typed)
{
  for (size_t start = at; start >= 2 && at - start <= LINK_BYTES; start--)
    {
      if (text[start - 1] == '[' && text[start - 2] == '[')
        {
          *typed = (struct range) { start, at };
          return true;
        }
      if (strchr ("\n[]|", text[start - 1])
          || (text[start - 1] == ':' && text[start - 2] == ':'))
        return false;
    }
  return false;
}

enum completion_kind
completion_at (const char *text, size_t at, struct range *typed)
{
  if (link_before (text, at, typed))
    return COMPLETION_LINK;
  return tag_before (text, at, typed) ? COMPLETION_TAG : COMPLETION_NONE;
}

void
completion_clear (struct completion *completion)
{
  for (size_t i = 0; i < completion->fitting.len; i++)
    free (completion->fitting.items[i]);
  VEC_FREE (&completion->fitting);
  *completion = (struct completion) { .chosen = 0 };
}

/* Whether NAME begins with the LEN bytes at TYPED, both folded.  */
static bool
begins_with (const char *name, const char *typed, size_t len)
{
  struct folded whole, start;
  fold_search (name, strlen (name), &whole);
  fold_search (typed, len, &start);
  bool begins = start.len <= whole.len
                && (start.len == 0
                    || memcmp (whole.data, start.data, start.len) == 0);
  folded_free (&whole);
  folded_free (&start);
  return begins;
}

void
completion_offer (struct completion *completion, const char *name,
                  const char *typed, size_t len, const char *behind)
{
  if (!begins_with (name, typed, len))
    return;
  char *whole = mem_format ("%s%s", name, behind);
  for (size_t i = 0; i < completion->fitting.len; i++)
    if (strcmp (completion->fitting.items[i], whole) == 0)
      {
        free (whole);
        return;
      }
  VEC_PUSH (&completion->fitting, whole);
}

char *
completion_show (const struct completion *completion, size_t columns)
{
  struct buf out = BUF_INIT;
  size_t used = 0, count = completion->fitting.len;
  for (size_t i = 0; i < count; i++)
    {
      char *name = clean_string (
        completion->fitting.items[(completion->chosen + i) % count]);
      used += width_text (name, strlen (name)) + 2;
      bool fits = i == 0 || used + 4 <= columns;
      buf_add_format (&out, i == 0 ? "[%s]" : fits ? "  %s" : "  ...", name);
      free (name);
      if (!fits)
        break;
    }
  return buf_take (&out);
}
