/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The number index: reading its rows, with the words of the texts.  */
#include <config.h>

#include "store/numbers_read.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "number/value_key.h"

static void
number_clear (struct number *number)
{
  free (number->sort);
  free (number->date);
  free (number->collection);
  free (number->path);
  for (enum side s = 0; s < SIDES; s++)
    free (number->title[s]);
  free (number->surface);
  free (number->facing_surface);
  free (number->context);
}

char *
number_subject (const struct number *number)
{
  return mem_format ("%s %s %s", number->low, number->high,
                     *number->unit ? number->unit : "-");
}

void
numbers_free (struct numbers *numbers)
{
  for (size_t i = 0; i < numbers->len; i++)
    number_clear (&numbers->items[i]);
  VEC_FREE (numbers);
}

/* --- texts -------------------------------------------------------------- */

void
reading_end (struct reading *reading)
{
  filter_free (&reading->filter);
  for (enum side s = 0; s < SIDES; s++)
    free (reading->text[s]);
}

bool
reading_damaged (struct reading *reading, long long id)
{
  char what[64];
  snprintf (what, sizeof what, "number %lld.%lld", number_document (id),
            number_place (id));
  return database_damaged (&reading->library->database, what, reading->err);
}

bool
reading_load (struct reading *reading, long long document)
{
  if (reading->document == document)
    return true;
  struct row row = row_of (&reading->library->database, TEXT_SIDES);
  put_number (&row, document);
  reading->document = 0;
  if (!row_next (&row, reading->err))
    return reading->err->code == ERR_NONE
           && reading_damaged (reading, number_id (document, 0));
  for (enum side s = 0; s < SIDES; s++)
    {
      free (reading->text[s]);
      struct buf text = BUF_INIT;
      take_packed (&row, &text);
      reading->len[s] = text.len;
      reading->text[s] = buf_take (&text);
    }
  bool bad = row.bad;
  row_done (&row);
  if (bad)
    return reading_damaged (reading, number_id (document, 0));
  reading->document = document;
  return true;
}

static bool
is_boundary (const struct reading *reading, enum side side, size_t at)
{
  return at == reading->len[side]
         || ((unsigned char) reading->text[side][at] & 0xC0) != 0x80;
}

bool
reading_fits (const struct reading *reading, enum side side, struct range range)
{
  return range.start <= range.end && range.end <= reading->len[side]
         && is_boundary (reading, side, range.start)
         && is_boundary (reading, side, range.end);
}

struct range
row_range (struct row *row)
{
  struct range range;
  range.start = (size_t) take_number (row, 0, LLONG_MAX);
  range.end = (size_t) take_number (row, 0, LLONG_MAX);
  return range;
}

/* --- rows --------------------------------------------------------------- */

/* The texts in NUMBER that are cut out of those of its document.  */
static bool
cut_texts (const struct reading *reading, struct range context,
           struct range facing, struct number *number)
{
  enum side other = side_facing (number->side);
  if (!reading_fits (reading, number->side, number->range)
      || !reading_fits (reading, number->side, context)
      || !reading_fits (reading, other, facing)
      || number->range.start < context.start
      || number->range.end > context.end)
    return false;
  const char *text = reading->text[number->side];
  number->surface
    = mem_copy (text + number->range.start, range_len (number->range));
  number->context = mem_copy (text + context.start, range_len (context));
  number->within = (struct range){ number->range.start - context.start,
                                   number->range.end - context.start };
  number->facing_surface
    = mem_copy (reading->text[other] + facing.start, range_len (facing));
  number->end = number->start
                + utf8_count (number->surface, range_len (number->range));
  return true;
}

static void
take_qualifier (struct row *row, struct number *number)
{
  long long both = take_number (row, 0, (SENSE_RATIO + 1) * QUALIFIERS - 1);
  struct quantity q
    = { .sense = (enum sense) (both / QUALIFIERS),
        .qualifier = (enum qualifier) (both % QUALIFIERS) };
  quantity_qualifier (&q, number->qualifier);
}

/* The value of the key that comes next, as tables show it, into TO.  */
static void
take_value (struct row *row, char to[QUANTITY_TEXT])
{
  char key[QUANTITY_TEXT];
  take_short (row, key, sizeof key);
  if (!value_key_text (key, to))
    row->bad = true;
}

/* Takes the columns of a number, all but its range.  */
static void
take_values (struct row *row, struct number *number)
{
  number->bead = (size_t) take_number (row, 0, LLONG_MAX);
  number->kind
    = (enum quantity_kind) take_number (row, 0, QUANTITY_KINDS - 1);
  take_qualifier (row, number);
  take_value (row, number->low);
  take_value (row, number->high);
  take_short (row, number->unit, sizeof number->unit);
  take_short (row, number->value, sizeof number->value);
  take_value (row, number->base_high);
  take_short (row, number->base_unit, sizeof number->base_unit);
  if (strcmp (number->low, "-") == 0)
    strcpy (number->base_low, "-");
  else if (!value_key_text (number->value, number->base_low))
    row->bad = true;
}

static void
take_document (struct row *row, struct number *number)
{
  take_hash (row, number->hash);
  number->sort = take_text (row);
  number->date = take_text (row);
  number->collection = take_text (row);
  number->path = take_text (row);
  for (enum side s = 0; s < SIDES; s++)
    number->title[s] = take_text (row);
}

/* Reads the row of NUMBER_ROW; the ranges of its context and of what faces
   it.  */
static void
take_number_row (struct row *row, struct number *number,
                 struct range *context, struct range *facing)
{
  take_document (row, number);
  number->side = (enum side) take_number (row, 0, SIDES - 1);
  number->range = row_range (row);
  number->start = (size_t) take_number (row, 0, LLONG_MAX);
  *context = row_range (row);
  take_values (row, number);
  long long place = take_number (row, 0, NUMBER_PLACES - 1);
  number->facing = place ? number_id (number->document, place) : 0;
  *facing = row_range (row);
}

bool
reading_add (struct reading *reading, long long id)
{
  struct number number
    = { .id = id, .document = number_document (id) };
  struct range context, facing;
  if (!reading_load (reading, number.document))
    return false;
  struct row row = row_of (&reading->library->database, NUMBER_ROW);
  put_number (&row, id);
  if (!row_next (&row, reading->err))
    return reading->err->code == ERR_NONE && reading_damaged (reading, id);
  take_number_row (&row, &number, &context, &facing);
  bool bad = row.bad;
  row_done (&row);
  if (!bad && cut_texts (reading, context, facing, &number))
    {
      VEC_PUSH (reading->out, number);
      return true;
    }
  number_clear (&number);
  return reading_damaged (reading, id);
}
