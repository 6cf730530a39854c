/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document and the way from bytes to sentences to beads.  */
#include "book/document.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/space.h"

struct document *
document_new (void)
{
  struct document *document = mem_new (1, sizeof *document);
  for (enum side s = 0; s < SIDES; s++)
    document_set_text (document, s, "", 0);
  return document;
}

static void
side_free (struct side_text *side)
{
  free (side->text);
  free (side->title);
  free (side->author);
  VEC_FREE (&side->paragraphs);
  VEC_FREE (&side->sentences);
}

void
document_free (struct document *document)
{
  if (!document)
    return;
  for (enum side s = 0; s < SIDES; s++)
    side_free (&document->side[s]);
  for (size_t i = 0; i < document->glossary.len; i++)
    {
      free (document->glossary.items[i].original);
      free (document->glossary.items[i].translation);
    }
  VEC_FREE (&document->glossary);
  VEC_FREE (&document->beads);
  free (document->collection);
  free (document->path);
  free (document->date);
  free (document->page);
  free (document->column);
  free (document);
}

void
document_set_text (struct document *document, enum side side,
                   const char *text, size_t len)
{
  free (document->side[side].text);
  document->side[side].text = mem_copy (text, len);
  document->side[side].len = len;
}

bool
document_has (const struct document *document, enum side side)
{
  return document->side[side].len > 0;
}

enum side
document_identity_side (const struct document *document)
{
  return document_has (document, ORIGINAL) ? ORIGINAL : TRANSLATION;
}

const char *
document_title (const struct document *document, enum side side)
{
  const char *names[] = { document->side[side].title,
                          document->side[side_facing (side)].title,
                          document->path };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (names[i] && *names[i])
      return names[i];
  return "";
}

struct range
document_sentence_core (const struct document *document, enum side side,
                        size_t index)
{
  const struct side_text *s = &document->side[side];
  return space_trim (s->text, s->sentences.items[index].range);
}

struct range
document_bead_range (const struct document *document, size_t index,
                     enum side side)
{
  const struct bead *bead = &document->beads.items[index];
  const struct side_text *s = &document->side[side];
  size_t first = bead->first[side];
  if (bead->count[side] == 0)
    {
      size_t at = first < s->sentences.len
                    ? document_sentence_core (document, side, first).start
                    : s->len;
      return (struct range) { at, at };
    }
  size_t last = first + bead->count[side] - 1;
  return (struct range) { document_sentence_core (document, side, first).start,
                          document_sentence_core (document, side, last).end };
}

size_t
document_sentence_at (const struct document *document, enum side side,
                      size_t at)
{
  const struct sentences *all = &document->side[side].sentences;
  size_t low;
  VEC_PLACE (all, low, middle, all->items[middle].range.end <= at);
  return low == all->len && low > 0 ? low - 1 : low;
}

size_t
document_bead_of (const struct document *document, enum side side,
                  size_t sentence)
{
  const struct beads *beads = &document->beads;
  size_t low;
  VEC_PLACE (beads, low, middle,
             beads->items[middle].first[side]
               + beads->items[middle].count[side] <= sentence);
  return low;
}

size_t
document_bead_at (const struct document *document, enum side side, size_t at)
{
  return document_bead_of (document, side,
                           document_sentence_at (document, side, at));
}

bool
document_bead_is_heading (const struct document *document, size_t index,
                          enum side side)
{
  const struct bead *bead = &document->beads.items[index];
  const struct side_text *text = &document->side[side];
  if (bead->count[side] == 0)
    return false;
  size_t paragraph = text->sentences.items[bead->first[side]].paragraph;
  enum block block = text->paragraphs.items[paragraph].block;
  return block == BLOCK_HEADLINE || block == BLOCK_BYLINE;
}

bool
document_bead_ends_paragraph (const struct document *document, size_t index)
{
  const struct bead *bead = &document->beads.items[index];
  for (enum side s = 0; s < SIDES; s++)
    {
      const struct sentences *all = &document->side[s].sentences;
      size_t next = bead->first[s] + bead->count[s];
      if (bead->count[s] > 0
          && (next == all->len
              || all->items[next].paragraph
                   != all->items[next - 1].paragraph))
        return true;
    }
  return false;
}

/* Whether the sentences of one side cover its text, and name paragraphs that
   are there.  */
static bool
side_is_whole (const struct side_text *side)
{
  size_t at = 0, paragraph = 0;
  for (size_t i = 0; i < side->sentences.len; i++)
    {
      const struct sentence *s = &side->sentences.items[i];
      if (s->range.start != at || s->range.end <= at
          || s->paragraph >= side->paragraphs.len || s->paragraph < paragraph)
        return false;
      at = s->range.end;
      paragraph = s->paragraph;
    }
  return at == side->len;
}

bool
document_is_whole (const struct document *document)
{
  size_t at[SIDES] = { 0 };
  for (enum side s = 0; s < SIDES; s++)
    if (!side_is_whole (&document->side[s]))
      return false;
  for (size_t i = 0; i < document->beads.len; i++)
    {
      const struct bead *bead = &document->beads.items[i];
      if (bead->count[ORIGINAL] + bead->count[TRANSLATION] == 0)
        return false;
      for (enum side s = 0; s < SIDES; s++)
        {
          if (bead->first[s] != at[s]
              || bead->count[s] > document->side[s].sentences.len - at[s])
            return false;
          at[s] += bead->count[s];
        }
    }
  return at[ORIGINAL] == document->side[ORIGINAL].sentences.len
         && at[TRANSLATION] == document->side[TRANSLATION].sentences.len;
}
