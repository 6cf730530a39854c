/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of corrections of beads: made, kept, applied to the same text and
   to a changed one.  */
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "book/correction.h"
#include "check.h"
#include "old_notebook.h"
#include "store_help.h"

/* The beads of D as "1-1 2-1", those that are certain with "!".  */
static const char *
shape (const struct document *d)
{
  static char text[400];
  size_t len = 0;
  CHECK (document_is_whole (d));
  for (size_t i = 0; i < d->beads.len; i++)
    {
      const struct bead *b = &d->beads.items[i];
      len += (size_t) snprintf (text + len, sizeof text - len, "%s%zu-%zu%s",
                                i ? " " : "", b->count[ORIGINAL],
                                b->count[TRANSLATION],
                                b->confidence >= 1 ? "!" : "");
    }
  return text;
}

/* A document of five pairs, unsure of each.  */
static struct document *
five (void)
{
  struct document *d = document_sample (
    "第一句话在这里。\n第二句话在这里。\n第三句说别的。\n第四句。\n末句完了。",
    "The first is here.\nThe second is here.\nThe third differs.\nFourth.\n"
    "The last is done.");
  for (size_t i = 0; i < d->beads.len; i++)
    d->beads.items[i].confidence = 0.25f;
  return d;
}

static void
mends (void)
{
  static const struct
  {
    size_t index;
    enum mend what;
    enum side side;
    const char *shape;
  } table[] = {
    { 0, MEND_JOIN, ORIGINAL, "2-2! 1-1 1-1 1-1" },
    { 3, MEND_JOIN, ORIGINAL, "1-1 1-1 1-1 2-2!" },
    { 4, MEND_JOIN, ORIGINAL, NULL },
    { 5, MEND_JOIN, ORIGINAL, NULL },
    { 2, MEND_SPLIT, ORIGINAL, "1-1 1-1 1-0! 0-1! 1-1 1-1" },
    { 1, MEND_GIVE, ORIGINAL, "1-1 0-1! 2-1! 1-1 1-1" },
    { 1, MEND_GIVE, TRANSLATION, "1-1 1-0! 1-2! 1-1 1-1" },
    { 4, MEND_GIVE, TRANSLATION, "1-1 1-1 1-1 1-1 1-0! 0-1!" },
    { 1, MEND_TAKE, ORIGINAL, "1-1 2-1! 0-1! 1-1 1-1" },
    { 1, MEND_TAKE, TRANSLATION, "1-1 1-2! 1-0! 1-1 1-1" },
    { 4, MEND_TAKE, TRANSLATION, NULL },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      struct document *d = five ();
      struct correction c;
      bool made = correction_make (d, table[i].index, table[i].what,
                                   table[i].side, &c);
      CHECK_NUMBER (made, table[i].shape != NULL);
      if (made)
        {
          CHECK_STRING (c.document, d->hash);
          CHECK (correction_apply (d, &c));
          CHECK_STRING (shape (d), table[i].shape);
        }
      correction_clear (&c);
      document_free (d);
    }
}

/* Does WHAT to bead INDEX of D, for good.  */
static bool
mend (struct document *d, size_t index, enum mend what, enum side side)
{
  struct correction c;
  bool done = correction_make (d, index, what, side, &c)
              && correction_apply (d, &c);
  correction_clear (&c);
  return done;
}

/* One correction upon another, and with neighbours where a side is empty.  */
static void
mends_again (void)
{
  struct document *d = five ();
  CHECK (mend (d, 1, MEND_SPLIT, ORIGINAL));
  CHECK_STRING (shape (d), "1-1 1-0! 0-1! 1-1 1-1 1-1");
  CHECK (!mend (d, 1, MEND_SPLIT, ORIGINAL));
  CHECK (!mend (d, 1, MEND_GIVE, TRANSLATION));
  CHECK (mend (d, 1, MEND_GIVE, ORIGINAL));
  CHECK_STRING (shape (d), "1-1 1-1! 1-1 1-1 1-1");
  CHECK (mend (d, 1, MEND_JOIN, ORIGINAL));
  CHECK (mend (d, 1, MEND_JOIN, ORIGINAL));
  CHECK_STRING (shape (d), "1-1 3-3! 1-1");
  CHECK (mend (d, 1, MEND_SPLIT, ORIGINAL));
  CHECK_STRING (shape (d), "1-1 1-1! 2-2! 1-1");
  CHECK (mend (d, 2, MEND_GIVE, TRANSLATION));
  CHECK_STRING (shape (d), "1-1 1-1! 2-1! 1-2!");
  CHECK (mend (d, 0, MEND_SPLIT, ORIGINAL));
  CHECK (mend (d, 0, MEND_JOIN, ORIGINAL));
  CHECK_STRING (shape (d), "1-1! 1-1! 2-1! 1-2!");
  document_free (d);
}

/* Random corrections keep a document whole and are the same when made again on
   the beads it began with.  */
static void
mends_at_random (void)
{
  unsigned long seed = 19580905;
  struct document *d = five (), *again = five ();
  struct corrections all = { NULL, 0, 0 };
  for (int i = 0; i < 2000; i++)
    {
      struct correction c;
      seed = seed * 6364136223846793005u + 1442695040888963407u;
      size_t pick = (size_t) (seed >> 33);
      if (!correction_make (d, pick % d->beads.len,
                            (enum mend) (pick / 64 % 4),
                            (enum side) (pick / 4096 % 2), &c))
        continue;
      CHECK (correction_covers (d, pick % d->beads.len, &c));
      CHECK (correction_apply (d, &c));
      CHECK (document_is_whole (d));
      VEC_PUSH (&all, c);
    }
  CHECK (all.len > 1000);
  for (size_t i = 0; i < all.len; i++)
    CHECK (correction_apply (again, &all.items[i]));
  const char *is = shape (again);
  char *kept = mem_string (is);
  CHECK_STRING (kept, shape (d));
  free (kept);
  corrections_free (&all);
  document_free (d);
  document_free (again);
}

/* A changed text: what was corrected is found again by its words, and left
   alone where they are gone.  */
static void
follows (void)
{
  struct document *d = five ();
  struct correction c;
  CHECK (correction_make (d, 1, MEND_GIVE, TRANSLATION, &c));
  struct document *longer = document_sample (
    "新的一行。\n第一句话在这里。\n第二句话在这里。\n第三句说别的。\n第四句。",
    "A new line.\nThe first is here.\nThe second is here.\n"
    "The third differs.\nFourth.");
  CHECK (correction_apply (longer, &c));
  CHECK_STRING (shape (longer), "1-1 1-1 1-0! 1-2! 1-1");
  struct document *other = document_sample ("第一句话在这里。\n第二句改了。",
                                            "The first is here.\nChanged.");
  CHECK (!correction_apply (other, &c));
  CHECK_STRING (shape (other), "1-1 1-1");
  CHECK (!correction_covers (other, 0, &c));
  struct document *single = document_sample ("第一句话在这里。\n二。", "");
  CHECK (!correction_apply (single, &c));
  struct correction none;
  CHECK (!correction_make (single, 0, MEND_JOIN, ORIGINAL, &none));
  correction_clear (&c);
  document_free (d);
  document_free (longer);
  document_free (other);
  document_free (single);
}

/* The notebook keeps them, takes them back, and gives them to the document that
   the document has become.  */
static void
is_kept (void)
{
  struct err err = ERR_INIT;
  char *folder = folder_new ();
  struct notebook *notebook = notebook_open (folder, false, &err);
  struct document *d = five ();
  struct correction c;
  size_t lost = 9;
  CHECK (correction_make (d, 0, MEND_JOIN, ORIGINAL, &c));
  CHECK (notebook_correct (notebook, &c, &err));
  correction_clear (&c);
  CHECK (correction_make (d, 3, MEND_GIVE, TRANSLATION, &c));
  CHECK (notebook_correct (notebook, &c, &err));
  correction_clear (&c);
  notebook_close (notebook);
  notebook = notebook_open (folder, false, &err);
  CHECK (notebook_mend (notebook, d, &lost, &err));
  CHECK_NUMBER (lost, 0);
  CHECK_STRING (shape (d), "2-2! 1-1 1-0! 1-2!");
  struct corrections all = { NULL, 0, 0 };
  CHECK (notebook_corrections (notebook, d->hash, &all, &err));
  CHECK_NUMBER (all.len, 2);
  CHECK (notebook_uncorrect (notebook, all.items[0].id, &err));
  corrections_free (&all);
  CHECK (notebook_rename_document (notebook, d->hash, HASH_B, &err));
  CHECK (notebook_corrections (notebook, d->hash, &all, &err));
  CHECK_NUMBER (all.len, 0);
  CHECK (notebook_corrections (notebook, HASH_B, &all, &err));
  CHECK_NUMBER (all.len, 1);
  document_free (d);
  d = five ();
  memcpy (d->hash, HASH_B, sizeof d->hash);
  CHECK (notebook_mend (notebook, d, &lost, &err));
  CHECK_STRING (shape (d), "1-1 1-1 1-1 1-0! 1-2!");
  corrections_free (&all);
  document_free (d);
  notebook_close (notebook);
  folder_drop (folder);
}

/* A dismissal is known by its kind and its words, and goes with the document.  */
static void
is_dismissed (void)
{
  struct err err = ERR_INIT;
  char *folder = folder_new ();
  struct notebook *notebook = notebook_open (folder, false, &err);
  struct dismissal d = { HASH_A, "number", { "三吨", "four tons" } };
  struct dismissal other = { HASH_A, "unit", { "三吨", "four tons" } };
  CHECK (!notebook_dismissed (notebook, &d));
  CHECK (notebook_dismiss (notebook, &d, true, &err));
  CHECK (notebook_dismiss (notebook, &d, true, &err));
  CHECK (notebook_dismissed (notebook, &d));
  CHECK (!notebook_dismissed (notebook, &other));
  other = d;
  other.words[TRANSLATION] = "";
  CHECK (!notebook_dismissed (notebook, &other));
  CHECK (notebook_rename_document (notebook, HASH_A, HASH_B, &err));
  CHECK (!notebook_dismissed (notebook, &d));
  d.document = HASH_B;
  CHECK (notebook_dismissed (notebook, &d));
  CHECK (notebook_dismiss (notebook, &d, false, &err));
  CHECK (!notebook_dismissed (notebook, &d));
  notebook_close (notebook);
  folder_drop (folder);
}

/* A notebook from before there were corrections gets them, and is kept as it
   was beside it.  */
static void
is_upgraded (void)
{
  struct err err = ERR_INIT;
  char *folder = folder_new ();
  old_notebook (folder, 1, 1);
  struct notebook *notebook = notebook_open (folder, false, &err);
  CHECK (notebook != NULL);
  CHECK_NUMBER (notebook_count (notebook, HASH_A), 1);
  struct document *d = five ();
  struct correction c;
  CHECK (correction_make (d, 0, MEND_JOIN, ORIGINAL, &c));
  CHECK (notebook_correct (notebook, &c, &err));
  correction_clear (&c);
  document_free (d);
  notebook_close (notebook);
  char *pattern = path_in (folder, "notes.db.v1-*");
  glob_t found;
  CHECK_NUMBER (glob (pattern, 0, NULL, &found), 0);
  CHECK_NUMBER (found.gl_pathc, 1);
  globfree (&found);
  free (pattern);
  folder_drop (folder);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "mends", mends },
    { "mends-again", mends_again },
    { "mends-at-random", mends_at_random },
    { "follows", follows },
    { "is-kept", is_kept },
    { "is-dismissed", is_dismissed },
    { "is-upgraded", is_upgraded },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
