/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dictionaries: from a file to the shelf.  */
#ifndef INGEST_DICTIONARY_FILE_H
#define INGEST_DICTIONARY_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "index/credits.h"

/* The largest file that is read, as it is once unpacked: six times
   CC-CEDICT.  */
enum { DICTIONARY_FILE_MOST = 64 << 20 };

/* How many broken lines are named.  */
enum { BROKEN_NAMED = 10 };

/* What was added.  */
struct dictionary_added
{
  char *name;             /* under which it stands */
  size_t entries;
  size_t broken;          /* lines that were skipped */
  long line[BROKEN_NAMED];/* the first of them, from 1 */
  struct credits credits;
};

void dictionary_added_clear (struct dictionary_added *added);

/* Reads the dictionary in the file PATH, in the format of CC-CEDICT or one of
   the files of Unihan (the other of the two is read where it lies beside it),
   packed or not, and puts it on the shelf of the library in FOLDER as NAME
   (NULL: the file's name without its endings).  PATH may be a folder that
   holds Unihan's files; NULL: where Debian's unicode-data has them.  ADDED is
   to be cleared by the caller in any case.  ERR_TOO_LARGE, ERR_FORMAT,
   ERR_ENCODING, ERR_EMPTY; ERR_USAGE where NAME is that of the lexicon or
   can't be that of a file; what reading and writing may give.  */
bool dictionary_file_add (const char *folder, const char *name,
                          const char *path, struct dictionary_added *added,
                          struct err *err);

#endif
