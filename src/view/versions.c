/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two versions of one note, which was edited in two places: both are shown, and
   the reader says which holds.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "store/notebook_history.h"
#include "view/preview.h"
#include "view/screens.h"

struct versions
{
  struct note notes[2]; /* the note, and the version of it */
};

static void
versions_free (void *state)
{
  struct versions *v = state;
  note_clear (&v->notes[0]);
  note_clear (&v->notes[1]);
  free (v);
}

static void
draw_version (struct canvas *canvas, const struct note *note, const char *name,
              struct area area)
{
  char *when = mem_format ("%s  %.10s %.5s UTC", name, note->modified,
                           note->modified + 11);
  struct preview_part parts[]
    = { { STYLE_STRONG, "", when }, { STYLE_PLAIN, "", note->text } };
  preview_draw (canvas, area, parts, 2);
  free (when);
}

static void
draw (struct app *app, void *state, size_t rows)
{
  enum { BESIDE_FROM = 72 };
  struct versions *v = state;
  struct canvas *canvas = &app->canvas;
  bool beside = canvas->columns >= BESIDE_FROM;
  size_t body = rows > 4 ? rows - 4 : 1, half = (body + 1) / 2;
  size_t width = beside ? canvas->columns / 2 : canvas->columns;
  size_t column
    = canvas_string (canvas, 0, 0, canvas->columns, STYLE_HEADER,
                     _(" One note, two versions: it was changed in two "
                       "places"));
  canvas_fill (canvas, 0, column, STYLE_HEADER, ' ');
  struct preview_part on
    = { STYLE_NOTED, "",
        *v->notes[0].anchor.exact ? v->notes[0].anchor.exact : NULL };
  preview_draw (canvas, (struct area) { 1, 1, 2, canvas->columns - 1 }, &on,
                1);
  draw_version (canvas, &v->notes[0], _("First version"),
                (struct area) { 4, 1, beside ? body : half, width - 1 });
  draw_version (canvas, &v->notes[1], _("Second version"),
                beside ? (struct area) { 4, width + 1, body,
                                         canvas->columns - width - 1 }
                       : (struct area) { 4 + half, 1, body - half,
                                         width - 1 });
}

/* Both texts as one.  */
static char *
joined (const struct versions *v)
{
  return mem_format ("%s\n\n%s", v->notes[0].text, v->notes[1].text);
}

static void
decide (struct app *app, unsigned key, void *data)
{
  struct versions *v = data;
  struct err err = ERR_INIT;
  struct notebook *notebook = app->session->notebook;
  long long first = v->notes[0].id, second = v->notes[1].id;
  char *both = key == 'j' ? joined (v) : NULL;
  bool known = key == '1' || key == '2' || key == 'b' || key == 'j';
  bool done = key == '1'   ? notebook_merge (notebook, first, second, NULL,
                                             &err)
              : key == '2' ? notebook_merge (notebook, first, second,
                                             v->notes[1].text, &err)
              : key == 'b' ? notebook_part (notebook, second, &err)
              : key == 'j' ? notebook_merge (notebook, first, second, both,
                                             &err)
                           : false;
  free (both);
  app_pop (app);
  if (!known)
    app_say (app, "%s", _("Both versions stay."));
  else if (!done)
    app_fail (app, &err);
  else
    app_say (app, "%s",
             key == 'b' ? _("They are two notes now.")
                        : _("They are one note now; what both said is in "
                            "its history."));
  session_reload_notes (app->session);
  notes_refresh (app);
}

/* The question below is the only way out.  */
static bool
act (struct app *app, void *state, enum action action)
{
  (void) app;
  (void) state;
  (void) action;
  return false;
}

static const struct screen versions_screen = {
  .in = CONTEXT_NOTES,
  .draw = draw,
  .act = act,
  .free = versions_free,
  .hint[CONTEXT_NOTES] = N_("{back} back"),
};

/* Fills V with NOTE and the other version, NOTE being either; false where there
   is none.  */
static bool
find_both (struct app *app, const struct note *note, struct versions *v)
{
  struct notebook *notebook = app->session->notebook;
  struct note_query query = { .document = note->document,
                              .conflicting = true };
  struct notes found = { 0 };
  if (*note->version_of
      && notebook_note_named (notebook, note->version_of, &v->notes[0], NULL))
    {
      v->notes[1] = note_copy (note);
      return !*v->notes[0].deleted;
    }
  notebook_list (notebook, &query, &found, NULL);
  for (size_t i = 0; i < found.len; i++)
    if (strcmp (found.items[i].version_of, note->uuid) == 0)
      {
        v->notes[0] = note_copy (note);
        v->notes[1] = note_copy (&found.items[i]);
        break;
      }
  notes_free (&found);
  return v->notes[1].id != 0;
}

void
versions_open (struct app *app, const struct note *note)
{
  struct versions *v = mem_new (1, sizeof *v);
  if (!find_both (app, note, v))
    {
      versions_free (v);
      app_say (app, "%s", _("There is only one version of this note."));
      return;
    }
  app_push (app, &versions_screen, v);
  app_ask_key (app,
               _("1: keep the first, 2: the second, j: join both texts, "
                 "b: make two notes, any other key: later "),
               decide, v);
}
