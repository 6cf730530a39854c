/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the English keywords of a document are printed.  */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "index/keyword_private.h"

/* Appends the LEN units at AT as they are printed.  A capital that only begins
   the sentence is made small, but where the next word has one too.  */
static void
add_form (const struct look_at *look, size_t at, size_t len, struct buf *out)
{
  const struct unit_of_text *u = look->strip.units.items + at;
  for (size_t i = 0; i < len; i++)
    {
      if (i > 0)
        buf_add_byte (out, ' ');
      size_t first = out->len;
      size_t to = i + 1 < len ? u[i].to : u[i].bare;
      strip_add_form (out, look->text + u[i].from, to - u[i].from);
      bool small = u[i].first && !u[i].title && !u[i + 1].capital;
      if (small && u[i].to - u[i].from > 1)
        out->data[first] = (char) (out->data[first] >= 'A'
                                       && out->data[first] <= 'Z'
                                     ? out->data[first] + 32
                                     : out->data[first]);
    }
}

static void
note_form (struct forms *forms, const struct look_at *look, uint32_t number,
           size_t at, size_t len)
{
  buf_clear (&forms->key);
  buf_add (&forms->key, (const char *) &number, sizeof number);
  add_form (look, at, len, &forms->key);
  uint32_t form
    = vocabulary_add (&forms->of, forms->key.data, forms->key.len);
  if (form == forms->counts.len)
    VEC_PUSH (&forms->counts, 0);
  /* A form that only may be so weighs less.  */
  const struct unit_of_text *unit = &look->strip.units.items[at];
  forms->counts.items[form] += unit->title ? 1 : unit->first ? 2 : 4;
}

/* How many units the longest keyword has that begins with each stem, by the
   stem's key.  The caller frees it.  */
static uint8_t *
longest_from (const struct piece *piece)
{
  const struct strip *strip = &piece->look.strip;
  uint8_t *longest
    = mem_new (vocabulary_len (&strip->stems) + 1, sizeof *longest);
  for (size_t k = 0; k < piece->of.len; k++)
    {
      const struct piece_word *word = &piece->of.items[k];
      uint8_t *of = &longest[strip->units.items[word->at].key];
      *of = word->len > *of ? (uint8_t) word->len : *of;
    }
  return longest;
}

void
forms_note (struct forms *forms, const struct piece *piece,
            const struct keywords *keywords)
{
  const struct look_at *look = &piece->look;
  size_t size;
  uint8_t *longest = longest_from (piece);
  for (size_t at = 0; at < look->strip.units.len; at++)
    for (size_t n = 1; n <= longest[look->strip.units.items[at].key]; n++)
      {
        if (look->strip.units.items[at + n - 1].key == 0)
          break;
        const char *bytes = strip_bytes (&look->strip, at, n, &size);
        uint32_t number = vocabulary_find (&keywords->words, bytes, size);
        if (number != TERM_NONE)
          note_form (forms, look, number, at, n);
      }
  free (longest);
}

void
forms_free (struct forms *forms)
{
  vocabulary_free (&forms->of);
  VEC_FREE (&forms->counts);
  buf_free (&forms->key);
}

void
forms_choose (const struct forms *forms, struct keywords *keywords)
{
  uint32_t *best = mem_new (keywords->of.len, sizeof *best);
  uint32_t number;
  size_t size;
  for (uint32_t form = 0; form < forms->counts.len; form++)
    {
      memcpy (&number, vocabulary_text (&forms->of, form, &size),
              sizeof number);
      if (best[number] == 0
          || forms->counts.items[form] > forms->counts.items[best[number] - 1])
        best[number] = form + 1;
    }
  for (uint32_t k = 0; k < keywords->of.len; k++)
    {
      const char *text
        = best[k] ? vocabulary_text (&forms->of, best[k] - 1, &size) + 4
                  : vocabulary_text (&keywords->words, k, &size);
      keywords->of.items[k].form = (uint32_t) keywords->forms.len;
      buf_add (&keywords->forms, text, best[k] ? size - 4 : size);
      buf_add_byte (&keywords->forms, '\0');
    }
  free (best);
}
