/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How Chinese is read, and the key that sorts terms by it.  */
#ifndef INDEX_READINGS_H
#define INDEX_READINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* Syllables with tone numbers, each followed by its characters.  */
extern const char *const readings_table;

struct readings;

/* The readings of the table.  */
struct readings *readings_new (void);
void readings_free (struct readings *readings);

/* Appends the syllables of the Chinese of LEN bytes at TEXT, "gang1 tie3"; a
   character with several readings is read as in the words where it is not read
   as by itself (our own list).  What has no reading stands for itself.  */
void readings_numbered (const struct readings *readings, const char *text,
                        size_t len, struct buf *out);

/* Whether NUMBERED has a syllable, or what stands for one, for each character of
   the LEN bytes at TEXT.  */
bool readings_fit (const char *numbered, const char *text, size_t len);

/* Appends the key that puts the term of LEN bytes at TEXT, read as NUMBERED
   says (readings_fit), into its place character by character: syllable, tone (0
   for none), then the character itself, parted by blanks: "gang1钢 tie3铁".  So
   terms with the same first character stand together, as in the dictionaries
   and in ICU's collation "pinyin"; of characters that are read alike the one
   with the lower code point comes first.  */
void readings_key (const char *numbered, const char *text, size_t len,
                   struct buf *key);

/* Appends the syllables with tone marks that such a KEY has: "gāng tiě".  */
void readings_of_key (const char *key, struct buf *out);

/* Whether the pinyin of such a KEY begins like TYPED (pinyin_typed); a u finds ü
   too.  "" is the beginning of none.  */
bool readings_begin (const char *key, const char *typed);

#endif
