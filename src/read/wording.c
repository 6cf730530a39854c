/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lit bead word by word.  */
#include "read/wording.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "index/pinyin.h"
#include "text/fold.h"
#include "text/sentence.h"

/* A bead being cut: the bead alone, and what is known in it.  */
struct cutting
{
  const struct document *document;
  const struct wording_aids *aids;
  struct range range[SIDES];
  struct document *alone; /* a document that is nothing but the bead */
  struct apparatus apparatus;
  struct ranges fixed[SIDES]; /* its quantities, in the document's text */
  struct buf sounds;
};

static bool
is_chinese (const struct document *document, enum side side)
{
  return strcmp (document->side[side].lang, "zh") == 0;
}

/* --- quantities --------------------------------------------------------- */

/* Makes all of TEXT one sentence, where there is any; returns how many.  */
static size_t
cover_side (struct side_text *text)
{
  struct range whole = { 0, text->len };
  if (text->len == 0)
    return 0;
  VEC_PUSH (&text->paragraphs, (struct paragraph) { whole, BLOCK_BODY });
  VEC_PUSH (&text->sentences, (struct sentence) { whole, 0 });
  return 1;
}

/* Makes SIDE of the document ALONE the text of the bead; returns the number of
   its sentences, 1 or 0.  */
static size_t
take_side (struct cutting *c, enum side side)
{
  struct side_text *to = &c->alone->side[side];
  const struct side_text *from = &c->document->side[side];
  document_set_text (c->alone, side, from->text + c->range[side].start,
                     range_len (c->range[side]));
  memcpy (to->lang, from->lang, sizeof to->lang);
  return cover_side (to);
}

/* Finds the quantities of the bead, paired off.  */
static void
find_quantities (struct cutting *c)
{
  struct bead bead = { .confidence = 1 };
  c->alone = document_new ();
  c->alone->date = mem_string (c->document->date);
  for (enum side s = 0; s < SIDES; s++)
    bead.count[s] = take_side (c, s);
  VEC_PUSH (&c->alone->beads, bead);
  collate_apparatus (c->aids->collator, c->alone, &c->apparatus);
  for (size_t k = 0; k < c->apparatus.stated.len; k++)
    {
      const struct stated *stated = &c->apparatus.stated.items[k];
      size_t shift = c->range[stated->side].start;
      if (stated->quantity.weak || stated->quantity.alternative)
        continue;
      struct range range = { stated->quantity.range.start + shift,
                             stated->quantity.range.end + shift };
      VEC_PUSH (&c->fixed[stated->side], range);
    }
}

/* --- words -------------------------------------------------------------- */

/* The dictionaries that the aligner has know words too: those that are built
   in, and what was learned.  */
static void
find_aligner_words (const struct align_aids *aids, const char *text,
                    size_t len, void (*found) (void *sink, size_t len),
                    void *sink)
{
  enum { MOST = 8 };
  size_t starts[MOST + 1] = { 0 }, chars = 0, lens[MOST];
  while (chars < MOST && starts[chars] < len)
    {
      starts[chars + 1] = starts[chars];
      utf8_next (text, len, &starts[++chars]);
    }
  for (size_t k = 0; k < aids->dictionaries && chars > 0; k++)
    {
      size_t count = dictionary_prefixes (aids->dictionary[k], text, starts,
                                          chars, lens);
      for (size_t i = 0; i < count; i++)
        found (sink, starts[lens[i]]);
    }
}

/* Whether the LEN bytes at TEXT begin with TERM; then the length of that.  */
static size_t
begins_with (const char *text, size_t len, const char *term)
{
  size_t n = strlen (term);
  return n > 0 && n <= len && memcmp (text, term, n) == 0 ? n : 0;
}

static void
find_words (void *data, const char *text, size_t len,
            void (*found) (void *sink, size_t len), void *sink)
{
  const struct cutting *c = data;
  const struct glossary *glossary = &c->document->glossary;
  entries_longest (c->aids->entries, text, len, found, sink);
  find_aligner_words (c->aids->aligner, text, len, found, sink);
  for (size_t k = 0; k < glossary->len; k++)
    {
      size_t n = begins_with (text, len, glossary->items[k].original);
      if (n > 0)
        found (sink, n);
    }
}

/* --- links -------------------------------------------------------------- */

/* Links all words of the original in A to all of the translation in B.  */
static void
link_ranges (struct wording *w, struct range a, struct range b)
{
  for (size_t i = wording_find (w, ORIGINAL, a.start);
       i < w->words[ORIGINAL].len
       && w->words[ORIGINAL].items[i].range.end <= a.end;
       i++)
    for (size_t j = wording_find (w, TRANSLATION, b.start);
         j < w->words[TRANSLATION].len
         && w->words[TRANSLATION].items[j].range.end <= b.end;
         j++)
      if (!wording_faces (w, ORIGINAL, i, j))
        VEC_PUSH (&w->links, (struct word_link) { { i, j } });
}

static void
link_quantities (struct wording *w, const struct cutting *c)
{
  const struct stateds *stateds = &c->apparatus.stated;
  for (size_t k = 0; k < stateds->len; k++)
    {
      const struct stated *one = &stateds->items[k];
      if (one->side != ORIGINAL || one->facing >= stateds->len
          || one->quantity.weak)
        continue;
      const struct stated *other = &stateds->items[one->facing];
      size_t a = c->range[ORIGINAL].start, b = c->range[TRANSLATION].start;
      struct range from = { one->quantity.range.start + a,
                            one->quantity.range.end + a };
      struct range to = { other->quantity.range.start + b,
                          other->quantity.range.end + b };
      link_ranges (w, from, to);
    }
}

/* Appends where TERM occurs in RANGE of SIDE, whatever its case.  */
static void
find_term (const struct document *document, enum side side,
           struct range range, const char *term, struct ranges *found)
{
  struct folded text, needle;
  struct range place;
  size_t from = 0;
  fold_search (document->side[side].text + range.start, range_len (range),
               &text);
  fold_search (term, strlen (term), &needle);
  while (fold_find (&text, needle.data, needle.len, from, &place, &from))
    {
      place.start += range.start;
      place.end += range.start;
      VEC_PUSH (found, place);
    }
  folded_free (&text);
  folded_free (&needle);
}

/* Links the first place of a term on one side to the first on the other, and
   so on; the last one stands for those that are left.  */
static void
link_glossary (struct wording *w, const struct cutting *c)
{
  const struct glossary *glossary = &c->document->glossary;
  for (size_t k = 0; k < glossary->len; k++)
    {
      struct ranges a = { 0 }, b = { 0 };
      find_term (c->document, ORIGINAL, c->range[ORIGINAL],
                 glossary->items[k].original, &a);
      if (a.len > 0)
        find_term (c->document, TRANSLATION, c->range[TRANSLATION],
                   glossary->items[k].translation, &b);
      for (size_t i = 0; b.len > 0 && i < a.len; i++)
        link_ranges (w, a.items[i], b.items[i < b.len ? i : b.len - 1]);
      VEC_FREE (&a);
      VEC_FREE (&b);
    }
}

/* Whether TEXT has a character that stands for itself among syllables.  */
static bool
has_han (const char *text, size_t len)
{
  for (size_t at = 0; at < len;)
    if (utf8_next (text, len, &at) >= 0x2E80)
      return true;
  return false;
}

bool
wording_pinyin (struct entries *entries, const struct readings *readings,
                const char *text, size_t len, struct buf *pinyin)
{
  struct buf numbered = BUF_INIT;
  size_t start = pinyin->len;
  if (entries_pinyin (entries, text, len, pinyin))
    return true;
  pinyin->len = start;
  readings_numbered (readings, text, len, &numbered);
  bool whole = !has_han (buf_string (&numbered), numbered.len);
  pinyin_mark (buf_string (&numbered), numbered.len, pinyin);
  buf_free (&numbered);
  return whole;
}

/* Writes the sounds of the Chinese words of SIDE into the buffer, each with a
   NUL; STARTS gets where.  */
static size_t *
list_sounds (const struct wording *w, struct cutting *c, enum side side)
{
  const struct cut_words *words = &w->words[side];
  const char *text = c->document->side[side].text;
  size_t *starts = mem_new (words->len + 1, sizeof *starts);
  for (size_t k = 0; k < words->len; k++)
    {
      struct buf pinyin = BUF_INIT;
      struct range range = words->items[k].range;
      starts[k] = c->sounds.len;
      if (words->items[k].han
          && wording_pinyin (c->aids->entries, c->aids->readings,
                             text + range.start, range_len (range), &pinyin))
        pinyin_bare (pinyin.data, pinyin.len, &c->sounds);
      buf_add_byte (&c->sounds, '\0');
      buf_free (&pinyin);
    }
  return starts;
}

/* The words of SIDE for linking; those of a Chinese side with their
   sounds.  */
static void
list_words (const struct wording *w, struct cutting *c, enum side side,
            bool sounds, struct link_words *out)
{
  size_t *starts = sounds ? list_sounds (w, c, side) : NULL;
  for (size_t k = 0; k < w->words[side].len; k++)
    {
      struct range range = w->words[side].items[k].range;
      struct link_word word
        = { c->document->side[side].text + range.start, range_len (range),
            starts ? c->sounds.data + starts[k] : NULL };
      VEC_PUSH (out, word);
    }
  free (starts);
}

/* Exchanges the sides of all links.  */
static void
turn_links (struct word_links *links)
{
  for (size_t k = 0; k < links->len; k++)
    {
      size_t word = links->items[k].word[ORIGINAL];
      links->items[k].word[ORIGINAL] = links->items[k].word[TRANSLATION];
      links->items[k].word[TRANSLATION] = word;
    }
}

static void
link_words (struct wording *w, struct cutting *c)
{
  struct link_words words[SIDES] = { { 0 }, { 0 } };
  enum side chinese
    = is_chinese (c->document, ORIGINAL) ? ORIGINAL : TRANSLATION;
  link_quantities (w, c);
  link_glossary (w, c);
  if (is_chinese (c->document, ORIGINAL)
      == is_chinese (c->document, TRANSLATION))
    return;
  list_words (w, c, chinese, true, &words[ORIGINAL]);
  list_words (w, c, side_facing (chinese), false, &words[TRANSLATION]);
  if (chinese == TRANSLATION)
    turn_links (&w->links);
  word_links_find (words, c->aids->aligner->dictionary,
                   c->aids->aligner->dictionaries, &w->links);
  if (chinese == TRANSLATION)
    turn_links (&w->links);
  VEC_FREE (&words[ORIGINAL]);
  VEC_FREE (&words[TRANSLATION]);
}

struct wording *
wording_new (const struct document *document, size_t index,
             const struct wording_aids *aids)
{
  struct wording *w = mem_new (1, sizeof *w);
  struct cutting c = { .document = document, .aids = aids };
  struct word_finder finder = { find_words, &c };
  w->bead = index;
  w->at = WORD_NONE;
  for (enum side s = 0; s < SIDES; s++)
    c.range[s] = document_bead_range (document, index, s);
  find_quantities (&c);
  for (enum side s = 0; s < SIDES; s++)
    word_cut (document->side[s].text, c.range[s], &c.fixed[s], &finder,
              &w->words[s]);
  link_words (w, &c);
  for (enum side s = 0; s < SIDES; s++)
    VEC_FREE (&c.fixed[s]);
  apparatus_free (&c.apparatus);
  document_free (c.alone);
  buf_free (&c.sounds);
  return w;
}

void
wording_free (struct wording *wording)
{
  if (!wording)
    return;
  for (enum side s = 0; s < SIDES; s++)
    VEC_FREE (&wording->words[s]);
  VEC_FREE (&wording->links);
  free (wording);
}

/* --- a pair of texts ---------------------------------------------------- */

/* A document of one bead.  */
static struct document *
pair_document (const char *const text[SIDES])
{
  struct document *document = document_new ();
  struct bead bead = { .confidence = 1 };
  for (enum side s = 0; s < SIDES; s++)
    {
      struct side_text *side = &document->side[s];
      document_set_text (document, s, text[s], strlen (text[s]));
      strcpy (side->lang, text_language (side->text, side->len));
      bead.count[s] = cover_side (side);
    }
  VEC_PUSH (&document->beads, bead);
  return document;
}

void
wording_counterparts (const char *const text[SIDES], enum side side,
                      const struct ranges *ranges,
                      const struct wording_aids *aids, struct ranges *facing)
{
  struct document *document = pair_document (text);
  struct wording *w = wording_new (document, 0, aids);
  const struct cut_words *own = &w->words[side];
  const struct cut_words *other = &w->words[side_facing (side)];
  for (size_t k = 0; k < other->len; k++)
    {
      bool faces = false;
      for (size_t i = 0; !faces && i < ranges->len; i++)
        for (size_t word = wording_find (w, side, ranges->items[i].start);
             !faces && word < own->len
             && own->items[word].range.start < ranges->items[i].end;
             word++)
          faces = wording_faces (w, side, word, k);
      if (faces)
        VEC_PUSH (facing, other->items[k].range);
    }
  wording_free (w);
  document_free (document);
}

size_t
wording_find (const struct wording *wording, enum side side, size_t at)
{
  const struct cut_words *words = &wording->words[side];
  size_t low;
  VEC_PLACE (words, low, middle, words->items[middle].range.end <= at);
  return low < words->len ? low : WORD_NONE;
}

bool
wording_is_linked (const struct wording *wording, enum side side, size_t word)
{
  for (size_t k = 0; k < wording->links.len; k++)
    if (wording->links.items[k].word[side] == word)
      return true;
  return false;
}

bool
wording_faces (const struct wording *wording, enum side side, size_t word,
               size_t other)
{
  for (size_t k = 0; k < wording->links.len; k++)
    if (wording->links.items[k].word[side] == word
        && wording->links.items[k].word[side_facing (side)] == other)
      return true;
  return false;
}
