/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mending what faces what, from the keyboard.  */
#include "base/intl.h"
#include "view/page.h"

/* Says what came of it.  */
static void
tell (struct app *app, bool good, bool done, const char *yes, const char *no,
      const struct err *err)
{
  if (!good)
    app_fail (app, err);
  else
    app_say (app, "%s", done ? yes : no);
}

static void
mend (struct app *app, enum mend what, const char *yes, const char *no)
{
  struct err err = ERR_INIT;
  bool done = false;
  bool good = session_mend (app->session, what, &done, &err);
  tell (app, good, done, yes, no, &err);
}

static void
undo (struct app *app)
{
  struct err err = ERR_INIT;
  bool done = false;
  bool good = session_unmend (app->session, &done, &err);
  tell (app, good, done, _("The correction is taken back."),
        _("This pair was not corrected."), &err);
}

bool
page_mend (struct app *app, struct page *page, enum action action)
{
  switch (action)
    {
    case ACTION_MEND_JOIN:
      mend (app, MEND_JOIN, _("Joined with the next pair; kept."),
            _("There is no next pair to join."));
      break;
    case ACTION_MEND_SPLIT:
      mend (app, MEND_SPLIT, _("Split in two; kept."),
            _("There is nothing to split here."));
      break;
    case ACTION_MEND_GIVE:
      mend (app, MEND_GIVE, _("The last sentence went to the next pair; kept."),
            _("There is no sentence to give on this side."));
      break;
    case ACTION_MEND_TAKE:
      mend (app, MEND_TAKE, _("The next pair's first sentence came here; kept."),
            _("There is no sentence to take on this side."));
      break;
    case ACTION_MEND_UNDO:
      undo (app);
      break;
    default:
      return false;
    }
  page_follow (app, page);
  return true;
}
