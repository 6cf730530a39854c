/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The evidence for a bead.  */
#include "align/terms.h"

#include <math.h>
#include <string.h>

static void
length_terms (const struct scene *scene, const size_t first[SIDES],
              const size_t count[SIDES], float *terms)
{
  float d = length_quick (scene->length, scene->ratio[first[ORIGINAL]], first,
                          count);
  terms[TERM_LENGTH] = fminf (d * d, 25) / 2;
  terms[TERM_LENGTH_ABSOLUTE] = fminf (fabsf (d), 20);
  terms[TERM_LENGTH_TAIL] = length_tail (scene->length, d);
}

void
terms_clauses (size_t z, size_t e, float *terms)
{
  /* English has so many for one in Chinese (0.80 to 0.98 in the texts of the
     sets).  */
  static const float RATIO = 0.9F;
  float own = RATIO * (float) z, other = (float) e;
  terms[TERM_CLAUSES] = fabsf (logf ((other + 1) / (own + 1)));
  terms[TERM_CLAUSES_SPREAD]
    = fabsf (other - own) / sqrtf ((other + own) / 2 + 0.5F);
}

/* A lone sentence of side S.  */
static void
empty_terms (const struct scene *scene, enum side s,
             const size_t first[SIDES], float *terms)
{
  const size_t *done = scene->matter[s]->done;
  size_t at = first[s], between = first[!s];
  float drawn = 0;
  for (size_t k = between > 0 ? between - 1 : 0;
       k < scene->matter[!s]->len && k <= between; k++)
    drawn = fmaxf (drawn,
                   attraction_of (scene->attraction, side_facing (s), 1,
                                  s == ORIGINAL ? at : k,
                                  s == ORIGINAL ? k : at));
  terms[TERM_EMPTY_DRAWN] = drawn / scene->tokens[s][at];
  terms[TERM_LENGTH_EMPTY]
    = logf (1 + (float) (done[at + 1] - done[at]));
}

bool
terms_side_has (const struct matter *r, size_t first, size_t count,
          const struct anchor *anchor)
{
  if (anchor->word)
    {
      for (size_t k = r->token_start[first];
           k < r->token_start[first + count]; k++)
        if (r->tokens.items[k].term == anchor->key)
          return true;
      return false;
    }
  for (size_t k = r->anchor_start[first]; k < r->anchor_start[first + count];
       k++)
    if (r->anchors.items[k].key == anchor->key)
      return true;
  return false;
}

static void
anchor_terms (const struct scene *scene, const size_t first[SIDES],
              const size_t count[SIDES], float *terms)
{
  float met = 0;
  for (int s = 0; s < SIDES; s++)
    {
      const struct matter *r = scene->matter[s];
      for (size_t k = r->anchor_start[first[s]];
           k < r->anchor_start[first[s] + count[s]]; k++)
        {
          const struct anchor *anchor = &r->anchors.items[k];
          if (terms_side_has (scene->matter[!s], first[!s], count[!s], anchor))
            met++;
          else if (anchor->plain)
            terms[TERM_LONE_PLAIN]++;
          else
            terms[s == ORIGINAL ? TERM_LONE_SPELT_Z : TERM_LONE_SPELT_E]++;
        }
    }
  terms[TERM_LONE_PLAIN] = fminf (terms[TERM_LONE_PLAIN], 6);
  terms[TERM_MET] = fminf (met / 2, 4);
}

static void
mark_terms (const struct scene *scene, const size_t first[SIDES],
            const size_t count[SIDES], float *terms)
{
  const struct matter *z = scene->matter[ORIGINAL];
  const struct matter *e = scene->matter[TRANSLATION];
  const uint16_t *z0 = z->marks[first[ORIGINAL]];
  const uint16_t *z1 = z->marks[first[ORIGINAL] + count[ORIGINAL]];
  const uint16_t *e0 = e->marks[first[TRANSLATION]];
  const uint16_t *e1 = e->marks[first[TRANSLATION] + count[TRANSLATION]];
  for (int m = 0; m < MARKS; m++)
    {
      int differ = (int16_t) (z1[m] - z0[m] - e1[m] + e0[m]);
      terms[TERM_MARK + m] = (float) (differ < 0 ? -differ : differ);
      if (terms[TERM_MARK + m] > 3)
        terms[TERM_MARK + m] = 3;
    }
}

static bool
ends_sentence (unsigned last)
{
  return last == LOOK_LAST_STOP || last == LOOK_LAST_QUESTION
         || last == LOOK_LAST_EXCLAMATION;
}

/* The last marks of both sides: Z and E are enum look_last.  */
static void
last_terms (unsigned z, unsigned e, float *terms)
{
  terms[TERM_BOTH_END_QUESTION]
    = z == LOOK_LAST_QUESTION && e == LOOK_LAST_QUESTION;
  terms[TERM_ONE_ENDS_QUESTION]
    = (z == LOOK_LAST_QUESTION) != (e == LOOK_LAST_QUESTION);
  terms[TERM_BOTH_END_EXCLAMATION]
    = z == LOOK_LAST_EXCLAMATION && e == LOOK_LAST_EXCLAMATION;
  terms[TERM_BOTH_END_COLON] = z == LOOK_LAST_COLON && e == LOOK_LAST_COLON;
  terms[TERM_ENDS_DIFFER] = ends_sentence (z) != ends_sentence (e);
}

float
terms_lasts (unsigned z, unsigned e, const float weights[TERMS])
{
  float terms[TERMS] = { 0 }, sum = 0;
  last_terms (z, e, terms);
  for (unsigned t = TERM_BOTH_END_QUESTION; t <= TERM_ENDS_DIFFER; t++)
    sum += weights[t] * terms[t];
  return sum;
}

/* How the two sides of a bead begin and end.  */
static void
edge_terms (const struct look *zb, const struct look *ze,
            const struct look *eb, const struct look *ee, float *terms)
{
  terms[TERM_BOTH_BEGIN_QUOTE] = zb->begins_quote && eb->begins_quote;
  terms[TERM_ONE_BEGINS_QUOTE] = zb->begins_quote != eb->begins_quote;
  terms[TERM_BOTH_END_QUOTE] = ze->ends_quote && ee->ends_quote;
  terms[TERM_ONE_ENDS_QUOTE] = ze->ends_quote != ee->ends_quote;
  terms[TERM_INSIDE_DIFFERS] = ze->inside != ee->inside;
  last_terms (look_last (ze), look_last (ee), terms);
  terms[TERM_BEGINS_SMALL] = eb->small;
}

void
terms_cut (enum side s, const struct look *look, const struct look *next,
           float *terms)
{
  unsigned base = s == ORIGINAL ? TERM_CUT_Z_STOP : TERM_CUT_E_STOP;
  unsigned kind = TERM_CUT_Z_OTHER - TERM_CUT_Z_STOP;
  if (ends_sentence (look_last (look)))
    kind = 0;
  else if (look->last == MARK_SEMICOLON || look->last == MARK_COLON)
    kind = TERM_CUT_Z_SEMICOLON - TERM_CUT_Z_STOP;
  else if (look->last == MARK_COMMA)
    kind = TERM_CUT_Z_COMMA - TERM_CUT_Z_STOP;
  terms[base + kind]++;
  terms[base + TERM_CUT_Z_INSIDE - TERM_CUT_Z_STOP] += look->inside;
  terms[base + TERM_CUT_Z_QUOTE - TERM_CUT_Z_STOP] += look->ends_quote;
  terms[TERM_CUT_SMALL] += next->small;
}

bool
terms_ends_paragraph (const struct matter *r, size_t k)
{
  if (k + 1 == r->len)
    return true;
  size_t own = r->paragraph[k], next = r->paragraph[k + 1];
  const struct paragraph *blocks = r->text->paragraphs.items;
  return own != next
         && (blocks[own].block == BLOCK_BODY
             || blocks[own].block != blocks[next].block);
}

int
terms_lone_ends (bool before, bool end, bool other)
{
  return other ? before - end : end;
}

static void
paragraph_terms (const struct scene *scene, const size_t first[SIDES],
                 const size_t count[SIDES], float *terms)
{
  bool end[SIDES], before[SIDES];
  for (int s = 0; s < SIDES; s++)
    {
      const struct matter *r = scene->matter[s];
      size_t last = first[s] + count[s];
      before[s] = first[s] == 0 || terms_ends_paragraph (r, first[s] - 1);
      end[s] = last == 0 || terms_ends_paragraph (r, last - 1);
      for (size_t k = first[s]; k + 1 < last; k++)
        terms[TERM_PARAGRAPH_CUT] += terms_ends_paragraph (r, k);
    }
  terms[TERM_PARAGRAPH_BOTH] = end[ORIGINAL] && end[TRANSLATION];
  terms[TERM_PARAGRAPH_ONE] = end[ORIGINAL] != end[TRANSLATION];
  for (int s = 0; s < SIDES; s++)
    if (count[!s] == 0)
      terms[TERM_PARAGRAPH_ONE]
        = (float) terms_lone_ends (before[s], end[s], end[!s]);
}

/* What side G of the bead draws of the other: the sum, the mean, the weakest
   member, and what it draws of the sentences beside the bead.  */
static void
drawn_terms (const struct scene *scene, enum side g,
             const size_t first[SIDES], const size_t count[SIDES],
             float *terms)
{
  enum side o = side_facing (g);
  const struct attraction *a = scene->attraction;
  size_t n = count[g], at = first[o], len = scene->matter[o]->len;
  size_t fixed = first[g];
  float sum = 0, tokens = 0, weakest = INFINITY, outside = 0;
  unsigned e = o == TRANSLATION ? 0 : 1;
#define DRAWN(k)                                                              \
  attraction_of (a, g, n, g == ORIGINAL ? fixed : (k),                        \
                 g == ORIGINAL ? (k) : fixed)
  for (size_t k = at; k < at + count[o]; k++)
    {
      float own = scene->tokens[o][k], drawn = DRAWN (k);
      sum += drawn;
      tokens += own;
      weakest = fminf (weakest, drawn / own);
    }
  if (at > 0)
    outside += DRAWN (at - 1) / scene->tokens[o][at - 1];
  if (at + count[o] < len)
    outside += DRAWN (at + count[o]) / scene->tokens[o][at + count[o]];
#undef DRAWN
  terms[TERM_DRAWN_E + e] = sum;
  terms[TERM_MEAN_E + e] = sum / tokens;
  terms[TERM_WEAKEST_E + e] = weakest;
  terms[TERM_OUTSIDE_E + e] = outside;
}

void
terms_of (const struct scene *scene, size_t i, size_t j, unsigned kind,
          float terms[TERMS])
{
  size_t first[SIDES] = { i, j };
  size_t count[SIDES] = { bead_kinds[kind].count[ORIGINAL],
                          bead_kinds[kind].count[TRANSLATION] };
  memset (terms, 0, TERMS * sizeof *terms);
  terms[TERM_KIND + (kind > 0 ? kind - 1 : 0)] = 1;
  if (scene->paragraphs)
    paragraph_terms (scene, first, count, terms);
  if (kind < 2)
    {
      empty_terms (scene, kind, first, terms);
      return;
    }
  const struct look *z = scene->matter[ORIGINAL]->looks + i;
  const struct look *e = scene->matter[TRANSLATION]->looks + j;
  size_t a = count[ORIGINAL], b = count[TRANSLATION];
  length_terms (scene, first, count, terms);
  terms_clauses (matter_clauses (scene->matter[ORIGINAL], i, a, CLAUSES_MOST),
                 matter_clauses (scene->matter[TRANSLATION], j, b,
                                 CLAUSES_MOST),
                 terms);
  anchor_terms (scene, first, count, terms);
  mark_terms (scene, first, count, terms);
  edge_terms (z, z + a - 1, e, e + b - 1, terms);
  for (size_t k = 0; k + 1 < a; k++)
    terms_cut (ORIGINAL, z + k, z + k + 1, terms);
  for (size_t k = 0; k + 1 < b; k++)
    terms_cut (TRANSLATION, e + k, e + k + 1, terms);
  drawn_terms (scene, ORIGINAL, first, count, terms);
  drawn_terms (scene, TRANSLATION, first, count, terms);
}

void
weights_of (enum weight_set set, float weights[TERMS])
{
  for (unsigned t = 0; t < TERMS; t++)
    weights[t] = align_weights[t][set];
}
