/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of read/session.h and read/gather.h: opening, the way back,
   neighbours, notes and their places.  */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check.h"
#include "read/gather.h"
#include "read/session.h"
#include "store_help.h"

/* A library of three dated documents, a notebook and a session.  */
struct desk
{
  char *folder;
  struct library *library;
  struct notebook *notebook;
  struct settings *settings;
  struct session *session;
  long long id[3];
};

static void
session_start (struct desk *desk)
{
  desk->session
    = session_new (desk->library, desk->notebook, desk->settings);
}

static struct desk
desk_new (void)
{
  static const char *const originals[]
    = { "炉火。\n不熄。\n稻谷。\n", "归仓。\n好。\n", "钢铁。\n" };
  static const char *const dates[]
    = { "1958-09-07", "1958-10-07", "1958-11-07" };
  struct desk desk = { .folder = folder_new () };
  desk.library = library_in (desk.folder);
  desk.notebook = notebook_in (desk.folder);
  desk.settings = settings_new ();
  long long c = collection_at (desk.library, desk.folder);
  for (size_t i = 0; i < 3; i++)
    {
      struct document *d
        = document_sample (originals[i], "One.\nTwo.\nThree.\nFour.\n");
      d->date = mem_string (dates[i]);
      char name[] = { (char) ('a' + i), '\0' };
      desk.id[i] = add_at (desk.library, c, name, d).id;
    }
  session_start (&desk);
  return desk;
}

static void
desk_free (struct desk *desk)
{
  if (desk->session)
    session_free (desk->session);
  settings_free (desk->settings);
  notebook_close (desk->notebook);
  library_close (desk->library);
  folder_drop (desk->folder);
}

static void
open_at (struct desk *desk, size_t document, size_t bead, bool trail)
{
  struct err err = ERR_INIT;
  CHECK (session_open (desk->session, desk->id[document], trail, &err));
  reading_go (desk->session->reading, bead);
}

/* Checks which document and bead are open.  */
static void
check_place (const struct desk *desk, size_t document, size_t bead)
{
  const struct reading *r = desk->session->reading;
  CHECK_NUMBER (r->document->id, desk->id[document]);
  CHECK_NUMBER (r->bead, bead);
}

/* Every bead is come back to, also those with nothing on the reader's side.  */
static void
resumes (void)
{
  struct desk desk = desk_new ();
  for (size_t bead = 0; bead < 4; bead++)
    for (enum side s = 0; s < SIDES; s++)
      {
        open_at (&desk, 0, bead, false);
        desk.session->reading->side = s;
        session_free (desk.session);
        session_start (&desk);
        CHECK (!desk.session->reading);
        struct err err;
        CHECK (session_open (desk.session, desk.id[0], true, &err));
        check_place (&desk, 0, bead);
        CHECK (desk.session->reading->share > 0.2 * (double) (bead + 1));
        if (bead < 3)
          CHECK_NUMBER (desk.session->reading->side, s);
      }
  char hash[DOCUMENT_HASH_SIZE];
  CHECK (notebook_last_read (desk.notebook, hash));
  CHECK_STRING (hash, desk.session->reading->document->hash);
  CHECK (session_open (desk.session, desk.id[1], true, NULL));
  check_place (&desk, 1, 0);
  desk_free (&desk);
}

/* A bead without original, in the middle: the place isn't the next bead's.  */
static void
resumes_at_an_addition (void)
{
  struct desk desk = desk_new ();
  struct document *d = document_sample ("一句。\n二句。\n", "1.\n2.\n3.\n");
  d->beads.len = 0;
  VEC_PUSH (&d->beads, (struct bead) { { 0, 0 }, { 1, 1 }, 1 });
  VEC_PUSH (&d->beads, (struct bead) { { 1, 1 }, { 0, 1 }, 1 });
  VEC_PUSH (&d->beads, (struct bead) { { 1, 2 }, { 1, 1 }, 1 });
  CHECK (document_is_whole (d));
  long long c = collection_at (desk.library, desk.folder);
  desk.id[2] = add_at (desk.library, c, "z", d).id;
  open_at (&desk, 2, 1, true);
  CHECK_NUMBER (desk.session->reading->side, ORIGINAL);
  session_mark_step (desk.session);
  reading_go (desk.session->reading, 0);
  struct err err;
  CHECK (session_back (desk.session, &err));
  check_place (&desk, 2, 1);
  open_at (&desk, 0, 0, true);
  open_at (&desk, 1, 0, false);
  CHECK (session_back (desk.session, &err));
  check_place (&desk, 2, 1);
  desk_free (&desk);
}

static void
way_back (void)
{
  struct desk desk = desk_new ();
  struct err err = ERR_INIT;
  CHECK (!session_back (desk.session, &err));
  CHECK_NUMBER (err.code, ERR_NONE);
  session_mark_step (desk.session); /* nothing is open */
  open_at (&desk, 0, 2, true);
  open_at (&desk, 1, 1, true);
  session_mark_step (desk.session);
  reading_go (desk.session->reading, 3);
  unsigned long opened = desk.session->opened;
  CHECK (session_back (desk.session, &err));
  check_place (&desk, 1, 1);
  CHECK_NUMBER (desk.session->opened, opened);
  CHECK (session_back (desk.session, &err));
  check_place (&desk, 0, 2);
  CHECK_NUMBER (desk.session->opened, opened + 1);
  CHECK (!session_back (desk.session, &err));
  CHECK_NUMBER (err.code, ERR_NONE);
  check_place (&desk, 0, 2);
  for (size_t i = 0; i < 1500; i++)
    {
      reading_go (desk.session->reading, i % 3);
      session_mark_step (desk.session);
    }
  size_t steps = 0;
  while (session_back (desk.session, &err))
    steps++;
  CHECK_NUMBER (steps, 1000);
  desk_free (&desk);
}

/* A step to a document that is gone is told once, and the way goes on.  */
static void
way_back_past_what_is_gone (void)
{
  struct desk desk = desk_new ();
  struct err err;
  open_at (&desk, 0, 1, true);
  open_at (&desk, 1, 0, true);
  open_at (&desk, 2, 0, true);
  desk.session->trail.items[1].document = 99999;
  CHECK (!session_back (desk.session, &err));
  CHECK_NUMBER (err.code, ERR_NOT_FOUND);
  check_place (&desk, 2, 0);
  CHECK (session_back (desk.session, &err));
  check_place (&desk, 0, 1);
  desk_free (&desk);
}

static void
what_was_open_stays (void)
{
  struct desk desk = desk_new ();
  struct err err = ERR_INIT;
  CHECK (!session_open (desk.session, 99999, true, &err));
  CHECK_NUMBER (err.code, ERR_NOT_FOUND);
  CHECK (!desk.session->reading);
  open_at (&desk, 1, 1, true);
  CHECK (!session_open (desk.session, 99999, true, &err));
  check_place (&desk, 1, 1);
  CHECK_NUMBER (desk.session->trail.len, 0);
  desk_free (&desk);
}

static void
neighbours (void)
{
  struct desk desk = desk_new ();
  struct err err;
  CHECK_NUMBER (session_neighbour (desk.session, true, &err), 0);
  CHECK_NUMBER (err.code, ERR_NONE);
  open_at (&desk, 1, 0, false);
  CHECK_NUMBER (session_neighbour (desk.session, true, &err), desk.id[2]);
  CHECK_NUMBER (session_neighbour (desk.session, false, &err), desk.id[0]);
  open_at (&desk, 0, 0, false);
  CHECK_NUMBER (session_neighbour (desk.session, false, &err), 0);
  CHECK_NUMBER (err.code, ERR_NONE);
  open_at (&desk, 2, 0, false);
  CHECK_NUMBER (session_neighbour (desk.session, true, &err), 0);
  desk_free (&desk);
}

static void
choices (void)
{
  struct desk desk = desk_new ();
  struct err err;
  CHECK_NUMBER (desk.session->layout, LAYOUTS);
  CHECK_NUMBER (session_split (desk.session), 50);
  desk.session->layout = LAYOUT_STACKED;
  desk.session->split = 62;
  CHECK (session_keep_layout (desk.session, &err));
  session_free (desk.session);
  session_start (&desk);
  CHECK_NUMBER (desk.session->layout, LAYOUT_STACKED);
  CHECK_NUMBER (session_split (desk.session), 62);
  desk.session->layout = LAYOUTS;
  desk.session->split = 0;
  CHECK (session_keep_layout (desk.session, &err));
  session_free (desk.session);
  session_start (&desk);
  CHECK_NUMBER (desk.session->layout, LAYOUTS);
  open_at (&desk, 2, 0, false);
  CHECK_NUMBER (session_split (desk.session), 35); /* 6 of 22 columns */
  static const char *const bad[] = { "9", "91", "-50", "x", "" };
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    {
      CHECK (notebook_set_choice (desk.notebook, "split", bad[i], &err));
      CHECK (notebook_set_choice (desk.notebook, "layout", bad[i], &err));
      session_free (desk.session);
      session_start (&desk);
      CHECK_NUMBER (desk.session->split, 0);
      CHECK_NUMBER (desk.session->layout, LAYOUTS);
    }
  desk_free (&desk);
}

/* The first word that SESSION lights.  */
static const char *
sought_word (const struct session *session)
{
  const struct term *term = &session->sought->terms.items[0];
  return term->elements.items[0].forms.items[0].text;
}

static void
patterns (void)
{
  struct desk desk = desk_new ();
  CHECK (!desk.session->pattern);
  session_set_pattern (desk.session, "ＳＴＥＥＬ", true);
  CHECK_STRING (desk.session->pattern, "ＳＴＥＥＬ");
  CHECK_STRING (sought_word (desk.session), "steel");
  session_set_pattern (desk.session, "铁", false);
  CHECK_STRING (sought_word (desk.session), "铁");
  CHECK (!desk.session->forward);
  desk_free (&desk);
}

static void
notes_are_saved (void)
{
  struct desk desk = desk_new ();
  struct err err;
  bool both;
  open_at (&desk, 0, 1, false);
  struct reading *r = desk.session->reading;
  struct note note = reading_new_note (r);
  struct draft draft = { .note = note };
  CHECK (notebook_keep_draft (desk.notebook, &draft, &err));
  free (note.text);
  note.text = mem_string ("first");
  CHECK (session_save_note (desk.session, &note, NULL, &both, &err));
  CHECK (note.id != 0 && !both);
  CHECK_STRING (reading_note (r)->note.text, "first");
  CHECK (!notebook_draft (desk.notebook, NULL, &draft));
  char *modified = mem_string (reading_note (r)->note.modified);
  free (note.text);
  note.text = mem_string ("second");
  CHECK (session_save_note (desk.session, &note, modified, &both, &err));
  CHECK (!both);
  CHECK_STRING (reading_note (r)->note.text, "second");
  CHECK (session_delete_note (desk.session, note.id, &err));
  CHECK (!reading_note (r));
  CHECK (!session_delete_note (desk.session, note.id, &err));
  free (modified);
  note_clear (&note);
  desk_free (&desk);
}

static void
deleted_and_restored (void)
{
  struct desk desk = desk_new ();
  struct err err;
  bool both;
  open_at (&desk, 0, 1, false);
  struct reading *r = desk.session->reading;
  struct note note = reading_new_note (r);
  free (note.text);
  note.text = mem_string ("kept");
  CHECK (session_save_note (desk.session, &note, NULL, &both, &err));
  CHECK (session_delete_note (desk.session, note.id, &err));
  CHECK (session_restore_note (desk.session, note.id, &err));
  CHECK_STRING (reading_note (r)->note.text, "kept");
  CHECK (!session_restore_note (desk.session, note.id + 1, &err));
  CHECK_NUMBER (err.code, ERR_NOT_FOUND);
  note_clear (&note);
  desk_free (&desk);
}

/* A highlight is a note without text; one that has text keeps it.  */
static void
highlights (void)
{
  struct desk desk = desk_new ();
  struct err err;
  bool both;
  open_at (&desk, 0, 1, false);
  struct reading *r = desk.session->reading;
  CHECK (session_highlight (desk.session, '\0', &err)); /* there is none */
  CHECK (!reading_note (r));
  reading_select (r);
  CHECK (session_highlight (desk.session, 'y', &err));
  CHECK (!r->selecting);
  CHECK_NUMBER (reading_note (r)->note.highlight, 'y');
  CHECK_NUMBER (reading_note (r)->note.anchor.kind, ANCHOR_SPAN);
  CHECK (session_highlight (desk.session, 'g', &err));
  CHECK_NUMBER (r->marks.len, 1);
  CHECK_NUMBER (reading_note (r)->note.highlight, 'g');
  CHECK (session_highlight (desk.session, '\0', &err));
  CHECK (!reading_note (r));
  struct note note = reading_new_note (r);
  free (note.text);
  note.text = mem_string ("text");
  CHECK (session_save_note (desk.session, &note, NULL, &both, &err));
  CHECK (session_highlight (desk.session, 'z', &err));
  CHECK (session_highlight (desk.session, '\0', &err));
  CHECK_STRING (reading_note (r)->note.text, "text");
  CHECK_NUMBER (reading_note (r)->note.highlight, '\0');
  CHECK (!session_highlight (desk.session, '!', &err));
  note_clear (&note);
  desk_free (&desk);
}

static void
copies (void)
{
  struct desk desk = desk_new ();
  open_at (&desk, 0, 1, false);
  char *text = session_copy_text (desk.session);
  CHECK (strncmp (text, "不熄。\n", strlen ("不熄。\n")) == 0);
  CHECK (strstr (text, "1958"));
  free (text);
  reading_go (desk.session->reading, 3);
  text = session_copy_text (desk.session);
  CHECK (strncmp (text, "Four.\n", strlen ("Four.\n")) == 0);
  free (text);
  reading_go (desk.session->reading, 1);
  reading_select (desk.session->reading);
  text = session_copy_text (desk.session);
  CHECK (strncmp (text, "不\n", strlen ("不\n")) == 0);
  free (text);
  desk_free (&desk);
}

/* Places in code points of today's text; where the library has not the
   document, those of the text the note was written on.  */
static void
gathers (void)
{
  struct desk desk = desk_new ();
  struct err err;
  bool both;
  for (size_t i = 0; i < 2; i++)
    {
      open_at (&desk, i, 1, false);
      struct note note = reading_new_note (desk.session->reading);
      CHECK (session_save_note (desk.session, &note, NULL, &both, &err));
      note_clear (&note);
    }
  struct note away = note_sample (HASH_B, "away", 60, 66);
  away.anchor.position = 40;
  CHECK (notebook_add (desk.notebook, &away, &err));
  note_clear (&away);
  struct notes notes = { NULL, 0, 0 };
  CHECK (notebook_list (desk.notebook, NULL, &notes, &err));
  CHECK_NUMBER (notes.len, 3);
  struct export_note placed[3];
  for (int with = 0; with < 2; with++)
    {
      gather_places (with ? desk.library : NULL, &notes, placed);
      size_t places = 0;
      for (size_t i = 0; i < 3; i++)
        {
          const char *exact = placed[i].note->anchor.exact;
          bool is_away = strcmp (exact, "钢铁") == 0;
          CHECK_NUMBER (placed[i].unknown, !with || is_away);
          CHECK_NUMBER (placed[i].state, ANCHOR_PLACED);
          size_t start = is_away ? 40 : 4;
          CHECK_NUMBER (placed[i].place.start, start);
          CHECK_NUMBER (placed[i].place.end,
                        start + (strcmp (exact, "不熄。") == 0 ? 3 : 2));
          places++;
        }
      CHECK_NUMBER (places, 3);
    }
  notes_free (&notes);
  desk_free (&desk);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "resumes", resumes },
    { "resumes-at-an-addition", resumes_at_an_addition },
    { "way-back", way_back },
    { "way-back-past-what-is-gone", way_back_past_what_is_gone },
    { "what-was-open-stays", what_was_open_stays },
    { "neighbours", neighbours },
    { "choices", choices },
    { "patterns", patterns },
    { "notes-are-saved", notes_are_saved },
    { "deleted-and-restored", deleted_and_restored },
    { "highlights", highlights },
    { "copies", copies },
    { "gathers", gathers },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
