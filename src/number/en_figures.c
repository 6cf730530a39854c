/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stepping through English text, and figures in it: 3,831, 10.7, 1/32, 21st.
 */
#include <string.h>

#include "number/en.h"
#include "text/ascii.h"

size_t
en_gap (const struct en *en, size_t at)
{
  unsigned lines = 0;
  size_t i = at;
  while (i < en->end)
    {
      unsigned char c = (unsigned char) en->text[i];
      if (en->end - i >= 2 && memcmp (en->text + i, "\u00A0", 2) == 0)
        i += 2;
      else if (en->end - i >= 3 && memcmp (en->text + i, "\u3000", 3) == 0)
        i += 3;
      else if (c == ' ' || c == '\t' || c == '\n')
        {
          lines += c == '\n';
          i++;
        }
      else
        break;
    }
  return lines > 1 ? at : i;
}

size_t
en_joint (const struct en *en, size_t at)
{
  if (at < en->end && en->text[at] == '-')
    {
      size_t next = en_gap (en, at + 1);
      return next == at + 1 || (next < en->end && en->text[at + 1] == '\n')
               ? next
               : at;
    }
  return en_gap (en, at);
}

bool
en_is_whole (const struct en *en, size_t at, const char *word, size_t *stop)
{
  size_t len = strlen (word);
  if (at > en->end || en->end - at < len)
    return false;
  for (size_t i = 0; i < len; i++)
    if (ascii_to_lower (en->text[at + i]) != word[i])
      return false;
  if (ascii_is_alpha ((unsigned char) word[len - 1]) && at + len < en->end
      && ascii_is_alpha ((unsigned char) en->text[at + len]))
    return false;
  if (stop)
    *stop = at + len;
  return true;
}

size_t
en_word_end (const struct en *en, size_t at)
{
  while (at < en->end)
    {
      unsigned char c = (unsigned char) en->text[at];
      /* Latin letters with marks are two bytes.  */
      if (c >= 0xC3 && c <= 0xCA && at + 1 < en->end
          && ((unsigned char) en->text[at + 1] & 0xC0) == 0x80)
        at += 2;
      else if (ascii_is_alpha (c) || ascii_is_digit (c) || c == '\'')
        at++;
      else
        break;
    }
  return at;
}

bool
en_is_digit (const struct en *en, size_t at)
{
  return at < en->end && ascii_is_digit ((unsigned char) en->text[at]);
}

/* Whether a comma and exactly three figures stand at AT.  */
static bool
is_group (const struct en *en, size_t at)
{
  return at < en->end && en->text[at] == ',' && en_is_digit (en, at + 1)
         && en_is_digit (en, at + 2) && en_is_digit (en, at + 3)
         && !en_is_digit (en, at + 4);
}

size_t
en_suffix_read (const struct en *en, size_t at, struct en_numeral *n)
{
  static const char *const suffixes[] = { "st", "nd", "rd", "th" };
  size_t stop;
  for (size_t i = 0; i < 4; i++)
    if (en_is (en, at, suffixes[i], &stop))
      {
        n->ordinal = true;
        return stop;
      }
  return at;
}

size_t
en_slash_read (const struct en *en, size_t at, struct en_numeral *n)
{
  uint64_t by = 0;
  size_t i = at + 1;
  if (at >= en->end || en->text[at] != '/' || !en_is_digit (en, i)
      || n->decimal)
    return at;
  for (; en_is_digit (en, i) && by < 100000; i++)
    by = by * 10 + (uint64_t) (en->text[i] - '0');
  if (en_is_digit (en, i) || (i < en->end && en->text[i] == '/')
      || !decimal_divide (n->value, by, &n->value))
    return at;
  n->fraction = true;
  return i;
}

/* Reads 10^6, 2^-1 and 1.5e+6 behind their figures; returns the end.  */
static size_t
read_power (const struct en *en, size_t at, struct en_numeral *n)
{
  enum
  {
    MOST = 999
  };
  int power = 0;
  size_t i = at + 1;
  bool e = at < en->end && (en->text[at] == 'e' || en->text[at] == 'E');
  if (at >= en->end || (!e && en->text[at] != '^'))
    return at;
  bool minus = i < en->end && en->text[i] == '-';
  i += minus || (i < en->end && en->text[i] == '+');
  if (!en_is_digit (en, i))
    return at;
  for (; en_is_digit (en, i); i++)
    power = power < MOST ? power * 10 + (en->text[i] - '0') : MOST;
  power = minus ? -power : power;
  n->beyond |= e ? !decimal_scale (n->value, power, &n->value)
                 : !decimal_power (n->value, power, &n->value);
  n->figures = false;
  n->decimal |= minus;
  return i;
}

/* Reads the k of 10k behind figures; returns its end, AT where there is
   none.  */
static size_t
read_kilo (const struct en *en, size_t at, struct en_numeral *n)
{
  if (at >= en->end || en->text[at] != 'k' || en_word_end (en, at) != at + 1)
    return at;
  n->beyond |= !decimal_scale (n->value, 3, &n->value);
  n->figures = false;
  return at + 1;
}

enum
{
  FIGURES_MOST = 60
};

/* Whether the point at AT, behind the figures from START on, is one of
   several: 1.2.3 is no decimal.  */
static bool
is_dotted (const struct en *en, size_t start, size_t at)
{
  if (start >= en->start + 2 && en->text[start - 1] == '.'
      && en_is_digit (en, start - 2))
    return true;
  for (at++; en_is_digit (en, at); at++)
    ;
  return at < en->end && en->text[at] == '.' && en_is_digit (en, at + 1);
}

bool
en_is_point (const struct en *en, size_t at)
{
  char before = at > en->start ? en->text[at - 1] : ' ';
  return at < en->end && en->text[at] == '.' && en_is_digit (en, at + 1)
         && (before == ' ' || before == '\n' || before == '('
             || before == '-');
}

size_t
en_figures_read (const struct en *en, size_t at, struct en_numeral *n)
{
  size_t i = at;
  bool comma = false;
  if (en_is_point (en, at))
    {
      n->decimal = true;
      i++;
    }
  while (en_is_digit (en, i) || (i > at && !n->decimal && is_group (en, i))
         || (i > at && !n->decimal && en->text[i] == '.'
             && en_is_digit (en, i + 1) && !is_dotted (en, at, i)))
    {
      comma |= en->text[i] == ',';
      n->decimal |= en->text[i] == '.';
      i++;
      if (i == en->end)
        break;
    }
  if (i - at > FIGURES_MOST
      || !decimal_read (en->text + at, i - at, &n->value))
    n->beyond = true;
  n->figures = !comma && !n->decimal;
  n->digits = (unsigned) (i - at);
  return read_power (en, read_kilo (en, i, n), n);
}
