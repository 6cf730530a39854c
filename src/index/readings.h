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

/* Appends the key that puts the term of LEN bytes at TEXT, read as NUMBERED
   says, into its place: the syllables without tones, then the tones, then the
   characters, parted by tabs ("gang tie\t13\t钢铁"), as dictionaries sort.  */
void readings_key (const char *numbered, const char *text, size_t len,
                   struct buf *key);

/* Appends the syllables with tone marks that such a KEY has: "gāng tiě".  */
void readings_of_key (const char *key, struct buf *out);

/* Whether the pinyin of such a KEY begins like TYPED (pinyin_typed); a u finds ü
   too.  "" is the beginning of none.  */
bool readings_begin (const char *key, const char *typed);

#endif
