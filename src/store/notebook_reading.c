/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reading list in the notebook.  */
#include <config.h>

#include "store/notebook_reading.h"

#include <string.h>

#include "store/notebook_private.h"

static const char *const names[READING_STATUSES] = {
  [READING_NONE] = "none",
  [READING_UNREAD] = "unread",
  [READING_BEGUN] = "reading",
  [READING_DONE] = "done",
};

const char *
reading_status_name (enum reading_status status)
{
  return names[status];
}

bool
reading_status_named (const char *name, enum reading_status *status)
{
  for (size_t i = 0; i < READING_STATUSES; i++)
    if (strcmp (names[i], name) == 0)
      {
        *status = (enum reading_status) i;
        return true;
      }
  return false;
}

void
reading_items_free (struct reading_items *items)
{
  for (size_t i = 0; i < items->len; i++)
    citation_clear (&items->items[i].citation);
  VEC_FREE (items);
}

enum reading_status
notebook_status (struct notebook *notebook, const char *document)
{
  struct row row = row_of (&notebook->database, STATUS_GET);
  put_text (&row, document);
  if (!row_next (&row, NULL))
    return READING_NONE;
  enum reading_status status
    = (enum reading_status) take_number (&row, 0, READING_STATUSES - 1);
  row_done (&row);
  return status;
}

static bool
set (struct notebook *notebook, const char *document,
     enum reading_status status, struct err *err)
{
  char now[NOTE_TIME_SIZE];
  struct row row = row_of (&notebook->database,
                           status == READING_NONE ? STATUS_DROP : STATUS_SET);
  put_text (&row, document);
  if (status == READING_NONE)
    return row_run (&row, err);
  time_after (NULL, now);
  put_number (&row, (long long) status);
  put_text (&row, now);
  return row_run (&row, err);
}

/* Keeps what DOCUMENT says of itself; what is not UTF-8 is left out.  */
static bool
cite (struct notebook *notebook, const struct document *document,
      struct err *err)
{
  struct citation citation = citation_of (document);
  struct note note = { .citation = citation };
  if (!note_is_clean (&note))
    citation_clear (&citation);
  struct row row = row_of (&notebook->database, STATUS_CITE);
  put_citation (&row, &citation);
  put_text (&row, document->hash);
  bool done = row_run (&row, err);
  citation_clear (&citation);
  return done;
}

bool
notebook_set_status (struct notebook *notebook,
                     const struct document *document,
                     enum reading_status status, struct err *err)
{
  if (!database_begin (&notebook->database, err))
    return false;
  bool same = status == notebook_status (notebook, document->hash);
  bool done = (same || set (notebook, document->hash, status, err))
              && (status == READING_NONE || cite (notebook, document, err));
  return database_end (&notebook->database, done, err);
}

bool
notebook_set_status_of (struct notebook *notebook, const char *document,
                        enum reading_status status, struct err *err)
{
  if (!database_begin (&notebook->database, err))
    return false;
  enum reading_status was = notebook_status (notebook, document);
  bool done = was != READING_NONE
                ? was == status || set (notebook, document, status, err)
                : err_set (err, ERR_NOT_FOUND, document, NULL);
  return database_end (&notebook->database, done, err);
}

bool
notebook_reading (struct notebook *notebook, enum reading_status status,
                  struct reading_items *items, struct err *err)
{
  struct err found;
  bool damaged = false;
  struct row row = row_of (&notebook->database, STATUS_LIST);
  put_number (&row, (long long) status);
  while (row_next (&row, &found))
    {
      struct reading_item item = { .status = READING_NONE };
      row.bad = false;
      take_hash (&row, item.document);
      item.status
        = (enum reading_status) take_number (&row, 1, READING_STATUSES - 1);
      for (int i = READING_UNREAD; i < READING_STATUSES; i++)
        take_short (&row, item.since[i], NOTE_TIME_SIZE);
      take_citation (&row, &item.citation);
      if (!row.bad)
        VEC_PUSH (items, item);
      else
        citation_clear (&item.citation);
      damaged = damaged || row.bad;
    }
  if (damaged && found.code == ERR_NONE)
    database_damaged (&notebook->database, "the reading list", &found);
  if (found.code != ERR_NONE && err)
    *err = found;
  return found.code == ERR_NONE;
}
