/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyword index: the sums of the library, brought in line with the documents
   that were written since.  */
#include <config.h>

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "index/association.h"
#include "store/keyword_words.h"
#include "store/keywords_private.h"

/* Above so many terms, or the half of all where there are some, the sorted orders
   are made anew, which is faster than to move each term in them.  */
enum { TERMS_MANY = 20000, TERMS_SOME = 2000 };

/* --- what changes ------------------------------------------------------- */

/* What comes to the sums of a term.  */
struct change
{
  long long documents;
  long long occurrences;
  long long alone;
  char first[KEYWORD_DATE]; /* of what comes to it */
  char last[KEYWORD_DATE];
  bool touched;
  bool less; /* a document went: its date may have been the first or last */
};

struct counting
{
  struct library *library;
  struct commons *commons;
  struct change *changes; /* by number */
  long long most;         /* the highest number */
  size_t touched;
  long long total[TONGUES]; /* words, then terms, of the library */
  long long terms[TONGUES];
  bool all; /* every term gets a new score */
  bool less;
  struct err *err;
};

static void
widen (char first[KEYWORD_DATE], char last[KEYWORD_DATE], const char *date)
{
  if (!*date)
    return;
  if (!*first || strcmp (date, first) < 0)
    memcpy (first, date, KEYWORD_DATE);
  if (strcmp (date, last) > 0)
    memcpy (last, date, KEYWORD_DATE);
}

/* Adds a document's WORDS (SIGN 1) or takes them off (-1).  */
static void
change_by (struct counting *c, const struct document_words *words,
           const char *date, int sign)
{
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    c->total[t] += sign * (long long) words->total[t];
  for (size_t i = 0; i < words->words.len; i++)
    {
      const struct stored_word *w = &words->words.items[i];
      if (w->id > c->most)
        continue;
      struct change *change = &c->changes[w->id];
      c->touched += !change->touched;
      change->touched = true;
      change->documents += sign;
      change->occurrences += sign * (long long) w->count;
      change->alone += sign * (long long) w->alone;
      if (sign > 0)
        widen (change->first, change->last, date);
    }
}

/* Whether the words at *AT of WORDS, in rising order, have ID; *AT goes on.  */
static bool
has_word (const struct document_words *words, size_t *at, long long id)
{
  while (*at < words->words.len && words->words.items[*at].id < id)
    ++*at;
  return *at < words->words.len && words->words.items[*at].id == id;
}

/* Notes the terms that a document had and has no longer, or not at its former
   date (SAME: it has that still).  */
static void
note_less (struct counting *c, const struct document_words *before,
           const struct document_words *now, bool same)
{
  size_t at = 0;
  for (size_t i = 0; i < before->words.len; i++)
    {
      long long id = before->words.items[i].id;
      if (id <= c->most && !(same && has_word (now, &at, id)))
        c->changes[id].less = c->less = true;
    }
}

/* A document as it is in the sums, or as it is now.  */
struct dated_words
{
  char date[KEYWORD_DATE];
  struct document_words words;
};

/* Takes the next two values of ROW.  */
static void
take_dated (struct row *row, struct dated_words *dated)
{
  *dated = (struct dated_words) { .date = "" };
  take_short (row, dated->date, sizeof dated->date);
  document_words_take (row, &dated->words);
}

static void
take_waiting (struct counting *c, struct row *row)
{
  struct dated_words before, now;
  take_dated (row, &before);
  take_dated (row, &now);
  if (!row->bad)
    {
      change_by (c, &before.words, before.date, -1);
      change_by (c, &now.words, now.date, 1);
      note_less (c, &before.words, &now.words,
                 strcmp (before.date, now.date) == 0);
    }
  document_words_free (&before.words);
  document_words_free (&now.words);
}

static bool
read_waiting (struct counting *c)
{
  struct row row = row_of (&c->library->database, KEYWORD_WAITING);
  bool bad = false;
  while (row_next (&row, c->err))
    {
      take_waiting (c, &row);
      bad = bad || row.bad;
    }
  return c->err->code == ERR_NONE
         && (!bad
             || database_damaged (&c->library->database,
                                  "the keywords of a document", c->err));
}

/* --- writing ------------------------------------------------------------ */

/* The sums of a term.  */
struct sums
{
  enum tongue tongue;
  char *word;
  bool found;
  long long documents;
  long long occurrences;
  long long alone;
  char first[KEYWORD_DATE];
  char last[KEYWORD_DATE];
};

static bool
read_sums (struct counting *c, long long id, struct sums *sums)
{
  struct row row = row_of (&c->library->database, KEYWORD_SUMS);
  put_number (&row, id);
  *sums = (struct sums) { .word = NULL };
  if (!row_next (&row, c->err))
    return false;
  sums->tongue = (enum tongue) take_number (&row, 0, TONGUES - 1);
  sums->word = take_text (&row);
  sums->found = take_number (&row, 0, KEYWORD_GIVEN) != 0;
  sums->documents = take_number (&row, 0, LLONG_MAX / 2);
  sums->occurrences = take_number (&row, 0, LLONG_MAX / 2);
  sums->alone = take_number (&row, 0, LLONG_MAX / 2);
  take_short (&row, sums->first, sizeof sums->first);
  take_short (&row, sums->last, sizeof sums->last);
  bool bad = row.bad;
  row_done (&row);
  if (bad)
    free (sums->word);
  return !bad
         || database_damaged (&c->library->database, "a row of keyword",
                              c->err);
}

static bool
put_sums (struct counting *c, long long id, const struct sums *sums)
{
  double expected = keyword_expected (c->commons, sums->tongue, sums->word,
                                      sums->found);
  double score = keyword_score ((double) sums->alone,
                                (double) c->total[sums->tongue], expected, 0,
                                0);
  struct row row = row_of (&c->library->database, KEYWORD_SUMS_PUT);
  put_number (&row, id);
  put_number (&row, sums->documents);
  put_number (&row, -sums->occurrences);
  put_number (&row, sums->alone);
  put_text (&row, sums->first);
  put_text (&row, sums->last);
  put_double (&row, -score);
  return row_run (&row, c->err);
}

static bool
drop_term (struct counting *c, long long id)
{
  struct row row = row_of (&c->library->database, KEYWORD_DROP);
  put_number (&row, id);
  return row_run (&row, c->err);
}

/* Writes the sums of term ID with what comes to them.  A term that stands nowhere
   any more goes.  */
static bool
write_term (struct counting *c, long long id)
{
  const struct change *change = &c->changes[id];
  struct sums sums;
  if (!read_sums (c, id, &sums))
    return c->err->code == ERR_NONE; /* numbers are left out where terms went */
  c->terms[sums.tongue] += (sums.documents + change->documents > 0)
                           - (sums.documents > 0);
  sums.documents += change->documents;
  sums.occurrences += change->occurrences;
  sums.alone += change->alone;
  if (change->less)
    {
      memcpy (sums.first, change->first, sizeof sums.first);
      memcpy (sums.last, change->last, sizeof sums.last);
    }
  else
    {
      widen (sums.first, sums.last, change->first);
      widen (sums.first, sums.last, change->last);
    }
  bool done = sums.documents > 0 ? put_sums (c, id, &sums)
                                 : drop_term (c, id);
  free (sums.word);
  return done;
}

/* The first and last dates of the terms from which documents went: all documents
   are looked through.  */
static bool
find_dates (struct counting *c)
{
  struct row row = row_of (&c->library->database, KEYWORD_WORDS_ALL);
  while (row_next (&row, c->err))
    {
      struct dated_words dated;
      take_number (&row, 0, LLONG_MAX);
      take_dated (&row, &dated);
      const struct stored_words *words = &dated.words.words;
      for (size_t i = 0; i < words->len; i++)
        if (words->items[i].id <= c->most
            && c->changes[words->items[i].id].less)
          widen (c->changes[words->items[i].id].first,
                 c->changes[words->items[i].id].last, dated.date);
      document_words_free (&dated.words);
    }
  return c->err->code == ERR_NONE;
}

static bool
write_terms (struct counting *c)
{
  size_t many = c->all ? (size_t) c->most : c->touched;
  bool anew = many > TERMS_MANY
              || (many > TERMS_SOME && 2 * many > (size_t) c->most);
  bool done = !anew || database_run (&c->library->database,
                                     KEYWORD_ORDERS_DROP, c->err);
  for (long long id = 1; done && id <= c->most; id++)
    if (c->all || c->changes[id].touched)
      done = write_term (c, id);
  return done
         && (!anew || database_run (&c->library->database,
                                    KEYWORD_ORDERS_MAKE, c->err));
}

/* All scores follow when the library has grown by a tenth: they change little
   with each document, and together all the same.  */
static bool
find_growth (struct counting *c)
{
  long long words = 0;
  long long scored
    = keyword_total_value (c->library, "words scored", c->err);
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    words += c->total[t];
  c->all = words > scored + scored / 10 || words < scored - scored / 10;
  return c->err->code == ERR_NONE
         && (!c->all
             || keyword_put_total (c->library, "words scored", words, c->err));
}

static bool
write_totals (struct counting *c)
{
  bool done = true;
  for (enum tongue t = TONGUE_ZH; done && t < TONGUES; t++)
    done = keyword_put_total (c->library, keyword_total_name (t, false),
                              c->total[t], c->err)
           && keyword_put_total (c->library, keyword_total_name (t, true),
                                 c->terms[t], c->err);
  struct row row = row_of (&c->library->database, KEYWORD_WAIT_DROP);
  return done && row_run (&row, c->err);
}

static bool
count_all (struct library *library, struct err *err)
{
  struct row last = row_of (&library->database, KEYWORD_LAST);
  struct counting c = { .library = library, .err = err };
  if (!keyword_numbers_write (library, err))
    return false;
  c.most = library_ask (&last, err);
  if (err->code != ERR_NONE)
    return false;
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    {
      c.total[t] = keyword_total (library, t);
      c.terms[t] = keyword_terms (library, t);
    }
  c.changes = mem_new ((size_t) c.most + 1, sizeof *c.changes);
  c.commons = commons_new ();
  bool done = read_waiting (&c) && (!c.less || find_dates (&c))
              && find_growth (&c) && write_terms (&c) && write_totals (&c);
  commons_free (c.commons);
  free (c.changes);
  return done;
}

bool
keywords_wait (struct library *library)
{
  struct row row = row_of (&library->database, KEYWORD_WAITS);
  return library_ask (&row, NULL) != 0;
}

bool
library_count_keywords (struct library *library, struct err *err)
{
  struct err found = ERR_INIT;
  if (!keywords_wait (library))
    return true;
  bool done = database_begin (&library->database, &found)
              && database_end (&library->database,
                               count_all (library, &found), &found);
  /* Terms that went have no number any more.  */
  keyword_numbers_forget (library);
  if (!done && err)
    *err = found;
  return done;
}
