/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keywords of a text.  */
#include "index/keyword.h"

#include <stdlib.h>
#include <string.h>

#include "index/keyword_private.h"

/* A long text is read in pieces of so many bytes, so that the counts of a piece
   stay small.  */
enum { PIECE = 1 << 20 };

void
keywords_free (struct keywords keywords[TONGUES])
{
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    {
      vocabulary_free (&keywords[t].words);
      VEC_FREE (&keywords[t].of);
      buf_free (&keywords[t].forms);
      keywords[t].total = 0;
    }
}

const char *
keyword_form (const struct keywords *keywords, enum tongue tongue,
              uint32_t number, size_t *len)
{
  if (tongue == TONGUE_ZH)
    return vocabulary_text (&keywords->words, number, len);
  const char *form = keywords->forms.data + keywords->of.items[number].form;
  *len = strlen (form);
  return form;
}

/* Adds the keywords of PIECE to KEYWORDS.  */
static void
add_piece (const struct piece *piece, struct keywords *keywords)
{
  size_t size;
  for (size_t k = 0; k < piece->of.len; k++)
    {
      const struct piece_word *word = &piece->of.items[k];
      if (piece_is_part (word) || word->count == 0)
        continue;
      const char *bytes
        = strip_bytes (&piece->look.strip, word->at, word->len, &size);
      uint32_t number = vocabulary_add (&keywords->words, bytes, size);
      if (number == keywords->of.len)
        VEC_PUSH (&keywords->of, (struct keyword) { .found = word->found });
      struct keyword *keyword = &keywords->of.items[number];
      keyword->count += word->count;
      keyword->alone += word->alone;
    }
}

/* Reads the bytes FROM to TO of SIDE.  */
static void
read_piece (const struct look_at *of, const struct side_text *side,
            size_t from, size_t to, struct keywords *keywords,
            struct forms *forms)
{
  enum tongue tongue = of->tongue;
  struct piece piece = { .look = *of };
  piece.look.text = side->text;
  strip_add_side (&piece.look.strip, side, from, to);
  keywords->total += piece_read (&piece);
  add_piece (&piece, keywords);
  if (tongue == TONGUE_EN)
    forms_note (forms, &piece, keywords);
  piece_free (&piece);
}

size_t
keywords_piece_end (const struct document *document, enum side side, size_t at)
{
  const struct side_text *text = &document->side[side];
  size_t end = at + PIECE;
  if (end >= text->len)
    return text->len;
  size_t sentence = document_sentence_at (document, side, end);
  if (sentence < text->sentences.len
      && text->sentences.items[sentence].range.start > at)
    return text->sentences.items[sentence].range.start;
  while ((text->text[end] & 0xC0) == 0x80)
    end--;
  return end;
}

/* The words of the glossary of DOCUMENT.  */
static void
read_glossary (const struct document *document,
               struct vocabulary glossary[TONGUES])
{
  for (size_t i = 0; i < document->glossary.len; i++)
    {
      const struct gloss *gloss = &document->glossary.items[i];
      const char *both[] = { gloss->original, gloss->translation };
      for (int k = 0; k < 2; k++)
        {
          struct buf word = BUF_INIT;
          enum tongue tongue
            = both[k] ? wordbook_word (both[k], strlen (both[k]), &word)
                      : TONGUES;
          /* A character by itself is a unit or a name's half.  */
          if (tongue != TONGUES && word.len > 3)
            vocabulary_add (&glossary[tongue], word.data, word.len);
          buf_free (&word);
        }
    }
}

void
keywords_of (const struct wordbook *book, const struct document *document,
             struct keywords keywords[TONGUES])
{
  struct forms forms = { 0 };
  struct vocabulary glossary[TONGUES] = { { .slots = NULL } };
  read_glossary (document, glossary);
  for (enum side s = 0; s < SIDES; s++)
    {
      const struct side_text *text = &document->side[s];
      struct look_at look = { .book = book, .tongue = tongue_of (text->lang) };
      if (look.tongue == TONGUES)
        continue;
      look.glossary = &glossary[look.tongue];
      for (size_t at = 0, end; at < text->len; at = end)
        {
          end = keywords_piece_end (document, s, at);
          read_piece (&look, text, at, end, &keywords[look.tongue], &forms);
        }
    }
  forms_choose (&forms, &keywords[TONGUE_EN]);
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    vocabulary_free (&glossary[t]);
  forms_free (&forms);
}
