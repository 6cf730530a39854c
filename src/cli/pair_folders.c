/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two folders of texts, aligned together.  */
#include "cli/pair_folders.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/intl.h"
#include "base/workers.h"
#include "cli/pair.h"
#include "cli/paper.h"
#include "cli/record.h"
#include "cli/say.h"
#include "export/safe_file.h"

/* A pair of files of that name.  */
struct twin
{
  char *name;
  struct document *document;
};

struct twins VEC (struct twin);

struct work
{
  struct cli *cli;
  const char *folder[SIDES];
  const char *output;
  const struct folder_options *options;
  struct twins twins;
  enum status status;
};

static char *
path_in (const char *folder, const char *name)
{
  return mem_format ("%s/%s", folder, name);
}

static bool
is_file (const char *path)
{
  struct stat st;
  return stat (path, &st) == 0 && S_ISREG (st.st_mode);
}

static int
is_visible (const struct dirent *entry)
{
  return entry->d_name[0] != '.';
}

/* Reads the pair of the files NAME.  */
static void
read_twin (struct work *work, const char *name)
{
  struct err err = ERR_INIT;
  char *path[SIDES] = { path_in (work->folder[ORIGINAL], name),
                        path_in (work->folder[TRANSLATION], name) };
  if (is_file (path[ORIGINAL]) && is_file (path[TRANSLATION]))
    {
      struct twin twin
        = { mem_string (name),
            pair_read (path[ORIGINAL], path[TRANSLATION],
                       work->options->presegmented, &err) };
      if (twin.document)
        VEC_PUSH (&work->twins, twin);
      else
        free (twin.name);
    }
  else if (is_file (path[ORIGINAL]))
    err_set_errno (&err, ERR_OPEN, path[TRANSLATION], ENOENT);
  else if (is_file (path[TRANSLATION]))
    err_set_errno (&err, ERR_OPEN, path[ORIGINAL], ENOENT);
  if (err.code != ERR_NONE)
    {
      say_problem (&err);
      work->status = STATUS_FAILED;
    }
  free (path[ORIGINAL]);
  free (path[TRANSLATION]);
}

/* Whether the folder of side S has the file NAME.  */
static bool
side_has (const struct work *work, enum side s, const char *name)
{
  char *path = path_in (work->folder[s], name);
  bool there = is_file (path);
  free (path);
  return there;
}

/* Reads all pairs of which side S has a file; on the second side only those
   that the first has not told of.  */
static bool
read_side (struct work *work, enum side s, struct err *err)
{
  struct dirent **names;
  int count = scandir (work->folder[s], &names, is_visible, alphasort);
  if (count < 0)
    return err_set_errno (err, ERR_OPEN, work->folder[s], errno);
  for (int k = 0; k < count; k++)
    {
      const char *name = names[k]->d_name;
      if (s == ORIGINAL || !side_has (work, ORIGINAL, name))
        read_twin (work, name);
      free (names[k]);
    }
  free (names);
  return true;
}

static void
align_twins (struct work *work)
{
  struct align_texts texts = { 0 };
  struct align_aids aids = *cli_aids (work->cli);
  for (size_t k = 0; k < work->twins.len; k++)
    {
      struct document *d = work->twins.items[k].document;
      struct align_text text
        = { &d->side[ORIGINAL], &d->side[TRANSLATION], &d->beads };
      VEC_PUSH (&texts, text);
    }
  aids.workers = workers_new (work->options->jobs);
  align_together (&texts, &aids);
  workers_free (aids.workers);
  VEC_FREE (&texts);
}

/* Adds the names of the columns as a record.  */
static void
add_header (struct buf *out)
{
  for (size_t k = 0; alignment_columns[k]; k++)
    buf_add_format (out, "%s%s", k ? "\t" : "", alignment_columns[k]);
  buf_add_byte (out, '\n');
}

static bool
write_twin (struct work *work, const struct twin *twin, struct err *err)
{
  enum alignment_format format = work->options->format;
  struct buf out = BUF_INIT;
  char *name = mem_format ("%s%s", twin->name, alignment_ending (format));
  char *path = path_in (work->output, name);
  if (work->options->header && format == ALIGNMENT_TSV)
    add_header (&out);
  alignment_write (twin->document, format, 80, &out);
  bool done = safe_file_write (path, buf_string (&out), out.len, err);
  free (name);
  free (path);
  buf_free (&out);
  return done;
}

static bool
write_twins (struct work *work, struct err *err)
{
  if (mkdir (work->output, 0777) != 0 && errno != EEXIST)
    return err_set_errno (err, ERR_WRITE, work->output, errno);
  bool done = true;
  for (size_t k = 0; done && k < work->twins.len; k++)
    {
      const struct twin *twin = &work->twins.items[k];
      char *path[SIDES] = { path_in (work->folder[ORIGINAL], twin->name),
                            path_in (work->folder[TRANSLATION], twin->name) };
      pair_doubt (twin->document, path[ORIGINAL], path[TRANSLATION]);
      done = write_twin (work, twin, err);
      free (path[ORIGINAL]);
      free (path[TRANSLATION]);
    }
  return done;
}

enum status
pair_folders (struct cli *cli, const char *original, const char *translation,
              const char *output, const struct folder_options *options)
{
  struct err err;
  struct work work = { .cli = cli,
                       .folder = { original, translation },
                       .output = output,
                       .options = options,
                       .status = STATUS_DONE };
  bool done = read_side (&work, ORIGINAL, &err)
              && read_side (&work, TRANSLATION, &err);
  if (done && work.twins.len == 0)
    {
      say (_ ("%s and %s have no file of the same name"), original,
           translation);
      work.status = STATUS_NOTHING;
    }
  else if (done)
    {
      align_twins (&work);
      done = write_twins (&work, &err);
    }
  if (!done)
    work.status = cli_fail (&err);
  for (size_t k = 0; k < work.twins.len; k++)
    {
      free (work.twins.items[k].name);
      document_free (work.twins.items[k].document);
    }
  VEC_FREE (&work.twins);
  return work.status;
}

void
pair_doubt (const struct document *document, const char *original,
            const char *translation)
{
  double mean;
  if (align_doubt (document, &mean))
    say (_ ("%s and %s hardly agree (mean confidence %.2f): is one the "
            "translation of the other?"),
         original, translation, mean);
}
