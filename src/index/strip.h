/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text as a row of units, for counting what stands together: the characters
   of Chinese, the stems of the words of English.  */
#ifndef INDEX_STRIP_H
#define INDEX_STRIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/range.h"
#include "base/vec.h"
#include "base/vocabulary.h"
#include "book/document.h"
#include "text/stem.h"

/* How an English word ends: a hint of what it is.  */
enum tail
{
  TAIL_NONE,
  TAIL_ING,
  TAIL_ED,
  TAIL_LY
};

/* A unit.  KEY tells those that are alike; 0 is a place that no term goes
   across: punctuation, a number, the end of a paragraph.  */
struct unit_of_text
{
  uint32_t key;
  uint32_t start; /* bytes of the strip's own text, where what stands together */
  uint32_t stop;  /* can be read in one piece */
  uint32_t from;  /* bytes of the side's text; English only */
  uint32_t to;
  uint32_t bare;  /* the end without 's */
  enum tail tail;
  bool capital;   /* begins with one */
  bool first;     /* begins a sentence, where a capital says nothing */
  bool title;     /* stands in a heading, where it says nothing either */
};

struct units VEC (struct unit_of_text);

struct strip
{
  struct buf text;         /* Chinese: the characters, '\n' for key 0; English:
                              the stems, a blank behind each */
  struct units units;
  struct vocabulary stems; /* English: key - 1 of each */
  struct vocabulary forms; /* English: words of ASCII in small letters, */
  struct keys VEC (uint32_t) keys; /* and the key of each */
};

/* Appends to STRIP (all zero at first) the Chinese of the bytes WITHIN of valid
   UTF-8 at TEXT, a paragraph of KIND.  A line end between two characters is
   bridged; other blanks and marks part them.  */
void strip_add_zh (struct strip *strip, const char *text,
                   struct range within, enum block kind);

/* The same for English words: letters, with hyphens and apostrophes inside; 's
   is dropped, case folded.  */
void strip_add_en (struct strip *strip, const char *text,
                   struct range within, enum block kind);

/* Appends what stands in the paragraphs of SIDE from byte FROM to byte TO of its
   text, by its language; false where that is neither.  */
bool strip_add_side (struct strip *strip, const struct side_text *side,
                     size_t from, size_t to);

/* A place that no term goes across, between two texts.  */
void strip_part (struct strip *strip);

/* Writes what tells the English word of LEN bytes at WORD, in small letters, from
   others to STEM and returns its length: as stem_word, but -ly stays as it does
   in a search ("effectively" is not "effective").  */
size_t strip_stem (const char *word, size_t len, char stem[STEM_SIZE]);

/* Appends the English word of LEN bytes at WORD to OUT as it is printed where no
   line end parts it.  */
void strip_add_form (struct buf *out, const char *word, size_t len);

void strip_free (struct strip *strip);

/* The bytes of the LEN units from AT on, *SIZE of them.  */
const char *strip_bytes (const struct strip *strip, size_t at, size_t len,
                         size_t *size);

#endif
