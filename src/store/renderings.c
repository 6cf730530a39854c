/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a term is rendered: the keywords of the sentences that face it, weighed.  */
#include <config.h>

#include "store/renderings.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/renderings_private.h"

/* Candidates that are shown, and pairs with the term that are enough.  */
enum { CHOSEN = 8, PAIRS = 500 };

void
renderings_free (struct renderings *renderings)
{
  for (size_t i = 0; i < renderings->of.len; i++)
    free (renderings->of.items[i].form);
  VEC_FREE (&renderings->of);
  *renderings = (struct renderings) { .pairs = 0 };
}

bool
renderings_differ (const struct renderings *renderings)
{
  return renderings->of.len >= 3
         && 2 * renderings->of.items[0].count < renderings->pairs;
}

void
renderings_quest_free (struct renderings_quest *g)
{
  if (!g)
    return;
  for (size_t i = 0; i < g->forms.len; i++)
    free (g->forms.items[i]);
  VEC_FREE (&g->forms);
  VEC_FREE (&g->beside);
  VEC_FREE (&g->met);
  vocabulary_free (&g->words);
  rendering_text_free (&g->text);
  renderings_free (&g->found);
  commons_free (g->commons);
  search_close (g->search);
  free (g->word);
  free (g->form);
  free (g);
}

/* --- reading ------------------------------------------------------------ */

/* The side of DOCUMENT in TONGUE, SIDES where none is.  */
static enum side
side_in (const struct document *document, enum tongue tongue)
{
  for (enum side s = 0; s < SIDES; s++)
    if (document_has (document, s)
        && tongue_of (document->side[s].lang) == tongue)
      return s;
  return SIDES;
}

static bool
read_pairs (struct renderings_quest *g, long long id)
{
  struct document *document = library_document (g->library, id, &g->err);
  if (!document)
    return false;
  enum side side = side_in (document, g->tongue);
  bool done = true;
  if (side != SIDES && document_has (document, side_facing (side)))
    {
      done = renderings_meet (g, document);
      for (size_t b = 0; done && b < document->beads.len; b++)
        renderings_read_bead (g, document, b, side);
    }
  document_free (document);
  return done;
}

/* Reads the next document that has the term; true where there may be more to
   read.  */
static bool
read_next (struct renderings_quest *g)
{
  struct search_plan plan = { .literal = true, .yields = true };
  long long id;
  if (!g->search)
    g->search = search_open (g->library, NULL, g->form, strlen (g->form),
                             &plan, &g->err);
  if (!g->search)
    return false;
  enum search_state state = search_next_id (g->search, &id, &g->err);
  if (state == SEARCH_FOUND)
    {
      read_pairs (g, id);
      g->found.documents++;
    }
  g->found.more = state != SEARCH_END && state != SEARCH_FAILED;
  return g->err.code == ERR_NONE && g->found.more
         && g->found.documents < g->most && g->pairs < PAIRS;
}

static int
by_count (const void *a, const void *b)
{
  const struct rendering *x = a, *y = b;
  return (x->count < y->count) - (x->count > y->count);
}

static void
choose (struct renderings_quest *g)
{
  struct rendering_choices choices = { 0 };
  struct renderings *found = &g->found;
  renderings_drop_halves (g);
  found->pairs = rendering_choose (&g->text, CHOSEN, &choices);
  for (size_t i = 0; i < choices.len; i++)
    VEC_PUSH (&found->of,
              (struct rendering) {
                mem_string (g->forms.items[choices.items[i].candidate]),
                choices.items[i].beads });
  if (found->of.len > 1)
    qsort (found->of.items, found->of.len, sizeof *found->of.items, by_count);
  VEC_FREE (&choices);
}

/* --- asking ------------------------------------------------------------- */

struct renderings_quest *
renderings_quest_new (struct library *library, long long id,
                      const struct keyword_row *row, size_t most,
                      const struct align_aids *aids)
{
  struct renderings_quest *g = mem_new (1, sizeof *g);
  *g = (struct renderings_quest) {
    .library = library,
    .id = id,
    .most = most,
    .tongue = row->tongue,
    .word = mem_string (row->word),
    .form = mem_string (row->form),
    .aids = aids,
    .other = row->tongue == TONGUE_ZH ? TONGUE_EN : TONGUE_ZH,
    .commons = commons_new (),
    .err = ERR_INIT,
  };
  return g;
}

bool
renderings_quest_go (struct renderings_quest *g,
                     struct renderings *renderings, struct err *err)
{
  bool more = g->id == 0 && g->most > 0 && read_next (g);
  if (g->id != 0)
    {
      g->found.documents = 1;
      read_pairs (g, g->id);
    }
  *err = g->err;
  if (more || g->err.code != ERR_NONE)
    return more;
  choose (g);
  *renderings = g->found;
  g->found = (struct renderings) { .pairs = 0 };
  return false;
}

bool
library_renderings (struct library *library, long long id,
                    const struct keyword_row *row, size_t most,
                    const struct align_aids *aids,
                    struct renderings *renderings, struct err *err)
{
  struct err found = ERR_INIT;
  struct renderings_quest *g
    = renderings_quest_new (library, id, row, most, aids);
  while (renderings_quest_go (g, renderings, &found))
    ;
  renderings_quest_free (g);
  if (found.code != ERR_NONE && err)
    *err = found;
  return found.code == ERR_NONE;
}
