/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which notes: queries made of the conditions that are given, so that each finds
   its index.  */
#include <config.h>

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "store/notebook_private.h"
#include "text/fold.h"

/* What is bound to a query, in order: a text, or a number where that is NULL.  */
struct bound
{
  const char *text;
  long long number;
};

/* A query being made.  */
struct asking
{
  struct buf sql;
  struct bound bound[24];
  size_t count;
  char *key; /* of the tag; owned */
};

static void
ask (struct asking *a, const char *condition)
{
  buf_add_string (&a->sql, " AND ");
  buf_add_string (&a->sql, condition);
}

static void
ask_text (struct asking *a, const char *condition, const char *text)
{
  if (!text)
    return;
  ask (a, condition);
  a->bound[a->count++].text = text;
}

static void
ask_number (struct asking *a, const char *condition, long long number)
{
  if (number == 0)
    return;
  ask (a, condition);
  a->bound[a->count++].number = number;
}

static void
ask_letter (struct asking *a, const struct note_query *query)
{
  if (query->highlight == '*')
    ask (a, "highlight <> ''");
  else
    ask_number (a, "highlight = char (?)", query->highlight);
}

/* Fills A with what QUERY asks for, but for the words, behind SELECT.  */
static void
ask_all (struct asking *a, const char *select, const struct note_query *query)
{
  buf_add_string (&a->sql, select);
  /* A `+' keeps SQLite from walking through all notes in their order where few
     are asked for, which it thinks cheaper than to sort them.  */
  bool few = query->document || a->key || query->link || query->uuid
             || query->conflicting;
  buf_add_string (&a->sql, few ? " WHERE +deleted" : " WHERE deleted");
  buf_add_string (&a->sql, query->deleted ? " IS NOT NULL" : " IS NULL");
  ask_number (a, "id = ?", query->id);
  ask_text (a, "substr (uuid, 1, length (?)) = ", query->uuid);
  if (query->uuid)
    {
      buf_add_string (&a->sql, "?");
      a->bound[a->count++].text = query->uuid;
    }
  ask_text (a, "document = ?", query->document);
  ask_text (a, "id IN (SELECT note FROM note_tag WHERE key = ?)", a->key);
  ask_text (a, "id IN (SELECT note FROM note_link WHERE key = ?)",
            query->link);
  ask_text (a, "subject = ?", query->subject);
  ask_text (a, "modified >= ?", query->since);
  ask_text (a, "substr (modified, 1, length (?)) <= ", query->until);
  if (query->until)
    {
      buf_add_string (&a->sql, "?");
      a->bound[a->count++].text = query->until;
    }
  ask_number (a, "(1 << state) & ? <> 0", query->states);
  ask_number (a, "(1 << kind) & ? <> 0", query->kinds);
  ask_letter (a, query);
  if (query->conflicting)
    ask (a, NOTE_CONFLICTING);
  buf_add_string (&a->sql,
                  query->order == NOTES_BY_TIME
                    ? " ORDER BY modified DESC, id DESC"
                    : " ORDER BY coalesce (date, '') = '', date, document,"
                      " start, side, id");
  if (query->skip || query->most)
    {
      buf_add_string (&a->sql, " LIMIT ? OFFSET ?");
      a->bound[a->count++].number
        = query->most ? (long long) query->most : -1;
      a->bound[a->count++].number = (long long) query->skip;
    }
}

/* The rows of SELECT that QUERY asks for.  A must live until row_drop.  */
static struct row
asked (struct notebook *notebook, struct asking *a, const char *select,
       const struct note_query *query)
{
  *a = (struct asking) { .sql = BUF_INIT };
  if (query->tag)
    a->key = note_tag_key (query->tag, strlen (query->tag));
  ask_all (a, select, query);
  struct row row = row_made (&notebook->database, buf_string (&a->sql));
  for (size_t i = 0; i < a->count; i++)
    if (a->bound[i].text)
      put_text (&row, a->bound[i].text);
    else
      put_number (&row, a->bound[i].number);
  return row;
}

static void
asked_drop (struct asking *a, struct row *row)
{
  row_drop (row);
  buf_free (&a->sql);
  free (a->key);
}

/* Whether all that QUERY asks with is UTF-8: else no note fits.  */
static bool
can_fit (const struct note_query *query)
{
  return text_is_clean (query->uuid) && text_is_clean (query->tag)
         && text_is_clean (query->words) && text_is_clean (query->link)
         && text_is_clean (query->subject);
}

/* --- words --------------------------------------------------------------- */

static bool
says (const char *text, size_t len, const struct folded *words)
{
  struct folded folded;
  if (!text || len == 0)
    return false;
  fold_search (text, len, &folded);
  bool found = memmem (folded.data, folded.len, words->data, words->len);
  folded_free (&folded);
  return found;
}

static bool
note_says (const struct note *note, const struct folded *words)
{
  const char *texts[] = { note->text, note->anchor.exact,
                          note->citation.title[ORIGINAL],
                          note->citation.title[TRANSLATION] };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    if (texts[i] && says (texts[i], strlen (texts[i]), words))
      return true;
  return false;
}

/* Whether one of the next four texts of ROW has WORDS in it.  */
static bool
row_says (struct row *row, const struct folded *words)
{
  for (int i = 0; i < 4; i++)
    {
      size_t len;
      const char *text = peek_text (row, &len);
      if (says (text, len, words))
        return true;
    }
  return false;
}

/* --- lists ---------------------------------------------------------------- */

static bool
tell (struct notebook *notebook, struct err *found, bool damaged,
      struct err *err)
{
  if (damaged && found->code == ERR_NONE)
    database_damaged (&notebook->database, "a note", found);
  if (found->code != ERR_NONE && err)
    *err = *found;
  return found->code == ERR_NONE;
}

bool
notebook_find (struct notebook *notebook, const struct note_query *query,
               struct note_numbers *numbers, struct err *err)
{
  static const struct note_query all = { .id = 0 };
  struct err found;
  struct asking a;
  struct folded words = { .data = NULL };
  query = query ? query : &all;
  if (!can_fit (query))
    return true;
  if (query->words)
    fold_search (query->words, strlen (query->words), &words);
  struct row row
    = asked (notebook, &a,
             words.len ? "SELECT id, text, exact, original_title,"
                         " translation_title FROM note"
                       : "SELECT id FROM note",
             query);
  while (row_next (&row, &found))
    {
      long long id = take_number (&row, 1, LLONG_MAX);
      if (words.len == 0 || row_says (&row, &words))
        VEC_PUSH (numbers, id);
    }
  if (query->words)
    folded_free (&words);
  asked_drop (&a, &row);
  return tell (notebook, &found, false, err);
}

bool
notebook_sift (struct notebook *notebook, const char *words,
               const long long *ids, size_t count,
               struct note_numbers *numbers, struct err *err)
{
  struct err found = ERR_INIT;
  struct folded folded;
  if (!text_is_clean (words))
    return true;
  fold_search (words, strlen (words), &folded);
  for (size_t i = 0; i < count && found.code == ERR_NONE; i++)
    {
      struct row row = row_of (&notebook->database, NOTE_WORDS);
      put_number (&row, ids[i]);
      if (!row_next (&row, &found))
        continue;
      if (folded.len == 0 || row_says (&row, &folded))
        VEC_PUSH (numbers, ids[i]);
      row_done (&row);
    }
  folded_free (&folded);
  return tell (notebook, &found, false, err);
}

bool
notebook_list (struct notebook *notebook, const struct note_query *query,
               struct notes *notes, struct err *err)
{
  static const struct note_query all = { .id = 0 };
  struct err found;
  struct asking a;
  struct folded words = { .data = NULL };
  bool damaged = false;
  query = query ? query : &all;
  if (!can_fit (query))
    return true;
  if (query->words)
    fold_search (query->words, strlen (query->words), &words);
  struct row row = asked (notebook, &a,
                          "SELECT id, deleted," NOTE_COLUMNS " FROM note",
                          query);
  while (row_next (&row, &found))
    {
      struct note note = take_whole_note (&row, &damaged);
      if (note.id && (words.len == 0 || note_says (&note, &words)))
        VEC_PUSH (notes, note);
      else
        note_clear (&note);
    }
  if (query->words)
    folded_free (&words);
  asked_drop (&a, &row);
  return tell (notebook, &found, damaged, err);
}

/* The note of ROW, which is let go.  */
static bool
one_note (struct notebook *notebook, struct row *row, struct note *note,
          const char *name, struct err *err)
{
  struct err found;
  bool damaged = false;
  *note = (struct note) { .id = 0 };
  if (!row_next (row, &found))
    {
      if (found.code == ERR_NONE)
        err_set (&found, ERR_NOT_FOUND, NULL, "%s", name);
      if (err)
        *err = found;
      return false;
    }
  *note = take_whole_note (row, &damaged);
  row_done (row);
  return !damaged || database_damaged (&notebook->database, "a note", err);
}

bool
notebook_note (struct notebook *notebook, long long id, struct note *note,
               struct err *err)
{
  char name[24];
  snprintf (name, sizeof name, "%lld", id);
  struct row row = row_of (&notebook->database, NOTE_FULL);
  put_number (&row, id);
  return one_note (notebook, &row, note, name, err);
}

bool
notebook_note_named (struct notebook *notebook, const char *uuid,
                     struct note *note, struct err *err)
{
  struct row row = row_of (&notebook->database, NOTE_NAMED);
  put_text (&row, uuid);
  return one_note (notebook, &row, note, uuid, err);
}

/* --- counts -------------------------------------------------------------- */

long long
notebook_count (struct notebook *notebook, const char *document)
{
  struct row row = row_of (&notebook->database, NOTE_COUNT);
  put_text (&row, document);
  if (!row_next (&row, NULL))
    return 0;
  long long count = take_number (&row, 0, LLONG_MAX);
  row_done (&row);
  return count;
}

/* The one number that WHICH gives.  */
static bool
one_count (struct notebook *notebook, enum notebook_statement which,
           long long *count, struct err *err)
{
  struct row row = row_of (&notebook->database, which);
  if (!row_next (&row, err))
    return false;
  *count = take_number (&row, 0, LLONG_MAX);
  row_done (&row);
  return true;
}

bool
notebook_counts (struct notebook *notebook, struct note_counts *counts,
                 struct err *err)
{
  struct err found;
  *counts = (struct note_counts) { .notes = 0 };
  struct row row = row_of (&notebook->database, NOTE_COUNTS);
  if (row_next (&row, &found))
    {
      for (int i = 0; i < NOTE_STATES; i++)
        counts->notes += counts->states[i]
          = take_number (&row, 0, LLONG_MAX);
      row_done (&row);
    }
  return tell (notebook, &found, false, err)
         && one_count (notebook, NOTE_COUNT_DELETED, &counts->deleted, err)
         && one_count (notebook, NOTE_COUNT_CONFLICTS, &counts->conflicting,
                       err);
}
