/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes number/recognise.h: quantities are in order and inside the text,
   bounds are in order and in their one form, and what stands behind the text
   changes nothing.  */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "number/recognise.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
require (bool held)
{
  if (!held)
    abort ();
}

/* Whether D is in its one form.  */
static bool
is_settled (struct decimal d)
{
  struct decimal again = DECIMAL_ZERO;
  return d.divisor >= 1 && decimal_divide (d, 1, &again)
         && again.digits == d.digits && again.exponent == d.exponent
         && again.divisor == d.divisor;
}

static void
check_quantity (const struct quantity *q)
{
  char text[QUANTITY_TEXT];
  require (strlen (quantity_low (q, text)) < QUANTITY_TEXT);
  require (strlen (quantity_high (q, text)) < QUANTITY_TEXT);
  require (strlen (q->unit) < UNIT_SYMBOL);
  require (q->unit_range.start <= q->unit_range.end);
  if (q->beyond || q->kind == QUANTITY_DATE || q->kind == QUANTITY_TIME)
    return;
  require (is_settled (q->low) && is_settled (q->high));
  require (!q->has_low || !q->has_high
           || decimal_compare (q->low, q->high) <= 0);
}

static void
check_all (const struct quantities *found, size_t size)
{
  size_t at = 0;
  for (size_t i = 0; i < found->len; i++)
    {
      const struct quantity *q = &found->items[i];
      require (q->range.start < q->range.end && q->range.end <= size);
      if (q->alternative)
        require (i > 0 && q->range.end == at);
      else
        require (q->range.start >= at);
      at = q->range.end;
      check_quantity (q);
    }
}

static void
check_language (const struct recogniser *recogniser, const uint8_t *data,
                size_t size)
{
  struct quantities found = { 0 }, again = { 0 };
  /* Nothing stands behind this copy, so that reading on is seen.  */
  char *exact = mem_new (size + 1, 1);
  char *more = mem_new (size + 5, 1);
  exact = mem_resize (exact, size ? size : 1, 1);
  if (size > 0)
    {
      memcpy (exact, data, size);
      memcpy (more, data, size);
    }
  memcpy (more + size, "9999", 4);
  recognise (recogniser, exact, (struct range) { 0, size }, &found);
  recognise (recogniser, more, (struct range) { 0, size }, &again);
  check_all (&found, size);
  require (found.len == again.len);
  VEC_FREE (&found);
  VEC_FREE (&again);
  free (exact);
  free (more);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const languages[] = { "zh", "en" };
  for (size_t i = 0; i < 2; i++)
    {
      struct recogniser *recogniser = recogniser_new (languages[i]);
      check_language (recogniser, data, size);
      recogniser_free (recogniser);
    }
  return 0;
}
