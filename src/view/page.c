/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done on the page.  */
#include "view/page.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "view/screens.h"

static void
follow (struct app *app, struct page *page)
{
  const struct reading *reading = app->session->reading;
  if (!page_fits (page, app->session))
    return;
  for (size_t i = 0; i < page->ports; i++)
    if (!page->free || &page->port[i] == page_port (page, reading))
      port_show (&page->port[i], reading->bead);
}

/* After a jump the place is shown with some text before it.  */
static void
jump (struct app *app, struct page *page)
{
  const struct reading *reading = app->session->reading;
  if (!page_fits (page, app->session))
    return;
  for (size_t i = 0; i < page->ports; i++)
    port_jump (&page->port[i], reading->bead);
}

static void
go_next (struct app *app, struct page *page)
{
  struct reading *reading = app->session->reading;
  struct port *port = page_port (page, reading);
  size_t below = port_below (port, reading->bead);
  size_t most = port->height > 2 ? port->height - 2 : 1;
  if (below > 0)
    port_scroll (port, (long) (below < most ? below : most));
  else if (reading->bead + 1 < reading->document->beads.len)
    {
      reading_go (reading, reading->bead + 1);
      follow (app, page);
    }
}

static void
go_previous (struct app *app, struct page *page)
{
  struct reading *reading = app->session->reading;
  struct port *port = page_port (page, reading);
  if (port->top.block == reading->bead && port->top.row > 0)
    port_scroll (port, -(long) (port->top.row < port->height
                                  ? port->top.row : port->height));
  else if (reading->bead > 0)
    {
      reading_go (reading, reading->bead - 1);
      follow (app, page);
    }
}

/* Scrolls by ROWS; the lit bead goes along: to the first one seen when it is no
   longer, and to the end when there is nothing more to scroll.  */
static void
scroll (struct page *page, struct reading *reading, long rows)
{
  struct port *port = page_port (page, reading);
  struct grid_place before = port->top;
  port_scroll (port, rows);
  bool moved = before.block != port->top.block || before.row != port->top.row;
  size_t first = port_first (port), last = port_last (port);
  if (!moved)
    reading_go (reading, rows > 0 ? reading->document->beads.len : 0);
  else if (reading->bead < first || rows > 0)
    reading_go (reading, first);
  else if (reading->bead > last)
    reading_go (reading, last);
  for (size_t i = 0; i < page->ports; i++)
    if (!page->free && &page->port[i] != port)
      port_show (&page->port[i], reading->bead);
}

static bool
move (struct app *app, struct page *page, enum action action)
{
  struct reading *reading = app->session->reading;
  long height = (long) page_port (page, reading)->height;
  long whole = height > 2 ? height - 1 : 1, half = height / 2 + 1;
  switch (action)
    {
    case ACTION_NEXT:
      go_next (app, page);
      return true;
    case ACTION_PREVIOUS:
      go_previous (app, page);
      return true;
    case ACTION_PAGE_DOWN:
    case ACTION_PAGE_UP:
      scroll (page, reading, action == ACTION_PAGE_DOWN ? whole : -whole);
      return true;
    case ACTION_HALF_DOWN:
    case ACTION_HALF_UP:
      scroll (page, reading, action == ACTION_HALF_DOWN ? half : -half);
      return true;
    case ACTION_FIRST:
    case ACTION_LAST:
      session_mark_step (app->session);
      reading_go (reading, action == ACTION_FIRST ? 0 : (size_t) -1);
      follow (app, page);
      return true;
    case ACTION_PARAGRAPH_NEXT:
    case ACTION_PARAGRAPH_PREVIOUS:
      reading_go (reading, reading_paragraph (
                             reading, action == ACTION_PARAGRAPH_NEXT));
      follow (app, page);
      return true;
    default:
      return false;
    }
}

/* --- documents ---------------------------------------------------------- */

bool
page_go (struct app *app, long long id, enum side side, size_t at)
{
  struct err err = ERR_INIT;
  struct session *session = app->session;
  bool open = session->reading && session->reading->document->id == id;
  if (!open && !session_open (session, id, true, &err))
    {
      app_fail (app, &err);
      return false;
    }
  if (open && at != (size_t) -1)
    session_mark_step (session);
  session->reading->selecting = false;
  if (at != (size_t) -1)
    reading_go_to (session->reading, side, at);
  page_open (app);
  if (!open)
    writer_offer_draft (app);
  return true;
}

static void
go_neighbour (struct app *app, bool next)
{
  struct err err;
  long long id = session_neighbour (app->session, next, &err);
  if (id)
    page_go (app, id, ORIGINAL, (size_t) -1);
  else if (err.code)
    app_fail (app, &err);
  else
    app_say (app, "%s", next ? _("This is the last document.")
                             : _("This is the first document."));
}

static void
go_back (struct app *app, struct page *page)
{
  struct err err;
  if (session_back (app->session, &err))
    jump (app, page);
  else if (err.code)
    app_fail (app, &err);
  else
    documents_open (app);
}

/* --- showing ------------------------------------------------------------ */

static const char *const layout_titles[LAYOUTS + 1] = {
  N_("Layout: side by side"),
  N_("Layout: stacked"),
  N_("Layout: interleaved"),
  N_("Layout: the original alone"),
  N_("Layout: the translation alone"),
  N_("Layout: by the size of the window"),
};

static void
keep_layout (struct app *app)
{
  struct err err;
  if (!session_keep_layout (app->session, &err))
    app_fail (app, &err);
}

static void
change_layout (struct app *app)
{
  struct session *session = app->session;
  session->layout = session->layout >= LAYOUTS ? 0 : session->layout + 1;
  app_say (app, "%s", _(layout_titles[session->layout]));
  keep_layout (app);
}

static void
change_split (struct app *app, int step)
{
  struct session *session = app->session;
  unsigned split = session_split (session);
  if ((step > 0 && split <= 75) || (step < 0 && split >= 25))
    session->split = (unsigned) ((int) split + step);
  keep_layout (app);
}

static void
change_side (struct app *app, struct page *page)
{
  struct reading *reading = app->session->reading;
  enum side side = side_facing (reading->side);
  if (!document_has (reading->document, side))
    {
      app_say (app, "%s", _("This document has one side only."));
      return;
    }
  reading->side = side;
  if (reading->selecting)
    {
      reading_select_bead (reading, reading->bead);
      reading_select_anchor (reading, false);
    }
  if (page->shape.layout == LAYOUT_ORIGINAL
      || page->shape.layout == LAYOUT_TRANSLATION)
    app->session->layout
      = side == ORIGINAL ? LAYOUT_ORIGINAL : LAYOUT_TRANSLATION;
  app_say (app, "%s", side == ORIGINAL ? _("On the original.")
                                       : _("On the translation."));
}

static void
change_pin (struct app *app, struct page *page)
{
  page->free = !page->free;
  app_say (app, "%s",
           page->free ? _("Each side scrolls alone; the same key pins them.")
                      : _("The two sides are level again."));
}

/* --- finding ------------------------------------------------------------ */

static void
find (struct app *app, bool forward)
{
  struct session *session = app->session;
  bool wrapped;
  if (!session->folded.len)
    {
      app_say (app, "%s", _("Nothing was searched for yet."));
      return;
    }
  session_mark_step (session);
  if (!reading_find (session->reading, session->folded.data,
                     session->folded.len, forward, &wrapped))
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
  if (!text)
    return;
  if (*text)
    session_set_pattern (app->session, text, app->session->forward);
  app->session->reading->found = false;
  find (app, app->session->forward);
  jump (app, page);
}

static void
ask_find (struct app *app, struct page *page, bool forward)
{
  app->session->forward = forward;
  app_ask (app, forward ? _("Find: ") : _("Find backwards: "), "", find_done,
           NULL, page);
}

/* --- notes and copies --------------------------------------------------- */

static void
write_note (struct app *app)
{
  struct reading *reading = app->session->reading;
  struct note note = reading_new_note (reading);
  reading->selecting = false;
  writer_open (app, &note, NULL);
}

static void
edit_shown (struct app *app)
{
  const struct mark *mark = reading_note (app->session->reading);
  if (!mark)
    {
      app_say (app, "%s", _("There is no note on this sentence."));
      return;
    }
  struct note note = note_copy (&mark->note);
  writer_open (app, &note, mark->note.modified);
}

static void
delete_shown (struct app *app)
{
  const struct mark *mark = reading_note (app->session->reading);
  if (mark)
    note_ask_delete (app, mark->note.id);
  else
    app_say (app, "%s", _("There is no note on this sentence."));
}

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

static void
bookmark_set (struct app *app, unsigned key, void *data)
{
  (void) data;
  struct reading *reading = app->session->reading;
  struct err err;
  enum side side = reading_side (reading, reading->side);
  struct bookmark bookmark
    = { .side = side,
        .at = document_bead_range (reading->document, reading->bead, side)
                .start };
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
    jump (app, page);
}

static void
command_done (struct app *app, const char *text, void *data)
{
  struct page *page = data;
  unsigned long number;
  char rest;
  if (!text || !*text)
    return;
  if (sscanf (text, "%9lu%c", &number, &rest) == 1)
    {
      session_mark_step (app->session);
      reading_go (app->session->reading, number ? number - 1 : 0);
      jump (app, page);
      return;
    }
  enum action action = action_named (text);
  if (!action || !app_do (app, action))
    app_say (app, _("There is no command \"%s\" here."), text);
}

static bool
act_note (struct app *app, struct page *page, enum action action)
{
  struct reading *reading = app->session->reading;
  switch (action)
    {
    case ACTION_SELECT:
      reading_select (reading);
      return true;
    case ACTION_NOTE:
      write_note (app);
      return true;
    case ACTION_NOTE_EDIT:
      edit_shown (app);
      return true;
    case ACTION_NOTE_DELETE:
      delete_shown (app);
      return true;
    case ACTION_NOTE_OTHER:
      reading->shown++;
      return true;
    case ACTION_NOTES:
      notes_open (app);
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
    default:
      return false;
    }
}

static bool
act_show (struct app *app, struct page *page, enum action action)
{
  switch (action)
    {
    case ACTION_OTHER_SIDE:
      change_side (app, page);
      return true;
    case ACTION_LAYOUT:
      change_layout (app);
      return true;
    case ACTION_WIDER:
    case ACTION_NARROWER:
      change_split (app, action == ACTION_WIDER ? 5 : -5);
      return true;
    case ACTION_PIN:
      change_pin (app, page);
      return true;
    case ACTION_FIND:
    case ACTION_FIND_BACK:
      ask_find (app, page, action == ACTION_FIND);
      return true;
    case ACTION_FIND_NEXT:
    case ACTION_FIND_PREVIOUS:
      find (app, (action == ACTION_FIND_NEXT) == app->session->forward);
      jump (app, page);
      return true;
    default:
      return false;
    }
}

static bool
act_go (struct app *app, struct page *page, enum action action)
{
  switch (action)
    {
    case ACTION_DOCUMENT_NEXT:
    case ACTION_DOCUMENT_PREVIOUS:
      go_neighbour (app, action == ACTION_DOCUMENT_NEXT);
      return true;
    case ACTION_LIBRARY:
      documents_open (app);
      return true;
    case ACTION_BACK:
      go_back (app, page);
      return true;
    case ACTION_COMMAND:
      app_ask (app, ":", "", command_done, NULL, page);
      return true;
    case ACTION_CANCEL: /* nothing is open above the page */
      app->session->reading->found = false;
      buf_clear (&app->session->folded);
      return true;
    default:
      return false;
    }
}

/* Moves while text is being marked; the window goes along.  */
static bool
act_select (struct app *app, struct page *page, enum action action)
{
  struct reading *reading = app->session->reading;
  switch (action)
    {
    case ACTION_MARK_LEFT:
    case ACTION_MARK_RIGHT:
      reading_select_move (reading, action == ACTION_MARK_RIGHT, false);
      break;
    case ACTION_MARK_WORD:
    case ACTION_MARK_WORD_BACK:
      reading_select_move (reading, action == ACTION_MARK_WORD, true);
      break;
    case ACTION_MARK_START:
    case ACTION_MARK_END:
      reading_select_edge (reading, action == ACTION_MARK_END);
      break;
    case ACTION_MARK_ANCHOR:
    case ACTION_MARK_SWAP:
      reading_select_anchor (reading, action == ACTION_MARK_SWAP);
      break;
    case ACTION_NEXT:
      reading_select_bead (reading, reading->bead + 1);
      break;
    case ACTION_PREVIOUS:
      if (reading->bead > 0)
        reading_select_bead (reading, reading->bead - 1);
      break;
    case ACTION_PARAGRAPH_NEXT:
    case ACTION_PARAGRAPH_PREVIOUS:
      reading_select_bead (
        reading,
        reading_paragraph (reading, action == ACTION_PARAGRAPH_NEXT));
      break;
    case ACTION_CANCEL:
      reading->selecting = false;
      break;
    default:
      return false;
    }
  follow (app, page);
  return true;
}

/* --- the screen --------------------------------------------------------- */

static enum context
context (const struct app *app, const void *state)
{
  (void) state;
  return app->session->reading->selecting ? CONTEXT_SELECT : CONTEXT_PAGE;
}

static void
draw (struct app *app, void *state, size_t rows)
{
  page_draw (app, state, rows);
}

static bool
act (struct app *app, void *state, enum action action)
{
  struct page *page = state;
  if (app->session->reading->selecting
      && act_select (app, page, action))
    return true;
  if (app->session->reading->document->beads.len == 0)
    return act_go (app, page, action);
  return move (app, page, action) || act_show (app, page, action)
         || act_note (app, page, action) || act_go (app, page, action);
}

/* Another screen may have written notes.  */
static void
idle (struct app *app, void *state)
{
  (void) state;
  if (notebook_changed (app->session->notebook))
    reading_load_notes (app->session->reading, app->session->notebook);
}

static const struct screen page_screen = {
  .context = context,
  .draw = draw,
  .act = act,
  .idle = idle,
  .free = page_free,
  .hint = N_("{next} next  {find} find  {select} mark  {note} note  "
             "{notes} notes  {layout} layout  {library} library  {help} help  "
             "{quit} leave"),
};

/* The page among the layers, or NULL.  */
static struct page *
page_of (struct app *app)
{
  for (size_t i = 0; i < app->layers.len; i++)
    if (app->layers.items[i].screen == &page_screen)
      return app->layers.items[i].state;
  return NULL;
}

void
page_open (struct app *app)
{
  if (!page_of (app))
    app_push (app, &page_screen, mem_new (1, sizeof (struct page)));
  while (app->layers.items[app->layers.len - 1].screen != &page_screen)
    app_pop (app);
}

void
page_draw_above (struct app *app, size_t rows)
{
  struct page *page = page_of (app);
  if (page)
    page_draw (app, page, rows);
}
