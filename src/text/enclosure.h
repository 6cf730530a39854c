/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pairs of quotation marks and brackets in a paragraph.  */
#ifndef TEXT_ENCLOSURE_H
#define TEXT_ENCLOSURE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/range.h"

enum enclosure_kind
{
  ENCLOSURE_QUOTE,   /* “” ‘’ 「」 『』 and the straight one */
  ENCLOSURE_BRACKET, /* （） () 【】 〔〕 ［］ [] */
  ENCLOSURE_TITLE    /* 《》 〈〉 */
};

/* A matched pair, both marks included.  */
struct enclosure
{
  struct range range;
  enum enclosure_kind kind;
};

struct enclosures VEC (struct enclosure);

/* Appends to OUT the matched pairs of WITHIN in the order of their opening
   marks, each either within another or apart from it.  Quotation marks count
   only where QUOTES is set: English keeps none of its sentences together by
   them, and ’ is its apostrophe.  Linear.  */
void enclosures_find (const char *text, struct range within, bool quotes,
                      struct enclosures *out);

/* Whether CP closes a quotation or bracket.  A straight quotation mark does;
   it may open one as well.  */
bool enclosure_closes (unsigned cp);

/* Whether CP opens one.  */
bool enclosure_opens (unsigned cp);

#endif
