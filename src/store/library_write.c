/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a document in the library.  */
#include <config.h>

#include "store/library_write.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "book/anchor.h"
#include "store/library_filter.h"
#include "store/library_sizes.h"
#include "store/statement.h"

/* Whether the LEN bytes at TEXT (or NULL) may stand in a database.  */
static bool
is_clean (const char *text, size_t len)
{
  return !text || (!memchr (text, 0, len) && utf8_check (text, len) == len);
}

static bool
is_clean_string (const char *text)
{
  return !text || is_clean (text, strlen (text));
}

bool
write_is_clean (const struct document *document, const char *path)
{
  const char *strings[] = { path, document->hash, document->date,
                            document->page, document->column };
  for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
    if (!is_clean_string (strings[i]))
      return false;
  for (size_t i = 0; i < document->glossary.len; i++)
    if (!is_clean_string (document->glossary.items[i].original)
        || !is_clean_string (document->glossary.items[i].translation))
      return false;
  for (enum side s = 0; s < SIDES; s++)
    {
      const struct side_text *side = &document->side[s];
      if (!is_clean (side->text, side->len) || !is_clean_string (side->title)
          || !is_clean_string (side->author) || !is_clean_string (side->lang))
        return false;
    }
  return true;
}

/* TEXT with each run of digits padded to six, so that page 10 comes behind
   page 2; longer runs stay as they are.  */
static void
add_padded (struct buf *out, const char *text)
{
  while (*text)
    {
      size_t digits = strspn (text, "0123456789");
      for (size_t i = digits; digits > 0 && i < 6; i++)
        buf_add_byte (out, '0');
      size_t len = digits ? digits : 1;
      buf_add (out, text, len);
      text += len;
    }
}

static char *
sort_key (const struct document *document, const char *path)
{
  struct buf key = BUF_INIT;
  bool dated = document->date && *document->date;
  buf_add_string (&key, dated ? document->date : "~");
  buf_add_byte (&key, ' ');
  add_padded (&key, document->page ? document->page : "");
  buf_add_byte (&key, ' ');
  buf_add_string (&key, path);
  return buf_take (&key);
}

static void
digest_text (struct buf *digest, const char *text, size_t len)
{
  buf_add_format (digest, "%llx %zx ", anchor_print (text, len), len);
}

long long
write_print (const struct document *document, const struct buf *shape)
{
  struct buf digest = BUF_INIT;
  const char *words[] = { document->hash, document->date, document->page,
                          document->column };
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    digest_text (&digest, words[i] ? words[i] : "",
                 words[i] ? strlen (words[i]) : 0);
  for (enum side s = 0; s < SIDES; s++)
    {
      const struct side_text *side = &document->side[s];
      const char *title = side->title ? side->title : "";
      const char *author = side->author ? side->author : "";
      digest_text (&digest, title, strlen (title));
      digest_text (&digest, author, strlen (author));
      digest_text (&digest, side->text, side->len);
      buf_add_string (&digest, side->lang);
    }
  digest_text (&digest, buf_string (shape), shape->len);
  buf_add_format (&digest, "%d", LIBRARY_PIPELINE);
  long long print = (long long) anchor_print (digest.data, digest.len);
  buf_free (&digest);
  return print;
}

long long
write_sides (const struct document *document)
{
  return document_has (document, ORIGINAL)
         + document_has (document, TRANSLATION);
}

/* The row of `document` alone.  */
static long long
put_row (struct library *library, const struct document *document,
         const struct place_of *place, long long id, long long print,
         const char *sort, struct err *err)
{
  struct row row = row_of (&library->database, DOCUMENT_PUT);
  if (id)
    put_number (&row, id);
  else
    put_text (&row, NULL);
  put_text (&row, document->hash);
  put_text (&row, sort);
  put_text (&row, document->date);
  put_text (&row, document->page);
  put_text (&row, document->side[ORIGINAL].title);
  put_text (&row, document->side[TRANSLATION].title);
  put_number (&row, place->collection);
  put_text (&row, place->path);
  put_number (&row, (long long) document->beads.len);
  put_number (&row, write_sides (document));
  put_number (&row, print);
  for (enum side s = 0; s < SIDES; s++)
    put_number (&row, (long long) library_text_size (
                        document->side[s].text, document->side[s].len));
  if (!row_run (&row, err))
    return 0;
  return id ? id : sqlite3_last_insert_rowid (library->database.handle);
}

/* Drops what document ID was found by.  */
static bool
drop_finding (struct library *library, long long id, struct err *err)
{
  struct row row = row_of (&library->database, FIND_DROP);
  put_number (&row, id);
  return row_run (&row, err);
}

static bool
put_finding (struct library *library, const struct document *document,
             const char *path, long long id, const char *sort,
             struct err *err)
{
  char *folded = filter_lines (document, path);
  struct row row = row_of (&library->database, FIND_PUT);
  put_text (&row, sort);
  put_number (&row, id);
  put_text (&row, folded);
  bool done = row_run (&row, err);
  free (folded);
  return done;
}

long long
write_row (struct library *library, const struct document *document,
           const struct place_of *place, long long id, long long print,
           struct err *err)
{
  char *sort = sort_key (document, place->path);
  struct row order = row_of (&library->database, ORDER_DROP);
  bool done = row_run (&order, err)
              && (id == 0 || drop_finding (library, id, err));
  if (done)
    id = put_row (library, document, place, id, print, sort, err);
  done = done && id != 0
         && put_finding (library, document, place->path, id, sort, err);
  free (sort);
  return done ? id : 0;
}

bool
write_texts (struct library *library, const struct document *document,
             long long id, const struct buf *shape, struct err *err)
{
  struct row row = row_of (&library->database, TEXT_PUT);
  put_number (&row, id);
  put_text (&row, document->column);
  for (enum side s = 0; s < SIDES; s++)
    put_text (&row, document->side[s].author);
  for (enum side s = 0; s < SIDES; s++)
    put_text (&row, document->side[s].lang);
  put_blob (&row, shape);
  struct buf packed[SIDES] = { BUF_INIT, BUF_INIT };
  for (enum side s = 0; s < SIDES; s++)
    put_packed (&row, document->side[s].text, document->side[s].len,
                &packed[s]);
  bool done = row_run (&row, err);
  for (enum side s = 0; s < SIDES; s++)
    buf_free (&packed[s]);
  return done;
}
