/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a term is rendered: the candidates, and what is known of them
   beforehand.  */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "align/dictionary.h"
#include "base/mem.h"
#include "number/unit_name.h"
#include "store/keyword_words.h"
#include "store/renderings_private.h"
#include "text/ascii.h"
#include "text/stem.h"

/* Whether the stem of the English word of LEN bytes at WORD is among the COUNT
   GLOSSES of a word of DICTIONARY.  */
static bool
has_gloss (const struct dictionary *dictionary,
           const struct dictionary_gloss *glosses, size_t count,
           const char *word, size_t len)
{
  char lower[STEM_SIZE], stem[STEM_SIZE];
  if (len >= sizeof lower)
    return false;
  for (size_t i = 0; i < len; i++)
    lower[i] = ascii_to_lower (word[i]);
  len = stem_word (lower, len, stem);
  for (size_t i = 0; i < count; i++)
    {
      size_t size;
      const char *gloss = dictionary_stem (dictionary, glosses[i].stem, &size);
      if (size == len && memcmp (gloss, stem, len) == 0)
        return true;
    }
  return false;
}

/* Whether all words of the English FORM are.  */
static bool
is_glossed (const struct dictionary *dictionary,
            const struct dictionary_gloss *glosses, size_t count,
            const char *form)
{
  for (size_t n; *form; form += n, form += *form == ' ')
    {
      n = strcspn (form, " ");
      if (!has_gloss (dictionary, glosses, count, form, n))
        return false;
    }
  return true;
}

/* Whether a dictionary has FORM as a translation of the term, or the other way
   round.  */
static bool
is_known (const struct renderings_quest *g, const char *form)
{
  const char *chinese = g->other == TONGUE_ZH ? form : g->word;
  const char *english = g->other == TONGUE_ZH ? g->form : form;
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
  size_t place;
  VEC_PLACE (&g->met, place, middle, g->met.items[middle].id < id);
  return place;
}

/* The candidate of LEN bytes at WORD, shown as FORM, made where it is new.  */
static uint32_t
candidate (struct renderings_quest *g, const char *word, size_t len,
           const char *form)
{
  uint32_t number = vocabulary_add (&g->words, word, len);
  if (number < g->forms.len)
    return number;
  VEC_PUSH (&g->forms, mem_string (form));
  VEC_PUSH (&g->beside, (struct beside) { .count = 0 });
  VEC_PUSH (&g->text.candidates,
            (struct rendering_candidate) { .parts = parts_of (g->other, form),
                                           .known = is_known (g, form) });
  return number;
}

/* Whether the character FORM only counts or measures what it stands before: 亩
   faces all that is measured in it.  */
static bool
is_counter (const char *form)
{
  static const char counters[] = "艘辆架门挺枚只匹条张件根支把名位座台口颗幅";
  return strstr (counters, form) || unit_named (form);
}

uint32_t
renderings_meet_character (struct renderings_quest *g, const char *word,
                           size_t len)
{
  struct common_word common
    = commons_find (g->commons, TONGUE_ZH, word, len);
  uint32_t number = vocabulary_find (&g->words, word, len);
  if (number != TERM_NONE || common.serves)
    return number;
  char *form = mem_copy (word, len);
  if (!is_counter (form))
    {
      number = candidate (g, word, len, form);
      g->text.candidates.items[number].bare = true;
    }
  free (form);
  return number;
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
      numbered.word = candidate (g, row.word, strlen (row.word), row.form);
      g->text.candidates.items[numbered.word].bare = false;
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

bool
renderings_meet (struct renderings_quest *g, const struct document *document)
{
  if (!meet_words (g, document->id))
    return false;
  regard_glossary (g, document);
  return true;
}
