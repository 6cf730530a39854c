/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts made smaller for the database.  */
#include <config.h>

#include "store/pack.h"

#include <string.h>

/* What the first byte of a code says.  */
enum
{
  CODE_LINE = 0x00,   /* a line end */
  CODE_ASCII = 0x01,  /* this and on: from the space to the tilde */
  CODE_GROUP = 0x60,  /* this and on: groups below */
  CODE_RAW = 0xA9,    /* a number of bytes follows, then they */
  CODE_HAN = 0xAA,    /* this and on: U+4E00 and on, by 256 */
  CODE_KANA = 0xFE,   /* the last byte of U+3000 to U+30FF follows */
  CODE_WIDE = 0xFF    /* of U+FF00 to U+FFFF */
};

enum { RAW_MOST = 255 };

/* Groups of two bytes and more with a code of their own, those that begin alike side by side
   and the longer ones first.  Taken from what English and Chinese newspaper text
   most often has; the order is part of the format.  */
static const char *const groups[] = {
  " the ", " of ", " th", " t", "  ", ", ", ". ", ": ", "00", "The ", "a ",
  "ac", "al", "and ", "an ", "an", "ar", "at", "ch", "co", "d ", "ed ", "el",
  "ent", "en", "er ", "er", "es ", "e ", "h ", "ha", "ic", "il", "ing ",
  "ing", "in ", "in", "ion ", "is ", "it", "le", "ly ", "ma", "me", "nt",
  "n ", "of ", "on ", "on", "or", "ou", "o ", "pro", "re", "ro", "st", "s, ",
  "s ", "tion", "the ", "th", "to ", "te", "t ", "un", "ur", "y ", "“", "”",
  "　", "、", "。", "，"
};

enum { GROUPS = sizeof groups / sizeof *groups };

_Static_assert (GROUPS == CODE_RAW - CODE_GROUP, "each group has a code");

/* The first of the groups that begins with each byte, and one more than the
   last.  */
struct starts
{
  unsigned char first[256];
  unsigned char end[256];
};

static void
find_starts (struct starts *starts)
{
  memset (starts, 0, sizeof *starts);
  for (size_t i = 0; i < GROUPS; i++)
    {
      unsigned char byte = (unsigned char) groups[i][0];
      if (starts->end[byte] == 0)
        starts->first[byte] = (unsigned char) i;
      starts->end[byte] = (unsigned char) (i + 1);
    }
}

/* --- packing ------------------------------------------------------------ */

/* The length of the group at P, of LEFT bytes, and its code in *CODE; 0 where
   there is none.  */
static size_t
group_at (const struct starts *starts, const char *p, size_t left,
          unsigned char *code)
{
  unsigned char byte = (unsigned char) *p;
  for (size_t i = starts->first[byte]; i < starts->end[byte]; i++)
    {
      const char *group = groups[i];
      size_t len = 2;
      if (left < len || group[1] != p[1])
        continue;
      while (group[len] && len < left && group[len] == p[len])
        len++;
      if (!group[len])
        {
          *code = (unsigned char) (CODE_GROUP + i);
          return len;
        }
    }
  return 0;
}

/* Packs the character of three bytes at P; false where it has no code.  */
static bool
pack_wide (const unsigned char *p, size_t left, struct buf *out)
{
  if (left < 3 || (p[0] & 0xF0) != 0xE0 || (p[1] & 0xC0) != 0x80
      || (p[2] & 0xC0) != 0x80)
    return false;
  unsigned cp = (unsigned) (p[0] & 0x0F) << 12 | (unsigned) (p[1] & 0x3F) << 6
                | (p[2] & 0x3F);
  unsigned code;
  if (cp >= 0x4E00 && cp < 0x4E00 + (CODE_KANA - CODE_HAN) * 256)
    code = CODE_HAN + (cp - 0x4E00) / 256;
  else if (cp >= 0x3000 && cp <= 0x30FF)
    code = CODE_KANA;
  else if (cp >= 0xFF00)
    code = CODE_WIDE;
  else
    return false;
  buf_add_byte (out, (char) code);
  buf_add_byte (out, (char) (cp & 0xFF));
  return true;
}

/* Packs one code at P and returns how many bytes of the text that were; 0 where
   there is none.  */
static size_t
pack_one (const struct starts *starts, const char *p, size_t left,
          struct buf *out)
{
  unsigned char code;
  size_t len = group_at (starts, p, left, &code);
  if (len > 0)
    buf_add_byte (out, (char) code);
  else if (*p == '\n' || (*p >= ' ' && *p <= '~'))
    {
      buf_add_byte (out, (char) (*p == '\n' ? CODE_LINE
                                            : *p - ' ' + CODE_ASCII));
      len = 1;
    }
  else if (pack_wide ((const unsigned char *) p, left, out))
    len = 3;
  return len;
}

static void
pack_raw (const char *bytes, size_t len, struct buf *out)
{
  while (len > 0)
    {
      size_t part = len < RAW_MOST ? len : RAW_MOST;
      buf_add_byte (out, (char) CODE_RAW);
      buf_add_byte (out, (char) part);
      buf_add (out, bytes, part);
      bytes += part;
      len -= part;
    }
}

void
pack_text (const char *text, size_t len, struct buf *out)
{
  struct starts starts;
  struct buf code = BUF_INIT;
  size_t raw = 0; /* bytes before AT that have no code */
  find_starts (&starts);
  buf_reserve (out, len);
  for (size_t at = 0; at < len;)
    {
      struct buf *to = raw > 0 ? &code : out;
      size_t taken = pack_one (&starts, text + at, len - at, to);
      if (taken > 0 && raw > 0)
        {
          pack_raw (text + at - raw, raw, out);
          buf_add (out, code.data, code.len);
          buf_clear (&code);
          raw = 0;
        }
      raw += taken == 0;
      at += taken ? taken : 1;
    }
  pack_raw (text + len - raw, raw, out);
  buf_free (&code);
}

/* --- unpacking ---------------------------------------------------------- */

/* Appends the character CP, of three bytes.  */
static void
add_wide (unsigned cp, struct buf *out)
{
  const char bytes[3] = { (char) (0xE0 | cp >> 12),
                          (char) (0x80 | (cp >> 6 & 0x3F)),
                          (char) (0x80 | (cp & 0x3F)) };
  buf_add (out, bytes, sizeof bytes);
}

/* Appends what the two bytes at P stand for.  */
static void
add_pair (const unsigned char *p, struct buf *out)
{
  unsigned page = p[0] == CODE_KANA   ? 0x3000
                  : p[0] == CODE_WIDE ? 0xFF00
                                      : 0x4E00 + (p[0] - CODE_HAN) * 256U;
  add_wide (page + p[1], out);
}

bool
unpack_text (const unsigned char *data, size_t len, struct buf *out)
{
  buf_reserve (out, 2 * len);
  for (size_t at = 0; at < len;)
    {
      unsigned char code = data[at];
      size_t left = len - at;
      if (code >= CODE_RAW && (left < 2 || (code == CODE_RAW
                                            && left < 2U + data[at + 1])))
        return false;
      if (code == CODE_RAW)
        {
          buf_add (out, (const char *) data + at + 2, data[at + 1]);
          at += 2U + data[at + 1];
        }
      else if (code >= CODE_HAN)
        {
          add_pair (data + at, out);
          at += 2;
        }
      else
        {
          if (code >= CODE_GROUP)
            buf_add_string (out, groups[code - CODE_GROUP]);
          else
            buf_add_byte (out, code == CODE_LINE
                                 ? '\n'
                                 : (char) (code - CODE_ASCII + ' '));
          at++;
        }
    }
  return true;
}
