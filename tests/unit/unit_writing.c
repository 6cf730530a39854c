/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of read/completion.h, read/note_template.h and view/pasted.h.  */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check.h"
#include "read/completion.h"
#include "read/note_template.h"
#include "store_help.h"
#include "view/pasted.h"

/* Checks what can be finished at the | of TEXT: WANT is "#..." or "[[...", or ""
   for nothing.  */
static void
check_at (const char *text, const char *want)
{
  size_t at = strcspn (text, "|");
  char *plain = mem_format ("%.*s%s", (int) at, text, text + at + 1);
  struct range typed;
  enum completion_kind kind = completion_at (plain, at, &typed);
  char *is = kind == COMPLETION_NONE
               ? mem_string ("")
               : mem_format ("%s%.*s", kind == COMPLETION_TAG ? "#" : "[[",
                             (int) range_len (typed), plain + typed.start);
  CHECK_STRING (is, want);
  free (is);
  free (plain);
}

static void
what_is_typed (void)
{
  check_at ("|", "");
  check_at ("word|", "");
  check_at ("#|", "#");
  check_at ("see #ir|", "#ir");
  check_at ("see #ir|on", "#ir");
  check_at ("see #iron |", "");
  check_at ("#炉|", "#炉");
  check_at ("(#iron-and_steel|)", "#iron-and_steel");
  check_at ("C#|", "");
  check_at ("炉#火|", "");
  check_at ("[[|", "[[");
  check_at ("see [[The First|", "[[The First");
  check_at ("[[The First]]|", "");
  check_at ("[[The First\nF|", "");
  check_at ("[[The First::wo|", "");
  check_at ("[[The First|shown|", "[[The First"); /* the first | is the cursor */
  check_at ("[[No #3 f|", "[[No #3 f");
  check_at ("[|", "");
}

static void
what_fits (void)
{
  struct completion c = { .chosen = 0 };
  completion_offer (&c, "Iron", "ir", 2, " ");
  completion_offer (&c, "iron", "ir", 2, " ");
  completion_offer (&c, "iron", "ir", 2, " ");
  completion_offer (&c, "steel", "ir", 2, " ");
  completion_offer (&c, "irrigation\033[31m", "ＩＲ", 6, "]]");
  CHECK_NUMBER (c.fitting.len, 3);
  CHECK_STRING (c.fitting.items[0], "Iron ");
  CHECK_STRING (c.fitting.items[2], "irrigation\033[31m]]");
  c.chosen = 1;
  char *show = completion_show (&c, 80);
  CHECK_STRING (show, "[iron ]  irrigation<U+001B>[31m]]  Iron ");
  free (show);
  show = completion_show (&c, 20);
  CHECK_STRING (show, "[iron ]  ...");
  free (show);
  completion_clear (&c);
  completion_offer (&c, "all", "", 0, "");
  CHECK_NUMBER (c.fitting.len, 1);
  completion_clear (&c);
}

static struct note
note_of_something (void)
{
  struct note note = { .anchor = { .exact = mem_string ("第一\n座") } };
  note.sentence[ORIGINAL] = mem_string ("第一\n座炉子。");
  note.sentence[TRANSLATION] = mem_string ("The first furnace.");
  note.text = mem_string ("");
  note.citation.date = mem_string ("1958-10-01");
  note.citation.title[TRANSLATION] = mem_string ("The {date} of it");
  return note;
}

static void
check_filled (const char *pattern, const char *want, size_t want_cursor)
{
  struct note note = note_of_something ();
  size_t cursor;
  char *is = note_template_fill (pattern, &note, "2026-11-26", &cursor);
  CHECK_STRING (is, want);
  CHECK_NUMBER (cursor, want_cursor);
  free (is);
  note_clear (&note);
}

static void
fields (void)
{
  check_filled ("", "", 0);
  check_filled ("{date}, {today}: {cursor}\n#new\n",
                "1958-10-01, 2026-11-26: \n#new\n", 24);
  check_filled ("{quotation} / {sentence} / {translation}",
                "第一 座 / 第一 座炉子。 / The first furnace.", 53);
  check_filled ("{title} {author}{page}", "The {date} of it ", 17);
  check_filled ("{unknown} {} {date {{date}", "{unknown} {} {date {1958-10-01",
                30);
  check_filled ("{a name that is far too long for any field at all}",
                "{a name that is far too long for any field at all}", 50);
}

static void
files (void)
{
  char *folder = folder_new ();
  char *path = path_in (folder, "template.txt");
  struct err err = ERR_INIT;
  CHECK (!note_template_read (path, &err));
  CHECK_NUMBER (err.code, ERR_OPEN);
  file_put (path, "{date}\n", 7);
  char *text = note_template_read (path, &err);
  CHECK_STRING (text, "{date}");
  free (text);
  file_put (path, "a\xFF", 2);
  CHECK (!note_template_read (path, &err));
  CHECK_NUMBER (err.code, ERR_ENCODING);
  CHECK_STRING (err.where, path);
  file_put (path, "a\0b", 3);
  CHECK (!note_template_read (path, &err));
  CHECK_NUMBER (err.code, ERR_ENCODING);
  char *long_text = mem_new (70000, 1);
  memset (long_text, 'a', 70000);
  file_put (path, long_text, 70000);
  CHECK (!note_template_read (path, &err));
  CHECK_NUMBER (err.code, ERR_READ);
  CHECK (!note_template_read (folder, &err));
  CHECK_NUMBER (err.code, ERR_READ);
  free (long_text);
  free (path);
  folder_drop (folder);
}

static void
check_pasted (const char *raw, const char *want)
{
  struct buf text = BUF_INIT;
  pasted_text (raw, strlen (raw), &text);
  CHECK_STRING (buf_string (&text), want);
  buf_free (&text);
}

static void
pasted (void)
{
  check_pasted ("", "");
  check_pasted ("one\r\ttwo\n炉", "one\n\ttwo\n炉");
  check_pasted ("a\003\004\033b\177c", "abc");
  check_pasted ("a\033[1;5Ab\033OPc\033[", "abc");
  check_pasted ("a\033[1;5", "a");
  check_pasted ("a\033O", "a");
  check_pasted ("a\377\351\201b", "a\uFFFD\uFFFDb");
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "what-is-typed", what_is_typed },
    { "what-fits", what_fits },
    { "fields", fields },
    { "files", files },
    { "pasted", pasted },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
