/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole way of a text, from bytes to the rows of the page: nothing is lost,
   nothing comes twice, for the shipped texts, the shared ones, and texts that
   were spoilt at random.  */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/space.h"
#include "base/utf8.h"
#include "check.h"
#include "grid_help.h"
#include "import/importer.h"
#include "ingest/segment.h"
#include "ingest/source.h"
#include "text/clean.h"
#include "text/decode.h"

static bool
range_fits (struct range r, size_t at)
{
  return r.start == at && r.end > at;
}

/* What is wrong with the paragraphs and sentences of SIDE, or NULL.  */
static const char *
side_wrong (const struct side_text *side)
{
  size_t at = 0, p = 0;
  for (size_t i = 0; i < side->paragraphs.len; i++)
    {
      if (!range_fits (side->paragraphs.items[i].range, at))
        return "paragraphs with a gap";
      at = side->paragraphs.items[i].range.end;
    }
  if (at != side->len)
    return "text behind the last paragraph";
  struct buf joined = BUF_INIT;
  const char *wrong = NULL;
  for (size_t i = 0; i < side->sentences.len && !wrong; i++)
    {
      const struct sentence *s = &side->sentences.items[i];
      if (!range_fits (s->range, joined.len))
        wrong = "sentences with a gap";
      for (; p < s->paragraph; p++)
        if (side->paragraphs.items[p].range.end > s->range.start)
          wrong = "a paragraph without its sentences";
      struct range in = side->paragraphs.items[s->paragraph].range;
      if (s->range.start < in.start || s->range.end > in.end)
        wrong = "a sentence in two paragraphs";
      if (range_len (space_trim (side->text, s->range)) == 0
          && side->sentences.len > 1)
        wrong = "a sentence without a word";
      buf_add (&joined, side->text + s->range.start, range_len (s->range));
    }
  if (!wrong
      && (joined.len != side->len || memcmp (buf_string (&joined), side->text,
                                             side->len) != 0))
    wrong = "the sentences are not the text";
  buf_free (&joined);
  return wrong;
}

/* The same for the beads and the pages of several widths.  */
static const char *
pages_wrong (const struct document *document)
{
  static const struct grid_shape shapes[] = {
    { FLOW_FACING, { 38, 38 } },  { FLOW_FACING, { 3, 90 } },
    { FLOW_INTERLEAVED, { 1, 1 } }, { FLOW_ORIGINAL, { 20, 1 } },
    { FLOW_TRANSLATION, { 1, 17 } },
  };
  if (!document_is_whole (document))
    return "the beads don't cover the sentences";
  for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
    {
      const char *wrong = grid_wrong (document, &shapes[i]);
      if (wrong)
        return wrong;
    }
  return NULL;
}

/* Whether TEXT cleaned for a terminal is clean, and clean again.  */
static bool
cleans (const char *text, size_t len)
{
  struct buf once = BUF_INIT, twice = BUF_INIT;
  clean_add (&once, text, len, true);
  clean_add (&twice, buf_string (&once), once.len, true);
  bool clean = once.len == twice.len
               && memcmp (buf_string (&once), buf_string (&twice), once.len)
                    == 0;
  buf_free (&once);
  buf_free (&twice);
  return clean;
}

/* The LEN bytes at TEXT without white space.  */
static struct buf
squeezed (const char *text, size_t len)
{
  struct buf out = BUF_INIT;
  for (size_t at = 0, next = 0; at < len; at = next)
    if (!space_is (utf8_next (text, len, &next)))
      buf_add (&out, text + at, next - at);
  return out;
}

/* Whether the paragraphs of SIDE stand in TEXT, each whole and in order; between
   them an importer may leave out what is no text, and it joins the lines of a
   title.  */
static bool
is_from (const struct side_text *side, const char *text, size_t len)
{
  struct buf all = squeezed (text, len);
  size_t at = 0;
  bool found = true;
  for (size_t i = 0; i < side->paragraphs.len && found; i++)
    {
      struct range r = side->paragraphs.items[i].range;
      struct buf words = squeezed (side->text + r.start, range_len (r));
      const char *place = memmem (buf_string (&all) + at, all.len - at,
                                  buf_string (&words), words.len);
      found = place != NULL;
      if (found)
        at = (size_t) (place - all.data) + words.len;
      buf_free (&words);
    }
  buf_free (&all);
  return found;
}

/* What is wrong with DOCUMENT, which was read from the LEN bytes of decoded text
   at TEXT, or NULL.  */
static const char *
chain_wrong (const struct document *document, const char *text, size_t len)
{
  size_t kept = 0;
  for (enum side s = 0; s < SIDES; s++)
    {
      const struct side_text *side = &document->side[s];
      const char *wrong = side_wrong (side);
      if (wrong)
        return wrong;
      if (!is_from (side, text, len))
        return "a side is not as it stood in the file";
      if (utf8_check (side->text, side->len) != side->len)
        return "a side is not UTF-8";
      if (!cleans (side->text, side->len))
        return "cleaning does not clean";
      kept += side->len;
    }
  if (kept == 0 || kept > len)
    return "text lost, or twice";
  return pages_wrong (document);
}

/* Brings the LEN bytes at BYTES all the way; false where they are no text.  */
static bool
check_bytes (const char *bytes, size_t len, const char *name)
{
  struct buf text = BUF_INIT;
  struct decoded decoded = { 0 };
  struct warnings warnings = { NULL, 0, 0 };
  struct err err = ERR_INIT;
  const struct importer *importer = NULL;
  struct document *document = document_new ();
  bool read = text_decode (bytes, len, name, &text, &decoded, &err)
              && (importer = importer_for (text.data, text.len, name))
              && importer->read (text.data, text.len, name, document,
                                 &warnings, &err);
  if (read)
    {
      segment_document (document, NULL);
      CHECK_STRING (chain_wrong (document, text.data, text.len), NULL);
    }
  else
    CHECK (importer == NULL || err.code != ERR_NONE);
  VEC_FREE (&warnings);
  document_free (document);
  buf_free (&text);
  return read;
}

static void
no_problem (const struct err *err, void *data)
{
  (void) data;
  CHECK_STRING (err->where, "");
}

/* Calls EACH with every text below FOLDER; returns how many there are.  */
static size_t
each_text (const char *folder,
           void (*each) (const char *bytes, size_t len, const char *name))
{
  struct finds finds = { NULL, 0, 0 };
  struct err err;
  CHECK (source_walk (folder, &finds, no_problem, NULL, &err));
  for (size_t i = 0; i < finds.len; i++)
    {
      char *path = mem_format ("%s/%s", folder, finds.items[i].path);
      size_t len;
      char *bytes = check_read_file (path, &len);
      CHECK (bytes != NULL);
      if (bytes)
        each (bytes, len, strrchr (path, '/') + 1);
      free (bytes);
      free (path);
    }
  size_t count = finds.len;
  finds_free (&finds);
  return count;
}

static void
must_read (const char *bytes, size_t len, const char *name)
{
  CHECK (check_bytes (bytes, len, name));
}

static char *
shipped_folder (void)
{
  const char *srcdir = getenv ("srcdir");
  return mem_format ("%s/texts", srcdir ? srcdir : ".");
}

static void
shipped (void)
{
  char *folder = shipped_folder ();
  CHECK_NUMBER (each_text (folder, must_read), 11);
  free (folder);
}

static void
shared (void)
{
  static const char *const folders[] = { "seeds", "data/archive" };
  for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
    {
      const char *path = check_shared (folders[i]);
      if (path)
        {
          char *folder = mem_string (path);
          CHECK (each_text (folder, must_read) > 0);
          free (folder);
        }
      else
        check_skip ("the shared texts are not here");
    }
}

static unsigned
random_to (unsigned *state, size_t most)
{
  *state = *state * 1103515245u + 12345u;
  unsigned high = *state >> 16;
  *state = *state * 1103515245u + 12345u;
  return (unsigned) ((high << 15 | *state >> 17) % (most ? most : 1));
}

/* Spoils TEXT once: a piece put in, taken out, or said twice.  */
static void
spoil (struct buf *text, unsigned *state)
{
  static const char *const pieces[] = {
    "\n", "\n\n", "\r\n", "\u3000\u3000", "    ", "。", "！？", "“", "”",
    "（", "）", "《", "……", ". ", "\"", "Mr. ", "...", "1.", "1 ",
    "\n### ", "\n专栏：\n", "<hr /> \n", "Original: \n", "Title: ", "\t",
    "\x1B[2J", "\u202E", "\u0301", "\u200B", "\uFEFF", "\xFF", "\u2028",
    "\U0001F468\u200D\U0001F469", "\u00AD", "，", "新华社", "- ", "# ",
  };
  size_t at = random_to (state, text->len + 1);
  size_t len = random_to (state, text->len - at + 1);
  struct buf spoilt = BUF_INIT;
  buf_add (&spoilt, text->data, at);
  switch (random_to (state, 8))
    {
    case 0: /* out, a little */
      len = len % 40;
      buf_add (&spoilt, text->data + at + len, text->len - at - len);
      break;
    case 1: /* out, much */
      buf_add (&spoilt, text->data + at + len, text->len - at - len);
      break;
    case 2: /* twice */
      buf_add (&spoilt, text->data + at, len % 900);
      buf_add (&spoilt, text->data + at, text->len - at);
      break;
    default:
      buf_add_string (&spoilt,
                      pieces[random_to (state, sizeof pieces
                                                 / sizeof *pieces)]);
      buf_add (&spoilt, text->data + at, text->len - at);
    }
  buf_free (text);
  *text = spoilt;
}

static void
check_spoilt (const char *bytes, size_t len, const char *name)
{
  enum { TURNS = 150 };
  unsigned state = (unsigned) len, read = 0;
  for (int turn = 0; turn < TURNS; turn++)
    {
      struct buf text = BUF_INIT;
      buf_add (&text, bytes, len);
      for (unsigned times = 1 + random_to (&state, 12); times > 0; times--)
        spoil (&text, &state);
      read += check_bytes (buf_string (&text), text.len, name);
      buf_free (&text);
    }
  CHECK (read > TURNS / 3);
}

static void
spoilt (void)
{
  char *folder = shipped_folder ();
  each_text (folder, check_spoilt);
  free (folder);
}

/* Made of pieces alone.  */
static void
nonsense (void)
{
  unsigned state = 1, read = 0;
  for (int turn = 0; turn < 1500; turn++)
    {
      struct buf text = BUF_INIT;
      buf_add_string (&text, turn % 2 ? "钢铁" : "Steel");
      for (unsigned times = random_to (&state, 40); times > 0; times--)
        spoil (&text, &state);
      read += check_bytes (buf_string (&text), text.len, "nonsense.txt");
      buf_free (&text);
    }
  CHECK (read > 300);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "shipped", shipped },
    { "shared", shared },
    { "spoilt", spoilt },
    { "nonsense", nonsense },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
