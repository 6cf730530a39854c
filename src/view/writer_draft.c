/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Offering a draft that was left when the program ended.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "view/preview.h"
#include "view/screens.h"
#include "view/writer.h"

static void
offer_free (struct draft *draft)
{
  note_clear (&draft->note);
  free (draft);
}

static void
drop_done (struct app *app, unsigned key, void *data)
{
  struct draft *draft = data;
  struct err err = ERR_INIT;
  if ((key == 'y' || key == 'Y')
      && !notebook_drop_draft (app->session->notebook, draft, &err))
    app_fail (app, &err);
  offer_free (draft);
}

/* Dropping can't be undone.  */
static void
ask_drop (struct app *app, struct draft *draft)
{
  enum { MOST = 100 };
  char *start = preview_cut (draft->note.text, MOST);
  start[strcspn (start, "\n")] = '\0';
  char *label
    = mem_format (_("Drop \"%s\"? y: yes, any other key: no "), start);
  app_ask_key (app, label, drop_done, draft);
  free (label);
  free (start);
}

/* Goes to where DRAFT was begun, and on with it.  */
static void
go_on (struct app *app, struct draft *draft)
{
  struct err err = ERR_INIT;
  struct session *session = app->session;
  long long id = library_find_hash (session->library, draft->note.document);
  bool other
    = !session->reading || session->reading->document->id != id;
  if (id && other && session_open (session, id, true, &err))
    page_open (app);
  if (id && session->reading && session->reading->document->id == id)
    reading_go_to (session->reading, draft->note.anchor.side,
                   draft->note.anchor.range.start);
  writer_open_draft (app, draft);
  free (draft);
}

static void
offer_done (struct app *app, unsigned key, void *data)
{
  if (key == 'y' || key == 'Y')
    go_on (app, data);
  else if (key == 'd' || key == 'D')
    ask_drop (app, data);
  else
    offer_free (data);
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
  app_offer (app,
             _("A note was not saved here. y: go on with it, d: drop it, "
               "any other key: later "),
             "yYdD", offer_done, draft);
}
