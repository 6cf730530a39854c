/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an importer read, in one line, for the unit tests of import/.  */
#include "import_summary.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "check.h"
#include "import/importer.h"

/* What was read, on one line: date page column, the kinds of paragraphs of
   both sides (H Y B C), entries of the glossary, lines of warnings.  */
static char *
summary (const struct document *d, const struct warnings *w)
{
  struct buf out = BUF_INIT;
  buf_add_format (&out, "%s %s %s ", d->date ? d->date : "-",
                  d->page ? d->page : "-", d->column ? d->column : "-");
  for (enum side s = 0; s < SIDES; s++)
    {
      const struct paragraphs *p = &d->side[s].paragraphs;
      for (size_t i = 0; i < p->len; i++)
        buf_add_byte (&out, "BHYC"[p->items[i].block]);
      buf_add_string (&out, s == ORIGINAL ? "/" : " ");
    }
  buf_add_format (&out, "%zu w", d->glossary.len);
  for (size_t i = 0; i < w->len; i++)
    buf_add_format (&out, " %ld", w->items[i].line);
  return buf_take (&out);
}

/* Whether the paragraphs of SIDE cover its text without gaps.  */
static bool
covers (const struct side_text *side)
{
  size_t at = 0;
  for (size_t i = 0; i < side->paragraphs.len; i++)
    {
      struct range r = side->paragraphs.items[i].range;
      if (r.start != at || r.end <= r.start)
        return false;
      at = r.end;
    }
  return at == side->len;
}

char *
import_summary (const char *text, struct document *d)
{
  size_t len = strlen (text);
  struct err err = ERR_INIT;
  struct warnings warnings = { 0 };
  const struct importer *importer = importer_for (text, len, "a.md");
  CHECK (importer != NULL);
  bool done = importer
              && importer->read (text, len, "a.md", d, &warnings, &err);
  CHECK (covers (&d->side[ORIGINAL]) && covers (&d->side[TRANSLATION]));
  char *line = summary (d, &warnings);
  VEC_FREE (&warnings);
  if (done)
    return line;
  free (line);
  CHECK_NUMBER (err.code, ERR_FORMAT);
  return mem_format ("error line %ld", err.line);
}
