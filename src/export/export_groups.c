/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes put together by document, tag or date, each group under its heading.  */
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>

#include "base/intl.h"
#include "base/mem.h"
#include "export/export_parts.h"

static const char *const names[GROUPS_OF_NOTES + 1]
  = { "none", "document", "tag", "date", NULL };

const char *
export_group_name (size_t group)
{
  return names[group];
}

/* A note's standing in a group.  */
struct member
{
  char *key;   /* of the group; "" for the last one */
  char *title; /* what the heading says */
  size_t rank; /* of the group among those that are not ordered by key */
  size_t order;
  const struct export_note *note;
};

struct members VEC (struct member);

/* What a tag is collected into.  */
struct tagging
{
  struct members *members;
  const struct export_note *note;
  size_t order;
};

static char *
folded_key (const char *text, size_t len)
{
  size_t key_len;
  uint8_t *folded = u8_casefold ((const uint8_t *) text, len, NULL,
                                 UNINORM_NFC, NULL, &key_len);
  char *key = folded ? mem_copy ((const char *) folded, key_len)
                     : mem_copy (text, len);
  free (folded);
  return key;
}

/* Enters the note of TAGGING under each of TAGS, which LF parts.  */
static void
enter_tags (const struct tagging *tagging, const char *tags)
{
  while (*tags)
    {
      size_t len = strcspn (tags, "\n");
      VEC_PUSH (tagging->members,
                (struct member) { .key = folded_key (tags, len),
                                  .title = mem_format ("#%.*s", (int) len,
                                                       tags),
                                  .order = tagging->order,
                                  .note = tagging->note });
      tags += len + (tags[len] == '\n');
    }
}

static void
enter_tagged (struct members *members, const struct export_note *note,
              size_t order, const struct export_options *options)
{
  char *tags = note_tags (note->note->text, "\n");
  struct tagging tagging = { members, note, order };
  enter_tags (&tagging, tags);
  if (!*tags)
    VEC_PUSH (members,
              (struct member) {
                .key = mem_string (""),
                .title = mem_string (export_word (options, N_ ("(no tags)"))),
                .order = order,
                .note = note });
  free (tags);
}

static void
enter_dated (struct members *members, const struct export_note *note,
             size_t order, const struct export_options *options)
{
  struct buf date = BUF_INIT;
  export_line (note->note->citation.date, &date);
  const char *title = date.len > 0 ? date.data
                                   : export_word (options, N_ ("(undated)"));
  VEC_PUSH (members, (struct member) { .key = mem_string (buf_string (&date)),
                                       .title = mem_string (title),
                                       .order = order,
                                       .note = note });
  buf_free (&date);
}

/* Enters NOTE under its document.  RANK numbers the stretches of notes on one
   document; those of a document whose date has changed are brought together
   later.  */
static void
enter_document (struct members *members, const struct export_note *note,
                size_t order)
{
  struct buf title = BUF_INIT;
  export_titles (&note->note->citation, &title);
  VEC_PUSH (members, (struct member) { .key = mem_string (note->note->document),
                                       .title = buf_take (&title),
                                       .rank = order,
                                       .order = order,
                                       .note = note });
}

/* By key, the empty one last, then in the order given.  */
static int
compare_key (const void *a, const void *b)
{
  const struct member *x = a, *y = b;
  if (!*x->key != !*y->key)
    return *x->key ? -1 : 1;
  int order = strcmp (x->key, y->key);
  return order ? order : x->order < y->order ? -1 : x->order > y->order;
}

/* By rank, then in the order given.  */
static int
compare_rank (const void *a, const void *b)
{
  const struct member *x = a, *y = b;
  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  return x->order < y->order ? -1 : x->order > y->order;
}

/* Gives all members of a group the rank of its first, and orders by it.  */
static void
order_by_first (struct members *members)
{
  for (size_t i = 1; i < members->len; i++)
    if (strcmp (members->items[i].key, members->items[i - 1].key) == 0)
      members->items[i].rank = members->items[i - 1].rank;
  qsort (members->items, members->len, sizeof *members->items, compare_rank);
}

/* The notes with their groups, group by group.  */
static struct members
arrange (const struct export_note *notes, size_t count,
         const struct export_options *options)
{
  struct members members = { 0 };
  VEC_RESERVE (&members, count);
  for (size_t i = 0; i < count; i++)
    if (options->group == GROUP_TAG)
      enter_tagged (&members, &notes[i], i, options);
    else if (options->group == GROUP_DATE)
      enter_dated (&members, &notes[i], i, options);
    else
      enter_document (&members, &notes[i], i);
  qsort (members.items, members.len, sizeof *members.items, compare_key);
  if (options->group == GROUP_DOCUMENT)
    order_by_first (&members);
  return members;
}

/* Writes the COUNT members at FIRST, one group.  */
static void
write_group (const struct exporter *exporter, const struct member *first,
             size_t count, bool at_start,
             const struct export_options *options, struct buf *out)
{
  struct export_note *notes = mem_new (count, sizeof *notes);
  for (size_t i = 0; i < count; i++)
    notes[i] = *first[i].note;
  exporter->heading (first->title, at_start, options, out);
  exporter->write (notes, count, options, out);
  free (notes);
}

static void
write_groups (const struct exporter *exporter,
              const struct export_note *notes, size_t count,
              const struct export_options *options, struct buf *out)
{
  struct members members = arrange (notes, count, options);
  for (size_t at = 0, end; at < members.len; at = end)
    {
      for (end = at + 1; end < members.len
                         && strcmp (members.items[at].key,
                                    members.items[end].key) == 0;)
        end++;
      write_group (exporter, members.items + at, end - at, at == 0, options,
                   out);
    }
  for (size_t i = 0; i < members.len; i++)
    {
      free (members.items[i].key);
      free (members.items[i].title);
    }
  VEC_FREE (&members);
}

void
export_notes (const struct exporter *exporter,
              const struct export_note *notes, size_t count,
              const struct export_options *options, struct buf *out)
{
  if (exporter->begin)
    exporter->begin (count, options, out);
  if (options->group == GROUP_NONE || !exporter->heading)
    exporter->write (notes, count, options, out);
  else
    write_groups (exporter, notes, count, options, out);
  if (exporter->end)
    exporter->end (options, out);
}
