/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample texts of texts/, read and aligned as "add" does it with nothing
   installed, against the beads in tests/texts/gold.tsv.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/space.h"
#include "base/utf8.h"
#include "check.h"
#include "ingest/source.h"
#include "store/shelf.h"

/* Appends RANGE of TEXT without its white space to OUT, emptied before.  */
static void
squeeze (const char *text, struct range range, struct buf *out)
{
  buf_clear (out);
  for (size_t at = range.start; at < range.end;)
    {
      unsigned cp = utf8_next (text, range.end, &at);
      if (!space_is (cp))
        buf_add_cp (out, cp);
    }
}

/* Whether the bytes of bead INDEX on side S begin with the first of the keys
   KEYS ("a | b"), or are none where KEYS is empty.  */
static bool
side_fits (const struct document *d, size_t index, enum side s,
           const char *keys)
{
  struct buf text = BUF_INIT, key = BUF_INIT;
  const char *bar = strstr (keys, " | ");
  size_t len = bar ? (size_t) (bar - keys) : strlen (keys);
  squeeze (d->side[s].text, document_bead_range (d, index, s), &text);
  squeeze (keys, (struct range) { 0, len }, &key);
  bool fits = len == 0 ? text.len == 0
                       : text.len >= key.len
                           && memcmp (text.data, key.data, key.len) == 0;
  buf_free (&text);
  buf_free (&key);
  return fits;
}

/* Whether D has the bead of a row of the gold.  */
static bool
has_bead (const struct document *d, char *const *fields)
{
  unsigned count[SIDES];
  if (sscanf (fields[4], "%u-%u", &count[0], &count[1]) != 2)
    return false;
  for (size_t k = 0; k < d->beads.len; k++)
    if (d->beads.items[k].count[ORIGINAL] == count[ORIGINAL]
        && d->beads.items[k].count[TRANSLATION] == count[TRANSLATION]
        && side_fits (d, k, ORIGINAL, fields[2])
        && side_fits (d, k, TRANSLATION, fields[3]))
      return true;
  return false;
}

/* The document of the sample PATH.  */
static struct document *
sample (const char *path, const struct align_aids *aids)
{
  const char *srcdir = getenv ("srcdir");
  struct warnings warnings = { 0 };
  struct err err = ERR_INIT;
  char *file = mem_format ("%s/texts/%s", srcdir ? srcdir : ".", path);
  struct document *d = source_document (file, aids, &warnings, NULL, &err);
  VEC_FREE (&warnings);
  free (file);
  return d;
}

static void
samples_face (void)
{
  const char *srcdir = getenv ("srcdir");
  char *gold = mem_format ("%s/tests/texts/gold.tsv", srcdir ? srcdir : ".");
  char *text = check_read_file (gold, NULL), *rest = text;
  struct shelf *shelf = shelf_open (NULL, NULL, NULL);
  struct document *d = NULL;
  char *path = NULL;
  size_t beads = 0, right = 0;
  free (gold);
  CHECK (text != NULL);
  for (char *line; rest && (line = strsep (&rest, "\n"));)
    {
      char *fields[5] = { NULL };
      for (int k = 0; k < 5 && line; k++)
        fields[k] = strsep (&line, "\t");
      if (!fields[4] || fields[0][0] == '#' || strcmp (fields[4], "title") == 0)
        continue;
      if (!path || strcmp (path, fields[0]) != 0)
        {
          document_free (d);
          d = sample (path = fields[0], shelf_aids (shelf));
          CHECK (d != NULL);
        }
      beads++;
      right += d && has_bead (d, fields);
    }
  printf ("%zu of %zu beads\n", right, beads);
  CHECK (beads > 50 && right * 100 >= beads * 95);
  document_free (d);
  shelf_close (shelf);
  free (text);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "samples-face", samples_face },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
