/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stepping through the discrepancies.  */
#include "base/intl.h"
#include "view/page.h"

static void
step (struct app *app, struct page *page, bool forward)
{
  if (session_next_check (app->session, forward))
    page_jump (app, page);
  else
    app_say (app, "%s",
             forward ? _("No discrepancy is told of from here on.")
                     : _("No discrepancy is told of before this."));
}

static void
dismiss (struct app *app)
{
  struct err err = ERR_INIT;
  enum dismissing what;
  if (!session_dismiss (app->session, &what, &err))
    app_fail (app, &err);
  else
    app_say (app, "%s",
             what == DISMISSED      ? _("Dismissed; kept in the notebook.")
             : what == BROUGHT_BACK ? _("What was dismissed is back.")
                                    : _("There is nothing to dismiss here."));
}

bool
page_check (struct app *app, struct page *page, enum action action)
{
  switch (action)
    {
    case ACTION_CHECK_NEXT:
    case ACTION_CHECK_PREVIOUS:
      step (app, page, action == ACTION_CHECK_NEXT);
      return true;
    case ACTION_DISMISS:
      dismiss (app);
      return true;
    default:
      return false;
    }
}
