/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shelf of dictionaries.  */
#include "store/shelf.h"

#include <stdlib.h>
#include <string.h>

#include "align/dictionary.h"
#include "align/words.h"
#include "store/mapping.h"
#include "store/shelf_file.h"

/* A smaller one holds some terms only.  */
enum { LARGE_WORDS = 5000 };

/* A dictionary and its bytes.  */
struct volume
{
  char *name;
  void *bytes;
  size_t len;
  struct dictionary *dictionary;
};

struct shelf
{
  char *folder; /* NULL: none */
  void (*problem) (const struct err *err, void *data);
  void *data;
  bool read;
  struct buf words;
  struct dictionary *built_in;
  struct volume volumes[DICTIONARIES_MOST];
  size_t len;
  const struct dictionary *dictionary[DICTIONARIES_MOST];
  struct align_aids aids;
};

/* Opens volume NAME; false where it is damaged.  */
static bool
volume_open (struct volume *volume, const char *folder, const char *name,
             struct err *err)
{
  char *path = shelf_file_path (folder, name, SHELF_DICTIONARY);
  volume->bytes = mapping_open (path, &volume->len, err);
  volume->dictionary
    = volume->bytes
        ? dictionary_open (volume->bytes, volume->len, path, err)
        : NULL;
  if (volume->dictionary)
    volume->name = mem_string (name);
  else if (volume->bytes)
    mapping_close (volume->bytes, volume->len);
  free (path);
  return volume->dictionary != NULL;
}

static void
take_volume (void *data, const char *name)
{
  struct err err;
  struct shelf *shelf = data;
  /* One place is left for a document's own glossary.  */
  if (shelf->len >= DICTIONARIES_MOST - 2)
    return;
  if (volume_open (&shelf->volumes[shelf->len], shelf->folder, name, &err))
    shelf->len++;
  else if (shelf->problem)
    shelf->problem (&err, shelf->data);
}

/* Whether VOLUME is the lexicon that was learned.  */
static bool
is_lexicon (const struct volume *volume)
{
  return strcmp (volume->name, SHELF_LEXICON) == 0;
}

/* Whether one of the dictionaries that were installed is large.  */
static bool
has_large (const struct shelf *shelf)
{
  for (size_t k = 0; k < shelf->len; k++)
    if (!is_lexicon (&shelf->volumes[k])
        && dictionary_words (shelf->volumes[k].dictionary) >= LARGE_WORDS)
      return true;
  return false;
}

/* Lists all dictionaries, the lexicon last.  */
static void
take_dictionaries (struct shelf *shelf)
{
  struct align_aids *aids = &shelf->aids;
  words_image (&shelf->words, !has_large (shelf));
  shelf->built_in
    = dictionary_open (shelf->words.data, shelf->words.len, NULL, NULL);
  shelf->dictionary[aids->dictionaries++] = shelf->built_in;
  for (int lexicon = 0; lexicon < 2; lexicon++)
    for (size_t k = 0; k < shelf->len; k++)
      if (is_lexicon (&shelf->volumes[k]) == (lexicon == 1))
        {
          const struct dictionary *d = shelf->volumes[k].dictionary;
          shelf->dictionary[aids->dictionaries++] = d;
          aids->large = aids->large || dictionary_words (d) >= LARGE_WORDS;
        }
  aids->dictionary = shelf->dictionary;
}

static void
read_shelf (struct shelf *shelf)
{
  if (shelf->read)
    return;
  shelf->read = true;
  if (shelf->folder)
    shelf_file_each (shelf->folder, SHELF_DICTIONARY, take_volume, shelf);
  take_dictionaries (shelf);
}

struct align_aids
shelf_aids_without_lexicon (struct shelf *shelf)
{
  read_shelf (shelf);
  struct align_aids aids = shelf->aids;
  aids.large = has_large (shelf);
  for (size_t k = 0; k < shelf->len; k++)
    aids.dictionaries -= is_lexicon (&shelf->volumes[k]);
  return aids;
}

struct shelf *
shelf_open (const char *folder,
            void (*problem) (const struct err *err, void *data), void *data)
{
  struct shelf *shelf = mem_new (1, sizeof *shelf);
  shelf->folder = folder ? mem_string (folder) : NULL;
  shelf->problem = problem;
  shelf->data = data;
  return shelf;
}

void
shelf_close (struct shelf *shelf)
{
  if (!shelf)
    return;
  for (size_t k = 0; k < shelf->len; k++)
    {
      dictionary_close (shelf->volumes[k].dictionary);
      mapping_close (shelf->volumes[k].bytes, shelf->volumes[k].len);
      free (shelf->volumes[k].name);
    }
  dictionary_close (shelf->built_in);
  buf_free (&shelf->words);
  free (shelf->folder);
  free (shelf);
}

const struct align_aids *
shelf_aids (struct shelf *shelf)
{
  read_shelf (shelf);
  return &shelf->aids;
}

void
shelf_list (struct shelf *shelf, struct shelved_list *list)
{
  read_shelf (shelf);
  for (size_t k = 0; k < shelf->len; k++)
    {
      const struct volume *volume = &shelf->volumes[k];
      struct shelved row
        = { mem_string (volume->name), dictionary_words (volume->dictionary),
            (long long) volume->len };
      VEC_PUSH (list, row);
    }
}

void
shelved_list_free (struct shelved_list *list)
{
  for (size_t k = 0; k < list->len; k++)
    free (list->items[k].name);
  VEC_FREE (list);
}

bool
shelf_add (const char *folder, const char *name, const struct buf *image,
           struct err *err)
{
  return shelf_file_add (folder, name, SHELF_DICTIONARY, image, err);
}

bool
shelf_remove (const char *folder, const char *name, struct err *err)
{
  return shelf_file_remove (folder, name, SHELF_DICTIONARY, err);
}
