/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notes that a command is to list or export, and where they stand today.  */
#include "cli/chosen.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "book/link.h"
#include "cli/say.h"
#include "read/gather.h"
#include "text/fold.h"

const char *
chosen_state (size_t index)
{
  static const char *const names[NOTE_STATES + 1]
    = { "placed", "moved", "detached", "unknown" };
  return names[index];
}

const char *
chosen_kind (size_t index)
{
  return index < ANCHOR_KINDS ? anchor_kind_name ((enum anchor_kind) index)
                              : NULL;
}

/* Whether the two figures at TEXT make a number from 1 to MOST.  */
static bool
is_within (const char *text, int most)
{
  int number = (text[0] - '0') * 10 + text[1] - '0';
  return number >= 1 && number <= most;
}

/* Whether DATE is YYYY, YYYY-MM or YYYY-MM-DD.  */
static bool
is_date (const char *date)
{
  static const char form[] = "dddd-dd-dd";
  size_t len = strlen (date);
  if (len != 4 && len != 7 && len != 10)
    return false;
  for (size_t i = 0; i < len; i++)
    if (form[i] == 'd' ? date[i] < '0' || date[i] > '9' : date[i] != '-')
      return false;
  return (len < 7 || is_within (date + 5, 12))
         && (len < 10 || is_within (date + 8, 31));
}

static bool
check_date (const char *option, const char *date)
{
  struct err err;
  if (!date || is_date (date))
    return true;
  char *detail = mem_format (_ ("\"%s\" is no date like 1958, 1958-10 or "
                                "1958-10-24"),
                             date);
  err_set (&err, ERR_USAGE, option, "%s", detail);
  say_err (&err);
  free (detail);
  return false;
}

/* Whether the folded NEEDLE stands in TEXT (may be NULL).  */
static bool
says (const char *text, const struct folded *needle)
{
  struct folded folded;
  if (!text)
    return false;
  fold_search (text, strlen (text), &folded);
  bool found = memmem (folded.data, folded.len, needle->data, needle->len);
  folded_free (&folded);
  return found;
}

/* Whether NOTE is on a document that can be called by NEEDLE: for those that
   are in no library any more.  */
static bool
is_on (const struct note *note, const struct folded *needle)
{
  const struct citation *c = &note->citation;
  char *path = mem_format ("%s/%s", c->collection ? c->collection : "",
                           c->path ? c->path : "");
  bool found = says (path, needle) || says (c->title[ORIGINAL], needle)
               || says (c->title[TRANSLATION], needle);
  free (path);
  return found;
}

/* Leaves only the notes on documents called NAME.  */
static void
keep_called (struct notes *notes, const char *name)
{
  struct folded needle;
  size_t kept = 0, len = strlen (name);
  fold_search (name, utf8_check (name, len), &needle);
  for (size_t i = 0; i < notes->len; i++)
    if (is_on (&notes->items[i], &needle))
      notes->items[kept++] = notes->items[i];
    else
      note_clear (&notes->items[i]);
  notes->len = kept;
  folded_free (&needle);
}

/* The identity of the document of the library called NAME, into HASH.
   STATUS_NOTHING: it has none.  */
static enum status
find_hash (struct cli *cli, const char *name, char hash[DOCUMENT_HASH_SIZE])
{
  struct err err;
  if (!cli->library)
    return STATUS_NOTHING;
  long long id = library_find (cli->library, name, &err);
  if (id == 0)
    return err.code == ERR_NOT_FOUND ? STATUS_NOTHING : cli_fail (&err);
  struct document *document = library_document (cli->library, id, &err);
  if (!document)
    return cli_fail (&err);
  memcpy (hash, document->hash, DOCUMENT_HASH_SIZE);
  document_free (document);
  return STATUS_DONE;
}

/* The key of the link target NAME; the caller frees it; NULL: none is given.  */
static char *
target_key (const char *name)
{
  struct link link;
  size_t at = 0;
  if (!name)
    return NULL;
  char *text = mem_format ("[[%s]]", name);
  char *key = link_next (text, &at, &link) ? link_key (text, &link)
                                           : mem_string ("");
  free (text);
  return key;
}

/* What FILTERS ask of the notebook; LINK is the key of the target.  */
static struct note_query
query_of (const struct filters *filters, const char *link)
{
  const char *letter = filters->highlight, *tag = filters->tag;
  struct note_query query = { .since = filters->since,
                              .until = filters->until,
                              .words = filters->words,
                              .link = link,
                              .deleted = filters->deleted,
                              .conflicting = filters->conflicting };
  query.tag = tag && tag[0] == '#' ? tag + 1 : tag;
  query.kinds = filters->kind ? 1u << (filters->kind - 1) : 0;
  if (letter)
    query.highlight = strcmp (letter, "any") == 0 ? '*' : *letter;
  return query;
}

static enum status
read_notes (struct cli *cli, const struct filters *filters,
            struct chosen *chosen)
{
  struct notes *notes = &chosen->notes;
  struct err err;
  char hash[DOCUMENT_HASH_SIZE];
  enum status found = STATUS_DONE;
  if (filters->document)
    found = find_hash (cli, filters->document, hash);
  if (found != STATUS_DONE && found != STATUS_NOTHING)
    return found;
  char *link = target_key (filters->link);
  struct note_query query = query_of (filters, link);
  if (filters->document && found == STATUS_DONE)
    query.document = hash;
  chosen->partial = !notebook_list (cli->notebook, &query, notes, &err);
  query.deleted = true;
  if (filters->also_deleted && !chosen->partial)
    chosen->partial = !notebook_list (cli->notebook, &query, notes, &err);
  free (link);
  if (found == STATUS_NOTHING)
    keep_called (notes, filters->document);
  return chosen->partial ? cli_fail (&err) : STATUS_DONE;
}

/* Leaves only the notes in STATE, as they are placed today.  */
static void
keep_state (struct chosen *chosen, enum note_state state)
{
  struct notes *notes = &chosen->notes;
  size_t kept = 0;
  for (size_t i = 0; i < notes->len; i++)
    {
      struct export_note placed = chosen->placed[i];
      enum note_state is
        = placed.unknown ? NOTE_UNSEEN : (enum note_state) placed.state;
      if (is != state)
        {
          note_clear (&notes->items[i]);
          gather_release (&placed, 1);
          continue;
        }
      notes->items[kept] = notes->items[i];
      placed.note = &notes->items[kept];
      chosen->placed[kept++] = placed;
    }
  notes->len = kept;
}

static void
place_all (struct cli *cli, struct chosen *chosen)
{
  size_t count = chosen->notes.len;
  chosen->placed = mem_new (count, sizeof *chosen->placed);
  gather_places (cli->library, &chosen->notes, chosen->placed);
  for (size_t i = 0; i < count; i++)
    chosen->unknown += chosen->placed[i].unknown;
}

enum status
chosen_read (struct cli *cli, const struct filters *filters,
             struct chosen *chosen)
{
  if (!check_date ("--since", filters->since)
      || !check_date ("--until", filters->until))
    return STATUS_USAGE;
  enum status status = cli_notebook (cli, false);
  if (status != STATUS_DONE)
    return status;
  /* Notes outlive their documents: without a library they are still there.  */
  enum status library
    = cli_has_library (cli) ? cli_library (cli, false) : STATUS_DONE;
  status = read_notes (cli, filters, chosen);
  if (filters->ordered)
    gather_order (&chosen->notes);
  place_all (cli, chosen);
  if (filters->state)
    keep_state (chosen, (enum note_state) (filters->state - 1));
  if (status == STATUS_DONE && chosen->notes.len == 0)
    {
      say ("%s", _ ("no note fits"));
      status = STATUS_NOTHING;
    }
  /* What a library that can't be read has nobody knows.  */
  if (library != STATUS_DONE)
    chosen->unknown = 0;
  return library > status ? library : status;
}

void
chosen_free (struct chosen *chosen)
{
  if (chosen->placed)
    gather_release (chosen->placed, chosen->notes.len);
  notes_free (&chosen->notes);
  free (chosen->placed);
}
