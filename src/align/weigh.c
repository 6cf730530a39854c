/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What weighing beads goes by: sums over one side, and tables.  */
#include "align/weigh_private.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"

static float
cut_weight (const float *w, enum side s, const struct look *look,
            const struct look *next)
{
  float terms[TERMS] = { 0 };
  float sum = 0;
  terms_cut (s, look, next, terms);
  for (unsigned t = TERM_CUT_Z_STOP; t <= TERM_CUT_SMALL; t++)
    sum += w[t] * terms[t];
  return sum;
}

static void
face_sentence (struct face *face, const struct weigher *weigher, enum side s,
               size_t i)
{
  const struct matter *m = weigher->scene->matter[s];
  const struct look *look = m->looks + i;
  const float *w = weigher->w;
  bool end = weigher->scene->paragraphs && terms_ends_paragraph (m, i);
  float tokens = weigher->scene->tokens[s][i];
  float bytes = (float) (m->done[i + 1] - m->done[i]);
  face->cut[i + 1]
    = face->cut[i] + (end ? w[TERM_PARAGRAPH_CUT] : 0)
      + (i + 1 < m->len ? cut_weight (w, s, look, look + 1) : 0);
  face->tokens[i + 1] = face->tokens[i] + tokens;
  face->each[i] = 1 / tokens;
  face->empty[i] = w[TERM_LENGTH_EMPTY] * logf (1 + bytes);
  face->last[i] = look_last (look);
  face->edge[i] = (uint8_t) (look->ends_quote | look->inside << 1 | end << 2);
  face->begin[i] = (uint8_t) (look->begins_quote | look->small << 1);
  size_t from = m->anchor_start[i], to = m->anchor_start[i + 1];
  for (size_t k = from; k < to; k++)
    {
      face->all[i] |= 1u << (k - from);
      face->plain[i] |= (uint32_t) m->anchors.items[k].plain << (k - from);
    }
}

static void
face_open (struct weigher *weigher, enum side s)
{
  struct face *face = &weigher->face[s];
  size_t len = face->len = weigher->scene->matter[s]->len;
  size_t room = len + FACE_BEYOND;
  face->cut = mem_new (room, sizeof *face->cut);
  face->tokens = mem_new (room, sizeof *face->tokens);
  face->each = mem_new (room, sizeof *face->each);
  face->empty = mem_new (room, sizeof *face->empty);
  face->last = mem_new (room, sizeof *face->last);
  face->edge = mem_new (room, sizeof *face->edge);
  face->begin = mem_new (room, sizeof *face->begin);
  face->plain = mem_new (room, sizeof *face->plain);
  face->all = mem_new (room, sizeof *face->all);
  for (size_t i = 0; i < len; i++)
    face_sentence (face, weigher, s, i);
}

static void
face_free (struct face *face)
{
  free (face->cut);
  free (face->tokens);
  free (face->each);
  free (face->empty);
  free (face->last);
  free (face->edge);
  free (face->begin);
  free (face->plain);
  free (face->all);
}

/* The weights of how two sentences begin, and of how they end, by their
   bits.  */
static float
begin_weight (const float *w, unsigned z, unsigned e)
{
  return (z & e & 1 ? w[TERM_BOTH_BEGIN_QUOTE] : 0)
         + ((z ^ e) & 1 ? w[TERM_ONE_BEGINS_QUOTE] : 0)
         + (e & 2 ? w[TERM_BEGINS_SMALL] : 0);
}

static float
edge_weight (const struct weigher *weigher, unsigned z, unsigned e)
{
  const float *w = weigher->w;
  unsigned both = z & e, one = z ^ e;
  float sum = (both & 1 ? w[TERM_BOTH_END_QUOTE] : 0)
              + (one & 1 ? w[TERM_ONE_ENDS_QUOTE] : 0)
              + (one & 2 ? w[TERM_INSIDE_DIFFERS] : 0);
  if (!weigher->scene->paragraphs)
    return sum;
  return sum + (both & 4 ? w[TERM_PARAGRAPH_BOTH] : 0)
         + (one & 4 ? w[TERM_PARAGRAPH_ONE] : 0);
}

/* Fills the columns of the beads of B sentences.  */
static void
columns_of (struct weigher *weigher, size_t b)
{
  struct columns *columns = &weigher->columns;
  const struct face *e = &weigher->face[TRANSLATION];
  const struct matter *m = weigher->scene->matter[TRANSLATION];
  const size_t *done = m->done;
  size_t room = e->len + FACE_BEYOND;
  float *bytes = columns->bytes[b - 1] = mem_new (room, sizeof *bytes);
  float *cut = columns->cut[b - 1] = mem_new (room, sizeof *cut);
  float *pull = columns->pull[b - 1] = mem_new (room, sizeof *pull);
  uint8_t *clauses = columns->clauses[b - 1]
    = mem_new (room, sizeof *clauses);
  for (size_t j = 0; j + b <= e->len; j++)
    {
      clauses[j] = (uint8_t) matter_clauses (m, j, b, CLAUSES_MOST);
      bytes[j] = (float) (done[j + b] - done[j]);
      cut[j] = e->cut[j + b - 1] - e->cut[j];
      pull[j] = weigher->w[TERM_DRAWN_E]
                + weigher->w[TERM_MEAN_E] / (e->tokens[j + b] - e->tokens[j]);
    }
}

/* A column of what F says of Z and number E of each sentence.  */
typedef float column_of (const struct weigher *weigher, unsigned z,
                         unsigned e);

static float
column_begin (const struct weigher *weigher, unsigned z, unsigned e)
{
  return begin_weight (weigher->w, z, e);
}

static float
column_last (const struct weigher *weigher, unsigned z, unsigned e)
{
  return terms_lasts (z, e, weigher->w);
}

static void
columns_fill (const struct weigher *weigher, float **columns, unsigned len,
              const uint8_t *numbers, unsigned numbers_len, column_of *of)
{
  size_t sentences = weigher->face[TRANSLATION].len;
  for (unsigned z = 0; z < len; z++)
    {
      float table[EDGES > LASTS ? EDGES : LASTS];
      for (unsigned e = 0; e < numbers_len; e++)
        table[e] = of (weigher, z, e);
      columns[z] = mem_new (sentences + FACE_BEYOND, sizeof **columns);
      for (size_t j = 0; j < sentences; j++)
        columns[z][j] = table[numbers[j]];
    }
}

static void
columns_open (struct weigher *weigher)
{
  struct columns *columns = &weigher->columns;
  const struct face *e = &weigher->face[TRANSLATION];
  const struct matter *m = weigher->scene->matter[TRANSLATION];
  for (size_t b = 1; b <= BEAD_REACH; b++)
    columns_of (weigher, b);
  columns_fill (weigher, columns->begin, 2, e->begin, 4, column_begin);
  columns_fill (weigher, columns->last, LASTS, e->last, LASTS, column_last);
  columns_fill (weigher, columns->edge, EDGES, e->edge, EDGES, edge_weight);
  for (unsigned k = 0; k < MARKS; k++)
    {
      int16_t *mark = columns->mark[k]
        = mem_new (e->len + 1 + FACE_BEYOND, sizeof *mark);
      for (size_t j = 0; j < e->len + 1 + FACE_BEYOND; j++)
        mark[j] = (int16_t) m->marks[j < e->len ? j : e->len][k];
    }
}

static void
columns_free (struct columns *columns)
{
  for (size_t b = 0; b < BEAD_REACH; b++)
    {
      free (columns->clauses[b]);
      free (columns->bytes[b]);
      free (columns->cut[b]);
      free (columns->pull[b]);
    }
  free (columns->begin[0]);
  free (columns->begin[1]);
  for (unsigned z = 0; z < LASTS; z++)
    free (columns->last[z]);
  for (unsigned z = 0; z < EDGES; z++)
    free (columns->edge[z]);
  for (unsigned k = 0; k < MARKS; k++)
    free (columns->mark[k]);
}

static void
tabulate_lengths (struct weigher *weigher)
{
  const float *w = weigher->w;
  for (int step = 0; step < LENGTHS; step++)
    {
      float d = (float) step / LENGTHS_STEP;
      weigher->length[step]
        = w[TERM_LENGTH] * fminf (d * d, 25) / 2
          + w[TERM_LENGTH_ABSOLUTE] * d
          + w[TERM_LENGTH_TAIL]
              * length_tail (weigher->scene->length, d);
    }
}

/* The most clauses that a bead has of the side M.  */
static size_t
most_clauses (const struct matter *m)
{
  size_t most = 0;
  for (size_t i = 0; i < m->len && most < CLAUSES_MOST; i++)
    {
      size_t count = m->len - i < BEAD_REACH ? m->len - i : BEAD_REACH;
      size_t clauses = matter_clauses (m, i, count, CLAUSES_MOST);
      most = clauses > most ? clauses : most;
    }
  return most;
}

static void
tabulate_clauses (struct weigher *weigher)
{
  const float *w = weigher->w;
  const struct matter *const *matter = weigher->scene->matter;
  size_t most[SIDES] = { most_clauses (matter[ORIGINAL]),
                         most_clauses (matter[TRANSLATION]) };
  float terms[TERMS];
  for (size_t z = 0; z <= most[ORIGINAL]; z++)
    for (size_t e = 0; e <= most[TRANSLATION]; e++)
      {
        terms_clauses (z, e, terms);
        weigher->clauses[z][e]
          = w[TERM_CLAUSES] * terms[TERM_CLAUSES]
            + w[TERM_CLAUSES_SPREAD] * terms[TERM_CLAUSES_SPREAD];
      }
}

/* The weights of marks as whole numbers, as fine as 16 bits can hold all of them
   together, each three times.  */
static void
tabulate_marks (struct weigher *weigher)
{
  const float *w = weigher->w + TERM_MARK;
  float sum = 1;
  for (unsigned m = 0; m < MARKS; m++)
    sum += 3 * fabsf (w[m]);
  weigher->mark_one = exp2f (floorf (log2f (INT16_MAX / sum)));
  for (unsigned m = 0; m < MARKS; m++)
    weigher->mark[m] = (int16_t) roundf (w[m] * weigher->mark_one);
}

struct weigher *
weigher_new (const struct scene *scene, const float weights[TERMS])
{
  struct weigher *weigher = mem_new (1, sizeof *weigher);
  weigher->scene = scene;
  weigher->w = weights;
  for (unsigned k = 0; k < BEAD_KINDS; k++)
    weigher->kind[k] = weights[TERM_KIND + (k > 0 ? k - 1 : 0)];
  tabulate_lengths (weigher);
  tabulate_clauses (weigher);
  tabulate_marks (weigher);
  for (enum side s = 0; s < SIDES; s++)
    face_open (weigher, s);
  columns_open (weigher);
  return weigher;
}

void
weigher_free (struct weigher *weigher)
{
  for (enum side s = 0; s < SIDES; s++)
    face_free (&weigher->face[s]);
  columns_free (&weigher->columns);
  free (weigher);
}
