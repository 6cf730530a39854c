/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a note, as the command line gives it.  */
#ifndef CLI_NOTE_TEXT_H
#define CLI_NOTE_TEXT_H

#include "cli/cli.h"

/* The text that --text=GIVEN means: itself, or standard input for "-"; line ends
   at its end left out; the caller frees it.  NULL: *STATUS, and it was said:
   none was given, it is empty, is not UTF-8 or can't be read.  */
char *note_text (const char *given, enum status *status);

/* The number of a note, as "note list" prints it.  0: no number; it was said. */
long long note_number (const char *word);

/* Does CHANGE, which gets OPTIONS, to each note that WORDS number; the worst
   status of them.  Nothing is done where one of them is no number.  */
enum status note_each (struct cli *cli, const struct words *words,
                       enum status (*change) (struct cli *cli, long long id,
                                              const void *options),
                       const void *options);

/* Says ERR, which an action on note ID gave, and returns the exit status.  */
enum status note_fail (long long id, const struct err *err);

#endif
