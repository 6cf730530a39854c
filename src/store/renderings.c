/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a term is rendered: the keywords of the sentences that face it, weighed.  */
#include <config.h>

#include "store/renderings.h"

#include <stdlib.h>
#include <string.h>

#include "align/dictionary.h"
#include "base/mem.h"
#include "index/rendering.h"
#include "index/strip.h"
#include "store/keyword_words.h"
#include "store/keywords_private.h"
#include "store/search.h"

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

/* --- gathering ---------------------------------------------------------- */

/* Terms of the other language by their number in the index.  */
struct numbered
{
  long long id;
  uint32_t word; /* in WORDS; TERM_NONE: of the term's own language */
};

struct numbereds VEC (struct numbered);

struct renderings_quest
{
  struct library *library;
  long long id;       /* of one document; 0: the first MOST that have it */
  size_t most;
  enum tongue tongue; /* of the term */
  char *word;         /* the term as wordbook_word writes it ... */
  char *form;         /* ... and as it is shown */
  const struct align_aids *aids;
  struct search *search; /* for documents; made when it is needed */
  struct renderings found;
  enum tongue other;
  struct vocabulary words; /* candidates; number i is candidate i */
  struct VEC (char *) forms;
  struct numbereds met;    /* by number */
  struct rendering_text text;
  size_t pairs;
  struct err err;
};

void
renderings_quest_free (struct renderings_quest *g)
{
  if (!g)
    return;
  for (size_t i = 0; i < g->forms.len; i++)
    free (g->forms.items[i]);
  VEC_FREE (&g->forms);
  VEC_FREE (&g->met);
  vocabulary_free (&g->words);
  rendering_text_free (&g->text);
  renderings_free (&g->found);
  search_close (g->search);
  free (g->word);
  free (g->form);
  free (g);
}

/* Whether the stems of the English WORD are all among the LEN GLOSSES of a word
   of DICTIONARY.  */
static bool
is_glossed (const struct dictionary *dictionary,
            const struct dictionary_gloss *glosses, size_t len,
            const char *word)
{
  for (size_t n; *word; word += n, word += *word == ' ')
    {
      bool has = false;
      n = strcspn (word, " ");
      for (size_t i = 0; i < len && !has; i++)
        {
          size_t size;
          const char *stem = dictionary_stem (dictionary, glosses[i].stem, &size);
          has = size == n && memcmp (stem, word, n) == 0;
        }
      if (!has)
        return false;
    }
  return true;
}

/* Whether a dictionary has WORD as a translation of the term, or the other way
   round.  */
static bool
is_known (const struct renderings_quest *g, const char *word)
{
  const char *chinese = g->other == TONGUE_ZH ? word : g->word;
  const char *english = g->other == TONGUE_ZH ? g->word : word;
  for (size_t k = 0; g->aids && k < g->aids->dictionaries; k++)
    {
      const struct dictionary *dictionary = g->aids->dictionary[k];
      uint32_t number
        = dictionary_find (dictionary, chinese, strlen (chinese));
      size_t len = 0;
      const struct dictionary_gloss *glosses
        = number == UINT32_MAX ? NULL
                               : dictionary_glosses (dictionary, number, &len);
      if (len > 0 && is_glossed (dictionary, glosses, len, english))
        return true;
    }
  return false;
}

static unsigned
parts_of (enum tongue tongue, const char *word)
{
  unsigned parts = 1;
  if (tongue == TONGUE_ZH)
    /* Words have two characters mostly, of three bytes each.  */
    return (unsigned) (strlen (word) + 3) / 6;
  for (; *word; word++)
    parts += *word == ' ' || *word == '-';
  return parts;
}

/* The place of term ID in MET, or where it belongs.  */
static size_t
met_place (const struct renderings_quest *g, long long id)
{
  size_t low = 0, high = g->met.len;
  while (low < high)
    {
      size_t middle = low + (high - low) / 2;
      if (g->met.items[middle].id < id)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Makes term ID, which was not met before, a candidate where it is of the other
   language.  */
static bool
meet (struct renderings_quest *g, long long id, size_t place)
{
  struct keyword_row row;
  struct numbered numbered = { id, TERM_NONE };
  if (!keyword_read (g->library, id, &row, &g->err))
    return g->err.code == ERR_NONE;
  if (row.tongue == g->other)
    {
      numbered.word
        = vocabulary_add (&g->words, row.word, strlen (row.word));
      VEC_PUSH (&g->forms, mem_string (row.form));
      VEC_PUSH (&g->text.candidates,
                (struct rendering_candidate) { parts_of (g->other, row.word),
                                               is_known (g, row.word) });
    }
  keyword_row_clear (&row);
  VEC_RESERVE (&g->met, 1);
  memmove (g->met.items + place + 1, g->met.items + place,
           (g->met.len - place) * sizeof *g->met.items);
  g->met.items[place] = numbered;
  g->met.len++;
  return true;
}

/* Makes the terms of document ID candidates; false on an error.  */
static bool
meet_words (struct renderings_quest *g, long long id)
{
  struct document_words words = { .total = { 0 } };
  bool done = keyword_words (g->library, id, &words, &g->err);
  for (size_t i = 0; done && i < words.words.len; i++)
    {
      size_t place = met_place (g, words.words.items[i].id);
      if (place == g->met.len
          || g->met.items[place].id != words.words.items[i].id)
        done = meet (g, words.words.items[i].id, place);
    }
  document_words_free (&words);
  return done;
}

/* A glossary says how the term is rendered.  */
static void
regard_glossary (struct renderings_quest *g, const struct document *document)
{
  for (size_t i = 0; i < document->glossary.len; i++)
    {
      const struct gloss *gloss = &document->glossary.items[i];
      const char *own = g->other == TONGUE_EN ? gloss->original
                                              : gloss->translation;
      const char *facing = g->other == TONGUE_EN ? gloss->translation
                                                 : gloss->original;
      struct buf word = BUF_INIT, other = BUF_INIT;
      if (own && facing
          && wordbook_word (own, strlen (own), &word) == g->tongue
          && strcmp (buf_string (&word), g->word) == 0
          && wordbook_word (facing, strlen (facing), &other) == g->other)
        {
          uint32_t number
            = vocabulary_find (&g->words, other.data, other.len);
          if (number != TERM_NONE)
            g->text.candidates.items[number].known = true;
        }
      buf_free (&word);
      buf_free (&other);
    }
}

/* --- pairs -------------------------------------------------------------- */

/* The units that bead B covers on SIDE.  */
static void
read_side (const struct document *document, size_t b, enum side side,
           struct strip *strip)
{
  struct range range = document_bead_range (document, b, side);
  strip_add_side (strip, &document->side[side], range.start, range.end);
}

/* Calls TAKE with each sequence of STRIP that has no part in it.  */
static void
each_sequence (const struct strip *strip,
               bool (*take) (const char *word, size_t len, void *data),
               void *data)
{
  size_t size;
  const struct units *units = &strip->units;
  for (size_t at = 0; at < units->len; at++)
    for (size_t n = 1; n <= WORDBOOK_MOST && units->items[at + n - 1].key;
         n++)
      {
        const char *word = strip_bytes (strip, at, n, &size);
        if (!take (word, size, data))
          return;
      }
}

struct has_term
{
  const char *word;
  size_t len;
  bool has;
};

static bool
look_for_term (const char *word, size_t len, void *data)
{
  struct has_term *term = data;
  term->has = len == term->len && memcmp (word, term->word, len) == 0;
  return !term->has;
}

struct taking
{
  struct renderings_quest *g;
  struct rendering_bead *bead;
};

static bool
take_candidate (const char *word, size_t len, void *data)
{
  struct taking *taking = data;
  struct rendering_items *items = &taking->g->text.items;
  uint32_t number = vocabulary_find (&taking->g->words, word, len);
  if (number == TERM_NONE)
    return true;
  for (size_t i = taking->bead->first; i < items->len; i++)
    if (items->items[i] == number)
      return true;
  VEC_PUSH (items, number);
  taking->bead->len++;
  return true;
}

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

static void
read_bead (struct renderings_quest *g, const struct document *document, size_t b,
           enum side side)
{
  struct strip own = { .text = BUF_INIT }, facing = { .text = BUF_INIT };
  struct has_term term = { g->word, strlen (g->word), false };
  struct rendering_bead bead
    = { .first = (uint32_t) g->text.items.len };
  struct taking taking = { g, &bead };
  read_side (document, b, side, &own);
  each_sequence (&own, look_for_term, &term);
  read_side (document, b, side_facing (side), &facing);
  each_sequence (&facing, take_candidate, &taking);
  bead.has = term.has;
  g->pairs += term.has;
  VEC_PUSH (&g->text.beads, bead);
  strip_free (&own);
  strip_free (&facing);
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
      done = meet_words (g, id);
      regard_glossary (g, document);
      for (size_t b = 0; done && b < document->beads.len; b++)
        read_bead (g, document, b, side);
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
