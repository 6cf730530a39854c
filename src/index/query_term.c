/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terms of a query, with the forms of each word that count as the same.  */
#include "index/query_term.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "index/variants.h"
#include "text/inflection.h"

static void
add_form (struct element *element, const char *text, size_t len, unsigned cp)
{
  VEC_PUSH (&element->forms, (struct form) { mem_copy (text, len), len, cp });
}

/* Whether TOKEN is an English word: letters of ASCII and nothing else.  */
static bool
is_english (const struct token *token)
{
  for (size_t i = 0; i < token->len; i++)
    if (token->text[i] < 'a' || token->text[i] > 'z')
      return false;
  return true;
}

/* Adds the other forms of TOKEN.  */
static void
add_forms (struct element *element, const struct token *token)
{
  char words[INFLECTION_FORMS][INFLECTION_SIZE];
  unsigned variants[VARIANTS_MOST];
  if (token->kind == TOKEN_HAN)
    for (size_t i = 0, n = variants_of (token->cp, variants); i < n; i++)
      {
        char text[4];
        add_form (element, text, utf8_put (text, variants[i]), variants[i]);
      }
  else if (token->kind == TOKEN_WORD && is_english (token))
    for (size_t i = 1, n = inflection_forms (token->text, token->len, words);
         i < n; i++)
      add_form (element, words[i], strlen (words[i]), 0);
}

static void
element_clear (struct element *element)
{
  for (size_t i = 0; i < element->forms.len; i++)
    free (element->forms.items[i].text);
  VEC_FREE (&element->forms);
}

void
term_clear (struct term *term)
{
  for (size_t i = 0; i < term->elements.len; i++)
    element_clear (&term->elements.items[i]);
  VEC_FREE (&term->elements);
}

static void
add_element (struct term *term, const struct token *token)
{
  struct element element = { .kind = token->kind };
  add_form (&element, token->text, token->len, token->cp);
  if (!term->exact)
    add_forms (&element, token);
  VEC_PUSH (&term->elements, element);
}

static void
take_edge (struct edge *edge, const struct token *mark)
{
  if (mark->len > sizeof edge->text)
    return;
  memcpy (edge->text, mark->text, mark->len);
  edge->len = mark->len;
}

/* Takes the marks with which TERM ends off.  */
static void
trim_end (struct term *term)
{
  size_t last = term->elements.len;
  if (last == 0 || term->elements.items[last - 1].kind != TOKEN_MARK)
    return;
  element_clear (&term->elements.items[last - 1]);
  term->elements.len--;
}

void
term_as_prefix (struct term *term)
{
  struct element *last = &term->elements.items[term->elements.len - 1];
  term->prefix = true;
  term->behind.len = 0;
  if (last->kind != TOKEN_WORD)
    return;
  for (size_t i = 1; i < last->forms.len; i++)
    free (last->forms.items[i].text);
  last->forms.len = 1;
}

bool
term_fill (struct term *term, const char *text, size_t len, bool edges)
{
  struct tokens tokens;
  struct token token = { .len = 0 };
  tokens_begin (&tokens, text, len);
  while (tokens_next (&tokens, &token))
    if (token.kind != TOKEN_MARK || term->elements.len > 0)
      add_element (term, &token);
    else if (edges)
      take_edge (&term->before, &token);
  if (edges && term->elements.len > 0 && token.kind == TOKEN_MARK)
    take_edge (&term->behind, &token);
  trim_end (term);
  return term->elements.len > 0;
}
