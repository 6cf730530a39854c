/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The collocates of a term: a list that leads to their lines.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "read/near_words.h"
#include "text/width.h"
#include "view/concordance.h"
#include "view/saving.h"

struct near_list
{
  struct wanted wanted;
  struct near_words *near;
  size_t window; /* words left and right */
  enum collocate_score score;
  struct collocate_list words; /* once all is counted */
  bool done;
  bool failed;
  struct list list;
};

static void
near_list_free (void *state)
{
  struct near_list *n = state;
  near_words_free (n->near);
  collocate_list_free (&n->words);
  wanted_clear (&n->wanted);
  free (n);
}

/* --- drawing ------------------------------------------------------------ */

static const char *const scores[COLLOCATE_SCORES] = {
  [COLLOCATES_BY_LIKELIHOOD] = N_ ("by log-likelihood"),
  [COLLOCATES_BY_DICE] = N_ ("by logDice"),
  [COLLOCATES_BY_COUNT] = N_ ("by how often"),
};

static void
draw_head (struct canvas *canvas, const struct near_list *n)
{
  char *title = concordance_title (&n->wanted);
  size_t places = near_words_places (n->near);
  char *head
    = !n->done ? mem_format (_(" Within %zu of %s: counting, %zu places so "
                               "far"),
                             n->window, title, places)
      : near_words_cut (n->near)
        ? mem_format (_(" Within %zu of %s: words: %zu, %s; the first %zu "
                        "places"),
                      n->window, title, n->words.len, _(scores[n->score]), places)
        : mem_format (_(" Within %zu of %s: words: %zu, %s; places: %zu"),
                      n->window, title, n->words.len, _(scores[n->score]),
                      places);
  size_t column
    = canvas_string (canvas, 0, 0, canvas->columns, STYLE_HEADER, head);
  canvas_fill (canvas, 0, column, STYLE_HEADER, ' ');
  free (head);
  free (title);
}

/* Puts TEXT so that it ends before column END.  */
static void
put_right (struct canvas *canvas, size_t row, size_t end, enum style style,
           const char *text)
{
  size_t width = width_text (text, strlen (text));
  if (end > width)
    canvas_string (canvas, row, end - width, width, style, text);
}

/* The columns of the numbers: near, left, right, in all, log-likelihood,
   logDice.  */
enum { NUMBERS = 6, NUMBER_WIDTH = 9 };

static void
draw_numbers (struct canvas *canvas, size_t row, enum style style,
              char *const texts[NUMBERS])
{
  size_t word = canvas->columns > NUMBERS * NUMBER_WIDTH + 12
                  ? 24 : canvas->columns / 3;
  for (size_t i = 0; i < NUMBERS; i++)
    {
      put_right (canvas, row, word + (i + 1) * NUMBER_WIDTH, style, texts[i]);
      free (texts[i]);
    }
}

static void
draw_titles (struct canvas *canvas, size_t row)
{
  char *const texts[NUMBERS]
    = { mem_string (_("near")),  mem_string (_("left")),
        mem_string (_("right")), mem_string (_("in all")),
        mem_string ("LL"),       mem_string ("logDice") };
  canvas_string (canvas, row, 2, 20, STYLE_FRAME, _("word"));
  draw_numbers (canvas, row, STYLE_FRAME, texts);
}

static void
draw_word (struct canvas *canvas, size_t row, const struct collocate *word,
           bool lit)
{
  enum style style = lit ? STYLE_LIT : STYLE_PLAIN;
  char *const texts[NUMBERS]
    = { mem_format ("%zu", word->near),
        mem_format ("%zu", word->left),
        mem_format ("%zu", word->near - word->left),
        mem_format ("%zu", word->all),
        mem_format ("%.1f", word->likelihood),
        mem_format ("%.2f", word->dice) };
  canvas_put (canvas, row, 0, STYLE_SIGN, lit ? ">" : " ", 1);
  canvas_string (canvas, row, 2, 22, style, word->word);
  draw_numbers (canvas, row, style, texts);
}

static void
draw (struct app *app, void *state, size_t rows)
{
  struct near_list *n = state;
  struct canvas *canvas = &app->canvas;
  size_t height = rows > 2 ? rows - 2 : 0;
  list_fit (&n->list, height);
  if (rows > 0)
    draw_head (canvas, n);
  if (rows > 2 && n->words.len > 0)
    draw_titles (canvas, 1);
  for (size_t i = 0; i < height && n->list.top + i < n->list.count; i++)
    draw_word (canvas, 2 + i, &n->words.items[n->list.top + i],
               n->list.top + i == n->list.at);
  if (n->words.len == 0 && rows > 2)
    canvas_string (canvas, 2, 1, canvas->columns, STYLE_PLAIN,
                   n->done ? _("No word stands near it more often than "
                               "elsewhere.")
                           : _("Looking ..."));
}

/* --- doing -------------------------------------------------------------- */

static void
list_words (struct near_list *n)
{
  collocate_list_free (&n->words);
  near_words_list (n->near, n->score, &n->words);
  n->list = (struct list) { .count = n->words.len };
}

static bool
rest (struct app *app, void *state)
{
  struct near_list *n = state;
  struct err err = ERR_INIT;
  if (n->done || n->failed)
    return false;
  enum search_state is = near_words_go (n->near, CONCORDANCE_SLICE, &err);
  n->done = is == SEARCH_END;
  n->failed = is == SEARCH_FAILED;
  if (n->done)
    list_words (n);
  if (n->failed)
    app_fail (app, &err);
  return true;
}

static void
open_lines (struct app *app, const struct near_list *n)
{
  if (n->list.at >= n->words.len)
    return;
  struct wanted wanted = wanted_copy (&n->wanted);
  free (wanted.near);
  wanted.near = mem_string (n->words.items[n->list.at].word);
  wanted.window = n->window;
  concordance_show (app, wanted);
}

/* Begins to count with the next window.  */
static void
change_window (struct app *app, struct near_list *n)
{
  static const size_t windows[] = { 1, 2, 3, 5, 10 };
  enum { WINDOWS = sizeof windows / sizeof *windows };
  struct err err = ERR_INIT;
  size_t next = 0;
  while (next < WINDOWS && windows[next] <= n->window)
    next++;
  size_t window = windows[next % WINDOWS];
  struct near_words *near
    = near_words_new (app->session->library, app->session->notebook,
                      app->session->entries, &n->wanted, window, &err);
  if (!near)
    {
      concordance_fail (app, &err);
      return;
    }
  near_words_free (n->near);
  collocate_list_free (&n->words);
  n->near = near;
  n->window = window;
  n->done = n->failed = false;
  n->list = (struct list) { .count = 0 };
}

static bool
make_file (struct app *app, const char *path, void *data, struct buf *out,
           size_t *count, struct err *err)
{
  const struct near_list *n = data;
  (void) app;
  (void) path;
  (void) err;
  for (size_t i = 0; i < n->words.len; i++)
    {
      const struct collocate *w = &n->words.items[i];
      buf_add_format (out, "%s\t%zu\t%zu\t%zu\t%zu\t%.3f\t%.3f\n", w->word,
                      w->near, w->left, w->near - w->left, w->all,
                      w->likelihood, w->dice);
    }
  *count = n->words.len;
  return true;
}

static void
tell_file (struct app *app, const char *path, size_t count)
{
  if (count == 0)
    app_say (app, "%s", _("There are no words to write."));
  else
    app_say (app, ngettext ("%zu word is in %s", "%zu words are in %s", count),
             count, path);
}

/* The screen goes on owning what is written.  */
static void
keep (void *data)
{
  (void) data;
}

static bool
act (struct app *app, void *state, enum action action)
{
  static const struct saving saving = { make_file, tell_file, keep };
  struct near_list *n = state;
  if (list_move (&n->list, action))
    return true;
  switch (action)
    {
    case ACTION_ACCEPT:
    case ACTION_COLLOCATES:
      open_lines (app, n);
      return true;
    case ACTION_ORDER:
      n->score = (enum collocate_score) ((n->score + 1) % COLLOCATE_SCORES);
      if (n->done)
        list_words (n);
      return true;
    case ACTION_WINDOW:
      change_window (app, n);
      return true;
    case ACTION_EXPORT:
      saving_ask (app, _("The words to (.tsv): "), "enface-collocates.tsv",
                  &saving, n);
      return true;
    default:
      return false;
    }
}

static const struct screen near_screen = {
  .in = CONTEXT_LINES,
  .draw = draw,
  .act = act,
  .rest = rest,
  .free = near_list_free,
  .hint[CONTEXT_LINES]
  = N_("{accept} its lines  {order} score  {window} how near  "
       "{export} to a file\t{back} back"),
};

void
collocates_open (struct app *app, const struct wanted *wanted)
{
  struct err err = ERR_INIT;
  struct near_words *near
    = near_words_new (app->session->library, app->session->notebook,
                      app->session->entries, wanted, COLLOCATES_WINDOW, &err);
  if (!near)
    {
      concordance_fail (app, &err);
      return;
    }
  struct near_list *n = mem_new (1, sizeof *n);
  n->wanted = wanted_copy (wanted);
  n->near = near;
  n->window = COLLOCATES_WINDOW;
  app_push (app, &near_screen, n);
}
