/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader's own list of terms in the notebook.  */
#include <config.h>

#include "store/notebook_terms.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/utf8.h"
#include "store/notebook_private.h"

const char *
term_choice_name (enum term_choice choice)
{
  static const char *const names[TERM_CHOICES]
    = { "added", "hidden", "joined" };
  return names[choice];
}

void
own_terms_free (struct own_terms *terms)
{
  for (size_t i = 0; i < terms->len; i++)
    {
      free (terms->items[i].text);
      free (terms->items[i].joined);
    }
  VEC_FREE (terms);
}

bool
notebook_terms (struct notebook *notebook, struct own_terms *terms,
                struct err *err)
{
  struct err found;
  struct row row = row_of (&notebook->database, OWN_TERMS);
  bool bad = false;
  while (row_next (&row, &found))
    {
      struct own_term term;
      term.text = take_text (&row);
      term.choice = (enum term_choice) take_number (&row, 0, TERM_CHOICES - 1);
      term.joined = take_text (&row);
      bad = bad || row.bad;
      VEC_PUSH (terms, term);
    }
  if (bad && found.code == ERR_NONE)
    database_damaged (&notebook->database, "a row of own_term", &found);
  if (found.code != ERR_NONE && err)
    *err = found;
  return found.code == ERR_NONE;
}

bool
notebook_put_term (struct notebook *notebook, const char *text,
                   enum term_choice choice, const char *joined,
                   struct err *err)
{
  char now[NOTE_TIME_SIZE];
  joined = joined ? joined : "";
  if (utf8_check (text, strlen (text)) != strlen (text)
      || utf8_check (joined, strlen (joined)) != strlen (joined))
    return err_set (err, ERR_ENCODING, text, NULL);
  if (choice == TERM_JOINED && strcmp (text, joined) == 0)
    return err_set (err, ERR_USAGE, text, "%s",
                    N_ ("a term is joined with another one"));
  time_after (NULL, now);
  if (!database_begin (&notebook->database, err))
    return false;
  struct row row = row_of (&notebook->database, OWN_TERM_PUT);
  put_text (&row, text);
  put_number (&row, (long long) choice);
  put_text (&row, joined);
  put_text (&row, now);
  return database_end (&notebook->database, row_run (&row, err), err);
}

bool
notebook_drop_term (struct notebook *notebook, const char *text,
                    enum term_choice *choice, struct err *err)
{
  struct err found;
  struct row row = row_of (&notebook->database, OWN_TERM);
  put_text (&row, text);
  if (!row_next (&row, &found))
    {
      if (found.code == ERR_NONE)
        err_set (&found, ERR_NOT_FOUND, text, NULL);
      if (err)
        *err = found;
      return false;
    }
  if (choice)
    *choice = (enum term_choice) take_number (&row, 0, TERM_CHOICES - 1);
  row_done (&row);
  if (!database_begin (&notebook->database, err))
    return false;
  struct row drop = row_of (&notebook->database, OWN_TERM_DROP);
  put_text (&drop, text);
  return database_end (&notebook->database, row_run (&drop, err), err);
}
