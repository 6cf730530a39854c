/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filter language of the number index.  Pure.  */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/space.h"
#include "base/utf8.h"
#include "number/unit_name.h"
#include "store/numbers.h"
#include "text/ascii.h"

const char *
number_order_name (enum number_order order)
{
  static const char *const names[NUMBER_ORDERS]
    = { "value", "date", "unit", "document" };
  return names[order];
}

void
number_query_init (struct number_query *query)
{
  *query = (struct number_query){ .kind = -1, .side = -1 };
}

void
number_query_clear (struct number_query *query)
{
  free (query->words);
  number_query_init (query);
}

/* --- values ------------------------------------------------------------- */

/* The exponent behind an "e": at most two digits and a sign.  */
static bool
read_exponent (const char *text, int *exponent)
{
  bool down = *text == '-';
  text += *text == '-' || *text == '+';
  size_t len = strlen (text);
  if (len == 0 || len > 2 || strspn (text, "0123456789") != len)
    return false;
  *exponent = (down ? -1 : 1) * atoi (text);
  return true;
}

/* Reads the LEN bytes at TEXT, "-1,000.5e6", into LIMIT.  */
static bool
read_value (const char *text, size_t len, struct number_limit *limit)
{
  char word[64];
  int exponent = 0;
  if (len == 0 || len >= sizeof word)
    return false;
  snprintf (word, sizeof word, "%.*s", (int) len, text);
  limit->negative = *word == '-';
  char *digits = word + limit->negative;
  size_t plain = strcspn (digits, "eE");
  if (digits[plain] && !read_exponent (digits + plain + 1, &exponent))
    return false;
  limit->there = true;
  return decimal_read (digits, plain, &limit->value)
         && decimal_scale (limit->value, exponent, &limit->value);
}

/* ">=1e6", "<3", "=5".  False where WORD begins with no such sign, or, with a
   message in *WRONG, where no number follows.  */
static bool
take_comparison (const char *word, struct number_query *query,
                 const char **wrong)
{
  struct number_limit limit = { .there = false };
  size_t sign = strspn (word, "<>=");
  bool more = *word == '>', less = *word == '<';
  bool equal = word[sign ? sign - 1 : 0] == '=';
  if (sign == 0)
    return false;
  limit.strict = !equal;
  if (sign != (size_t) (more || less) + equal
      || !read_value (word + sign, strlen (word + sign), &limit))
    *wrong = N_ ("no number stands behind the sign");
  else
    {
      if (!less)
        query->low = limit;
      if (!more)
        query->high = limit;
    }
  return true;
}

/* "10..20", "1e6..", "..-5".  */
static bool
take_values (const char *word, struct number_query *query)
{
  const char *dots = strstr (word, "..");
  struct number_limit low = { .there = false }, high = { .there = false };
  if (!dots || (dots > word && !read_value (word, (size_t) (dots - word), &low))
      || (dots[2] && !read_value (dots + 2, strlen (dots + 2), &high))
      || !(low.there || high.there))
    return false;
  query->low = low;
  query->high = high;
  return true;
}

/* --- dates -------------------------------------------------------------- */

/* Reads the LEN bytes at TEXT, "1958", "1958-09" or "1958-09-05", into TO.  */
static bool
read_date (const char *text, size_t len, char to[NUMBER_DATE])
{
  static const char shape[] = "0000-00-00";
  if (len != 4 && len != 7 && len != 10)
    return false;
  for (size_t i = 0; i < len; i++)
    if (shape[i] == '0' ? !ascii_is_digit ((unsigned char) text[i])
                        : text[i] != shape[i])
      return false;
  snprintf (to, NUMBER_DATE, "%.*s", (int) len, text);
  return true;
}

/* "1958-09", "1958..1960", "1958-09..", "..1958-11".  */
static bool
take_dates (const char *word, struct number_query *query)
{
  char from[NUMBER_DATE] = "", until[NUMBER_DATE] = "";
  const char *dots = strstr (word, "..");
  size_t first = dots ? (size_t) (dots - word) : strlen (word);
  const char *second = dots ? dots + 2 : word;
  if ((first > 0 && !read_date (word, first, from))
      || (*second && !read_date (second, strlen (second), until))
      || !(*from || *until))
    return false;
  memcpy (query->from, from, sizeof from);
  memcpy (query->until, until, sizeof until);
  return true;
}

/* --- words -------------------------------------------------------------- */

static void
add_word (const char *word, struct number_query *query)
{
  char *before = query->words;
  query->words = before ? mem_format ("%s %s", before, word)
                        : mem_string (word);
  free (before);
}

/* --- named filters ------------------------------------------------------ */

/* VALUE is a symbol or a word: "t", "吨", "tons".  */
static const char *
take_unit (const char *value, char to[UNIT_SYMBOL])
{
  const char *symbol = unit_named (value);
  if (symbol)
    value = symbol;
  if (!*value || strlen (value) >= UNIT_SYMBOL)
    return N_ ("that is no unit; \"-\" stands for none");
  snprintf (to, UNIT_SYMBOL, "%s", value);
  return NULL;
}

static const char *
named_unit (const char *value, struct number_query *query)
{
  return take_unit (value, query->unit);
}

static const char *
named_base (const char *value, struct number_query *query)
{
  return take_unit (value, query->base);
}

static const char *
named_kind (const char *value, struct number_query *query)
{
  for (int i = 0; i < QUANTITY_KINDS; i++)
    if (strcmp (value, quantity_kind_name ((enum quantity_kind) i)) == 0)
      {
        query->kind = i;
        return NULL;
      }
  return N_ ("kinds are cardinal, percent, multiple, fraction, ordinal, date, "
             "time, vague");
}

static const char *
named_side (const char *value, struct number_query *query)
{
  static const char letters[] = "ot";
  const char *found = *value ? strchr (letters, *value) : NULL;
  if (!found || value[1])
    return N_ ("a side is \"o\" (original) or \"t\" (translation)");
  query->side = (int) (found - letters);
  return NULL;
}

static const char *
named_document (const char *value, struct number_query *query)
{
  size_t len = strlen (value);
  if (len == 0 || len > 9 || strspn (value, "0123456789") != len
      || atoll (value) == 0)
    return N_ ("a document is its number in the library");
  query->first_document = query->last_document = atoll (value);
  return NULL;
}

static const char *
named_word (const char *value, struct number_query *query)
{
  if (!*value)
    return N_ ("a word of the sentence is missing");
  add_word (value, query);
  return NULL;
}

static const struct
{
  const char *name;
  const char *(*take) (const char *value, struct number_query *query);
} named[] = {
  { "unit:", named_unit },         { "base:", named_base },
  { "kind:", named_kind },         { "side:", named_side },
  { "document:", named_document }, { "text:", named_word },
};

static bool
take_named (const char *word, struct number_query *query, const char **wrong)
{
  for (size_t i = 0; i < sizeof named / sizeof *named; i++)
    {
      size_t len = strlen (named[i].name);
      if (strncmp (word, named[i].name, len) == 0)
        {
          *wrong = named[i].take (word + len, query);
          return true;
        }
    }
  return false;
}

/* --- all of them -------------------------------------------------------- */

/* A unit by its name; the second one is a word.  */
static bool
take_unit_word (const char *word, struct number_query *query)
{
  const char *symbol = unit_named (word);
  if (!symbol || query->unit[0])
    return false;
  snprintf (query->unit, sizeof query->unit, "%s", symbol);
  return true;
}

/* Adds WORD to QUERY; what is wrong with it, or NULL.  */
static const char *
take_word (const char *word, struct number_query *query)
{
  const char *wrong = NULL;
  if (!take_named (word, query, &wrong)
      && !take_comparison (word, query, &wrong) && !take_dates (word, query)
      && !take_values (word, query) && !take_unit_word (word, query))
    add_word (word, query);
  return wrong;
}

/* Where the word that begins at AT ends.  */
static size_t
word_end (const char *text, size_t at, size_t len)
{
  while (at < len)
    {
      size_t next = at;
      if (space_is (utf8_next (text, len, &next)))
        break;
      at = next;
    }
  return at;
}

bool
number_query_parse (const char *text, struct number_query *query,
                    struct err *err)
{
  size_t len = strlen (text);
  if (utf8_check (text, len) != len)
    return err_set (err, ERR_ENCODING, text, NULL);
  for (size_t at = space_skip (text, 0, len); at < len;)
    {
      size_t end = word_end (text, at, len);
      char *word = mem_copy (text + at, end - at);
      const char *wrong = take_word (word, query);
      if (wrong)
        err_set (err, ERR_USAGE, word, "%s", wrong);
      free (word);
      if (wrong)
        return false;
      at = space_skip (text, end, len);
    }
  return true;
}
