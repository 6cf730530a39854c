/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeping the full-text index in step with the documents.  */
#include <config.h>

#include "store/search_write.h"

#include <limits.h>
#include <string.h>

#include "store/search_index.h"

/* So many bytes of text may wait.  */
enum { WAITING_MOST = 1 << 20 };

static void
change_clear (struct index_change *change)
{
  buf_free (&change->was);
  buf_free (&change->text);
}

void
index_forget (struct library *library)
{
  for (size_t i = 0; i < library->changes.len; i++)
    change_clear (&library->changes.items[i]);
  library->changes.len = library->waiting = 0;
}

bool
index_is_full (const struct library *library)
{
  return library->waiting >= WAITING_MOST;
}

/* The change of document ID that waits, the last one; NULL where none does.  */
static const struct index_change *
waiting (const struct library *library, long long id)
{
  for (size_t i = library->changes.len; i-- > 0;)
    if (library->changes.items[i].id == id)
      return &library->changes.items[i];
  return NULL;
}

/* --- what was there ----------------------------------------------------- */

/* What the index was given for the document ID that the library holds.  */
static bool
read_was (struct library *library, long long id, struct buf *was,
          struct err *err)
{
  struct document *document = library_document (library, id, err);
  if (!document)
    return false;
  struct row row = row_of (&library->database, DOCUMENT_COLLECTION);
  put_number (&row, id);
  long long collection = library_ask (&row, err);
  if (collection != 0)
    index_text (document, collection, was);
  document_free (document);
  return collection != 0;
}

/* Fills in what the index holds of document CHANGE->id.  */
static bool
find_was (struct library *library, struct index_change *change,
          struct err *err)
{
  const struct index_change *before = waiting (library, change->id);
  change->there = before || index_has (library, change->id);
  if (before)
    buf_add (&change->was, before->text.data, before->text.len);
  return before || !change->there
         || read_was (library, change->id, &change->was, err);
}

/* --- writing ------------------------------------------------------------ */

static bool
write_change (struct library *library, const struct index_change *change,
              struct err *err)
{
  return index_put (library, change->id, change->there ? &change->was : NULL,
                    &change->text, err);
}

/* Takes CHANGE over: it waits for the end of a batch, or is written.  */
static bool
take_change (struct library *library, struct index_change *change,
             struct err *err)
{
  if (library->database.batch)
    {
      library->waiting += change->text.len;
      VEC_PUSH (&library->changes, *change);
      return true;
    }
  bool done = write_change (library, change, err);
  change_clear (change);
  return done;
}

long long
write_searched (struct library *library, const struct document *document,
                const struct place_of *place, long long id, long long print,
                struct err *err)
{
  struct index_change change = { .id = id };
  if (id != 0 && !find_was (library, &change, err))
    {
      change_clear (&change);
      return 0;
    }
  change.id = write_row (library, document, place, id, print, err);
  if (change.id == 0)
    {
      change_clear (&change);
      return 0;
    }
  id = change.id;
  index_text (document, place->collection, &change.text);
  return take_change (library, &change, err) ? id : 0;
}

bool
index_flush (struct library *library, struct err *err)
{
  bool done = true;
  for (size_t i = 0; done && i < library->changes.len; i++)
    done = write_change (library, &library->changes.items[i], err);
  index_forget (library);
  return done;
}
