/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Units by the words of the two languages.  */
#include "number/unit_name.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "number/en_words.h"
#include "number/zh_words.h"

/* The row of TABLE whose text or, with SYMBOL, whose symbol is NAME; NULL for
   none.  */
static const struct word *
row_with (const struct word *table, const char *name, bool symbol)
{
  for (const struct word *row = table; row->text; row++)
    {
      const char *own = symbol ? row->symbol : row->text;
      if (own && strcmp (own, name) == 0)
        return row;
    }
  return NULL;
}

const char *
unit_in_chinese (const char *symbol)
{
  const struct word *const tables[] = { zh_units, zh_counters, zh_nouns };
  const struct word *row = NULL;
  for (size_t i = 0; !row && i < sizeof tables / sizeof *tables; i++)
    row = row_with (tables[i], symbol, true);
  return row ? row->text : NULL;
}

const char *
unit_named (const char *word)
{
  const struct word *row = row_with (zh_units, word, false);
  if (!row)
    row = row_with (en_units, word, false);
  if (!row)
    return NULL;
  /* "time" is twice or thrice in English, and the symbol of 次.  */
  bool other = strcmp (row->symbol, word) != 0 && unit_in_chinese (word);
  return other ? NULL : row->symbol;
}
