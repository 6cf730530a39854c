/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading annotations: what yajl calls back becomes annotations, by the paths of
   the members, in which arrays don't count: "target.selector.exact".  */
#include "import/annotation.h"

#include <stdlib.h>
#include <string.h>
#include <yajl/yajl_parse.h>

#include "base/buf.h"
#include "base/mem.h"
#include "import/annotation_fields.h"

/* Deeper than anything that is meant; longer than any path that is known.  */
enum { DEPTH_MOST = 200, PATH_MOST = 200 };

/* An object or array that is open.  */
struct level
{
  size_t path; /* length of the path outside of it */
  bool array;
};

struct annotations
{
  bool (*found) (const struct annotation *annotation, void *data);
  void *data;
  yajl_handle parser;
  struct buf path; /* of the value that comes next */
  struct VEC (struct level) levels;
  struct annotation_parts parts;
  struct annotation annotation;
  size_t record;     /* levels.len within the annotation that is open; 0: none */
  size_t base;       /* length of its path and the dot behind */
  bool stopped;      /* FOUND said no */
  size_t others;
  size_t marked;     /* bytes of a byte order mark so far */
  const char *piece; /* being fed */
  size_t counted;    /* bytes of it whose lines were counted */
  long line;
  long long before;  /* bytes fed before this piece */
  size_t silent;     /* bytes since anything was called back */
};

/* --- where ---------------------------------------------------------------- */

/* Counts the lines of the present piece up to byte END.  */
static void
count_lines (struct annotations *a, size_t end)
{
  for (; a->counted < end; a->counted++)
    a->line += a->piece[a->counted] == '\n';
}

/* How far the parser is in the present piece.  */
static size_t
reached (struct annotations *a)
{
  return yajl_get_bytes_consumed (a->parser);
}

/* --- records -------------------------------------------------------------- */

/* The path of what comes next as seen from the annotation that is open.  */
static const char *
path_within (const struct annotations *a)
{
  return a->path.len > a->base ? a->path.data + a->base : "";
}

/* Whether a path of the file, arrays left out, leads to annotations.  */
static bool
leads_to_annotations (const char *path)
{
  static const char *const paths[]
    = { "", "items", "first.items", "rows", "annotations" };
  for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
    if (strcmp (path, paths[i]) == 0)
      return true;
  return false;
}

static void
open_record (struct annotations *a)
{
  size_t at = reached (a);
  annotation_clear (&a->annotation);
  count_lines (a, at);
  a->annotation.line = a->line;
  a->annotation.offset = a->before + (long long) (at > 0 ? at - 1 : 0);
  a->record = a->levels.len;
  a->base = a->path.len > 0 ? a->path.len + 1 : 0;
}

/* What was taken for an annotation at the top holds annotations.  */
static void
unmask_container (struct annotations *a)
{
  const char *path = buf_string (&a->path);
  if (a->record != 0 && a->base == 0
      && (strcmp (path, "first") == 0
          || (*path && leads_to_annotations (path))))
    {
      annotation_finish (&a->parts, &a->annotation);
      annotation_clear (&a->annotation);
      a->record = 0;
    }
}

static bool
close_record (struct annotations *a)
{
  struct annotation *annotation = &a->annotation;
  a->record = 0;
  a->base = 0;
  annotation_finish (&a->parts, annotation);
  bool is_one = annotation_is_one (annotation);
  a->others += !is_one;
  if (is_one && !a->found (annotation, a->data))
    a->stopped = true;
  annotation_clear (annotation);
  return !a->stopped;
}

/* --- levels --------------------------------------------------------------- */

static bool
open_level (struct annotations *a, bool array)
{
  a->silent = 0;
  unmask_container (a);
  if (a->levels.len >= DEPTH_MOST)
    return false;
  VEC_PUSH (&a->levels, (struct level) { a->path.len, array });
  if (array)
    return true;
  if (a->record == 0 && leads_to_annotations (buf_string (&a->path)))
    open_record (a);
  else if (a->record != 0)
    annotation_open_part (&a->parts, &a->annotation, path_within (a));
  return true;
}

/* Cuts the path back to where the value that has ended stood: in an array
   that is the array's, in an object the key goes.  */
static void
leave_value (struct annotations *a)
{
  const struct level *level
    = a->levels.len ? &a->levels.items[a->levels.len - 1] : NULL;
  a->path.len = level ? level->path : 0;
  if (a->path.data)
    a->path.data[a->path.len] = '\0';
}

static bool
close_level (struct annotations *a)
{
  a->silent = 0;
  struct level level = a->levels.items[a->levels.len - 1];
  bool record = !level.array && a->record == a->levels.len;
  leave_value (a);
  if (!level.array && a->record != 0 && !record)
    annotation_close_part (&a->parts, &a->annotation, path_within (a));
  a->levels.len--;
  bool goes_on = record ? close_record (a) : true;
  if (a->levels.len == 0 || !a->levels.items[a->levels.len - 1].array)
    leave_value (a);
  return goes_on;
}

/* --- what yajl calls ------------------------------------------------------ */

static int
on_map (void *data)
{
  return open_level (data, false);
}

static int
on_array (void *data)
{
  return open_level (data, true);
}

static int
on_end (void *data)
{
  return close_level (data);
}

static int
on_key (void *data, const unsigned char *key, size_t len)
{
  struct annotations *a = data;
  a->silent = 0;
  leave_value (a);
  if (a->path.len > 0)
    buf_add_byte (&a->path, '.');
  if (len <= PATH_MOST && a->path.len <= PATH_MOST
      && !memchr (key, '.', len) && !memchr (key, '\0', len))
    buf_add (&a->path, (const char *) key, len);
  else
    buf_add_byte (&a->path, '?'); /* none that is known */
  return 1;
}

/* A value has ended that is no object or array.  */
static void
end_value (struct annotations *a)
{
  a->silent = 0;
  if (a->levels.len == 0 || !a->levels.items[a->levels.len - 1].array)
    leave_value (a);
}

static int
on_string (void *data, const unsigned char *text, size_t len)
{
  struct annotations *a = data;
  if (a->record != 0)
    annotation_take_text (&a->parts, &a->annotation, path_within (a),
                          (const char *) text, len);
  end_value (a);
  return 1;
}

static int
on_number (void *data, const char *text, size_t len)
{
  struct annotations *a = data;
  if (a->record != 0)
    annotation_take_number (&a->parts, &a->annotation, path_within (a), text,
                            len);
  end_value (a);
  return 1;
}

static int
on_null (void *data)
{
  end_value (data);
  return 1;
}

static int
on_boolean (void *data, int value)
{
  (void) value;
  end_value (data);
  return 1;
}

/* Memory that is never NULL.  */
static void *
give (void *data, size_t size)
{
  (void) data;
  return mem_resize (NULL, size, 1);
}

static void *
give_more (void *data, void *old, size_t size)
{
  (void) data;
  return mem_resize (old, size, 1);
}

static void
take_back (void *data, void *old)
{
  (void) data;
  free (old);
}

struct annotations *
annotations_new (bool (*found) (const struct annotation *, void *),
                 void *data)
{
  static const yajl_callbacks callbacks
    = { .yajl_null = on_null,       .yajl_boolean = on_boolean,
        .yajl_number = on_number,   .yajl_string = on_string,
        .yajl_start_map = on_map,   .yajl_map_key = on_key,
        .yajl_end_map = on_end,     .yajl_start_array = on_array,
        .yajl_end_array = on_end };
  yajl_alloc_funcs memory = { give, give_more, take_back, NULL };
  struct annotations *a = mem_new (1, sizeof *a);
  a->found = found;
  a->data = data;
  a->line = 1;
  a->parser = yajl_alloc (&callbacks, &memory, a);
  /* One value a line is a form of its own ("JSON Lines").  */
  yajl_config (a->parser, yajl_allow_multiple_values, 1);
  annotation_clear (&a->annotation);
  return a;
}

void
annotations_free (struct annotations *a)
{
  if (!a)
    return;
  yajl_free (a->parser);
  annotation_clear (&a->annotation);
  annotation_parts_free (&a->parts);
  VEC_FREE (&a->levels);
  buf_free (&a->path);
  free (a);
}

size_t
annotations_others (const struct annotations *annotations)
{
  return annotations->others;
}

/* Fills ERR after yajl has stopped with STATUS.  */
static bool
refuse (struct annotations *a, yajl_status status, struct err *err)
{
  size_t at = reached (a);
  if (a->stopped)
    return err_set (err, ERR_NONE, NULL, NULL);
  count_lines (a, at);
  if (status == yajl_status_client_canceled)
    err_set (err, ERR_JSON, NULL, "more than %d levels deep", DEPTH_MOST);
  else
    {
      unsigned char *words = yajl_get_error (a->parser, 0, NULL, 0);
      char *detail = mem_copy ((const char *) words,
                               strcspn ((const char *) words, "\n"));
      err_set (err, ERR_JSON, NULL, "%s", detail);
      free (detail);
      yajl_free_error (a->parser, words);
    }
  return err_at (err, a->line, a->before + (long long) at);
}

/* How many of the LEN bytes at BYTES are of a byte order mark at the start of the
   file.  */
static size_t
skip_mark (struct annotations *a, const char *bytes, size_t len)
{
  static const char mark[] = "\xEF\xBB\xBF";
  size_t skip = 0;
  while (skip < len && a->marked < 3 && a->before == (long long) a->marked
         && bytes[skip] == mark[a->marked])
    {
      skip++;
      a->marked++;
      a->before++;
    }
  return skip;
}

bool
annotations_feed (struct annotations *a, const char *bytes, size_t len,
                  struct err *err)
{
  size_t skip = skip_mark (a, bytes, len);
  a->piece = bytes + skip;
  a->counted = 0;
  len -= skip;
  a->silent += len;
  yajl_status status
    = yajl_parse (a->parser, (const unsigned char *) a->piece, len);
  if (status != yajl_status_ok)
    return refuse (a, status, err);
  count_lines (a, len);
  a->before += (long long) len;
  if (a->silent <= ANNOTATION_MOST)
    return true;
  err_set (err, ERR_JSON, NULL, "a value of more than %d bytes",
           ANNOTATION_MOST);
  return err_at (err, a->line, a->before);
}

size_t
annotations_wants (const struct annotations *annotations, size_t least)
{
  size_t wanted = annotations->silent / 2;
  return wanted > least ? wanted : least;
}

bool
annotations_end (struct annotations *a, struct err *err)
{
  a->piece = "";
  a->counted = 0;
  yajl_status status = yajl_complete_parse (a->parser);
  if (status == yajl_status_ok && a->levels.len == 0)
    return true;
  if (a->stopped)
    return err_set (err, ERR_NONE, NULL, NULL);
  err_set (err, ERR_JSON, NULL, "it ends in the middle");
  return err_at (err, a->line, a->before);
}
