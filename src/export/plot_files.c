/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plot as SVG and as records.  */
#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "export/exporter.h"
#include "export/plot_frame.h"

/* Pixels.  */
enum
{
  WIDTH = 960,
  HEIGHT = 540,
  LEFT = 150,
  RIGHT = 40,
  TOP = 70,
  BOTTOM = 60,
  LETTER = 9, /* the width of a digit of 16 pixels */
  TICKS = 7   /* of the values, about */
};

/* Whether XML 1.0 may hold CP.  */
static bool
is_xml (unsigned cp)
{
  return cp != UTF8_ERROR
         && (cp >= 0x20 || cp == '\t' || cp == '\n' || cp == '\r')
         && (cp < 0x7F || cp > 0x9F) && cp != 0xFFFE && cp != 0xFFFF;
}

/* Appends TEXT, which may be any bytes, as text of XML: what that can't hold
   becomes U+FFFD.  */
static void
add_escaped (const char *text, struct buf *out)
{
  size_t len = text ? strlen (text) : 0;
  for (size_t at = 0; at < len;)
    {
      unsigned cp = utf8_next (text, len, &at);
      if (cp == '&')
        buf_add_string (out, "&amp;");
      else if (cp == '<')
        buf_add_string (out, "&lt;");
      else if (cp == '>')
        buf_add_string (out, "&gt;");
      else
        buf_add_cp (out, is_xml (cp) ? cp : 0xFFFD);
    }
}

static double
pixel_x (double at)
{
  return LEFT + at * (WIDTH - LEFT - RIGHT);
}

static double
pixel_y (double at)
{
  return HEIGHT - BOTTOM - at * (HEIGHT - TOP - BOTTOM);
}

static void
add_text (double x, double y, const char *anchor, const char *text,
          struct buf *out)
{
  buf_add_format (out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">", x, y,
                  anchor);
  add_escaped (text, out);
  buf_add_string (out, "</text>\n");
}

static void
add_line (double x1, double y1, double x2, double y2, struct buf *out)
{
  buf_add_format (out,
                  "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
                  x1, y1, x2, y2);
}

static void
add_head (const struct plot *plot, struct buf *out)
{
  buf_add_format (out,
                  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                  "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" "
                  "width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
                  "font-family=\"sans-serif\" font-size=\"16\">\n<title>",
                  WIDTH, HEIGHT, WIDTH, HEIGHT);
  add_escaped (plot->title, out);
  buf_add_format (out,
                  "</title>\n<rect width=\"%d\" height=\"%d\" "
                  "fill=\"white\"/>\n<g font-size=\"20\">\n",
                  WIDTH, HEIGHT);
  add_text (LEFT, 32, "start", plot->title, out);
  buf_add_string (out, "</g>\n");
  add_text (10, TOP - 14, "start", plot->unit, out);
}

static void
add_axes (const struct plot_frame *frame, struct buf *out)
{
  double foot = pixel_y (0);
  buf_add_string (out, "<g stroke=\"#ccc\">\n");
  for (size_t i = 0; i < frame->values.len; i++)
    {
      double y = pixel_y (frame->values.items[i].at);
      add_line (LEFT, y, WIDTH - RIGHT, y, out);
    }
  buf_add_string (out, "</g>\n<g stroke=\"black\">\n");
  add_line (LEFT, pixel_y (1), LEFT, foot, out);
  add_line (LEFT, foot, WIDTH - RIGHT, foot, out);
  for (size_t i = 0; i < frame->dates.len; i++)
    {
      double x = pixel_x (frame->dates.items[i].at);
      add_line (x, foot, x, foot + 6, out);
    }
  buf_add_string (out, "</g>\n");
  for (size_t i = 0; i < frame->values.len; i++)
    add_text (LEFT - 10, pixel_y (frame->values.items[i].at) + 5, "end",
              frame->values.items[i].text, out);
  for (size_t i = 0; i < frame->dates.len; i++)
    add_text (pixel_x (frame->dates.items[i].at), foot + 26, "middle",
              frame->dates.items[i].text, out);
}

/* A disc at each bound and a bar between them.  An open bound has an arrow
   instead of nothing: the value goes on that way.  */
static void
add_point (const struct plot_frame *frame, const struct plot_point *point,
           struct buf *out)
{
  struct plot_spot spot;
  if (!plot_frame_spot (frame, point, &spot))
    return;
  double x = pixel_x (spot.x), low = pixel_y (spot.low);
  double high = pixel_y (spot.high);
  buf_add_string (out, "<g><title>");
  add_escaped (point->date, out);
  if (point->label)
    {
      buf_add_byte (out, ' ');
      add_escaped (point->label, out);
    }
  buf_add_format (out,
                  "</title><circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>", x,
                  high);
  if (high != low)
    buf_add_format (out,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>"
                    "<path d=\"M%.1f %.1fV%.1f\"/>",
                    x, low, x, low, high);
  else if (isnan (point->high) || isnan (point->low))
    {
      int way = isnan (point->high) ? -1 : 1;
      buf_add_format (out, "<path d=\"M%.1f %.1fv%dm-3 %dl3 %dl3 %d\"/>", x,
                      low, 14 * way, -4 * way, 4 * way, -4 * way);
    }
  buf_add_string (out, "</g>\n");
}

bool
plot_svg (const struct plot *plot, struct buf *out, struct plot_told *told)
{
  struct plot_frame frame;
  plot_frame_make (plot, TICKS, &frame);
  if (told)
    *told = frame.told;
  bool shown = frame.told.shown > 0;
  if (shown)
    {
      plot_frame_dates (&frame, (WIDTH - LEFT - RIGHT) / LETTER);
      add_head (plot, out);
      add_axes (&frame, out);
      buf_add_string (out, "<g stroke=\"black\" fill=\"black\" "
                           "fill-opacity=\"0.6\">\n");
      for (size_t i = 0; i < plot->count; i++)
        add_point (&frame, &plot->points[i], out);
      buf_add_string (out, "</g>\n</svg>\n");
    }
  plot_frame_free (&frame);
  return shown;
}

/* --- records ------------------------------------------------------------ */

static void
add_field (const char *text, struct buf *out)
{
  if (text)
    export_field (text, strlen (text), out);
}

static void
add_value (double value, struct buf *out)
{
  if (isnan (value))
    buf_add_byte (out, '-');
  else
    buf_add_format (out, "%.15g", value);
  buf_add_byte (out, '\t');
}

void
plot_tsv (const struct plot *plot, struct buf *out)
{
  for (size_t i = 0; i < plot->count; i++)
    {
      const struct plot_point *point = &plot->points[i];
      add_field (point->date, out);
      buf_add_byte (out, '\t');
      add_value (point->low, out);
      add_value (point->high, out);
      add_field (plot->unit, out);
      buf_add_byte (out, '\t');
      add_field (point->label, out);
      buf_add_byte (out, '\n');
    }
}
