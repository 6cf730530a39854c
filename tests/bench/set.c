/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets of texts with their beads.  */
#include "set.h"

#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "align/cedict_words.h"
#include "align/words.h"
#include "base/mem.h"
#include "check.h"

static char *
file_read (const char *path, size_t *len)
{
  char *text = check_read_file (path, len);
  if (!text)
    {
      fprintf (stderr, "%s: can't be read\n", path);
      exit (2);
    }
  return text;
}

/* Reads the file DIR/SUB/NAME into a side, a sentence a line.  */
static void
side_read (struct document *document, enum side s, const char *dir,
           const char *sub, const char *name)
{
  struct side_text *side = &document->side[s];
  char *path = mem_format ("%s/%s/%s", dir, sub, name);
  size_t len;
  char *text = file_read (path, &len);
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

/* Reads "[1, 2]:[3]" at TEXT; false where it is something else.  */
static bool
bead_read (const char *text, struct bead *bead)
{
  *bead = (struct bead) { .confidence = 0 };
  enum side s = ORIGINAL;
  for (; *text && *text != '\n'; text++)
    if (*text == ':' && s == TRANSLATION)
      break;
    else if (*text == ':')
      s = TRANSLATION;
    else if (isdigit ((unsigned char) *text))
      {
        char *end;
        size_t number = strtoul (text, &end, 10);
        if (bead->count[s]++ == 0)
          bead->first[s] = number;
        text = end - 1;
      }
  return bead->count[ORIGINAL] + bead->count[TRANSLATION] > 0;
}

static void
gold_read (struct set_text *text, const char *dir)
{
  char *path = mem_format ("%s/gold/%s.align", dir, text->name);
  size_t len;
  char *lines = check_read_file (path, &len);
  free (path);
  for (char *line = lines; line && *line; line++)
    {
      struct bead bead;
      if (bead_read (line, &bead))
        VEC_PUSH (&text->gold, bead);
      line = strchr (line, '\n');
      if (!line)
        break;
    }
  free (lines);
}

void
set_read (struct set *set, const char *dir)
{
  struct dirent **names;
  char *sources = mem_format ("%s/src", dir);
  int count = scandir (sources, &names, NULL, alphasort);
  if (count < 0)
    {
      perror (sources);
      exit (2);
    }
  *set = (struct set) { .dir = mem_string (dir) };
  for (int i = 0; i < count; i++)
    {
      const char *name = names[i]->d_name;
      if (name[0] != '.')
        {
          struct set_text text
            = { mem_string (name), document_new (), { 0 } };
          side_read (text.document, ORIGINAL, dir, "src", name);
          side_read (text.document, TRANSLATION, dir, "tgt", name);
          gold_read (&text, dir);
          VEC_PUSH (&set->texts, text);
        }
      free (names[i]);
    }
  free (names);
  free (sources);
}

/* Marsaglia's xorshift, 32 bits.  */
static uint32_t
next_random (uint32_t *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 17;
  return *state ^= *state << 5;
}

/* Takes the sentences marked GONE out of SIDE.  */
static void
side_thin (struct document *to, enum side s, const struct side_text *from,
           const bool *gone)
{
  struct buf text = BUF_INIT;
  struct side_text *side = &to->side[s];
  for (size_t k = 0; k < from->sentences.len; k++)
    {
      struct range r = from->sentences.items[k].range;
      size_t start = text.len;
      if (gone[k])
        continue;
      buf_add (&text, from->text + r.start, range_len (r));
      VEC_PUSH (&side->sentences,
                (struct sentence) { { start, text.len }, 0 });
    }
  document_set_text (to, s, buf_string (&text), text.len);
  VEC_PUSH (&side->paragraphs,
            (struct paragraph) { { 0, text.len }, BLOCK_BODY });
  buf_free (&text);
}

static void
text_thin (struct set_text *to, const struct set_text *from, size_t every,
           uint32_t *state)
{
  bool *gone[SIDES];
  size_t *now[SIDES];
  for (enum side s = 0; s < SIDES; s++)
    {
      size_t len = from->document->side[s].sentences.len;
      gone[s] = mem_new (len + 1, sizeof **gone);
      now[s] = mem_new (len + 1, sizeof **now);
    }
  for (size_t k = 0; k < from->gold.len; k++)
    {
      struct bead bead = from->gold.items[k];
      uint32_t chance = next_random (state);
      if (bead.count[0] == 1 && bead.count[1] == 1 && chance % every == 0)
        {
          enum side s = chance >> 16 & 1;
          gone[s][bead.first[s]] = true;
          bead.count[s] = 0;
        }
      VEC_PUSH (&to->gold, bead);
    }
  for (enum side s = 0; s < SIDES; s++)
    {
      size_t len = from->document->side[s].sentences.len;
      for (size_t k = 0; k < len; k++)
        now[s][k + 1] = now[s][k] + !gone[s][k];
      side_thin (to->document, s, &from->document->side[s], gone[s]);
      for (size_t k = 0; k < to->gold.len; k++)
        to->gold.items[k].first[s] = now[s][to->gold.items[k].first[s]];
      free (gone[s]);
      free (now[s]);
    }
}

void
set_thin (struct set *thin, const struct set *set, size_t every)
{
  uint32_t state = 2463534242u;
  *thin = (struct set) { .dir = mem_string (set->dir) };
  for (size_t k = 0; k < set->texts.len; k++)
    {
      struct set_text text
        = { mem_string (set->texts.items[k].name), document_new (), { 0 } };
      text_thin (&text, &set->texts.items[k], every, &state);
      VEC_PUSH (&thin->texts, text);
    }
}

void
set_free (struct set *set)
{
  for (size_t k = 0; k < set->texts.len; k++)
    {
      free (set->texts.items[k].name);
      document_free (set->texts.items[k].document);
      VEC_FREE (&set->texts.items[k].gold);
    }
  VEC_FREE (&set->texts);
  free (set->dir);
}

static bool
bead_equal (const struct bead *a, const struct bead *b)
{
  for (enum side s = 0; s < SIDES; s++)
    if (a->count[s] != b->count[s]
        || (a->count[s] > 0 && a->first[s] != b->first[s]))
      return false;
  return true;
}

static bool
beads_have (const struct beads *beads, const struct bead *bead)
{
  for (size_t k = 0; k < beads->len; k++)
    if (bead_equal (&beads->items[k], bead))
      return true;
  return false;
}

void
set_score_add (struct set_score *score, const struct beads *gold,
               const struct beads *ours)
{
  for (size_t k = 0; k < ours->len; k++)
    score->found += beads_have (gold, &ours->items[k]);
  score->ours += ours->len;
  for (size_t k = 0; k < gold->len; k++)
    if (gold->items[k].count[ORIGINAL] && gold->items[k].count[TRANSLATION])
      {
        score->recalled += beads_have (ours, &gold->items[k]);
        score->gold++;
      }
}

double
set_score_f1 (const struct set_score *score)
{
  double p = (double) score->found / (double) score->ours;
  double r = (double) score->recalled / (double) score->gold;
  return 2 * p * r / (p + r);
}

static void
cedict_image (const char *path, struct buf *image)
{
  struct err err = ERR_INIT;
  size_t len;
  char *text = file_read (path, &len);
  struct dictionary_maker *maker = dictionary_maker_new ();
  if (!cedict_words_read (text, len, path, maker, &err))
    {
      char *message = err_text (&err);
      fprintf (stderr, "%s\n", message);
      exit (2);
    }
  dictionary_maker_learn (maker);
  dictionary_maker_image (maker, image);
  dictionary_maker_free (maker);
  free (text);
}

void
set_aids_open (struct set_aids *aids, const char *path)
{
  struct err err;
  *aids = (struct set_aids) { .image = { BUF_INIT, BUF_INIT } };
  words_image (&aids->image[0], !path);
  if (path)
    cedict_image (path, &aids->image[1]);
  for (int k = 0; k < (path ? 2 : 1); k++)
    aids->dictionary[k] = dictionary_open (aids->image[k].data,
                                           aids->image[k].len, path, &err);
  aids->aids = (struct align_aids) {
    (const struct dictionary *const *) aids->dictionary, path ? 2 : 1,
    path != NULL, NULL };
}

void
set_aids_close (struct set_aids *aids)
{
  for (int k = 0; k < 2; k++)
    {
      dictionary_close (aids->dictionary[k]);
      buf_free (&aids->image[k]);
    }
}
