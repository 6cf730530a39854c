/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags and links of all notes: their index, counts and renaming.  */
#include <config.h>

#include "store/notebook_tags.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "book/link.h"
#include "store/notebook_history.h"
#include "store/notebook_private.h"

/* --- the index ------------------------------------------------------------ */

/* Beyond so many tags or links of one note, and so many bytes of one of them,
   the index takes no notice: a text pasted by mistake must not fill it.  */
enum { MOST_ENTRIES = 500, MOST_BYTES = 256 };

/* A note being indexed.  */
struct indexing
{
  struct database *database;
  long long id;
  size_t count;
  bool good;
  struct err *err;
};

static void
add_tag (const char *tag, size_t len, void *data)
{
  struct indexing *x = data;
  if (!x->good || len > MOST_BYTES || x->count++ >= MOST_ENTRIES)
    return;
  char *key = note_tag_key (tag, len);
  struct row row = row_of (x->database, TAG_ADD);
  put_text (&row, key);
  put_number (&row, x->id);
  put_bytes (&row, tag, len);
  x->good = row_run (&row, x->err);
  free (key);
}

static bool
add_links (struct database *database, long long id, const char *text,
           struct err *err)
{
  struct link link;
  bool good = true;
  size_t at = 0;
  for (size_t i = 0; good && i < MOST_ENTRIES && link_next (text, &at, &link);
       i++)
    {
      if (range_len (link.target) > MOST_BYTES)
        continue;
      char *key = link_key (text, &link);
      struct row row = row_of (database, LINK_ADD);
      put_text (&row, key);
      put_number (&row, (long long) link.kind);
      put_number (&row, id);
      good = row_run (&row, err);
      free (key);
    }
  return good;
}

static bool
drop (struct database *database, enum notebook_statement which, long long id,
      struct err *err)
{
  struct row row = row_of (database, which);
  put_number (&row, id);
  return row_run (&row, err);
}

bool
note_index (struct database *database, long long id, const char *text,
            struct err *err)
{
  struct indexing x = { database, id, 0, true, err };
  if (!drop (database, TAG_DROP, id, err)
      || !drop (database, LINK_DROP, id, err))
    return false;
  if (text)
    note_each_tag (text, add_tag, &x);
  return x.good && (!text || add_links (database, id, text, err));
}

bool
note_index_all (struct database *database, struct err *err)
{
  struct err found;
  struct row row = row_of (database, TEXTS_ALL);
  while (row_next (&row, &found))
    {
      row.bad = false;
      long long id = take_number (&row, 1, LLONG_MAX);
      char *text = take_text (&row);
      /* A damaged text is found when it is read; nothing is lost by it here.  */
      bool good = row.bad || note_index (database, id, text, &found);
      free (text);
      if (!good)
        {
          row_done (&row);
          break;
        }
    }
  if (found.code != ERR_NONE && err)
    *err = found;
  return found.code == ERR_NONE;
}

/* --- tags ---------------------------------------------------------------- */

void
tag_counts_free (struct tag_counts *tags)
{
  for (size_t i = 0; i < tags->len; i++)
    free (tags->items[i].name);
  VEC_FREE (tags);
}

/* How the tag KEY is written most often; the caller frees it.  */
static char *
usual_name (struct notebook *notebook, const char *key)
{
  struct row row = row_of (&notebook->database, TAG_NAME);
  put_text (&row, key);
  if (!row_next (&row, NULL))
    return mem_string (key);
  char *name = take_text (&row);
  row_done (&row);
  return name;
}

/* Adds a row of TAG_LIST where its key begins with PREFIX.  */
static void
add_count (struct notebook *notebook, struct row *row, const char *prefix,
           struct tag_counts *tags)
{
  char *key = take_text (row);
  long long notes = take_number (row, 1, LLONG_MAX);
  bool one = take_number (row, 0, 1) == 1;
  char *name = take_text (row);
  if (!row->bad && (!prefix || strncmp (key, prefix, strlen (prefix)) == 0))
    VEC_PUSH (tags, (struct tag_count) {
                      one ? mem_string (name) : usual_name (notebook, key),
                      notes });
  free (name);
  free (key);
}

bool
notebook_tags (struct notebook *notebook, const char *prefix,
               struct tag_counts *tags, struct err *err)
{
  struct err found;
  if (!text_is_clean (prefix))
    return true;
  char *begin = prefix ? note_tag_key (prefix, strlen (prefix)) : NULL;
  struct row row = row_of (&notebook->database, TAG_LIST);
  while (row_next (&row, &found))
    add_count (notebook, &row, begin, tags);
  free (begin);
  if (row.bad && found.code == ERR_NONE)
    database_damaged (&notebook->database, "a tag", &found);
  if (found.code != ERR_NONE && err)
    *err = found;
  return found.code == ERR_NONE;
}

/* Renames the tag in note ID; *CHANGED where it had it.  */
static bool
rename_in_note (struct notebook *notebook, long long id, const char *from,
                const char *to, bool *changed, struct err *err)
{
  struct bare bare;
  bool done = bare_read (notebook, id, &bare, err);
  char *text = done ? note_rename_tag (bare.text, from, to) : NULL;
  *changed = text && strcmp (text, bare.text) != 0;
  if (*changed)
    done = note_replace (notebook, &bare, text, note_event_name (EVENT_TAG),
                         err);
  free (text);
  bare_clear (&bare);
  return done;
}

static bool
rename_all (struct notebook *notebook, const struct note_numbers *numbers,
            const char *from, const char *to, size_t *count, struct err *err)
{
  if (!database_begin (&notebook->database, err))
    return false;
  bool done = true;
  for (size_t i = 0; done && i < numbers->len; i++)
    {
      bool changed;
      done = rename_in_note (notebook, numbers->items[i], from, to, &changed,
                             err);
      *count += done && changed;
    }
  return database_end (&notebook->database, done, err);
}

bool
notebook_rename_tag (struct notebook *notebook, const char *from,
                     const char *to, size_t *count, struct err *err)
{
  struct note_numbers numbers = { NULL, 0, 0 };
  struct note_query query = { .tag = from };
  size_t changed = 0;
  if (!text_is_clean (to) || !note_is_tag (to, strlen (to)))
    return err_set (err, ERR_USAGE, to, NULL);
  bool done = notebook_find (notebook, &query, &numbers, err)
              && (numbers.len == 0
                  || rename_all (notebook, &numbers, from, to, &changed, err));
  if (count)
    *count = done ? changed : 0;
  VEC_FREE (&numbers);
  return done;
}

/* --- links --------------------------------------------------------------- */

/* Appends the numbers of ROW.  */
static bool
take_numbers (struct row *row, struct note_numbers *numbers, struct err *err)
{
  struct err found;
  while (row_next (row, &found))
    VEC_PUSH (numbers, take_number (row, 1, LLONG_MAX));
  if (found.code != ERR_NONE && err)
    *err = found;
  return found.code == ERR_NONE;
}

bool
notebook_links_to (struct notebook *notebook, const struct citation *citation,
                   struct note_numbers *numbers, struct err *err)
{
  const char *path = citation->path;
  char *whole = citation->collection && path
                  ? mem_format ("%s/%s", citation->collection, path)
                  : NULL;
  const char *names[] = { citation->title[ORIGINAL],
                          citation->title[TRANSLATION], path, whole };
  char *keys[4];
  struct row row = row_of (&notebook->database, LINK_LIST);
  for (size_t i = 0; i < 4; i++)
    {
      keys[i] = names[i] && text_is_clean (names[i]) ? link_key_of (names[i])
                                                     : NULL;
      put_text (&row, keys[i]);
    }
  bool done = take_numbers (&row, numbers, err);
  for (size_t i = 0; i < 4; i++)
    free (keys[i]);
  free (whole);
  return done;
}

bool
notebook_links_to_note (struct notebook *notebook, const char *uuid,
                        struct note_numbers *numbers, struct err *err)
{
  struct row row = row_of (&notebook->database, LINK_LIST_NOTE);
  put_text (&row, uuid);
  return take_numbers (&row, numbers, err);
}
