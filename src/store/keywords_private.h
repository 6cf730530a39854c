/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the keyword index share.  Internal to store/.  */
#ifndef STORE_KEYWORDS_PRIVATE_H
#define STORE_KEYWORDS_PRIVATE_H

#include "store/keywords.h"
#include "store/library_private.h"

/* What the column `found` says: in a list, found in texts, or given by the reader
   alone.  */
enum { KEYWORD_LISTED, KEYWORD_FOUND_OUT, KEYWORD_GIVEN };

/* The number of the term WORD, made with FORM where it is new, as given; 0 on
   error.  */
long long keyword_make (struct library *library, enum tongue tongue,
                        const char *word, size_t len, const char *form,
                        struct err *err);

/* Writes BYTES (document_words_write) as the keywords of document ID, which waits
   for library_count_keywords.  */
bool keyword_put_words (struct library *library, long long id,
                        const struct buf *bytes, struct err *err);

/* Forgets the numbers of terms: a transaction was rolled back.  */
void keyword_numbers_forget (struct library *library);

/* Writes the forms of terms that became the commonest.  */
bool keyword_numbers_write (struct library *library, struct err *err);

/* What is known of a term beforehand: how often it is to be expected in a
   million words of a text of any kind.  */
double keyword_expected (const struct commons *commons, enum tongue tongue,
                         const char *word, bool found);

/* The keyness of a term that stands COUNT times for itself in TOTAL words, where
   EXPECTED (above) and REST times in REST_TOTAL others are known of it.  */
double keyword_score (double count, double total, double expected,
                      double rest, double rest_total);

/* The total NAME of the library, 0 where there is none yet; writes it; the name of
   that of the words, or TERMS, of a language.  */
long long keyword_total_value (struct library *library, const char *name,
                               struct err *err);
bool keyword_put_total (struct library *library, const char *name,
                        long long value, struct err *err);
const char *keyword_total_name (enum tongue tongue, bool terms);

/* Words of TONGUE in the documents that are counted, and its terms; 0 on
   error.  */
long long keyword_total (struct library *library, enum tongue tongue);
long long keyword_terms (struct library *library, enum tongue tongue);

/* A row and what only the scores need.  */
struct full_row
{
  struct keyword_row row;
  double alone;
  bool found;
};

/* Reads the row of term ID; false where there is none, or on an error, which
   fills ERR (ERR_NONE else).  */
bool keyword_read_full (struct library *library, long long id,
                        struct full_row *full, struct err *err);
bool keyword_read (struct library *library, long long id,
                   struct keyword_row *row, struct err *err);

/* The keywords of document ID, none where it has no row.  */
struct document_words;
bool keyword_words (struct library *library, long long id,
                    struct document_words *words, struct err *err);

/* Whether documents wait for library_count_keywords.  */
bool keywords_wait (struct library *library);

/* --- what is typed ------------------------------------------------------ */

/* What a filter looks for.  */
struct sought
{
  char *letters; /* folded; NULL: nothing */
  char *pinyin;  /* pinyin_typed; "" where it can be none */
};

struct sought keyword_sought (const char *words);
void keyword_sought_free (struct sought *sought);

/* The condition for a row of each language, ` AND ...`, to which the letters are
   bound as ?2 and the pinyin as ?5; and the same of a row at hand.  */
extern const char *const KEYWORD_FITS[TONGUES];
bool keyword_fits (const struct sought *sought, const struct keyword_row *row);

/* Makes the function that these conditions need.  */
bool keyword_register (struct database *database, struct err *err);

bool keyword_is_hidden (const struct keyword_choices *choices, long long id);

/* Brings the sums up to date.  Where nothing can be written they may be behind:
   they are given as they are.  */
void keyword_catch_up (struct library *library);

/* Statements that drop the sorted orders of the index and make them again.  */
extern const char *const KEYWORD_ORDERS_DROP, *const KEYWORD_ORDERS_MAKE;

#endif
