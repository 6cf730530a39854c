/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The smallest unit-test frame: a table of cases, checks that count, and a
   closing line that says how many passed, failed and were skipped.  */
#ifndef CHECK_H
#define CHECK_H

#include <stdbool.h>
#include <stddef.h>

struct check_case
{
  const char *name;
  void (*run) (void);
};

/* Runs the cases of TABLE (ended by a NULL name), or those named on the command
   line; prints a line for each failure and the closing line.  Returns the exit
   status for main.  */
int check_main (int argc, char **argv, const struct check_case *table);

/* Each counts one check and, where it fails, says where and what.  */
void check_true (const char *file, int line, const char *what, bool held);
void check_number (const char *file, int line, const char *what,
                   long long is, long long want);
void check_string (const char *file, int line, const char *what,
                   const char *is, const char *want);

#define CHECK(condition)                                                      \
  check_true (__FILE__, __LINE__, #condition, (condition))
#define CHECK_NUMBER(is, want)                                                \
  check_number (__FILE__, __LINE__, #is, (long long) (is),                    \
                (long long) (want))
#define CHECK_STRING(is, want)                                                \
  check_string (__FILE__, __LINE__, #is, (is), (want))

/* Says that the present case can't be run here, and why.  */
void check_skip (const char *why);

/* The path of NAME under the shared folder of data (environment variable SHARED,
   else srcdir's ../shared), or NULL where that is absent; lives until the next
   call.  */
const char *check_shared (const char *name);

/* The bytes of the file PATH with a NUL behind them, *LEN (may be NULL) how
   many; the caller frees them; NULL where it can't be read.  */
char *check_read_file (const char *path, size_t *len);

#endif
