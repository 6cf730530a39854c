/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding words in the document that is open, in both languages.  */
#include "index/match.h"
#include "read/reading.h"
#include "text/ascii.h"

/* The end of the word that byte AT of the LEN bytes at TEXT is in, as far as that
   can be told at a glance, or a character's start.  */
static size_t
word_end (const char *text, size_t at, size_t len)
{
  while (at < len && ((unsigned char) text[at] >= 0x80
                      || ascii_is_alpha ((unsigned char) text[at])
                      || ascii_is_digit ((unsigned char) text[at])))
    {
      if ((unsigned char) text[at] >= 0xE2)
        break;
      at++;
    }
  return at;
}

/* The bytes in which an occurrence of QUERY that begins in bead INDEX can lie:
   the bead, and beyond its end as far as one may reach, within the
   paragraph.  */
static struct range
search_range (const struct document *document, size_t index, enum side side,
              const struct query *query)
{
  const struct bead *bead = &document->beads.items[index];
  const struct side_text *s = &document->side[side];
  if (bead->count[side] == 0)
    return (struct range) { 0, 0 };
  const struct sentence *first = &s->sentences.items[bead->first[side]];
  size_t last = bead->first[side] + bead->count[side] - 1;
  size_t end = s->sentences.items[last].range.end;
  size_t paragraph = s->sentences.items[last].paragraph;
  size_t most = s->paragraphs.items[paragraph].range.end;
  size_t wish = end + query_reach (query);
  wish = wish < most ? word_end (s->text, wish, most) : most;
  return (struct range) { first->range.start, wish > end ? wish : end };
}

void
reading_occurrences (const struct reading *reading, const struct query *query,
                     size_t index, enum side side, struct ranges *out)
{
  const struct document *document = reading->document;
  struct range within = search_range (document, index, side, query);
  if (range_len (within) == 0)
    return;
  const struct bead *bead = &document->beads.items[index];
  const struct sentences *all = &document->side[side].sentences;
  size_t end
    = all->items[bead->first[side] + bead->count[side] - 1].range.end;
  struct matches matches = { NULL, 0, 0 };
  query_match (query, (int) side, document->side[side].text + within.start,
               range_len (within), &matches);
  for (size_t i = 0; i < matches.len; i++)
    {
      struct range found = matches.items[i].range;
      if (within.start + found.start < end)
        VEC_PUSH (out, (struct range) { within.start + found.start,
                                        within.start + found.end });
    }
  VEC_FREE (&matches);
}

/* The occurrence in bead INDEX that is nearest in the direction, beyond the
   place found last where BEYOND.  */
static bool
find_in_bead (struct reading *reading, const struct query *query,
              bool forward, size_t index, bool beyond)
{
  struct ranges ranges = { 0 };
  bool found = false;
  for (int turn = 0; turn < SIDES && !found; turn++)
    {
      enum side side = forward == (turn == 0) ? ORIGINAL : TRANSLATION;
      if (beyond && (forward ? side < reading->found_side
                             : side > reading->found_side))
        continue;
      ranges.len = 0;
      reading_occurrences (reading, query, index, side, &ranges);
      for (size_t k = 0; k < ranges.len && !found; k++)
        {
          size_t i = forward ? k : ranges.len - 1 - k;
          size_t at = ranges.items[i].start;
          if (beyond && side == reading->found_side
              && (forward ? at <= reading->found_range.start
                          : at >= reading->found_range.start))
            continue;
          reading->found_side = side;
          reading->found_range = ranges.items[i];
          found = true;
        }
    }
  VEC_FREE (&ranges);
  return found;
}

/* Whether the place found last is in the lit bead: then the search goes on
   beyond it.  */
static bool
stands_on_found (const struct reading *reading)
{
  return reading->found
         && document_bead_at (reading->document, reading->found_side,
                              reading->found_range.start)
              == reading->bead;
}

bool
reading_find (struct reading *reading, const struct query *query,
              bool forward, bool *wrapped)
{
  size_t beads = reading->document->beads.len, index = reading->bead;
  bool beyond = stands_on_found (reading);
  *wrapped = false;
  for (size_t steps = 0; beads > 0 && steps <= beads; steps++)
    {
      if (find_in_bead (reading, query, forward, index, beyond))
        {
          reading->found = true;
          reading_go_to (reading, reading->found_side,
                         reading->found_range.start);
          return true;
        }
      beyond = false;
      if (index == (forward ? beads - 1 : 0))
        *wrapped = true;
      index = (index + (forward ? 1 : beads - 1)) % beads;
    }
  return false;
}
