/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of import/: annotations as they are read, and as notes.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "check.h"
#include "import/annotation_note.h"

/* Adds a line about each annotation to DATA: what it is as a note.  */
static bool
describe (const struct annotation *a, void *data)
{
  struct buf *out = data;
  struct note note;
  enum annotation_fault fault = annotation_note (a, &note);
  buf_add_format (out, "%ld:%lld ", a->line, a->offset);
  if (fault != ANNOTATION_FINE)
    buf_add_format (out, "fault %d", (int) fault);
  else
    buf_add_format (out, "%s|%s|%s|%s|%s|%s|%zu-%zu|%s", note.uuid,
                    note.created, note.modified, note.text,
                    anchor_kind_name (note.anchor.kind), note.anchor.exact,
                    note.anchor.range.start, note.anchor.range.end,
                    note.citation.path ? note.citation.path : "");
  buf_add_byte (out, '\n');
  note_clear (&note);
  return true;
}

/* What is read from TEXT in pieces of STEP bytes; an error is the last line.  */
static char *
read_text (const char *text, size_t step)
{
  struct buf out = BUF_INIT;
  struct err err = ERR_INIT;
  struct annotations *reader = annotations_new (describe, &out);
  size_t len = strlen (text);
  bool done = true;
  for (size_t at = 0; done && at < len; at += step)
    done = annotations_feed (reader, text + at,
                             len - at < step ? len - at : step, &err);
  done = done && annotations_end (reader, &err);
  if (!done)
    buf_add_format (&out, "%ld:%lld error %s\n", err.line, err.offset,
                    err.detail);
  if (annotations_others (reader) > 0)
    buf_add_format (&out, "others %zu\n", annotations_others (reader));
  annotations_free (reader);
  return buf_take (&out);
}

/* Checks what is read from TEXT, whole and byte by byte.  */
static void
check_read (const char *text, const char *want)
{
  static const size_t steps[] = { 1 << 20, 1, 7 };
  for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
    {
      char *is = read_text (text, steps[i]);
      CHECK_STRING (is, want);
      free (is);
    }
}

#define ID "urn:uuid:11111111-2222-4333-8444-555555555555"
#define UUID "11111111-2222-4333-8444-555555555555"
#define EPOCH "1970-01-01T00:00:00Z"
#define NOTE(id, text)                                                        \
  "{\"type\":\"Annotation\",\"id\":\"" id "\",\"target\":\"urn:d\","          \
  "\"bodyValue\":\"" text "\"}"

/* Annotations stand alone, in arrays, in collections and pages, one a line.  */
static void
finds_annotations (void)
{
  static const char want[] = UUID "|" EPOCH "|" EPOCH "|x|document||0-0|urn:d";
  static const struct
  {
    const char *text;
    const char *place;
  } table[] = {
    { NOTE (ID, "x"), "1:0 " },
    { "[" NOTE (ID, "x") "]", "1:1 " },
    { "\xEF\xBB\xBF\n\n " NOTE (ID, "x"), "3:6 " },
    { "{\"items\":[" NOTE (ID, "x") "]}", "1:10 " },
    { "{\"id\":\"a:b\",\"type\":\"AnnotationPage\",\n\"items\":[" NOTE (
        ID, "x") "],\"next\":\"a:c\"}",
      "2:46 " },
    { "{\"first\":{\"type\":\"AnnotationPage\",\"items\":[" NOTE (ID,
                                                                  "x") "]},"
      "\"type\":\"AnnotationCollection\"}",
      "1:43 " },
    { "{\"total\":1,\"rows\":[" NOTE (ID, "x") "]}", "1:19 " },
    { "{\"annotations\":[" NOTE (ID, "x") "]}", "1:16 " },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      char *line = mem_format ("%s%s\n", table[i].place, want);
      check_read (table[i].text, line);
      free (line);
    }
  check_read (NOTE (ID, "x") "\n" NOTE (ID, "y") "\n",
              "1:0 " UUID "|" EPOCH "|" EPOCH "|x|document||0-0|urn:d\n"
              "2:108 " UUID "|" EPOCH "|" EPOCH "|y|document||0-0|urn:d\n");
  check_read ("{\"items\":[]}", "");
  check_read ("[{\"type\":\"Person\"},1,\"x\",null]", "others 1\n");
}

/* Bodies of any form, tags as words behind the text, selectors in any order.  */
static void
reads_bodies (void)
{
  check_read ("{\"target\":{\"selector\":{\"end\":9,\"start\":4,\"type\":"
              "\"TextPositionSelector\"},\"source\":{\"id\":\"urn:d\"}},"
              "\"body\":{\"type\":\"TextualBody\",\"value\":\"x #a\"},"
              "\"id\":\"" ID "\",\"type\":\"Annotation\"}",
              "1:0 " UUID "|" EPOCH "|" EPOCH "|x #a|document||0-0|urn:d\n");
  check_read ("{\"type\":\"Annotation\",\"id\":\"" ID "\",\"body\":["
              "{\"value\":\"a\",\"purpose\":\"tagging\"},"
              "{\"value\":\"two words\",\"purpose\":\"tagging\"},"
              "{\"value\":\"text #A\"},\"http://e/x\",{\"value\":\"more\"},"
              "{\"type\":\"Choice\",\"items\":[{\"value\":\"1\"}]}],"
              "\"target\":{\"source\":\"urn:d\",\"selector\":["
              "{\"type\":\"TextPositionSelector\",\"start\":7,\"end\":9},"
              "{\"type\":\"TextQuoteSelector\",\"suffix\":\"s\","
              "\"exact\":\"中\"},{\"type\":\"DataPositionSelector\","
              "\"start\":1,\"end\":2}]}}",
              "1:0 " UUID "|" EPOCH "|" EPOCH
              "|text #A\n\nmore\n\n1\n\n#two-words|span|中|7-10|urn:d\n");
}

static void
check_time (const char *text, const char *want)
{
  char utc[NOTE_TIME_SIZE] = "none";
  annotation_time (text, utc);
  CHECK_STRING (utc, want);
}

static void
reads_times (void)
{
  setenv ("TZ", "Asia/Shanghai", 1);
  check_time ("2022-07-06T10:20:30Z", "2022-07-06T10:20:30Z");
  check_time ("2022-07-06T10:20:30.123456+00:00", "2022-07-06T10:20:30Z");
  check_time ("2022-07-06T01:20:30+08:00", "2022-07-05T17:20:30Z");
  check_time ("2022-12-31T23:20:30-0130", "2023-01-01T00:50:30Z");
  check_time ("2022-07-06T10:20:30", "2022-07-06T10:20:30Z");
  check_time ("2022-07-06", "none");
  check_time ("2022-07-06T10:20:30+8", "none");
  check_time ("yesterday", "none");
  check_time (NULL, "none");
}

/* What is no note says why.  */
static void
tells_faults (void)
{
  check_read ("[{\"type\":\"Annotation\",\"target\":\"urn:d\"},"
              "{\"type\":\"Annotation\",\"id\":\"a:b\"},"
              "{\"type\":\"Annotation\",\"id\":\"a:b\",\"target\":\"urn:d\"},"
              "{\"type\":\"Annotation\",\"id\":\"a:b\",\"target\":\"urn:d\","
              "\"bodyValue\":\"a\\u0000b\"}]",
              "1:1 fault 3\n1:40 fault 4\n1:73 fault 5\n1:123 fault 2\n");
}

/* A file that is cut anywhere gives what stands whole before, and an error with
   the place; nothing else.  */
static void
is_cut (void)
{
  static const char whole[]
    = "{\"items\":[\n" NOTE (ID, "x") ",\n" NOTE (ID, "y") "\n]}";
  size_t first = strlen ("{\"items\":[\n" NOTE (ID, "x"));
  size_t second = strlen (whole) - strlen ("\n]}");
  for (size_t len = 1; len < strlen (whole); len++)
    {
      char *part = mem_copy (whole, len);
      char *is = read_text (part, 1 << 20);
      size_t notes = (size_t) (len >= first) + (size_t) (len >= second);
      size_t lines = 0;
      for (const char *at = is; *at; at++)
        lines += *at == '\n';
      CHECK_NUMBER (lines, notes + 1);
      CHECK (strstr (is, " error ") != NULL);
      free (is);
      free (part);
    }
}

/* Bytes that are no JSON, and depth without end.  */
static void
refuses (void)
{
  struct buf deep = BUF_INIT;
  for (size_t i = 0; i < 5000; i++)
    buf_add_byte (&deep, '[');
  check_read (buf_string (&deep), "1:201 error more than 200 levels deep\n");
  buf_free (&deep);
  char *is = read_text ("{\"a\":\"\xFF\"}", 100);
  CHECK (strstr (is, "invalid bytes in UTF8 string") != NULL);
  free (is);
  is = read_text ("[1,]", 100);
  CHECK (strstr (is, "1:") == is && strstr (is, " error "));
  free (is);
}

/* An annotation beyond the limit is left out, what follows is read.  */
static void
is_too_large (void)
{
  struct buf text = BUF_INIT;
  buf_add_string (&text, "[{\"type\":\"Annotation\",\"id\":\"a:b\","
                         "\"target\":\"urn:d\",\"body\":[");
  char *value = mem_new (1, (1 << 20) + 1);
  memset (value, 'x', 1 << 20);
  for (size_t i = 0; i < 65; i++)
    buf_add_format (&text, "%s{\"value\":\"%s\"}", i ? "," : "", value);
  buf_add_string (&text, "]}," NOTE (ID, "y") "]");
  char *is = read_text (text.data, 1 << 20);
  CHECK (strncmp (is, "1:1 fault 1\n", 12) == 0);
  CHECK (strstr (is, "|y|") != NULL);
  free (is);
  free (value);
  buf_free (&text);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "finds-annotations", finds_annotations },
    { "reads-bodies", reads_bodies },
    { "reads-times", reads_times },
    { "tells-faults", tells_faults },
    { "is-cut", is_cut },
    { "refuses", refuses },
    { "is-too-large", is_too_large },
    { NULL, NULL }
  };
  return check_main (argc, argv, table);
}
