/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links in notes: following them, and what links here.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "book/link.h"
#include "text/fold.h"
#include "view/note_rows.h"
#include "view/screens.h"

/* --- where a link leads ------------------------------------------------- */

/* The document whose title on either side, or whose path, has the form KEY; NAME
   is the same as it was written.  0 where there is none.  */
static long long
document_named (struct library *library, const char *name, const char *key)
{
  struct listing listing = { 0 };
  struct library_query query = { .filter = name };
  long long id = 0;
  library_list (library, &query, &listing, NULL);
  for (size_t i = 0; i < listing.len && !id; i++)
    for (enum side s = 0; s < SIDES && !id; s++)
      {
        char *title = link_key_of (listing.items[i].title[s]);
        if (strcmp (title, key) == 0)
          id = listing.items[i].id;
        free (title);
      }
  listing_free (&listing);
  return id ? id : library_find (library, name, NULL);
}

/* Where WORDS stand first in DOCUMENT; false where they don't.  */
static bool
words_in (const struct document *document, const char *words, enum side *side,
          struct range *found)
{
  struct folded needle;
  bool is = false;
  fold_search (words, strlen (words), &needle);
  for (*side = ORIGINAL; *side < SIDES && !is; *side += !is)
    {
      struct folded text;
      const struct side_text *s = &document->side[*side];
      if (s->len == 0)
        continue;
      fold_search (s->text, s->len, &text);
      is = fold_find (&text, needle.data, needle.len, 0, found, NULL);
      folded_free (&text);
    }
  folded_free (&needle);
  return is;
}

static void
go_to_document (struct app *app, const char *text, const struct link *link)
{
  char *name = mem_copy (text + link->target.start, range_len (link->target));
  char *key = link_key (text, link);
  char *words = mem_copy (text + link->words.start, range_len (link->words));
  long long id = document_named (app->session->library, name, key);
  enum side side;
  struct range found;
  if (!id)
    app_say (app, _("No document in the library is called \"%s\"."), name);
  else if (page_go_kept (app, id, ORIGINAL, (size_t) -1) && *words)
    {
      if (words_in (app->session->reading->document, words, &side, &found))
        page_light (app, side, found.start);
      else
        app_say (app, _("\"%s\" is not in this document."), words);
    }
  free (words);
  free (key);
  free (name);
}

static void
go_to_note (struct app *app, const char *text, const struct link *link)
{
  char *digits = link_key (text, link);
  struct notes found = { 0 };
  const char *name = strncmp (digits, "note:", 5) == 0 ? digits + 5 : digits;
  struct note_query query = { .uuid = name };
  notebook_list (app->session->notebook, &query, &found, NULL);
  if (found.len > 0)
    note_go (app, &found.items[0]);
  else
    app_say (app, _("No note is called \"%s\"."), name);
  notes_free (&found);
  free (digits);
}

/* Follows link number WHICH (from 0) of TEXT.  */
static void
go_to_link (struct app *app, const char *text, size_t which)
{
  struct link link;
  size_t at = 0;
  while (link_next (text, &at, &link))
    if (which-- == 0)
      {
        if (link.kind == LINK_NOTE)
          go_to_note (app, text, &link);
        else
          go_to_document (app, text, &link);
        return;
      }
}

/* --- following ---------------------------------------------------------- */

static void
which_done (struct app *app, unsigned key, void *data)
{
  char *text = data;
  if (key >= '1' && key <= '9')
    go_to_link (app, text, key - '1');
  free (text);
}

/* "Follow 1: TITLE  2: TITLE ?", freed by the caller; *COUNT links.  */
static char *
links_question (const char *text, size_t *count)
{
  struct buf label = BUF_INIT;
  struct link link;
  buf_add_string (&label, _("Follow "));
  *count = 0;
  for (size_t at = 0; *count < 9 && link_next (text, &at, &link);)
    buf_add_format (&label, "%zu: %.*s  ", ++*count,
                    (int) range_len (link.shown), text + link.shown.start);
  return buf_take (&label);
}

void
link_follow (struct app *app, const struct note *note)
{
  size_t count;
  char *text = mem_string (note->text);
  char *label = links_question (text, &count);
  if (count > 1)
    app_ask_key (app, label, which_done, text);
  else
    {
      if (count == 1)
        go_to_link (app, text, 0);
      else
        app_say (app, "%s", _("There is no [[link]] in this note."));
      free (text);
    }
  free (label);
}

/* --- what links here ---------------------------------------------------- */

void
links_here_open (struct app *app, const struct document *document,
                 const struct note *note)
{
  struct note_scope scope = { .heading = NULL };
  if (document)
    {
      scope.cited = mem_new (1, sizeof *scope.cited);
      *scope.cited = citation_of (document);
    }
  if (note)
    scope.uuid = mem_string (note->uuid);
  scope.heading = mem_string (document ? _("Notes that link to this document, "
                                           "or to the note shown")
                                       : _("Notes that link to this note"));
  notes_open_scope (app, &scope, false);
}
