/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names that are given in several ways: 鹿寨县 as Luzhai County and as Lochai
   County.  Names are told by what they end in, and learnt from beads that have
   just one of their kind on either side.  */
#include <string.h>

#include "base/utf8.h"
#include "collate/checks.h"
#include "text/ascii.h"

struct ending
{
  const char *original;
  const char *translation;
};

static const struct ending endings[] = {
  { "县", "County" },        { "市", "City" },      { "省", "Province" },
  { "专区", "Prefecture" },  { "公社", "Commune" }, { "乡", "Township" },
  { "矿区", "Mining Area" }, { "村", "Village" },   { "河", "River" },
  { "水库", "Reservoir" },
};

/* A name in one bead: both forms.  */
struct naming
{
  struct range name;
  struct range form;
  size_t bead;
};

struct namings VEC (struct naming);

enum
{
  NAME_CHARS = 2
};

/* Words that stand before an ending and are no name.  */
static bool
is_name (const char *text, struct range r)
{
  static const char others[]
    = "各该全本外郊多个几两这那省县市区乡村大小每某一二三"
      "四五六七八九十百千万的在到从和与及等城";
  for (size_t at = r.start; at < r.end; at += 3)
    if (r.end - at >= 3 && memmem (others, sizeof others - 1, text + at, 3))
      return false;
  return true;
}

/* The name that ends where ENDING begins, at AT, with the ending; false where
   none can be told.  */
static bool
name_before (const struct side_text *side, size_t start, size_t at, size_t len,
             struct range *name)
{
  size_t from = at;
  for (int i = 0; i < NAME_CHARS; i++)
    {
      if (from < start + 3)
        return false;
      from -= 3;
      unsigned char c = (unsigned char) side->text[from];
      if (c < 0xE4 || c > 0xE9)
        return false;
    }
  *name = (struct range){ from, at + len };
  return is_name (side->text, (struct range){ from, at });
}

/* The first WORD in R of SIDE at or after AT; the end of R where there is
   none.  */
static size_t
next_word (const struct side_text *side, struct range r, size_t at,
           const char *word)
{
  const char *found
    = at < r.end
        ? memmem (side->text + at, r.end - at, word, strlen (word))
        : NULL;
  return found ? (size_t) (found - side->text) : r.end;
}

/* The one name of ENDING in R; false where there is none or more than one.  */
static bool
only_name (const struct side_text *side, struct range r,
           const struct ending *ending, struct range *name)
{
  size_t len = strlen (ending->original);
  bool found = false;
  for (size_t at = r.start;
       (at = next_word (side, r, at, ending->original)) < r.end; at++)
    {
      struct range other;
      if (!name_before (side, r.start, at, len, &other) || found)
        return false;
      *name = other;
      found = true;
    }
  return found;
}

/* The one "Luzhai County" in R, without its ending.  */
static bool
only_form (const struct side_text *side, struct range r,
           const struct ending *ending, struct range *form)
{
  bool found = false;
  for (size_t at = r.start + 2;
       (at = next_word (side, r, at, ending->translation)) < r.end; at++)
    {
      if (side->text[at - 1] != ' ')
        continue;
      size_t from = at - 1;
      while (from > r.start && side->text[from - 1] != ' '
             && side->text[from - 1] != '\n')
        from--;
      if (found || !ascii_is_upper ((unsigned char) side->text[from]))
        return false;
      *form = (struct range){ from, at - 1 };
      found = true;
    }
  return found;
}

/* Each is held against those before it; so many are enough to learn from.  */
enum
{
  NAMINGS_MOST = 1000
};

static void
collect (const struct document *document, const struct ending *ending,
         struct namings *out)
{
  for (size_t k = 0; k < document->beads.len && out->len < NAMINGS_MOST; k++)
    {
      struct naming naming = { .bead = k };
      if (only_name (&document->side[ORIGINAL],
                     document_bead_range (document, k, ORIGINAL), ending,
                     &naming.name)
          && only_form (&document->side[TRANSLATION],
                        document_bead_range (document, k, TRANSLATION), ending,
                        &naming.form))
        VEC_PUSH (out, naming);
    }
}

/* Whether both forms of ENDING stand anywhere in DOCUMENT: most don't.  */
static bool
occurs (const struct document *document, const struct ending *ending)
{
  const char *words[SIDES] = { ending->original, ending->translation };
  for (enum side s = 0; s < SIDES; s++)
    {
      const struct side_text *side = &document->side[s];
      struct range all = { 0, side->len };
      if (next_word (side, all, 0, words[s]) == side->len)
        return false;
    }
  return true;
}

static bool
same_bytes (const char *text, struct range a, struct range b)
{
  return range_len (a) == range_len (b)
         && memcmp (text + a.start, text + b.start, range_len (a)) == 0;
}

/* The first naming of the same name as number I.  */
static size_t
first_of (const struct document *document, const struct namings *namings,
          size_t i)
{
  size_t k = 0;
  while (!same_bytes (document->side[ORIGINAL].text, namings->items[k].name,
                      namings->items[i].name))
    k++;
  return k;
}

void
check_terms (const struct document *document, struct discrepancies *out)
{
  struct namings namings = { 0 };
  const char *text = document->side[TRANSLATION].text;
  for (size_t e = 0; e < sizeof endings / sizeof *endings; e++)
    {
      namings.len = 0;
      if (occurs (document, &endings[e]))
        collect (document, &endings[e], &namings);
      for (size_t i = 0; i < namings.len; i++)
        {
          const struct naming *naming = &namings.items[i];
          const struct naming *first
            = &namings.items[first_of (document, &namings, i)];
          if (same_bytes (text, naming->form, first->form))
            continue;
          struct discrepancy d = { .kind = DISCREPANCY_TERM,
                                   .severity = SEVERITY_MINOR,
                                   .remark = REMARK_TERM,
                                   .bead = naming->bead,
                                   .place = { naming->name, naming->form },
                                   .form = first->form };
          VEC_PUSH (out, d);
        }
    }
  VEC_FREE (&namings);
}
