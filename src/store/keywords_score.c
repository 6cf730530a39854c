/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyword index: keyness, and the totals that it goes by.  */
#include <config.h>

#include "index/association.h"
#include "store/keywords_private.h"

/* What is known beforehand counts as a text of a million words.  */
static const double BEFOREHAND = 1e6;

double
keyword_expected (const struct commons *commons, enum tongue tongue,
                  const char *word, bool found)
{
  /* A verb that is in the list only because it ends no term, a word of a
     dictionary, and an English word that is not common: estimates of ours.  */
  enum { EDGE = 300, ZH = 2, EN = 4 };
  struct common_word common
    = commons_find (commons, tongue, word, strlen (word));
  if (common.per_million > 0)
    return common.per_million;
  if (common.edge)
    return EDGE;
  return found ? 0 : tongue == TONGUE_ZH ? ZH : EN;
}

double
keyword_score (double count, double total, double expected, double rest,
               double rest_total)
{
  struct contingency table
    = { .both = count,
        .row = total > count ? total : count,
        .column = count + rest + expected,
        .all = total + rest_total + BEFOREHAND };
  return association_log_likelihood (&table);
}

const char *
keyword_total_name (enum tongue tongue, bool terms)
{
  static const char *const names[TONGUES][2]
    = { { "zh words", "zh terms" }, { "en words", "en terms" } };
  return names[tongue][terms];
}

long long
keyword_total_value (struct library *library, const char *name, struct err *err)
{
  struct row row = row_of (&library->database, TOTAL_VALUE);
  put_text (&row, name);
  return library_ask (&row, err);
}

bool
keyword_put_total (struct library *library, const char *name,
                   long long value, struct err *err)
{
  struct row row = row_of (&library->database, TOTAL_PUT);
  put_text (&row, name);
  put_number (&row, value);
  return row_run (&row, err);
}

long long
keyword_total (struct library *library, enum tongue tongue)
{
  return keyword_total_value (library, keyword_total_name (tongue, false), NULL);
}

long long
keyword_terms (struct library *library, enum tongue tongue)
{
  return keyword_total_value (library, keyword_total_name (tongue, true), NULL);
}
