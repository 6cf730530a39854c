/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notebook: opening it, the reader's choices, documents that changed.  */
#include <config.h>

#include "store/notebook.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "store/notebook_private.h"

/* What SQLite counts up when another connection has written.  */
static long long
data_version (struct notebook *notebook)
{
  struct row row = row_of (&notebook->database, DATA_VERSION);
  if (!row_next (&row, NULL))
    return notebook->seen;
  long long version = take_number (&row, 0, LLONG_MAX);
  row_done (&row);
  return version;
}

struct notebook *
notebook_open (const char *folder, bool read_only, struct err *err)
{
  struct notebook *notebook = mem_new (1, sizeof *notebook);
  if (database_open (&notebook->database, &notebook_kind, folder, read_only,
                     err))
    {
      notebook->seen = data_version (notebook);
      return notebook;
    }
  free (notebook);
  return NULL;
}

void
notebook_close (struct notebook *notebook)
{
  if (!notebook)
    return;
  database_close (&notebook->database);
  free (notebook);
}

const char *
notebook_path (const struct notebook *notebook)
{
  return notebook->database.path;
}

bool
notebook_changed (struct notebook *notebook)
{
  long long before = notebook->seen;
  notebook->seen = data_version (notebook);
  return notebook->seen != before;
}

void
notebook_hold (struct notebook *notebook)
{
  database_hold (&notebook->database);
}

void
notebook_let_go (struct notebook *notebook)
{
  database_let_go (&notebook->database);
}

bool
notebook_health (struct notebook *notebook, struct store_health *health,
                 struct err *err)
{
  return database_health (&notebook->database, "note", health, err);
}

/* --- documents ---------------------------------------------------------- */

static bool
rename_in (struct notebook *notebook, enum notebook_statement which,
           const char *former, const char *now, struct err *err)
{
  struct row row = row_of (&notebook->database, which);
  put_text (&row, former);
  put_text (&row, now);
  return row_run (&row, err);
}

bool
notebook_rename_document (struct notebook *notebook, const char *former,
                          const char *now, struct err *err)
{
  static const enum notebook_statement all[]
    = { RENAME_NOTES, RENAME_PLACE, RENAME_BOOKMARKS, RENAME_DRAFTS,
        RENAME_CORRECTIONS, RENAME_DISMISSALS, RENAME_STATUS };
  if (strcmp (former, now) == 0)
    return true;
  if (!database_begin (&notebook->database, err))
    return false;
  bool done = true;
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    done = done && rename_in (notebook, all[i], former, now, err);
  return database_end (&notebook->database, done, err);
}

bool
notebook_former (struct notebook *notebook, const char *collection,
                 const char *path, const char *hash, struct buf *hashes,
                 struct err *err)
{
  struct err found;
  struct row row = row_of (&notebook->database, FORMER_NAMES);
  put_text (&row, collection);
  put_text (&row, path);
  put_text (&row, hash);
  while (row_next (&row, &found))
    {
      char former[DOCUMENT_HASH_SIZE] = "";
      take_short (&row, former, sizeof former);
      buf_add (hashes, former, sizeof former);
    }
  if (row.bad && found.code == ERR_NONE)
    database_damaged (&notebook->database, "the identity of a note", &found);
  if (found.code != ERR_NONE && err)
    *err = found;
  return found.code == ERR_NONE;
}

/* --- choices ------------------------------------------------------------ */

char *
notebook_choice (struct notebook *notebook, const char *name)
{
  struct row row = row_of (&notebook->database, CHOICE_GET);
  put_text (&row, name);
  if (!row_next (&row, NULL))
    return NULL;
  char *value = take_text_or_null (&row);
  row_done (&row);
  return value;
}

bool
notebook_set_choice (struct notebook *notebook, const char *name,
                     const char *value, struct err *err)
{
  if (utf8_check (value, strlen (value)) != strlen (value)
      || utf8_check (name, strlen (name)) != strlen (name))
    return err_set (err, ERR_ENCODING, name, NULL);
  if (!database_begin (&notebook->database, err))
    return false;
  struct row row = row_of (&notebook->database, CHOICE_SET);
  put_text (&row, name);
  put_text (&row, value);
  return database_end (&notebook->database, row_run (&row, err), err);
}
