/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tags of the notebook: how many notes each has, and renaming one in all of
   them.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "view/note_rows.h"
#include "view/screens.h"

struct tag_list
{
  struct list list;
  struct tag_counts tags;
  char *prefix; /* NULL: all */
  char *from;   /* while it is being renamed ... */
  char *to;     /* ... to this */
};

static void
tag_list_free (void *state)
{
  struct tag_list *t = state;
  tag_counts_free (&t->tags);
  free (t->prefix);
  free (t->from);
  free (t->to);
  free (t);
}

static void
read_tags (struct app *app, struct tag_list *t)
{
  struct err err = ERR_INIT;
  tag_counts_free (&t->tags);
  if (!notebook_tags (app->session->notebook, t->prefix, &t->tags, &err))
    app_fail (app, &err);
  t->list.count = t->tags.len;
}

static void
draw (struct app *app, void *state, size_t rows)
{
  struct tag_list *t = state;
  struct canvas *canvas = &app->canvas;
  size_t height = rows > 1 ? rows - 1 : 0;
  list_fit (&t->list, height);
  char *head = t->prefix ? mem_format (_(" Tags with #%s: %zu"), t->prefix,
                                       t->tags.len)
                         : mem_format (_(" Tags: %zu"), t->tags.len);
  size_t column
    = canvas_string (canvas, 0, 0, canvas->columns, STYLE_HEADER, head);
  canvas_fill (canvas, 0, column, STYLE_HEADER, ' ');
  free (head);
  for (size_t i = 0; i < height && t->list.top + i < t->tags.len; i++)
    {
      const struct tag_count *tag = &t->tags.items[t->list.top + i];
      bool at = t->list.top + i == t->list.at;
      char *row = mem_format (" %6lld  #%s", tag->notes, tag->name);
      column = canvas_string (canvas, 1 + i, 0, canvas->columns,
                              at ? STYLE_MARKED : STYLE_PLAIN, row);
      if (at)
        canvas_fill (canvas, 1 + i, column, STYLE_MARKED, ' ');
      free (row);
    }
  if (t->tags.len == 0 && height > 1)
    canvas_string (canvas, 2, 1, canvas->columns, STYLE_PLAIN,
                   t->prefix ? _("No tag begins so.")
                             : _("There are no tags yet: a #word in a note "
                                 "is one."));
}

/* --- renaming ----------------------------------------------------------- */

static void
rename_done (struct app *app, unsigned key, void *data)
{
  struct tag_list *t = data;
  struct err err = ERR_INIT;
  size_t count = 0;
  if (key != 'y' && key != 'Y')
    app_say (app, "%s", _("The tag stays as it is."));
  else if (!notebook_rename_tag (app->session->notebook, t->from, t->to,
                                 &count, &err))
    app_fail (app, &err);
  else
    app_say (app,
             ngettext ("%zu note has #%s now; what it said is in its history.",
                       "%zu notes have #%s now; what they said is in their "
                       "history.", count),
             count, t->to);
  session_reload_notes (app->session);
  notes_refresh (app);
  read_tags (app, t);
}

/* How many notes have the tag NAME already.  */
static long long
count_of (struct app *app, const char *name)
{
  struct note_numbers numbers = { 0 };
  struct note_query query = { .tag = name };
  notebook_find (app->session->notebook, &query, &numbers, NULL);
  long long count = (long long) numbers.len;
  VEC_FREE (&numbers);
  return count;
}

static void
name_done (struct app *app, const char *text, void *data)
{
  struct tag_list *t = data;
  if (!text || !*text)
    return;
  free (t->to);
  t->to = mem_string (*text == '#' ? text + 1 : text);
  if (!note_is_tag (t->to, strlen (t->to)))
    {
      app_say (app, _("\"%s\" is no tag: letters, digits, - and _, no "
                      "blanks."), t->to);
      return;
    }
  long long from = count_of (app, t->from), to = count_of (app, t->to);
  bool same = strcasecmp (t->from, t->to) == 0;
  char *label
    = to > 0 && !same
        ? mem_format (_("#%s is there already (notes: %lld). Make #%s (notes: "
                        "%lld) one with it? y: yes "),
                      t->to, to, t->from, from)
        : mem_format (ngettext ("Rename #%s in %lld note to #%s? y: yes ",
                                "Rename #%s in %lld notes to #%s? y: yes ",
                                (unsigned long) from),
                      t->from, from, t->to);
  app_ask_key (app, label, rename_done, t);
  free (label);
}

static void
ask_name (struct app *app, struct tag_list *t, const struct tag_count *tag)
{
  free (t->from);
  t->from = mem_string (tag->name);
  char *label = mem_format (_("Rename #%s to: #"), tag->name);
  app_ask (app, label, tag->name, name_done, NULL, t);
  free (label);
}

/* --- doing -------------------------------------------------------------- */

static void
open_notes (struct app *app, const struct tag_count *tag)
{
  struct note_scope scope = { .heading = mem_format ("#%s", tag->name),
                              .tag = mem_string (tag->name) };
  notes_open_scope (app, &scope, false);
}

static void
set_prefix (struct app *app, const char *text, void *state)
{
  struct tag_list *t = state;
  free (t->prefix);
  t->prefix = text && *text ? mem_string (*text == '#' ? text + 1 : text)
                            : NULL;
  t->list.at = t->list.top = 0;
  read_tags (app, t);
}

static bool
act (struct app *app, void *state, enum action action)
{
  struct tag_list *t = state;
  const struct tag_count *tag
    = t->list.at < t->tags.len ? &t->tags.items[t->list.at] : NULL;
  if (list_move (&t->list, action))
    return true;
  switch (action)
    {
    case ACTION_ACCEPT:
      if (tag)
        open_notes (app, tag);
      return true;
    case ACTION_NOTE_EDIT:
      if (tag)
        ask_name (app, t, tag);
      return true;
    case ACTION_FIND:
      app_ask (app, _("Show the tags that begin with: #"),
               t->prefix ? t->prefix : "", set_prefix, set_prefix, t);
      return true;
    case ACTION_CANCEL:
      if (!t->prefix)
        return false;
      set_prefix (app, NULL, t);
      return true;
    case ACTION_TAGS:
      return true;
    default:
      return false;
    }
}

static void
changed (struct app *app, void *state)
{
  read_tags (app, state);
}

static const struct screen tags_screen = {
  .in = CONTEXT_NOTES,
  .draw = draw,
  .act = act,
  .changed = changed,
  .free = tag_list_free,
  .hint[CONTEXT_NOTES]
  = N_("{accept} its notes  {edit-note} rename  {find} find\t{back} back  "
       "{help} help"),
};

void
tags_open (struct app *app)
{
  struct tag_list *t = mem_new (1, sizeof *t);
  read_tags (app, t);
  app_push (app, &tags_screen, t);
}
