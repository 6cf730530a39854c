/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of a concordance as they leave.  */
#include "read/line_text.h"

#include <string.h>

#include "export/exporter.h"
#include "index/kwic.h"
#include "text/width.h"

static struct range
whole (const char *text)
{
  return (struct range) { 0, strlen (text) };
}

/* --- text --------------------------------------------------------------- */

static void
add_spaces (struct buf *out, size_t count)
{
  for (; count > 0; count--)
    buf_add_byte (out, ' ');
}

/* Appends what faces LINE, cut to WIDTH columns.  */
static void
add_facing (const struct found_line *line, size_t width, struct buf *out)
{
  struct buf text = BUF_INIT;
  size_t used = kwic_draw (line->facing, whole (line->facing), &text);
  if (used > width)
    {
      text.len
        = width_fit (text.data, text.len, width - strlen ("..."), NULL);
      buf_add_string (&text, "...");
    }
  buf_add (out, buf_string (&text), text.len);
  buf_free (&text);
}

void
line_text_add (const struct found_line *line, size_t width, struct buf *out)
{
  enum { NUMBER = 6, DATE = 10, HEAD = NUMBER + DATE + 3, GAP = 2 };
  struct kwic kwic;
  struct buf row = BUF_INIT;
  size_t room = width - HEAD, left = room * 45 / 100;
  kwic_fit (line->text, whole (line->text), line->lit.items[0], left, room,
            &kwic);
  buf_add_format (&row, "%*lld ", NUMBER, line->source->id);
  const char *date = *line->source->date ? line->source->date : "-";
  size_t dated = kwic_draw (date, whole (date), &row);
  add_spaces (&row, dated < DATE ? DATE - dated : 0);
  add_spaces (&row, 2 + left - kwic.left_columns);
  kwic_draw (line->text, kwic.left, &row);
  add_spaces (&row, GAP);
  kwic_draw (line->text, kwic.match, &row);
  add_spaces (&row, GAP);
  kwic_draw (line->text, kwic.right, &row);
  row.len = width_fit (row.data, row.len, width, NULL);
  while (row.len > 0 && row.data[row.len - 1] == ' ')
    row.len--;
  buf_add (out, row.data, row.len);
  buf_add_byte (out, '\n');
  buf_free (&row);
  if (!*line->facing)
    return;
  add_spaces (out, HEAD);
  add_facing (line, room, out);
  buf_add_byte (out, '\n');
}

/* --- records ------------------------------------------------------------ */

/* Appends RANGE of TEXT as a field behind a tab.  */
static void
add_plain (const char *text, struct range range, struct buf *out)
{
  struct buf plain = BUF_INIT;
  kwic_plain (text, range, &plain);
  buf_add_byte (out, '\t');
  export_field (buf_string (&plain), plain.len, out);
  buf_free (&plain);
}

void
line_record_add (const struct found_line *line, size_t width,
                 struct buf *out)
{
  static const char *const sides[2][SIDES]
    = { { "o", "t" }, { "title o", "title t" } };
  const struct line_source *source = line->source;
  struct buf path = BUF_INIT;
  struct kwic kwic;
  kwic_fit (line->text, whole (line->text), line->lit.items[0], width / 2,
            width / 2, &kwic);
  buf_add_format (&path, "%s%s%s", source->collection,
                  *source->collection ? "/" : "", source->path);
  buf_add_format (out, "%lld\t", source->id);
  export_field (buf_string (&path), path.len, out);
  buf_free (&path);
  buf_add_format (out, "\t%s\t%zu\t%zu", sides[line->title][line->side],
                  line->start, line->end);
  add_plain (line->text, kwic.left, out);
  add_plain (line->text, kwic.match, out);
  add_plain (line->text, kwic.right, out);
  add_plain (line->facing, whole (line->facing), out);
  buf_add_byte (out, '\n');
}
