/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Aligns a set of texts (folders src/ and tgt/ of files of the same names, a
   sentence a line) and writes the beads, a file each, for
   tools/score_align.py.  */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "align/align.h"
#include "base/mem.h"
#include "check.h"

/* Reads the file DIR/SUB/NAME into a side, a sentence a line.  */
static void
side_read (struct document *document, enum side s, const char *dir,
           const char *sub, const char *name)
{
  struct side_text *side = &document->side[s];
  char *path = mem_format ("%s/%s/%s", dir, sub, name);
  size_t len;
  char *text = check_read_file (path, &len);
  if (!text)
    {
      fprintf (stderr, "%s: can't be read\n", path);
      exit (2);
    }
  document_set_text (document, s, text, len);
  for (size_t at = 0; at < len;)
    {
      const char *end = memchr (text + at, '\n', len - at);
      size_t next = end ? (size_t) (end - text) + 1 : len;
      VEC_PUSH (&side->sentences, (struct sentence) { { at, next }, 0 });
      at = next;
    }
  VEC_PUSH (&side->paragraphs, (struct paragraph) { { 0, len }, BLOCK_BODY });
  free (text);
  free (path);
}

static void
numbers_print (FILE *out, size_t first, size_t count)
{
  fputc ('[', out);
  for (size_t k = 0; k < count; k++)
    fprintf (out, "%s%zu", k ? ", " : "", first + k);
  fputc (']', out);
}

static void
beads_write (const struct beads *beads, const char *dir, const char *name)
{
  char *path = mem_format ("%s/%s.align", dir, name);
  FILE *out = fopen (path, "w");
  if (!out)
    {
      perror (path);
      exit (2);
    }
  for (size_t k = 0; k < beads->len; k++)
    {
      const struct bead *bead = &beads->items[k];
      numbers_print (out, bead->first[ORIGINAL], bead->count[ORIGINAL]);
      fputc (':', out);
      numbers_print (out, bead->first[TRANSLATION], bead->count[TRANSLATION]);
      fputc ('\n', out);
    }
  fclose (out);
  free (path);
}

int
main (int argc, char **argv)
{
  if (argc != 3)
    {
      fprintf (stderr, "usage: align_score SET OUTDIR\n");
      return 2;
    }
  char *dir = mem_format ("%s/src", argv[1]);
  struct dirent **names;
  int count = scandir (dir, &names, NULL, alphasort);
  for (int i = 0; i < count; i++)
    {
      struct document *document = document_new ();
      if (names[i]->d_name[0] != '.')
        {
          side_read (document, ORIGINAL, argv[1], "src", names[i]->d_name);
          side_read (document, TRANSLATION, argv[1], "tgt",
                     names[i]->d_name);
          align_sides (&document->side[ORIGINAL],
                       &document->side[TRANSLATION], &document->beads);
          beads_write (&document->beads, argv[2], names[i]->d_name);
        }
      document_free (document);
      free (names[i]);
    }
  free (names);
  free (dir);
  return count <= 0;
}
