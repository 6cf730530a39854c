/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of tab-separated fields on standard output, for programs.  */
#ifndef CLI_RECORD_H
#define CLI_RECORD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "book/document.h"

/* A record being made; all zero is an empty one.  */
struct record
{
  struct buf line;
  bool begun;
};

/* Adds a field: tab, line end and backslash escaped.  TEXT may be NULL.  */
void record_text (struct record *record, const char *text);
void record_bytes (struct record *record, const char *text, size_t len);
void record_number (struct record *record, long long number);
void record_side (struct record *record, enum side side);

/* Adds "COLLECTION/PATH", or what there is of it.  */
void record_path (struct record *record, const char *collection,
                  const char *path);

/* Prints the record, cleaned where standard output is a terminal, and empties
   it.  */
void record_end (struct record *record);

/* Prints the names of COLUMNS, ended by NULL, as a record.  */
void record_header (const char *const *columns);

#endif
