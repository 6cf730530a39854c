/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The marks that may end a sentence, and whether they do: the part of
   text/sentence.h that knows the two languages.  */
#ifndef TEXT_STOP_H
#define TEXT_STOP_H

#include <stdbool.h>
#include <stddef.h>

#include "text/enclosure.h"

/* From the weakest to the strongest.  */
enum mark
{
  MARK_NONE,
  MARK_POINT,  /* . */
  MARK_DOTS,   /* … or several full stops */
  MARK_SHOUT,  /* ! ? */
  MARK_CLAUSE, /* ； in Chinese */
  MARK_CRY,    /* ！ ？ */
  MARK_FULL    /* 。 */
};

/* A paragraph on the way through it.  */
struct scan
{
  const char *text;
  size_t start; /* of the present sentence, behind white space */
  size_t at;
  size_t end; /* of the paragraph */
  bool chinese;
  struct enclosures in;
  size_t next;            /* the first enclosure not before AT */
  struct enclosure speech; /* the quotation whose sentences are being read */
  bool speech_opens;       /* it opened its sentence */
};

/* Marks in a row with the closing quotes among and behind them.  */
struct stop
{
  size_t first;   /* where the first mark stands */
  size_t behind;  /* the end of it all */
  enum mark mark; /* the strongest */
};

/* Whether CP is a Chinese character.  */
static inline bool
stop_is_han (unsigned cp)
{
  return (cp >= 0x4E00 && cp <= 0x9FFF) || (cp >= 0x3400 && cp <= 0x4DBF)
         || cp == 0x3007 || (cp >= 0xF900 && cp <= 0xFAFF)
         || (cp >= 0x20000 && cp <= 0x3FFFD);
}

/* The kind of mark that CP is.  */
enum mark stop_mark (unsigned cp, bool chinese);

/* Reads marks and closing quotes from byte AT on; MARK is that of what stands
   before.  */
struct stop stop_read (const struct scan *s, size_t at, enum mark mark);

/* Whether the sentence ends at STOP.  */
bool stop_is_end (const struct scan *s, const struct stop *stop);

/* Whether the quotation E, that stands at AT in its sentence, is speech, whose
   own sentences count, rather than words that are mentioned.  */
bool stop_is_speech (const struct scan *s, const struct enclosure *e);

/* Whether the sentence ends with the enclosure E; *STOP is filled then.  */
bool stop_is_enclosure_end (const struct scan *s, const struct enclosure *e,
                            struct stop *stop);

#endif
