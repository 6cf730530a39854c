/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Giving a note a place again: one that has moved stays where it was found; for a
   detached one the best places are shown, and the reader chooses.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "store/notebook_history.h"
#include "text/wrap.h"
#include "view/list.h"
#include "view/preview.h"
#include "view/screens.h"

enum { PLACES = 9, AROUND = 60 };

struct attaching
{
  struct list list;
  struct note note;
  struct document *document; /* owned */
  struct candidate places[PLACES];
};

static void
attaching_free (void *state)
{
  struct attaching *a = state;
  note_clear (&a->note);
  document_free (a->document);
  free (a);
}

/* The text of place INDEX with something before and behind, freed by the
   caller.  */
static char *
place_text (const struct attaching *a, size_t index)
{
  const struct side_text *side = &a->document->side[a->note.anchor.side];
  struct range r = a->places[index].range;
  size_t from = r.start, to = r.end;
  for (size_t i = 0; i < AROUND && from > 0; i++)
    utf8_prev (side->text, &from);
  for (size_t i = 0; i < AROUND && to < side->len; i++)
    utf8_next (side->text, side->len, &to);
  char *text = mem_format (
    "%s%.*s[%.*s]%.*s%s", from > 0 ? "... " : "", (int) (r.start - from),
    side->text + from, (int) range_len (r), side->text + r.start,
    (int) (to - r.end), side->text + r.end, to < side->len ? " ..." : "");
  char *line = wrap_string (text);
  free (text);
  return line;
}

static void
draw_places (struct app *app, struct attaching *a, size_t row, size_t rows)
{
  struct canvas *canvas = &app->canvas;
  for (size_t i = 0; i < a->list.count && rows > 0; i++)
    {
      char *text = place_text (a, i);
      char label[16];
      bool at = i == a->list.at;
      snprintf (label, sizeof label, "%s%3.0f%% ", at ? ">" : " ",
                a->places[i].score * 100);
      struct preview_part part
        = { at ? STYLE_LIT : STYLE_PLAIN, label, text };
      size_t most = rows < 4 ? rows : 4;
      size_t end = preview_draw (
        canvas, (struct area) { row, 1, most, canvas->columns - 1 }, &part,
        1);
      rows -= end - row;
      row = end;
      free (text);
    }
}

static void
draw (struct app *app, void *state, size_t rows)
{
  struct attaching *a = state;
  struct canvas *canvas = &app->canvas;
  a->list.rows = rows;
  size_t column
    = canvas_string (canvas, 0, 0, canvas->columns, STYLE_HEADER,
                     _(" Where does this note belong?"));
  canvas_fill (canvas, 0, column, STYLE_HEADER, ' ');
  struct preview_part parts[] = {
    { STYLE_NOTED, _("It was on: "), a->note.anchor.exact },
    { STYLE_PLAIN, _("It says: "),
      *a->note.text ? a->note.text : NULL },
    { STYLE_STRONG, "",
      a->list.count ? _("Places like that in the text of today:")
                    : _("No place in the text of today is like that.") },
  };
  size_t most = rows > 2 ? (rows - 1) / 2 : 1;
  size_t row = 1;
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    {
      size_t room = i < 2 ? (most + 1) / 2 : 1;
      row = preview_draw (canvas,
                          (struct area) { row, 1, room, canvas->columns - 1 },
                          &parts[i], 1);
    }
  if (rows > row)
    draw_places (app, a, row, rows - row);
}

void
note_attach (struct app *app, const struct note *note,
             const struct document *document, enum side side,
             struct range range)
{
  struct err err = ERR_INIT;
  struct note placed = note_copy (note);
  note_move (&placed, document, side, range);
  if (!notebook_attach (app->session->notebook, note->id, &placed,
                        note->modified, &err))
    app_fail (app, &err);
  else
    {
      app->session->attaching = 0;
      app_say (app, "%s", _("The note is attached here."));
    }
  note_clear (&placed);
  session_reload_notes (app->session);
  notes_refresh (app);
}

/* Leaves the choice to the page: what is marked there, or the lit sentence.  */
static void
choose_on_page (struct app *app, struct attaching *a)
{
  long long id = a->note.id;
  long long document = a->document->id;
  enum side side = a->note.anchor.side;
  size_t at = a->list.at < a->list.count ? a->places[a->list.at].range.start
                                         : (size_t) -1;
  app_pop (app); /* frees A */
  app->session->attaching = id;
  if (page_go (app, document, side, at))
    app_tell (app, _("Mark the text with {select}, or light the sentence; "
                     "{attach-note} attaches the note to it, {cancel} "
                     "leaves it."));
}

static bool
act (struct app *app, void *state, enum action action)
{
  struct attaching *a = state;
  if (list_move (&a->list, action))
    return true;
  switch (action)
    {
    case ACTION_ACCEPT:
      if (a->list.at < a->list.count)
        {
          note_attach (app, &a->note, a->document, a->note.anchor.side,
                       a->places[a->list.at].range);
          app_pop (app);
        }
      return true;
    case ACTION_NOTE_ATTACH:
      choose_on_page (app, a);
      return true;
    default:
      return false;
    }
}

static const struct screen attach_screen = {
  .in = CONTEXT_NOTES,
  .draw = draw,
  .act = act,
  .free = attaching_free,
  .hint[CONTEXT_NOTES]
  = N_("{accept} attach it there  {next} {previous} another place  "
       "{attach-note} choose on the page\t{back} back"),
};

/* The document of NOTE as it is read, or NULL.  */
static struct document *
document_of (struct app *app, const struct note *note)
{
  struct err err = ERR_INIT;
  struct session *session = app->session;
  long long id = library_find_hash (session->library, note->document);
  size_t lost;
  if (!id)
    {
      app_say (app, "%s", _("Its document is not in the library; the note "
                            "keeps both sentences."));
      return NULL;
    }
  struct document *document = library_document (session->library, id, &err);
  if (document)
    notebook_mend (session->notebook, document, &lost, NULL);
  else
    app_fail (app, &err);
  return document;
}

/* A note on a sentence goes to a sentence: widens the places to theirs, each
   once.  */
static void
widen_places (struct attaching *a)
{
  size_t kept = 0;
  enum side side = a->note.anchor.side;
  for (size_t i = 0; i < a->list.count; i++)
    {
      struct candidate *place = &a->places[i];
      size_t middle = place->range.start + range_len (place->range) / 2;
      size_t bead = document_bead_at (a->document, side, middle), k = 0;
      place->range = document_bead_range (a->document, bead, side);
      while (k < kept && a->places[k].range.start != place->range.start)
        k++;
      if (k == kept)
        a->places[kept++] = *place;
    }
  a->list.count = kept;
}

void
attach_open (struct app *app, const struct note *note)
{
  struct range found;
  if (*note->deleted)
    {
      app_say (app, "%s", _("A deleted note must be brought back first."));
      return;
    }
  struct document *document = document_of (app, note);
  if (!document)
    return;
  enum anchor_state state = note_find (note, document, &found);
  if (state == ANCHOR_DETACHED)
    {
      struct attaching *a = mem_new (1, sizeof *a);
      const struct side_text *side = &document->side[note->anchor.side];
      a->note = note_copy (note);
      a->document = document;
      a->list.count = anchor_candidates (&note->anchor, side->text, side->len,
                                         PLACES, a->places);
      if (note->anchor.kind == ANCHOR_BEAD)
        widen_places (a);
      app_push (app, &attach_screen, a);
      return;
    }
  if (state == ANCHOR_MOVED)
    note_attach (app, note, document, note->anchor.side, found);
  else
    app_say (app, "%s", _("This note stands where it was put."));
  document_free (document);
}
