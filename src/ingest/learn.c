/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Learning from the library.  */
#include "ingest/learn.h"

/* More sentences of the original are not learned from.  */
enum { SENTENCES_MOST = 40000, PAGE = 500 };

struct numbers VEC (long long);
struct documents VEC (struct document *);

/* All documents of the library.  */
static bool
list_all (struct library *library, struct numbers *numbers, struct err *err)
{
  struct listing listing = { 0 };
  struct library_query query = { .limit = PAGE };
  char *after = NULL;
  bool done;
  while ((done = library_list (library, &query, &listing, err))
         && listing.len > 0)
    {
      for (size_t k = 0; k < listing.len; k++)
        VEC_PUSH (numbers, listing.items[k].id);
      free (after);
      after = mem_string (listing.items[listing.len - 1].sort);
      query.after = after;
      query.after_id = listing.items[listing.len - 1].id;
      listing_free (&listing);
      listing = (struct listing) { 0 };
    }
  listing_free (&listing);
  free (after);
  return done;
}

/* Number K of LEN in an order that takes them evenly, however early it is left:
   the steps of a number that has no part in common with LEN.  */
static size_t
spread (size_t k, size_t len)
{
  size_t step = len * 5 / 8 + 1, a = len, b = step;
  for (;;)
    {
      while (b)
        {
          size_t rest = a % b;
          a = b;
          b = rest;
        }
      if (a == 1)
        break;
      a = len;
      b = ++step;
    }
  return (size_t) ((unsigned long long) k * step % len);
}

/* Reads documents with two sides until there are enough.  */
static bool
read_some (struct library *library, const struct numbers *numbers,
           struct documents *documents, learn_progress *progress, void *data,
           struct err *err)
{
  size_t sentences = 0;
  for (size_t k = 0; k < numbers->len && sentences < SENTENCES_MOST; k++)
    {
      struct document *document = library_document (
        library, numbers->items[spread (k, numbers->len)], err);
      if (!document)
        return false;
      if (document_has (document, ORIGINAL)
          && document_has (document, TRANSLATION))
        {
          sentences += document->side[ORIGINAL].sentences.len;
          VEC_PUSH (documents, document);
        }
      else
        document_free (document);
      if (progress)
        progress (k + 1, numbers->len, data);
    }
  return true;
}

static void
learn_from (const struct documents *documents, const struct align_aids *aids,
            struct buf *image)
{
  struct align_texts texts = { 0 };
  for (size_t k = 0; k < documents->len; k++)
    {
      struct document *d = documents->items[k];
      struct align_text text
        = { &d->side[ORIGINAL], &d->side[TRANSLATION], &d->beads };
      VEC_PUSH (&texts, text);
    }
  align_learn (&texts, aids, image);
  VEC_FREE (&texts);
}

size_t
learn_library (struct library *library, const struct align_aids *aids,
               learn_progress *progress, void *data, struct buf *image,
               struct err *err)
{
  struct numbers numbers = { 0 };
  struct documents documents = { 0 };
  size_t read = 0;
  if (list_all (library, &numbers, err)
      && read_some (library, &numbers, &documents, progress, data, err)
      && documents.len > 0)
    {
      learn_from (&documents, aids, image);
      read = documents.len;
    }
  for (size_t k = 0; k < documents.len; k++)
    document_free (documents.items[k]);
  VEC_FREE (&documents);
  VEC_FREE (&numbers);
  return read;
}
