/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finishing what is typed in a note: a #tag, or the title in a [[link.  */
#ifndef READ_COMPLETION_H
#define READ_COMPLETION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/range.h"
#include "base/vec.h"

enum completion_kind
{
  COMPLETION_NONE,
  COMPLETION_TAG,
  COMPLETION_LINK
};

/* What can be finished before byte AT of TEXT.  *TYPED is what there is of it,
   behind the # or the [[.  A link may have blanks, and is typed on one line.  */
enum completion_kind completion_at (const char *text, size_t at,
                                    struct range *typed);

/* What fits, and which of it stands in the text.  */
struct completion
{
  struct
  VEC (char *) fitting; /* owned; as they are put in */
  size_t chosen;
  struct range range;    /* of the text: what the chosen one stands in for */
  unsigned long changes; /* of the editor, when it was put there */
};

void completion_clear (struct completion *completion);

/* Adds NAME where its folding (fold_search) begins with that of the LEN bytes at
   TYPED and it is not there yet, with BEHIND behind it.  */
void completion_offer (struct completion *completion, const char *name,
                       const char *typed, size_t len, const char *behind);

/* The names that fit for the foot, the chosen one in brackets, the others behind
   it in turn, as many as COLUMNS hold; the caller frees it.  */
char *completion_show (const struct completion *completion, size_t columns);

#endif
