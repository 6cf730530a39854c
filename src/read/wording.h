/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lit bead word by word: its words on both sides, and which of them stand
   for each other.  */
#ifndef READ_WORDING_H
#define READ_WORDING_H

#include <stdbool.h>
#include <stddef.h>

#include "align/align.h"
#include "align/word_links.h"
#include "book/document.h"
#include "collate/collate.h"
#include "index/readings.h"
#include "index/word_cut.h"
#include "store/entries.h"

/* No word.  */
#define WORD_NONE ((size_t) -1)

/* What is known of words; all of it is borrowed.  */
struct wording_aids
{
  struct entries *entries;
  const struct readings *readings;
  const struct align_aids *aligner; /* dictionaries and the lexicon */
  const struct collator *collator;
};

struct wording
{
  size_t bead;
  struct cut_words words[SIDES]; /* ranges of the sides' texts */
  struct word_links links;       /* by the words' numbers */
  size_t at;                     /* the word under the cursor, on the reader's
                                    side; WORD_NONE where that has none */
};

/* The counterparts of what stands in RANGES of SIDE, TEXT[s] being the two
   texts of a pair: appended to FACING, as ranges of the other text, in order;
   none where none are known.  Takes as long as wording_new.  */
void wording_counterparts (const char *const text[SIDES], enum side side,
                           const struct ranges *ranges,
                           const struct wording_aids *aids,
                           struct ranges *facing);

/* Cuts bead INDEX of DOCUMENT into words and finds out which stand for each
   other: quantities that were paired off, terms of the document's glossary,
   then what word_links_find says.  The cursor is on none.  wording_free frees
   it (NULL is fine).  */
struct wording *wording_new (const struct document *document, size_t index,
                             const struct wording_aids *aids);
void wording_free (struct wording *wording);

/* Appends the pinyin of the Chinese of LEN bytes at TEXT with tone marks: as
   ENTRIES have it, else by READINGS.  False where neither knows some of
   it.  */
bool wording_pinyin (struct entries *entries, const struct readings *readings,
                     const char *text, size_t len, struct buf *pinyin);

/* The word of SIDE that holds byte AT, or the first one behind it; WORD_NONE
   where there is none.  */
size_t wording_find (const struct wording *wording, enum side side,
                     size_t at);

/* Whether word WORD of SIDE has a counterpart.  */
bool wording_is_linked (const struct wording *wording, enum side side,
                        size_t word);

/* Whether word OTHER of the other side is a counterpart of word WORD of
   SIDE.  */
bool wording_faces (const struct wording *wording, enum side side,
                    size_t word, size_t other);

#endif
