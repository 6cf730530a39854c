/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that look for keywords share.  Internal to index/.  */
#ifndef INDEX_KEYWORD_PRIVATE_H
#define INDEX_KEYWORD_PRIVATE_H

#include "index/grams.h"
#include "index/keyword.h"
#include "index/strip.h"

/* What a sequence must be to be a term.  */
struct finding
{
  uint32_t least;   /* occurrences */
  double cohesion;  /* grams_cohesion */
  uint32_t variety; /* freedom */
  double entropy;
};

/* In a text by itself, and in a sample of many.  */
extern const struct finding finding_text, finding_sample;

/* A text being read.  */
struct look_at
{
  const struct wordbook *book;
  enum tongue tongue;
  const char *text;    /* of the side; English: where the forms stand */
  const struct vocabulary *glossary; /* words that count as given; or NULL */
  struct strip strip;
  struct begun *begun; /* one a unit */
  bool *cut;           /* Chinese: wordbook_part; English: NULL */
  struct common_word *common; /* one a unit; in Chinese of the word that begins
                                 there */
  bool *serves;        /* the unit is of a word that only serves */
  bool *bar;           /* and no term goes across it */
};

/* Fills LOOK, whose strip is filled, and frees what it owns.  */
void look_open (struct look_at *look);
void look_close (struct look_at *look);

/* Where the piece of SIDE that begins at AT and is read in one go ends: with a
   sentence where one ends in time.  */
size_t keywords_piece_end (const struct document *document, enum side side,
                           size_t at);

/* Whether the LEN units at AT look like a term: what it begins and ends with,
   what stands in it.  */
bool look_fits_zh (const struct look_at *look, size_t at, size_t len);
bool look_fits_en (const struct look_at *look, size_t at, size_t len);

/* Whether the character of the unit, a word of its own, only serves; whether one
   behind it is a measure, since it is a numeral or says that there are more.  */
bool look_serves_zh (const struct look_at *look, size_t at);
bool look_counts_zh (const struct look_at *look, size_t at);

/* Whether unit AT is part of the name in which the word before it stands, by its
   capital: the Forward of the Great Leap Forward.  */
bool look_is_named (const struct look_at *look, size_t at);

/* Whether unit AT is one of the words that may stand in an English name.  */
bool look_joins_en (const struct look_at *look, size_t at);

/* Whether the Chinese of LEN units at AT begins and ends where words do.  */
static inline bool
look_is_whole (const struct look_at *look, size_t at, size_t len)
{
  return !look->cut || (look->cut[at] && look->cut[at + len]);
}

/* Calls EACH for every sequence of GRAMS that is a term by FINDING: its length,
   where it stands first, how often; and marks in look->begun where it stands.  */
void look_find (const struct look_at *look, const struct grams *grams,
                const struct finding *finding,
                void (*each) (size_t len, size_t at, uint32_t count,
                              void *data),
                void *data);

/* A keyword of the piece.  */
struct piece_word
{
  uint32_t at; /* a place where it stands */
  uint32_t len;
  uint32_t count;
  uint32_t alone;        /* those that are part of no longer one */
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

/* Fills PIECE, whose look has its strip, and returns how many words of the text
   could be keywords; frees what it owns.  */
size_t piece_read (struct piece *piece);
void piece_free (struct piece *piece);

/* A term that stands nowhere but in one longer one is none of its own (but for
   words of dictionaries and what is known).  */
bool piece_is_part (const struct piece_word *word);

/* The printed forms of the English keywords of a document: how often each.  */
struct form_counts VEC (uint32_t);

struct forms
{
  struct vocabulary of; /* the keyword's number in 4 bytes, then the form */
  struct form_counts counts;
  struct buf key;       /* being made */
};

/* Notes the forms of all KEYWORDS where they stand in PIECE; gives each keyword
   its commonest one.  */
void forms_note (struct forms *forms, const struct piece *piece,
                 const struct keywords *keywords);
void forms_choose (const struct forms *forms, struct keywords *keywords);
void forms_free (struct forms *forms);

#endif
