/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dictionaries: from a file to the shelf.  */
#include "ingest/dictionary_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "align/cedict_words.h"
#include "base/mem.h"
#include "index/entry_maker.h"
#include "index/unihan.h"
#include "ingest/source.h"
#include "ingest/unpack.h"
#include "store/entries.h"
#include "store/shelf.h"

/* Where Debian's unicode-data has Unihan.  */
#define UNICODE_FOLDER "/usr/share/unicode"
#define READINGS "Unihan_Readings.txt"
#define VARIANTS "Unihan_Variants.txt"

/* A dictionary in the making.  */
struct making
{
  struct dictionary_maker *words; /* NULL: the aligner has no use for it */
  struct entry_maker *entries;
  struct dictionary_added *added;
};

void
dictionary_added_clear (struct dictionary_added *added)
{
  free (added->name);
  *added = (struct dictionary_added) { .name = NULL };
}

/* --- files -------------------------------------------------------------- */

static bool
too_large (const char *path, struct err *err)
{
  return err_set (err, ERR_TOO_LARGE, path, "%d MB",
                  DICTIONARY_FILE_MOST >> 20);
}

/* The bytes of PATH in OUT, unpacked.  */
static bool
read_file (const char *path, struct buf *out, struct err *err)
{
  struct source_stamp stamp;
  if (source_stamp (path, &stamp) && stamp.size > DICTIONARY_FILE_MOST)
    return too_large (path, err);
  if (!source_read (path, out, NULL, err))
    return false;
  if (out->len > DICTIONARY_FILE_MOST)
    return too_large (path, err);
  const char *program = unpack_program (buf_string (out), out->len);
  if (!program)
    return true;
  out->len = 0;
  if (unpack_file (program, path, DICTIONARY_FILE_MOST, out, err))
    return true;
  return err->code == ERR_TOO_LARGE ? too_large (path, err) : false;
}

/* The file NAME in FOLDER, packed or not; the caller frees it; NULL where
   there is none.  */
static char *
file_in (const char *folder, size_t len, const char *name)
{
  static const char *const endings[] = { "", ".bz2", ".gz", ".xz" };
  struct stat st;
  for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
    {
      char *path
        = mem_format ("%.*s/%s%s", (int) len, folder, name, endings[k]);
      if (stat (path, &st) == 0 && S_ISREG (st.st_mode))
        return path;
      free (path);
    }
  return NULL;
}

/* The file NAME beside the file PATH; the same.  */
static char *
file_beside (const char *path, const char *name)
{
  const char *slash = strrchr (path, '/');
  return slash ? file_in (path, (size_t) (slash - path), name)
               : file_in (".", 1, name);
}

/* --- reading ------------------------------------------------------------ */

static void
take_broken (void *data, long number)
{
  struct dictionary_added *added = ((struct making *) data)->added;
  if (added->broken < BROKEN_NAMED)
    added->line[added->broken] = number;
  added->broken++;
}

static void
take_entry (void *data, const struct cedict_entry *entry)
{
  struct making *making = data;
  cedict_words_add (making->words, entry);
  entry_maker_add (making->entries, entry, FORMS_BOTH);
}

static void
take_character (void *data, const struct cedict_entry *entry, bool simplified)
{
  struct making *making = data;
  entry_maker_add (making->entries, entry,
                   simplified ? FORMS_SIMPLIFIED : FORMS_TRADITIONAL);
}

/* Reads the bytes of the file PATH, one of Unihan's, and of the other one.  */
static bool
read_unihan (const char *path, const struct buf *bytes, enum unihan_file which,
             struct making *making, struct err *err)
{
  struct buf other = BUF_INIT;
  char *beside
    = file_beside (path, which == UNIHAN_READINGS ? VARIANTS : READINGS);
  bool done = which == UNIHAN_READINGS || beside
              || err_set_errno (err, ERR_OPEN, READINGS, ENOENT);
  if (done && beside)
    done = read_file (beside, &other, err);
  if (done)
    {
      const struct buf *readings = which == UNIHAN_READINGS ? bytes : &other;
      const struct buf *variants = which == UNIHAN_READINGS ? &other : bytes;
      struct unihan_texts texts = { buf_string (readings), readings->len,
                                    variants->data, variants->len };
      struct unihan_taker taker = { .entry = take_character,
                                    .broken = take_broken,
                                    .data = making };
      struct credits *credits = &making->added->credits;
      credits_read (texts.readings, texts.readings_len, credits);
      strcpy (credits->title, ENTRIES_UNIHAN);
      making->added->entries = unihan_read (&texts, path, &taker, err);
      done = making->added->entries > 0;
    }
  buf_free (&other);
  free (beside);
  return done;
}

static bool
read_dictionary (const char *path, struct making *making, struct err *err)
{
  struct buf bytes = BUF_INIT;
  bool done = read_file (path, &bytes, err);
  enum unihan_file unihan
    = done ? unihan_is (buf_string (&bytes), bytes.len) : UNIHAN_NONE;
  if (done && unihan)
    done = read_unihan (path, &bytes, unihan, making, err);
  else if (done)
    {
      struct cedict_taker taker = { .entry = take_entry,
                                    .broken = take_broken,
                                    .data = making };
      making->words = dictionary_maker_new ();
      credits_read (buf_string (&bytes), bytes.len, &making->added->credits);
      making->added->entries
        = cedict_read (buf_string (&bytes), bytes.len, path, &taker, err);
      done = making->added->entries > 0;
    }
  buf_free (&bytes);
  return done;
}

/* --- the shelf ---------------------------------------------------------- */

/* The last part of PATH without its endings; of Unihan "Unihan".  The caller
   frees it.  */
static char *
plain_name (const char *path)
{
  const char *slash = strrchr (path, '/');
  char *name = mem_string (slash ? slash + 1 : path);
  for (int k = 0; k < 2; k++)
    {
      char *dot = strrchr (name, '.');
      if (dot && dot > name)
        *dot = '\0';
    }
  return name;
}

static bool
put (const char *folder, struct making *making, struct err *err)
{
  struct buf image = BUF_INIT;
  const struct dictionary_added *added = making->added;
  bool done = entry_maker_image (making->entries, &added->credits, &image)
                ? entries_add (folder, added->name, &image, err)
                : err_set (err, ERR_TOO_LARGE, added->name, NULL);
  buf_clear (&image);
  if (done && making->words)
    {
      dictionary_maker_learn (making->words);
      dictionary_maker_image (making->words, &image);
      done = shelf_add (folder, added->name, &image, err);
    }
  buf_free (&image);
  return done;
}

/* The file that PATH means: itself, or that of Unihan in the folder PATH.  */
static char *
file_meant (const char *path, struct err *err)
{
  struct stat st;
  bool folder = !path || (stat (path, &st) == 0 && S_ISDIR (st.st_mode));
  if (!folder)
    return mem_string (path);
  const char *where = path ? path : UNICODE_FOLDER;
  char *file = file_in (where, strlen (where), READINGS);
  if (!file)
    {
      char *missing = mem_format ("%s/%s", where, READINGS);
      err_set_errno (err, ERR_OPEN, missing, ENOENT);
      free (missing);
    }
  return file;
}

bool
dictionary_file_add (const char *folder, const char *name, const char *path,
                     struct dictionary_added *added, struct err *err)
{
  *added = (struct dictionary_added) { .name = NULL };
  char *file = file_meant (path, err);
  if (!file)
    return false;
  struct making making
    = { .entries = entry_maker_new (), .added = added };
  bool done = read_dictionary (file, &making, err);
  if (done)
    {
      bool unihan = !making.words;
      added->name = name ? mem_string (name)
                    : unihan ? mem_string (ENTRIES_UNIHAN)
                             : plain_name (file);
      done = strcmp (added->name, SHELF_LEXICON) == 0
               ? err_set (err, ERR_USAGE, added->name, NULL)
               : put (folder, &making, err);
    }
  if (making.words)
    dictionary_maker_free (making.words);
  entry_maker_free (making.entries);
  free (file);
  return done;
}
