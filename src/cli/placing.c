/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a command is to put a note: by quotation or by pair of sentences.  */
#include "cli/placing.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/intl.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "cli/say.h"

const char *
placing_side (size_t index)
{
  static const char *const names[] = { "o", "t", NULL };
  return names[index];
}

bool
placing_refuse (const char *where, const char *detail)
{
  struct err err;
  err_set (&err, ERR_USAGE, where, "%s", detail);
  say_err (&err);
  return false;
}

bool
placing_check (const struct placing *placing)
{
  size_t len = placing->quote ? strlen (placing->quote) : 1;
  if (len == 0)
    return placing_refuse ("--quote", _ ("it needs a value"));
  if (placing->quote && utf8_check (placing->quote, len) < len)
    return placing_refuse ("--quote", _ ("it is not UTF-8"));
  return true;
}

/* Names the PLACES where a quotation stands, each pair of sentences once.  */
static bool
refuse_places (const struct document *document, const char *quote,
               const struct passages *places)
{
  struct buf names = BUF_INIT;
  enum { NAMED = 150 }; /* bytes: what an error's detail holds with the rest */
  char *last = mem_string ("");
  for (size_t i = 0; i < places->len && names.len < NAMED; i++)
    {
      const struct passage *place = &places->items[i];
      size_t bead
        = document_bead_at (document, place->side, place->range.start);
      char *name = mem_format ("--bead=%zu --side=%s", bead + 1,
                               placing_side (place->side));
      if (strcmp (name, last) != 0)
        buf_add_format (&names, "%s%s", names.len ? ", " : "", name);
      free (last);
      last = name;
    }
  free (last);
  char *detail
    = mem_format (_ ("it stands in %zu places, quote more of it: %s%s"),
                  places->len, buf_string (&names),
                  names.len < NAMED ? "" : ", ...");
  placing_refuse (quote, detail);
  free (detail);
  buf_free (&names);
  return false;
}

/* The one place of the quotation.  */
static bool
place_quote (const struct document *document, const struct placing *placing,
             struct passage *place, enum status *status)
{
  struct passages places = { 0 };
  struct quote_scope scope = { .bead = placing->bead };
  for (enum side s = 0; s < SIDES; s++)
    scope.side[s] = placing->side == 0 || placing->side == 1 + (size_t) s;
  quote_find (document, placing->quote, &scope, &places);
  bool one = places.len == 1;
  *status = places.len == 0 ? STATUS_NOTHING : STATUS_USAGE;
  if (one)
    *place = places.items[0];
  else if (places.len == 0)
    say (_ ("\"%s\" does not stand there; \"enface show\" prints the text"),
         placing->quote);
  else
    refuse_places (document, placing->quote, &places);
  VEC_FREE (&places);
  return one;
}

/* The text of bead INDEX on the side asked for, else on one that has any.  */
static bool
place_bead (const struct document *document, const struct placing *placing,
            size_t index, struct passage *place)
{
  const struct bead *bead = &document->beads.items[index];
  place->side = placing->side ? (enum side) (placing->side - 1) : ORIGINAL;
  if (!placing->side && bead->count[ORIGINAL] == 0)
    place->side = TRANSLATION;
  if (bead->count[place->side] == 0)
    return placing_refuse ("--side", _ ("this pair has no sentence on that side"));
  place->range = document_bead_range (document, index, place->side);
  return true;
}

/* Where in DOCUMENT the note is to stand.  */
bool
placing_find (const struct placing *placing, const struct document *document,
              struct passage *place, enum status *status)
{
  *status = STATUS_USAGE;
  if (placing->bead > document->beads.len)
    {
      char *detail
        = mem_format (_ ("the document has %zu pairs of sentences"),
                      document->beads.len);
      placing_refuse ("--bead", detail);
      free (detail);
      return false;
    }
  if (placing->quote
      && !place_quote (document, placing, place, status))
    return false;
  if (placing->quote && placing->whole)
    {
      struct placing on = { .side = 1 + (size_t) place->side };
      return place_bead (document, &on,
                         document_bead_at (document, place->side,
                                           place->range.start),
                         place);
    }
  if (!placing->quote && placing->bead)
    return place_bead (document, placing, placing->bead - 1, place);
  return true;
}
