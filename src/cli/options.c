/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options as rows of a table, on top of getopt_long.  */
#include "cli/options.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/intl.h"
#include "base/vec.h"

/* More options than any command has, the global ones included.  */
enum { MOST = 32, FIRST_VALUE = 256 };

const struct option_row global_options[] = {
  { 'L', "library", N_ ("DIR"), OPTION_STRING,
    offsetof (struct global_options, library),
    N_ ("the folder of the library and the notebook"), NULL, 0, 0 },
  { 'h', "help", NULL, OPTION_FLAG, offsetof (struct global_options, help),
    N_ ("print this help"), NULL, 0, 0 },
  { 'V', "version", NULL, OPTION_FLAG,
    offsetof (struct global_options, version), N_ ("print the version"), NULL,
    0, 0 },
  { 0 }
};

const char *
format_choice (size_t index)
{
  static const char *const names[] = { "text", "tsv", NULL };
  return names[index];
}

char *
option_choices (const struct option_row *row)
{
  struct buf names = BUF_INIT;
  for (size_t i = 0; row->choice (i); i++)
    buf_add_format (&names, "%s%s", i ? "|" : "", row->choice (i));
  return buf_take (&names);
}

/* The tables as getopt_long wants them.  */
struct parser
{
  struct option longs[MOST];
  char shorts[2 * MOST + 3];
  const struct option_row *rows[MOST];
  char *values[MOST]; /* the struct of each row */
  size_t len;
};

static void
parser_add (struct parser *parser, const struct option_set *set)
{
  for (const struct option_row *row = set->rows; row && row->name; row++)
    {
      size_t i = parser->len++;
      int takes = row->argument ? required_argument : no_argument;
      parser->rows[i] = row;
      parser->values[i] = set->values;
      parser->longs[i]
        = (struct option) { row->name, takes, NULL, FIRST_VALUE + (int) i };
      if (row->letter)
        strcat (strncat (parser->shorts, &row->letter, 1),
                row->argument ? ":" : "");
    }
}

/* The row that getopt_long's RESULT means; the number of rows: none.  */
static size_t
parser_row (const struct parser *parser, int result)
{
  if (result >= FIRST_VALUE)
    return (size_t) (result - FIRST_VALUE);
  size_t i = 0;
  while (i < parser->len && parser->rows[i]->letter != result)
    i++;
  return i;
}

/* ERR_USAGE for the option of ROW; DETAIL, which is freed, says why.  */
static bool
value_refuse (const struct option_row *row, char *detail, struct err *err)
{
  char *where = mem_format ("--%s", row->name);
  err_set (err, ERR_USAGE, where, "%s", detail);
  free (where);
  free (detail);
  return false;
}

static bool
number_read (const struct option_row *row, const char *text, size_t *number,
             struct err *err)
{
  char *end;
  errno = 0;
  unsigned long value = strtoul (text, &end, 10);
  if (*text < '0' || *text > '9' || *end || errno || value < row->least
      || value > row->most)
    return value_refuse (row,
                         mem_format (_ ("\"%s\" is no number from %zu to %zu"),
                                     text, row->least, row->most),
                         err);
  *number = value;
  return true;
}

static bool
choice_read (const struct option_row *row, const char *text, size_t *chosen,
             struct err *err)
{
  for (size_t i = 0; row->choice (i); i++)
    if (strcmp (row->choice (i), text) == 0)
      {
        *chosen = i + 1;
        return true;
      }
  char *names = option_choices (row);
  char *detail = mem_format (_ ("\"%s\" is none of %s"), text, names);
  free (names);
  return value_refuse (row, detail, err);
}

static bool
value_read (const struct parser *parser, size_t index, const char *text,
            struct err *err)
{
  const struct option_row *row = parser->rows[index];
  void *to = parser->values[index] + row->offset;
  switch (row->type)
    {
    case OPTION_FLAG:
      *(bool *) to = true;
      return true;
    case OPTION_STRING:
      *(const char **) to = text;
      return true;
    case OPTION_NUMBER:
      return number_read (row, text, to, err);
    case OPTION_CHOICE:
      return choice_read (row, text, to, err);
    }
  return false;
}

/* Says what getopt_long did not understand.  */
static bool
refuse (const struct parser *parser, int result, char *const *argv,
        struct err *err)
{
  char letter[3] = { '-', (char) optopt, '\0' };
  size_t row = optopt ? parser_row (parser, optopt) : parser->len;
  bool is_long = optopt == 0 || optopt >= FIRST_VALUE;
  const char *where = is_long ? argv[optind - 1] : letter;
  if (result == ':')
    return err_set (err, ERR_USAGE, where, "%s", _ ("it needs a value"));
  if (row < parser->len)
    return err_set (err, ERR_USAGE, where, "%s", _ ("it takes no value"));
  return err_set (err, ERR_USAGE, where, "%s", _ ("there is no such option"));
}

bool
options_read (int argc, char **argv, const struct option_set sets[2],
              bool first_only, int *next, struct err *err)
{
  struct parser parser = { .len = 0 };
  strcpy (parser.shorts, first_only ? "+:" : ":");
  parser_add (&parser, &sets[0]);
  parser_add (&parser, &sets[1]);
  optind = 0; /* glibc: begin anew, with the order of SHORTS */
  opterr = 0;
  int result;
  while ((result = getopt_long (argc, argv, parser.shorts, parser.longs, NULL))
         != -1)
    {
      if (result == '?' || result == ':')
        return refuse (&parser, result, argv, err);
      if (!value_read (&parser, parser_row (&parser, result), optarg, err))
        return false;
    }
  *next = optind;
  return true;
}
