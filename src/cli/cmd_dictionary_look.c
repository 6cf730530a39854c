/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command dictionary look: entries, in both directions.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/paper.h"
#include "cli/record.h"
#include "cli/say.h"
#include "index/entry_text.h"

struct options
{
  size_t format;
  bool header;
  size_t most;
};

static const struct option_row rows[] = {
  { 'f', "format", N_ ("FORMAT"), OPTION_CHOICE,
    offsetof (struct options, format), N_ ("for people, or for programs"),
    format_choice, 0, 0 },
  { 0, "header", NULL, OPTION_FLAG, offsetof (struct options, header),
    N_ ("begin with the names of the columns (tsv)"), NULL, 0, 0 },
  { 'm', "most", N_ ("COUNT"), OPTION_NUMBER, offsetof (struct options, most),
    N_ ("at most COUNT entries for an English word; by default 20"), NULL, 1,
    100000 },
  { 0 }
};

static const char *const columns[] = { "word",    "traditional", "simplified",
                                       "pinyin",  "glosses",     "dictionary",
                                       NULL };

/* Whether TEXT has anything but what stands for Latin script.  */
static bool
is_chinese (const char *text)
{
  size_t len = strlen (text);
  for (size_t at = 0; at < len;)
    if (utf8_next (text, len, &at) >= 0x2E80)
      return true;
  return false;
}

static void
print_record (const char *word, size_t len,
              const struct definition *definition)
{
  const struct word_entry *entry = &definition->entry;
  struct record record = { .begun = false };
  struct buf pinyin = BUF_INIT;
  entry_text_pinyin (entry, &pinyin);
  record_bytes (&record, word, len);
  record_text (&record, entry->traditional);
  record_text (&record, entry->simplified);
  record_text (&record, buf_string (&pinyin));
  record_text (&record, entry->glosses);
  record_text (&record, definition->dictionary);
  record_end (&record);
  buf_free (&pinyin);
}

/* Prints the forms and the pinyin on a line, the glosses below.  */
static void
print_entry (const char *word, size_t len,
             const struct definition *definition)
{
  struct buf out = BUF_INIT, head = BUF_INIT, glosses = BUF_INIT;
  entry_text_forms (&definition->entry, word, len, &head);
  buf_add_string (&head, "  ");
  entry_text_pinyin (&definition->entry, &head);
  buf_add_format (&head, "  [%s]", definition->dictionary);
  entry_text_glosses (&definition->entry, &glosses);
  paper_wrap (&out, buf_string (&head), 4, paper_columns ());
  if (glosses.len > 0)
    {
      paper_spaces (&out, 4);
      paper_wrap (&out, glosses.data, 4, paper_columns ());
    }
  paper_print (&out, false);
  buf_free (&head);
  buf_free (&glosses);
}

/* Prints the entries of the LEN bytes at WORD; returns how many.  */
static size_t
print_found (const struct options *options, const char *word, size_t len,
             struct definitions *found)
{
  size_t count = found->len;
  bool tsv = option_chosen (options->format, FORMAT_TEXT) == FORMAT_TSV;
  for (size_t k = 0; k < count; k++)
    if (tsv)
      print_record (word, len, &found->items[k]);
    else
      print_entry (word, len, &found->items[k]);
  found->len = 0;
  return count;
}

/* Looks the parts of a Chinese text up that no entry has whole, the longest
   first.  */
static size_t
look_parts (struct entries *entries, const struct options *options,
            const char *text, struct definitions *found)
{
  size_t len = strlen (text), count = 0;
  for (size_t at = 0; at < len;)
    {
      size_t word
        = entries_longest (entries, text + at, len - at, NULL, NULL);
      entries_find (entries, text + at, word, found);
      count += print_found (options, text + at, word, found);
      if (word == 0)
        utf8_next (text, len, &at);
      at += word;
    }
  return count;
}

static size_t
look (struct entries *entries, const struct options *options,
      const char *text)
{
  enum { MOST = 20 };
  struct definitions found = { 0 };
  size_t len = strlen (text), count;
  bool chinese = is_chinese (text);
  entries_find (entries, text, len, &found);
  if (!chinese)
    entries_english (entries, text, len,
                     options->most ? options->most : MOST, &found);
  count = print_found (options, text, len, &found);
  if (count == 0 && chinese)
    count = look_parts (entries, options, text, &found);
  VEC_FREE (&found);
  return count;
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  const struct options *options = values;
  enum status status = STATUS_DONE;
  if (!cli_folder (cli))
    return STATUS_FAILED;
  struct entries *entries = cli_entries (cli);
  if (!entries_any (entries))
    {
      say (_ ("there are no dictionaries in %s; \"enface dictionary add FILE\" "
              "adds one"),
           cli->folder);
      return STATUS_NOTHING;
    }
  if (option_chosen (options->format, FORMAT_TEXT) == FORMAT_TSV
      && options->header)
    record_header (columns);
  for (size_t k = 0; k < words->len; k++)
    {
      const char *word = words->items[k];
      if (utf8_check (word, strlen (word)) < strlen (word)
          || look (entries, options, word) == 0)
        {
          say (_ ("%s: no dictionary has it"), word);
          status = STATUS_NOTHING;
        }
    }
  return status;
}

const struct command command_dictionary_look = {
  .name = "dictionary look",
  .arguments = N_ ("WORD..."),
  .least = 1,
  .most = ANY_NUMBER,
  .summary = N_ ("print dictionary entries, for Chinese and for English words"),
  .description
  = N_ ("A Chinese word is found in simplified and in traditional form; of one "
        "that no dictionary has, the longest words in it are printed.  For an "
        "English word, or several in quotes, the entries that have it in a "
        "gloss, whatever its ending: first those that mean nothing else."),
  .options = rows,
  .size = sizeof (struct options),
  .columns = columns,
  .run = run,
};
