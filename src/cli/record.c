/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of tab-separated fields on standard output, for programs.  */
#include "cli/record.h"

#include <stdio.h>
#include <string.h>

#include "cli/paper.h"
#include "export/exporter.h"

static void
begin_field (struct record *record)
{
  if (record->begun)
    buf_add_byte (&record->line, '\t');
  record->begun = true;
}

void
record_bytes (struct record *record, const char *text, size_t len)
{
  begin_field (record);
  export_field (text, len, &record->line);
}

void
record_text (struct record *record, const char *text)
{
  record_bytes (record, text ? text : "", text ? strlen (text) : 0);
}

void
record_number (struct record *record, long long number)
{
  begin_field (record);
  buf_add_format (&record->line, "%lld", number);
}

void
record_side (struct record *record, enum side side)
{
  record_text (record, side == ORIGINAL ? "o" : "t");
}

void
record_path (struct record *record, const char *collection, const char *path)
{
  struct buf whole = BUF_INIT;
  if (collection && *collection)
    buf_add_format (&whole, "%s/", collection);
  buf_add_string (&whole, path ? path : "");
  record_bytes (record, buf_string (&whole), whole.len);
  buf_free (&whole);
}

void
record_end (struct record *record)
{
  buf_add_byte (&record->line, '\n');
  paper_print (&record->line, true);
  record->begun = false;
}

void
record_header (const char *const *columns)
{
  struct record record = { .begun = false };
  for (; *columns; columns++)
    record_text (&record, *columns);
  record_end (&record);
}
