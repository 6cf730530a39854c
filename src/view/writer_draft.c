/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Offering a draft that was left when the program ended.  */
#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "view/screens.h"
#include "view/writer.h"

static void
offer_done (struct app *app, unsigned key, void *data)
{
  struct draft *draft = data;
  struct err err = ERR_INIT;
  struct session *session = app->session;
  long long id = library_find_hash (session->library, draft->note.document);
  bool other
    = !session->reading || session->reading->document->id != id;
  if (key == 'd' || key == 'D')
    {
      if (!notebook_drop_draft (session->notebook, draft, &err))
        app_fail (app, &err);
      note_clear (&draft->note);
    }
  else if (key == 'y' || key == 'Y')
    {
      if (id && other && session_open (session, id, true, &err))
        page_open (app);
      if (id && session->reading && session->reading->document->id == id)
        reading_go_to (session->reading, draft->note.anchor.side,
                       draft->note.anchor.range.start);
      writer_open_draft (app, draft);
    }
  else
    note_clear (&draft->note);
  free (draft);
}

void
writer_offer_draft (struct app *app)
{
  const struct reading *reading = app->session->reading;
  struct draft *draft = mem_new (1, sizeof *draft);
  if (!notebook_draft (app->session->notebook,
                       reading ? reading->document->hash : NULL, draft))
    {
      free (draft);
      return;
    }
  app_ask_key (app,
               _("A note was not saved here. y: go on with it, d: drop it, "
                 "any other key: later "),
               offer_done, draft);
}
