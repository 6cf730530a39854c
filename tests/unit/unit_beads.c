/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The beads of shipped texts against those told by hand, tests/texts/gold.tsv,
   which has the sentences' first words.  tests/cli/beads.test compares those of
   all texts by number.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check.h"
#include "ingest/source.h"

/* Per cent of the beads that must be right: of all, and of each document (they
   are short: one addition that is taken for the end of its neighbour costs two
   beads of some twenty).  */
enum { BOUND = 95, DOCUMENT_BOUND = 90 };

struct tally
{
  size_t right;
  size_t all;
};

static bool
white (const char *p)
{
  return *p == ' ' || *p == '\n' || *p == '\t'
         || strncmp (p, "\u3000", strlen ("\u3000")) == 0;
}

static size_t
white_len (const char *p)
{
  return (unsigned char) *p < 0x80 ? 1 : strlen ("\u3000");
}

/* Whether the LEN bytes of KEY begin TEXT, white space on both sides aside.  */
static bool
begins (const char *text, const char *key, size_t len)
{
  for (const char *end = key + len;;)
    {
      while (white (text))
        text += white_len (text);
      while (key < end && white (key))
        key += white_len (key);
      if (key == end)
        return true;
      if (*text++ != *key++)
        return false;
    }
}

/* Whether bead INDEX has on SIDE the sentences that begin as KEYS says, parted
   by " | ".  */
static bool
bead_has (const struct document *document, size_t index, enum side side,
          const char *keys)
{
  const struct bead *bead = &document->beads.items[index];
  const struct side_text *s = &document->side[side];
  size_t sentence = bead->first[side];
  size_t end = sentence + bead->count[side];
  while (*keys)
    {
      const char *stop = strstr (keys, " | ");
      size_t len = stop ? (size_t) (stop - keys) : strlen (keys);
      if (sentence == end
          || !begins (s->text + s->sentences.items[sentence++].range.start,
                      keys, len))
        return false;
      keys += stop ? len + 3 : len;
    }
  return sentence == end;
}

static struct document *
document_at (const char *path)
{
  struct warnings warnings = { NULL, 0, 0 };
  struct err err = ERR_INIT;
  struct document *document = source_document (path, NULL, &warnings, NULL, &err);
  CHECK (document != NULL);
  CHECK_STRING (err.detail, "");
  VEC_FREE (&warnings);
  if (!document)
    exit (1);
  return document;
}

/* Checks that enough of the TOLD beads of DOCUMENT are RIGHT, and counts them in
   TALLY.  Beads too many are wrong too.  */
static void
check_document (const struct document *document, const char *name,
                size_t right, size_t told, struct tally *tally)
{
  size_t all = told > document->beads.len ? told : document->beads.len;
  printf ("%s: %zu of %zu beads right\n", name, right, all);
  CHECK (all > 0 && right * 100 >= all * DOCUMENT_BOUND);
  tally->right += right;
  tally->all += all;
}

/* One row of gold.tsv: path, number, original, translation, kind.  */
enum { PATH, NUMBER, OLD, NEW, KIND, FIELDS };

static bool
row_split (char *line, char *field[FIELDS])
{
  line[strcspn (line, "\n")] = '\0';
  for (size_t i = 0; i < FIELDS; i++)
    field[i] = strsep (&line, "\t");
  return field[KIND] != NULL && !line;
}

/* Heading lines are one bead whose sentences gold doesn't tell apart.  */
static bool
is_right (const struct document *document, size_t index, char *field[FIELDS])
{
  if (strcmp (field[KIND], "title") != 0)
    return bead_has (document, index, ORIGINAL, field[OLD])
           && bead_has (document, index, TRANSLATION, field[NEW]);
  const struct bead *bead = &document->beads.items[index];
  for (enum side s = 0; s < SIDES; s++)
    for (size_t i = 0; i <= bead->count[s]; i++)
      {
        const struct side_text *side = &document->side[s];
        const struct sentence *sentence = &side->sentences.items[i];
        bool heading
          = side->paragraphs.items[sentence->paragraph].block
            == BLOCK_HEADLINE;
        if (heading != (i < bead->count[s]))
          return false;
      }
  return begins (document->side[ORIGINAL].text, field[OLD],
                 strlen (field[OLD]));
}

static size_t
bead_found (const struct document *document, char *field[FIELDS])
{
  for (size_t i = 0; i < document->beads.len; i++)
    if (is_right (document, i, field))
      return 1;
  printf ("not found: %s of %s\n", field[NUMBER], field[PATH]);
  return 0;
}

static FILE *
open_under_srcdir (const char *name)
{
  const char *srcdir = getenv ("srcdir");
  char *path = mem_format ("%s/%s", srcdir ? srcdir : ".", name);
  FILE *file = fopen (path, "r");
  CHECK (file != NULL);
  free (path);
  if (!file)
    exit (1);
  return file;
}

static void
shipped (void)
{
  const char *srcdir = getenv ("srcdir");
  FILE *file = open_under_srcdir ("tests/texts/gold.tsv");
  char *line = NULL, *field[FIELDS], *name = mem_string ("");
  size_t room = 0, right = 0, told = 0;
  struct tally tally = { 0, 0 };
  struct document *document = NULL;
  while (getline (&line, &room, file) >= 0)
    {
      if (*line == '#')
        continue;
      CHECK (row_split (line, field));
      if (strcmp (name, field[PATH]) != 0)
        {
          if (document)
            check_document (document, name, right, told, &tally);
          document_free (document);
          free (name);
          name = mem_string (field[PATH]);
          char *path = mem_format ("%s/texts/%s", srcdir ? srcdir : ".", name);
          document = document_at (path);
          free (path);
          right = told = 0;
        }
      told++;
      right += bead_found (document, field);
    }
  if (document)
    check_document (document, name, right, told, &tally);
  CHECK (tally.all > 0 && tally.right * 100 >= tally.all * BOUND);
  document_free (document);
  free (name);
  free (line);
  fclose (file);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "shipped", shipped },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
