/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shape of a document (paragraphs, sentences, beads, glossary) as compact
   bytes.  */
#include <config.h>

#include "store/codec.h"

#include <stdint.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

_Static_assert (BLOCKS <= 4, "a block must fit two bits");

enum { SHAPE_VERSION = 1 };

/* --- writing ------------------------------------------------------------ */

static void
put (struct buf *out, size_t number)
{
  for (; number >= 0x80; number >>= 7)
    buf_add_byte (out, (char) (0x80 | (number & 0x7F)));
  buf_add_byte (out, (char) number);
}

static bool
write_paragraphs (const struct side_text *side, struct buf *out)
{
  size_t at = 0;
  put (out, side->paragraphs.len);
  for (size_t i = 0; i < side->paragraphs.len; i++)
    {
      const struct paragraph *p = &side->paragraphs.items[i];
      if (p->range.start != at || p->range.end < at || p->block >= BLOCKS)
        return false;
      put (out, range_len (p->range) * 4 + (size_t) p->block);
      at = p->range.end;
    }
  return at == side->len;
}

static void
write_sentences (const struct side_text *side, struct buf *out)
{
  size_t paragraph = 0;
  put (out, side->sentences.len);
  for (size_t i = 0; i < side->sentences.len; i++)
    {
      const struct sentence *s = &side->sentences.items[i];
      put (out, range_len (s->range));
      put (out, s->paragraph - paragraph);
      paragraph = s->paragraph;
    }
}

static void
write_beads (const struct beads *beads, struct buf *out)
{
  put (out, beads->len);
  for (size_t i = 0; i < beads->len; i++)
    {
      const struct bead *bead = &beads->items[i];
      uint32_t bits;
      float confidence = bead->confidence >= 0 ? bead->confidence : 0;
      if (confidence > 1)
        confidence = 1;
      put (out, bead->count[ORIGINAL]);
      put (out, bead->count[TRANSLATION]);
      memcpy (&bits, &confidence, sizeof bits);
      for (int k = 0; k < 32; k += 8)
        buf_add_byte (out, (char) (bits >> k & 0xFF));
    }
}

static void
write_term (const char *term, struct buf *out)
{
  size_t len = term ? strlen (term) : 0;
  put (out, len);
  buf_add (out, term, len);
}

bool
codec_write (const struct document *document, struct buf *out)
{
  if (!document_is_whole (document))
    return false;
  put (out, SHAPE_VERSION);
  for (enum side s = 0; s < SIDES; s++)
    {
      if (!write_paragraphs (&document->side[s], out))
        return false;
      write_sentences (&document->side[s], out);
    }
  write_beads (&document->beads, out);
  put (out, document->glossary.len);
  for (size_t i = 0; i < document->glossary.len; i++)
    {
      write_term (document->glossary.items[i].original, out);
      write_term (document->glossary.items[i].translation, out);
    }
  return true;
}

/* --- reading ------------------------------------------------------------ */

struct input
{
  const unsigned char *data;
  size_t len;
  size_t at;
  bool bad; /* stays so; get gives 0 from then on */
};

/* The next number, at most MOST.  */
static size_t
get (struct input *in, size_t most)
{
  size_t number = 0;
  for (unsigned shift = 0; !in->bad && in->at < in->len && shift < 63;
       shift += 7)
    {
      unsigned char byte = in->data[in->at++];
      number |= (size_t) (byte & 0x7F) << shift;
      if (byte < 0x80)
        {
          in->bad = number > most;
          return in->bad ? 0 : number;
        }
    }
  in->bad = true;
  return 0;
}

/* How many items follow, each of at least BYTES bytes: what the input has no
   room for is no reason to ask for memory.  */
static size_t
get_count (struct input *in, size_t bytes)
{
  return get (in, (in->len - in->at) / bytes);
}

static void
read_paragraphs (struct input *in, struct side_text *side)
{
  size_t count = get_count (in, 1), at = 0;
  VEC_RESERVE (&side->paragraphs, count);
  for (size_t i = 0; i < count && !in->bad; i++)
    {
      size_t value = get (in, (side->len - at) * 4 + 3);
      struct range range = { at, at + value / 4 };
      VEC_PUSH (&side->paragraphs,
                (struct paragraph) { range, (enum block) (value % 4) });
      at = range.end;
    }
  in->bad = in->bad || at != side->len;
}

static void
read_sentences (struct input *in, struct side_text *side)
{
  size_t count = get_count (in, 2), at = 0, paragraph = 0;
  VEC_RESERVE (&side->sentences, count);
  for (size_t i = 0; i < count && !in->bad; i++)
    {
      size_t len = get (in, side->len - at);
      paragraph += get (in, side->paragraphs.len - paragraph);
      VEC_PUSH (&side->sentences,
                (struct sentence) { { at, at + len }, paragraph });
      at += len;
    }
}

static float
get_confidence (struct input *in)
{
  uint32_t bits = 0;
  float confidence;
  if (in->len - in->at < 4)
    in->bad = true;
  else
    for (int k = 0; k < 32; k += 8)
      bits |= (uint32_t) in->data[in->at++] << k;
  memcpy (&confidence, &bits, sizeof confidence);
  if (!(confidence >= 0 && confidence <= 1))
    in->bad = true;
  return in->bad ? 0 : confidence;
}

static void
read_beads (struct input *in, struct document *document)
{
  size_t count = get_count (in, 6);
  struct bead bead = { .confidence = 0 };
  VEC_RESERVE (&document->beads, count);
  for (size_t i = 0; i < count && !in->bad; i++)
    {
      for (enum side s = 0; s < SIDES; s++)
        {
          bead.first[s] += bead.count[s];
          bead.count[s] = get (in, document->side[s].sentences.len
                                     - bead.first[s]);
        }
      bead.confidence = get_confidence (in);
      VEC_PUSH (&document->beads, bead);
    }
}

static char *
read_term (struct input *in)
{
  size_t len = get_count (in, 1);
  const char *term = (const char *) in->data + in->at;
  if (memchr (term, 0, len) || utf8_check (term, len) != len)
    {
      in->bad = true;
      len = 0;
    }
  in->at += len;
  return mem_copy (term, len);
}

static void
read_glossary (struct input *in, struct glossary *glossary)
{
  size_t count = get_count (in, 2);
  for (size_t i = 0; i < count && !in->bad; i++)
    {
      char *original = read_term (in);
      VEC_PUSH (glossary, (struct gloss) { original, read_term (in) });
    }
}

bool
codec_read (const unsigned char *data, size_t len, struct document *document)
{
  struct input in = { .data = data, .len = len };
  if (!data || get (&in, SHAPE_VERSION) != SHAPE_VERSION)
    return false;
  for (enum side s = 0; s < SIDES; s++)
    {
      read_paragraphs (&in, &document->side[s]);
      read_sentences (&in, &document->side[s]);
    }
  read_beads (&in, document);
  read_glossary (&in, &document->glossary);
  return !in.bad && in.at == in.len && document_is_whole (document);
}
