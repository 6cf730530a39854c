/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A script for the terminal: its lines and the state between them.  */
#ifndef TERMSCRIPT_H
#define TERMSCRIPT_H

#include <stdbool.h>
#include <stdio.h>

#include "termbytes.h"
#include "termrun.h"

struct script
{
  struct run run;
  const char *name;   /* for messages, without folders */
  int line;           /* counted from 1 */
  struct bytes error; /* why the present line failed */
  int slow;           /* factor for deadlines */
  bool cannot;        /* no terminal can be made here */
};

/* A command: does what it says with REST, the line after its name, which it
   may change.  Returns false and fills SCRIPT->error when it failed.  */
typedef bool script_command (struct script *script, char *rest);

/* Executes the lines of FILE until one fails.  Returns the exit status.  */
int script_execute (struct script *script, FILE *file);

/* Fills SCRIPT->error and returns false.  */
bool script_fail (struct script *script, const char *format, ...)
    __attribute__ ((format (printf, 2, 3)));

/* True when OUTCOME is OUTCOME_TRUE, else fails with what it means.  */
bool script_outcome (struct script *script, enum outcome outcome);

/* Prints the screen under a line with NAME, its size and cursor.  */
void script_print_screen (const struct run *run, const char *name, FILE *to);

/* Takes a whole number from LOW to HIGH off the front of *REST.  */
bool script_int (struct script *script, char **rest, int low, int high,
                 int *number);

/* The text of a command: REST, or what is between the quotes when it begins
   and ends with one.  NULL and an error when it is empty.  */
char *script_text (struct script *script, char *rest);

/* The words of REST as a shell sees them, with $NAME expanded: an array
   that ends with NULL, to be freed with script_words_free.  NULL and an
   error when there is none or a quote is open.  */
char **script_words (struct script *script, const char *rest);
void script_words_free (char **words);

/* Describes the end of the program, as "exit 3" or "signal HUP".  */
void script_status (int status, char *to, size_t size);

/* The number of the signal NAME, with or without SIG; 0 for none.  */
int script_signal (const char *name);

#endif
