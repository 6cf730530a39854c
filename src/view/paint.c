/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Painting rows of the grid on a canvas.  */
#include "view/paint.h"

#include <string.h>

#include "read/wording.h"
#include "view/page_foot.h"

/* What a block needs to be painted, gathered once for all its rows.  */
struct brush
{
  struct canvas *canvas;
  const struct reading *reading;
  const struct grid_block *block;
  struct ranges found[SIDES];
  size_t first_note;
  size_t notes;
  char note_sign[2];        /* how many notes */
  const struct mark *shown; /* the note whose text stands below, or NULL */
  size_t first_check;
  size_t checks;
  bool differs; /* one of them is more than quiet */
  bool lit;
};

static bool
in_ranges (const struct ranges *ranges, struct range r)
{
  for (size_t i = 0; i < ranges->len; i++)
    if (range_overlaps (ranges->items[i], r))
      return true;
  return false;
}

/* Whether R of SIDE is text that MARK is on; a note on the pair marks none, but a
   highlight of it does.  */
static bool
on_text (const struct mark *mark, enum side side, struct range r)
{
  return mark->state != ANCHOR_DETACHED && mark->note.anchor.side == side
         && (mark->note.anchor.kind != ANCHOR_BEAD || mark->note.highlight)
         && mark->note.anchor.kind != ANCHOR_DOCUMENT
         && range_overlaps (mark->range, r);
}

/* How the highlight LETTER looks: five of them have a colour of their own.  */
static enum style
highlight_style (char letter)
{
  static const struct
  {
    char letter;
    enum style style;
  } colours[] = { { 'y', STYLE_YELLOW }, { 'g', STYLE_GREEN },
                  { 'b', STYLE_BLUE },   { 'r', STYLE_RED },
                  { 'p', STYLE_PURPLE } };
  for (size_t i = 0; i < sizeof colours / sizeof *colours; i++)
    if (colours[i].letter == letter)
      return colours[i].style;
  return STYLE_NOTED;
}

/* How notes make R look, or STYLE_PLAIN where none is on it.  */
static enum style
note_style (const struct brush *brush, enum side side, struct range r)
{
  enum style style = STYLE_PLAIN;
  if (brush->shown && *brush->shown->note.text
      && on_text (brush->shown, side, r))
    return STYLE_SHOWN;
  for (size_t i = 0; i < brush->notes; i++)
    {
      const struct mark *mark
        = reading_mark (brush->reading, brush->first_note + i);
      if (!on_text (mark, side, r))
        continue;
      if (mark->note.highlight)
        return highlight_style (mark->note.highlight);
      style = STYLE_NOTED;
    }
  return style;
}

/* Whether R is told of in a discrepancy of the lit bead.  */
static bool
in_check (const struct brush *brush, enum side side, struct range r)
{
  const struct reading *reading = brush->reading;
  for (size_t i = 0; brush->lit && i < brush->checks; i++)
    if (range_overlaps (
          reading->checks.items[brush->first_check + i].place[side], r))
      return true;
  return false;
}

/* The words of the bead being painted, where it is read word by word.  */
static const struct wording *
words_of (const struct brush *brush)
{
  const struct wording *w = brush->reading->wording;
  return brush->lit && w && w->bead == brush->block->bead ? w : NULL;
}

/* The word of SIDE that R is in, or WORD_NONE.  */
static size_t
word_at (const struct wording *w, enum side side, struct range r)
{
  size_t word = wording_find (w, side, r.start);
  return word != WORD_NONE
             && range_overlaps (w->words[side].items[word].range, r)
           ? word : WORD_NONE;
}

/* Whether word WORD of SIDE is the one under the cursor, or stands for it.  */
static enum style
word_style (const struct brush *brush, const struct wording *w,
            enum side side, size_t word)
{
  enum side own = brush->reading->side;
  if (w->at == WORD_NONE || word == WORD_NONE)
    return STYLE_PLAIN;
  if (side == own)
    return word == w->at ? STYLE_CURSOR : STYLE_PLAIN;
  return wording_faces (w, own, w->at, word) ? STYLE_FACING : STYLE_PLAIN;
}

/* A bead read word by word: what has a counterpart is lit, the rest is not.  */
static enum style
lit_style (const struct brush *brush, enum side side, struct range r)
{
  const struct wording *w = words_of (brush);
  if (!w)
    return brush->lit ? STYLE_LIT : STYLE_PLAIN;
  size_t word = word_at (w, side, r);
  return word != WORD_NONE && wording_is_linked (w, side, word)
           ? STYLE_LIT : STYLE_PLAIN;
}

static enum style
glyph_style (const struct brush *brush, enum side side, struct range r)
{
  const struct reading *reading = brush->reading;
  if (reading->selecting && reading->side == side)
    {
      if (range_has (r, reading->cursor))
        return STYLE_CURSOR;
      if (range_overlaps (reading_selection (reading), r))
        return STYLE_MARKED;
    }
  const struct wording *w = words_of (brush);
  enum style style
    = w ? word_style (brush, w, side, word_at (w, side, r)) : STYLE_PLAIN;
  if (style != STYLE_PLAIN)
    return style;
  if (in_ranges (&brush->found[side], r))
    return STYLE_FOUND;
  if (in_check (brush, side, r))
    return STYLE_DIFFERS;
  enum style noted = note_style (brush, side, r);
  if (noted != STYLE_PLAIN)
    return noted;
  return lit_style (brush, side, r);
}

static void
paint_line (const struct brush *brush, size_t row, size_t column,
            enum side side, const struct line *line)
{
  const char *text = brush->reading->document->side[side].text;
  struct buf drawn = BUF_INIT;
  enum style style = STYLE_PLAIN;
  size_t from = column, at = column;
  for (size_t i = 0; i < line->count; i++)
    {
      const struct glyph *glyph
        = &brush->block->glyphs[side].items[line->first + i];
      enum style own = glyph_style (brush, side, glyph->range);
      if (own != style && drawn.len > 0)
        {
          canvas_put (brush->canvas, row, from, style, drawn.data, drawn.len);
          buf_clear (&drawn);
          from = at;
        }
      style = own;
      wrap_draw (text, glyph, &drawn);
      at += glyph->width;
    }
  if (drawn.len > 0)
    canvas_put (brush->canvas, row, from, style, drawn.data, drawn.len);
  buf_free (&drawn);
}

/* The signs of a bead, the most telling first; returns how many.  */
enum { SIGNS = 3 };

static size_t
signs_of (const struct brush *brush, const char *signs[SIGNS])
{
  const struct bead *bead
    = &brush->reading->document->beads.items[brush->block->bead];
  size_t count = 0;
  if (brush->notes > 0)
    signs[count++] = brush->note_sign;
  if (brush->differs)
    signs[count++] = sign_differs ();
  if (reading_unsure (brush->reading->document, bead))
    signs[count++] = "~";
  return count;
}

/* The sign that stands in row ROW of the bead: one a row; where the sides stand
   beside each other the translation has them from the last on, so that a bead
   of one row shows two.  */
static const char *
sign_at (const struct brush *brush, size_t row, bool beside, enum side side)
{
  const char *signs[SIGNS];
  size_t count = signs_of (brush, signs);
  if (row >= count)
    return NULL;
  return signs[beside && side == TRANSLATION ? count - 1 - row : row];
}

/* Whether LINE of SIDE has some of what stands for the word under the cursor: it
   gets a sign in the margin, and so does the word's own line.  */
static bool
has_word (const struct brush *brush, enum side side, const struct line *line)
{
  const struct wording *w = words_of (brush);
  for (size_t i = 0; w && line && i < line->count; i++)
    {
      struct range r
        = brush->block->glyphs[side].items[line->first + i].range;
      if (word_style (brush, w, side, word_at (w, side, r)) != STYLE_PLAIN)
        return true;
    }
  return false;
}

/* The sign in front of LINES of row ROW of the bead, at SIDE's margin; SHARED: it
   is that of both sides.  */
static const char *
margin_sign (const struct brush *brush, size_t row, bool beside, bool shared,
             enum side side, const struct line *const lines[SIDES])
{
  if (has_word (brush, side, lines[side])
      || (shared && has_word (brush, TRANSLATION, lines[TRANSLATION])))
    return "=";
  return sign_at (brush, row, beside, side);
}

/* A sign, and the mark of the lit bead.  Each stands in a column of its own, so
   that both are seen without colour.  */
static void
paint_margin (const struct brush *brush, size_t row, size_t column,
              const char *sign)
{
  if (sign)
    canvas_put (brush->canvas, row, column, STYLE_SIGN, sign, strlen (sign));
  if (brush->lit)
    canvas_put (brush->canvas, row, column + 1, STYLE_LIT, ">", 1);
}

static void
paint_row (const struct brush *brush, size_t row, size_t block_row,
           const struct stripe stripes[SIDES], size_t rule)
{
  const struct line *lines[SIDES];
  bool text = block_row < brush->block->text_rows;
  for (enum side s = 0; s < SIDES; s++)
    lines[s] = stripes[s].width ? grid_line (brush->block, s, block_row)
                                : NULL;
  bool shared = stripes[ORIGINAL].width > 0 && stripes[TRANSLATION].width > 0
                && stripes[ORIGINAL].column == stripes[TRANSLATION].column;
  for (enum side s = 0; s < SIDES; s++)
    {
      if (rule && s == TRANSLATION)
        canvas_put (brush->canvas, row, rule,
                    brush->lit && text ? STYLE_LIT : STYLE_FRAME, "|", 1);
      if (stripes[s].width && text && !(shared && s == TRANSLATION))
        paint_margin (brush, row, stripes[s].column,
                      margin_sign (brush, block_row, rule > 0, shared, s,
                                   lines));
      if (lines[s])
        paint_line (brush, row, stripes[s].column + MARGIN, s, lines[s]);
    }
}

/* The sign of the notes of BRUSH: one is *, or its letter where it is nothing but
   a highlight; several are counted.  */
static char
note_sign (const struct brush *brush)
{
  size_t count = brush->notes;
  const struct mark *first
    = count ? reading_mark (brush->reading, brush->first_note) : NULL;
  if (count == 1 && first->note.highlight && !*first->note.text)
    return first->note.highlight;
  return count < 2 ? '*' : count > 9 ? '+' : (char) ('0' + count);
}

/* Readies the brush for block INDEX.  */
static void
dip (struct brush *brush, struct port *port, size_t index,
     const struct query *sought, const struct stripe stripes[SIDES])
{
  brush->block = grid_block (port->grid, index);
  brush->lit = index == brush->reading->bead;
  brush->notes
    = reading_notes_at (brush->reading, index, &brush->first_note);
  brush->note_sign[0] = note_sign (brush);
  brush->shown = brush->lit ? reading_note (brush->reading) : NULL;
  brush->checks
    = reading_checks_at (brush->reading, index, &brush->first_check);
  brush->differs = false;
  for (size_t i = 0; i < brush->checks; i++)
    brush->differs
      |= brush->reading->checks.items[brush->first_check + i].severity
         > SEVERITY_QUIET;
  for (enum side s = 0; s < SIDES; s++)
    {
      brush->found[s].len = 0;
      if (stripes[s].width && sought)
        reading_occurrences (brush->reading, sought, index, s,
                             &brush->found[s]);
    }
}

void
paint_port (struct canvas *canvas, size_t row, struct port *port,
            const struct reading *reading, const struct query *sought,
            const struct stripe stripes[SIDES], size_t rule)
{
  struct brush brush = { .canvas = canvas, .reading = reading };
  struct grid_place at = port->top;
  bool more = grid_blocks (port->grid) > 0;
  if (more)
    dip (&brush, port, at.block, sought, stripes);
  for (size_t i = 0; i < port->height; i++)
    {
      if (more)
        paint_row (&brush, row + i, at.row, stripes, rule);
      else if (rule)
        canvas_put (canvas, row + i, rule, STYLE_FRAME, "|", 1);
      size_t block = at.block;
      more = more && grid_move (port->grid, &at, 1) == 1;
      if (more && at.block != block)
        dip (&brush, port, at.block, sought, stripes);
    }
  for (enum side s = 0; s < SIDES; s++)
    VEC_FREE (&brush.found[s]);
}
