/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the text of a side and its paragraphs.  */
#include "import/archive_blocks.h"

#include <stdbool.h>

#include "base/buf.h"
#include "base/space.h"
#include "base/utf8.h"
#include "import/archive_headline.h"
#include "import/source_line.h"
#include "text/sentence.h"

/* At most so many lines behind the mark of a picture, up to the text's end, are
   taken for its captions; of more, only those that say who made the picture.
   Code points of a byline that is known by its place alone.  */
enum { CAPTION_LINES = 6, PLACED_BYLINE_MAX = 40 };

size_t
blocks_compose (struct document *document, enum side side, const char *text,
                struct range body)
{
  const struct side_text *s = &document->side[side];
  size_t head = headline_end (text, body, s->title, s->author);
  if (head > 0 || !s->title)
    {
      document_set_text (document, side, text + body.start, range_len (body));
      return head;
    }
  struct buf whole = BUF_INIT;
  buf_add_string (&whole, s->title);
  buf_add_byte (&whole, '\n');
  head = whole.len;
  buf_add (&whole, text + body.start, range_len (body));
  document_set_text (document, side, whole.data, whole.len);
  buf_free (&whole);
  return head;
}

/* What a group in brackets says of a picture or a table that is not there.  */
enum attachment
{
  ATTACHED_NOTHING,
  ATTACHED_TABLE,
  ATTACHED_PICTURE
};

/* What the words GROUP, without brackets, say; BARE: there were none.  */
static enum attachment
attachment_of (const char *text, struct range group, bool bare)
{
  static const char *const ways[]
    = { "附", "attach", "accompan", "with ", "see ", "includ", "enclos",
        "append", "insert", NULL };
  static const char *const tables[]
    = { "图表", "表", "圖表", "chart", "table", "graph", NULL };
  static const char *const pictures[]
    = { "图", "圖", "照片", "画", "像", "picture", "photo", "image",
        "illustration", "drawing", "cartoon", "figure", "map", NULL };
  size_t len = range_len (group);
  bool fits = len <= 60;
  if (bare)
    fits = (source_starts (text, group, "attached ") && len <= 24)
           || (source_starts (text, group, "附") && len <= 9);
  if (!fits || !source_has_any (text, group, ways))
    return ATTACHED_NOTHING;
  if (source_has_any (text, group, tables))
    return ATTACHED_TABLE;
  return source_has_any (text, group, pictures) ? ATTACHED_PICTURE
                                                : ATTACHED_NOTHING;
}

/* The bracket at AT: 1 opens, -1 closes, 0 is none; *LEN its bytes.  */
static int
bracket_at (const char *text, size_t at, size_t end, size_t *len)
{
  static const struct
  {
    const char *sign;
    int way;
  } brackets[] = { { "(", 1 },  { "[", 1 },   { "（", 1 },  { "［", 1 },
                   { "【", 1 }, { ")", -1 },  { "]", -1 },  { "）", -1 },
                   { "］", -1 }, { "】", -1 } };
  for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++)
    if (source_starts (text, (struct range) { at, end }, brackets[i].sign))
      {
        *len = brackets[i].sign[1] ? 3 : 1;
        return brackets[i].way;
      }
  return 0;
}

/* What LINE, made of nothing but groups in brackets, says; also one of a few
   bare words.  */
static enum attachment
line_attachment (const char *text, struct range line)
{
  struct range core = space_trim (text, line);
  if (range_len (core) > 200)
    return ATTACHED_NOTHING;
  enum attachment most = ATTACHED_NOTHING;
  size_t len = 1, at = core.start;
  if (at < core.end && bracket_at (text, at, core.end, &len) != 1)
    return attachment_of (text, core, true);
  while (at < core.end)
    {
      if (bracket_at (text, at, core.end, &len) != 1)
        return ATTACHED_NOTHING;
      struct range group = { at + len, at + len };
      while (group.end < core.end
             && bracket_at (text, group.end, core.end, &len) == 0)
        group.end++;
      if (group.end == core.end)
        return ATTACHED_NOTHING;
      enum attachment here = attachment_of (text, group, false);
      most = here > most ? here : most;
      at = space_skip (text, group.end + len, core.end);
    }
  return most;
}

/* Whether LINE ends the captions: a remark on where the article comes from, or
   the start of a dispatch.  */
static bool
ends_captions (const char *text, struct range line)
{
  static const char *const starts[]
    = { "（原载", "(originally", "[originally", "【", "新华社", "据新华社",
        "本报讯", "（新华社", "xinhua news agency,", "(xinhua", "[xinhua" };
  static const char *const credits[]
    = { "摄", "记者", "稿", "photo", "reporter", NULL };
  struct range core = space_trim (text, line);
  for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
    if (source_starts (text, core, starts[i]))
      return !source_has_any (text, core, credits);
  return false;
}

/* Whether LINE says who made a picture, or what it shows.  */
static bool
is_credited (const char *text, struct range line)
{
  static const char *const words[]
    = { "摄", "图为", "图是", "上图", "下图", "左图", "右图", "照片", "photo",
        "picture", "the image", NULL };
  struct range core = space_trim (text, line);
  return range_len (core) <= 1000 && source_has_any (text, core, words);
}

/* How many lines that are not blank stand in WITHIN before the next mark of a
   picture, counted up to one more than MOST.  */
static int
lines_behind (const char *text, struct range within, int most)
{
  int lines = 0;
  while (within.start < within.end && lines <= most)
    {
      struct range line = source_line (text, within.start, within.end);
      within.start = source_next (line, within.end);
      if (line_attachment (text, line) != ATTACHED_NOTHING)
        break;
      lines += !source_blank (text, line);
    }
  return lines;
}

/* Where the captions end that stand in WITHIN right behind the mark of a
   picture.  */
static size_t
captions_end (const char *text, struct range within)
{
  bool all = lines_behind (text, within, CAPTION_LINES) <= CAPTION_LINES;
  size_t end = within.start;
  for (size_t at = end; at < within.end;)
    {
      struct range line = source_line (text, at, within.end);
      at = source_next (line, within.end);
      if (source_blank (text, line))
        continue;
      if (line_attachment (text, line) != ATTACHED_NOTHING
          || ends_captions (text, line) || !(all || is_credited (text, line)))
        break;
      end = at;
    }
  return end;
}

/* Adds the lines of WITHIN as paragraphs of BLOCK.  */
static void
add_lines (struct side_text *side, struct range within, enum block block)
{
  struct paragraphs *out = &side->paragraphs;
  size_t first = out->len;
  for (size_t at = within.start; at < within.end;)
    {
      struct range line = source_line (side->text, at, within.end);
      size_t next = source_next (line, within.end);
      if (out->len > first && source_blank (side->text, line))
        out->items[out->len - 1].range.end = next;
      else
        VEC_PUSH (out, (struct paragraph) { { at, next }, block });
      at = next;
    }
}

static void
add_body (struct side_text *side, struct range within)
{
  struct ranges ranges = { 0 };
  if (range_len (within) > 0)
    text_paragraphs (side->text, within, PARAGRAPH_LINES, &ranges);
  for (size_t i = 0; i < ranges.len; i++)
    VEC_PUSH (&side->paragraphs,
              (struct paragraph) { ranges.items[i], BLOCK_BODY });
  VEC_FREE (&ranges);
}

/* Adds the paragraphs of WITHIN, body and captions.  */
static void
add_rest (struct side_text *side, struct range within)
{
  const char *text = side->text;
  size_t body = within.start;
  for (size_t at = within.start; at < within.end;)
    {
      struct range line = source_line (text, at, within.end);
      size_t next = source_next (line, within.end);
      enum attachment what = line_attachment (text, line);
      if (what != ATTACHED_NOTHING)
        {
          if (what == ATTACHED_PICTURE)
            next = captions_end (text, (struct range) { next, within.end });
          next = source_first (text, (struct range) { next, within.end }).start;
          add_body (side, (struct range) { body, at });
          add_lines (side, (struct range) { at, next }, BLOCK_CAPTION);
          body = next;
        }
      at = next;
    }
  add_body (side, (struct range) { body, within.end });
}

/* The line in which SIDE names its author, if it does; HEAD is where its
   headlines end.  */
static struct range
byline_of (const struct side_text *side, size_t head)
{
  struct range rest = { head, side->len };
  struct range line = source_first (side->text, rest);
  if (headline_is_byline (side->text, line, side->author))
    return line;
  return (struct range) { head, head };
}

/* The line of SIDE behind HEAD where it could be a byline by its look.  */
static struct range
byline_by_place (const struct side_text *side, size_t head)
{
  struct range rest = { head, side->len };
  struct range line = source_first (side->text, rest);
  if (source_is_heading (side->text, line, PLACED_BYLINE_MAX)
      && line_attachment (side->text, line) == ATTACHED_NOTHING)
    return line;
  return (struct range) { head, head };
}

void
blocks_classify (struct document *document, const size_t head[SIDES])
{
  struct range byline[SIDES];
  for (enum side s = 0; s < SIDES; s++)
    byline[s] = byline_of (&document->side[s], head[s]);
  for (enum side s = 0; s < SIDES; s++)
    if (range_len (byline[s]) == 0
        && range_len (byline[side_facing (s)]) > 0)
      byline[s] = byline_by_place (&document->side[s], head[s]);
  for (enum side s = 0; s < SIDES; s++)
    {
      struct side_text *side = &document->side[s];
      struct range rest = { head[s], side->len };
      rest.start = source_first (side->text, rest).start;
      add_lines (side, (struct range) { 0, rest.start }, BLOCK_HEADLINE);
      if (range_len (byline[s]) > 0)
        {
          struct range behind = { byline[s].end, side->len };
          size_t end = source_first (side->text, behind).start;
          add_lines (side, (struct range) { rest.start, end }, BLOCK_BYLINE);
          rest.start = end;
        }
      add_rest (side, rest);
    }
}
