/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page can do with its text: finding, bookmarks, copies.  */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "view/page.h"
#include "view/screens.h"

/* --- finding ------------------------------------------------------------ */

static void
find_again (struct app *app, bool forward)
{
  struct session *session = app->session;
  bool wrapped;
  if (!session->sought && session->pattern)
    session_show_pattern (session);
  if (!session->sought)
    {
      app_say (app, "%s", _("Nothing was searched for yet."));
      return;
    }
  session_mark_step (session);
  if (!reading_find (session->reading, session->sought, forward, &wrapped))
    {
      session->trail.len--;
      app_say (app, _("\"%s\" is not in this document."), session->pattern);
    }
  else if (wrapped)
    app_say (app, "%s", forward ? _("Found again from the beginning.")
                                : _("Found again from the end."));
}

static void
find_done (struct app *app, const char *text, void *data)
{
  struct page *page = data;
  struct session *session = app->session;
  if (!text)
    return;
  session->forward = page->forward;
  if (*text)
    {
      session_set_pattern (session, text, page->forward);
      session->reading->found = false;
    }
  find_again (app, page->forward);
  page_jump (app, page);
}

static void
ask_find (struct app *app, struct page *page, bool forward)
{
  page->forward = forward;
  app_ask (app, forward ? _("Find: ") : _("Find backwards: "), "", find_done,
           NULL, page);
}

/* --- copies and bookmarks --------------------------------------------------- */

static void
copy (struct app *app)
{
  char *text = session_copy_text (app->session);
  bool done = term_copy (app->terminal, text, strlen (text));
  app_say (app, "%s",
           done ? _("Sent to the terminal's clipboard with its source.")
                : _("Too long for the terminal's clipboard."));
  app->session->reading->selecting = false;
  free (text);
}

/* Of what is marked, else of what is asked for.  */
static void
show_concordance (struct app *app)
{
  struct reading *reading = app->session->reading;
  struct range marked = reading_selection (reading);
  const char *text = reading->document->side[reading->side].text;
  char *words = mem_copy (text + marked.start, range_len (marked));
  bool selecting = reading->selecting;
  reading->selecting = false;
  if (selecting && *words)
    concordance_open (app, words, false);
  else
    concordance_ask (app, "");
  free (words);
}

static void
bookmark_set (struct app *app, unsigned key, void *data)
{
  (void) data;
  struct reading *reading = app->session->reading;
  struct err err;
  struct bookmark bookmark = { .letter = 0 };
  bookmark.at = reading_place (reading, &bookmark.side);
  if (key > 0x7E || !isalnum ((int) key))
    {
      app_say (app, "%s", _("A bookmark is a letter or a digit."));
      return;
    }
  bookmark.letter = (char) key;
  memcpy (bookmark.document, reading->document->hash,
          sizeof bookmark.document);
  if (notebook_set_bookmark (app->session->notebook, &bookmark, &err))
    app_say (app, _("Bookmark %c is set."), bookmark.letter);
  else
    app_fail (app, &err);
}

static void
bookmark_go (struct app *app, unsigned key, void *data)
{
  struct page *page = data;
  struct bookmark bookmark;
  if (key > 0x7E || !isalnum ((int) key)
      || !notebook_bookmark (app->session->notebook, (char) key, &bookmark))
    {
      app_say (app, "%s", _("There is no such bookmark."));
      return;
    }
  long long id
    = library_find_hash (app->session->library, bookmark.document);
  if (!id)
    app_say (app, "%s", _("The bookmark's document is not in the library."));
  else if (page_go (app, id, bookmark.side, bookmark.at))
    page_jump (app, page);
}

static bool
act_find (struct app *app, struct page *page, enum action action)
{
  switch (action)
    {
    case ACTION_FIND:
    case ACTION_FIND_BACK:
      ask_find (app, page, action == ACTION_FIND);
      return true;
    case ACTION_FIND_NEXT:
    case ACTION_FIND_PREVIOUS:
      find_again (app, (action == ACTION_FIND_NEXT) == app->session->forward);
      page_jump (app, page);
      return true;
    default:
      return false;
    }
}

bool
page_tool (struct app *app, struct page *page, enum action action)
{
  struct reading *reading = app->session->reading;
  switch (action)
    {
    case ACTION_SELECT:
      reading_select (reading);
      return true;
    case ACTION_EXPORT:
      note_ask_export (app, reading->document->hash);
      return true;
    case ACTION_BOOKMARK:
      app_ask_key (app, _("Bookmark here: a letter? "), bookmark_set, NULL);
      return true;
    case ACTION_BOOKMARK_GO:
      app_ask_key (app, _("Go to bookmark: a letter? "), bookmark_go, page);
      return true;
    case ACTION_COPY:
      copy (app);
      return true;
    case ACTION_CONCORDANCE:
      show_concordance (app);
      return true;
    default:
      return act_find (app, page, action);
    }
}
