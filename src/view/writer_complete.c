/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tab in the note editor: tags of the notebook, titles of the library.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "book/link.h"
#include "store/notebook_tags.h"
#include "view/writer.h"

/* As many titles as are looked through.  */
enum { TITLES = 200 };

struct offer
{
  struct completion *completion;
  const char *typed;
  size_t len;
};

static void
offer_tags (struct app *app, struct offer *offer)
{
  struct tag_counts tags = { 0 };
  char *prefix = mem_copy (offer->typed, offer->len);
  notebook_tags (app->session->notebook, prefix, &tags, NULL);
  for (size_t i = 0; i < tags.len; i++)
    completion_offer (offer->completion, tags.items[i].name, offer->typed,
                      offer->len, " ");
  tag_counts_free (&tags);
  free (prefix);
}

/* Whether a link can hold NAME.  */
static bool
is_linkable (const char *name)
{
  char *link = link_make (name);
  free (link);
  return link != NULL;
}

static void
offer_titles (struct app *app, struct offer *offer)
{
  struct listing listing = { 0 };
  char *typed = mem_copy (offer->typed, offer->len);
  struct library_query query = { .filter = typed, .limit = TITLES };
  library_list (app->session->library, &query, &listing, NULL);
  for (size_t i = 0; i < listing.len; i++)
    for (enum side s = 0; s < SIDES; s++)
      if (*listing.items[i].title[s]
          && is_linkable (listing.items[i].title[s]))
        completion_offer (offer->completion, listing.items[i].title[s],
                          offer->typed, offer->len, "]]");
  listing_free (&listing);
  free (typed);
}

/* Puts the chosen one in place of what stands there.  */
static void
put_chosen (struct app *app, struct writer *w)
{
  struct completion *c = &w->completion;
  const char *chosen = c->fitting.items[c->chosen];
  size_t len = strlen (chosen);
  editor_replace (w->editor, c->range, chosen, len);
  c->range.end = c->range.start + len;
  c->changes = editor_changes (w->editor);
  char *show = completion_show (c, app->canvas.columns);
  app_say (app, "%s", show);
  free (show);
}

void
writer_complete (struct app *app, struct writer *w)
{
  struct completion *c = &w->completion;
  struct range typed;
  const char *text = editor_text (w->editor);
  size_t at = editor_cursor (w->editor);
  if (c->fitting.len > 0 && c->changes == editor_changes (w->editor)
      && at == c->range.end)
    {
      c->chosen = (c->chosen + 1) % c->fitting.len;
      put_chosen (app, w);
      return;
    }
  completion_clear (c);
  enum completion_kind kind = completion_at (text, at, &typed);
  struct offer offer = { c, text + typed.start, range_len (typed) };
  if (kind == COMPLETION_TAG)
    offer_tags (app, &offer);
  else if (kind == COMPLETION_LINK)
    offer_titles (app, &offer);
  else
    {
      editor_insert (w->editor, "\t", 1);
      return;
    }
  c->range = typed;
  if (c->fitting.len > 0)
    put_chosen (app, w);
  else
    app_say (app, "%s", kind == COMPLETION_TAG
                          ? _("No tag begins so; it will be a new one.")
                          : _("No title begins so."));
}
