/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words in the script of the other side, and characters that the scan lost. */
#include <string.h>

#include "base/utf8.h"
#include "collate/checks.h"
#include "text/ascii.h"

/* Han, Kana, Hangul; no punctuation.  */
static bool
is_eastern (unsigned cp)
{
  return (cp >= 0x3400 && cp <= 0x9FFF) || (cp >= 0x3041 && cp <= 0x30FF)
         || (cp >= 0xAC00 && cp <= 0xD7A3) || (cp >= 0xF900 && cp <= 0xFAFF)
         || (cp >= 0x1100 && cp <= 0x11FF) || cp == 0x3005 || cp == 0x3007
         || (cp >= 0x20000 && cp <= 0x3FFFF);
}

static bool
is_latin (unsigned cp)
{
  return ascii_is_alpha (cp) || (cp >= 0xC0 && cp <= 0x24F);
}

/* The code point before byte AT, 0 at the start.  */
static unsigned
before (const char *text, size_t at)
{
  return at > 0 ? utf8_prev (text, &at) : 0;
}

/* The code point at byte AT, 0 at the end.  */
static unsigned
behind (const char *text, size_t len, size_t at)
{
  return at < len ? utf8_next (text, len, &at) : 0;
}

/* The end of the run of characters for which IS holds from AT on.  */
static size_t
run_end (const char *text, size_t len, size_t at, bool (*is) (unsigned))
{
  while (at < len)
    {
      size_t next = at;
      if (!is (utf8_next (text, len, &next)))
        break;
      at = next;
    }
  return at;
}

/* The start of the run of Latin letters that ends at AT: Dong in Dong川.  */
static size_t
letters_before (const char *text, size_t at)
{
  while (at > 0)
    {
      size_t back = at;
      if (!is_latin (utf8_prev (text, &back)))
        break;
      at = back;
    }
  return at;
}

/* Whether brackets close around RUN: Luzhai (鹿寨) gives the name on purpose.
 */
static bool
is_bracketed (const char *text, size_t len, struct range run)
{
  unsigned left = before (text, run.start),
           right = behind (text, len, run.end);
  return (left == '(' || left == '[' || left == 0xFF08)
         && (right == ')' || right == ']' || right == 0xFF09);
}

/* The longest bead, in bytes, that is searched for a word, or shown for want
   of the word: where all is one bead, it would be shown for each.  */
enum
{
  BEAD_MOST = 2048
};

/* The words of bead K on side S, where they are not too many to be shown.  */
static struct range
shown (const struct document *document, size_t k, enum side s)
{
  struct range all = document_bead_range (document, k, s);
  return range_len (all) > BEAD_MOST ? place_of_nothing (document, k, s) : all;
}

/* Where the bytes of RUN of the translation stand in bead K of the original;
   the whole bead where they do not.  */
static struct range
same_words (const struct document *document, size_t k, struct range run)
{
  struct range all = document_bead_range (document, k, ORIGINAL);
  const char *text = document->side[ORIGINAL].text;
  if (range_len (all) > BEAD_MOST)
    return place_of_nothing (document, k, ORIGINAL);
  const char *found
    = memmem (text + all.start, range_len (all),
              document->side[TRANSLATION].text + run.start, range_len (run));
  if (!found)
    return all;
  size_t start = (size_t) (found - text);
  return (struct range){ start, start + range_len (run) };
}

static void
push (struct discrepancies *out, const struct document *document,
      struct range place, enum side s, struct range facing)
{
  struct discrepancy d
    = { .kind = DISCREPANCY_LEFTOVER,
        .severity = SEVERITY_MINOR,
        .remark = s == TRANSLATION ? REMARK_HAN_LEFT : REMARK_LATIN_LEFT,
        .bead = document_bead_at (document, s, place.start) };
  d.place[s] = place;
  d.place[side_facing (s)] = facing;
  VEC_PUSH (out, d);
}

/* The first byte of SIDE from AT on that is not ASCII; most of a translation is.  */
static size_t
behind_ascii (const struct side_text *side, size_t at)
{
  while (at < side->len && (unsigned char) side->text[at] < 0x80)
    at++;
  return at;
}

/* Finds Han, Kana and Hangul in the translation.  */
static void
find_eastern (const struct document *document, struct discrepancies *out)
{
  const struct side_text *side = &document->side[TRANSLATION];
  for (size_t at = behind_ascii (side, 0), next; at < side->len;
       at = behind_ascii (side, next))
    {
      next = at;
      if (!is_eastern (utf8_next (side->text, side->len, &next)))
        continue;
      next = run_end (side->text, side->len, at, is_eastern);
      struct range run = { at, next };
      if (is_bracketed (side->text, side->len, run))
        continue;
      size_t k = document_bead_at (document, TRANSLATION, at);
      struct range word = { letters_before (side->text, at),
                            run_end (side->text, side->len, next, is_latin) };
      push (out, document, word, TRANSLATION, same_words (document, k, run));
      next = word.end;
    }
}

/* Whether the run of Latin letters in the original is a word left over: small
   letters, not a unit behind a figure (5kg), not a letter or formula.  */
static bool
is_left_word (const struct side_text *side, struct range run)
{
  unsigned left = before (side->text, run.start);
  unsigned right = behind (side->text, side->len, run.end);
  bool small = false;
  if (range_len (run) < 2 || ascii_is_digit (left) || ascii_is_digit (right)
      || left == '.' || right == '.' || left == '/' || right == '/'
      || (left >= 0xFF10 && left <= 0xFF19))
    return false;
  for (size_t i = run.start; i < run.end; i++)
    small |= ascii_is_lower ((unsigned char) side->text[i]);
  return small;
}

/* Finds Latin words in the original.  */
static void
find_latin (const struct document *document, struct discrepancies *out)
{
  const struct side_text *side = &document->side[ORIGINAL];
  for (size_t at = 0, next; at < side->len; at = next)
    {
      next = at;
      if (!is_latin (utf8_next (side->text, side->len, &next)))
        continue;
      next = run_end (side->text, side->len, at, is_latin);
      struct range run = { at, next };
      if (!is_left_word (side, run))
        continue;
      size_t k = document_bead_at (document, ORIGINAL, at);
      push (out, document, run, ORIGINAL,
            place_of_nothing (document, k, TRANSLATION));
    }
}

void
check_scripts (const struct document *document, struct discrepancies *out)
{
  find_eastern (document, out);
  find_latin (document, out);
}

/* Whether CP stands for a character that could not be read.  */
static bool
is_lost (unsigned cp)
{
  return cp == 0x25A1 || cp == '?' || cp == 0xFF1F || cp == 0x25A0
         || cp == 0xFFFD;
}

/* Whether a run of such characters is a gap: a question mark ends a sentence
   unless Han follows.  */
static bool
is_gap (const struct side_text *side, struct range run)
{
  unsigned cp = behind (side->text, side->len, run.start);
  unsigned left = before (side->text, run.start);
  unsigned right = behind (side->text, side->len, run.end);
  if (cp != '?' && cp != 0xFF1F)
    return true;
  return is_eastern (right)
         && (cp == '?' ? left != 0x201D && left != 0x300D : left == 0x7B2C);
}

/* Whether the translation of bead K owns to a gap itself.  */
static bool
is_gap_told (const struct document *document, size_t k)
{
  static const char *const words[]
    = { "□",       "[?]", "(?)", "illegible", "unclear",
        "missing", "...", "…",   "■",         "_" };
  struct range all = document_bead_range (document, k, TRANSLATION);
  const char *text = document->side[TRANSLATION].text + all.start;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (memmem (text, range_len (all), words[i], strlen (words[i])))
      return true;
  return range_len (all) == 0;
}

/* The first quantity of bead K's translation without a partner: it may fill
   the gap.  It is settled.  NULL where there is none.  */
static const struct quantity *
filling (struct sheet *sheet, size_t k)
{
  const size_t *first = sheet->first[TRANSLATION] + k;
  for (size_t i = first[0]; i < first[1]; i++)
    {
      struct entry *entry = &sheet->entries[TRANSLATION].items[i];
      if (entry->partner == UNPAIRED && !entry->settled)
        {
          entry->settled = true;
          return entry->reading.first;
        }
    }
  return NULL;
}

/* Whether a number is what the gap RUN lost: 第?号, ?万名.  */
static bool
is_number_lost (const struct side_text *side, struct range run)
{
  static const char *const behinds[] = { "号", "万", "千", "百", "十", "亿",
                                         "日", "月", "年", "人", "个", "名" };
  if (before (side->text, run.start) == 0x7B2C)
    return true;
  for (size_t i = 0; i < sizeof behinds / sizeof *behinds; i++)
    if (strncmp (side->text + run.end, behinds[i], strlen (behinds[i])) == 0)
      return true;
  return false;
}

/* The words around the gap RUN: a character before it, two behind.  */
static struct range
with_context (const struct side_text *side, struct range run)
{
  if (is_eastern (before (side->text, run.start)))
    utf8_prev (side->text, &run.start);
  for (int i = 0; i < 2; i++)
    if (is_eastern (behind (side->text, side->len, run.end)))
      utf8_next (side->text, side->len, &run.end);
  return run;
}

void
check_gaps (struct sheet *sheet, struct discrepancies *out)
{
  const struct document *document = sheet->document;
  const struct side_text *side = &document->side[ORIGINAL];
  size_t known = document->beads.len;
  bool silent = false;
  for (size_t at = 0, next; at < side->len; at = next)
    {
      next = at;
      if (!is_lost (utf8_next (side->text, side->len, &next)))
        continue;
      next = run_end (side->text, side->len, at, is_lost);
      struct range run = { at, next };
      size_t k = document_bead_at (document, ORIGINAL, at);
      if (!is_gap (side, run))
        continue;
      if (k != known)
        silent = is_gap_told (document, k);
      known = k;
      if (silent)
        continue;
      const struct quantity *q
        = is_number_lost (side, run) ? filling (sheet, k) : NULL;
      struct discrepancy d = { .kind = DISCREPANCY_GAP,
                               .severity = SEVERITY_MINOR,
                               .remark = REMARK_GAP,
                               .bead = k };
      d.place[ORIGINAL] = with_context (side, run);
      d.place[TRANSLATION] = q ? q->range : shown (document, k, TRANSLATION);
      VEC_PUSH (out, d);
    }
}
