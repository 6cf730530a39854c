/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target: the pages of a damaged notebook, whatever they hold.  */
#include <config.h>

#include <sqlite3.h>
#include <stdint.h>
#include <stdlib.h>

#include "store/backup_private.h"
#include "store/notebook_private.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* A database with the tables of a notebook, in memory.  */
static sqlite3 *
empty_notebook (void)
{
  sqlite3 *handle;
  if (sqlite3_open (":memory:", &handle) != SQLITE_OK)
    abort ();
  for (const char *const *at = notebook_kind.schema; *at; at++)
    if (sqlite3_exec (handle, *at, NULL, NULL, NULL) != SQLITE_OK)
      abort ();
  return handle;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  sqlite3 *to = empty_notebook ();
  salvage_pages ((const char *) data, size, 512, to);
  salvage_pages ((const char *) data, size, 4096, to);
  sqlite3_close (to);
  return 0;
}
