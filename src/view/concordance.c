/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The concordance: every place of a term, a line each.  */
#include "view/concordance.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "read/line_text.h"
#include "view/saving.h"
#include "view/screens.h"

const struct found_line *
concordance_line (struct concordance *c, size_t index)
{
  if (c->sorted && !c->sorting)
    return sorted_lines_at (c->sorted, index);
  return index < c->window.lines.len ? c->window.lines.items[index] : NULL;
}

/* --- work --------------------------------------------------------------- */

/* Goes on with the window of lines by date.  */
static enum search_state
fill_window (struct concordance *c, struct err *err)
{
  size_t before = c->list.at;
  enum found_window_state state
    = found_window_need (&c->window, &c->list.at, CONCORDANCE_MARGIN,
                         CONCORDANCE_SLICE, err);
  c->list.top = c->list.top + c->list.at > before
                  ? c->list.top + c->list.at - before : 0;
  c->list.count = c->window.lines.len;
  return state == WINDOW_BUSY    ? SEARCH_BUSY
         : state == WINDOW_READY ? SEARCH_END
                                 : SEARCH_FAILED;
}

static enum search_state
sort_on (struct concordance *c, struct err *err)
{
  enum search_state state
    = sorted_lines_go (c->sorted, CONCORDANCE_SLICE, err);
  if (state == SEARCH_END)
    {
      c->sorting = false;
      c->list = (struct list) { .count = sorted_lines_count (c->sorted) };
    }
  return state;
}

/* The next piece of what is left to do.  */
static enum search_state
work (struct concordance *c, struct err *err)
{
  if (c->sorting)
    {
      enum search_state state = sort_on (c, err);
      return state == SEARCH_END ? SEARCH_BUSY : state;
    }
  if (!c->sorted)
    {
      enum search_state state = fill_window (c, err);
      if (state != SEARCH_END)
        return state;
    }
  if (c->counted)
    return SEARCH_END;
  struct finder *finder = c->window.finder[0] ? c->window.finder[0]
                                              : c->window.finder[1];
  double end = found_window_clock () + CONCORDANCE_SLICE;
  enum search_state state = SEARCH_BUSY;
  while (state == SEARCH_BUSY && found_window_clock () < end)
    state = finder ? finder_count (finder, &c->count, err) : SEARCH_END;
  c->counted = state == SEARCH_END;
  return state == SEARCH_END ? SEARCH_BUSY : state;
}

static bool
rest (struct app *app, void *state)
{
  struct concordance *c = state;
  struct err err = ERR_INIT;
  if (c->failed)
    return false;
  enum search_state is = work (c, &err);
  c->failed = is == SEARCH_FAILED;
  if (c->failed)
    app_fail (app, &err);
  return is != SEARCH_END;
}

/* --- order -------------------------------------------------------------- */

/* Begins the lines by date anew, at one end.  */
static void
restart (struct app *app, struct concordance *c, struct wanted wanted,
         bool end)
{
  struct err err = ERR_INIT;
  if (!found_window_open (&c->window, app->session->library,
                          app->session->notebook, wanted, end, &err))
    concordance_fail (app, &err);
  c->folds = c->window.finder[end] && finder_folds (c->window.finder[end]);
  c->list = (struct list) { 0 };
  c->failed = false;
}

static void
change_order (struct app *app, struct concordance *c, enum line_order order)
{
  struct err err = ERR_INIT;
  sorted_lines_free (c->sorted);
  c->sorted = NULL;
  c->sorting = false;
  c->order = order;
  if (order == LINES_BY_DATE)
    {
      restart (app, c, wanted_copy (&c->window.wanted), false);
      return;
    }
  c->sorted = sorted_lines_new (app->session->library, app->session->notebook,
                                &c->window.wanted, order, &err);
  c->sorting = c->sorted != NULL;
  if (!c->sorted)
    concordance_fail (app, &err);
}

/* Finds other forms of the words too, or no longer.  */
static void
change_folding (struct app *app, struct concordance *c)
{
  struct wanted wanted = wanted_copy (&c->window.wanted);
  wanted.exact = !wanted.exact;
  c->counted = false;
  c->count = (struct search_count) { 0 };
  restart (app, c, wanted, false);
  if (c->sorted)
    change_order (app, c, c->order);
}

/* --- doing -------------------------------------------------------------- */

/* Goes to an end of all lines, also where it is not at hand.  */
static void
go_to_end (struct app *app, struct concordance *c, bool end)
{
  bool here = c->sorted || (end ? c->window.at_end : c->window.at_start);
  if (here)
    list_move (&c->list, end ? ACTION_LAST : ACTION_FIRST);
  else
    restart (app, c, wanted_copy (&c->window.wanted), end);
}

static void
go_there (struct app *app, const struct found_line *line)
{
  if (line && line->title)
    page_go_found (app, line->source->id, line->side,
                   (struct range) { 0, 0 });
  else if (line)
    page_go_found (app, line->source->id, line->side, line->range);
}

/* Goes to LINE and opens the editor on a note on the term there.  */
static void
write_note (struct app *app, const struct wanted *wanted,
            const struct found_line *line)
{
  if (!line || line->title)
    return;
  enum side side = line->side;
  struct range range = line->range;
  char *term = wanted->query ? NULL : mem_string (wanted->text);
  if (page_go_found (app, line->source->id, side, range))
    {
      const struct document *document = app->session->reading->document;
      if (!term)
        term = mem_copy (document->side[side].text + range.start,
                         range_len (range));
      writer_open_on (app, ANCHOR_TERM, term, side, range);
    }
  free (term);
}

static bool
act_order (struct app *app, struct concordance *c, enum action action)
{
  switch (action)
    {
    case ACTION_SORT_LEFT:
      change_order (app, c, LINES_BY_LEFT);
      return true;
    case ACTION_SORT_RIGHT:
      change_order (app, c, LINES_BY_RIGHT);
      return true;
    case ACTION_ORDER:
      change_order (app, c,
                    c->order == LINES_BY_DATE ? LINES_BY_DOCUMENT
                                              : LINES_BY_DATE);
      return true;
    case ACTION_FOLDING:
      change_folding (app, c);
      return true;
    default:
      return false;
    }
}

/* --- to a file ---------------------------------------------------------- */

/* So many lines are read at once; the command prints all.  */
enum { WRITTEN_MOST = 2000, WRITTEN_WIDTH = 160 };

static void
write_line (const struct found_line *line, bool records, struct buf *out)
{
  if (line && records)
    line_record_add (line, WRITTEN_WIDTH, out);
  else if (line)
    line_text_add (line, WRITTEN_WIDTH, out);
}

static bool
make_file (struct app *app, const char *path, void *data, struct buf *out,
           size_t *count, struct err *err)
{
  struct concordance *c = data;
  const char *dot = strrchr (path, '.');
  bool records = dot && strcmp (dot, ".tsv") == 0;
  struct sorted_lines *lines
    = sorted_lines_new (app->session->library, app->session->notebook,
                        &c->window.wanted, c->order, err);
  enum search_state state = lines ? SEARCH_BUSY : SEARCH_FAILED;
  while (state == SEARCH_BUSY)
    state = sorted_lines_go (lines, CONCORDANCE_SLICE, err);
  *count = state == SEARCH_END ? sorted_lines_count (lines) : 0;
  if (*count > WRITTEN_MOST)
    *count = WRITTEN_MOST;
  for (size_t i = 0; i < *count; i++)
    write_line (sorted_lines_at (lines, i), records, out);
  sorted_lines_free (lines);
  return state == SEARCH_END;
}

static void
tell_file (struct app *app, const char *path, size_t count)
{
  if (count == 0)
    app_say (app, "%s", _("There are no lines to write."));
  else if (count == WRITTEN_MOST)
    app_say (app,
             _("The first %zu lines are in %s; \"enface concordance\" prints "
               "all."),
             count, path);
  else
    app_say (app, ngettext ("%zu line is in %s", "%zu lines are in %s", count),
             count, path);
}

/* The screen goes on owning what is written.  */
static void
keep (void *data)
{
  (void) data;
}

static bool
act_open (struct app *app, struct concordance *c, enum action action)
{
  static const struct saving saving = { make_file, tell_file, keep };
  switch (action)
    {
    case ACTION_ACCEPT:
      if (c->list.at < c->list.count)
        go_there (app, concordance_line (c, c->list.at));
      return true;
    case ACTION_NOTE:
      if (c->list.at < c->list.count)
        write_note (app, &c->window.wanted,
                    concordance_line (c, c->list.at));
      return true;
    case ACTION_EXPORT:
      saving_ask (app, _("The lines to (.tsv .txt): "),
                  "enface-concordance.tsv", &saving, c);
      return true;
    case ACTION_COLLOCATES:
      collocates_open (app, &c->window.wanted);
      return true;
    case ACTION_DISPERSION:
      dispersion_open (app, &c->window.wanted);
      return true;
    case ACTION_FREQUENCY:
      frequency_open (app, &c->window.wanted);
      return true;
    case ACTION_FIND:
      concordance_ask (app, c->window.wanted.text);
      return true;
    default:
      return false;
    }
}

static bool
act (struct app *app, void *state, enum action action)
{
  struct concordance *c = state;
  if (action == ACTION_FIRST || action == ACTION_LAST)
    go_to_end (app, c, action == ACTION_LAST);
  else if (!list_move (&c->list, action))
    return act_order (app, c, action) || act_open (app, c, action);
  return true;
}

static void
concordance_free (void *state)
{
  struct concordance *c = state;
  found_window_close (&c->window);
  sorted_lines_free (c->sorted);
  free (c);
}

static const struct screen concordance_screen = {
  .in = CONTEXT_LINES,
  .draw = concordance_draw,
  .act = act,
  .rest = rest,
  .free = concordance_free,
  .hint[CONTEXT_LINES]
  = N_("{accept} go there  {sort-left} {sort-right} sort  "
       "{collocates} collocates  {dispersion} {frequency} plots  "
       "{order} order  {folding} forms  {note} note  {export} to a file\t"
       "{back} back  {help} help"),
};

/* --- opening ------------------------------------------------------------ */

void
concordance_fail (struct app *app, const struct err *err)
{
  if (err->code == ERR_USAGE && *err->detail)
    app_say (app, "%s: %s", err->where, _(err->detail));
  else
    app_fail (app, err);
}

void
concordance_show (struct app *app, struct wanted wanted)
{
  struct err err = ERR_INIT;
  struct concordance *c = mem_new (1, sizeof *c);
  if (found_window_open (&c->window, app->session->library,
                         app->session->notebook, wanted, false, &err))
    {
      c->folds = finder_folds (c->window.finder[0]);
      app_push (app, &concordance_screen, c);
      return;
    }
  concordance_fail (app, &err);
  concordance_free (c);
}

void
concordance_open (struct app *app, const char *term, bool query)
{
  concordance_show (app, (struct wanted) { .text = mem_string (term),
                                           .query = query });
}

static void
term_done (struct app *app, const char *text, void *data)
{
  (void) data;
  if (text && *text)
    concordance_open (app, text, true);
}

void
concordance_ask (struct app *app, const char *text)
{
  app_ask (app, _("Concordance of: "), text, term_done, NULL, NULL);
}
