/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching: the numbers that the two full-text indexes give, as one stream.  */
#include <config.h>

#include <limits.h>

#include "store/search_private.h"

struct row
search_rows_in (const struct search *search, enum library_statement which,
         const struct buf *match, long long from, long long until)
{
  struct row row = row_of (&search->library->database, which);
  put_bytes (&row, match->data, match->len);
  put_number (&row, from);
  put_number (&row, until - 1);
  return row;
}

struct stream
stream_in (const struct search *search, long long from, long long until)
{
  const struct expression *e = &search->expression;
  struct stream stream = { .has_words = e->words.len > 0,
                           .has_characters = e->characters.len > 0,
                           .either = e->either };
  if (stream.has_words)
    stream.words = search_rows_in (search, WORDS_IN, &e->words, from, until);
  if (stream.has_characters)
    stream.characters
      = search_rows_in (search, CHARACTERS_IN, &e->characters, from, until);
  return stream;
}

long long
search_next_number (struct row *row, struct err *err)
{
  if (!row_next (row, err))
    return 0;
  long long id = take_number (row, 1, LLONG_MAX);
  if (!row->bad)
    return id;
  row_done (row);
  database_damaged (row->database, "a row of the full-text index", err);
  return 0;
}

/* The next document that one of both gives; 0 at the end or on an error.  */
static long long
either_next (struct stream *stream, struct err *err)
{
  long long a = stream->next_words, b = stream->next_characters;
  long long id = a > 0 && (b == 0 || a < b) ? a : b;
  if (!stream->begun || (a > 0 && a == id))
    stream->next_words = search_next_number (&stream->words, err);
  if (stream->begun ? b > 0 && b == id : err->code == ERR_NONE)
    stream->next_characters = search_next_number (&stream->characters, err);
  if (err->code != ERR_NONE)
    {
      row_done (&stream->words);
      row_done (&stream->characters);
      return 0;
    }
  if (stream->begun)
    return id;
  stream->begun = true;
  return either_next (stream, err);
}

long long
stream_next (struct stream *stream, struct err *err)
{
  if (!stream->has_characters)
    return search_next_number (&stream->words, err);
  if (!stream->has_words)
    return search_next_number (&stream->characters, err);
  if (stream->either)
    return either_next (stream, err);
  long long a = search_next_number (&stream->words, err);
  long long b = a > 0 ? search_next_number (&stream->characters, err) : 0;
  while (a > 0 && b > 0 && a != b)
    if (a < b)
      a = search_next_number (&stream->words, err);
    else
      b = search_next_number (&stream->characters, err);
  if (a > 0 && b > 0)
    return a;
  /* One of them has come to its end, the other may not.  */
  row_done (&stream->words);
  row_done (&stream->characters);
  return 0;
}
