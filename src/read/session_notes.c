/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session behind the screen: writing to the notebook.  */
#include "base/mem.h"
#include "read/session.h"
#include "store/notebook_history.h"

/* Writes NOTE and drops its draft; *SAVED is its number, also where BASED_ON made
   it a second one.  */
static bool
write_note (struct notebook *notebook, struct note *note,
            const char *based_on, long long *saved, struct err *err)
{
  struct draft draft = { .note = *note };
  *saved = note->id;
  if (note->id
        ? !notebook_edit (notebook, note->id, note->text, based_on, saved, err)
        : !notebook_add (notebook, note, err))
    return false;
  if (!draft.note.id)
    *saved = note->id;
  return notebook_drop_draft (notebook, &draft, err);
}

bool
session_save_note (struct session *session, struct note *note,
                   const char *based_on, bool *both, struct err *err)
{
  /* One transaction, since each waits for the disk.  */
  struct note before = *note;
  long long saved = 0;
  struct notebook *notebook = session->notebook;
  if (!notebook_begin (notebook, err))
    return false;
  bool done = write_note (notebook, note, based_on, &saved, err);
  session_keep_place (session);
  if (!notebook_commit (notebook, done ? err : NULL) || !done)
    {
      *note = before;
      return false;
    }
  *both = before.id && saved != before.id;
  session_reload_notes (session);
  if (session->reading)
    reading_show_note (session->reading, saved);
  return true;
}

void
session_reload_notes (struct session *session)
{
  if (session->reading)
    reading_load_notes (session->reading, session->notebook);
}

bool
session_delete_note (struct session *session, long long id, struct err *err)
{
  if (!notebook_delete (session->notebook, id, err))
    return false;
  session_reload_notes (session);
  return true;
}

bool
session_restore_note (struct session *session, long long id, struct err *err)
{
  if (!notebook_restore (session->notebook, id, err))
    return false;
  session_reload_notes (session);
  if (session->reading)
    reading_show_note (session->reading, id);
  return true;
}

bool
session_highlight (struct session *session, char letter, struct err *err)
{
  struct reading *reading = session->reading;
  const struct mark *mark = reading->selecting ? NULL : reading_note (reading);
  long long id = mark ? mark->note.id : 0;
  bool bare = mark && !*mark->note.text;
  if (mark)
    {
      if (!(bare && !letter
              ? notebook_delete (session->notebook, id, err)
              : notebook_highlight (session->notebook, id, letter, err)))
        return false;
    }
  else if (letter)
    {
      struct note note = reading_new_note (reading);
      note.highlight = letter;
      bool done = notebook_add (session->notebook, &note, err);
      id = note.id;
      note_clear (&note);
      if (!done)
        return false;
    }
  reading->selecting = false;
  session_reload_notes (session);
  reading_show_note (reading, id);
  return true;
}
