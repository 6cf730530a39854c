/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which members of an annotation are what.  */
#include "import/annotation_fields.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Members that are kept as they are.  Where two are meant for one thing the
   first that comes is taken.  */
static const struct
{
  const char *path;
  enum annotation_text text;
} texts[] = {
  { "id", ANNOTATION_ID },
  { "@id", ANNOTATION_ID },
  { "type", ANNOTATION_TYPE },
  { "@type", ANNOTATION_TYPE },
  { "created", ANNOTATION_CREATED },
  { "modified", ANNOTATION_MODIFIED },
  { "updated", ANNOTATION_MODIFIED },
  { "bodyValue", ANNOTATION_BODY },
  { "text", ANNOTATION_BODY },
  { "uri", ANNOTATION_SOURCE },
  { "target", ANNOTATION_SOURCE },
  { "target.id", ANNOTATION_SOURCE },
  { "target.source", ANNOTATION_SOURCE },
  { "target.source.id", ANNOTATION_SOURCE },
  { "document.title", ANNOTATION_TITLE },
  { "enface:kind", ANNOTATION_KIND },
  { "enface:side", ANNOTATION_SIDE },
  { "enface:subject", ANNOTATION_SUBJECT },
  { "enface:fingerprint", ANNOTATION_FINGERPRINT },
  { "enface:document", ANNOTATION_DOCUMENT },
  { "enface:highlight", ANNOTATION_HIGHLIGHT },
  { "enface:versionOf", ANNOTATION_VERSION_OF },
  { "enface:deleted", ANNOTATION_DELETED },
  { "enface:text", ANNOTATION_OWN_TEXT },
  { "enface:original", ANNOTATION_ORIGINAL },
  { "enface:translation", ANNOTATION_TRANSLATION },
  { "enface:collection", ANNOTATION_COLLECTION },
  { "enface:path", ANNOTATION_PATH },
  { "enface:date", ANNOTATION_DATE },
  { "enface:page", ANNOTATION_PAGE },
  { "enface:column", ANNOTATION_COLUMN },
  { "enface:title", ANNOTATION_ORIGINAL_TITLE },
  { "enface:translatedTitle", ANNOTATION_TRANSLATED_TITLE },
  { "enface:author", ANNOTATION_ORIGINAL_AUTHOR },
  { "enface:translatedAuthor", ANNOTATION_TRANSLATED_AUTHOR },
  { "enface:facing.enface:exact", ANNOTATION_FACING_EXACT },
  { "enface:facing.enface:prefix", ANNOTATION_FACING_PREFIX },
  { "enface:facing.enface:suffix", ANNOTATION_FACING_SUFFIX },
  { "enface:facing.enface:fingerprint", ANNOTATION_FACING_FINGERPRINT },
};

static const struct
{
  const char *path;
  enum annotation_number number;
} numbers[] = {
  { "enface:start", ANNOTATION_BYTE_START },
  { "enface:end", ANNOTATION_BYTE_END },
  { "enface:position", ANNOTATION_POSITION },
  { "enface:facing.enface:start", ANNOTATION_FACING_START },
  { "enface:facing.enface:end", ANNOTATION_FACING_END },
};

/* --- keeping -------------------------------------------------------------- */

static void
versions_clear (struct annotation *annotation)
{
  for (size_t i = 0; i < annotation->versions.len; i++)
    {
      free (annotation->versions.items[i].modified);
      free (annotation->versions.items[i].text);
      free (annotation->versions.items[i].highlight);
    }
  VEC_FREE (&annotation->versions);
}

/* Frees what ANNOTATION holds; where it stands is kept.  */
static void
let_go (struct annotation *annotation)
{
  for (size_t i = 0; i < ANNOTATION_TEXTS; i++)
    {
      free (annotation->text[i]);
      annotation->text[i] = NULL;
    }
  for (size_t i = 0; i < annotation->tags.len; i++)
    free (annotation->tags.items[i]);
  VEC_FREE (&annotation->tags);
  versions_clear (annotation);
}

void
annotation_clear (struct annotation *annotation)
{
  let_go (annotation);
  memset (annotation, 0, sizeof *annotation);
  for (size_t i = 0; i < ANNOTATION_NUMBERS; i++)
    annotation->number[i] = -1;
}

void
annotation_parts_free (struct annotation_parts *parts)
{
  struct buf *bufs[] = { &parts->type,   &parts->purpose, &parts->value,
                         &parts->exact,  &parts->prefix,  &parts->suffix,
                         &parts->modified, &parts->highlight, &parts->body };
  for (size_t i = 0; i < sizeof bufs / sizeof *bufs; i++)
    buf_free (bufs[i]);
}

/* Whether LEN more bytes at TEXT may be kept.  */
static bool
may_keep (struct annotation *annotation, const char *text, size_t len)
{
  if (annotation->too_large)
    return false;
  annotation->stored += len + sizeof (char *);
  if (annotation->stored > ANNOTATION_MOST)
    {
      let_go (annotation);
      annotation->too_large = true;
      return false;
    }
  if (len > 0 && memchr (text, '\0', len))
    annotation->has_nul = true;
  return true;
}

static void
keep (struct annotation *annotation, enum annotation_text which,
      const char *text, size_t len)
{
  if (!annotation->text[which] && may_keep (annotation, text, len))
    annotation->text[which] = mem_copy (text, len);
}

bool
annotation_is_one (const struct annotation *annotation)
{
  const char *type = annotation->text[ANNOTATION_TYPE];
  return annotation->too_large || (type && strcmp (type, "Annotation") == 0)
         || (annotation->text[ANNOTATION_ID]
             && annotation->text[ANNOTATION_SOURCE]);
}

/* --- parts ---------------------------------------------------------------- */

enum part
{
  PART_NONE,
  PART_BODY,
  PART_TARGET,
  PART_SELECTOR,
  PART_VERSION
};

static enum part
part_at (const char *path)
{
  if (strcmp (path, "body") == 0 || strcmp (path, "body.items") == 0)
    return PART_BODY;
  if (strcmp (path, "target") == 0)
    return PART_TARGET;
  if (strcmp (path, "target.selector") == 0)
    return PART_SELECTOR;
  return strcmp (path, "enface:history") == 0 ? PART_VERSION : PART_NONE;
}

void
annotation_open_part (struct annotation_parts *parts,
                      struct annotation *annotation, const char *path)
{
  enum part part = part_at (path);
  if (part == PART_TARGET)
    annotation->targets++;
  if (part == PART_NONE || part == PART_TARGET)
    return;
  struct buf *bufs[] = { &parts->type,   &parts->purpose, &parts->value,
                         &parts->exact,  &parts->prefix,  &parts->suffix,
                         &parts->modified, &parts->highlight };
  for (size_t i = 0; i < sizeof bufs / sizeof *bufs; i++)
    if (bufs[i]->data)
      buf_clear (bufs[i]);
  parts->start = parts->end = -1;
  parts->written = false;
}

static void
close_body (struct annotation_parts *parts, struct annotation *annotation)
{
  const struct buf *value = &parts->value;
  bool written = parts->written;
  parts->written = false; /* what is around this one has not said it */
  if (!written || !may_keep (annotation, buf_string (value), value->len))
    return;
  if (strcmp (buf_string (&parts->purpose), "tagging") == 0)
    VEC_PUSH (&annotation->tags, mem_copy (buf_string (value), value->len));
  else
    {
      buf_add_string (&parts->body, parts->has_body ? "\n\n" : "");
      buf_add (&parts->body, buf_string (value), value->len);
      parts->has_body = true;
    }
}

void
annotation_finish (struct annotation_parts *parts,
                   struct annotation *annotation)
{
  if (parts->has_body && !annotation->too_large
      && !annotation->text[ANNOTATION_BODY])
    annotation->text[ANNOTATION_BODY]
      = mem_copy (buf_string (&parts->body), parts->body.len);
  parts->has_body = false;
  buf_free (&parts->body);
}

/* Only the first target counts.  */
static void
close_selector (struct annotation_parts *parts, struct annotation *annotation)
{
  const char *type = buf_string (&parts->type);
  if (annotation->targets > 1)
    return;
  if (strcmp (type, "TextQuoteSelector") == 0)
    {
      keep (annotation, ANNOTATION_EXACT, buf_string (&parts->exact),
            parts->exact.len);
      keep (annotation, ANNOTATION_PREFIX, buf_string (&parts->prefix),
            parts->prefix.len);
      keep (annotation, ANNOTATION_SUFFIX, buf_string (&parts->suffix),
            parts->suffix.len);
    }
  else if (strcmp (type, "TextPositionSelector") == 0
           && annotation->number[ANNOTATION_START] < 0)
    {
      annotation->number[ANNOTATION_START] = parts->start;
      annotation->number[ANNOTATION_END] = parts->end;
    }
}

static char *
copy_of (const struct buf *buf)
{
  return mem_copy (buf_string (buf), buf->len);
}

static void
close_version (struct annotation_parts *parts, struct annotation *annotation)
{
  struct buf *all[] = { &parts->modified, &parts->value, &parts->highlight };
  for (size_t i = 0; i < 3; i++)
    if (!may_keep (annotation, buf_string (all[i]), all[i]->len))
      return;
  VEC_PUSH (&annotation->versions,
            (struct annotation_version) { copy_of (&parts->modified),
                                          copy_of (&parts->value),
                                          copy_of (&parts->highlight) });
}

void
annotation_close_part (struct annotation_parts *parts,
                       struct annotation *annotation, const char *path)
{
  switch (part_at (path))
    {
    case PART_BODY:
      close_body (parts, annotation);
      break;
    case PART_SELECTOR:
      close_selector (parts, annotation);
      break;
    case PART_VERSION:
      close_version (parts, annotation);
      break;
    default:
      break;
    }
}

/* --- members -------------------------------------------------------------- */

/* Where the member NAME of the part that is open is kept; NULL: nowhere.  */
static struct buf *
slot_of (struct annotation_parts *parts, enum part part, const char *name)
{
  const struct
  {
    enum part part;
    const char *name;
    struct buf *slot;
  } slots[] = {
    { PART_BODY, "value", &parts->value },
    { PART_BODY, "purpose", &parts->purpose },
    { PART_SELECTOR, "type", &parts->type },
    { PART_SELECTOR, "exact", &parts->exact },
    { PART_SELECTOR, "prefix", &parts->prefix },
    { PART_SELECTOR, "suffix", &parts->suffix },
    { PART_VERSION, "enface:modified", &parts->modified },
    { PART_VERSION, "enface:text", &parts->value },
    { PART_VERSION, "enface:highlight", &parts->highlight },
  };
  for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
    if (slots[i].part == part && strcmp (slots[i].name, name) == 0)
      return slots[i].slot;
  return NULL;
}

/* Splits PATH: the part that the member is of, and its *NAME there.  */
static enum part
split (const char *path, const char **name)
{
  const char *dot = strrchr (path, '.');
  *name = dot ? dot + 1 : path;
  if (!dot)
    return PART_NONE;
  char *outside = mem_copy (path, (size_t) (dot - path));
  enum part part = part_at (outside);
  free (outside);
  return part;
}

/* Whether the text at PATH is to be left alone: it is of a second target.  */
static bool
is_second_target (const struct annotation *annotation, const char *path)
{
  return strncmp (path, "target", 6) == 0 && annotation->targets > 1;
}

void
annotation_take_text (struct annotation_parts *parts,
                      struct annotation *annotation, const char *path,
                      const char *text, size_t len)
{
  const char *name;
  enum part part = split (path, &name);
  struct buf *slot = slot_of (parts, part, name);
  if (strcmp (path, "target") == 0)
    annotation->targets++;
  if (annotation->too_large || is_second_target (annotation, path))
    return;
  if (slot)
    {
      buf_clear (slot);
      buf_add (slot, text, len);
      parts->written = parts->written || slot == &parts->value;
    }
  else if (strcmp (path, "tags") == 0)
    {
      if (may_keep (annotation, text, len))
        VEC_PUSH (&annotation->tags, mem_copy (text, len));
    }
  else
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
      if (strcmp (texts[i].path, path) == 0)
        keep (annotation, texts[i].text, text, len);
}

/* The whole number in the LEN bytes at TEXT; -1 where it is another or less
   than 0.  */
static long long
read_number (const char *text, size_t len)
{
  long long number = 0;
  if (len > 18)
    return -1;
  for (size_t i = 0; i < len; i++)
    if (text[i] < '0' || text[i] > '9')
      return -1;
    else
      number = 10 * number + (text[i] - '0');
  return number;
}

void
annotation_take_number (struct annotation_parts *parts,
                        struct annotation *annotation, const char *path,
                        const char *text, size_t len)
{
  long long number = read_number (text, len);
  if (annotation->too_large || is_second_target (annotation, path))
    return;
  if (strcmp (path, "target.selector.start") == 0)
    parts->start = number;
  else if (strcmp (path, "target.selector.end") == 0)
    parts->end = number;
  else
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
      if (strcmp (numbers[i].path, path) == 0)
        annotation->number[numbers[i].number] = number;
}
