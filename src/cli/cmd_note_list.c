/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command note list: the notes, a few lines or a record each.  */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "cli/chosen.h"
#include "cli/commands.h"
#include "cli/paper.h"
#include "cli/record.h"
#include "text/width.h"

struct options
{
  struct filters filters;
  size_t format;
  bool header;
};

static const struct option_row rows[] = {
  FILTER_ROWS (struct options, filters),
  WORDS_ROW (struct options, filters),
  MORE_ROWS (struct options, filters),
  { 'f', "format", N_ ("FORMAT"), OPTION_CHOICE,
    offsetof (struct options, format), N_ ("for people, or for programs"),
    format_choice, 0, 0 },
  { 0, "header", NULL, OPTION_FLAG, offsetof (struct options, header),
    N_ ("begin with the names of the columns (tsv)"), NULL, 0, 0 },
  { 0 }
};

static const char *const columns[]
  = { "number", "path",      "kind", "side", "start",   "end", "state",
      "quotation", "text", "tags", "created", "modified", "highlight",
      "uuid", "version of", NULL };

/* The name of a place's state in records.  */
static const char *
state_name (const struct chosen *chosen, size_t index)
{
  static const char *const names[ANCHOR_STATES]
    = { "placed", "moved", "detached" };
  return chosen->placed[index].unknown ? "unknown"
                                       : names[chosen->placed[index].state];
}

static void
print_record (const struct chosen *chosen, size_t index)
{
  const struct note *note = &chosen->notes.items[index];
  struct range place = chosen->placed[index].place;
  struct record record = { .begun = false };
  char *tags = note_tags (note->text, " ");
  record_number (&record, note->id);
  record_path (&record, note->citation.collection, note->citation.path);
  record_text (&record, anchor_kind_name (note->anchor.kind));
  record_side (&record, note->anchor.side);
  record_number (&record, (long long) place.start);
  record_number (&record, (long long) place.end);
  record_text (&record, state_name (chosen, index));
  record_text (&record, note->anchor.exact);
  record_text (&record, note->text);
  record_text (&record, tags);
  record_text (&record, note->created);
  record_text (&record, note->modified);
  record_bytes (&record, &note->highlight, note->highlight != '\0');
  record_text (&record, note->uuid);
  record_text (&record, note->version_of);
  record_end (&record);
  free (tags);
}

/* What to add about a note whose place is not certain; NULL: nothing.  */
static const char *
remark (const struct chosen *chosen, size_t index)
{
  enum anchor_state state = chosen->placed[index].state;
  if (chosen->placed[index].unknown)
    return chosen->unknown > 0 ? _ ("its document is not in the library")
                               : NULL;
  if (state == ANCHOR_MOVED)
    return _ ("the text around it has changed");
  if (state == ANCHOR_DETACHED)
    return _ ("what it was on is not in the text any more");
  return NULL;
}

static void
add_quotation (struct buf *out, const char *exact, size_t columns_wide)
{
  struct buf line = BUF_INIT;
  buf_add_format (&line, "“%s”", exact);
  paper_spaces (out, 8);
  paper_wrap (out, buf_string (&line), 8, columns_wide);
  buf_free (&line);
}

/* Adds the lines of TEXT, each wrapped by itself.  */
static void
add_lines (struct buf *out, const char *text, size_t columns_wide)
{
  while (*text)
    {
      size_t len = strcspn (text, "\n");
      char *line = mem_copy (text, len);
      paper_spaces (out, *line ? 8 : 0);
      paper_wrap (out, line, 8, columns_wide);
      free (line);
      text += len + (text[len] == '\n');
    }
}

/* Adds what to know about the note, in brackets; "" and NULL: nothing.  */
static void
add_remark (struct buf *out, const char *text, size_t columns_wide)
{
  struct buf line = BUF_INIT;
  if (!text || !*text)
    return;
  paper_spaces (out, 8);
  /* TRANSLATORS: a remark on a note.  */
  buf_add_format (&line, _ ("(%s)"), text);
  paper_wrap (out, buf_string (&line), 8, columns_wide);
  buf_free (&line);
}

/* Of which note in the notebook NOTE is another version; the caller frees it;
   NULL: of none.  */
static char *
version_remark (struct notebook *notebook, const struct note *note)
{
  struct note other;
  if (!*note->version_of
      || !notebook_note_named (notebook, note->version_of, &other, NULL))
    return NULL;
  char *text = *other.deleted
                 ? NULL
                 : mem_format (_ ("another version of note %lld; \"enface note "
                                  "merge\" makes one of them"),
                               other.id);
  note_clear (&other);
  return text;
}

static void
print_note (struct notebook *notebook, const struct chosen *chosen,
            size_t index)
{
  const struct note *note = &chosen->notes.items[index];
  const struct citation *c = &note->citation;
  struct buf out = BUF_INIT, head = BUF_INIT;
  size_t wide = paper_columns ();
  const char *title = c->title[ORIGINAL] ? c->title[ORIGINAL]
                      : c->title[TRANSLATION] ? c->title[TRANSLATION]
                      : c->path               ? c->path
                                              : "";
  buf_add_format (&out, "%6lld  ", note->id);
  if (note->highlight)
    buf_add_format (&head, "[%c] ", note->highlight);
  buf_add_format (&head, "%s%s%s", c->date ? c->date : "", c->date ? "  " : "",
                  title);
  paper_wrap (&out, buf_string (&head), 8, wide);
  if (note->anchor.kind != ANCHOR_DOCUMENT)
    add_quotation (&out, note->anchor.exact, wide);
  add_lines (&out, note->text, wide);
  add_remark (&out, remark (chosen, index), wide);
  char *version = version_remark (notebook, note);
  add_remark (&out, version, wide);
  free (version);
  buf_free (&head);
  paper_print (&out, false);
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  const struct options *options = values;
  struct chosen chosen = { .unknown = 0 };
  bool tsv = option_chosen (options->format, FORMAT_TEXT) == FORMAT_TSV;
  (void) words;
  enum status status = chosen_read (cli, &options->filters, &chosen);
  if (tsv && options->header && status != STATUS_USAGE)
    record_header (columns);
  for (size_t i = 0; i < chosen.notes.len; i++)
    if (tsv)
      print_record (&chosen, i);
    else
      print_note (cli->notebook, &chosen, i);
  chosen_free (&chosen);
  return status;
}

const struct command command_note_list = {
  .name = "note list",
  .summary = N_ ("list the notes"),
  .description
  = N_ ("A note whose place is not certain is shown with a remark: the text "
        "around it has changed (moved), what it was on is gone (detached), or "
        "its document is not in the library (unknown).  start and end count "
        "code points of the text of today, or of the text that the note was "
        "written on, where it has no place in today's."),
  .options = rows,
  .size = sizeof (struct options),
  .columns = columns,
  .run = run,
};
