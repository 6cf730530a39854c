/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyword index: writing the terms of a document.  */
#include <config.h>

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vocabulary.h"
#include "index/readings.h"
#include "store/keyword_words.h"
#include "store/keywords_private.h"
#include "text/ascii.h"

/* So many terms are remembered with their numbers; then it begins anew.  */
enum { REMEMBERED = 1 << 19 };

/* A term that was met in this run.  Which of its forms is the commonest is
   told by a vote of its occurrences (R. Boyer and J. Moore, "MJRTY: A Fast
   Majority Vote Algorithm", 1981): those that were counted before stand for the
   form that they have.  */
struct met
{
  long long id;
  long long votes;
  uint32_t form; /* in FORMS */
  bool changed;
};

struct mets VEC (struct met);

/* The terms that were met in this run.  */
struct keyword_numbers
{
  struct vocabulary words[TONGUES];
  struct mets of[TONGUES];
  struct vocabulary forms;
  struct readings *readings;
};

static void
forget (struct keyword_numbers *numbers)
{
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    {
      vocabulary_free (&numbers->words[t]);
      VEC_FREE (&numbers->of[t]);
    }
  vocabulary_free (&numbers->forms);
}

void
keyword_numbers_free (struct keyword_numbers *numbers)
{
  if (!numbers)
    return;
  forget (numbers);
  readings_free (numbers->readings);
  free (numbers);
}

void
keyword_numbers_forget (struct library *library)
{
  if (library->numbers)
    forget (library->numbers);
}

static struct keyword_numbers *
numbers_of (struct library *library)
{
  if (!library->numbers)
    {
      library->numbers = mem_new (1, sizeof *library->numbers);
      library->numbers->readings = readings_new ();
    }
  return library->numbers;
}

/* --- terms -------------------------------------------------------------- */

/* A term being looked for or written.  */
struct term_text
{
  enum tongue tongue;
  const char *word;
  size_t len;
  const char *form;
  size_t form_len;
  int found; /* KEYWORD_LISTED ... */
};

/* What the term is sorted by.  */
static void
add_key (struct keyword_numbers *numbers, const struct term_text *term,
         struct entries *entries, struct buf *key)
{
  if (term->tongue == TONGUE_EN)
    {
      for (size_t i = 0; i < term->form_len; i++)
        buf_add_byte (key, ascii_to_lower (term->form[i]));
      return;
    }
  struct buf numbered = BUF_INIT;
  struct definitions definitions = { 0 };
  if (entries)
    entries_find (entries, term->form, term->form_len, &definitions);
  if (definitions.len > 0
      && readings_fit (definitions.items[0].entry.pinyin, term->form,
                       term->form_len))
    buf_add_string (&numbered, definitions.items[0].entry.pinyin);
  else
    readings_numbered (numbers->readings, term->form, term->form_len,
                       &numbered);
  VEC_FREE (&definitions);
  readings_key (buf_string (&numbered), term->form, term->form_len, key);
  buf_free (&numbered);
}

/* Fills MET with what the index has of TERM; false where it has nothing.  */
static bool
find_term (struct library *library, const struct term_text *term,
           struct met *met, struct err *err)
{
  size_t len;
  struct row row = row_of (&library->database, KEYWORD_NUMBER);
  put_number (&row, (long long) term->tongue);
  put_bytes (&row, term->word, term->len);
  if (!row_next (&row, err))
    return false;
  met->id = take_number (&row, 1, LLONG_MAX);
  const char *form = peek_text (&row, &len);
  met->form = vocabulary_add (&library->numbers->forms, form ? form : "", len);
  met->votes = take_number (&row, 0, LLONG_MAX);
  row_done (&row);
  return true;
}

static bool
make_term (struct library *library, const struct term_text *term,
           struct entries *entries, struct met *met, struct err *err)
{
  struct buf key = BUF_INIT;
  add_key (library->numbers, term, entries, &key);
  struct row row = row_of (&library->database, KEYWORD_NEW);
  put_number (&row, (long long) term->tongue);
  put_bytes (&row, term->word, term->len);
  put_bytes (&row, term->form, term->form_len);
  put_bytes (&row, buf_string (&key), key.len);
  put_number (&row, term->found);
  bool done = row_run (&row, err);
  buf_free (&key);
  met->id = sqlite3_last_insert_rowid (library->database.handle);
  met->form = vocabulary_add (&library->numbers->forms, term->form,
                              term->form_len);
  return done;
}

/* Writes the forms that have changed.  */
bool
keyword_numbers_write (struct library *library, struct err *err)
{
  size_t len;
  struct mets *of = library->numbers ? &library->numbers->of[TONGUE_EN] : NULL;
  bool done = true;
  for (size_t i = 0; of && done && i < of->len; i++)
    if (of->items[i].changed)
      {
        struct buf key = BUF_INIT;
        struct term_text term = { .tongue = TONGUE_EN };
        term.form = vocabulary_text (&library->numbers->forms,
                                     of->items[i].form, &len);
        term.form_len = len;
        add_key (library->numbers, &term, NULL, &key);
        struct row row = row_of (&library->database, KEYWORD_FORM_PUT);
        put_number (&row, of->items[i].id);
        put_bytes (&row, term.form, len);
        put_bytes (&row, buf_string (&key), key.len);
        done = row_run (&row, err);
        of->items[i].changed = false;
        buf_free (&key);
      }
  return done;
}

/* The term, which is written where it is new; NULL on error.  Valid until the
   next one is asked for.  */
static struct met *
met_of (struct library *library, const struct term_text *term,
        struct entries *entries, struct err *err)
{
  struct keyword_numbers *numbers = numbers_of (library);
  struct vocabulary *words = &numbers->words[term->tongue];
  uint32_t at = vocabulary_find (words, term->word, term->len);
  if (at != TERM_NONE)
    return &numbers->of[term->tongue].items[at];
  struct met met = { .id = 0 };
  struct err found = ERR_INIT;
  if (vocabulary_len (words) >= REMEMBERED)
    {
      if (!keyword_numbers_write (library, err))
        return NULL;
      forget (numbers);
    }
  if (!find_term (library, term, &met, &found)
      && (found.code != ERR_NONE
          || !make_term (library, term, entries, &met, &found)))
    {
      if (err)
        *err = found;
      return NULL;
    }
  vocabulary_add (words, term->word, term->len);
  VEC_PUSH (&numbers->of[term->tongue], met);
  return &numbers->of[term->tongue].items[vocabulary_len (words) - 1];
}

/* COUNT votes for the form of TERM.  */
static void
vote (struct keyword_numbers *numbers, struct met *met,
      const struct term_text *term, unsigned count)
{
  size_t len;
  const char *now = vocabulary_text (&numbers->forms, met->form, &len);
  uint32_t form
    = len == term->form_len && memcmp (now, term->form, len) == 0
        ? met->form
        : vocabulary_add (&numbers->forms, term->form, term->form_len);
  met->votes += form == met->form ? (long long) count : -(long long) count;
  if (met->votes >= 0)
    return;
  met->form = form;
  met->votes = -met->votes;
  met->changed = true;
}

/* --- documents ---------------------------------------------------------- */

static bool
gather (struct library *library, const struct keywords *keywords,
        enum tongue tongue, struct entries *entries,
        struct document_words *words, struct err *err)
{
  words->total[tongue] = keywords->total;
  for (uint32_t k = 0; k < keywords->of.len; k++)
    {
      const struct keyword *keyword = &keywords->of.items[k];
      struct term_text term
        = { .tongue = tongue, .found = keyword->found };
      term.word = vocabulary_text (&keywords->words, k, &term.len);
      term.form = keyword_form (keywords, tongue, k, &term.form_len);
      struct met *met = met_of (library, &term, entries, err);
      if (!met)
        return false;
      VEC_PUSH (&words->words, (struct stored_word) { met->id, keyword->count,
                                                      keyword->alone });
      if (tongue == TONGUE_EN)
        vote (library->numbers, met, &term, keyword->count);
    }
  return true;
}

/* What the sums have of document ID must be taken off again: it is kept until
   they are made.  A document that waits already has that written.  */
static bool
put_pending (struct library *library, long long id, struct err *err)
{
  struct row row = row_of (&library->database, KEYWORD_WAIT);
  put_number (&row, id);
  return row_run (&row, err);
}

static bool
put_words (struct library *library, long long id, const struct buf *bytes,
           struct err *err)
{
  struct row row = row_of (&library->database, KEYWORD_WORDS_PUT);
  put_number (&row, id);
  put_blob (&row, bytes);
  return row_run (&row, err);
}

bool
keyword_put_words (struct library *library, long long id,
                   const struct buf *bytes, struct err *err)
{
  return put_pending (library, id, err)
         && put_words (library, id, bytes, err);
}

long long
keyword_make (struct library *library, enum tongue tongue, const char *word,
              size_t len, const char *form, struct err *err)
{
  struct term_text term = { .tongue = tongue,
                            .word = word,
                            .len = len,
                            .form = form,
                            .form_len = strlen (form),
                            .found = KEYWORD_GIVEN };
  numbers_of (library);
  struct met *met = met_of (library, &term, NULL, err);
  return met ? met->id : 0;
}

bool
library_put_keywords (struct library *library, long long id,
                      const struct keywords keywords[TONGUES],
                      struct entries *entries, struct err *err)
{
  struct err found = ERR_INIT;
  struct document_words words = { .total = { 0 } };
  struct buf bytes = BUF_INIT;
  bool done = database_begin (&library->database, &found);
  if (done)
    {
      for (enum tongue t = TONGUE_ZH; done && t < TONGUES; t++)
        done = gather (library, &keywords[t], t, entries, &words, &found);
      if (done)
        document_words_write (&words, &bytes);
      done = done && keyword_put_words (library, id, &bytes, &found);
      done = database_end (&library->database, done, &found);
    }
  if (!done)
    library_forget (library);
  document_words_free (&words);
  buf_free (&bytes);
  if (!done && err)
    *err = found;
  return done;
}
