/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Common words of both languages, and how often they stand in texts of all
   kinds: what keyness is measured against, and what no index has.  */
#ifndef INDEX_COMMON_H
#define INDEX_COMMON_H

#include <stdbool.h>
#include <stddef.h>

/* The languages of an index.  */
enum tongue
{
  TONGUE_ZH,
  TONGUE_EN,
  TONGUES
};

/* "zh" or "en".  */
const char *tongue_name (enum tongue tongue);

/* The tongue of a side whose language is LANG ("zh", "en", ...), TONGUES where
   it has no index.  */
enum tongue tongue_of (const char *lang);

/* Words parted by blanks that stand about PER_MILLION times in a million; those
   that SERVE (function words, numerals) are in no index.  */
struct common_band
{
  unsigned per_million; /* 0 ends a table */
  bool serves;
  const char *words;
};

extern const struct common_band common_zh[];
extern const struct common_band common_en[];

/* English words parted by blanks, in lists ended by NULL: no term begins or
   ends with one.  */
extern const char *const common_en_edges[];

/* What is known of a word.  All zero: nothing.  */
struct common_word
{
  unsigned per_million;
  float bits; /* - log2 of how likely it is */
  bool serves;
  bool edge; /* no term begins or ends with it */
};

struct commons;

/* All common words; the English ones by their stems.  */
struct commons *commons_new (void);
void commons_free (struct commons *commons);

/* What is known of the word of LEN bytes at TEXT: a Chinese word, or an English
   stem.  */
struct common_word commons_find (const struct commons *commons,
                                 enum tongue tongue, const char *text,
                                 size_t len);

/* The most characters that a Chinese word of the list has.  */
enum { COMMON_CHARS = 8 };

#endif
