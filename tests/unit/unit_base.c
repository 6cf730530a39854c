/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of base/: UTF-8, buffers, errors, white space.  */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/grapheme.h"
#include "base/space.h"
#include "base/utf8.h"
#include "check.h"

static void
utf8_round (void)
{
  static const unsigned cps[]
    = { 0, 'a', 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000,
        0x20000, 0x10FFFF };
  for (size_t i = 0; i < sizeof cps / sizeof *cps; i++)
    {
      char bytes[4];
      size_t n = utf8_put (bytes, cps[i]), at = 0;
      CHECK_NUMBER (utf8_next (bytes, n, &at), cps[i]);
      CHECK_NUMBER (at, n);
      CHECK_NUMBER (utf8_prev (bytes, &at), cps[i]);
      CHECK_NUMBER (at, 0);
    }
}

static void
utf8_strict (void)
{
  static const struct
  {
    const char *bytes;
    size_t first_bad;
  } table[] = {
    { "\xC0\x80", 0 },           { "\xE0\x80\x80", 0 },
    { "a\xED\xA0\x80", 1 },      { "\xF4\x90\x80\x80", 0 },
    { "ab\xFF", 2 },             { "\xE4\xB8", 0 },
    { "12345678\xE4\xB8\xAD\x80", 11 },
    { "\xE4\xB8\xAD", 3 },       { "plain ascii, long enough", 24 },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    CHECK_NUMBER (utf8_check (table[i].bytes, strlen (table[i].bytes)),
                  table[i].first_bad);
}

static void
utf8_positions (void)
{
  const char *text = "a\xF0\xA0\x80\x80"
                     "b\xE4\xB8\xAD";
  CHECK_NUMBER (utf8_count (text, strlen (text)), 4);
  CHECK_NUMBER (utf8_offset (text, strlen (text), 3), 6);
  CHECK_NUMBER (utf8_offset (text, strlen (text), 9), strlen (text));
}

static void
buf_grows (void)
{
  struct buf buf = BUF_INIT;
  CHECK_STRING (buf_string (&buf), "");
  for (int i = 0; i < 1000; i++)
    buf_add_format (&buf, "%d,", i % 10);
  CHECK_NUMBER (buf.len, 2000);
  buf_clear (&buf);
  buf_add_cp (&buf, 0x4E2D);
  buf_add_byte (&buf, '!');
  char *text = buf_take (&buf);
  CHECK_STRING (text, "\xE4\xB8\xAD!");
  CHECK (buf.data == NULL);
  free (text);
}

static void
err_cuts (void)
{
  struct err err;
  char name[3000];
  for (size_t i = 0; i + 3 <= sizeof name; i += 3)
    memcpy (name + i, "\xE4\xB8\xAD", 3);
  name[sizeof name - 1] = '\0';
  CHECK (!err_set (&err, ERR_OPEN, name, "%d", 7));
  CHECK_NUMBER (utf8_check (err.where, strlen (err.where)),
                strlen (err.where));
  CHECK_STRING (err.detail, "7");
  CHECK (!err_at (&err, 3, 40));
  CHECK_NUMBER (err.line, 3);
  for (enum err_code c = 0; c < ERR_CODES; c++)
    CHECK (err_sentence (c) && *err_sentence (c) && err_advice (c));
}

static void
space_trims (void)
{
  const char *text = "\xE3\x80\x80 a b\t\n";
  struct range all = { 0, strlen (text) };
  struct range core = space_trim (text, all);
  CHECK_NUMBER (core.start, 4);
  CHECK_NUMBER (core.end, 7);
  core = space_trim (" \n", (struct range) { 0, 2 });
  CHECK_NUMBER (range_len (core), 0);
}

/* All ways of asking for clusters give the same ones.  */
static void
graphemes_agree (void)
{
  static const char *const pieces[]
    = { "a",  "\u0301",     "\U0001F1E8", "\u200D", "\U0001F468",
        "炉", "\r",         "\n",         "\u1100", "\u1161",
        "。", "\U0001F3FD", "\u0600",     "\uFE0F" };
  unsigned state = 3;
  for (int turn = 0; turn < 2000; turn++)
    {
      struct buf text = BUF_INIT;
      for (int i = 0; i < 8; i++)
        {
          state = state * 1103515245u + 12345u;
          buf_add_string (&text,
                          pieces[(state >> 16)
                                 % (sizeof pieces / sizeof *pieces)]);
        }
      size_t start = 0;
      for (size_t at = 0; at < text.len; utf8_next (text.data, text.len, &at))
        {
          if (at == grapheme_end (text.data, text.len, start))
            start = at;
          CHECK_NUMBER (grapheme_start (text.data, text.len, at), start);
          CHECK_NUMBER (grapheme_begins (text.data, text.len, at),
                        at == start);
        }
      buf_free (&text);
    }
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "utf8-round", utf8_round },   { "utf8-strict", utf8_strict },
    { "utf8-positions", utf8_positions }, { "buf-grows", buf_grows },
    { "err-cuts", err_cuts },       { "space-trims", space_trims },
    { "graphemes-agree", graphemes_agree },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
