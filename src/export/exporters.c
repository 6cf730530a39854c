/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of formats in which notes leave.  */
#include <string.h>

#include "export/export_parts.h"

const struct exporter *const exporters[]
  = { &export_text, &export_markdown, &export_org,    &export_html,
      &export_tsv,  &export_jsonld,   &export_bibtex, &export_csl,
      NULL };

const struct exporter *
exporter_named (const char *name)
{
  for (size_t i = 0; exporters[i]; i++)
    if (strcmp (exporters[i]->name, name) == 0)
      return exporters[i];
  return NULL;
}

void
export_field (const char *text, size_t len, struct buf *out)
{
  static const char plain[] = "\t\n\r\\", letters[] = "tnr\\";
  for (size_t i = 0; i < len; i++)
    {
      const char *found = text[i] ? strchr (plain, text[i]) : NULL;
      if (found)
        {
          buf_add_byte (out, '\\');
          buf_add_byte (out, letters[found - plain]);
        }
      else
        buf_add_byte (out, text[i]);
    }
}
