/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Aligns the two sides of a document.  */
#include "align/align.h"

#include <stdlib.h>

#include "align/first.h"
#include "base/mem.h"
#include "base/space.h"

static void
side_open (struct first_side *side, const struct side_text *text)
{
  size_t len = text->sentences.len;
  size_t *done = mem_new (len + 1, sizeof *done);
  size_t *paragraph = mem_new (len + 1, sizeof *paragraph);
  for (size_t i = 0; i < len; i++)
    {
      const struct sentence *s = &text->sentences.items[i];
      done[i + 1] = done[i] + range_len (space_trim (text->text, s->range));
      paragraph[i] = s->paragraph;
    }
  *side = (struct first_side) { len, done, paragraph, text->paragraphs.items,
                                text->paragraphs.len };
}

static void
side_free (struct first_side *side)
{
  free ((size_t *) side->done);
  free ((size_t *) side->paragraph);
}

void
align_sides (const struct side_text *original,
             const struct side_text *translation, struct beads *beads)
{
  struct first_side side[SIDES];
  side_open (&side[ORIGINAL], original);
  side_open (&side[TRANSLATION], translation);
  first_beads (side, beads);
  side_free (&side[ORIGINAL]);
  side_free (&side[TRANSLATION]);
}
