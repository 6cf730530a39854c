/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Corrections of beads in the notebook.  */
#include <config.h>

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "store/notebook_private.h"

static void
put_stretch (struct row *row, const struct anchor *anchor)
{
  put_number (row, (long long) anchor->range.start);
  put_number (row, (long long) anchor->range.end);
  put_text (row, anchor->exact);
  put_text (row, anchor->prefix);
  put_text (row, anchor->suffix);
  put_number (row, (long long) anchor->fingerprint);
}

static void
take_stretch (struct row *row, enum side side, struct anchor *anchor)
{
  anchor->kind = ANCHOR_SPAN;
  anchor->side = side;
  anchor->range.start = (size_t) take_number (row, 0, LLONG_MAX);
  anchor->range.end = (size_t) take_number (
    row, (long long) anchor->range.start, LLONG_MAX);
  anchor->exact = take_text (row);
  anchor->prefix = take_text (row);
  anchor->suffix = take_text (row);
  anchor->fingerprint
    = (unsigned long long) take_number (row, LLONG_MIN, LLONG_MAX);
  if (strlen (anchor->exact) != range_len (anchor->range))
    row->bad = true;
}

/* Takes the cuts; they must lie in the stretches of CORRECTION and never
   fall.  */
static void
take_cuts (struct row *row, struct correction *correction)
{
  char *text = take_text (row);
  struct cut last = { { 0, 0 } };
  int used = 0;
  for (const char *at = text; *at; at += used)
    {
      struct cut cut;
      bool good = sscanf (at, "%18zu:%18zu%n", &cut.at[ORIGINAL],
                          &cut.at[TRANSLATION], &used) == 2;
      for (enum side s = 0; good && s < SIDES; s++)
        good = cut.at[s] >= last.at[s]
               && cut.at[s] <= range_len (correction->stretch[s].range);
      if (!good)
        {
          row->bad = true;
          break;
        }
      VEC_PUSH (&correction->cuts, cut);
      last = cut;
    }
  free (text);
}

bool
notebook_correct (struct notebook *notebook,
                  const struct correction *correction, struct err *err)
{
  char now[NOTE_TIME_SIZE];
  struct buf cuts = BUF_INIT;
  for (size_t i = 0; i < correction->cuts.len; i++)
    buf_add_format (&cuts, "%s%zu:%zu", i ? " " : "",
                    correction->cuts.items[i].at[ORIGINAL],
                    correction->cuts.items[i].at[TRANSLATION]);
  time_after (NULL, now);
  bool done = database_begin (&notebook->database, err);
  if (done)
    {
      struct row row = row_of (&notebook->database, CORRECTION_NEW);
      put_text (&row, correction->document);
      for (enum side s = 0; s < SIDES; s++)
        put_stretch (&row, &correction->stretch[s]);
      put_text (&row, buf_string (&cuts));
      put_text (&row, now);
      done = database_end (&notebook->database, row_run (&row, err), err);
    }
  buf_free (&cuts);
  return done;
}

bool
notebook_uncorrect (struct notebook *notebook, long long id, struct err *err)
{
  char now[NOTE_TIME_SIZE];
  time_after (NULL, now);
  if (!database_begin (&notebook->database, err))
    return false;
  struct row row = row_of (&notebook->database, CORRECTION_DELETE);
  put_number (&row, id);
  put_text (&row, now);
  return database_end (&notebook->database, row_run (&row, err), err);
}

bool
notebook_corrections (struct notebook *notebook, const char *document,
                      struct corrections *corrections, struct err *err)
{
  bool damaged = false;
  struct err found;
  struct row row = row_of (&notebook->database, CORRECTION_LIST);
  put_text (&row, document);
  while (row_next (&row, &found))
    {
      struct correction correction = { 0 };
      correction.id = take_number (&row, 1, LLONG_MAX);
      take_hash (&row, correction.document);
      for (enum side s = 0; s < SIDES; s++)
        take_stretch (&row, s, &correction.stretch[s]);
      take_cuts (&row, &correction);
      if (row.bad)
        correction_clear (&correction);
      else
        VEC_PUSH (corrections, correction);
      damaged = damaged || row.bad;
      row.bad = false;
    }
  if (damaged && !found.code)
    database_damaged (&notebook->database, "a correction", &found);
  if (found.code && err)
    *err = found;
  return !found.code;
}

bool
notebook_mend (struct notebook *notebook, struct document *document,
               size_t *lost, struct err *err)
{
  struct corrections corrections = { NULL, 0, 0 };
  bool read = notebook_corrections (notebook, document->hash, &corrections,
                                    err);
  *lost = 0;
  for (size_t i = 0; i < corrections.len; i++)
    if (!correction_apply (document, &corrections.items[i]))
      ++*lost;
  corrections_free (&corrections);
  return read;
}
