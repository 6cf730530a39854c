/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the program speaks: on standard error, cleaned, a line a message.  */
#ifndef CLI_SAY_H
#define CLI_SAY_H

#include <stdbool.h>

#include "base/err.h"
#include "import/importer.h"

/* Prints "enface: " and the message made by printf from FORMAT.  */
void say (const char *format, ...) __attribute__ ((format (printf, 1, 2)));

/* Prints "enface: WHERE:LINE: SENTENCE (DETAIL); ADVICE", translated.  */
void say_err (const struct err *err);

/* The same without "enface: ", as compilers do it, for what is wrong in one of
   many files.  */
void say_problem (const struct err *err);

/* Prints "PATH:LINE: warning: MESSAGE".  */
void say_warning (const char *path, const struct warning *warning);

/* Flushes and closes standard output; false, and it is said, where not all
   could be written.  */
bool say_end (void);

#endif
