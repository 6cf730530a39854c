/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of store/: the notebook's history, anchors, tags, links, reading
   list, and notes that come from another notebook.  */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "book/link.h"
#include "check.h"
#include "old_notebook.h"
#include "store/notebook_history.h"
#include "store/notebook_reading.h"
#include "store/notebook_tags.h"
#include "store_help.h"

/* The history of note ID as "EVENT:TEXT[/LETTER][@EXACT]", joined by spaces.  */
static void
check_history (struct notebook *notebook, long long id, const char *want)
{
  struct history history = { NULL, 0, 0 };
  struct buf out = BUF_INIT;
  struct err err;
  CHECK (notebook_history (notebook, id, &history, &err));
  for (size_t i = 0; i < history.len; i++)
    {
      const struct former *f = &history.items[i];
      buf_add_format (&out, "%s%s:%s", i ? " " : "", note_event_name (f->event),
                      f->text);
      if (f->highlight)
        buf_add_format (&out, "/%c", f->highlight);
      if (f->anchor.exact)
        buf_add_format (&out, "@%s", f->anchor.exact);
      CHECK (strcmp (f->modified, f->until) < 0);
    }
  CHECK_STRING (buf_string (&out), want);
  buf_free (&out);
  history_free (&history);
}

static struct note
note_now (struct notebook *notebook, long long id)
{
  struct note note;
  struct err err = ERR_INIT;
  CHECK (notebook_note (notebook, id, &note, &err));
  return note;
}

static void
tells_history (void)
{
  char *folder = folder_new ();
  struct notebook *notebook = notebook_in (folder);
  struct history history = { NULL, 0, 0 };
  struct err err;
  long long id = add_note_at (notebook, HASH_A, "one", 0);
  CHECK (notebook_edit (notebook, id, "two", NULL, NULL, &err));
  CHECK (notebook_highlight (notebook, id, 'b', &err));
  CHECK (notebook_highlight (notebook, id, 'b', &err));
  CHECK (!notebook_highlight (notebook, id, 'B', &err));
  CHECK_NUMBER (err.code, ERR_USAGE);
  CHECK (notebook_delete (notebook, id, &err));
  CHECK (!notebook_highlight (notebook, id, 'c', &err));
  CHECK_NUMBER (err.code, ERR_NOT_FOUND);
  check_history (notebook, id, "edit:one highlight:two delete:two/b");
  CHECK (notebook_history (notebook, id, &history, &err));
  /* Back to the first version, from among the deleted.  */
  CHECK (notebook_revert (notebook, id, history.items[0].id, &err));
  struct note note = note_now (notebook, id);
  CHECK_STRING (note.text, "one");
  CHECK_NUMBER (note.highlight, 0);
  CHECK_STRING (note.deleted, "");
  note_clear (&note);
  check_history (notebook, id,
                 "edit:one highlight:two delete:two/b restore:two/b edit:two/b"
                 " highlight:one/b");
  CHECK (!notebook_revert (notebook, id, 999, &err));
  CHECK_NUMBER (err.code, ERR_NOT_FOUND);
  CHECK (!notebook_history (notebook, 99, &history, &err));
  CHECK_NUMBER (err.code, ERR_NOT_FOUND);
  history_free (&history);
  /* A highlight needs no text, but then the letter stays.  */
  note = note_sample (HASH_A, "", 0, 6);
  note.highlight = 'a';
  CHECK (notebook_add (notebook, &note, &err));
  CHECK (!notebook_highlight (notebook, note.id, '\0', &err));
  CHECK (notebook_highlight (notebook, note.id, 'z', &err));
  note_clear (&note);
  notebook_close (notebook);
  folder_drop (folder);
}

static void
attaches (void)
{
  char *folder = folder_new ();
  struct notebook *notebook = notebook_in (folder);
  struct document *document
    = document_sample ("One steel.\nTwo iron.\n", "Eins.\nZwei.\n");
  struct err err;
  long long id = add_note_at (notebook, HASH_A, "one", 0);
  struct note placed = note_now (notebook, id);
  char was[NOTE_TIME_SIZE];
  memcpy (was, placed.modified, sizeof was);
  note_move (&placed, document, TRANSLATION, (struct range) { 6, 10 });
  CHECK (notebook_attach (notebook, id, &placed, was, &err));
  struct note now = note_now (notebook, id);
  CHECK_STRING (now.anchor.exact, "Zwei");
  CHECK_STRING (now.facing.exact, "Two iron.");
  CHECK_NUMBER (now.facing.side, ORIGINAL);
  CHECK_STRING (now.sentence[ORIGINAL], "Two iron.");
  CHECK_STRING (now.document, document->hash);
  CHECK_STRING (now.text, "one");
  CHECK_NUMBER (now.state, NOTE_PLACED);
  CHECK (strcmp (now.modified, was) > 0);
  /* Another was faster: nothing is done.  */
  CHECK (!notebook_attach (notebook, id, &placed, was, &err));
  CHECK_NUMBER (err.code, ERR_CHANGED);
  check_history (notebook, id, "attach:one@钢铁");
  note_clear (&now);
  note_clear (&placed);
  document_free (document);
  notebook_close (notebook);
  folder_drop (folder);
}

/* The kept states follow the text.  */
static void
looks (void)
{
  char *folder = folder_new ();
  struct notebook *notebook = notebook_in (folder);
  struct document *document
    = document_sample ("第一句写的是钢。\n第二句写的是铁。\n",
                       "The first says steel.\nThe second says iron.\n");
  struct range range = document_bead_range (document, 1, TRANSLATION);
  struct note note = note_on (document, TRANSLATION, range, ANCHOR_BEAD,
                              mem_string ("which iron?"));
  struct note_counts counts;
  struct err err;
  size_t changed;
  CHECK (notebook_add (notebook, &note, &err));
  CHECK (notebook_look (notebook, document, &changed, &err));
  CHECK_NUMBER (changed, 0);
  /* Another translation: the bead is known by its original.  */
  struct document *other
    = document_sample ("第一句写的是钢。\n第二句写的是铁。\n",
                       "Steel, says one.\nIron, says two.\n");
  CHECK_STRING (other->hash, document->hash);
  CHECK (notebook_look (notebook, other, &changed, &err));
  CHECK_NUMBER (changed, 1);
  CHECK (notebook_counts (notebook, &counts, &err));
  CHECK_NUMBER (counts.notes, 1);
  CHECK_NUMBER (counts.states[NOTE_MOVED], 1);
  CHECK_NUMBER (note_find (&note, other, &range), ANCHOR_MOVED);
  CHECK (strncmp (other->side[TRANSLATION].text + range.start,
                  "Iron, says two.", range_len (range))
         == 0);
  struct note_query query = { .states = 1u << NOTE_MOVED };
  check_list (notebook, &query, "which iron?");
  query.states = 1u << NOTE_PLACED | 1u << NOTE_DETACHED;
  check_list (notebook, &query, "");
  /* The reader looks and confirms.  */
  struct note placed = note_copy (&note);
  note_move (&placed, other, TRANSLATION, range);
  CHECK (notebook_attach (notebook, note.id, &placed, NULL, &err));
  CHECK (notebook_look (notebook, other, &changed, &err));
  CHECK_NUMBER (changed, 0);
  /* No translation any more: detached.  */
  struct document *bare = document_sample (other->side[ORIGINAL].text, "");
  CHECK (notebook_look (notebook, bare, &changed, &err));
  query.states = 1u << NOTE_DETACHED;
  check_list (notebook, &query, "which iron?");
  document_free (bare);
  document_free (other);
  document_free (document);
  note_clear (&placed);
  note_clear (&note);
  notebook_close (notebook);
  folder_drop (folder);
}

static void
check_tags (struct notebook *notebook, const char *prefix, const char *want)
{
  struct tag_counts tags = { NULL, 0, 0 };
  struct buf out = BUF_INIT;
  struct err err;
  CHECK (notebook_tags (notebook, prefix, &tags, &err));
  for (size_t i = 0; i < tags.len; i++)
    buf_add_format (&out, "%s%s %lld", i ? ", " : "", tags.items[i].name,
                    tags.items[i].notes);
  CHECK_STRING (buf_string (&out), want);
  buf_free (&out);
  tag_counts_free (&tags);
}

static void
counts_tags (void)
{
  char *folder = folder_new ();
  struct notebook *notebook = notebook_in (folder);
  struct err err;
  size_t count;
  long long first = add_note_at (notebook, HASH_A, "#steel #steel #钢", 0);
  add_note_at (notebook, HASH_A, "b #Steel", 6);
  add_note_at (notebook, HASH_B, "c #Steel #stone", 6);
  check_tags (notebook, NULL, "Steel 3, stone 1, 钢 1");
  check_tags (notebook, "ST", "Steel 3, stone 1");
  check_tags (notebook, "\xFF", "");
  CHECK (notebook_delete (notebook, first, &err));
  check_tags (notebook, NULL, "Steel 2, stone 1");
  CHECK (notebook_rename_tag (notebook, "steel", "铁-iron", &count, &err));
  CHECK_NUMBER (count, 2);
  check_tags (notebook, NULL, "stone 1, 铁-iron 2");
  check_list (notebook, NULL, "b #铁-iron,c #铁-iron #stone");
  check_history (notebook, first + 1, "tag:b #Steel");
  CHECK (notebook_restore (notebook, first, &err));
  check_tags (notebook, NULL, "steel 1, stone 1, 钢 1, 铁-iron 2");
  CHECK (!notebook_rename_tag (notebook, "stone", "two words", &count, &err));
  CHECK_NUMBER (err.code, ERR_USAGE);
  CHECK (!notebook_rename_tag (notebook, "stone", "", &count, &err));
  CHECK (notebook_rename_tag (notebook, "nowhere", "x", &count, &err));
  CHECK_NUMBER (count, 0);
  CHECK (notebook_edit (notebook, first, "no tags", NULL, NULL, &err));
  check_tags (notebook, NULL, "stone 1, 铁-iron 2");
  notebook_close (notebook);
  folder_drop (folder);
}

static void
check_numbers (struct note_numbers *numbers, const char *want)
{
  struct buf out = BUF_INIT;
  for (size_t i = 0; i < numbers->len; i++)
    buf_add_format (&out, "%s%lld", i ? "," : "", numbers->items[i]);
  CHECK_STRING (buf_string (&out), want);
  buf_free (&out);
  VEC_FREE (numbers);
}

static void
links_back (void)
{
  char *folder = folder_new (), *path = path_in (folder, "notes.db");
  struct notebook *notebook = notebook_in (folder);
  struct note_numbers numbers = { NULL, 0, 0 };
  struct err err;
  long long a = add_note_at (notebook, HASH_A, "see [[The  Heading]]", 0);
  add_note_at (notebook, HASH_A, "[[题目::钢|x]] and [[papers/a/1.txt]]", 0);
  add_note_at (notebook, HASH_A, "[[题目 2]] [[note:ABCD]]", 0);
  add_note_at (notebook, HASH_A, "[[note:abcd1234]]", 0);
  CHECK (raw_run (path, "UPDATE note SET modified = '2026-01-0' || id ||"
                        " 'T00:00:00Z'"));
  struct note note = note_now (notebook, a);
  CHECK (notebook_links_to (notebook, &note.citation, &numbers, &err));
  check_numbers (&numbers, "2,1");
  CHECK (notebook_links_to_note (notebook,
                                 "abcd1234-0000-4000-8000-000000000000",
                                 &numbers, &err));
  check_numbers (&numbers, "4,3");
  CHECK (notebook_links_to_note (notebook,
                                 "abcd0000-0000-4000-8000-000000000000",
                                 &numbers, &err));
  check_numbers (&numbers, "3");
  char *key = link_key_of ("题目 2");
  struct note_query query = { .link = key };
  CHECK (notebook_find (notebook, &query, &numbers, &err));
  check_numbers (&numbers, "3");
  query = (struct note_query) { .uuid = note.uuid };
  CHECK (notebook_find (notebook, &query, &numbers, &err));
  check_numbers (&numbers, "1");
  free (key);
  note_clear (&note);
  notebook_close (notebook);
  free (path);
  folder_drop (folder);
}

static void
check_reading (struct notebook *notebook, enum reading_status status,
               const char *want)
{
  struct reading_items items = { NULL, 0, 0 };
  struct buf out = BUF_INIT;
  struct err err;
  CHECK (notebook_reading (notebook, status, &items, &err));
  for (size_t i = 0; i < items.len; i++)
    buf_add_format (&out, "%s%s %s", i ? ", " : "",
                    items.items[i].citation.title[ORIGINAL],
                    reading_status_name (items.items[i].status));
  CHECK_STRING (buf_string (&out), want);
  buf_free (&out);
  reading_items_free (&items);
}

static void
keeps_reading_list (void)
{
  char *folder = folder_new ();
  struct notebook *notebook = notebook_in (folder);
  struct document *a = document_dated ("甲\n", "1958", "1", "A");
  struct document *b = document_dated ("乙\n", "1959", "1", "B");
  struct document *c = document_dated ("丙\n", "1960", "1", "C");
  struct err err;
  CHECK (notebook_set_status (notebook, a, READING_UNREAD, &err));
  CHECK (notebook_set_status (notebook, b, READING_UNREAD, &err));
  CHECK (notebook_set_status (notebook, c, READING_DONE, &err));
  check_reading (notebook, READING_NONE, "B unread, A unread, C done");
  CHECK (notebook_set_status (notebook, a, READING_BEGUN, &err));
  check_reading (notebook, READING_NONE, "A reading, B unread, C done");
  check_reading (notebook, READING_UNREAD, "B unread");
  CHECK_NUMBER (notebook_status (notebook, a->hash), READING_BEGUN);
  CHECK_NUMBER (notebook_status (notebook, HASH_A), READING_NONE);
  struct reading_items items = { NULL, 0, 0 };
  CHECK (notebook_reading (notebook, READING_BEGUN, &items, &err));
  CHECK (items.items[0].since[READING_UNREAD][19] == 'Z'
         && items.items[0].since[READING_BEGUN][19] == 'Z');
  CHECK_STRING (items.items[0].since[READING_DONE], "");
  CHECK_STRING (items.items[0].citation.date, "1958");
  reading_items_free (&items);
  /* The text changed, the row goes with it; the library may be gone.  */
  CHECK (notebook_rename_document (notebook, a->hash, HASH_A, &err));
  CHECK (notebook_set_status_of (notebook, HASH_A, READING_DONE, &err));
  CHECK (!notebook_set_status_of (notebook, HASH_B, READING_DONE, &err));
  CHECK_NUMBER (err.code, ERR_NOT_FOUND);
  CHECK (notebook_set_status (notebook, b, READING_NONE, &err));
  check_reading (notebook, READING_NONE, "A done, C done");
  enum reading_status status;
  CHECK (reading_status_named ("reading", &status) && status == READING_BEGUN);
  CHECK (!reading_status_named ("read", &status));
  document_free (a);
  document_free (b);
  document_free (c);
  notebook_close (notebook);
  folder_drop (folder);
}

/* An older notebook: its notes are there, its tags and links are indexed.  */
static void
takes_old_ones (void)
{
  for (int version = 1; version <= 2; version++)
    {
      char *folder = folder_new ();
      old_notebook (folder, version, 3);
      struct notebook *notebook = notebook_in (folder);
      struct note_numbers numbers = { NULL, 0, 0 };
      struct err err;
      check_list (notebook, NULL, "old 1 #tag [[Title]],old 2 #tag [[Title]]");
      check_tags (notebook, NULL, "tag 2");
      check_history (notebook, 3, "edit:older 3");
      struct note note = note_now (notebook, 3);
      CHECK_STRING (note.deleted, "2026-01-03T00:00:00Z");
      CHECK_NUMBER (note.state, NOTE_UNSEEN);
      CHECK (note.facing.exact == NULL);
      CHECK (notebook_links_to (notebook, &note.citation, &numbers, &err));
      check_numbers (&numbers, "1,2");
      struct note_query query = { .deleted = true };
      check_list (notebook, &query, "old 3 #tag [[Title]]");
      note_clear (&note);
      notebook_close (notebook);
      folder_drop (folder);
    }
}

/* --- versions ----------------------------------------------------------------- */

/* The same note edited on two screens: both versions are there, and shown.  */
static void
shows_conflicts (void)
{
  char *folder = folder_new ();
  struct notebook *mine = notebook_in (folder), *theirs = notebook_in (folder);
  struct note_query conflicting = { .conflicting = true };
  struct note_counts counts;
  struct err err;
  long long id = add_note_at (mine, HASH_A, "base", 0), saved;
  struct note note = note_now (mine, id);
  CHECK (notebook_edit (theirs, id, "theirs", note.modified, NULL, &err));
  CHECK (notebook_edit (mine, id, "mine", note.modified, &saved, &err));
  check_list (theirs, &conflicting, "mine");
  CHECK (notebook_counts (mine, &counts, &err));
  CHECK (counts.notes == 2 && counts.conflicting == 1);
  struct note version = note_now (mine, saved);
  CHECK_STRING (version.version_of, note.uuid);
  CHECK (!notebook_merge (mine, id, id, NULL, &err));
  CHECK_NUMBER (err.code, ERR_USAGE);
  CHECK (notebook_merge (mine, saved, id, NULL, &err));
  check_list (theirs, NULL, "mine");
  check_list (theirs, &conflicting, "");
  CHECK (!notebook_merge (mine, saved, id, NULL, &err));
  CHECK_NUMBER (err.code, ERR_NOT_FOUND);
  /* Or both stay.  */
  note_clear (&note);
  note = note_now (mine, saved);
  CHECK (notebook_edit (theirs, saved, "again", note.modified, NULL, &err));
  CHECK (notebook_edit (mine, saved, "once more", note.modified, &saved, &err));
  CHECK (notebook_part (mine, saved, &err));
  check_list (theirs, &conflicting, "");
  check_list (theirs, NULL, "again,once more");
  note_clear (&version);
  note_clear (&note);
  notebook_close (mine);
  notebook_close (theirs);
  folder_drop (folder);
}

/* Of 10 MB, of control characters, of right-to-left text, of nothing but tags and
   links: kept as it is, in bounded time.  */
static void
keeps_odd_texts (void)
{
  char *folder = folder_new ();
  struct notebook *notebook = notebook_in (folder);
  enum { LARGE = 10 << 20 };
  char *texts[5];
  struct tag_counts tags = { NULL, 0, 0 };
  struct err err;
  for (int i = 0; i < 3; i++)
    {
      static const char *const pieces[] = { "#a", "[[b]] ", "x" };
      struct buf buf = BUF_INIT;
      for (int k = 0; buf.len < LARGE; k++)
        if (i == 2)
          buf_add_string (&buf, "a long line without end ");
        else
          buf_add_format (&buf, "%s%d ", pieces[i], k);
      texts[i] = buf_take (&buf);
    }
  texts[3] = mem_string ("\x01\x02\x1B]0;x\x07\x7F\t\r\n\xC2\x85");
  texts[4] = mem_string ("\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D "
                         "\xE2\x80\xAE" "abc #\xD7\xA9\xD7\x9C");
  for (int i = 0; i < 5; i++)
    {
      long long id = add_note_at (notebook, HASH_A, texts[i], (size_t) i);
      struct note note = note_now (notebook, id);
      CHECK (strcmp (note.text, texts[i]) == 0);
      note_clear (&note);
      free (texts[i]);
    }
  CHECK (notebook_tags (notebook, NULL, &tags, &err));
  CHECK_NUMBER (tags.len, 501); /* no more than 500 of one note */
  tag_counts_free (&tags);
  notebook_close (notebook);
  folder_drop (folder);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "shows-conflicts", shows_conflicts },
    { "keeps-odd-texts", keeps_odd_texts },
    { "tells-history", tells_history },
    { "attaches", attaches },
    { "looks", looks },
    { "counts-tags", counts_tags },
    { "links-back", links_back },
    { "keeps-reading-list", keeps_reading_list },
    { "takes-old-ones", takes_old_ones },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
