/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory that is never NULL.  Without memory nothing in the house can go on,
   and what the reader wrote is on disk already: so these are the one place
   below cli/ and view/ that may end the program (one line on standard error,
   exit status 3).  */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

/* Has the allocator, where it can be told, give large pieces of memory back to the
   system when they are freed; for the start of a program, and the end of what
   mem_expect was for.  */
void mem_give_back (void);

/* Says that many small pieces, up to BYTES (less than 1 GB) in all, will be had by
   this thread and looked at without order: where the system can, they are put on
   large pages, which the processor finds quicker.  Takes no memory.  */
void mem_expect (size_t bytes);

/* Zeroed memory for COUNT elements of SIZE bytes; the caller frees it with
   free ().  COUNT may be 0.  */
void *mem_new (size_t count, size_t size) __attribute__ ((malloc));

/* Like realloc for COUNT elements of SIZE bytes; new memory is not zeroed.  */
void *mem_resize (void *old, size_t count, size_t size);

/* A copy of the LEN bytes at DATA with a NUL after them.  */
char *mem_copy (const char *data, size_t len);

/* A copy of TEXT; NULL stays NULL.  */
char *mem_string (const char *text);

/* A string made by printf.  */
char *mem_format (const char *format, ...)
  __attribute__ ((format (printf, 1, 2)));

#endif
