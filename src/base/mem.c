/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory that is never NULL.  */
#include "base/mem.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

static _Noreturn void
out_of_memory (void)
{
  static const char text[] = "enface: out of memory\n";
  ssize_t written = write (STDERR_FILENO, text, sizeof text - 1);
  (void) written;
  _exit (3);
}

void
mem_give_back (void)
{
#ifdef __GLIBC__
  /* The allocator takes what was freed once for what will be needed again: after
     the first large piece it keeps all that are smaller, up to 32 MB each.  */
  enum { LARGE = 4 << 20 };
  mallopt (M_MMAP_THRESHOLD, LARGE);
  mallopt (M_TRIM_THRESHOLD, 2 * LARGE);
  malloc_trim (0);
#endif
}

void
mem_expect (size_t bytes)
{
#if defined __GLIBC__ && defined MADV_HUGEPAGE
  enum { LARGE = 2 << 20, MAPPED_MOST = 65536 };
  mallopt (M_TRIM_THRESHOLD, (int) (2 * bytes));
  mallopt (M_MMAP_MAX, 0);
  char *room = malloc (bytes);
  mallopt (M_MMAP_MAX, MAPPED_MOST);
  size_t skip = (LARGE - (uintptr_t) room % LARGE) % LARGE;
  if (room && skip < bytes)
    madvise (room + skip, (bytes - skip) / LARGE * LARGE, MADV_HUGEPAGE);
  free (room);
#else
  (void) bytes;
#endif
}

void *
mem_new (size_t count, size_t size)
{
  void *memory = calloc (count ? count : 1, size ? size : 1);
  if (!memory)
    out_of_memory ();
  return memory;
}

void *
mem_resize (void *old, size_t count, size_t size)
{
  void *memory = reallocarray (old, count ? count : 1, size ? size : 1);
  if (!memory)
    out_of_memory ();
  return memory;
}

char *
mem_copy (const char *data, size_t len)
{
  if (len == (size_t) -1)
    out_of_memory ();
  char *copy = mem_resize (NULL, len + 1, 1);
  if (len)
    memcpy (copy, data, len);
  copy[len] = '\0';
  return copy;
}

char *
mem_string (const char *text)
{
  return text ? mem_copy (text, strlen (text)) : NULL;
}

char *
mem_format (const char *format, ...)
{
  char *text;
  va_list args;
  va_start (args, format);
  int len = vasprintf (&text, format, args);
  va_end (args);
  if (len < 0)
    out_of_memory ();
  return text;
}
