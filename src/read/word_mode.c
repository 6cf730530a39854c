/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading word by word.  */
#include "base/grapheme.h"
#include "read/session.h"
#include "read/wording.h"

/* What is known of words, made ready where it is not yet.  */
static struct wording_aids
need_aids (struct session *session)
{
  if (!session->collator)
    session->collator = collator_new ();
  if (!session->readings)
    session->readings = readings_new ();
  return (struct wording_aids) { session->entries, session->readings,
                                 shelf_aids (session->shelf),
                                 session->collator };
}

void
session_counterparts (struct session *session, const char *const text[SIDES],
                      enum side side, const struct ranges *ranges,
                      struct ranges *facing)
{
  struct wording_aids aids = need_aids (session);
  wording_counterparts (text, side, ranges, &aids, facing);
}

/* The lit bead's words; read anew where the lit bead is another one.  */
static struct wording *
need_words (struct session *session)
{
  struct reading *reading = session->reading;
  if (reading->wording && reading->wording->bead == reading->bead)
    return reading->wording;
  struct wording_aids aids = need_aids (session);
  wording_free (reading->wording);
  reading->wording = wording_new (reading->document, reading->bead, &aids);
  return reading->wording;
}

bool
session_words (struct session *session)
{
  struct reading *reading = session->reading;
  bool found = reading->found && reading->found_side == reading->side
               && document_bead_at (reading->document, reading->side,
                                    reading->found_range.start)
                    == reading->bead;
  if (reading->document->beads.len == 0)
    return false;
  struct wording *w = need_words (session);
  if (w->words[reading->side].len == 0)
    {
      reading->side = side_facing (reading->side);
      found = false;
    }
  w->at = wording_find (w, reading->side,
                        found ? reading->found_range.start : 0);
  if (w->at == WORD_NONE)
    session_words_end (session);
  return reading->wording != NULL;
}

void
session_words_end (struct session *session)
{
  wording_free (session->reading->wording);
  session->reading->wording = NULL;
}

void
session_word_edge (struct session *session, bool last)
{
  struct reading *reading = session->reading;
  struct wording *w = need_words (session);
  size_t len = w->words[reading->side].len;
  w->at = len == 0 ? WORD_NONE : last ? len - 1 : 0;
}

void
session_word_bead (struct session *session, size_t index)
{
  reading_go (session->reading, index);
  session_word_edge (session, false);
}

bool
session_word_move (struct session *session, bool forward)
{
  struct reading *reading = session->reading;
  struct wording *w = need_words (session);
  size_t len = w->words[reading->side].len, bead = reading->bead;
  size_t beads = reading->document->beads.len;
  if (w->at != WORD_NONE && (forward ? w->at + 1 < len : w->at > 0))
    {
      w->at = forward ? w->at + 1 : w->at - 1;
      return true;
    }
  while (forward ? bead + 1 < beads : bead > 0)
    {
      bead = forward ? bead + 1 : bead - 1;
      /* Where there are sentences there are words, but for a row of signs.  */
      if (reading->document->beads.items[bead].count[reading->side] == 0)
        continue;
      reading_go (reading, bead);
      session_word_edge (session, !forward);
      if (reading->wording->at != WORD_NONE)
        return true;
    }
  return false;
}

void
session_word_turn (struct session *session)
{
  struct reading *reading = session->reading;
  struct wording *w = need_words (session);
  enum side side = reading->side, facing = side_facing (side);
  size_t len = w->words[side].len, facing_len = w->words[facing].len;
  size_t to = facing_len && len && w->at != WORD_NONE
                ? w->at * facing_len / len : 0;
  for (size_t k = facing_len; w->at != WORD_NONE && k-- > 0;)
    if (wording_faces (w, side, w->at, k))
      to = k;
  reading->side = facing;
  w->at = facing_len ? to : WORD_NONE;
}

struct range
session_word_range (const struct session *session)
{
  const struct reading *reading = session->reading;
  const struct wording *w = reading->wording;
  if (!w || w->bead != reading->bead || w->at == WORD_NONE)
    return (struct range) { 0, 0 };
  return w->words[reading->side].items[w->at].range;
}

void
session_word_select (struct session *session)
{
  struct reading *reading = session->reading;
  struct range word = session_word_range (session);
  const struct side_text *text = &reading->document->side[reading->side];
  if (range_len (word) == 0)
    return;
  reading->selecting = true;
  reading->anchor = word.start;
  reading->cursor = grapheme_start (text->text, text->len, word.end - 1);
}
