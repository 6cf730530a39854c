/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands term add, hide, join, drop and list: the reader's own list of
   terms, which overrides the keyword index.  */
#include "store/notebook_terms.h"

#include "base/intl.h"
#include "cli/commands.h"
#include "cli/paper.h"
#include "cli/record.h"
#include "cli/say.h"
#include "store/keywords.h"

struct options
{
  size_t format;
  bool header;
};

static const struct option_row rows[] = {
  { 'f', "format", N_ ("FORMAT"), OPTION_CHOICE,
    offsetof (struct options, format), N_ ("for people, or for programs"),
    format_choice, 0, 0 },
  { 0, "header", NULL, OPTION_FLAG, offsetof (struct options, header),
    N_ ("begin with the names of the columns (tsv)"), NULL, 0, 0 },
  { 0 }
};

static const char *const columns[] = { "term", "choice", "joined", NULL };

/* Opens what is to be written.  */
static enum status
open_both (struct cli *cli)
{
  enum status status = cli_library (cli, true);
  return status == STATUS_DONE ? cli_notebook (cli, true) : status;
}

/* The reason of a usage error is translated here.  */
static enum status
fail (struct err *err)
{
  struct err found = *err;
  if (found.code == ERR_USAGE)
    err_set (err, ERR_USAGE, found.where, "%s", _ (found.detail));
  if (err->code == ERR_NOT_FOUND)
    {
      say (_ ("%s is not on your own list; \"enface term list\" prints it"),
           err->where);
      return STATUS_NOTHING;
    }
  return cli_fail (err);
}

static enum status
run_add (struct cli *cli, const void *values, const struct words *words)
{
  struct err err;
  long long id;
  enum status status = open_both (cli);
  (void) values;
  for (size_t i = 0; status == STATUS_DONE && i < words->len; i++)
    if (!library_give_term (cli->library, words->items[i], &id, &err)
        || !notebook_put_term (cli->notebook, words->items[i], TERM_ADDED,
                               NULL, &err))
      status = fail (&err);
  return status;
}

static enum status
run_hide (struct cli *cli, const void *values, const struct words *words)
{
  struct err err;
  enum status status = open_both (cli);
  (void) values;
  for (size_t i = 0; status == STATUS_DONE && i < words->len; i++)
    if (!notebook_put_term (cli->notebook, words->items[i], TERM_HIDDEN, NULL,
                            &err))
      status = fail (&err);
  return status;
}

static enum status
run_join (struct cli *cli, const void *values, const struct words *words)
{
  struct err err;
  enum status status = open_both (cli);
  (void) values;
  if (status == STATUS_DONE
      && !notebook_put_term (cli->notebook, words->items[0], TERM_JOINED,
                             words->items[1], &err))
    status = fail (&err);
  return status;
}

static enum status
run_drop (struct cli *cli, const void *values, const struct words *words)
{
  struct err err;
  enum term_choice choice;
  enum status status = open_both (cli);
  (void) values;
  for (size_t i = 0; status == STATUS_DONE && i < words->len; i++)
    if (!notebook_drop_term (cli->notebook, words->items[i], &choice, &err)
        || (choice == TERM_ADDED
            && !library_take_term (cli->library, words->items[i], &err)))
      status = fail (&err);
  return status;
}

static void
print_term (const struct own_term *term, bool tsv)
{
  enum { TERM = 30, CHOICE = 8 };
  struct record record = { .begun = false };
  struct buf out = BUF_INIT;
  if (tsv)
    {
      record_text (&record, term->text);
      record_text (&record, term_choice_name (term->choice));
      record_text (&record, term->joined);
      record_end (&record);
      return;
    }
  paper_cell (&out, term->text, TERM);
  buf_add_string (&out, "  ");
  paper_cell (&out, term_choice_name (term->choice), *term->joined ? CHOICE
                                                                   : 0);
  if (*term->joined)
    {
      buf_add_string (&out, "  ");
      paper_cell (&out, term->joined, 0);
    }
  buf_add_byte (&out, '\n');
  paper_print (&out, false);
}

static enum status
run_list (struct cli *cli, const void *values, const struct words *words)
{
  const struct options *options = values;
  struct own_terms terms = { 0 };
  struct err err;
  bool tsv = option_chosen (options->format, FORMAT_TEXT) == FORMAT_TSV;
  enum status status = cli_notebook (cli, false);
  (void) words;
  if (status == STATUS_DONE && !notebook_terms (cli->notebook, &terms, &err))
    status = cli_fail (&err);
  if (status == STATUS_DONE && tsv && options->header)
    record_header (columns);
  for (size_t i = 0; status == STATUS_DONE && i < terms.len; i++)
    print_term (&terms.items[i], tsv);
  if (status == STATUS_DONE && terms.len == 0)
    {
      say ("%s", _ ("there are no terms in your list"));
      status = STATUS_NOTHING;
    }
  own_terms_free (&terms);
  return status;
}

const struct command command_term_add = {
  .name = "term add",
  .arguments = N_ ("TERM..."),
  .least = 1,
  .most = ANY_NUMBER,
  .summary = N_ ("make a word a term of the keyword index"),
  .description
  = N_ ("TERM is Chinese characters or English words.  It is in the index of all "
        "documents that have it, also of those that are added later."),
  .run = run_add,
};

const struct command command_term_hide = {
  .name = "term hide",
  .arguments = N_ ("TERM..."),
  .least = 1,
  .most = ANY_NUMBER,
  .summary = N_ ("leave terms out of the keyword index"),
  .run = run_hide,
};

const struct command command_term_join = {
  .name = "term join",
  .arguments = N_ ("TERM OTHER"),
  .least = 2,
  .most = 2,
  .summary = N_ ("count a term with another one in the keyword index"),
  .description
  = N_ ("TERM has no row of its own any more: what it has comes to OTHER."),
  .run = run_join,
};

const struct command command_term_drop = {
  .name = "term drop",
  .arguments = N_ ("TERM..."),
  .least = 1,
  .most = ANY_NUMBER,
  .summary = N_ ("take terms out of your own list again"),
  .run = run_drop,
};

const struct command command_term_list = {
  .name = "term list",
  .summary = N_ ("list the terms that you added, hid or joined"),
  .options = rows,
  .size = sizeof (struct options),
  .columns = columns,
  .run = run_list,
};
