/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mending the beads of the open document.  */
#include "read/session.h"

/* Reads the document anew, with its corrections of today, at the same place.  */
static bool
read_again (struct session *session, struct err *err)
{
  struct reading *reading = session->reading;
  enum side side;
  size_t at = reading_place (reading, &side);
  enum side own = reading->side;
  if (!session_open (session, reading->document->id, false, err))
    return false;
  reading_go_to (session->reading, side, at);
  session->reading->side = own;
  return true;
}

bool
session_mend (struct session *session, enum mend what, bool *done,
              struct err *err)
{
  const struct reading *reading = session->reading;
  struct correction correction;
  *done = correction_make (reading->document, reading->bead, what,
                           reading->side, &correction);
  if (!*done)
    return true;
  bool kept = notebook_correct (session->notebook, &correction, err);
  correction_clear (&correction);
  return kept && read_again (session, err);
}

bool
session_unmend (struct session *session, bool *done, struct err *err)
{
  const struct reading *reading = session->reading;
  struct corrections all = { NULL, 0, 0 };
  long long last = 0;
  bool good = notebook_corrections (session->notebook,
                                    reading->document->hash, &all, err);
  for (size_t i = 0; i < all.len; i++)
    if (correction_covers (reading->document, reading->bead, &all.items[i]))
      last = all.items[i].id;
  corrections_free (&all);
  *done = last != 0;
  return good
         && (!last
             || (notebook_uncorrect (session->notebook, last, err)
                 && read_again (session, err)));
}
