/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was recognised, in one line, for the unit tests of number/.  */
#include "number_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "check.h"

static void
add (struct buf *out, const struct quantity *q)
{
  char low[QUANTITY_TEXT], high[QUANTITY_TEXT], qualifier[QUANTITY_TEXT];
  quantity_low (q, low);
  quantity_high (q, high);
  quantity_qualifier (q, qualifier);
  if (out->len > 0)
    buf_add_string (out, "; ");
  buf_add_format (out, "%s%s", q->alternative ? "or " : "", low);
  if (strcmp (low, high) != 0)
    buf_add_format (out, "..%s", high);
  if (q->unit[0])
    buf_add_format (out, " %s", q->unit);
  if (qualifier[0])
    buf_add_format (out, " %s", qualifier);
  if (q->kind != QUANTITY_CARDINAL)
    buf_add_format (out, " %s", quantity_kind_name (q->kind));
}

char *
number_text (const char *lang, const char *text, size_t len)
{
  struct recogniser *recogniser = recogniser_new (lang);
  struct quantities found = { 0 };
  struct buf out = BUF_INIT;
  size_t at = 0;
  bool orderly = true;
  recognise (recogniser, text, (struct range) { 0, len }, &found);
  for (size_t i = 0; i < found.len; i++)
    {
      const struct quantity *q = &found.items[i];
      bool again = q->alternative && i > 0
                   && q->range.start == found.items[i - 1].range.start;
      orderly &= q->range.start < q->range.end && q->range.end <= len
                 && (again || q->range.start >= at);
      at = q->range.end;
      add (&out, q);
    }
  CHECK (orderly);
  VEC_FREE (&found);
  recogniser_free (recogniser);
  return buf_take (&out);
}

void
number_cases (const char *lang, const struct number_case *table)
{
  for (; table->want; table++)
    {
      char *is = number_text (lang, table->text, strlen (table->text));
      if (strcmp (is, table->want) != 0)
        printf ("in \"%s\":\n", table->text);
      CHECK_STRING (is, table->want);
      free (is);
    }
}
