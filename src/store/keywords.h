/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyword index of the library: the terms of all documents in both
   languages.  */
#ifndef STORE_KEYWORDS_H
#define STORE_KEYWORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/vec.h"
#include "index/keyword.h"
#include "store/entries.h"
#include "store/library.h"
#include "store/notebook_terms.h"
#include "store/search.h"

/* --- adding ------------------------------------------------------------- */

/* Puts the keywords of document ID in place of what was there.  The sums of the
   library follow with library_count_keywords.  ENTRIES (may be NULL) say how
   Chinese terms are read, before the table that is built in.  */
bool library_put_keywords (struct library *library, long long id,
                           const struct keywords keywords[TONGUES],
                           struct entries *entries, struct err *err);

/* Brings the sums of the index in line with the documents that were put since:
   to be called when a run of adding ends.  Takes time by what was put, and when
   the library has grown much by its terms (all scores).  Left out, the first
   question does it.  */
bool library_count_keywords (struct library *library, struct err *err);

/* Calls EACH with the terms that were found in texts and stand in two documents
   or more (at most some 30,000 a language, the most frequent), as wordbook_learn takes
   them.  */
bool library_found_terms (struct library *library,
                          void (*each) (enum tongue tongue, const char *word,
                                        size_t len, void *data),
                          void *data, struct err *err);

/* --- asking ------------------------------------------------------------- */

/* KEYNESS: the log-likelihood of what stands here against what was to be
   expected, the highest first; FREQUENCY: occurrences, the most first; ALPHABET:
   pinyin, or letters.  */
enum keyword_order
{
  KEYWORDS_BY_KEYNESS,
  KEYWORDS_BY_FREQUENCY,
  KEYWORDS_BY_ALPHABET,
  KEYWORD_ORDERS
};

/* "keyness", "frequency", "alphabet".  */
const char *keyword_order_name (enum keyword_order order);

enum { KEYWORD_DATE = 16 };

/* A row of the index.  No text is NULL.  */
struct keyword_row
{
  long long id;
  enum tongue tongue;
  char *word;   /* as wordbook_word writes it */
  char *form;   /* as it is shown */
  char *key;    /* what it is sorted by: readings_key, or the form in small
                   letters */
  char *pinyin; /* with tone marks; "" in English */
  size_t documents;   /* as was counted when they were added, where it served as
                         a keyword: the orders go by that */
  size_t occurrences;
  char first[KEYWORD_DATE]; /* of the documents that have it; "" where none is
                               dated */
  char last[KEYWORD_DATE];
  bool given;   /* only because the reader gave it */
  double score; /* of the library, or of the document that was asked for */
};

struct keyword_rows VEC (struct keyword_row);

void keyword_row_clear (struct keyword_row *row);
void keyword_rows_free (struct keyword_rows *rows);

/* What the reader's own list says of the index, by the terms' ids: those that are
   not shown, and those among them that are counted with another one.  */
struct keyword_join
{
  long long main;
  long long other;
};

struct keyword_choices
{
  struct VEC (long long) hidden;
  struct VEC (struct keyword_join) joins;
};

void keyword_choices_free (struct keyword_choices *choices);

/* Fills CHOICES (all zero) with what TERMS say of the index of LIBRARY.  */
bool library_keyword_choices (struct library *library,
                              const struct own_terms *terms,
                              struct keyword_choices *choices,
                              struct err *err);

/* Which rows.  All zero but TONGUE: all of that language by keyness.  */
struct keyword_query
{
  enum tongue tongue;
  enum keyword_order order;
  const char *words;  /* NULL, or what the term must have: characters or letters
                         anywhere, or pinyin from its beginning, with tones or
                         without */
  bool few;           /* the words are expected to fit few terms: the whole table
                         is read, which is faster then than going along the
                         order until there are enough */
  const struct keyword_choices *choices; /* NULL, or what the reader says; the
                                            order is by a term's own counts */
  const struct keyword_row *after;  /* NULL, or only what comes behind this row
                                       of an earlier answer */
  bool backwards;     /* from the end, or before `after`; nearest first */
  size_t limit;       /* at most so many; 0: all */
};

/* Appends the rows that QUERY asks for to ROWS; takes time by LIMIT where there
   are no words, else by the size of the index.  */
bool library_keywords (struct library *library,
                       const struct keyword_query *query,
                       struct keyword_rows *rows, struct err *err);

/* How many there are (after and limit left out); -1 on error.  */
long long library_keywords_count (struct library *library,
                                  const struct keyword_query *query,
                                  struct err *err);

/* How many of them come before ROW; -1 on error.  */
long long library_keywords_rank (struct library *library,
                                 const struct keyword_query *query,
                                 const struct keyword_row *row,
                                 struct err *err);

/* --- narrowing ---------------------------------------------------------- */

/* The terms that fit what is typed, found a piece at a time.  */
struct keyword_narrowing;

/* Begins to look for those that QUERY asks for, with words; after, backwards and
   limit left out; what it points to, its words apart, must live on.  Never
   NULL.  */
struct keyword_narrowing *
keywords_narrow (struct library *library, const struct keyword_query *query);
void keyword_narrowing_free (struct keyword_narrowing *narrowing);

/* Looks at the next piece of the index, for a few milliseconds.  True where there
   is more; false at the end, and on an error, which fills ERR (ERR_NONE
   else).  */
bool keywords_narrow_on (struct keyword_narrowing *narrowing, struct err *err);

/* How many were found so far, in order; until it is done more may come between
   them.  */
size_t keywords_narrowed (const struct keyword_narrowing *narrowing);

/* Which of them has the number ID; their number where none has.  */
size_t keywords_narrowed_place (const struct keyword_narrowing *narrowing,
                                long long id);

/* Appends those from FROM to below TO to ROWS.  */
bool keywords_narrowed_rows (struct keyword_narrowing *narrowing, size_t from,
                             size_t to, struct keyword_rows *rows,
                             struct err *err);

/* --- counting ----------------------------------------------------------- */

/* What is to be searched for to find the term of ROW and what CHOICES (may be NULL)
   join with it; *QUERY tells whether it is in the language of queries.  The
   caller frees it.  */
char *keyword_wanted (struct library *library, const struct keyword_row *row,
                      const struct keyword_choices *choices, bool *query);

/* What a search finds of a term and of what is joined with it.  */
struct keyword_found
{
  size_t documents;   /* of the library */
  size_t occurrences; /* in it, or in the document that was asked for */
};

/* Finds that out in slices.  */
struct keyword_tally;

/* Begins with the term of ROW and what CHOICES (may be NULL) join with it, in
   DOCUMENT or where that is 0 in the library.  NULL with ERR filled as by
   search_open.  */
struct keyword_tally *keyword_tally_new (struct library *library,
                                         long long document,
                                         const struct keyword_row *row,
                                         const struct keyword_choices *choices,
                                         struct err *err);
void keyword_tally_free (struct keyword_tally *tally);

/* Goes on.  SEARCH_BUSY: call again; SEARCH_END: FOUND is filled; SEARCH_FAILED:
   ERR is filled.  */
enum search_state keyword_tally_go (struct keyword_tally *tally,
                                    struct keyword_found *found,
                                    struct err *err);

/* The same at once.  */
bool library_count_row (struct library *library, long long document,
                        const struct keyword_choices *choices,
                        const struct keyword_row *row,
                        struct keyword_found *found, struct err *err);

/* The dates of the FIRST and the LAST document that a search finds; "" where none
   is dated.  */
bool library_date_row (struct library *library,
                       const struct keyword_choices *choices,
                       const struct keyword_row *row,
                       char first[KEYWORD_DATE], char last[KEYWORD_DATE],
                       struct err *err);

/* --- one term ----------------------------------------------------------- */

/* Appends the term TEXT as it is written to ROWS, where the index has it; true
   also where it has not.  */
bool library_keyword (struct library *library, const char *text,
                      struct keyword_rows *rows, struct err *err);

/* Appends the keywords of document ID that QUERY asks for (after left out):
   documents are those of the library, occurrences and score those of the
   document, measured against the rest of the library and what is common
   anyway.  */
bool library_document_keywords (struct library *library, long long id,
                                const struct keyword_query *query,
                                struct keyword_rows *rows, struct err *err);

/* Makes TEXT a term of the index, in all documents that have it; *ID its number.
   ERR_USAGE where it can be none.  What is added later has it where the notebook
   says so.  */
bool library_give_term (struct library *library, const char *text,
                        long long *id, struct err *err);

/* Takes the term TEXT out of the index, where it was only given.  */
bool library_take_term (struct library *library, const char *text,
                        struct err *err);

#endif
