/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes written into a folder, a file a document, so that the folder can live in
   git: names and bytes change only where the notes do.  */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/intl.h"
#include "base/mem.h"
#include "cli/export_form.h"
#include "cli/paper.h"
#include "cli/say.h"
#include "export/file_name.h"
#include "export/safe_file.h"

/* A note and the file it goes into.  */
struct leaf
{
  char *name;
  const struct export_note *note;
  size_t order;
};

struct leaves VEC (struct leaf);

/* A folder being written.  */
struct folder
{
  const char *path;
  const struct export_form *form;
  struct leaves leaves;
  size_t written, unchanged;
};

bool
export_is_folder (const char *output)
{
  struct stat st;
  size_t len = strlen (output);
  return (len > 0 && output[len - 1] == '/')
         || (stat (output, &st) == 0 && S_ISDIR (st.st_mode));
}

/* By document; of the notes on one, that which was changed last first.  */
static int
compare_document (const void *a, const void *b)
{
  const struct note *x = ((const struct leaf *) a)->note->note;
  const struct note *y = ((const struct leaf *) b)->note->note;
  int order = strcmp (x->document, y->document);
  if (order == 0)
    order = strcmp (y->modified, x->modified);
  return order ? order : strcmp (x->uuid, y->uuid);
}

static int
compare_name (const void *a, const void *b)
{
  const struct leaf *x = a, *y = b;
  int order = strcmp (x->name, y->name);
  return order ? order : x->order < y->order ? -1 : x->order > y->order;
}

/* Names the file of each note: one a document, after what the note that was
   changed last knows of it.  */
static void
name_leaves (struct folder *folder, const struct chosen *chosen)
{
  struct leaves *leaves = &folder->leaves;
  for (size_t i = 0; i < chosen->notes.len; i++)
    VEC_PUSH (leaves, (struct leaf) { NULL, &chosen->placed[i], i });
  qsort (leaves->items, leaves->len, sizeof *leaves->items, compare_document);
  for (size_t i = 0; i < leaves->len; i++)
    {
      const struct note *note = leaves->items[i].note->note;
      struct buf name = BUF_INIT;
      if (i > 0
          && strcmp (leaves->items[i - 1].note->note->document,
                     note->document) == 0)
        buf_add_string (&name, leaves->items[i - 1].name);
      else
        file_name_of (&note->citation, note->document,
                      folder->form->exporter->extension, &name);
      leaves->items[i].name = buf_take (&name);
    }
  qsort (leaves->items, leaves->len, sizeof *leaves->items, compare_name);
}

/* Whether the file PATH holds OUT.  */
static bool
holds (const char *path, const struct buf *out)
{
  struct stat st;
  if (stat (path, &st) != 0 || !S_ISREG (st.st_mode)
      || (size_t) st.st_size != out->len)
    return false;
  FILE *file = fopen (path, "rbe");
  char *there = mem_new (out->len, 1);
  bool same = file && fread (there, 1, out->len, file) == out->len
              && memcmp (there, buf_string (out), out->len) == 0;
  if (file)
    fclose (file);
  free (there);
  return same;
}

/* Writes the COUNT leaves at FIRST as one file.  */
static bool
write_file (struct folder *folder, const struct leaf *first, size_t count)
{
  struct export_form form = *folder->form;
  struct export_note *notes = mem_new (count, sizeof *notes);
  struct buf out = BUF_INIT;
  struct err err;
  size_t stem = strlen (first->name) - strlen (form.exporter->extension);
  char *name = mem_copy (first->name, stem);
  char *path = mem_format ("%s/%s", folder->path, first->name);
  for (size_t i = 0; i < count; i++)
    notes[i] = *first[i].note;
  form.options.name = name;
  export_form_write (&form, notes, count, &out);
  bool same = holds (path, &out);
  bool done = same || safe_file_write (path, buf_string (&out), out.len, &err);
  folder->unchanged += same;
  folder->written += done && !same;
  if (!done)
    say_err (&err);
  buf_free (&out);
  free (path);
  free (name);
  free (notes);
  return done;
}

static bool
write_files (struct folder *folder)
{
  const struct leaves *leaves = &folder->leaves;
  for (size_t at = 0, end; at < leaves->len; at = end)
    {
      for (end = at + 1; end < leaves->len
                         && strcmp (leaves->items[at].name,
                                    leaves->items[end].name) == 0;)
        end++;
      if (!write_file (folder, leaves->items + at, end - at))
        return false;
    }
  return true;
}

static bool
is_written (const struct folder *folder, const char *name)
{
  size_t low;
  VEC_PLACE (&folder->leaves, low, middle,
             strcmp (folder->leaves.items[middle].name, name) < 0);
  return low < folder->leaves.len
         && strcmp (folder->leaves.items[low].name, name) == 0;
}

/* Says which files of earlier exports are left over.  */
static void
tell_left_over (const struct folder *folder)
{
  struct dirent **entries;
  int count = scandir (folder->path, &entries, NULL, alphasort);
  for (int i = 0; i < count; i++)
    {
      const char *name = entries[i]->d_name;
      if (file_name_is_ours (name, folder->form->exporter->extension)
          && !is_written (folder, name))
        say (_ ("%s/%s is left over: no note is on its document any more"),
             folder->path, name);
      free (entries[i]);
    }
  if (count >= 0)
    free (entries);
}

/* OUTPUT without slashes at its end; the caller frees it.  */
static char *
folder_path (const char *output)
{
  size_t len = strlen (output);
  while (len > 1 && output[len - 1] == '/')
    len--;
  return mem_copy (output, len);
}

enum status
export_to_folder (const char *output, const struct chosen *chosen,
                  const struct export_form *form, bool all)
{
  char *path = folder_path (output);
  struct folder folder = { .path = path, .form = form };
  struct err err;
  bool done = mkdir (path, 0777) == 0 || errno == EEXIST;
  if (!done)
    {
      err_set_errno (&err, ERR_WRITE, path, errno);
      say_err (&err);
    }
  name_leaves (&folder, chosen);
  done = done && write_files (&folder);
  if (done)
    {
      struct buf out = BUF_INIT;
      buf_add_format (&out, _ ("files written: %zu, unchanged: %zu\n"),
                      folder.written, folder.unchanged);
      paper_print (&out, false);
      if (all)
        tell_left_over (&folder);
    }
  for (size_t i = 0; i < folder.leaves.len; i++)
    free (folder.leaves.items[i].name);
  VEC_FREE (&folder.leaves);
  free (path);
  return done ? STATUS_DONE : STATUS_FAILED;
}
