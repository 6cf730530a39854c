/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides whether a mark ends its sentence.  */
#include "text/stop.h"

#include <string.h>
#include <unicase.h>
#include <unictype.h>

#include "base/space.h"
#include "base/utf8.h"
#include "text/abbreviation.h"
#include "text/ascii.h"

enum mark
stop_mark (unsigned cp, bool chinese)
{
  switch (cp)
    {
    case '.':
      return MARK_POINT;
    case 0x2026: /* … */
    case 0x22EF: /* ⋯ */
      return MARK_DOTS;
    case '!':
    case '?':
      return MARK_SHOUT;
    case 0xFF1B: /* ； */
      return chinese ? MARK_CLAUSE : MARK_NONE;
    case 0xFF01: /* ！ */
    case 0xFF1F: /* ？ */
    case 0x203C: /* ‼ */
    case 0x2047: /* ⁇ */
    case 0x2048: /* ⁈ */
    case 0x2049: /* ⁉ */
      return MARK_CRY;
    case 0x3002: /* 。 */
    case 0xFF61: /* ｡ */
      return MARK_FULL;
    default:
      return MARK_NONE;
    }
}

/* The code point at byte AT; 0 at the end.  */
static unsigned
peek (const struct scan *s, size_t at)
{
  return at < s->end ? utf8_next (s->text, s->end, &at) : 0;
}

/* The code point before byte AT; 0 at the start of the sentence.  */
static unsigned
before (const struct scan *s, size_t at)
{
  return at > s->start ? utf8_prev (s->text, &at) : 0;
}

/* Whether CP at byte AT closes something behind the end of a sentence: a quote
   or bracket, but for one that opens there; in English also a sign of a
   footnote (OCR makes ^ of a raised number).  */
static bool
closes_here (const struct scan *s, unsigned cp, size_t at)
{
  if (s->next < s->in.len && s->in.items[s->next].range.start == at)
    return false;
  if (enclosure_closes (cp))
    return true;
  if (s->chinese)
    return false;
  return cp == '\'' || cp == 0x2019 || cp == '^' || cp == '*' || cp == 0xB2
         || cp == 0xB3 || cp == 0xB9 || cp == 0x2020 || cp == 0x2021
         || (cp >= 0x2070 && cp <= 0x2079);
}

/* The end of what white space parts from the mark at AT and yet belongs to it:
   a closing quote, as some typists set it, or the next point of an ellipsis;
   AT where there is none.  */
static size_t
spaced (const struct scan *s, size_t at)
{
  size_t next = space_skip (s->text, at, s->end);
  if (next == at || next == s->end)
    return at;
  size_t behind = next;
  unsigned cp = utf8_next (s->text, s->end, &behind);
  if (cp == 0x201D || cp == 0x300D || cp == 0x300F)
    return behind;
  unsigned after = peek (s, behind);
  bool apart = after == 0 || space_is (after);
  if (cp == '.')
    return apart || after == '.' || enclosure_closes (after) || after == '\''
             ? behind
             : at;
  return !s->chinese && cp == '"' && apart ? behind : at;
}

/* Reads the marks and closing quotes at STOP's end that stand together.  */
static void
read_run (const struct scan *s, struct stop *stop)
{
  for (size_t at = stop->behind; at < s->end; stop->behind = at)
    {
      size_t here = at;
      unsigned cp = utf8_next (s->text, s->end, &at);
      enum mark m = stop_mark (cp, s->chinese);
      if (m == MARK_NONE && !closes_here (s, cp, here))
        break;
      if (m == MARK_POINT && stop->mark == MARK_POINT)
        m = MARK_DOTS;
      if (m > stop->mark)
        stop->mark = m;
    }
}

struct stop
stop_read (const struct scan *s, size_t at, enum mark mark)
{
  struct stop stop = { at, at, mark };
  read_run (s, &stop);
  for (size_t next; (next = spaced (s, stop.behind)) > stop.behind;)
    {
      if (s->text[next - 1] == '.')
        stop.mark = stop.mark == MARK_POINT ? MARK_DOTS : stop.mark;
      stop.behind = next;
      read_run (s, &stop);
    }
  return stop;
}

/* Whether CP may stand in the number at a list's head.  */
static bool
is_numeral (unsigned cp)
{
  static const unsigned han[] = { 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
                                  0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341 };
  for (size_t i = 0; i < sizeof han / sizeof *han; i++)
    if (cp == han[i])
      return true;
  return ascii_is_digit (cp) || (cp >= 0xFF10 && cp <= 0xFF19) || cp == '.'
         || cp == 'I'
         || cp == 'V' || cp == 'X' || cp == '(' || cp == ')' || cp == 0xFF08
         || cp == 0xFF09;
}

/* Whether what ends with the mark at byte END is no sentence but the number of
   one: 1. IV. (2). at its start or behind a colon; A. at its start.  */
static bool
is_list_head (const struct scan *s, size_t end)
{
  enum { LONGEST = 5 };
  size_t at = end, count = 0;
  while (at > s->start && count <= LONGEST)
    {
      size_t here = at;
      if (!is_numeral (utf8_prev (s->text, &here)))
        break;
      at = here;
      count++;
    }
  if (count == 0)
    return end == s->start + 1
           && ascii_is_alpha ((unsigned char) s->text[s->start]);
  if (count > LONGEST || at == s->start)
    return count <= LONGEST;
  size_t space = at;
  while (space > s->start && s->text[space - 1] == ' ')
    space--;
  unsigned cp = before (s, space);
  return space < at && (cp == ':' || cp == 0xFF1A);
}

/* Whether CP shows that the sentence goes on behind an end.  */
static bool
goes_on (unsigned cp)
{
  return cp == ',' || cp == ';' || cp == ':' || cp == 0xFF0C || cp == 0x3001
         || cp == 0xFF1A || cp == 0xFF1B;
}

static bool
is_small (unsigned cp)
{
  if (cp < 0x80)
    return ascii_is_lower (cp);
  return uc_is_alpha (cp) && uc_tolower (cp) == cp && uc_toupper (cp) != cp;
}

/* The first code point from byte AT on that is no opening quote or bracket, no
   dash and no white space; 0 at the end.  */
static unsigned
first_of_next (const struct scan *s, size_t at)
{
  while (at < s->end)
    {
      unsigned cp = utf8_next (s->text, s->end, &at);
      if (!space_is (cp) && !enclosure_opens (cp) && cp != '\'' && cp != '-'
          && cp != 0x2013 && cp != 0x2014)
        return cp;
    }
  return 0;
}

/* Whether a word that opens English sentences stands at byte NEXT; the A of
   A. Hart is none.  */
static bool
opens_sentence (const struct scan *s, size_t next)
{
  return peek (s, next + 1) != '.'
         && abbreviation_opener (s->text, next, s->end);
}

/* Whether the full stop at byte POINT belongs to an abbreviation in a sentence
   that goes on at byte NEXT.  */
static bool
is_abbreviation (const struct scan *s, size_t point, size_t next)
{
  switch (abbreviation_before (s->text, s->start, point))
    {
    case ABBREVIATION_BEFORE_NAME:
      return true;
    case ABBREVIATION_BEFORE_NUMBER:
      return ascii_is_digit (peek (s, next));
    case ABBREVIATION_ANYWHERE:
      return !stop_is_han (peek (s, next)) && !opens_sentence (s, next);
    default:
      return false;
    }
}

/* Whether a sentence ends at STOP although no white space follows: where the
   scan lost it (education.At), or typists left it out between Han.  A ? between
   Han is a character that the scan lost.  */
static bool
glued_end (const struct scan *s, const struct stop *stop)
{
  unsigned last = before (s, stop->first);
  unsigned next = peek (s, stop->behind);
  if (stop->mark == MARK_SHOUT && stop_is_han (last))
    return s->text[stop->first] == '!' && stop_is_han (next);
  if (!ascii_is_upper (next))
    return false;
  size_t word = stop->first;
  while (word > s->start && stop->first - word < 32
         && ascii_is_lower ((unsigned char) s->text[word - 1]))
    word--;
  /* Neither an abbreviation nor the address of a page.  */
  if (stop->first - word < 3
      || (word > s->start && strchr ("./@", s->text[word - 1])))
    return false;
  unsigned second = peek (s, stop->behind + 1);
  return ascii_is_lower (second) || second == ' ';
}

/* Whether the words at byte NEXT, behind a quotation that ends in ! or ?, say
   who cried or asked: one to three names, then such a verb.  */
static bool
english_says_who (const struct scan *s, size_t next)
{
  if (opens_sentence (s, next))
    return false;
  for (int word = 0; word < 4; word++)
    {
      if (abbreviation_saying (s->text, next, s->end))
        return word > 0;
      if (!ascii_is_upper (peek (s, next)))
        return false;
      for (int i = 0; i < 24 && (ascii_is_alpha (peek (s, next))
                                 || peek (s, next) == '-');
           i++)
        next++;
      next = space_skip (s->text, next, s->end);
    }
  return false;
}

static bool
english_end (const struct scan *s, const struct stop *stop, size_t next)
{
  if (next == stop->behind)
    return glued_end (s, stop);
  unsigned cp = first_of_next (s, next);
  if (is_small (cp) || goes_on (cp))
    return false;
  bool quoted = stop->behind > stop->first + 1;
  if (stop->mark == MARK_SHOUT)
    return !quoted || !english_says_who (s, next);
  return stop->mark != MARK_POINT || quoted
         || !is_abbreviation (s, stop->first, next);
}

/* Whether CP is a verb that tells who spoke: 说 道 问 答 喊 叫 讲 嚷.  */
static bool
is_saying (unsigned cp)
{
  return cp == 0x8BF4 || cp == 0x8AAA || cp == 0x9053 || cp == 0x95EE
         || cp == 0x554F || cp == 0x7B54 || cp == 0x558A || cp == 0x53EB
         || cp == 0x8BB2 || cp == 0x8B1B || cp == 0x56B7;
}

/* Whether the words at byte AT, behind a quotation that opened its sentence,
   say who spoke it: a short clause that ends with such a verb, and with no
   colon, which would open the next speech.  */
static bool
chinese_says_who (const struct scan *s, size_t at)
{
  enum { LONGEST = 16 };
  unsigned last = 0;
  bool said = false;
  for (int i = 0; i < LONGEST && at < s->end; i++)
    {
      unsigned cp = utf8_next (s->text, s->end, &at);
      if (cp == 0xFF1A || cp == ':')
        return false;
      if (cp == 0xFF0C || stop_mark (cp, true) >= MARK_CRY)
        return said || is_saying (last);
      /* 说着 道了 */
      said = said
             || (is_saying (last)
                 && (cp == 0x7740 || cp == 0x8457 || cp == 0x4E86));
      last = cp;
    }
  return is_saying (last) && at == s->end;
}

/* Whether the sentence goes on behind the speech that ends at STOP.  */
static bool
speech_goes_on (const struct scan *s, const struct stop *stop, bool opens)
{
  size_t next = space_skip (s->text, stop->behind, s->end);
  unsigned cp = peek (s, next);
  if (goes_on (cp) || cp == 0x7684) /* 的 */
    return true;
  return opens && !enclosure_opens (cp) && chinese_says_who (s, next);
}

bool
stop_is_end (const struct scan *s, const struct stop *stop)
{
  size_t next = space_skip (s->text, stop->behind, s->end);
  if (next == s->end)
    return true;
  if (is_list_head (s, stop->first))
    return false;
  size_t speech = s->speech.range.end;
  if (speech > stop->first && speech <= stop->behind)
    return !speech_goes_on (s, stop, s->speech_opens);
  /* Who speaks may falter, and go on.  */
  if (stop->mark == MARK_DOTS && s->chinese && s->text[stop->first] != '.')
    return stop->first > speech && !goes_on (peek (s, next))
           && peek (s, next) != 0x7B49; /* 等 */
  if (stop->mark >= MARK_CLAUSE)
    return !goes_on (peek (s, next));
  return english_end (s, stop, next);
}

bool
stop_is_speech (const struct scan *s, const struct enclosure *e)
{
  if (e->kind != ENCLOSURE_QUOTE)
    return false;
  size_t at = e->range.start;
  unsigned last = before (s, at);
  while (last != 0 && space_is (last))
    {
      utf8_prev (s->text, &at);
      last = before (s, at);
    }
  return last == 0 || goes_on (last) || last == 0x2014 || is_saying (last);
}

/* The mark that ends what stands in the enclosure RANGE.  */
static enum mark
inner_mark (const struct scan *s, struct range range)
{
  size_t at = range.end;
  utf8_prev (s->text, &at);
  while (at > range.start)
    {
      unsigned cp = utf8_prev (s->text, &at);
      if (!enclosure_closes (cp) && !space_is (cp))
        return stop_mark (cp, s->chinese);
    }
  return MARK_NONE;
}

bool
stop_is_enclosure_end (const struct scan *s, const struct enclosure *e,
                       struct stop *stop)
{
  enum mark mark = inner_mark (s, e->range);
  if (e->kind == ENCLOSURE_TITLE || mark == MARK_NONE)
    return false;
  *stop = stop_read (s, e->range.end, mark);
  size_t next = space_skip (s->text, stop->behind, s->end);
  unsigned cp = peek (s, next);
  if (next == s->end)
    return true;
  if (e->kind == ENCLOSURE_BRACKET)
    return e->range.start == s->start && !goes_on (cp)
           && !is_small (first_of_next (s, next));
  return !speech_goes_on (s, stop, false)
         && (next > stop->behind || enclosure_opens (cp)
             || stop->mark == MARK_FULL);
}
