/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads Unihan_Readings.txt and Unihan_Variants.txt.  */
#include "index/unihan.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "index/unihan_private.h"

/* A piece of a line.  */
struct piece
{
  const char *text;
  size_t len;
};

/* A line of a file: the character, what is said of it.  */
struct line
{
  unsigned cp;
  struct piece field;
  struct piece value;
};

enum unihan_file
unihan_is (const char *text, size_t len)
{
  static const char readings[] = "Unihan_Readings.txt";
  static const char variants[] = "Unihan_Variants.txt";
  for (size_t at = 0; at < len && text[at] == '#';)
    {
      const char *end = memchr (text + at, '\n', len - at);
      size_t next = end ? (size_t) (end - text) + 1 : len;
      if (memmem (text + at, next - at, readings, sizeof readings - 1))
        return UNIHAN_READINGS;
      if (memmem (text + at, next - at, variants, sizeof variants - 1))
        return UNIHAN_VARIANTS;
      at = next;
    }
  return UNIHAN_NONE;
}

/* The code point written "U+4E00" at the beginning of PIECE, which moves
   behind it; UTF8_ERROR where there is none.  */
static unsigned
take_cp (struct piece *piece)
{
  unsigned cp = 0;
  size_t at = 2;
  if (piece->len < 6 || memcmp (piece->text, "U+", 2) != 0)
    return UTF8_ERROR;
  for (; at < piece->len && at < 8; at++)
    {
      const char *digit = memchr ("0123456789ABCDEF", piece->text[at], 16);
      if (!digit)
        break;
      cp = cp * 16 + (unsigned) (digit - "0123456789ABCDEF");
    }
  if (at < 6 || cp > 0x10FFFF || (cp >= 0xD800 && cp < 0xE000))
    return UTF8_ERROR;
  piece->text += at;
  piece->len -= at;
  return cp;
}

/* Reads "U+4E00 TAB FIELD TAB VALUE".  */
static bool
read_line (struct piece text, struct line *line)
{
  line->cp = take_cp (&text);
  if (line->cp == UTF8_ERROR || text.len < 4 || *text.text != '\t')
    return false;
  const char *tab = memchr (text.text + 1, '\t', text.len - 1);
  if (!tab)
    return false;
  line->field = (struct piece) { text.text + 1,
                                 (size_t) (tab - text.text) - 1 };
  line->value = (struct piece) { tab + 1,
                                 text.len - (size_t) (tab - text.text) - 1 };
  return utf8_check (line->value.text, line->value.len) == line->value.len;
}

static bool
is_field (const struct line *line, const char *name)
{
  return line->field.len == strlen (name)
         && memcmp (line->field.text, name, line->field.len) == 0;
}

/* Whether READING stands in the list LIST, set apart by ", ".  */
static bool
is_listed (const char *list, size_t len, struct piece reading)
{
  for (size_t at = 0; at < len;)
    {
      const char *end = memmem (list + at, len - at, ", ", 2);
      size_t n = end ? (size_t) (end - list) - at : len - at;
      if (n == reading.len && memcmp (list + at, reading.text, n) == 0)
        return true;
      at += n + 2;
    }
  return false;
}

/* The row of CP: the last one, or a new one.  Its readings and meanings grow
   at the end of the text.  */
static struct row *
row_of (struct characters *c, unsigned cp)
{
  struct row *last = c->rows.len ? &c->rows.items[c->rows.len - 1] : NULL;
  if (last && last->cp == cp)
    return last;
  struct range here = { c->text.len, c->text.len };
  VEC_PUSH (&c->rows, (struct row) { cp, here, here });
  return &c->rows.items[c->rows.len - 1];
}

/* Adds the readings of VALUE, "yī(32747) yí(3)" or "yī", that the row does not
   have yet.  The meanings come first in the file and lie before them.  */
static void
add_readings (struct characters *c, struct row *row, struct piece value)
{
  for (size_t at = 0; at < value.len;)
    {
      size_t n = 0, word = 0;
      while (at + word < value.len && value.text[at + word] != ' ')
        word++;
      while (n < word && value.text[at + n] != '(')
        n++;
      struct piece reading = { value.text + at, n };
      at += word + 1;
      if (row->readings.end == row->readings.start)
        row->readings.start = row->readings.end = c->text.len;
      const char *list = c->text.data + row->readings.start;
      if (n == 0 || is_listed (list, range_len (row->readings), reading))
        continue;
      if (range_len (row->readings) > 0)
        buf_add (&c->text, ", ", 2);
      buf_add (&c->text, reading.text, reading.len);
      row->readings.end = c->text.len;
    }
}

/* Adds VALUE, its parts between semicolons set apart by slashes.  */
static void
add_meanings (struct characters *c, struct row *row, struct piece value)
{
  row->meanings.start = c->text.len;
  for (size_t at = 0; at < value.len; at++)
    if (value.text[at] == ';')
      {
        buf_add_byte (&c->text, '/');
        while (at + 1 < value.len && value.text[at + 1] == ' ')
          at++;
      }
    else
      buf_add_byte (&c->text, value.text[at]);
  row->meanings.end = c->text.len;
}

/* The frequencies of readings stand before the reading of the standard, which
   is the commonest all the same.  */
static void
take_reading (struct characters *c, const struct line *line,
              struct piece *frequent)
{
  if (is_field (line, "kDefinition"))
    add_meanings (c, row_of (c, line->cp), line->value);
  else if (is_field (line, "kHanyuPinlu"))
    *frequent = line->value;
  else if (is_field (line, "kMandarin"))
    {
      struct row *row = row_of (c, line->cp);
      add_readings (c, row, line->value);
      add_readings (c, row, *frequent);
      *frequent = (struct piece) { "", 0 };
    }
}

static void
take_variant (struct characters *c, const struct line *line)
{
  bool simplified = is_field (line, "kSimplifiedVariant");
  struct piece rest = line->value;
  if (!simplified && !is_field (line, "kTraditionalVariant"))
    return;
  while (rest.len > 0)
    {
      unsigned other = take_cp (&rest);
      if (other == UTF8_ERROR)
        return;
      VEC_PUSH (&c->links, (struct link) { line->cp, other, simplified,
                                             c->links.len });
      while (rest.len > 0 && *rest.text == ' ')
        {
          rest.text++;
          rest.len--;
        }
    }
}

/* One of the two files while it is read.  */
struct reader
{
  struct characters *characters;
  const struct unihan_taker *taker;
  bool variants;
  unsigned cp; /* of the line before */
  struct piece frequent;
};

static void
tell_broken (struct characters *c, const struct unihan_taker *taker,
             long number)
{
  if (c->broken++ == 0)
    c->first_broken = number;
  if (taker->broken)
    taker->broken (taker->data, number);
}

static void
take_line (struct reader *reader, struct piece text, long number)
{
  struct line line;
  while (text.len > 0 && strchr ("\r \t", text.text[text.len - 1]))
    text.len--;
  if (text.len == 0 || *text.text == '#')
    return;
  reader->characters->lines++;
  if (!read_line (text, &line))
    {
      tell_broken (reader->characters, reader->taker, number);
      return;
    }
  if (line.cp != reader->cp)
    reader->frequent = (struct piece) { "", 0 };
  reader->cp = line.cp;
  if (reader->variants)
    take_variant (reader->characters, &line);
  else
    take_reading (reader->characters, &line, &reader->frequent);
}

/* Reads all lines of the file TEXT.  */
static void
read_lines (struct reader *reader, const char *text, size_t len)
{
  long number = 0;
  reader->cp = UTF8_ERROR;
  for (size_t at = 0; at < len;)
    {
      const char *end = memchr (text + at, '\n', len - at);
      size_t n = end ? (size_t) (end - text) - at : len - at;
      take_line (reader, (struct piece) { text + at, n }, ++number);
      at += n + 1;
    }
}

size_t
unihan_read (const struct unihan_texts *texts, const char *where,
             const struct unihan_taker *taker, struct err *err)
{
  struct characters c = { .lines = 0 };
  size_t given = 0;
  struct reader reader = { .characters = &c, .taker = taker };
  read_lines (&reader, texts->readings, texts->readings_len);
  reader.variants = true;
  if (texts->variants)
    read_lines (&reader, texts->variants, texts->variants_len);
  if (c.rows.len == 0 && c.broken == 0)
    err_set (err, ERR_EMPTY, where, NULL);
  else if (c.rows.len == 0 || 2 * c.broken > c.lines)
    {
      err_set (err, ERR_FORMAT, where, NULL);
      err_at (err, c.first_broken, -1);
    }
  else
    given = unihan_give (&c, taker);
  buf_free (&c.text);
  VEC_FREE (&c.rows);
  VEC_FREE (&c.links);
  return given;
}
