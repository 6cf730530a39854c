/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document: two facing texts, their paragraphs, sentences and beads.  */
#ifndef BOOK_DOCUMENT_H
#define BOOK_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/range.h"
#include "base/vec.h"

enum side
{
  ORIGINAL,
  TRANSLATION,
  SIDES
};

/* The other side of the page.  */
static inline enum side
side_facing (enum side side)
{
  return side == ORIGINAL ? TRANSLATION : ORIGINAL;
}

/* What a paragraph is; headlines face headlines.  */
enum block
{
  BLOCK_BODY,
  BLOCK_HEADLINE,
  BLOCK_BYLINE,
  BLOCK_CAPTION, /* of a picture or a table */
  BLOCKS
};

/* The paragraphs of a side cover its text without gaps: a paragraph runs from
   its indent to the indent of the next, blank lines behind it included.  */
struct paragraph
{
  struct range range;
  enum block block;
};

struct paragraphs VEC (struct paragraph);

/* The sentences of a side cover its text without gaps too: a sentence begins
   with the white space before it at a paragraph's start, and includes the
   white space behind it.  document_sentence_core gives the words alone.  */
struct sentence
{
  struct range range;
  size_t paragraph; /* index into the side's paragraphs */
};

struct sentences VEC (struct sentence);

/* One side.  The text is as it stood in the file: decoded, line ends LF,
   nothing else changed.  */
struct side_text
{
  char *text;  /* UTF-8, NUL behind the last byte; "" where there is none */
  size_t len;  /* bytes */
  char *title; /* in one line; NULL where there is none */
  char *author;
  char lang[4]; /* "zh", "en", or "" */
  struct paragraphs paragraphs;
  struct sentences sentences;
};

/* The unit of alignment: COUNT[ORIGINAL] sentences of the original face
   COUNT[TRANSLATION] of the translation; one of the two may be 0.  The beads
   of a document cover the sentences of both sides in order, without gaps.  */
struct bead
{
  size_t first[SIDES]; /* indices into the sides' sentences */
  size_t count[SIDES];
  float confidence; /* 0 to 1 */
};

struct beads VEC (struct bead);

/* A term of the document's own glossary.  */
struct gloss
{
  char *original;
  char *translation;
};

struct glossary VEC (struct gloss);

enum { DOCUMENT_HASH_SIZE = 33 };

struct document
{
  long long id; /* in the library; 0 while it is not there */
  /* The identity: 32 hexadecimal digits, text_identity of the original (of
     the only side, where there is one).  */
  char hash[DOCUMENT_HASH_SIZE];
  char *collection; /* the name of the folder that was added; may be NULL */
  char *path;       /* within the collection; may be NULL */
  char *date;       /* as stated, ISO 8601 where it could be read so; or NULL */
  char *page;
  char *column;
  struct side_text side[SIDES];
  struct glossary glossary;
  struct beads beads;
};

/* A document with two empty sides; document_free frees it and all it owns.  */
struct document *document_new (void);
void document_free (struct document *document);

/* Gives SIDE the LEN bytes at TEXT (copied).  */
void document_set_text (struct document *document, enum side side,
                        const char *text, size_t len);

/* Whether SIDE has any text.  */
bool document_has (const struct document *document, enum side side);

/* The side whose text gives the document its identity: the original where it
   has text, else the translation.  */
enum side document_identity_side (const struct document *document);

/* The title to show for SIDE: its own, else the other side's, else the path,
   else "".  Lives as long as the document.  */
const char *document_title (const struct document *document, enum side side);

/* The bytes of sentence INDEX of SIDE without the white space around it (that
   of Unicode, ideographic spaces included).  Never outside the sentence.  */
struct range document_sentence_core (const struct document *document,
                                     enum side side, size_t index);

/* The bytes that bead INDEX covers on SIDE, white space around them left out;
   where it has no sentence there: an empty range at the place where one would
   stand.  */
struct range document_bead_range (const struct document *document,
                                  size_t index, enum side side);

/* The sentence of SIDE that holds byte AT (the last one for AT at the end);
   the number of sentences where the side has none.  Takes O(log n).  */
size_t document_sentence_at (const struct document *document, enum side side,
                             size_t at);

/* The bead that holds sentence SENTENCE of SIDE; the number of beads where
   there is none.  Takes O(log n).  */
size_t document_bead_of (const struct document *document, enum side side,
                         size_t sentence);

/* The bead that holds byte AT of SIDE.  */
size_t document_bead_at (const struct document *document, enum side side,
                         size_t at);

/* Whether what bead INDEX has on SIDE begins in a headline or a byline, whose
   lines are as they were printed.  */
bool document_bead_is_heading (const struct document *document, size_t index,
                               enum side side);

/* Whether bead INDEX ends a paragraph on either side.  */
bool document_bead_ends_paragraph (const struct document *document,
                                   size_t index);

/* Whether the sentences of both sides and the beads cover everything without
   gap or overlap: the invariant that store/ checks on what it reads.  */
bool document_is_whole (const struct document *document);

#endif
