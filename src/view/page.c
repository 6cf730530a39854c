/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done on the page.  */
#include "view/page.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "view/page_word.h"
#include "view/screens.h"

/* --- documents ---------------------------------------------------------- */

/* Tells of corrections of pairs that are not shown in the open document.  */
static void
tell_corrections (struct app *app)
{
  const struct session *session = app->session;
  if (session->unmended.code)
    app_fail (app, &session->unmended);
  else if (session->lost)
    app_say (app,
             ngettext ("%zu correction of pairs no longer fits the texts.",
                       "%zu corrections of pairs no longer fit the texts.",
                       session->lost),
             session->lost);
}

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
  session_words_end (session);
  if (at != (size_t) -1)
    reading_go_to (session->reading, side, at);
  page_open (app);
  if (!open)
    tell_corrections (app);
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
  if (app_bring_back (app) || session_back (app->session, &err))
    page_jump (app, page);
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

/* Whether the document has two sides; says so where it has not.  */
static bool
need_two_sides (struct app *app)
{
  const struct document *document = app->session->reading->document;
  bool two = document_has (document, ORIGINAL)
             && document_has (document, TRANSLATION);
  if (!two)
    app_say (app, "%s", _("This document has one side only."));
  return two;
}

static void
change_layout (struct app *app)
{
  struct session *session = app->session;
  if (!need_two_sides (app))
    return;
  session->layout = session->layout >= LAYOUTS ? 0 : session->layout + 1;
  session_follow_layout (session);
  app_say (app, "%s", _(layout_titles[session->layout]));
  keep_layout (app);
}

static void
change_split (struct app *app, int step)
{
  struct session *session = app->session;
  unsigned split = session_split (session);
  if (!need_two_sides (app))
    return;
  if ((step > 0 && split <= 75) || (step < 0 && split >= 25))
    session->split = (unsigned) ((int) split + step);
  keep_layout (app);
}

static void
change_side (struct app *app, struct page *page)
{
  struct reading *reading = app->session->reading;
  enum side side = side_facing (reading->side);
  if (!need_two_sides (app))
    return;
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
  if (!need_two_sides (app))
    return;
  page->free = !page->free;
  app_say (app, "%s",
           page->free ? _("Each side scrolls alone; the same key pins them.")
                      : _("The two sides are level again."));
}

static void
command_done (struct app *app, const char *text, void *data)
{
  struct page *page = data;
  unsigned long number;
  char rest;
  if (!text || !*text)
    return;
  if (isdigit ((unsigned char) *text) && sscanf (text, "%9lu%c", &number, &rest) == 1)
    {
      session_mark_step (app->session);
      reading_go (app->session->reading, number ? number - 1 : 0);
      page_jump (app, page);
      return;
    }
  enum action action = action_named (text);
  if (!action || !app_do (app, action))
    app_say (app, _("There is no command \"%s\" here."), text);
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
      if (app->session->attaching)
        app_say (app, "%s", _("The note stays detached."));
      app->session->attaching = 0;
      app->session->reading->found = false;
      session_hide_pattern (app->session);
      return true;
    default:
      return false;
    }
}

/* --- the screen --------------------------------------------------------- */

static enum context
context (const struct app *app)
{
  const struct reading *reading = app->session->reading;
  return reading->selecting ? CONTEXT_SELECT
         : reading->wording ? CONTEXT_WORD : CONTEXT_PAGE;
}

static void
draw (struct app *app, void *state, size_t rows)
{
  page_draw (app, state, rows, true);
}

static bool
act (struct app *app, void *state, enum action action)
{
  struct page *page = state;
  if (app->session->reading->selecting && page_select (app, page, action))
    return true;
  if (page_word (app, page, action))
    return true;
  if (app->session->reading->document->beads.len == 0)
    return act_go (app, page, action);
  return page_move (app, page, action) || act_show (app, page, action)
         || page_note (app, page, action) || page_tool (app, page, action)
         || page_mend (app, page, action)
         || page_check (app, page, action) || act_go (app, page, action);
}

/* Where the reader is should be found again even when the program is killed.  */
static bool
idle (struct app *app, void *state)
{
  (void) state;
  session_keep_place (app->session);
  return false;
}

static void
changed (struct app *app, void *state)
{
  (void) state;
  reading_load_notes (app->session->reading, app->session->notebook);
}

static bool
rest (struct app *app, void *state)
{
  (void) state;
  return session_check (app->session);
}

/* On a pair that may be wrong: how to mend it.  */
static const char *
remark (const struct app *app)
{
  const struct reading *reading = app->session->reading;
  const struct document *document = reading->document;
  if (context (app) != CONTEXT_PAGE || reading->bead >= document->beads.len
      || !reading_unsure (document, &document->beads.items[reading->bead]))
    return NULL;
  return N_("~ unsure pair: {join} join  {split} split  {give} {take} shift a "
            "sentence  {undo-pair} undo\t{help} help  {quit} leave");
}

static const struct screen page_screen = {
  .context = context,
  .remark = remark,
  .draw = draw,
  .act = act,
  .idle = idle,
  .changed = changed,
  .rest = rest,
  .free = page_free,
  .hint[CONTEXT_PAGE]
  = N_("{next} next  {next-discrepancy} check  {find} find  "
       "{search} search  {words} words  {note} note  {library} library  "
       "{notes} notes  {select} mark  {keywords} keywords  "
       "{numbers} numbers  {highlight} highlight\t"
       "{help} help  {quit} leave"),
  .hint[CONTEXT_SELECT]
  = N_("{mark-left} {mark-right} {mark-word-back} {mark-word} "
       "{mark-word-end} mark  "
       "{mark-anchor} from here  {other-side} other side  {note} note  "
       "{copy} copy  {concordance} concordance  {highlight} highlight\t"
       "{cancel} stop"),
  .hint[CONTEXT_WORD]
  = N_("{previous-word} {next-word} word  {next} sentence  "
       "{other-side} side  {entry} entry  {search} search  "
       "{concordance} lines  {note} note\t{cancel} stop"),
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

/* How many layers stand above the page; where there is none, above the lowest.  */
static size_t
layers_above (const struct app *app)
{
  for (size_t i = app->layers.len; i-- > 0;)
    if (app->layers.items[i].screen == &page_screen)
      return app->layers.len - 1 - i;
  return app->layers.len - 1;
}

bool
page_go_kept (struct app *app, long long id, enum side side, size_t at)
{
  app_set_aside (app, layers_above (app));
  if (page_go (app, id, side, at))
    return true;
  app_bring_back (app);
  return false;
}

void
page_light (struct app *app, enum side side, size_t at)
{
  reading_go_to (app->session->reading, side, at);
  page_jump (app, page_of (app));
}

bool
page_go_found (struct app *app, long long id, enum side side,
               struct range range)
{
  if (!page_go_kept (app, id, side, range.start))
    return false;
  struct reading *reading = app->session->reading;
  const struct side_text *text = &reading->document->side[side];
  if (range.end > text->len || range.start >= range.end)
    return true;
  char *words = mem_copy (text->text + range.start, range_len (range));
  session_set_pattern (app->session, words, true);
  free (words);
  reading->found = true;
  reading->found_side = side;
  reading->found_range = range;
  page_jump (app, page_of (app));
  return true;
}

void
page_draw_above (struct app *app, size_t rows)
{
  struct page *page = page_of (app);
  if (page)
    page_draw (app, page, rows, false);
}
