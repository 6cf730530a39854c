/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyword index: what is found out about the terms on the screen while no key
   waits: how often a search finds them, and how they are rendered.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "read/found_window.h"
#include "view/concordance.h"
#include "view/keyword_list.h"

/* Documents of the library from which renderings are taken: few enough that those
   of the terms on the screen are there soon.  */
enum { SEEN_DOCUMENTS = 60 };

static void
ask_no_more (struct keyword_list *k)
{
  renderings_quest_free (k->quest);
  k->quest = NULL;
}

static void
tally_no_more (struct keyword_list *k)
{
  keyword_tally_free (k->tally);
  k->tally = NULL;
}

void
keyword_list_forget (struct keyword_list *k)
{
  ask_no_more (k);
  tally_no_more (k);
  VEC_FREE (&k->known);
  free (k->renderings);
  k->renderings = NULL;
  k->shown = 0;
}

/* --- what is known ------------------------------------------------------ */

/* The place of term ID among those of which something is known, or where it
   belongs.  */
static size_t
known_place (const struct keyword_list *k, long long id)
{
  size_t place;
  VEC_PLACE (&k->known, place, middle, k->known.items[middle].id < id);
  return place;
}

const struct known_term *
keyword_list_known (const struct keyword_list *k, long long id)
{
  size_t place = known_place (k, id);
  return place < k->known.len && k->known.items[place].id == id
           ? &k->known.items[place]
           : NULL;
}

/* The same, made where nothing is known yet.  */
static struct known_term *
known_make (struct keyword_list *k, long long id)
{
  size_t place = known_place (k, id);
  if (place < k->known.len && k->known.items[place].id == id)
    return &k->known.items[place];
  VEC_RESERVE (&k->known, 1);
  memmove (k->known.items + place + 1, k->known.items + place,
           (k->known.len - place) * sizeof *k->known.items);
  k->known.items[place] = (struct known_term) { .id = id };
  k->known.len++;
  return &k->known.items[place];
}

/* --- counting ----------------------------------------------------------- */

/* Goes on to count ROW.  What can't be counted has what the index holds.  */
static void
count_row (struct app *app, struct keyword_list *k,
           const struct keyword_row *row)
{
  struct err err = ERR_INIT;
  struct keyword_found found
    = { .documents = row->documents, .occurrences = row->occurrences };
  if (k->tallied != row->id)
    tally_no_more (k);
  if (!k->tally)
    k->tally = keyword_tally_new (app->session->library, k->document, row,
                                  &k->choices, &err);
  k->tallied = row->id;
  if (k->tally && keyword_tally_go (k->tally, &found, &err) == SEARCH_BUSY)
    return;
  tally_no_more (k);
  struct known_term *known = known_make (k, row->id);
  known->counted = true;
  known->found = found;
}

/* The first term on the screen that is not counted, the one under the cursor
   before the others; NULL where all are.  */
static const struct keyword_row *
next_to_count (const struct keyword_list *k)
{
  const struct keyword_row *row = keyword_list_row (k);
  const struct known_term *known = row ? keyword_list_known (k, row->id)
                                       : NULL;
  if (row && !(known && known->counted))
    return row;
  for (size_t i = 0; i < k->pane[TONGUE_ZH].list.rows; i++)
    for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
      {
        row = keyword_pane_at (&k->pane[t], k->pane[t].list.top + i);
        known = row ? keyword_list_known (k, row->id) : NULL;
        if (row && !(known && known->counted))
          return row;
      }
  return NULL;
}

/* Counts terms for a while; false where there is nothing to count.  */
static bool
count_on (struct app *app, struct keyword_list *k)
{
  double end = found_window_clock () + CONCORDANCE_SLICE;
  const struct keyword_row *row = next_to_count (k);
  if (!row)
    return false;
  do
    count_row (app, k, row);
  while (found_window_clock () < end && (row = next_to_count (k)));
  return true;
}

/* --- renderings --------------------------------------------------------- */

/* Where it was looked for how a term is rendered.  */
static void
add_seen (struct buf *text, const struct renderings *found, bool library)
{
  struct buf seen = BUF_INIT;
  buf_add_format (&seen,
                  ngettext ("in %zu pair of sentences",
                            "in %zu pairs of sentences",
                            (unsigned long) found->pairs),
                  found->pairs);
  if (library)
    buf_add_format (&seen,
                    ngettext (" of %zu document", " of %zu documents",
                              (unsigned long) found->documents),
                    found->documents);
  if (found->more)
    buf_add_format (&seen, "%s%s", _(", "), _("there are more"));
  buf_add_format (text, _(" (%s)"), buf_string (&seen));
  buf_free (&seen);
}

/* What stands at the foot of ROW.  */
static char *
renderings_text (const struct keyword_list *k, const struct keyword_row *row,
                 const struct renderings *found)
{
  struct buf text = BUF_INIT;
  buf_add_format (&text, "%s%s%s%s", row->form, *row->pinyin ? " " : "",
                  row->pinyin, _(": "));
  for (size_t i = 0; i < found->of.len; i++)
    buf_add_format (&text, "%s%s %zu", i ? "; " : "", found->of.items[i].form,
                    found->of.items[i].count);
  if (found->of.len == 0)
    buf_add_string (&text, _("no rendering stands out"));
  add_seen (&text, found, !k->document);
  return buf_take (&text);
}

/* Goes on to find out how ROW is rendered; where it is under the cursor, that is
   SHOWN.  */
static bool
find_renderings (struct app *app, struct keyword_list *k,
                 const struct keyword_row *row, bool show)
{
  struct err err = ERR_INIT;
  struct renderings found = { .pairs = 0 };
  if (k->asked != row->id)
    ask_no_more (k);
  if (!k->quest)
    k->quest = renderings_quest_new (
      app->session->library, k->document, row, SEEN_DOCUMENTS,
      app->session->shelf ? shelf_aids (app->session->shelf) : NULL);
  k->asked = row->id;
  if (renderings_quest_go (k->quest, &found, &err))
    return true;
  ask_no_more (k);
  struct known_term *known = known_make (k, row->id);
  known->said = true;
  known->many = !err.code && renderings_differ (&found);
  if (show)
    {
      free (k->renderings);
      k->renderings = err.code ? err_fact (&err)
                               : renderings_text (k, row, &found);
      k->shown = row->id;
    }
  renderings_free (&found);
  return true;
}

/* --- all ---------------------------------------------------------------- */

/* Finds a piece of what a filter asks for, in either language; false where all
   is found.  */
static bool
narrow_on (struct app *app, struct keyword_list *k)
{
  bool busy = false;
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    if (k->pane[t].busy)
      {
        keyword_pane_go_on (app, &k->pane[t]);
        busy = true;
      }
  if (busy)
    keyword_list_settle (k);
  return busy;
}

/* One piece of work while no key waits: what is asked for, how often the terms on
   the screen are found, how the one under the cursor is rendered, how the
   others are.  */
bool
keyword_list_rest (struct app *app, void *state)
{
  struct keyword_list *k = state;
  if (narrow_on (app, k) || count_on (app, k))
    return true;
  const struct keyword_row *row = keyword_list_row (k);
  if (row && k->shown != row->id)
    return find_renderings (app, k, row, true);
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    {
      const struct list *list = &k->pane[t].list;
      for (size_t i = list->top; i < list->top + list->rows; i++)
        {
          row = keyword_pane_at (&k->pane[t], i);
          const struct known_term *known
            = row ? keyword_list_known (k, row->id) : NULL;
          if (row && !(known && known->said))
            return find_renderings (app, k, row, false);
        }
    }
  return false;
}
