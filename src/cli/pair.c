/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document made of two text files, for align.  */
#include "cli/pair.h"

#include <string.h>

#include "base/buf.h"
#include "base/intl.h"
#include "cli/say.h"
#include "import/formats.h"
#include "ingest/segment.h"
#include "ingest/source.h"
#include "text/decode.h"
#include "text/sentence.h"

/* Reads the text of the file PATH into TEXT; nothing, and it is said, where it
   holds none.  */
static bool
read_text (const char *path, struct buf *text, struct err *err)
{
  struct buf bytes = BUF_INIT;
  struct decoded decoded = { 0 };
  struct err found = ERR_INIT;
  bool done = source_read (path, &bytes, NULL, &found)
              && text_decode (buf_string (&bytes), bytes.len, path, text,
                              &decoded, &found);
  if (done && decoded.repaired > 0)
    say_warning (path, &(struct warning) {
                         decoded.first_line,
                         N_ ("here and perhaps further on the text is not "
                             "UTF-8: U+FFFD stands there now") });
  bool empty = !done && found.code == ERR_EMPTY;
  if (empty)
    say_problem (&found);
  else if (!done)
    *err = found;
  buf_free (&bytes);
  return done || empty;
}

/* Takes every line of TEXT for a sentence of SIDE.  */
static void
take_lines (struct document *document, enum side s, const struct buf *text)
{
  struct side_text *side = &document->side[s];
  document_set_text (document, s, buf_string (text), text->len);
  strcpy (side->lang, text_language (side->text, side->len));
  for (size_t at = 0; at < side->len;)
    {
      const char *end = memchr (side->text + at, '\n', side->len - at);
      size_t next = end ? (size_t) (end - side->text) + 1 : side->len;
      VEC_PUSH (&side->sentences, (struct sentence) { { at, next }, 0 });
      at = next;
    }
  if (side->len > 0)
    VEC_PUSH (&side->paragraphs,
              (struct paragraph) { { 0, side->len }, BLOCK_BODY });
}

/* Reads TEXT as prose and gives it to SIDE.  */
static bool
take_prose (struct document *document, enum side s, const struct buf *text,
            const char *path, struct err *err)
{
  struct warnings warnings = { 0 };
  struct document *own = document_new ();
  bool done = import_prose.read (buf_string (text), text->len, path, own,
                                 &warnings, err);
  if (done)
    {
      struct side_text empty = document->side[s];
      document->side[s] = own->side[ORIGINAL];
      own->side[ORIGINAL] = empty;
    }
  VEC_FREE (&warnings);
  document_free (own);
  return done;
}

static bool
read_side (struct document *document, enum side s, const char *path,
           bool presegmented, struct err *err)
{
  struct buf text = BUF_INIT;
  bool done = read_text (path, &text, err);
  if (done && presegmented)
    take_lines (document, s, &text);
  else if (done && text.len > 0)
    done = take_prose (document, s, &text, path, err);
  buf_free (&text);
  return done;
}

struct document *
pair_read (const char *original, const char *translation, bool presegmented,
           struct err *err)
{
  struct document *document = document_new ();
  if (!read_side (document, ORIGINAL, original, presegmented, err)
      || !read_side (document, TRANSLATION, translation, presegmented, err))
    {
      document_free (document);
      return NULL;
    }
  for (enum side s = 0; !presegmented && s < SIDES; s++)
    segment_side (&document->side[s]);
  return document;
}
