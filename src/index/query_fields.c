/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions on whole documents in a query being read.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "index/query_parser.h"
#include "text/ascii.h"

/* Whether the two digits at TEXT are a number from 1 to MOST.  */
static bool
is_up_to (const char *text, int most)
{
  int number = (text[0] - '0') * 10 + text[1] - '0';
  return number >= 1 && number <= most;
}

/* Whether the LEN bytes at TEXT are 1958, 1958-09 or 1958-09-05.  */
static bool
is_date (const char *text, size_t len)
{
  static const char shape[] = "0000-00-00";
  if (len != 4 && len != 7 && len != 10)
    return false;
  for (size_t i = 0; i < len; i++)
    if (shape[i] == '0' ? !ascii_is_digit ((unsigned char) text[i])
                        : text[i] != shape[i])
      return false;
  return (len < 7 || is_up_to (text + 5, 12))
         && (len < 10 || is_up_to (text + 8, 31));
}

/* "1958-09", "1958..1960", "1958-09..", "..1958-11".  */
static size_t
read_dates (struct parser *p, const char *words, size_t start)
{
  const char *dots = strstr (words, "..");
  size_t first = dots ? (size_t) (dots - words) : strlen (words);
  const char *second = dots ? dots + 2 : words;
  if (p->depth > 0 || p->negated)
    return parser_fail (p, start, N_ ("a date stands outside parentheses"));
  if ((first > 0 && !is_date (words, first))
      || (*second && !is_date (second, strlen (second)))
      || (first == 0 && !*second))
    return parser_fail (p, start,
                        N_ ("a date is like 1958, 1958-09, 1958-09-05 or "
                            "1958..1960"));
  snprintf (p->query->from, QUERY_DATE, "%.*s", (int) first, words);
  snprintf (p->query->until, QUERY_DATE, "%s", second);
  return NO_NODE;
}

static size_t
read_note (struct parser *p, const char *tag, size_t start)
{
  if (p->depth > 0)
    return parser_fail (p, start,
                        N_ ("tag: and has: stand outside parentheses"));
  tag += tag && *tag == '#';
  VEC_PUSH (&p->query->notes,
            (struct query_note) { mem_string (tag), p->negated });
  return NO_NODE;
}

static size_t
read_words (struct parser *p, enum query_kind kind, const char *words)
{
  size_t node = parser_add (p, kind);
  parser_node (p, node)->words = mem_string (words);
  return node;
}

enum field
{
  FIELD_DATE,
  FIELD_PAGE,
  FIELD_COLLECTION,
  FIELD_TAG,
  FIELD_HAS,
  FIELDS
};

bool
parser_take_name (struct parser *p, const char *name)
{
  size_t len = strlen (name), was = p->at;
  if (p->len - p->at <= len || memcmp (p->text + p->at, name, len) != 0)
    return false;
  p->at += len;
  if (parser_take (p, ':', 0xFF1A))
    return true;
  p->at = was;
  return false;
}

static size_t
read_value (struct parser *p, enum field field, const char *value,
            size_t start)
{
  if (!*value)
    return parser_fail (p, start, N_ ("nothing stands behind the colon"));
  switch (field)
    {
    case FIELD_DATE:
      return read_dates (p, value, start);
    case FIELD_PAGE:
      return read_words (p, QUERY_PAGE, value);
    case FIELD_COLLECTION:
      return read_words (p, QUERY_COLLECTION, value);
    case FIELD_TAG:
      return read_note (p, value, start);
    default:
      if (strcmp (value, "note") != 0)
        return parser_fail (p, start,
                            N_ ("a document can be asked for has:note"));
      return read_note (p, NULL, start);
    }
}

bool
parser_read_field (struct parser *p, size_t *node)
{
  static const char *const names[FIELDS]
    = { "date", "page", "collection", "tag", "has" };
  size_t start = p->at;
  for (enum field field = 0; field < FIELDS; field++)
    if (parser_take_name (p, names[field]))
      {
        struct range range;
        if (!parser_take_quoted (p, &range))
          range = parser_take_bare (p);
        char *value = mem_copy (p->text + range.start,
                                p->failed ? 0 : range_len (range));
        *node = read_value (p, field, value, start);
        free (value);
        return true;
      }
  return false;
}
