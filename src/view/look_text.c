/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of a word, laid out in rows.  */
#include "view/look_text.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"

enum { SIGN_COLUMNS = 2 };

static void
add (struct look_text *text, const char *sign, enum style style, char *words,
     size_t columns)
{
  struct look_item item = { .sign = sign, .style = style, .text = words };
  wrap_glyphs (words, (struct range) { 0, strlen (words) }, true,
               &item.glyphs);
  wrap_lines (&item.glyphs, columns > SIGN_COLUMNS ? columns - SIGN_COLUMNS : 1,
              &item.lines);
  text->rows += item.lines.len;
  VEC_PUSH (&text->items, item);
}

/* The word and what stands for it on the other side, as one text.  */
static char *
head_of (const struct session *session, const struct looks *looks)
{
  const struct document *document = session->reading->document;
  const char *word = looks->items[0].text;
  if (looks->len > 1 && looks->items[1].kind == LOOK_FACING)
    return mem_format ("%s = %s", word, looks->items[1].text);
  if (!document_has (document, ORIGINAL)
      || !document_has (document, TRANSLATION))
    return mem_string (word);
  return mem_format (_("%s: no counterpart is known"), word);
}

static void
add_look (struct look_text *text, const struct look *look, size_t columns)
{
  switch (look->kind)
    {
    case LOOK_GLOSSARY:
      add (text, "#", STYLE_PLAIN,
           mem_format (_("glossary: %s"), look->text), columns);
      break;
    case LOOK_READING:
    case LOOK_ENTRY:
    case LOOK_PART:
      add (text, look->kind == LOOK_PART ? "-" : " ", STYLE_PLAIN,
           mem_string (look->text), columns);
      break;
    case LOOK_WORD:
    case LOOK_FACING: /* in the head */
      break;
    }
}

void
look_text_fill (struct look_text *text, struct session *session, bool whole,
                size_t columns)
{
  struct looks looks = { 0 };
  bool entries = false;
  *text = (struct look_text) { .rows = 0 };
  lookup (session, whole, &looks);
  if (looks.len == 0)
    add (text, " ", STYLE_PLAIN,
         mem_string (_("There are no words on this side of the pair.")),
         columns);
  else
    add (text, "=", STYLE_STRONG, head_of (session, &looks), columns);
  for (size_t k = 0; k < looks.len; k++)
    {
      add_look (text, &looks.items[k], columns);
      entries |= looks.items[k].kind >= LOOK_ENTRY;
    }
  if (!entries && !entries_any (session->entries))
    add (text, " ", STYLE_PLAIN,
         mem_string (_("No dictionary is installed; \"enface dictionary add "
                       "FILE\" adds one.")),
         columns);
  else if (!entries && looks.len > 0)
    add (text, " ", STYLE_PLAIN, mem_string (_("No dictionary has it.")),
         columns);
  looks_free (&looks);
}

void
look_text_clear (struct look_text *text)
{
  for (size_t k = 0; k < text->items.len; k++)
    {
      VEC_FREE (&text->items.items[k].glyphs);
      VEC_FREE (&text->items.items[k].lines);
      free (text->items.items[k].text);
    }
  VEC_FREE (&text->items);
  text->rows = 0;
}

void
look_text_draw (const struct look_text *text, struct canvas *canvas,
                size_t row, size_t first, size_t count)
{
  size_t at = 0;
  for (size_t k = 0; k < text->items.len; k++)
    {
      const struct look_item *item = &text->items.items[k];
      for (size_t i = 0; i < item->lines.len; i++, at++)
        {
          if (at < first || at >= first + count)
            continue;
          if (i == 0)
            canvas_put (canvas, row + at - first, 0, STYLE_SIGN, item->sign,
                        strlen (item->sign));
          canvas_line (canvas, row + at - first, SIGN_COLUMNS, item->style,
                       item->text, &item->glyphs, &item->lines.items[i]);
        }
    }
}
