/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library: opening it, and a document out of it.  */
#include <config.h>

#include "store/library.h"

#include <limits.h>
#include <stdlib.h>

#include "base/mem.h"
#include "store/codec.h"
#include "store/keywords_private.h"
#include "store/library_private.h"
#include "store/search_order.h"
#include "store/search_write.h"

struct library *
library_open (const char *folder, bool read_only, struct err *err)
{
  struct library *library = mem_new (1, sizeof *library);
  if (database_open (&library->database, &library_kind, folder, read_only,
                     err))
    return library;
  free (library);
  return NULL;
}

void
library_close (struct library *library)
{
  if (!library)
    return;
  index_forget (library);
  VEC_FREE (&library->changes);
  database_close (&library->database);
  keyword_numbers_free (library->numbers);
  order_release (library->order);
  free (library);
}

void
library_heed (struct library *library, bool (*waits) (void *data), void *data)
{
  library->database.waits = waits;
  library->database.waiting = data;
}

const char *
library_path (const struct library *library)
{
  return library->database.path;
}

void
library_forget (struct library *library)
{
  index_forget (library);
  keyword_numbers_forget (library);
}

bool
library_begin (struct library *library, struct err *err)
{
  return database_begin_batch (&library->database, err);
}

bool
library_commit (struct library *library, struct err *err)
{
  if (!index_flush (library, err))
    database_drop_batch (&library->database);
  else if (database_end_batch (&library->database, err))
    return true;
  library_forget (library);
  return false;
}

bool
library_health (struct library *library, struct store_health *health,
                struct err *err)
{
  return database_health (&library->database, "document", health, err);
}

long long
library_ask (struct row *row, struct err *err)
{
  if (!row_next (row, err))
    return 0;
  long long number = take_number (row, 0, LLONG_MAX);
  row_done (row);
  return number;
}

long long
library_find_hash (struct library *library, const char *hash)
{
  struct row row = row_of (&library->database, DOCUMENT_BY_HASH);
  put_text (&row, hash);
  return library_ask (&row, NULL);
}

long long
library_find_source (struct library *library, const char *collection,
                     const char *path)
{
  struct row row = row_of (&library->database, SOURCE_NAMED);
  put_text (&row, collection);
  put_text (&row, path);
  return library_ask (&row, NULL);
}

/* Replaces what *TO holds by the next value of ROW, NULL for NULL.  */
static void
take_into (struct row *row, char **to)
{
  free (*to);
  *to = take_text_or_null (row);
}

/* Reads the row of DOCUMENT_FULL.  */
static bool
read_document (struct row *row, struct document *document)
{
  size_t len;
  take_hash (row, document->hash);
  take_into (row, &document->collection);
  take_into (row, &document->path);
  take_into (row, &document->date);
  take_into (row, &document->page);
  take_into (row, &document->column);
  for (enum side s = 0; s < SIDES; s++)
    take_into (row, &document->side[s].title);
  for (enum side s = 0; s < SIDES; s++)
    take_into (row, &document->side[s].author);
  for (enum side s = 0; s < SIDES; s++)
    take_short (row, document->side[s].lang, sizeof document->side[s].lang);
  for (enum side s = 0; s < SIDES; s++)
    {
      struct buf text = BUF_INIT;
      take_packed (row, &text);
      document_set_text (document, s, buf_string (&text), text.len);
      buf_free (&text);
    }
  const unsigned char *shape = take_blob (row, &len);
  return !row->bad && codec_read (shape, len, document);
}

struct document *
library_document (struct library *library, long long id, struct err *err)
{
  struct err found;
  struct row row = row_of (&library->database, DOCUMENT_FULL);
  put_number (&row, id);
  if (!row_next (&row, &found))
    {
      if (found.code == ERR_NONE)
        err_set (&found, ERR_NOT_FOUND, NULL, "%lld", id);
      if (err)
        *err = found;
      return NULL;
    }
  struct document *document = document_new ();
  document->id = id;
  bool whole = read_document (&row, document);
  row_done (&row);
  if (whole)
    return document;
  document_free (document);
  err_set (err, ERR_DB_DAMAGED, library_path (library), "document %lld", id);
  return NULL;
}

long long
library_outdated (struct library *library, struct err *err)
{
  struct err found;
  struct row row = row_of (&library->database, OUTDATED);
  put_number (&row, LIBRARY_PIPELINE);
  long long count = library_ask (&row, &found);
  if (found.code == ERR_NONE)
    return count;
  if (err)
    *err = found;
  return -1;
}
