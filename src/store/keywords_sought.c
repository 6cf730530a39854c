/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyword index: whether a term is what a reader types.  */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "index/pinyin.h"
#include "index/readings.h"
#include "store/keywords_private.h"
#include "store/library_filter.h"
#include "text/stop.h"

const char *const KEYWORD_FITS[TONGUES]
  = { [TONGUE_ZH] = " AND (instr (form, ?2) > 0 OR reads_as (key, ?5))",
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
    pinyin_typed (words, utf8_check (words, strlen (words)), &pinyin);
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
  return readings_begin (row->key, sought->pinyin);
}

/* The SQL function reads_as (KEY, TYPED): whether the pinyin of KEY begins so.  */
static void
reads_as (sqlite3_context *context, int count, sqlite3_value **values)
{
  (void) count;
  const char *key = (const char *) sqlite3_value_text (values[0]);
  const char *typed = (const char *) sqlite3_value_text (values[1]);
  sqlite3_result_int (context, key && typed && readings_begin (key, typed));
}

bool
keyword_register (struct database *database, struct err *err)
{
  int code = sqlite3_create_function_v2 (
    database->handle, "reads_as", 2,
    SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL, reads_as,
    NULL, NULL, NULL);
  return code == SQLITE_OK || database_fail (database, code, err);
}

bool
keyword_is_hidden (const struct keyword_choices *choices, long long id)
{
  for (size_t i = 0; choices && i < choices->hidden.len; i++)
    if (choices->hidden.items[i] == id)
      return true;
  return false;
}
