/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often a term stands in the library, month by month, and how evenly: by the
   indexes, without the texts.  */
#ifndef READ_SURVEY_H
#define READ_SURVEY_H

#include <stdbool.h>
#include <stddef.h>

#include "read/finder.h"

struct survey_period
{
  char name[8]; /* "1958-09", or "1958"; "" for what is not dated */
  size_t places;
  size_t documents;
  double size;  /* of all texts of that time in the languages in which the term
                   stands (more than one of twenty places), in characters of
                   Chinese and words of English */
};

struct survey_periods VEC (struct survey_period);

struct survey;

/* Begins to look for WANTED (copied).  LIBRARY and NOTEBOOK (may be NULL) must
   outlive it.  NULL with ERR filled where the query is wrong.  */
struct survey *survey_new (struct library *library, struct notebook *notebook,
                           const struct wanted *wanted, struct err *err);
void survey_free (struct survey *survey);

/* Goes on for about MILLISECONDS.  SEARCH_BUSY: call again; SEARCH_END: it is
   whole; SEARCH_FAILED: ERR is filled.  What is known so far can be asked for at
   any time.  */
enum search_state survey_go (struct survey *survey, unsigned milliseconds,
                             struct err *err);

/* How many documents and places there are, so far, as a search counts them:
   places in titles too.  */
size_t survey_documents_count (const struct survey *survey);
size_t survey_places_count (const struct survey *survey);

/* Gries' DP over all documents of the library, or of the period that is wanted
   (index/dispersion.h), by the length of their texts in the languages of the
   term.  0 until the survey is whole.  */
double survey_dp (const struct survey *survey);

/* Fills OUT, empty before, with the periods in order, months or YEARS, those
   without places too where there are texts.  */
void survey_periods (const struct survey *survey, bool years,
                     struct survey_periods *out);

#endif
