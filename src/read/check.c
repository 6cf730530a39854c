/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The discrepancies of the open document: found, stepped through, dismissed.  */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "read/session.h"

/* What DISCREPANCY of DOCUMENT is known by; release with dismissal_clear.  */
static struct dismissal
dismissal_of (const struct document *document,
              const struct discrepancy *discrepancy, char *words[SIDES])
{
  struct dismissal d = { document->hash,
                         discrepancy_kind_name (discrepancy->kind),
                         { NULL, NULL } };
  for (enum side s = 0; s < SIDES; s++)
    {
      struct range place = discrepancy->place[s];
      words[s] = mem_copy (document->side[s].text + place.start,
                           range_len (place));
      d.words[s] = words[s];
    }
  return d;
}

bool
check_is_dismissed (struct notebook *notebook, const struct document *document,
                    const struct discrepancy *discrepancy)
{
  char *words[SIDES];
  struct dismissal d = dismissal_of (document, discrepancy, words);
  bool dismissed = notebook_dismissed (notebook, &d);
  for (enum side s = 0; s < SIDES; s++)
    free (words[s]);
  return dismissed;
}

/* Parts what the reader has dismissed from the rest.  */
static void
part_dismissed (struct session *session, const struct discrepancies *found)
{
  struct reading *reading = session->reading;
  reading->checks.len = reading->dismissed.len = 0;
  for (size_t i = 0; i < found->len; i++)
    {
      const struct discrepancy *d = &found->items[i];
      if (check_is_dismissed (session->notebook, reading->document, d))
        VEC_PUSH (&reading->dismissed, *d);
      else
        VEC_PUSH (&reading->checks, *d);
    }
}

static void
check_again (struct session *session)
{
  struct discrepancies found = { NULL, 0, 0 };
  if (!session->collator)
    session->collator = collator_new ();
  collate (session->collator, session->reading->document, &found);
  part_dismissed (session, &found);
  VEC_FREE (&found);
  session->reading->checked = true;
}

bool
session_check (struct session *session)
{
  if (!session->reading || session->reading->checked)
    return false;
  check_again (session);
  return session->reading->checks.len > 0;
}

/* The discrepancies of bead INDEX among CHECKS: how many, and in *FIRST where
   they begin.  */
static size_t
at_bead (const struct discrepancies *checks, size_t index, size_t *first)
{
  size_t low;
  VEC_PLACE (checks, low, middle, checks->items[middle].bead < index);
  *first = low;
  while (low < checks->len && checks->items[low].bead == index)
    low++;
  return low - *first;
}

size_t
reading_checks_at (const struct reading *reading, size_t index, size_t *first)
{
  return at_bead (&reading->checks, index, first);
}

const struct discrepancy *
reading_check (const struct reading *reading)
{
  size_t first, count = reading_checks_at (reading, reading->bead, &first);
  return count ? &reading->checks.items[first + reading->told % count] : NULL;
}

bool
session_next_check (struct session *session, bool forward)
{
  struct reading *reading = session->reading;
  size_t first, count;
  session_check (session);
  count = reading_checks_at (reading, reading->bead, &first);
  size_t at = count ? first + reading->told % count : first;
  /* Behind the last that lies before the place, or at it.  */
  size_t next = forward ? at + (count > 0) : at;
  for (;;)
    {
      if (forward ? next >= reading->checks.len : next == 0)
        return false;
      size_t index = forward ? next : next - 1;
      const struct discrepancy *d = &reading->checks.items[index];
      if (d->severity > SEVERITY_QUIET)
        {
          session_mark_step (session);
          reading_go (reading, d->bead);
          reading_checks_at (reading, d->bead, &first);
          reading->told = index - first;
          reading->telling = true;
          return true;
        }
      next = forward ? next + 1 : next - 1;
    }
}

bool
session_told_note (const struct session *session, struct note *note)
{
  const struct reading *reading = session->reading;
  const struct document *document = reading->document;
  const struct discrepancy *d = reading_check (reading);
  if (!reading->telling || reading->selecting || !d)
    return false;
  char *words[SIDES];
  struct dismissal known = dismissal_of (document, d, words);
  enum side side
    = range_len (d->place[reading->side]) > 0 ? reading->side
                                              : side_facing (reading->side);
  bool there = range_len (d->place[side]) > 0;
  if (there)
    {
      *note = note_on (document, side, d->place[side], ANCHOR_DISCREPANCY,
                       mem_string (""));
      note->anchor.subject = mem_format ("%s\t%s\t%s", known.kind,
                                         words[ORIGINAL], words[TRANSLATION]);
    }
  for (enum side s = 0; s < SIDES; s++)
    free (words[s]);
  return there;
}

/* Dismisses DISCREPANCY or takes that back.  */
static bool
set_dismissed (struct session *session, const struct discrepancy *discrepancy,
               bool dismissed, struct err *err)
{
  char *words[SIDES];
  struct dismissal d
    = dismissal_of (session->reading->document, discrepancy, words);
  bool done = notebook_dismiss (session->notebook, &d, dismissed, err);
  for (enum side s = 0; s < SIDES; s++)
    free (words[s]);
  return done;
}

bool
session_dismiss (struct session *session, enum dismissing *what,
                 struct err *err)
{
  struct reading *reading = session->reading;
  const struct discrepancy *told = reading_check (reading);
  size_t first, count = at_bead (&reading->dismissed, reading->bead, &first);
  bool done = true;
  *what = told ? DISMISSED : count > 0 ? BROUGHT_BACK : NONE_TO_DISMISS;
  if (told)
    done = set_dismissed (session, told, true, err);
  for (size_t i = 0; !told && done && i < count; i++)
    done = set_dismissed (session, &reading->dismissed.items[first + i], false,
                          err);
  reading->told = 0;
  check_again (session);
  return done;
}
