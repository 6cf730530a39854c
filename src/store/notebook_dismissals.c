/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dismissed discrepancies in the notebook.  */
#include <config.h>

#include "store/notebook_private.h"

/* Statement WHICH with what DISMISSAL is known by.  */
static struct row
row_for (struct notebook *notebook, enum notebook_statement which,
         const struct dismissal *dismissal)
{
  struct row row = row_of (&notebook->database, which);
  put_text (&row, dismissal->document);
  put_text (&row, dismissal->kind);
  for (enum side s = 0; s < SIDES; s++)
    put_text (&row, dismissal->words[s]);
  return row;
}

bool
notebook_dismiss (struct notebook *notebook,
                  const struct dismissal *dismissal, bool dismissed,
                  struct err *err)
{
  char now[NOTE_TIME_SIZE];
  time_after (NULL, now);
  if (!database_begin (&notebook->database, err))
    return false;
  struct row row = row_for (notebook,
                            dismissed ? DISMISSAL_NEW : DISMISSAL_DROP,
                            dismissal);
  if (dismissed)
    put_text (&row, now);
  return database_end (&notebook->database, row_run (&row, err), err);
}

bool
notebook_dismissed (struct notebook *notebook,
                    const struct dismissal *dismissal)
{
  struct row row = row_for (notebook, DISMISSAL_GET, dismissal);
  bool found = row_next (&row, NULL);
  row_done (&row);
  return found;
}
