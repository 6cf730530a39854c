/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options as rows of a table, on top of getopt_long.  */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

enum option_type
{
  OPTION_FLAG,   /* bool */
  OPTION_STRING, /* const char *; NULL where not given */
  OPTION_NUMBER, /* size_t; 0 where not given, else `least` to `most` */
  OPTION_CHOICE  /* size_t: 1 + the index of the choice; 0 where not given */
};

struct option_row
{
  char letter;          /* '\0' where it has none */
  const char *name;     /* NULL ends a table */
  const char *argument; /* what it takes, as the help calls it; NULL: nothing */
  enum option_type type;
  size_t offset;        /* of the value in the command's struct */
  const char *help;     /* one line, untranslated (N_) */
  const char *(*choice) (size_t index); /* OPTION_CHOICE: NULL behind the last */
  size_t least, most;   /* OPTION_NUMBER */
};

/* A table of options and the struct that its rows point into.  */
struct option_set
{
  const struct option_row *rows; /* may be NULL */
  void *values;
};

/* What is known of every command.  */
struct global_options
{
  const char *library;
  bool help;
  bool version;
};

extern const struct option_row global_options[];

/* Reads the options among the ARGC words at ARGV (the first is skipped) into
   the two SETS.  With FIRST_ONLY stops at the first word that is none; else the
   options may stand anywhere, and ARGV is put in order.  *NEXT is the index of
   the first word behind them.  ERR_USAGE names the option.  */
bool options_read (int argc, char **argv, const struct option_set sets[2],
                   bool first_only, int *next, struct err *err);

/* The choices of ROW parted by "|"; the caller frees it.  */
char *option_choices (const struct option_row *row);

/* "text" and "tsv".  */
enum { FORMAT_TEXT, FORMAT_TSV };
const char *format_choice (size_t index);

/* The choice SIZE_T value CHOSEN of an option, or OTHER where none was given. */
static inline size_t
option_chosen (size_t chosen, size_t other)
{
  return chosen ? chosen - 1 : other;
}

#endif
