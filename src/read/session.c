/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session behind the screen.  */
#include "read/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "export/exporter.h"
#include "text/width.h"

/* As many steps back as anybody will go.  */
enum { TRAIL = 1000 };

static void
keep_damaged (const struct err *err, void *data)
{
  struct session *session = data;
  if (!session->damaged.code)
    session->damaged = *err;
}

/* Dictionaries and the lexicon stand beside the library.  */
static void
open_shelf (struct session *session)
{
  const char *path = library_path (session->library);
  const char *slash = strrchr (path, '/');
  char *folder = slash ? mem_copy (path, (size_t) (slash - path)) : NULL;
  session->entries = entries_open (folder, keep_damaged, session);
  session->shelf = shelf_open (folder, keep_damaged, session);
  free (folder);
}

struct session *
session_new (struct library *library, struct notebook *notebook,
             struct settings *settings)
{
  struct session *session = mem_new (1, sizeof *session);
  session->library = library;
  session->notebook = notebook;
  session->settings = settings;
  session->layout = LAYOUTS;
  open_shelf (session);
  char *layout = notebook_choice (notebook, "layout");
  char *split = notebook_choice (notebook, "split");
  if (layout)
    session->layout = layout_named (layout);
  unsigned percent;
  if (split && sscanf (split, "%3u", &percent) == 1 && percent >= 10
      && percent <= 90)
    session->split = percent;
  free (layout);
  free (split);
  return session;
}

void
session_free (struct session *session)
{
  session_keep_place (session);
  reading_free (session->reading);
  VEC_FREE (&session->trail);
  free (session->pattern);
  query_free (session->sought);
  collator_free (session->collator);
  entries_close (session->entries);
  shelf_close (session->shelf);
  readings_free (session->readings);
  free (session);
}

void
session_keep_place (struct session *session)
{
  struct reading *reading = session->reading;
  if (!reading
      || (reading->kept_bead == reading->bead + 1
          && reading->kept_side == reading->side)
      || !reading_keep_place (reading, session->notebook, NULL))
    return;
  reading->kept_bead = reading->bead + 1;
  reading->kept_side = reading->side;
}

void
session_mark_step (struct session *session)
{
  struct reading *reading = session->reading;
  if (!reading || reading->document->beads.len == 0)
    return;
  struct step step = { .document = reading->document->id };
  step.at = reading_place (reading, &step.side);
  if (session->trail.len == TRAIL)
    memmove (session->trail.items, session->trail.items + 1,
             --session->trail.len * sizeof *session->trail.items);
  VEC_PUSH (&session->trail, step);
}

void
session_follow_layout (struct session *session)
{
  struct reading *reading = session->reading;
  if (session->layout == LAYOUT_ORIGINAL)
    reading->side = reading_side (reading, ORIGINAL);
  else if (session->layout == LAYOUT_TRANSLATION)
    reading->side = reading_side (reading, TRANSLATION);
}

/* The original's share of the width, per cent, by what the texts of DOCUMENT
   need.  */
static unsigned
needed_split (const struct document *document)
{
  /* Enough text to see how the two run, little enough to cost nothing.  */
  enum { SAMPLE = 4000 };
  double width[SIDES];
  for (enum side s = 0; s < SIDES; s++)
    {
      const struct side_text *side = &document->side[s];
      size_t len = side->len < SAMPLE ? side->len : SAMPLE;
      while (len < side->len
             && ((unsigned char) side->text[len] & 0xC0) == 0x80)
        len--;
      size_t columns = width_text (side->text, len);
      width[s] = len ? (double) columns * (double) side->len / (double) len
                     : 0;
    }
  double all = width[ORIGINAL] + width[TRANSLATION];
  double share = all > 0 ? 100 * width[ORIGINAL] / all : 50;
  return share < 35 ? 35 : share > 65 ? 65 : (unsigned) share;
}

bool
session_open (struct session *session, long long id, bool trail,
              struct err *err)
{
  struct document *document = library_document (session->library, id, err);
  if (!document)
    return false;
  session->unmended = (struct err) ERR_INIT;
  notebook_mend (session->notebook, document, &session->lost,
                 &session->unmended);
  if (session->reading)
    {
      if (trail)
        session_mark_step (session);
      session_keep_place (session);
      reading_free (session->reading);
    }
  session->reading = reading_new (document, session->notebook);
  session->needed = needed_split (document);
  session_follow_layout (session);
  session->opened++;
  return true;
}

bool
session_back (struct session *session, struct err *err)
{
  *err = (struct err) ERR_INIT;
  if (session->trail.len == 0)
    return false;
  struct step step = session->trail.items[--session->trail.len];
  if ((!session->reading || session->reading->document->id != step.document)
      && !session_open (session, step.document, false, err))
    return false;
  session->reading->selecting = false;
  reading_go_to (session->reading, step.side, step.at);
  return true;
}

/* The library's row of the open document, for its place in the order.  */
static bool
own_place (struct session *session, struct listing *listing, struct err *err)
{
  return library_row (session->library, session->reading->document->id,
                      listing, err);
}

long long
session_neighbour (struct session *session, bool next, struct err *err)
{
  struct listing own = { 0 }, beside = { 0 };
  long long id = 0;
  *err = (struct err) ERR_INIT;
  if (session->reading && own_place (session, &own, err) && own.len == 1)
    {
      struct library_query query = { .after = own.items[0].sort,
                                     .after_id = own.items[0].id,
                                     .backwards = !next,
                                     .limit = 1 };
      if (library_list (session->library, &query, &beside, err)
          && beside.len == 1)
        id = beside.items[0].id;
    }
  listing_free (&own);
  listing_free (&beside);
  return id;
}

void
session_show_pattern (struct session *session)
{
  session_hide_pattern (session);
  session->sought
    = query_typed (session->pattern, strlen (session->pattern));
}

void
session_hide_pattern (struct session *session)
{
  query_free (session->sought);
  session->sought = NULL;
}

void
session_set_pattern (struct session *session, const char *pattern,
                     bool forward)
{
  free (session->pattern);
  session->pattern = mem_string (pattern);
  session->forward = forward;
  session_show_pattern (session);
}

bool
session_keep_layout (struct session *session, struct err *err)
{
  char split[12];
  snprintf (split, sizeof split, "%u", session->split);
  const char *layout
    = session->layout < LAYOUTS ? layout_name (session->layout) : "auto";
  return notebook_set_choice (session->notebook, "layout", layout, err)
         && notebook_set_choice (session->notebook, "split", split, err);
}

unsigned
session_split (const struct session *session)
{
  return session->split     ? session->split
         : session->reading ? session->needed
                            : 50;
}

char *
session_copy_text (const struct session *session)
{
  const struct reading *reading = session->reading;
  const struct document *document = reading->document;
  enum side side = reading->side;
  struct range range = reading_selection (reading);
  if (range_len (range) == 0)
    {
      reading_place (reading, &side);
      range = document_bead_range (document, reading->bead, side);
    }
  struct citation citation = citation_of (document);
  struct buf out = BUF_INIT;
  buf_add (&out, document->side[side].text + range.start, range_len (range));
  buf_add_string (&out, "\n");
  export_citation (&citation, &out);
  buf_add_string (&out, "\n");
  citation_clear (&citation);
  return buf_take (&out);
}
