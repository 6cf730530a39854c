/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of the word under the cursor.  */
#include "read/lookup.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "index/entry_text.h"
#include "index/function_words.h"
#include "read/wording.h"
#include "text/ascii.h"
#include "text/fold.h"

/* A word being looked up.  */
struct looking
{
  struct session *session;
  const char *text;   /* of the side */
  struct range word;
  struct range bead;
  enum side side;
  const char *first;  /* the first dictionary: entries of others tell theirs */
  struct looks *looks;
};

void
looks_free (struct looks *looks)
{
  for (size_t k = 0; k < looks->len; k++)
    free (looks->items[k].text);
  VEC_FREE (looks);
}

/* Adds TEXT, which is emptied, where nothing added says the same.  */
static void
add (struct looking *l, enum look_kind kind, struct buf *text)
{
  for (size_t k = 0; k < l->looks->len; k++)
    if (l->looks->items[k].kind == kind
        && strcmp (l->looks->items[k].text, buf_string (text)) == 0)
      {
        buf_free (text);
        return;
      }
  VEC_PUSH (l->looks, (struct look) { kind, buf_take (text) });
}

/* --- the texts ---------------------------------------------------------- */

/* Adds the counterparts; those that do not follow each other parted by
   dots.  */
static void
add_facing (struct looking *l)
{
  const struct reading *reading = l->session->reading;
  const struct wording *w = reading->wording;
  enum side facing = side_facing (l->side);
  const char *text = reading->document->side[facing].text;
  struct buf out = BUF_INIT;
  size_t before = WORD_NONE;
  for (size_t k = 0; k < w->words[facing].len; k++)
    {
      struct range range = w->words[facing].items[k].range;
      if (!wording_faces (w, l->side, w->at, k))
        continue;
      if (before != WORD_NONE && k != before + 1)
        buf_add_string (&out, " ... ");
      else if (before != WORD_NONE && !w->words[facing].items[k].han)
        buf_add_byte (&out, ' ');
      buf_add (&out, text + range.start, range_len (range));
      before = k;
    }
  if (out.len > 0)
    add (l, LOOK_FACING, &out);
  buf_free (&out);
}

/* As much of the bead around the word as a term of LEN bytes can reach,
   however it is folded; whole characters.  */
static struct range
reach (const struct looking *l, size_t len)
{
  enum { FOLDS = 2, AROUND = 64 };
  size_t far = FOLDS * len + AROUND;
  struct range r = l->bead;
  if (l->word.start > r.start + far)
    r.start = l->word.start - far;
  if (l->word.end + far < r.end)
    r.end = l->word.end + far;
  while (r.start > l->bead.start && (l->text[r.start] & 0xC0) == 0x80)
    r.start--;
  while (r.end < l->bead.end && (l->text[r.end] & 0xC0) == 0x80)
    r.end++;
  return r;
}

/* Whether TERM stands in the bead over the word.  */
static bool
covers (const struct looking *l, const char *term)
{
  struct folded text, needle;
  struct range place, around = reach (l, strlen (term));
  size_t from = 0;
  bool there = false;
  fold_search (l->text + around.start, range_len (around), &text);
  fold_search (term, strlen (term), &needle);
  while (!there
         && fold_find (&text, needle.data, needle.len, from, &place, &from))
    {
      place.start += around.start;
      place.end += around.start;
      there = range_overlaps (place, l->word);
    }
  folded_free (&text);
  folded_free (&needle);
  return there;
}

static void
add_glossary (struct looking *l)
{
  const struct glossary *glossary
    = &l->session->reading->document->glossary;
  for (size_t k = 0; k < glossary->len; k++)
    {
      const struct gloss *gloss = &glossary->items[k];
      if (!covers (l, l->side == ORIGINAL ? gloss->original
                                          : gloss->translation))
        continue;
      struct buf out = BUF_INIT;
      buf_add_format (&out, "%s = %s", gloss->original, gloss->translation);
      add (l, LOOK_GLOSSARY, &out);
    }
}

/* --- dictionaries ------------------------------------------------------- */

/* Adds the entries FOUND, which is emptied.  FORM (LEN bytes) is what was
   looked up.  */
static void
add_entries (struct looking *l, enum look_kind kind, const char *form,
             size_t len, struct definitions *found)
{
  for (size_t k = 0; k < found->len; k++)
    {
      const struct definition *definition = &found->items[k];
      struct buf out = BUF_INIT;
      entry_text_forms (&definition->entry, form, len, &out);
      buf_add_byte (&out, ' ');
      entry_text_pinyin (&definition->entry, &out);
      buf_add_string (&out, "  ");
      entry_text_glosses (&definition->entry, &out);
      if (strcmp (definition->dictionary, l->first) != 0)
        buf_add_format (&out, "  [%s]", definition->dictionary);
      add (l, kind, &out);
    }
  found->len = 0;
}

/* Adds the entries of the LEN bytes at FORM; returns how many.  */
static size_t
add_form (struct looking *l, enum look_kind kind, const char *form,
          size_t len)
{
  struct definitions found = { 0 };
  entries_find (l->session->entries, form, len, &found);
  size_t count = found.len;
  add_entries (l, kind, form, len, &found);
  VEC_FREE (&found);
  return count;
}

/* Adds the entries of the parts of the word: the longest words, or
   characters.  */
static void
add_parts (struct looking *l, bool characters)
{
  for (size_t at = l->word.start; at < l->word.end;)
    {
      size_t next = at;
      utf8_next (l->text, l->word.end, &next);
      size_t len = next - at;
      size_t longest
        = characters ? 0
                     : entries_longest (l->session->entries, l->text + at,
                                        l->word.end - at, NULL, NULL);
      if (longest > len)
        len = longest;
      if (len < range_len (l->word))
        add_form (l, LOOK_PART, l->text + at, len);
      at += len;
    }
}

static void
add_reading (struct looking *l, const char *form, size_t len)
{
  struct buf pinyin = BUF_INIT;
  if (wording_pinyin (l->session->entries, l->session->readings, form, len,
                      &pinyin))
    add (l, LOOK_READING, &pinyin);
  buf_free (&pinyin);
}

static void
look_chinese (struct looking *l, bool whole, bool fixed)
{
  const char *form = l->text + l->word.start;
  size_t len = range_len (l->word);
  size_t longest = entries_longest (l->session->entries, form,
                                    l->bead.end - l->word.start, NULL, NULL);
  if (longest > len)
    add_form (l, LOOK_ENTRY, form, longest);
  /* The parts of a number say nothing.  */
  if (add_form (l, LOOK_ENTRY, form, len) == 0 && !fixed)
    {
      add_reading (l, form, len);
      add_parts (l, false);
    }
  else if (whole)
    add_parts (l, true);
}

static void
add_english (struct looking *l, struct range range, size_t most)
{
  struct definitions found = { 0 };
  entries_english (l->session->entries, l->text + range.start,
                   range_len (range), most, &found);
  add_entries (l, LOOK_ENTRY, "", 0, &found);
  VEC_FREE (&found);
}

/* Whether nothing but one space parts words A and B.  */
static bool
are_beside (const struct looking *l, struct range a, struct range b)
{
  return b.start == a.end + 1 && l->text[a.end] == ' ';
}

/* Whether the English word serves the sentence: "the steel" is no phrase that
   an entry would have.  */
static bool
serves (const struct looking *l, struct range word)
{
  enum { LONGEST = 16 };
  char lower[LONGEST];
  size_t len = range_len (word);
  if (len > LONGEST)
    return false;
  for (size_t k = 0; k < len; k++)
    lower[k] = ascii_to_lower (l->text[word.start + k]);
  return function_word (lower, len);
}

/* Adds the entries of the Chinese words that the English one stands for.  */
static void
add_counterparts (struct looking *l, const struct wording *w)
{
  enum side facing = side_facing (l->side);
  const char *text = l->session->reading->document->side[facing].text;
  for (size_t k = 0; k < w->words[facing].len; k++)
    {
      struct range range = w->words[facing].items[k].range;
      if (wording_faces (w, l->side, w->at, k))
        add_form (l, LOOK_ENTRY, text + range.start, range_len (range));
    }
}

static void
look_english (struct looking *l, bool whole)
{
  enum { WORDS = 3, FEW = 3, SHOWN = 6, ALL = 100, SERVING = 2 };
  const struct wording *w = l->session->reading->wording;
  const struct cut_words *words = &w->words[l->side];
  size_t last = w->at;
  add_counterparts (l, w);
  while (last + 1 < words->len && last + 1 < w->at + WORDS
         && are_beside (l, words->items[last].range,
                        words->items[last + 1].range))
    last++;
  for (; last > w->at && !serves (l, l->word); last--)
    if (!serves (l, words->items[last].range))
      add_english (l,
                   (struct range) { l->word.start,
                                    words->items[last].range.end },
                   whole ? ALL : FEW);
  /* Many glosses have "a" or "to"; the first entries are those of the word.  */
  add_english (l, l->word,
               serves (l, l->word) ? SERVING : whole ? ALL : SHOWN);
}

void
lookup (struct session *session, bool whole, struct looks *looks)
{
  const struct reading *reading = session->reading;
  struct range word = session_word_range (session);
  size_t dictionaries;
  if (range_len (word) == 0)
    return;
  struct looking l
    = { .session = session,
        .text = reading->document->side[reading->side].text,
        .word = word,
        .bead = document_bead_range (reading->document, reading->bead,
                                     reading->side),
        .side = reading->side,
        .looks = looks };
  struct buf own = BUF_INIT;
  const struct installed *installed
    = entries_list (session->entries, &dictionaries);
  l.first = dictionaries > 0 ? installed[0].name : "";
  buf_add (&own, l.text + word.start, range_len (word));
  add (&l, LOOK_WORD, &own);
  add_facing (&l);
  add_glossary (&l);
  const struct cut_word *cut
    = &reading->wording->words[l.side].items[reading->wording->at];
  if (cut->han)
    look_chinese (&l, whole, cut->fixed);
  else if (!cut->fixed) /* as the parts of a Chinese number */
    look_english (&l, whole);
}
