/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Templates: a note written out as a reader wants it.  */
#include "export/template.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "export/export_parts.h"
#include "export/template_fields.h"

/* A piece of a template.  */
struct piece
{
  enum
  {
    PIECE_TEXT,
    PIECE_FIELD,
    PIECE_WITH,    /* {?FIELD} */
    PIECE_WITHOUT, /* {!FIELD} */
    PIECE_END      /* {/} */
  } kind;
  struct range text;                  /* PIECE_TEXT: of the template */
  const struct template_field *field; /* the others but PIECE_END */
  const struct template_form *form;   /* NULL: as it is */
  size_t end; /* PIECE_WITH, PIECE_WITHOUT: the index of its end */
};

struct pieces VEC (struct piece);

struct template
{
  char *text;
  struct pieces pieces;
};

/* A template being read.  */
struct reading
{
  struct template *template;
  size_t len;
  const char *where;
  struct err *err;
  struct
  {
    size_t *items; /* the sections that are open, by their pieces */
    size_t len;
    size_t cap;
  } open;
};

const char *
template_field_name (size_t index)
{
  return template_fields[index].name;
}

const char *
template_field_help (size_t index)
{
  return template_fields[index].help;
}

const char *
template_form_name (size_t index)
{
  return template_forms[index].name;
}

const char *
template_form_help (size_t index)
{
  return template_forms[index].help;
}

/* Refuses the template for DETAIL (freed) at byte AT.  */
static bool
refuse (struct reading *reading, size_t at, char *detail)
{
  long line = 1;
  for (size_t i = 0; i < at; i++)
    line += reading->template->text[i] == '\n';
  err_set (reading->err, ERR_USAGE, reading->where, "%s", detail);
  err_at (reading->err, line, (long long) at);
  free (detail);
  return false;
}

static const struct template_field *
field_named (const char *name, size_t len)
{
  for (size_t i = 0; template_fields[i].name; i++)
    if (strlen (template_fields[i].name) == len
        && memcmp (template_fields[i].name, name, len) == 0)
      return &template_fields[i];
  return NULL;
}

static const struct template_form *
form_named (const char *name, size_t len)
{
  for (size_t i = 0; template_forms[i].name; i++)
    if (strlen (template_forms[i].name) == len
        && memcmp (template_forms[i].name, name, len) == 0)
      return &template_forms[i];
  return NULL;
}

/* All field names, for a message; the caller frees them.  */
static char *
all_names (const char *(*name) (size_t index))
{
  struct buf names = BUF_INIT;
  for (size_t i = 0; name (i); i++)
    buf_add_format (&names, "%s%s", i ? ", " : "", name (i));
  return buf_take (&names);
}

/* ERR_USAGE: there is no field, or no form, of the LEN bytes at NAME.  */
static bool
refuse_name (struct reading *reading, size_t at, size_t len, bool field)
{
  char *known = all_names (field ? template_field_name : template_form_name);
  char *detail
    = mem_format (field ? _ ("there is no field \"%.*s\"; there are %s")
                        : _ ("there is no form \"%.*s\"; there are %s"),
                  (int) (len < 40 ? len : 40), reading->template->text + at,
                  known);
  free (known);
  return refuse (reading, at, detail);
}

/* Closes the section opened last.  */
static bool
read_end (struct reading *reading, size_t at)
{
  struct pieces *pieces = &reading->template->pieces;
  if (reading->open.len == 0)
    return refuse (reading, at,
                   mem_string (_ ("{/} ends nothing; {?FIELD} or {!FIELD} "
                                  "must stand before it")));
  pieces->items[reading->open.items[--reading->open.len]].end = pieces->len;
  VEC_PUSH (pieces, (struct piece) { .kind = PIECE_END });
  return true;
}

/* Reads what stands in the braces around the bytes AT to END.  */
static bool
read_braces (struct reading *reading, size_t at, size_t end)
{
  const char *text = reading->template->text;
  struct piece piece = { .kind = PIECE_FIELD };
  if (end == at + 1 && text[at] == '/')
    return read_end (reading, at);
  if (at < end && (text[at] == '?' || text[at] == '!'))
    piece.kind = text[at++] == '?' ? PIECE_WITH : PIECE_WITHOUT;
  const char *colon = memchr (text + at, ':', end - at);
  size_t name_end = colon && piece.kind == PIECE_FIELD
                      ? (size_t) (colon - text)
                      : end;
  piece.field = field_named (text + at, name_end - at);
  if (!piece.field)
    return refuse_name (reading, at, name_end - at, true);
  if (name_end < end)
    {
      piece.form = form_named (text + name_end + 1, end - name_end - 1);
      if (!piece.form)
        return refuse_name (reading, name_end + 1, end - name_end - 1, false);
    }
  if (piece.kind != PIECE_FIELD)
    VEC_PUSH (&reading->open, reading->template->pieces.len);
  VEC_PUSH (&reading->template->pieces, piece);
  return true;
}

static void
add_text (struct reading *reading, size_t start, size_t end)
{
  if (start < end)
    VEC_PUSH (&reading->template->pieces,
              (struct piece) { .kind = PIECE_TEXT, .text = { start, end } });
}

/* Reads the brace at byte *AT and what belongs to it; *AT is behind it.  */
static bool
read_brace (struct reading *reading, size_t *at)
{
  const char *text = reading->template->text;
  size_t start = *at;
  if (start + 1 < reading->len && text[start + 1] == text[start])
    {
      add_text (reading, start, start + 1);
      *at = start + 2;
      return true;
    }
  if (text[start] == '}')
    return refuse (reading, start,
                   mem_string (_ ("} stands alone; a brace as such is }}")));
  const char *end = memchr (text + start, '}', reading->len - start);
  if (!end)
    return refuse (reading, start,
                   mem_string (_ ("{ is not closed; a brace as such is {{")));
  *at = (size_t) (end - text) + 1;
  return read_braces (reading, start + 1, *at - 1);
}

static bool
read_all (struct reading *reading)
{
  const char *text = reading->template->text;
  for (size_t at = 0; at < reading->len;)
    {
      size_t end = at;
      while (end < reading->len && text[end] != '{' && text[end] != '}')
        end++;
      add_text (reading, at, end);
      at = end;
      if (at < reading->len && !read_brace (reading, &at))
        return false;
    }
  return reading->open.len == 0
         || refuse (reading, reading->len,
                    mem_string (_ ("{?FIELD} or {!FIELD} is not ended by "
                                   "{/}")));
}

struct template *
template_read (const char *text, size_t len, const char *where,
               struct err *err)
{
  struct template *template = mem_new (1, sizeof *template);
  struct reading reading = { template, len, where, err, { NULL, 0, 0 } };
  template->text = mem_copy (text, len);
  bool done = read_all (&reading);
  VEC_FREE (&reading.open);
  if (!done)
    {
      template_free (template);
      template = NULL;
    }
  return template;
}

void
template_free (struct template *template)
{
  if (!template)
    return;
  free (template->text);
  VEC_FREE (&template->pieces);
  free (template);
}

/* Adds the value of PIECE's field to OUT.  */
static void
write_field (const struct piece *piece, const struct export_note *note,
             const struct export_options *options, struct buf *out)
{
  struct buf value = BUF_INIT;
  if (!piece->form)
    {
      piece->field->value (note, options, out);
      return;
    }
  piece->field->value (note, options, &value);
  piece->form->put (buf_string (&value), out);
  buf_free (&value);
}

static bool
has_value (const struct piece *piece, const struct export_note *note,
           const struct export_options *options)
{
  struct buf value = BUF_INIT;
  piece->field->value (note, options, &value);
  bool has = export_has (buf_string (&value));
  buf_free (&value);
  return has;
}

static void
write_note (const struct template *template, const struct export_note *note,
            const struct export_options *options, struct buf *out)
{
  for (size_t i = 0; i < template->pieces.len; i++)
    {
      const struct piece *piece = &template->pieces.items[i];
      if (piece->kind == PIECE_TEXT)
        buf_add (out, template->text + piece->text.start,
                 range_len (piece->text));
      else if (piece->kind == PIECE_FIELD)
        write_field (piece, note, options, out);
      else if (piece->kind != PIECE_END
               && has_value (piece, note, options)
                    != (piece->kind == PIECE_WITH))
        i = piece->end;
    }
}

void
template_write (const struct template *template,
                const struct export_note *notes, size_t count,
                const struct export_options *options, struct buf *out)
{
  for (size_t i = 0; i < count; i++)
    write_note (template, &notes[i], options, out);
}
