/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyword index: whether a term is what a reader types.  */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "index/pinyin.h"
#include "store/keywords_private.h"
#include "store/library_filter.h"
#include "text/stop.h"

const char *const KEYWORD_FITS[TONGUES]
  = { [TONGUE_ZH] = " AND (instr (form, ?2) > 0 OR (?5 <> '' AND"
                    " substr (replace (key, ' ', ''), 1, length (?5)) = ?5))",
      [TONGUE_EN] = " AND instr (key, ?2) > 0" };

struct sought
keyword_sought (const char *words)
{
  struct sought sought = { NULL, NULL };
  struct buf pinyin = BUF_INIT;
  if (!words || !*words)
    return sought;
  sought.letters = filter_fold (words);
  bool han = false;
  for (size_t at = 0, len = strlen (sought.letters); at < len;)
    han = stop_is_han (utf8_next (sought.letters, len, &at)) || han;
  if (!han)
    pinyin_bare (words, strlen (words), &pinyin);
  sought.pinyin = buf_take (&pinyin);
  return sought;
}

void
keyword_sought_free (struct sought *sought)
{
  free (sought->letters);
  free (sought->pinyin);
}

bool
keyword_fits (const struct sought *sought, const struct keyword_row *row)
{
  if (!sought->letters)
    return true;
  if (row->tongue == TONGUE_EN)
    return strstr (row->key, sought->letters) != NULL;
  if (strstr (row->form, sought->letters))
    return true;
  const char *want = sought->pinyin, *key = row->key;
  while (*want)
    {
      key += *key == ' ';
      if (*key++ != *want++)
        return false;
    }
  return *sought->pinyin != '\0';
}

bool
keyword_is_hidden (const struct keyword_choices *choices, long long id)
{
  for (size_t i = 0; choices && i < choices->hidden.len; i++)
    if (choices->hidden.items[i] == id)
      return true;
  return false;
}
