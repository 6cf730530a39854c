/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of text/: from bytes to a text.  */
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "check.h"
#include "text/decode.h"
#include "text/encoding.h"

#define FFFD "\uFFFD"

/* A literal with its length, NUL bytes and all.  */
#define BYTES(literal) literal, sizeof literal - 1

struct sample
{
  const char *bytes;
  size_t len;
  enum err_code code;
  const char *text; /* or the detail of the error */
  size_t repaired;
  long line;
  long long offset; /* of the first mended, or of the error */
};

static void
check_sample (const struct sample *c)
{
  struct buf out = BUF_INIT;
  struct decoded done;
  struct err err = ERR_INIT;
  buf_add_string (&out, "x");
  bool ok = text_decode (c->bytes, c->len, "file", &out, &done, &err);
  CHECK_NUMBER (err.code, c->code);
  CHECK_NUMBER (ok, c->code == ERR_NONE);
  CHECK_STRING (ok ? buf_string (&out) + 1 : err.detail, c->text);
  CHECK (ok || strcmp (buf_string (&out), "x") == 0);
  CHECK_STRING (err.where, ok ? "" : "file");
  if (ok)
    CHECK_NUMBER (done.repaired, c->repaired);
  CHECK_NUMBER (ok ? done.first_line : err.line, c->line);
  CHECK_NUMBER (ok ? done.first_offset : err.offset, c->offset);
  buf_free (&out);
}

static void
texts (void)
{
  static const struct sample table[] = {
    { BYTES ("plain"), ERR_NONE, "plain", 0, 0, -1 },
    { BYTES ("\xEF\xBB\xBF磨坊"), ERR_NONE, "磨坊", 0, 0, -1 },
    { BYTES ("a\uFEFFb"), ERR_NONE, "a\uFEFFb", 0, 0, -1 },
    { BYTES ("a\r\nb\rc\n\r\n\r\rd\r"), ERR_NONE, "a\nb\nc\n\n\n\nd\n", 0, 0,
      -1 },
    { BYTES ("tab\there"), ERR_NONE, "tab\there", 0, 0, -1 },
    { BYTES ("磨坊\n河\xFF边"), ERR_NONE, "磨坊\n河" FFFD "边", 1, 2, 10 },
    { BYTES ("磨坊\r\n河\r\xC0\xAF边"), ERR_NONE,
      "磨坊\n河\n" FFFD FFFD "边", 2, 3, 12 },
    { BYTES ("老磨坊\xED\xA0\x80"), ERR_NONE, "老磨坊" FFFD FFFD FFFD, 3, 1,
      9 },
    { BYTES ("磨坊河边\xF4\x90\x80"), ERR_NONE, "磨坊河边" FFFD FFFD FFFD, 3,
      1, 12 },
    { BYTES ("磨坊\xE6\xB2"), ERR_NONE, "磨坊" FFFD, 1, 1, 6 },
    { BYTES ("磨坊\xFF\r\n"), ERR_NONE, "磨坊" FFFD "\n", 1, 1, 6 },
    { BYTES ("the caf\xE9 is open"), ERR_NONE, "the caf" FFFD " is open", 1,
      1, 7 },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    check_sample (&table[i]);
}

static void
refused (void)
{
  static const struct sample table[] = {
    { BYTES (""), ERR_EMPTY, "", 0, 0, -1 },
    { BYTES ("\xEF\xBB\xBF"), ERR_EMPTY, "", 0, 0, -1 },
    { BYTES (" \r\n\u3000\t\uFEFF"), ERR_EMPTY, "", 0, 0, -1 },
    { BYTES ("a\nb\0c"), ERR_NUL, "", 0, 2, 3 },
    { BYTES ("\0"), ERR_NUL, "", 0, 1, 0 },
    { BYTES ("\xFF\xFE" "a\0"), ERR_ENCODING, "looks like UTF-16LE", 0, 1, 0 },
    { BYTES ("\xFE\xFF\0a"), ERR_ENCODING, "looks like UTF-16BE", 0, 1, 0 },
    { BYTES ("\xFF\xFE\0\0a\0\0\0"), ERR_ENCODING, "looks like UTF-32LE", 0,
      1, 0 },
    { BYTES ("\0\0\xFE\xFF\0\0\0a"), ERR_ENCODING, "looks like UTF-32BE", 0,
      1, 0 },
    { BYTES ("a\0b\0\n\0c\0"), ERR_NUL, "looks like UTF-16LE", 0, 1, 1 },
    { BYTES ("\0a\0b\0\n\0c"), ERR_NUL, "looks like UTF-16BE", 0, 1, 0 },
    { BYTES ("a\0\0\0b\0\0\0"), ERR_NUL, "looks like UTF-32LE", 0, 1, 1 },
    { BYTES ("\xFF"), ERR_ENCODING, "", 0, 1, 0 },
    { BYTES ("\xB8\xD6\xC8\xCB\xFF\xFF\xB8\xD6\xC8\xCB\xB8\xD6"),
      ERR_ENCODING, "", 0, 1, 0 },
    { BYTES ("caf\xE9 na\xEFve \xE0 la, d\xE9j\xE0"), ERR_ENCODING,
      "looks like ISO-8859-1", 0, 1, 3 },
    { BYTES ("it\x92s \x93well\x94 done, it\x92s"), ERR_ENCODING,
      "looks like windows-1252", 0, 1, 2 },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    check_sample (&table[i]);
}

/* One in a hundred bytes may be mended, no more.  */
static void
limits (void)
{
  for (size_t bad = 9; bad <= 11; bad++)
    {
      char bytes[1000];
      for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = "word "[i % 5];
      for (size_t i = 0; i < bad; i++)
        bytes[i * 90 + 4] = (char) 0xFF;
      struct buf out = BUF_INIT;
      struct decoded done;
      struct err err = ERR_INIT;
      CHECK_NUMBER (
        text_decode (bytes, sizeof bytes, NULL, &out, &done, &err), bad <= 10);
      CHECK_NUMBER (done.repaired, bad);
      CHECK_NUMBER (done.first_offset, 4);
      buf_free (&out);
    }
}

/* Every offset of a text is the same whatever its line ends were.  */
static void
line_ends (void)
{
  static const char *const kinds[]
    = { "磨坊\n河边\n\n人\n", "磨坊\r\n河边\r\n\r\n人\r\n",
        "磨坊\r河边\r\r人\r" };
  for (size_t i = 0; i < 3; i++)
    {
      struct buf out = BUF_INIT;
      struct decoded done;
      CHECK (text_decode (kinds[i], strlen (kinds[i]), NULL, &out, &done,
                          NULL));
      CHECK_STRING (buf_string (&out), kinds[0]);
      buf_free (&out);
    }
}

/* TEXT in the encoding NAME, *LEN bytes; NULL where the system has none.  */
static char *
encode (const char *name, const char *text, size_t *len)
{
  iconv_t to = iconv_open (name, "UTF-8");
  if (to == (iconv_t) -1)
    return NULL;
  size_t left = strlen (text), room = left * 4, all = room;
  char *bytes = mem_new (room, 1), *out = bytes, *in = mem_string (text);
  char *from = in;
  CHECK_NUMBER (iconv (to, &from, &left, &out, &room), 0);
  iconv_close (to);
  free (in);
  *len = all - room;
  return bytes;
}

static const char simple[]
  = "河边的老磨坊上月修好了，一天能磨三百二十斤麦子。管磨的李大叔说，"
    "我们这个小磨坊也要办大事，大家听了都很高兴。";
static const char traditional[]
  = "河邊的老磨坊上個月修好了，一天能磨三百二十斤麥子。管磨的李大叔說，"
    "我們這個小磨坊也要辦大事，大家聽了都很高興。";
static const char kana[]
  = "川のほとりの古い水車小屋は先月なおりました。一日に麦をたくさん"
    "ひくことができます。みんなはとてもよろこんでいます。";

/* Whole files in other encodings are refused, and the encoding is named; so
   is every beginning of one, since half a character must not pass.  A short
   one may look like something else.  */
static void
encodings (void)
{
  static const struct
  {
    const char *name, *text, *guess;
  } table[] = {
    { "GB18030", simple, "GB18030" },     { "BIG5", traditional, "Big5" },
    { "SHIFT_JIS", kana, "Shift_JIS" },   { "UTF-16LE", simple, "UTF-16LE" },
    { "UTF-16BE", simple, "UTF-16BE" },   { "UTF-32LE", simple, "UTF-32LE" },
    { "UTF-32BE", simple, "UTF-32BE" },   { "UTF-16", simple, "UTF-16LE" },
    { "GB18030", traditional, "GB18030" },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      size_t len;
      char *bytes = encode (table[i].name, table[i].text, &len);
      if (!bytes)
        {
          check_skip ("iconv does not know an encoding");
          continue;
        }
      CHECK_STRING (encoding_guess (bytes, len), table[i].guess);
      for (size_t cut = 1; cut <= len; cut++)
        {
          char *part = mem_copy (bytes, cut); /* for the sanitizer */
          struct buf out = BUF_INIT;
          struct decoded done;
          struct err err = ERR_INIT;
          bool ok = text_decode (part, cut, NULL, &out, &done, &err);
          CHECK_NUMBER (ok, cut == 1 && part[0] > 0); /* one ASCII letter */
          CHECK (ok || err.code == ERR_ENCODING || err.code == ERR_NUL);
          buf_free (&out);
          free (part);
        }
      free (bytes);
    }
}

/* A header in ASCII, then GB 18030: cut anywhere it is the exact ASCII, or
   that and one mended place that is told, or refused.  */
static void
mixed_cuts (void)
{
  size_t len;
  char *body = encode ("GB18030", simple, &len);
  if (!body)
    {
      check_skip ("iconv does not know GB18030");
      return;
    }
  struct buf bytes = BUF_INIT;
  buf_add_string (&bytes, "Title: The mill\r\n\r\n");
  size_t head = bytes.len;
  buf_add (&bytes, body, len);
  for (size_t cut = 1; cut <= bytes.len; cut++)
    {
      struct buf out = BUF_INIT;
      struct decoded done;
      struct err err = ERR_INIT;
      bool ok = text_decode (bytes.data, cut, NULL, &out, &done, &err);
      CHECK_NUMBER (ok, cut <= head + 1);
      CHECK_NUMBER (done.repaired > 0, cut > head);
      CHECK (cut <= head || done.first_offset == (long long) head);
      CHECK (ok || err.line == 3);
      buf_free (&out);
    }
  buf_free (&bytes);
  free (body);
}

/* UTF-8 cut anywhere: the exact prefix, and U+FFFD for half a character.  */
static void
utf8_cuts (void)
{
  size_t len = strlen (simple);
  for (size_t cut = 1; cut <= len; cut++)
    {
      struct buf out = BUF_INIT;
      struct decoded done;
      struct err err = ERR_INIT;
      size_t whole = utf8_check (simple, cut);
      bool ok = text_decode (simple, cut, NULL, &out, &done, &err);
      CHECK_NUMBER (ok, whole > 0);
      if (ok)
        {
          CHECK (memcmp (out.data, simple, whole) == 0);
          CHECK_STRING (out.data + whole, whole < cut ? FFFD : "");
          CHECK_NUMBER (done.repaired, whole < cut);
        }
      buf_free (&out);
    }
}

/* One line of many bytes.  */
static void
long_line (void)
{
  enum { LEN = 30000000 };
  char *bytes = mem_new (LEN, 1);
  memset (bytes, 'a', LEN);
  for (size_t i = 0; i + 3 <= LEN; i += 30)
    memcpy (bytes + i, "磨", 3);
  struct buf out = BUF_INIT;
  struct decoded done;
  CHECK (text_decode (bytes, LEN, NULL, &out, &done, NULL));
  CHECK (out.len == LEN && memcmp (out.data, bytes, LEN) == 0);
  buf_free (&out);
  free (bytes);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "texts", texts },         { "refused", refused },
    { "limits", limits },       { "line-ends", line_ends },
    { "encodings", encodings }, { "mixed-cuts", mixed_cuts },
    { "utf8-cuts", utf8_cuts }, { "long-line", long_line },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
