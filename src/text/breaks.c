/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where lines may begin.

   libunistring's UAX #14 does most of it, over one code point a glyph.  It is
   told some code points differently, by a stand-in of another class:

   - The curly quotes are class QU, for which LB19 forbids a break on either
     side: a row of quoted words ("甲"、"乙"、"丙" with curly ones) could not be
     broken at all.  Beside Chinese they are brackets, 「 and 」; so are “ and ‘
     before a space and ” behind one anywhere.
   - ：； ・ ·  are NS or AL: a line could begin with them behind a space, or
     with · anywhere.  In Chinese they are class CL, like the comma.
   - Full-width digits and letters are ID, each breakable from the next: they
     are taken for their ASCII selves, and so are the signs within a full-width
     number (１１．５％, １／８), so that it stays whole.
   - What is marked stands for a letter, so that a mark inside a word does not
     break it.  */
#include "text/breaks.h"

#include <stdint.h>
#include <stdlib.h>
#include <unictype.h>
#include <unilbrk.h>

#include "base/mem.h"
#include "base/utf8.h"

struct span
{
  unsigned first, last;
};

bool
breaks_square (unsigned cp)
{
  static const struct span table[] = {
    { 0x2E80, 0x2FDF }, { 0x2FF0, 0x2FFF }, { 0x3001, 0x312F },
    { 0x3190, 0x33FF }, { 0x3400, 0x4DBF }, { 0x4E00, 0x9FFF },
    { 0xF900, 0xFAFF }, { 0xFE30, 0xFE4F }, { 0xFF01, 0xFF9F },
    { 0xFFE0, 0xFFE6 }, { 0x20000, 0x3FFFF },
  };
  if (cp < table[0].first)
    return false;
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    if (cp <= table[i].last)
      return cp >= table[i].first;
  return false;
}

/* Code points, as they are seen by the rules.  */
enum
{
  OPENING = 0x300C,    /* 「: class OP */
  CLOSING = 0x300D,    /* 」: class CL */
  COMMA = 0xFF0C,      /* ，: class CL */
  LETTER = 'a',        /* class AL */
  NO_BREAK_SPACE = 0xA0,
  WIDE_TO_ASCII = 0xFF01 - 0x21
};

/* What is drawn for GLYPH first, as far as the rules care.  */
static unsigned
seen (const char *text, const struct glyph *glyph)
{
  if (glyph->kind == GLYPH_MARK)
    return LETTER;
  size_t at = glyph->range.start;
  unsigned cp = utf8_next (text, glyph->range.end, &at);
  if (glyph->kind != GLYPH_SPACE)
    return cp;
  bool no_break = cp == 0xA0 || cp == 0x202F;
  return no_break && at == glyph->range.end ? NO_BREAK_SPACE : ' ';
}

static bool
curly (unsigned cp)
{
  return cp == 0x2018 || cp == 0x2019 || cp == 0x201C || cp == 0x201D;
}

/* ASCII letters and Han, nearly all of any text.  */
static bool
plain_letter (unsigned cp)
{
  return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z')
         || (cp >= 0x4E00 && cp <= 0x9FFF);
}

static bool
wide_digit (unsigned cp)
{
  return cp >= 0xFF10 && cp <= 0xFF19;
}

static bool
wide_letter (unsigned cp)
{
  return (cp >= 0xFF21 && cp <= 0xFF3A) || (cp >= 0xFF41 && cp <= 0xFF5A);
}

/* ，－．／：, which may stand inside a number.  */
static bool
wide_sign (unsigned cp)
{
  return (cp >= 0xFF0C && cp <= 0xFF0F) || cp == 0xFF1A;
}

/* The stand-in for the curly quote CP.  */
static unsigned
quote_stand_in (unsigned last, unsigned cp, unsigned next, bool chinese)
{
  if (cp == 0x2018 || cp == 0x201C)
    return chinese || next == ' ' ? OPENING : cp;
  return chinese || (last == ' ' && cp == 0x201D) ? CLOSING : cp;
}

/* The stand-in for CP between LAST and NEXT (0 at the ends); CHINESE: the text
   before it, quotes and spaces passed over, or behind it, a space passed over,
   is.  */
static unsigned
stand_in (unsigned last, unsigned cp, unsigned next, bool chinese)
{
  if (cp < 0x80 || (cp >= 0x4E00 && cp <= 0x9FFF))
    return cp;
  if (wide_digit (cp) || wide_letter (cp))
    return cp - WIDE_TO_ASCII;
  if ((wide_sign (cp) && wide_digit (last) && wide_digit (next))
      || (cp == 0xFF05 && wide_digit (last)))
    return cp - WIDE_TO_ASCII;
  if (cp == 0xFF1A || cp == 0xFF1B || cp == 0x30FB)
    return COMMA;
  if (curly (cp))
    return quote_stand_in (last, cp, next, chinese);
  return chinese && cp == 0xB7 ? COMMA : cp;
}

static bool
category (unsigned cp, uint32_t mask)
{
  return uc_is_general_category_withtable (cp, mask);
}

/* Whether a cut between LAST and CP would tear off punctuation.  */
static bool
clings (unsigned last, unsigned cp)
{
  if (cp == ' ' || cp == NO_BREAK_SPACE)
    return true;
  if (plain_letter (cp))
    return !plain_letter (last)
           && category (last, UC_CATEGORY_MASK_Ps | UC_CATEGORY_MASK_Pi);
  return (cp == last && category (cp, UC_CATEGORY_MASK_Pd))
         || category (cp, UC_CATEGORY_MASK_Pe | UC_CATEGORY_MASK_Pf
                            | UC_CATEGORY_MASK_Po)
         || category (last, UC_CATEGORY_MASK_Ps | UC_CATEGORY_MASK_Pi);
}

/* The code points for libunistring to judge by, one a glyph; fills may_cut of
   each on the way, as far as it hangs on its neighbours.  */
static uint32_t *
make_view (const char *text, struct glyph *glyphs, size_t count)
{
  uint32_t *view = mem_new (count, sizeof *view);
  for (size_t i = 0; i < count; i++)
    view[i] = seen (text, &glyphs[i]);
  unsigned last = 0;
  bool before = false; /* what stands before is Chinese */
  for (size_t i = 0; i < count; i++)
    {
      unsigned cp = view[i];
      unsigned next = i + 1 < count ? view[i + 1] : 0;
      unsigned on = next == ' ' && i + 2 < count ? view[i + 2] : next;
      glyphs[i].may_cut = i > 0 && !clings (last, cp);
      view[i] = stand_in (last, cp, next, before || breaks_square (on));
      last = cp;
      if (cp != ' ' && !curly (cp))
        before = breaks_square (cp);
    }
  return view;
}

void
breaks_fill (const char *text, struct glyph *glyphs, size_t count)
{
  if (count == 0)
    return;
  uint32_t *view = make_view (text, glyphs, count);
  char *found = mem_new (count, 1);
  u32_possible_linebreaks (view, count, "UTF-8", found);
  for (size_t i = 1; i < count; i++)
    {
      /* LB12a lets a no-break space follow a hyphen into the next line; here
         every space stays at the end of a line.  */
      glyphs[i].may_break = found[i] == UC_BREAK_POSSIBLE
                            && glyphs[i].kind != GLYPH_SPACE;
      glyphs[i].may_cut |= glyphs[i].may_break;
    }
  free (found);
  free (view);
}
