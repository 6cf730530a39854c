/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of export/: the bytes of every format.  */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "export/exporter.h"

/* A note on a span of an article; everything in it is a constant.  */
static struct note
span_note (void)
{
  struct note n = {
    .uuid = "11111111-2222-4333-8444-555555555555",
    .anchor = { .kind = ANCHOR_SPAN, .side = ORIGINAL,
                .exact = (char *) "一百二十吨" },
    .sentence = { (char *) "　　高炉日产铁一百二十吨，比上月增加一\n"
                           "    倍，工人们十分高兴。",
                  (char *) "The furnace yields 120 tons a day,\n"
                           "twice as much as last month." },
    .text = (char *) "\nIs it *twice*? #steel\n\n-----\n1. first\n  second\n",
    .created = "2026-11-20T20:03:45Z",
    .modified = "2026-11-20T20:03:45Z",
    .citation = { .collection = (char *) "rmrb",
                  .path = (char *) "1958.10/a_b.md",
                  .date = (char *) "1958-10-01",
                  .page = (char *) "3",
                  .title = { (char *) "铁水奔流  高炉增产",
                             (char *) "Iron Flows" },
                  .author = { (char *) "李明", (char *) "Li Ming" } },
  };
  return n;
}

/* A note on a whole text of which little is known.  */
static struct note
document_note (void)
{
  struct note n = {
    .uuid = "11111111-2222-4333-8444-666666666666",
    .anchor = { .kind = ANCHOR_DOCUMENT, .side = ORIGINAL,
                .exact = (char *) "" },
    .sentence = { (char *) "", (char *) "" },
    .text = (char *) "Read again.",
    .created = "2026-11-20T20:03:45Z",
    .modified = "2026-11-21T08:00:00Z",
    .citation = { .path = (char *) "a.txt" },
  };
  return n;
}

static char *
write_notes (const char *format, const struct export_note *notes,
             size_t count, const struct export_options *options)
{
  struct buf out = BUF_INIT;
  exporter_named (format)->write (notes, count, options, &out);
  return buf_take (&out);
}

/* Checks FORMAT of the two notes, the first moved, the second detached.  */
static void
check_two (const char *format, size_t width, const char *want)
{
  struct note span = span_note (), whole = document_note ();
  struct export_note notes[] = { { .note = &span, .state = ANCHOR_MOVED, .place = { 7, 12 } },
                                 { .note = &whole, .state = ANCHOR_DETACHED, .place = { 0, 0 } } };
  struct export_options options = { .width = width };
  char *text = write_notes (format, notes, 2, &options);
  char *again = write_notes (format, notes, 2, &options);
  CHECK_STRING (text, want);
  CHECK_STRING (again, text);
  free (text);
  free (again);
}

static void
writes_text (void)
{
  check_two (
    "text", 40,
    "----------------------------------------\n"
    "  铁水奔流 高炉增产\n"
    "  Iron Flows\n"
    "Author: 李明 (Li Ming)\n"
    "Date: 1958-10-01\n"
    "Page: 3\n"
    "Source: rmrb/1958.10/a_b.md\n"
    "State:\n"
    "    moved: the text around it has\n"
    "    changed\n"
    "\n"
    "Original:\n"
    "    高炉日产铁一百二十吨，比上月增加一\n"
    "    倍，工人们十分高兴。\n"
    "Translation:\n"
    "    The furnace yields 120 tons a day,\n"
    "    twice as much as last month.\n"
    "On: “一百二十吨”\n"
    "Note:\n"
    "    Is it *twice*? #steel\n"
    "\n"
    "    -----\n"
    "    1. first\n"
    "      second\n"
    "\n"
    "Tags: steel\n"
    "Written: 2026-11-20T20:03:45Z\n"
    "Citation:\n"
    "    Li Ming 李明, “铁水奔流 高炉增产”\n"
    "    [Iron Flows], Renmin ribao 人民日报\n"
    "    [People's Daily], October 1, 1958,\n"
    "    p. 3.\n"
    "\n"
    "----------------------------------------\n"
    "Source: a.txt\n"
    "State:\n"
    "    detached: what it was on is not in\n"
    "    the text any more\n"
    "\n"
    "Note:\n"
    "    Read again.\n"
    "\n"
    "Written: 2026-11-20T20:03:45Z\n"
    "Changed: 2026-11-21T08:00:00Z\n"
    "Citation: a.txt.\n");
}

static void
writes_markdown (void)
{
  check_two (
    "markdown", 0,
    "## 铁水奔流 高炉增产 / Iron Flows\n"
    "\n"
    "- **Author:** 李明 (Li Ming)\n"
    "- **Date:** 1958-10-01\n"
    "- **Page:** 3\n"
    "- **Source:** rmrb/1958.10/a\\_b.md\n"
    "- **State:** moved: the text around it has changed\n"
    "\n"
    "**Original:**\n"
    "\n"
    "> 高炉日产铁一百二十吨，比上月增加一倍，工人们十分高兴。\n"
    "\n"
    "**Translation:**\n"
    "\n"
    "> The furnace yields 120 tons a day, twice as much as last month.\n"
    "\n"
    "**On:** “一百二十吨”\n"
    "\n"
    "**Note:**\n"
    "\n"
    "Is it \\*twice\\*? \\#steel\n"
    "\n"
    "\\-----\\\n"
    "1\\. first\\\n"
    "second\n"
    "\n"
    "- **Tags:** steel\n"
    "- **Written:** 2026-11-20T20:03:45Z\n"
    "- **Citation:** Li Ming 李明, “铁水奔流 高炉增产” \\[Iron Flows\\], "
    "*Renmin ribao* 人民日报 \\[People's Daily\\], October 1, 1958, p. 3.\n"
    "\n"
    "* * *\n"
    "\n"
    "## a.txt\n"
    "\n"
    "- **Source:** a.txt\n"
    "- **State:** detached: what it was on is not in the text any more\n"
    "\n"
    "**Note:**\n"
    "\n"
    "Read again.\n"
    "\n"
    "- **Written:** 2026-11-20T20:03:45Z\n"
    "- **Changed:** 2026-11-21T08:00:00Z\n"
    "- **Citation:** a.txt.\n");
}

static void
writes_tsv (void)
{
  check_two (
    "tsv", 0,
    "11111111-2222-4333-8444-555555555555\t1958-10-01\t3\t"
    "铁水奔流  高炉增产\tIron Flows\trmrb/1958.10/a_b.md\to\t7\t12\t一百二十吨\t"
    "　　高炉日产铁一百二十吨，比上月增加一\\n    倍，工人们十分高兴。\t"
    "The furnace yields 120 tons a day,\\ntwice as much as last month.\t"
    "\\nIs it *twice*? #steel\\n\\n-----\\n1. first\\n  second\\n\tsteel\t"
    "2026-11-20T20:03:45Z\t2026-11-20T20:03:45Z\tmoved\t"
    "Li Ming 李明, “铁水奔流 高炉增产” [Iron Flows], Renmin ribao 人民日报 "
    "[People's Daily], October 1, 1958, p. 3.\n"
    "11111111-2222-4333-8444-666666666666\t\t\t\t\ta.txt\to\t0\t0\t\t\t\t"
    "Read again.\t\t2026-11-20T20:03:45Z\t2026-11-21T08:00:00Z\tdetached\t"
    "a.txt.\n");
}

/* How many lines of TEXT begin with START.  */
static int
lines_with (const char *text, const char *start)
{
  int count = 0;
  for (const char *line = text; line; line = strchr (line, '\n'))
    {
      line += *line == '\n';
      count += strncmp (line, start, strlen (start)) == 0;
    }
  return count;
}

/* Whatever stands in a note or a document, an entry has one rule and each
   label once.  */
static void
text_is_not_faked (void)
{
  static const char trick[]
    = "x\n----------------------------------------\nNote:\n\vTags: a\n"
      "\xE2\x80\xA8"
      "Citation: b\n\fOriginal:\nWritten: c\r----\n";
  static const size_t widths[] = { 0, 1, 5, 20, 40, 80 };
  struct note n = span_note ();
  n.text = n.anchor.exact = n.sentence[0] = n.sentence[1] = (char *) trick;
  n.citation.title[ORIGINAL] = n.citation.title[TRANSLATION] = (char *) trick;
  n.citation.path = n.citation.page = n.citation.date = (char *) trick;
  n.citation.author[ORIGINAL] = n.citation.author[TRANSLATION]
    = (char *) trick;
  struct export_note note = { .note = &n, .state = ANCHOR_PLACED, .place = { 0, 1 } };
  for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
    {
      struct export_options options = { .width = widths[i] };
      char *text = write_notes ("text", &note, 1, &options);
      CHECK_NUMBER (lines_with (text, "-"), 1);
      CHECK_NUMBER (lines_with (text, "Note:"), 1);
      CHECK_NUMBER (lines_with (text, "Original:"), 1);
      CHECK_NUMBER (lines_with (text, "Citation:"), 1);
      CHECK_NUMBER (lines_with (text, "Written:"), 1);
      CHECK (!strpbrk (text, "\r\v\f") && !strstr (text, "\xE2\x80\xA8"));
      free (text);
    }
}

/* The reader's text in Markdown, between its label and the list behind.  */
static void
check_escaped (const char *text, const char *want)
{
  struct note n = document_note ();
  n.text = (char *) text;
  struct export_note note = { .note = &n, .state = ANCHOR_PLACED, .place = { 0, 0 } };
  struct export_options options = { .width = 0 };
  char *out = write_notes ("markdown", &note, 1, &options);
  char *start = strstr (out, "**Note:**\n\n");
  char *end = start ? strstr (start, "\n\n- **") : NULL;
  CHECK (start && end);
  if (start && end)
    {
      *end = '\0';
      CHECK_STRING (start + strlen ("**Note:**\n\n"), want);
    }
  free (out);
}

static void
markdown_escapes (void)
{
  check_escaped ("# a", "\\# a");
  check_escaped ("a\n===", "a\\\n\\===");
  check_escaped ("- a\n+ b\n* c", "\\- a\\\n\\+ b\\\n\\* c");
  check_escaped ("12) a\n3. b\n4 c", "12\\) a\\\n3\\. b\\\n4 c");
  check_escaped ("> a | b", "\\> a \\| b");
  check_escaped ("    code\n\n\n\tmore", "code\n\nmore");
  check_escaped ("<b>&amp; `x` [y](z)",
                 "\\<b\\>\\&amp; \\`x\\` \\[y\\](z)");
  check_escaped ("http://a.b www.c.d e@f",
                 "http\\://a.b www\\.c.d e\\@f");
  check_escaped ("a\\", "a\\\\");
}

static const char *
in_chinese (const char *text)
{
  return strcmp (text, "Note:") == 0 ? "注：" : "？：";
}

static void
translates (void)
{
  struct note n = document_note ();
  struct export_note note = { .note = &n, .state = ANCHOR_PLACED, .place = { 0, 0 } };
  struct export_options options = { .width = 60, .translate = in_chinese };
  char *text = write_notes ("text", &note, 1, &options);
  CHECK_NUMBER (lines_with (text, "注："), 1);
  CHECK_NUMBER (lines_with (text, "Note:"), 0);
  free (text);
  text = write_notes ("tsv", &note, 1, &options);
  CHECK (strstr (text, "\tplaced\t") != NULL);
  free (text);
}

/* An omission has nothing on one side; a note on a bead shows no quotation
   unless its place is lost and nothing else is known.  */
static void
shows_what_is_there (void)
{
  struct note n = span_note ();
  struct export_options options = { .width = 0 };
  struct export_note note = { .note = &n, .state = ANCHOR_PLACED, .place = { 0, 1 } };
  n.anchor.kind = ANCHOR_BEAD;
  n.sentence[TRANSLATION] = (char *) " \n";
  char *text = write_notes ("text", &note, 1, &options);
  CHECK (strstr (text, "Translation:\n    (nothing)\n") != NULL);
  CHECK_NUMBER (lines_with (text, "On:"), 0);
  CHECK_NUMBER (lines_with (text, "State:"), 0);
  free (text);
  n.sentence[ORIGINAL] = (char *) "";
  note.state = ANCHOR_DETACHED;
  text = write_notes ("text", &note, 1, &options);
  CHECK_NUMBER (lines_with (text, "On: “一百二十吨”"), 1);
  CHECK_NUMBER (lines_with (text, "Original:"), 0);
  free (text);
  text = write_notes ("text", NULL, 0, &options);
  CHECK_STRING (text, "");
  free (text);
}

static void
cites (void)
{
  static const struct
  {
    struct citation citation;
    const char *want;
  } table[] = {
    { { 0 }, "" },
    { { .path = (char *) "b/a.txt" }, "b/a.txt." },
    { { .title = { NULL, (char *) "Iron" }, .collection = (char *) "rmrb",
        .date = (char *) "1958-09-05" },
      "“Iron,” Renmin ribao 人民日报 [People's Daily], September 5, 1958." },
    { { .title = { (char *) "铁 “水”", NULL } }, "“铁 ‘水’.”" },
    { { .title = { NULL, (char *) "Iron?" }, .date = (char *) "1958-10" },
      "“Iron?” October 1958." },
    { { .title = { (char *) "铁", (char *) "Iron" },
        .author = { (char *) "李明", NULL },
        .collection = (char *) "papers", .page = (char *) "4" },
      "李明, “铁” [Iron], papers, p. 4." },
    { { .title = { (char *) "铁", (char *) "Iron" } }, "“铁” [Iron]." },
    { { .author = { (char *) "Li", (char *) "Li" }, .page = (char *) "2",
        .date = (char *) "about\n1958" }, "Li, about 1958, p. 2." },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      struct buf out = BUF_INIT;
      export_citation (&table[i].citation, &out);
      CHECK_STRING (buf_string (&out), table[i].want);
      buf_free (&out);
    }
}

static void
names_and_fields (void)
{
  CHECK_STRING (exporters[0]->name, "text");
  CHECK (exporter_named ("markdown") && exporter_named ("tsv"));
  CHECK (exporter_named ("none") == NULL);
  struct buf out = BUF_INIT;
  export_field ("a\tb\nc\rd\\n", 9, &out);
  CHECK_STRING (buf_string (&out), "a\\tb\\nc\\rd\\\\n");
  buf_free (&out);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "writes-text", writes_text },
    { "writes-markdown", writes_markdown },
    { "writes-tsv", writes_tsv },
    { "text-is-not-faked", text_is_not_faked },
    { "markdown-escapes", markdown_escapes },
    { "translates", translates },
    { "shows-what-is-there", shows_what_is_there },
    { "cites", cites },
    { "names-and-fields", names_and_fields },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
