/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beads with an empty side: sentences that nothing faces.  */
#include <string.h>

#include "base/utf8.h"
#include "collate/checks.h"

/* Whether the words of R are a sentence worth a remark: some length, and no
   note in brackets like （附图片）.  */
static bool
is_sentence (const struct side_text *side, struct range r, enum side s)
{
  enum
  {
    ORIGINAL_LEAST = 5,
    TRANSLATION_LEAST = 12
  };
  static const char *const brackets[] = { "（", "(", "[", "【" };
  size_t least = s == ORIGINAL ? ORIGINAL_LEAST : TRANSLATION_LEAST;
  for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++)
    {
      size_t len = strlen (brackets[i]);
      if (range_len (r) >= len
          && memcmp (side->text + r.start, brackets[i], len) == 0)
        return false;
    }
  return utf8_count (side->text + r.start, range_len (r)) >= least;
}

/* Whether the first sentence of bead K on side S is of the body.  */
static bool
is_body (const struct document *document, size_t k, enum side s)
{
  const struct side_text *side = &document->side[s];
  const struct sentence *first
    = &side->sentences.items[document->beads.items[k].first[s]];
  return side->paragraphs.len == 0
         || side->paragraphs.items[first->paragraph].block == BLOCK_BODY;
}

void
check_sentences (const struct document *document, struct discrepancies *out)
{
  for (size_t k = 0; k < document->beads.len; k++)
    {
      const struct bead *bead = &document->beads.items[k];
      enum side s = bead->count[ORIGINAL] > 0 ? ORIGINAL : TRANSLATION;
      enum side facing = side_facing (s);
      if (bead->count[facing] > 0 || bead->count[s] == 0
          || !is_body (document, k, s))
        continue;
      struct range words = document_bead_range (document, k, s);
      if (!is_sentence (&document->side[s], words, s))
        continue;
      struct discrepancy d = {
        .kind = s == ORIGINAL ? DISCREPANCY_OMISSION : DISCREPANCY_ADDITION,
        .severity = SEVERITY_GRAVE,
        .remark = s == ORIGINAL ? REMARK_SENTENCE_LOST : REMARK_SENTENCE_ADDED,
        .bead = k
      };
      d.place[s] = words;
      d.place[facing] = place_of_nothing (document, k, facing);
      VEC_PUSH (out, d);
    }
}
