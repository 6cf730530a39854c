/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of read/reading.h: moving, notes, marking.  */
#include <stdlib.h>
#include <string.h>

#include "base/grapheme.h"
#include "base/mem.h"
#include "check.h"
#include "ingest/segment.h"
#include "read/reading.h"
#include "store_help.h"

static struct reading *
reading_of (const char *original, const char *translation)
{
  return reading_new (document_sample (original, translation), NULL);
}

/* What is marked; the caller frees it.  */
static char *
marked (const struct reading *reading)
{
  struct range range = reading_selection (reading);
  return mem_copy (reading->document->side[reading->side].text + range.start,
                   range_len (range));
}

static void
check_marked (const struct reading *reading, const char *want)
{
  char *is = marked (reading);
  CHECK_STRING (is, want);
  free (is);
}

static void
going (void)
{
  struct reading *r = reading_of ("一。\n二。\n三。\n", "1.\n2.\n3.\n4.\n");
  CHECK_NUMBER (r->bead, 0);
  CHECK_NUMBER (r->side, ORIGINAL);
  CHECK (r->share > 0.24 && r->share < 0.26);
  reading_go (r, 99);
  CHECK_NUMBER (r->bead, 3);
  CHECK (r->share > 0.99);
  reading_go (r, 1);
  CHECK_NUMBER (r->bead, 1);
  CHECK (r->share > 0.99); /* the furthest */
  reading_go_to (r, TRANSLATION, 7);
  CHECK_NUMBER (r->bead, 2);
  CHECK_NUMBER (r->side, TRANSLATION);
  reading_go_to (r, ORIGINAL, 7);
  CHECK_NUMBER (r->bead, 1);
  reading_go_to (r, ORIGINAL, 1000);
  CHECK_NUMBER (r->bead, 2);
  CHECK_NUMBER (reading_side (r, TRANSLATION), TRANSLATION);
  reading_free (r);
  r = reading_of ("", "1.\n2.\n");
  CHECK_NUMBER (r->side, TRANSLATION);
  CHECK_NUMBER (reading_side (r, ORIGINAL), TRANSLATION);
  reading_free (r);
  reading_free (NULL);
}

static void
paragraphs (void)
{
  struct document *d = document_new ();
  static const char *const original = "炉火。不熄。好。\n四方。\n稻谷。归仓。\n";
  document_set_text (d, ORIGINAL, original, strlen (original));
  strcpy (d->side[ORIGINAL].lang, "zh");
  static const size_t starts[] = { 0, 25, 35, 54 };
  for (size_t i = 0; i < 3; i++)
    VEC_PUSH (&d->side[ORIGINAL].paragraphs,
              (struct paragraph) { { starts[i], starts[i + 1] },
                                   BLOCK_BODY });
  segment_document (d, NULL);
  CHECK (document_is_whole (d));
  CHECK_NUMBER (d->beads.len, 6);
  struct reading *r = reading_new (d, NULL);
  static const size_t next[] = { 3, 3, 3, 4, 6, 6 };
  static const size_t previous[] = { 0, 0, 0, 0, 3, 4 };
  for (size_t i = 0; i < 6; i++)
    {
      reading_go (r, i);
      CHECK_NUMBER (reading_paragraph (r, true), next[i]);
      CHECK_NUMBER (reading_paragraph (r, false), previous[i]);
    }
  reading_free (r);
}

/* Moves from the start of the text to its end and back, and tells the places,
   joined by |.  */
static void
check_steps (const char *text, bool words, const char *there,
             const char *back)
{
  struct reading *r = reading_of (text, "");
  const struct side_text *side = &r->document->side[ORIGINAL];
  struct buf is = BUF_INIT;
  size_t at;
  reading_select (r);
  do
    {
      at = r->cursor;
      CHECK (grapheme_begins (side->text, side->len, at));
      reading_select_move (r, true, words);
      buf_add_string (&is, is.len ? "|" : "");
      size_t end = r->cursor > at ? r->cursor : side->len;
      buf_add (&is, side->text + at, end - at);
    }
  while (r->cursor > at);
  CHECK_STRING (buf_string (&is), there);
  buf_clear (&is);
  do
    {
      at = r->cursor;
      reading_select_move (r, false, words);
      if (r->cursor < at)
        {
          buf_add_string (&is, is.len ? "|" : "");
          buf_add (&is, side->text + r->cursor, at - r->cursor);
        }
    }
  while (r->cursor < at);
  CHECK_STRING (buf_string (&is), back);
  buf_free (&is);
  reading_free (r);
}

static void
steps (void)
{
  check_steps ("炉火ab", false, "炉|火|a|b", "a|火|炉");
  check_steps ("e\u0301 b\n", false, "e\u0301 |b\n", "e\u0301 ");
  check_steps ("\U0001F1E8\U0001F1F3\U0001F1EB\U0001F1F7x", false,
               "\U0001F1E8\U0001F1F3|\U0001F1EB\U0001F1F7|x",
               "\U0001F1EB\U0001F1F7|\U0001F1E8\U0001F1F3");
  check_steps ("炉火，two words.", true, "炉|火|，|two |words|.",
               "words|two |，|火|炉");
  check_steps ("10,700吨", true, "10|,|700|吨", "700|,|10");
  check_steps ("a", true, "a", "");
}

/* At the last place a step on stays; the text's bounds hold.  */
static void
edges (void)
{
  struct reading *r = reading_of ("　一二。\n三四。\n", "One.\nTwo.\n");
  reading_select (r);
  check_marked (r, "一");
  reading_select_edge (r, true);
  check_marked (r, "一二。");
  reading_select_edge (r, false);
  check_marked (r, "一");
  reading_select_move (r, false, false);
  check_marked (r, "一");
  reading_select_bead (r, 1);
  CHECK_NUMBER (r->bead, 1);
  check_marked (r, "　一二。\n三" + strlen ("　"));
  reading_select_bead (r, 2);
  CHECK_NUMBER (r->bead, 1);
  reading_select_edge (r, true);
  reading_select_move (r, true, false);
  check_marked (r, "一二。\n三四。");
  reading_select_anchor (r, true);
  CHECK_NUMBER (r->bead, 0);
  check_marked (r, "一二。\n三四。");
  reading_select_anchor (r, false);
  check_marked (r, "一");
  r->selecting = false;
  check_marked (r, "");
  reading_free (r);
}

static void
empty_side_is_left (void)
{
  struct reading *r = reading_of ("一。\n", "One.\nTwo.\n");
  reading_go (r, 1);
  CHECK_NUMBER (r->side, ORIGINAL);
  reading_select (r);
  CHECK_NUMBER (r->side, TRANSLATION);
  check_marked (r, "T");
  CHECK_NUMBER (r->bead, 1);
  reading_free (r);
}

/* The anchor of a note on what is marked has exactly those bytes.  */
static void
anchors_are_what_is_marked (void)
{
  static const char *const original
    = "炉火不熄e\u0301，\U0001F468\u200D\U0001F469好。\n稻谷\U0001F1E8"
      "\U0001F1F3\U0001F1EB\U0001F1F7归仓！\n";
  struct reading *r = reading_of (original, "Fires.\nRice.\n");
  unsigned state = 5;
  reading_select (r);
  for (int turn = 0; turn < 300; turn++)
    {
      state = state * 1103515245u + 12345u;
      reading_select_move (r, state >> 16 & 1, state >> 17 & 1);
      if ((state >> 18 & 7) == 0)
        reading_select_anchor (r, state >> 21 & 1);
      struct range range = reading_selection (r);
      struct note note = reading_new_note (r);
      char *exact = marked (r);
      CHECK_NUMBER (note.anchor.kind, ANCHOR_SPAN);
      CHECK_STRING (note.anchor.exact, exact);
      CHECK_NUMBER (note.anchor.range.start, range.start);
      CHECK_NUMBER (note.anchor.range.end, range.end);
      CHECK (range_len (range) > 0);
      CHECK_STRING (note.document, r->document->hash);
      struct range found;
      CHECK_NUMBER (anchor_find (&note.anchor, original, strlen (original),
                                 &found),
                    ANCHOR_PLACED);
      CHECK (found.start == range.start && found.end == range.end);
      size_t line = strcspn (original, "\n");
      CHECK_STRING (note.sentence[TRANSLATION],
                    range.start > line      ? "Rice."
                    : range.end - 1 <= line ? "Fires."
                                            : "Fires.\nRice.");
      free (exact);
      note_clear (&note);
    }
  reading_free (r);
}

static void
note_on_a_bead (void)
{
  struct reading *r = reading_of ("一。\n", "One.\n  Two.\n");
  struct note note = reading_new_note (r);
  CHECK_NUMBER (note.anchor.kind, ANCHOR_BEAD);
  CHECK_NUMBER (note.anchor.side, ORIGINAL);
  CHECK_STRING (note.anchor.exact, "一。");
  CHECK_STRING (note.text, "");
  note_clear (&note);
  reading_go (r, 1);
  note = reading_new_note (r);
  CHECK_NUMBER (note.anchor.side, TRANSLATION);
  CHECK_STRING (note.anchor.exact, "Two.");
  CHECK_STRING (note.sentence[ORIGINAL], "");
  CHECK_STRING (note.sentence[TRANSLATION], "Two.");
  note_clear (&note);
  reading_free (r);
}

/* The notes of a document stand at their beads, in order.  */
static void
notes_stand_at_beads (void)
{
  char *folder = folder_new ();
  struct notebook *notebook = notebook_in (folder);
  struct err err;
  struct reading *r = reading_of ("一。\n二。\n三。\n", "1.\n2.\n3.\n");
  static const size_t beads[] = { 2, 0, 2, 1, 2 };
  long long last = 0;
  for (size_t i = 0; i < sizeof beads / sizeof *beads; i++)
    {
      reading_go (r, beads[i]);
      struct note note = reading_new_note (r);
      free (note.text);
      note.text = mem_format ("note %zu", i);
      CHECK (notebook_add (notebook, &note, &err));
      last = note.id;
      note_clear (&note);
    }
  reading_load_notes (r, notebook);
  size_t first;
  CHECK_NUMBER (r->marks.len, 5);
  CHECK_NUMBER (reading_notes_at (r, 0, &first), 1);
  CHECK_NUMBER (reading_notes_at (r, 1, &first), 1);
  CHECK_NUMBER (first, 1);
  CHECK_NUMBER (reading_notes_at (r, 2, &first), 3);
  CHECK_NUMBER (first, 2);
  CHECK_NUMBER (reading_notes_at (r, 3, &first), 0);
  reading_go (r, 2);
  reading_show_note (r, last);
  CHECK_STRING (reading_note (r)->note.text, "note 4");
  r->shown++;
  CHECK_STRING (reading_note (r)->note.text, "note 0");
  reading_go (r, 0);
  CHECK_STRING (reading_note (r)->note.text, "note 1");
  reading_load_notes (r, NULL);
  CHECK (!reading_note (r));
  reading_free (r);
  notebook_close (notebook);
  folder_drop (folder);
}

/* A note on a text over several pairs is found at each of them; one on the whole
   document at the first.  */
static void
notes_over_beads (void)
{
  char *folder = folder_new ();
  struct notebook *notebook = notebook_in (folder);
  struct err err;
  struct reading *r = reading_of ("一。\n二。\n三。\n", "1.\n2.\n3.\n");
  struct note notes[] = {
    note_on (r->document, TRANSLATION, (struct range) { 3, 8 }, ANCHOR_SPAN,
             mem_string ("over")),
    note_on (r->document, TRANSLATION, (struct range) { 6, 8 }, ANCHOR_SPAN,
             mem_string ("within")),
    reading_whole_note (r),
  };
  for (size_t i = 0; i < 3; i++)
    CHECK (notebook_add (notebook, &notes[i], &err));
  reading_load_notes (r, notebook);
  size_t first;
  CHECK_NUMBER (r->marks.len, 3);
  CHECK_NUMBER (reading_whole_notes (r), 1);
  CHECK_NUMBER (reading_detached_notes (r), 0);
  CHECK_NUMBER (reading_notes_at (r, 0, &first), 1);
  CHECK_NUMBER (reading_mark (r, first)->note.anchor.kind, ANCHOR_DOCUMENT);
  CHECK_NUMBER (reading_notes_at (r, 1, &first), 1);
  CHECK_STRING (reading_mark (r, first)->note.text, "over");
  CHECK_NUMBER (reading_notes_at (r, 2, &first), 2);
  CHECK_STRING (reading_mark (r, first)->note.text, "over");
  CHECK_STRING (reading_mark (r, first + 1)->note.text, "within");
  reading_go (r, 2);
  reading_show_note (r, notes[1].id);
  reading_load_notes (r, notebook);
  CHECK_STRING (reading_note (r)->note.text, "within");
  for (size_t i = 0; i < 3; i++)
    note_clear (&notes[i]);
  reading_free (r);
  notebook_close (notebook);
  folder_drop (folder);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "going", going },
    { "paragraphs", paragraphs },
    { "steps", steps },
    { "edges", edges },
    { "empty-side-is-left", empty_side_is_left },
    { "anchors-are-what-is-marked", anchors_are_what_is_marked },
    { "note-on-a-bead", note_on_a_bead },
    { "notes-stand-at-beads", notes_stand_at_beads },
    { "notes-over-beads", notes_over_beads },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
