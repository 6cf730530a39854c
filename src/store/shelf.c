/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shelf of dictionaries.  */
#include "store/shelf.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "align/dictionary.h"
#include "align/words.h"
#include "export/safe_file.h"
#include "store/database_file.h"

#define SUBFOLDER "dictionaries"
#define ENDING ".dict"

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

static char *
shelf_path (const char *folder, const char *name)
{
  return mem_format ("%s/" SUBFOLDER "/%s" ENDING, folder, name);
}

/* The bytes of the file PATH; NULL where it can't be read.  */
static void *
map_file (const char *path, size_t *len, struct err *err)
{
  struct stat st;
  void *bytes = MAP_FAILED;
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file >= 0 && fstat (file, &st) == 0 && S_ISREG (st.st_mode)
      && st.st_size > 0)
    {
      *len = (size_t) st.st_size;
      bytes = mmap (NULL, *len, PROT_READ, MAP_PRIVATE, file, 0);
    }
  int number = errno;
  if (file >= 0)
    close (file);
  if (bytes != MAP_FAILED)
    return bytes;
  err_set_errno (err, ERR_READ, path, number);
  return NULL;
}

/* Opens volume NAME; false where it is damaged.  */
static bool
volume_open (struct volume *volume, const char *folder, const char *name,
             struct err *err)
{
  char *path = shelf_path (folder, name);
  volume->bytes = map_file (path, &volume->len, err);
  volume->dictionary
    = volume->bytes
        ? dictionary_open (volume->bytes, volume->len, path, err)
        : NULL;
  if (volume->dictionary)
    volume->name = mem_string (name);
  else if (volume->bytes)
    munmap (volume->bytes, volume->len);
  free (path);
  return volume->dictionary != NULL;
}

/* The name of the dictionary in the file NAME; NULL where it holds none.  */
static char *
volume_name (const char *name)
{
  size_t len = strlen (name), end = strlen (ENDING);
  if (name[0] == '.' || len <= end || strcmp (name + len - end, ENDING) != 0)
    return NULL;
  return mem_copy (name, len - end);
}

static void
open_volumes (struct shelf *shelf)
{
  struct dirent **names;
  char *path = mem_format ("%s/" SUBFOLDER, shelf->folder);
  int count = scandir (path, &names, NULL, alphasort);
  free (path);
  for (int k = 0; k < count; k++)
    {
      struct err err;
      char *name = volume_name (names[k]->d_name);
      /* One place is left for a document's own glossary.  */
      if (name && shelf->len < DICTIONARIES_MOST - 2)
        {
          if (volume_open (&shelf->volumes[shelf->len], shelf->folder, name,
                           &err))
            shelf->len++;
          else if (shelf->problem)
            shelf->problem (&err, shelf->data);
        }
      free (name);
      free (names[k]);
    }
  if (count >= 0)
    free (names);
}

/* Whether VOLUME is the lexicon that was learned.  */
static bool
is_lexicon (const struct volume *volume)
{
  return strcmp (volume->name, SHELF_LEXICON) == 0;
}

/* Lists all dictionaries, the lexicon last.  */
static void
take_dictionaries (struct shelf *shelf)
{
  struct align_aids *aids = &shelf->aids;
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
  words_image (&shelf->words);
  shelf->built_in
    = dictionary_open (shelf->words.data, shelf->words.len, NULL, NULL);
  if (shelf->folder)
    open_volumes (shelf);
  take_dictionaries (shelf);
}

struct align_aids
shelf_aids_without_lexicon (struct shelf *shelf)
{
  read_shelf (shelf);
  struct align_aids aids = shelf->aids;
  aids.large = false;
  for (size_t k = 0; k < shelf->len; k++)
    if (is_lexicon (&shelf->volumes[k]))
      aids.dictionaries--;
    else if (dictionary_words (shelf->volumes[k].dictionary) >= LARGE_WORDS)
      aids.large = true;
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
      munmap (shelf->volumes[k].bytes, shelf->volumes[k].len);
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

/* Whether NAME can stand in a folder.  */
static bool
name_is_sound (const char *name, struct err *err)
{
  if (name[0] && name[0] != '.' && !strchr (name, '/') && strlen (name) < 200)
    return true;
  return err_set (err, ERR_USAGE, name, NULL);
}

bool
shelf_add (const char *folder, const char *name, const struct buf *image,
           struct err *err)
{
  if (!name_is_sound (name, err))
    return false;
  char *path = shelf_path (folder, name);
  char *parent = mem_format ("%s/" SUBFOLDER, folder);
  bool done = folder_make (parent);
  if (!done)
    err_set_errno (err, ERR_WRITE, parent, errno);
  else
    done = safe_file_write (path, image->data, image->len, err);
  free (parent);
  free (path);
  return done;
}

bool
shelf_remove (const char *folder, const char *name, struct err *err)
{
  if (!name_is_sound (name, err))
    return false;
  char *path = shelf_path (folder, name);
  bool done = unlink (path) == 0;
  if (!done)
    err_set_errno (err, errno == ENOENT ? ERR_NOT_FOUND : ERR_WRITE,
                   errno == ENOENT ? name : path, errno);
  free (path);
  return done;
}
