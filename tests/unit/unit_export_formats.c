/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of export/: Org, HTML, JSON-LD, BibTeX, CSL-JSON, groups,
   templates, citations and file names.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "export/exporter.h"
#include "export/file_name.h"
#include "export/template.h"

/* All that a text could do harm with.  */
static const char hostile[]
  = "</script><b>&amp;\"'\n\x1b]0;x\a\t{x}\\a $5 % #tag a_b ^2 ~\n"
    "* head\n#+begin_src\n| cell |\n:END:\n- item\n[[x][y]] <2020-01-01>\n"
    "*bold* /it/ =v= ~c~ http://a.b \xE2\x80\xAE" "rtl\xC2\x9B";

static struct note
some_note (void)
{
  struct note n = {
    .uuid = "11111111-2222-4333-8444-555555555555",
    .document = "0123456789abcdef0123456789abcdef",
    .anchor = { .kind = ANCHOR_SPAN, .side = ORIGINAL, .range = { 5, 8 },
                .position = 3, .exact = (char *) "中",
                .prefix = (char *) "a𠀀b", .suffix = (char *) "c",
                .fingerprint = 0x0123456789ABCDEFULL },
    .sentence = { (char *) "a𠀀b中c", (char *) "middle" },
    .text = (char *) "Which #steel? #iron",
    .created = "2026-11-20T20:03:45Z",
    .modified = "2026-11-21T08:00:00Z",
    .citation = { .collection = (char *) "rmrb",
                  .path = (char *) "1958/24_铁.md",
                  .date = (char *) "1958-10-24",
                  .page = (char *) "2",
                  .title = { (char *) "铁水", (char *) "Iron & more" },
                  .author = { (char *) "李明", (char *) "Li Ming" } },
  };
  return n;
}

/* A note whose every text is hostile.  */
static struct note
hostile_note (void)
{
  struct note n = some_note ();
  char *text = (char *) hostile;
  n.text = n.sentence[0] = n.sentence[1] = text;
  n.anchor.exact = n.anchor.prefix = n.anchor.suffix = text;
  n.citation = (struct citation) { .collection = text, .path = text,
                                   .date = text, .page = text,
                                   .column = text,
                                   .title = { text, text },
                                   .author = { text, text } };
  return n;
}

static char *
write_as (const char *format, const struct export_note *notes, size_t count,
          enum export_group group)
{
  struct buf out = BUF_INIT;
  struct export_options options = { .group = group };
  export_notes (exporter_named (format), notes, count, &options, &out);
  return buf_take (&out);
}

static char *
write_one (const char *format, const struct note *note)
{
  struct export_note placed = { .note = note, .state = ANCHOR_PLACED, .place = { 3, 4 } };
  return write_as (format, &placed, 1, GROUP_NONE);
}

static void
writes_jsonld (void)
{
  struct note n = some_note ();
  char *text = write_one ("jsonld", &n);
  CHECK_STRING (
    text,
    "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\","
    "\"id\":\"urn:x-enface:notes\",\"type\":\"AnnotationCollection\","
    "\"label\":\"enface\",\"total\":1,\"first\":{"
    "\"id\":\"urn:x-enface:notes:page\",\"type\":\"AnnotationPage\","
    "\"startIndex\":0,\"items\":[\n"
    "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\","
    "\"id\":\"urn:uuid:11111111-2222-4333-8444-555555555555\","
    "\"type\":\"Annotation\",\"motivation\":\"commenting\","
    "\"created\":\"2026-11-20T20:03:45Z\","
    "\"modified\":\"2026-11-21T08:00:00Z\",\"body\":["
    "{\"type\":\"TextualBody\",\"value\":\"Which #steel? #iron\","
    "\"format\":\"text/plain\",\"purpose\":\"commenting\"},"
    "{\"type\":\"TextualBody\",\"value\":\"steel\","
    "\"format\":\"text/plain\",\"purpose\":\"tagging\"},"
    "{\"type\":\"TextualBody\",\"value\":\"iron\","
    "\"format\":\"text/plain\",\"purpose\":\"tagging\"}],"
    "\"target\":{\"source\":"
    "\"urn:x-enface:0123456789abcdef0123456789abcdef:original\","
    "\"selector\":[{\"type\":\"TextQuoteSelector\",\"exact\":\"中\","
    "\"prefix\":\"a𠀀b\",\"suffix\":\"c\"},"
    "{\"type\":\"TextPositionSelector\",\"start\":3,\"end\":4}]},"
    "\"enface:kind\":\"span\",\"enface:side\":\"original\","
    "\"enface:start\":5,\"enface:end\":8,\"enface:position\":3,"
    "\"enface:fingerprint\":\"0123456789abcdef\","
    "\"enface:document\":\"0123456789abcdef0123456789abcdef\","
    "\"enface:original\":\"a𠀀b中c\",\"enface:translation\":\"middle\","
    "\"enface:collection\":\"rmrb\",\"enface:path\":\"1958/24_铁.md\","
    "\"enface:date\":\"1958-10-24\",\"enface:page\":\"2\","
    "\"enface:title\":\"铁水\",\"enface:translatedTitle\":\"Iron & more\","
    "\"enface:author\":\"李明\",\"enface:translatedAuthor\":\"Li Ming\"}\n"
    "]}}\n");
  free (text);
}

/* A string of JSON holds no byte that could end it or a line.  */
static void
jsonld_is_not_broken (void)
{
  struct note n = hostile_note ();
  char *text = write_one ("jsonld", &n);
  size_t lines = 0, quotes = 0;
  for (const char *at = text; *at; at++)
    {
      CHECK ((unsigned char) *at >= 0x20 || *at == '\n');
      lines += *at == '\n';
      if (*at == '\\')
        at++;
      else
        quotes += *at == '"';
    }
  CHECK_NUMBER (lines, 3);
  CHECK_NUMBER (quotes % 2, 0);
  CHECK (strstr (text, "\\u001b]0;x\\u0007\\t{x}\\\\a") != NULL);
  free (text);
}

static void
writes_org (void)
{
  struct note n = some_note ();
  char *text = write_one ("org", &n);
  CHECK_STRING (text,
                "#+TITLE: Notes\n#+OPTIONS: ^:{} toc:nil\n\n"
                "* 铁水 / Iron & more :steel:iron:\n:PROPERTIES:\n"
                ":ID: 11111111-2222-4333-8444-555555555555\n"
                ":AUTHOR: 李明 (Li Ming)\n:DATE: 1958-10-24\n:PAGE: 2\n"
                ":SOURCE: rmrb/1958/24_铁.md\n:STATE: placed\n"
                ":CREATED: 2026-11-20T20:03:45Z\n"
                ":MODIFIED: 2026-11-21T08:00:00Z\n:END:\n"
                "Original:\n#+begin_quote\na𠀀b中c\n#+end_quote\n"
                "Translation:\n#+begin_quote\nmiddle\n#+end_quote\n"
                "On: “中”\n\nWhich #steel? #iron\n\n"
                "Citation: Li Ming 李明, “铁水” [Iron & more], "
                "/Renmin ribao/ 人民日报 [People's Daily], October 24, 1958, "
                "p. 2.\n");
  free (text);
}

/* Counts the lines of TEXT that begin with START.  */
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

static void
org_is_not_faked (void)
{
  struct note n = hostile_note ();
  char *text = write_one ("org", &n);
  CHECK_NUMBER (lines_with (text, "*"), 1);
  CHECK_NUMBER (lines_with (text, "#+begin_src"), 0);
  CHECK_NUMBER (lines_with (text, "#+begin_quote"), 2);
  CHECK_NUMBER (lines_with (text, "|"), 0);
  CHECK_NUMBER (lines_with (text, ":END:"), 1);
  CHECK_NUMBER (lines_with (text, "- "), 0);
  const char *body = strstr (text, "\n:END:\n");
  CHECK (body && strstr (body, " *bold") == NULL
         && strstr (body, "[[x]") == NULL && strstr (body, " =v=") == NULL);
  free (text);
}

static void
html_is_not_faked (void)
{
  struct note n = hostile_note ();
  char *text = write_one ("html", &n);
  CHECK (strstr (text, "</script>") == NULL && strstr (text, "<b>") == NULL);
  CHECK (strstr (text, "&lt;/script&gt;&lt;b&gt;&amp;amp;&quot;&#39;")
         != NULL);
  CHECK (strpbrk (text, "\x1b\a") == NULL);
  CHECK (strstr (text, "\xC2\x9B") == NULL);
  CHECK (strstr (text, "<script") == NULL && strstr (text, "href") == NULL
         && strstr (text, "src=") == NULL);
  CHECK (strstr (text, "default-src 'none'") != NULL);
  CHECK (strncmp (text, "<!DOCTYPE html>\n", 16) == 0);
  free (text);
}

static void
html_faces (void)
{
  struct note n = some_note ();
  char *text = write_one ("html", &n);
  CHECK (strstr (text, "<div class=\"facing\">\n"
                       "<blockquote lang=\"zh\" dir=\"auto\">a𠀀b中c"
                       "</blockquote>\n"
                       "<blockquote lang=\"en\" dir=\"auto\">middle"
                       "</blockquote>\n</div>\n")
         != NULL);
  CHECK (strstr (text, "<cite>Renmin ribao</cite>") != NULL);
  CHECK (strstr (text, "lang=\"en\" dir=\"auto\">Iron &amp; more</span>")
         != NULL);
  free (text);
}

static void
writes_records (void)
{
  struct note n = some_note ();
  struct export_note notes[] = { { .note = &n, .state = ANCHOR_PLACED, .place = { 3, 4 } },
                                 { .note = &n, .state = ANCHOR_PLACED, .place = { 5, 6 } } };
  char *text = write_as ("bibtex", notes, 2, GROUP_TAG);
  CHECK_STRING (text, "@article{rmrb-1958-10-24-2-0fba89c8,\n"
                      "  author = {{Li Ming 李明}},\n"
                      "  title = {{铁水}},\n"
                      "  titleaddon = {[Iron \\& more]},\n"
                      "  journal = {Renmin ribao 人民日报 [People's Daily]},\n"
                      "  journaltitle = "
                      "{Renmin ribao 人民日报 [People's Daily]},\n"
                      "  date = {1958-10-24},\n  year = {1958},\n"
                      "  month = oct,\n  pages = {2},\n"
                      "  note = {rmrb/1958/24\\_铁.md}\n}\n");
  free (text);
  text = write_as ("csl-json", notes, 2, GROUP_NONE);
  CHECK_STRING (text,
                "[\n{\"id\":\"rmrb-1958-10-24-2-0fba89c8\","
                "\"type\":\"article-newspaper\","
                "\"author\":[{\"literal\":\"Li Ming 李明\"}],"
                "\"title\":\"铁水\",\"note\":\"[Iron & more]\","
                "\"container-title\":"
                "\"Renmin ribao 人民日报 [People's Daily]\","
                "\"issued\":{\"date-parts\":[[1958,10,24]]},\"page\":\"2\","
                "\"archive_location\":\"rmrb/1958/24_铁.md\"}\n]\n");
  free (text);
}

/* Braces are balanced, so no field ends before its time.  */
static void
bibtex_is_not_broken (void)
{
  struct note n = hostile_note ();
  char *text = write_one ("bibtex", &n);
  int depth = 0, least = 1;
  for (const char *at = text + strcspn (text, "{") + 1; *at; at++)
    {
      depth += *at == '{' ? 1 : *at == '}' ? -1 : 0;
      if (at[1] && depth + 1 < least)
        least = depth + 1;
    }
  CHECK_NUMBER (depth, -1);
  CHECK_NUMBER (lines_with (text, "@"), 1);
  CHECK (strstr (text, "\\textbraceleft x\\textbraceright "
                       "\\textbackslash a \\$5 \\% \\#tag a\\_b "
                       "\\textasciicircum 2 \\textasciitilde ")
         != NULL);
  free (text);
}

static void
groups (void)
{
  struct note a = some_note (), b = some_note (), c = some_note ();
  b.text = (char *) "no tag";
  b.citation.date = NULL;
  strcpy (b.document, "b");
  c.text = (char *) "#IRON and #zinc";
  struct export_note notes[] = { { .note = &a, .state = ANCHOR_PLACED, .place = { 0, 1 } },
                                 { .note = &b, .state = ANCHOR_PLACED, .place = { 0, 1 } },
                                 { .note = &c, .state = ANCHOR_PLACED, .place = { 0, 1 } } };
  char *text = write_as ("markdown", notes, 3, GROUP_TAG);
  const char *const tags[]
    = { "# \\#iron\n", "# \\#steel\n", "# \\#zinc\n", "# (no tags)\n" };
  const char *at = text;
  for (size_t i = 0; i < 4 && at; i++)
    CHECK ((at = strstr (at, tags[i])) != NULL);
  CHECK_NUMBER (lines_with (text, "# "), 4);
  CHECK_NUMBER (lines_with (text, "## "), 5);
  free (text);
  text = write_as ("text", notes, 3, GROUP_DATE);
  CHECK_NUMBER (lines_with (text, "="), 4);
  CHECK (strstr (text, "  (undated)\n") > strstr (text, "  1958-10-24\n"));
  free (text);
  text = write_as ("org", notes, 3, GROUP_DOCUMENT);
  CHECK_NUMBER (lines_with (text, "* "), 2);
  CHECK_NUMBER (lines_with (text, "** "), 3);
  free (text);
}

/* What TEMPLATE makes of NOTE; the message where it is none.  */
static char *
fill (const char *template, const struct note *note)
{
  struct err err;
  struct buf out = BUF_INIT;
  struct export_options options = { .width = 0 };
  struct export_note placed = { .note = note, .state = ANCHOR_MOVED, .place = { 3, 4 } };
  struct template *read
    = template_read (template, strlen (template), "t", &err);
  if (!read)
    buf_add_format (&out, "%ld:%lld %s", err.line, err.offset, err.detail);
  else
    template_write (read, &placed, 1, &options, &out);
  template_free (read);
  return buf_take (&out);
}

static void
templates (void)
{
  static const struct
  {
    const char *template;
    const char *want;
  } table[] = {
    { "", "" },
    { "a{{b}}c", "a{b}c" },
    { "{date}|{start}-{end}|{side}|{state}", "1958-10-24|3-4|o|moved" },
    { "{?tags}T: {tags}{/}{!tags}none{/}.", "T: steel, iron." },
    { "{!column}no {?page}p. {page}{/} column{/}", "no p. 2 column" },
    { "{?column}{?page}x{/}y{/}z", "z" },
    { "{translated-title:html}", "Iron &amp; more" },
    { "{translated-title:tex} {title:json} {titles:markdown}",
      "Iron \\& more \"铁水\" 铁水 / Iron \\& more" },
    { "{text:quote}\n{text:indent}",
      "> Which #steel? #iron\n    Which #steel? #iron" },
    { "x\n{nope", "2:2 { is not closed; a brace as such is {{" },
    { "}", "1:0 } stands alone; a brace as such is }}" },
    { "{/}", "1:1 {/} ends nothing; {?FIELD} or {!FIELD} must stand before "
             "it" },
    { "{?date}", "1:7 {?FIELD} or {!FIELD} is not ended by {/}" },
    { "{date:loud}", "1:6 there is no form \"loud\"; there are line, indent, "
                     "quote, markdown, org, html, tex, tsv, json" },
  };
  struct note n = some_note ();
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      char *is = fill (table[i].template, &n);
      CHECK_STRING (is, table[i].want);
      free (is);
    }
  for (size_t i = 0; template_field_name (i); i++)
    {
      char template[64];
      snprintf (template, sizeof template, "{%s}", template_field_name (i));
      char *is = fill (template, &n);
      CHECK (*is != '1' || strncmp (is, "1:", 2) != 0);
      free (is);
    }
}

static void
bibliography (void)
{
  static const struct
  {
    struct citation citation;
    const char *want;
  } table[] = {
    { { .title = { (char *) "铁水", (char *) "Iron" },
        .author = { (char *) "李明", (char *) "Li Ming" },
        .collection = (char *) "rmrb", .date = (char *) "1958-10-24",
        .page = (char *) "2" },
      "Li Ming 李明. “铁水” [Iron]. Renmin ribao 人民日报 [People's Daily], "
      "October 24, 1958, p. 2." },
    { { .title = { (char *) "铁水", (char *) "Iron?" },
        .collection = (char *) "rmrb", .date = (char *) "1958-10" },
      "Renmin ribao 人民日报 [People's Daily]. “铁水” [Iron?]. October 1958." },
    { { .title = { NULL, (char *) "Iron?" }, .page = (char *) "4" },
      "“Iron?” p. 4." },
    { { .title = { NULL, (char *) "Iron" } }, "“Iron.”" },
    { { .author = { NULL, (char *) "J. R." }, .date = (char *) "1958" },
      "J. R., 1958." },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      struct buf out = BUF_INIT;
      citation_write (&table[i].citation, CITATION_BIBLIOGRAPHY, &out, NULL);
      CHECK_STRING (buf_string (&out), table[i].want);
      buf_free (&out);
    }
}

static void
check_name (const char *path, const char *want)
{
  struct citation citation = { .collection = (char *) "rmrb",
                               .path = (char *) path };
  struct buf name = BUF_INIT;
  file_name_of (&citation, "00", ".md", &name);
  CHECK_STRING (buf_string (&name), want);
  CHECK (file_name_is_ours (buf_string (&name), ".md"));
  CHECK (!file_name_is_ours (buf_string (&name), ".org"));
  CHECK (strpbrk (buf_string (&name), "/\\:*?\"<>| \n\x1b") == NULL);
  buf_free (&name);
}

static void
names_files (void)
{
  check_name ("1958/24_铁.md", "rmrb-1958-24-铁-0fba89c8.md");
  check_name ("../../etc/passwd", "rmrb-etc-passwd-49aac41e.md");
  check_name ("A b\x1b[2J:\\*?.txt", "rmrb-a-b-2j-78a92e3e.md");
  CHECK (!file_name_is_ours ("README.md", ".md"));
  CHECK (!file_name_is_ours ("x-1234567.md", ".md"));
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "writes-jsonld", writes_jsonld },
    { "jsonld-is-not-broken", jsonld_is_not_broken },
    { "writes-org", writes_org },
    { "org-is-not-faked", org_is_not_faked },
    { "html-is-not-faked", html_is_not_faked },
    { "html-faces", html_faces },
    { "writes-records", writes_records },
    { "bibtex-is-not-broken", bibtex_is_not_broken },
    { "groups", groups },
    { "templates", templates },
    { "bibliography", bibliography },
    { "names-files", names_files },
    { NULL, NULL }
  };
  return check_main (argc, argv, table);
}
