/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keywords of a text.  */
#include "index/keyword.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/space.h"
#include "base/utf8.h"
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

/* --- the keywords of a piece -------------------------------------------- */

/* A keyword of the piece.  */
struct piece_word
{
  uint32_t at; /* a place where it stands */
  uint32_t len;
  uint32_t count;
  uint32_t longer;       /* how many keywords it is part of */
  uint32_t longer_count; /* their counts together */
  bool found;
  bool counted; /* by what found it */
  bool name;
};

struct piece_words VEC (struct piece_word);

struct piece
{
  struct look_at look;
  struct vocabulary words;
  struct piece_words of;
};

/* The keyword of LEN units at AT, made where it is new.  */
static struct piece_word *
note_word (struct piece *piece, size_t at, size_t len, bool found)
{
  size_t size;
  const char *bytes = strip_bytes (&piece->look.strip, at, len, &size);
  uint32_t number = vocabulary_add (&piece->words, bytes, size);
  if (number == piece->of.len)
    VEC_PUSH (&piece->of,
              (struct piece_word) { .at = (uint32_t) at,
                                    .len = (uint32_t) len,
                                    .found = found });
  return &piece->of.items[number];
}

static struct piece_word *
word_at (struct piece *piece, size_t at, size_t len)
{
  size_t size;
  const char *bytes = strip_bytes (&piece->look.strip, at, len, &size);
  uint32_t number = vocabulary_find (&piece->words, bytes, size);
  return number == TERM_NONE ? NULL : &piece->of.items[number];
}

static void
note_found (size_t len, size_t at, uint32_t count, void *data)
{
  struct piece_word *word = note_word (data, at, len, true);
  word->count = count;
  word->counted = true;
}

/* Notes the terms that are known and stand here for themselves.  */
static void
note_known (struct piece *piece, size_t at)
{
  struct look_at *look = &piece->look;
  for (size_t n = 1; n <= WORDBOOK_MOST; n++)
    if (look->begun[at].given & 1 << n)
      note_word (piece, at, n, true);
    else if (look->begun[at].terms & 1 << n && look_is_whole (look, at, n))
      note_word (piece, at, n, true);
}

/* Whether the Chinese word is one of numerals.  */
static bool
is_numeral (const char *word, size_t size)
{
  static const char digits[] = "〇零一二三四五六七八九十百千万亿两几数第";
  for (size_t at = 0; at < size;)
    {
      char letter[8] = "";
      size_t begin = at;
      utf8_next (word, size, &at);
      memcpy (letter, word + begin, at - begin);
      if (!strstr (digits, letter))
        return false;
    }
  return true;
}

/* How many units from AT on begin with capitals and stand together, as the words
   of a name do.  */
static size_t
name_length (const struct look_at *look, size_t at)
{
  const struct unit_of_text *units = look->strip.units.items + at;
  size_t n = 0;
  while (units[n].key && units[n].capital && !units[n].title
         && !look->common[at + n].serves)
    n++;
  return n;
}

/* Notes names of two to four words: they are terms though they stand but once.
   The first word of a sentence may have its capital from there.  */
static void
note_names (struct piece *piece)
{
  enum { NAME_MOST = 4 };
  const struct look_at *look = &piece->look;
  for (size_t at = 0, len; at < look->strip.units.len; at += len ? len : 1)
    {
      len = name_length (look, at);
      size_t first = at, words = len;
      if (words > 0 && look->strip.units.items[at].first
          && (look->common[at].edge || look->common[at].per_million > 0))
        {
          first++;
          words--;
        }
      if (words >= 2 && words <= NAME_MOST && look_fits_en (look, first, words)
          && !word_at (piece, first, words))
        note_word (piece, first, words, true)->name = true;
    }
}

/* Notes the words of the text: in Chinese those of two characters and more, in
   English all; words that only serve are left out.  Returns how many.  */
static size_t
note_words (struct piece *piece)
{
  struct look_at *look = &piece->look;
  const struct units *units = &look->strip.units;
  size_t total = 0, size;
  for (size_t at = 0, len; at < units->len; at += len)
    {
      len = 1;
      while (look->cut && at + len < units->len && !look->cut[at + len])
        len++;
      if (units->items[at].key == 0)
        continue;
      note_known (piece, at);
      if (look->common[at].serves)
        continue;
      const char *bytes = strip_bytes (&look->strip, at, len, &size);
      total++;
      if (look->cut ? len > 1 && !is_numeral (bytes, size) : size > 1)
        note_word (piece, at, len, false);
    }
  return total;
}

/* Counts the keywords that were not counted when they were found, at every
   place where they stand.  */
static void
count_words (struct piece *piece)
{
  enum { NAMES = 1 << 2 | 1 << 3 | 1 << 4 };
  const struct look_at *look = &piece->look;
  for (size_t at = 0; at < look->strip.units.len; at++)
    {
      const struct begun *b = &look->begun[at];
      unsigned set = b->words | b->terms | b->given;
      if (look->tongue == TONGUE_EN && look->strip.units.items[at].key != 0)
        set |= 1 << 1 | (look->strip.units.items[at].capital ? NAMES : 0);
      for (size_t n = 1; set >> n; n++)
        {
          if (look->strip.units.items[at + n - 1].key == 0)
            break;
          struct piece_word *word
            = set & 1u << n ? word_at (piece, at, n) : NULL;
          if (word && !word->counted)
            word->count++;
        }
    }
}

/* Tells each keyword which longer ones it is part of.  */
static void
count_longer (struct piece *piece)
{
  for (size_t k = 0; k < piece->of.len; k++)
    {
      struct piece_word longer = piece->of.items[k];
      for (size_t n = 1; n < longer.len; n++)
        for (size_t i = 0; i + n <= longer.len; i++)
          {
            struct piece_word *word = word_at (piece, longer.at + i, n);
            if (word)
              {
                word->longer++;
                word->longer_count += longer.count;
              }
          }
    }
}

/* A term that stands nowhere but in one longer one is none of its own (but for
   words of dictionaries and what is known).  */
static bool
is_part (const struct piece_word *word)
{
  return word->counted && word->longer > 0
         && word->longer_count >= (uint64_t) word->count * word->longer;
}

static uint32_t
alone_of (const struct piece_word *word)
{
  uint32_t mean = word->longer
                    ? (word->longer_count + word->longer / 2) / word->longer
                    : 0;
  return word->count > mean ? word->count - mean : 0;
}

/* --- forms -------------------------------------------------------------- */

/* The printed forms of the English keywords of a document: how often each.  */
struct form_counts VEC (uint32_t);

struct forms
{
  struct vocabulary of; /* the keyword's number in 4 bytes, then the form */
  struct form_counts counts;
  struct buf key;       /* being made */
};

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

/* Notes the forms of all keywords where they stand.  */
static void
note_forms (struct piece *piece, const struct keywords *keywords,
            struct forms *forms)
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

/* Gives each keyword its commonest form.  */
static void
choose_forms (const struct forms *forms, struct keywords *keywords)
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

/* --- a document --------------------------------------------------------- */

/* Adds the keywords of PIECE to KEYWORDS.  */
static void
add_piece (const struct piece *piece, struct keywords *keywords)
{
  size_t size;
  for (size_t k = 0; k < piece->of.len; k++)
    {
      const struct piece_word *word = &piece->of.items[k];
      if (is_part (word) || word->count == 0)
        continue;
      const char *bytes
        = strip_bytes (&piece->look.strip, word->at, word->len, &size);
      uint32_t number = vocabulary_add (&keywords->words, bytes, size);
      if (number == keywords->of.len)
        VEC_PUSH (&keywords->of, (struct keyword) { .found = word->found });
      struct keyword *keyword = &keywords->of.items[number];
      keyword->count += word->count;
      keyword->alone += alone_of (word);
    }
}

/* Reads the bytes FROM to TO of SIDE.  */
static void
read_piece (const struct look_at *of, const struct side_text *side,
            size_t from, size_t to, struct keywords *keywords,
            struct forms *forms)
{
  struct grams grams;
  enum tongue tongue = of->tongue;
  struct piece piece = { .look = *of };
  piece.look.text = side->text;
  strip_add_side (&piece.look.strip, side, from, to);
  look_open (&piece.look);
  grams_make (&grams, &piece.look.strip, piece.look.bar,
              finding_text.least);
  look_find (&piece.look, &grams, &finding_text, note_found, &piece);
  grams_free (&grams);
  keywords->total += note_words (&piece);
  if (tongue == TONGUE_EN)
    note_names (&piece);
  count_words (&piece);
  count_longer (&piece);
  add_piece (&piece, keywords);
  if (tongue == TONGUE_EN)
    note_forms (&piece, keywords, forms);
  look_close (&piece.look);
  vocabulary_free (&piece.words);
  VEC_FREE (&piece.of);
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
  choose_forms (&forms, &keywords[TONGUE_EN]);
  for (enum tongue t = TONGUE_ZH; t < TONGUES; t++)
    vocabulary_free (&glossary[t]);
  vocabulary_free (&forms.of);
  VEC_FREE (&forms.counts);
  buf_free (&forms.key);
}
