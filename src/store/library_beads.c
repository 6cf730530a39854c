/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beads that are found anew.  */
#include <config.h>

#include "store/library_beads.h"

#include "store/codec.h"
#include "store/library_write.h"

void
library_aligned_with (struct library *library, long long aids)
{
  library->aids = aids;
}

bool
write_aligned (struct library *library, long long id, long long aids,
               struct err *err)
{
  struct row row = row_of (&library->database, ALIGNED_PUT);
  put_number (&row, id);
  put_number (&row, aids);
  return row_run (&row, err);
}

long long
library_stale (struct library *library, long long aids, struct err *err)
{
  struct err found = ERR_INIT;
  struct row row = row_of (&library->database, STALE_COUNT);
  put_number (&row, aids);
  long long count = library_ask (&row, &found);
  if (found.code == ERR_NONE)
    return count;
  if (err)
    *err = found;
  return -1;
}

long long
library_stale_after (struct library *library, long long aids,
                     long long after, struct err *err)
{
  struct row row = row_of (&library->database, STALE_NEXT);
  put_number (&row, aids);
  put_number (&row, after);
  return library_ask (&row, err);
}

static bool
put_shape (struct library *library, long long id, const struct buf *shape,
           struct err *err)
{
  struct row row = row_of (&library->database, SHAPE_PUT);
  put_number (&row, id);
  put_blob (&row, shape);
  return row_run (&row, err);
}

static bool
put_beads (struct library *library, const struct document *document,
           long long id, const struct buf *shape, struct err *err)
{
  struct row row = row_of (&library->database, BEADS_PUT);
  put_number (&row, id);
  put_number (&row, (long long) document->beads.len);
  put_number (&row, write_print (document, shape));
  return row_run (&row, err) && put_shape (library, id, shape, err);
}

bool
library_put_beads (struct library *library, const struct document *document,
                   long long id, const struct apparatus *apparatus,
                   long long aids, struct err *err)
{
  struct buf shape = BUF_INIT;
  bool done = codec_write (document, &shape)
              || err_set (err, ERR_DB, document->path,
                          "the document is not whole");
  if (done && database_begin (&library->database, err))
    done = database_end (
      &library->database,
      put_beads (library, document, id, &shape, err)
        && (!apparatus
            || write_numbers (library, document, apparatus, id, err))
        && write_aligned (library, id, aids, err),
      err);
  else
    done = false;
  buf_free (&shape);
  return done;
}
