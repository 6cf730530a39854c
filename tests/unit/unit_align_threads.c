/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of base/workers.h, and of the aligner with several of them: the
   beads are the same to the last bit.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "align/align.h"
#include "base/mem.h"
#include "base/workers.h"
#include "check.h"
#include "ingest/source.h"
#include "store/shelf.h"

enum { PARTS = 1000 };

static void
note_part (void *data, size_t index, size_t worker)
{
  size_t *done = data;
  done[index] += index + 1;
  (void) worker;
}

static void
parts_are_done (void)
{
  size_t done[PARTS] = { 0 };
  for (size_t threads = 1; threads < 6; threads++)
    {
      struct workers *workers = workers_new (threads);
      CHECK (workers_len (workers) >= 1 && workers_len (workers) <= threads);
      workers_run (workers, 0, note_part, NULL);
      for (size_t k = 0; k < 20; k++)
        workers_run (workers, PARTS - k, note_part, done);
      workers_free (workers);
    }
  workers_run (NULL, PARTS, note_part, done);
  size_t wrong = 0;
  for (size_t k = 0; k < PARTS; k++)
    {
      size_t left_out = k + 19 < PARTS ? 0 : k + 20 - PARTS;
      wrong += done[k] != (5 * (20 - left_out) + 1) * (k + 1);
    }
  CHECK_NUMBER (wrong, 0);
}

/* Appends FROM to side S of TO, once more and once more, TIMES in all.  */
static void
repeat_side (struct document *to, enum side s, const struct side_text *from,
             size_t times)
{
  struct buf text = BUF_INIT;
  struct sentences sentences = { 0 };
  struct side_text *side = &to->side[s];
  for (size_t k = 0; k < times; k++)
    {
      buf_add (&text, from->text, from->len);
      for (size_t i = 0; i < from->sentences.len; i++)
        {
          struct range r = from->sentences.items[i].range;
          size_t at = k * from->len;
          VEC_PUSH (&sentences,
                    (struct sentence) { { at + r.start, at + r.end }, 0 });
        }
    }
  document_set_text (to, s, buf_string (&text), text.len);
  side->sentences = sentences;
  VEC_PUSH (&side->paragraphs,
            (struct paragraph) { { 0, text.len }, BLOCK_BODY });
  buf_free (&text);
}

/* Aligns the LEN documents together with THREADS.  */
static void
align_with (struct document *const *documents, size_t len, size_t threads,
            const struct align_aids *aids)
{
  struct align_texts texts = { 0 };
  struct align_aids all = *aids;
  for (size_t k = 0; k < len; k++)
    {
      struct document *d = documents[k];
      struct align_text text = { &d->side[ORIGINAL], &d->side[TRANSLATION],
                                 &d->beads };
      VEC_PUSH (&texts, text);
    }
  all.workers = workers_new (threads);
  align_together (&texts, &all);
  workers_free (all.workers);
  VEC_FREE (&texts);
}

/* Whether A and B are the same to the last bit.  */
static bool
beads_equal (const struct beads *a, const struct beads *b)
{
  bool equal = a->len == b->len;
  for (size_t k = 0; equal && k < a->len; k++)
    {
      const struct bead *x = &a->items[k], *y = &b->items[k];
      equal = memcmp (x->first, y->first, sizeof x->first) == 0
              && memcmp (x->count, y->count, sizeof x->count) == 0
              && memcmp (&x->confidence, &y->confidence,
                         sizeof x->confidence)
                   == 0;
    }
  return equal;
}

/* Aligns the documents with 1, 2 and 5 threads.  */
static void
expect_same (struct document *const *documents, size_t len,
             const struct align_aids *aids)
{
  static const size_t threads[] = { 2, 5 };
  struct beads *alone = mem_new (len, sizeof *alone);
  align_with (documents, len, 1, aids);
  for (size_t k = 0; k < len; k++)
    {
      alone[k] = documents[k]->beads;
      documents[k]->beads = (struct beads) { 0 };
    }
  for (size_t t = 0; t < sizeof threads / sizeof *threads; t++)
    {
      align_with (documents, len, threads[t], aids);
      for (size_t k = 0; k < len; k++)
        CHECK (alone[k].len > 0
               && beads_equal (&documents[k]->beads, &alone[k]));
    }
  for (size_t k = 0; k < len; k++)
    VEC_FREE (&alone[k]);
  free (alone);
}

static struct document *
sample (const char *path, const struct align_aids *aids)
{
  const char *srcdir = getenv ("srcdir");
  struct warnings warnings = { 0 };
  struct err err = ERR_INIT;
  char *file = mem_format ("%s/texts/rmrb/%s", srcdir ? srcdir : ".", path);
  struct document *d = source_document (file, aids, &warnings, NULL, &err);
  CHECK (d != NULL);
  VEC_FREE (&warnings);
  free (file);
  return d;
}

static void
threads_agree (void)
{
  enum { SAMPLES = 4, TIMES = 40 };
  static const char *const paths[SAMPLES]
    = { "1958.09/1958-09-07_矿石下山煤进炉_豫西车马昼夜不停.md",
        "1958.09/1958-09-14_长江边上夜如昼_黄石市郊小高炉群巡礼.md",
        "1958.11/1958-11-22_炉前歌谣四首.md",
        "1958.12/1958-12-04_钢铁大军分批回师_鲁西秋种冬灌抓得紧.md" };
  struct shelf *shelf = shelf_open (NULL, NULL, NULL);
  const struct align_aids *aids = shelf_aids (shelf);
  struct document *documents[SAMPLES], *together = document_new ();
  for (size_t k = 0; k < SAMPLES; k++)
    documents[k] = sample (paths[k], aids);
  for (enum side s = 0; s < SIDES; s++)
    repeat_side (together, s, &documents[1]->side[s], TIMES);
  expect_same (documents, SAMPLES, aids);
  expect_same (&together, 1, aids);
  for (size_t k = 0; k < SAMPLES; k++)
    document_free (documents[k]);
  document_free (together);
  shelf_close (shelf);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "parts-are-done", parts_are_done },
    { "threads-agree", threads_agree },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
