/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command manual: prints the man page, made from the tables of commands,
   keys and formats.  */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/intl.h"
#include "cli/commands.h"
#include "cli/paper.h"
#include "cli/roff.h"
#include "cli/usage.h"
#include "export/exporter.h"
#include "export/template.h"
#include "import/importer.h"
#include "read/action.h"

/* A name and what it means, both for a list.  */
struct entry
{
  const char *name;
  const char *help; /* untranslated (N_) */
};

static const struct entry files[] = {
  { "library.db",
    N_ ("The library: the index of documents.  All of it can be made again "
        "with \"enface add\".") },
  { "notes.db",
    N_ ("The notebook: notes with their history, bookmarks, drafts, places.  "
        "Nothing can make it again: keep copies of it.") },
  { "$XDG_DATA_HOME/enface",
    N_ ("The folder of both, usually ~/.local/share/enface.") },
  { "$XDG_CONFIG_HOME/enface/settings.ini",
    N_ ("The settings, usually in ~/.config/enface: [screen] colour = no, "
        "ambiguous = wide (where the terminal draws characters such as “ · ① "
        "two columns wide: \"enface doctor\" measures it); "
        "[notes] folder = PATH, editor = COMMAND, template = FILE; [keys] "
        "NAME = KEYS, with the names of the section KEYS.") },
  { "template", N_ ("What a new note begins with.  {date}, {page}, {title}, "
                    "{translated-title}, {author}, {quotation}, {sentence}, "
                    "{translation}, {citation} and {today} are filled in; "
                    "writing goes on at {cursor}.") },
  { NULL, NULL }
};

static const struct entry marks[] = {
  { ">", N_ ("the lit pair of sentences") },
  { "*", N_ ("a note; in lists: how many") },
  { "2", N_ ("so many notes; + for ten and more") },
  { "a to z", N_ ("a highlight of that letter") },
  { "?", N_ ("notes that are detached: what they were on is gone") },
  { "!", N_ ("in the list of notes: moved, please look") },
  { "=", N_ ("in the list of notes: another version of the note, which was "
             "changed in two places") },
  { "u r d", N_ ("in the list of documents: to read, being read, read") },
  { "≠", N_ ("the translation says something else than the original; in "
                      "lists: how often") },
  { "~", N_ ("it is unsure that these sentences face each other") },
  { NULL, NULL }
};

static const struct entry variables[] = {
  { "ENFACE_LIBRARY",
    N_ ("The folder of the library and the notebook, where --library does not "
        "name one.") },
  { "ENFACE_TEXTS",
    N_ ("The folder of the sample texts that a first run opens.") },
  { "ENFACE_LOCALE",
    N_ ("The folder of the messages in other languages, where it is not the "
        "one they were installed in.") },
  { "XDG_DATA_HOME, XDG_CONFIG_HOME",
    N_ ("See FILES; relative ones are ignored.") },
  { "VISUAL, EDITOR",
    N_ ("The editor for notes, where the settings name none.") },
  { "NO_COLOR", N_ ("Where not empty: the reader uses no colours.") },
  { "LC_ALL, LC_CTYPE, LANG",
    N_ ("The locale.  Its character set must be UTF-8; where it is not, "
        "C.UTF-8 is used and a message says so.") },
  { NULL, NULL }
};

static const struct entry statuses[] = {
  { "0", N_ ("done") },
  { "1", N_ ("nothing was found") },
  { "2", N_ ("wrong usage") },
  { "3", N_ ("something could not be read or written; a message on standard "
             "error names it") },
  { NULL, NULL }
};

static const struct entry examples[] = {
  { "enface", N_ ("Opens the library; the first time, sample texts are in "
                  "it.") },
  { "enface add ~/archive", N_ ("Adds all texts below a folder; again later: "
                                "only what is new or has changed.") },
  { "enface list 1958-10 steel", N_ ("The documents of a month on a "
                                     "subject.") },
  { "enface show 12 --numbers", N_ ("A document en face, its pairs of "
                                    "sentences numbered.") },
  { "enface show 12 --format=html > 12.html",
    N_ ("The same with your notes, as one page for a browser.") },
  { "enface note add 12 --bead 7 --text \"doubled or tripled? #check\"",
    N_ ("A note on the seventh pair.") },
  { "enface export --format=text --output=notes.txt",
    N_ ("All notes, to be sent or printed.") },
  { "enface export --template='{date}\\t{title:line}\\t{tags}\\n'",
    N_ ("One line a note: date, title and tags, parted by tabs.") },
  { "enface export --format=html --group=tag --output=notes.html",
    N_ ("All notes as one page for a browser, put together by their tags.") },
  { "enface export --format=markdown --output=notes/",
    N_ ("A file a document; again later: only what has changed is written.") },
  { "enface import hypothesis.json",
    N_ ("Annotations that Hypothesis has exported become notes.") },
  { "enface align --format=tsv original.txt translation.txt",
    N_ ("Which sentences of two files face each other.") },
  { NULL, NULL }
};

/* Adds an entry of a list: NAME in bold, HELP below.  */
static void
add_entry (struct buf *out, const char *name, const char *help)
{
  buf_add_string (out, ".TP\n\\fB");
  roff_text (out, name);
  buf_add_string (out, "\\fR\n");
  roff_line (out, "", help);
}

static void
add_entries (struct buf *out, const struct entry *entries)
{
  for (; entries->name; entries++)
    add_entry (out, entries->name, _ (entries->help));
}

static void
add_options (struct buf *out, const struct option_row *rows)
{
  for (; rows && rows->name; rows++)
    {
      struct buf name = BUF_INIT;
      usage_option (rows, &name);
      add_entry (out, buf_string (&name) + strspn (buf_string (&name), " "),
                 _ (rows->help));
      buf_free (&name);
    }
}

static void
add_commands (struct buf *out)
{
  for (size_t i = 1; commands[i]; i++)
    {
      const struct command *command = commands[i];
      buf_add_string (out, ".SS \"");
      roff_text (out, command->name);
      if (command->arguments)
        {
          buf_add_byte (out, ' ');
          roff_text (out, _ (command->arguments));
        }
      buf_add_string (out, "\"\n");
      roff_line (out, "", _ (command->summary));
      if (command->description)
        roff_line (out, ".PP\n", _ (command->description));
      add_options (out, command->options);
    }
}

static void
add_keys (struct buf *out)
{
  for (enum action_group group = 0; group < GROUPS; group++)
    {
      roff_line (out, ".SS ", _ (action_group_title (group)));
      for (enum action action = ACTION_NONE + 1; action < ACTION_COUNT;
           action++)
        {
          const struct action_row *row = action_row (action);
          if (row->group != group)
            continue;
          struct buf help = BUF_INIT;
          /* TRANSLATORS: what a key does, and its name in the settings.  */
          buf_add_format (&help, _ ("%s (%s)"), _ (row->help), row->name);
          add_entry (out, row->keys, buf_string (&help));
          buf_free (&help);
        }
    }
}

static void
add_notes (struct buf *out)
{
  roff_section (out, _ ("NOTES"));
  roff_line (out, "",
             _ ("In the text of a note #word is a tag, and [[TITLE]] leads to a "
                "document, by its title in either language or by its path; "
                "[[TITLE::WORDS]] to where WORDS stand in it, [[note:UUID]] to "
                "another note, by the first digits of its uuid; [[TITLE|SHOWN]] "
                "shows SHOWN instead."));
  roff_line (out, ".PP\n",
             _ ("A note is placed, moved or detached.  It has moved where its "
                "quotation was found but what stood around it is another, or "
                "where a new translation faces the same original: the page asks "
                "to look, and the key of attach-note confirms it.  It is "
                "detached where no place is certain: it is kept and listed with "
                "its quotation, the head of the page counts it, and the same "
                "key shows where it may belong.  What a note said before is "
                "kept, and so are notes that were deleted.  Where one note is "
                "changed in two places at once, both versions are kept."));
}

static void
add_formats (struct buf *out)
{
  roff_section (out, _ ("FILE FORMATS"));
  roff_line (out, "",
             _ ("Texts are UTF-8.  What a file is, is told from its content:"));
  for (size_t i = 0; importers[i]; i++)
    add_entry (out, importers[i]->name, _ (importers[i]->summary));
  roff_section (out, _ ("EXPORT FORMATS"));
  for (size_t i = 0; exporters[i]; i++)
    add_entry (out, exporters[i]->name, _ (exporters[i]->summary));
}

static void
add_templates (struct buf *out)
{
  roff_section (out, _ ("TEMPLATES"));
  roff_line (
    out, "",
    _ ("With \"enface export --template\" each note is written as the template "
       "says, nothing between two of them.  {FIELD} is the value of a field, "
       "{FIELD:FORM} the same in a form; what stands between {?FIELD} and {/} "
       "is written only where the field has a value, between {!FIELD} and {/} "
       "only where it has none; {{ and }} are braces.  On the command line "
       "\\n is the end of a line, \\t a tab and \\\\ a backslash.  The "
       "fields:"));
  for (size_t i = 0; template_field_name (i); i++)
    add_entry (out, template_field_name (i), _ (template_field_help (i)));
  roff_line (out, ".PP\n", _ ("The forms:"));
  for (size_t i = 0; template_form_name (i); i++)
    add_entry (out, template_form_name (i), _ (template_form_help (i)));
}

/* How two notebooks are kept the same, step by step.  */
static const struct entry exchange[] = {
  { "enface export --format=jsonld --deleted --output=notes/anna.jsonld",
    N_ ("Anna writes all her notes, and which ones she has deleted, into a "
        "folder that git or Syncthing carries to Ben (git add, commit, push; "
        "with Syncthing nothing).  The same notes give the same bytes: without "
        "a change there is nothing to carry.") },
  { "enface import notes/anna.jsonld",
    N_ ("Ben takes them in.  What is new is added, what Anna has changed is "
        "changed, what she has deleted is deleted.  Where both have changed "
        "the same note, both versions are kept, and the message says so: the "
        "one written later keeps its place, the other stands beside it as a "
        "note of its own.  A note that one has deleted and the other changed "
        "stays.") },
  { "enface export --format=jsonld --deleted --output=notes/ben.jsonld",
    N_ ("Ben writes his: under another name, so that the two never write to "
        "one file.") },
  { "enface import notes/ben.jsonld",
    N_ ("Anna takes them in.  Now both notebooks hold the same notes, with the "
        "same history.") },
  { "enface note list --conflicting",
    N_ ("What was changed on both sides, to be looked through; \"enface note "
        "merge\" makes one note of two.") },
  { NULL, NULL }
};

static void
add_exchange (struct buf *out)
{
  roff_section (out, _ ("EXCHANGE"));
  roff_line (out, "",
             _ ("Notes go from one notebook to another in files, between two "
                "readers or between two machines of one reader.  A note has a "
                "name that is the same everywhere, and its file tells what it "
                "said before, so that the other side knows which of two "
                "versions goes on from which.  Nothing is overwritten that "
                "stands in no history.  For two readers, Anna and Ben:"));
  add_entries (out, exchange);
}

static void
add_columns (struct buf *out)
{
  roff_section (out, _ ("TSV COLUMNS"));
  roff_line (out, "",
             _ ("With --format=tsv a command prints a record a line, in UTF-8, "
                "its fields parted by tabs; tab, line feed, carriage return and "
                "backslash in a field are written \\t, \\n, \\r and \\\\.  On a "
                "terminal the tabs become spaces and what could command the "
                "terminal becomes visible."));
  for (size_t i = 1; commands[i]; i++)
    if (commands[i]->columns)
      {
        struct buf names = BUF_INIT;
        const char *const *columns = commands[i]->columns;
        for (size_t k = 0; columns[k]; k++)
          buf_add_format (&names, "%s%s", k ? ", " : "", columns[k]);
        add_entry (out, commands[i]->name, buf_string (&names));
        buf_free (&names);
      }
}

static void
add_head (struct buf *out)
{
  buf_add_string (out, "'\\\" -*- coding: UTF-8 -*-\n");
  buf_add_format (out, ".TH ENFACE 1 \"\" \"enface %s\"\n", PACKAGE_VERSION);
  buf_add_string (out, ".nh\n.ad l\n");
  roff_section (out, _ ("NAME"));
  roff_add (out, _ ("enface - a terminal reader for bilingual sources"),
            false);
  buf_add_byte (out, '\n');
  roff_section (out, _ ("SYNOPSIS"));
  roff_line (out, "\\fBenface\\fR ", _ ("[OPTION]... [PATH]..."));
  roff_line (out, ".br\n\\fBenface\\fR ",
             _ ("COMMAND [OPTION]... [ARGUMENT]..."));
  roff_section (out, _ ("DESCRIPTION"));
  roff_line (out, "", _ (commands[0]->summary));
  roff_line (out, ".PP\n",
             _ ("A document has two sides, the original and the translation.  "
                "Sentences that face each other make a pair; pairs stand level "
                "on the screen.  A note is on a quotation, on a pair or on a "
                "document, and finds its place again when the text changes."));
  roff_section (out, _ ("OPTIONS"));
  add_options (out, global_options);
}

static enum status
run (struct cli *cli, const void *values, const struct words *words)
{
  struct buf out = BUF_INIT;
  (void) cli;
  (void) values;
  (void) words;
  add_head (&out);
  roff_section (&out, _ ("COMMANDS"));
  add_commands (&out);
  roff_section (&out, _ ("KEYS"));
  roff_line (&out, "",
             _ ("In parentheses the names for the settings file."));
  add_keys (&out);
  roff_section (&out, _ ("MARKS"));
  add_entries (&out, marks);
  add_notes (&out);
  add_formats (&out);
  add_templates (&out);
  add_exchange (&out);
  add_columns (&out);
  roff_section (&out, _ ("FILES"));
  add_entries (&out, files);
  roff_section (&out, _ ("ENVIRONMENT"));
  add_entries (&out, variables);
  roff_section (&out, _ ("EXIT STATUS"));
  add_entries (&out, statuses);
  roff_section (&out, _ ("EXAMPLES"));
  add_entries (&out, examples);
  paper_print (&out, false);
  return STATUS_DONE;
}

const struct command command_manual = {
  .name = "manual",
  .summary = N_ ("print the man page"),
  .description = N_ ("In roff: enface manual | man -l -"),
  .run = run,
};
