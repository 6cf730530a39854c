/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that read queries share.  Internal to index/.  */
#ifndef INDEX_QUERY_PARSER_H
#define INDEX_QUERY_PARSER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/range.h"
#include "index/query.h"

#define NO_NODE ((size_t) -1)

/* A query being read.  */
struct parser
{
  const char *text;
  size_t len;
  size_t at;
  bool exact;
  int depth;    /* of parentheses */
  int side;     /* that `o:` or `t:` before a parenthesis asks for; or -1 */
  bool negated; /* below a `-` */
  struct query *query;
  struct err *err;
  bool failed;
};

/* --- characters and words (query_words.c) ------------------------------- */

/* Says that what stands from byte START on is WRONG.  Returns NO_NODE.  */
size_t parser_fail (struct parser *p, size_t start, const char *wrong);

void parser_skip_space (struct parser *p);

/* The code point at byte AT and in *NEXT where it ends; 0 at the end.  */
unsigned parser_look (const struct parser *p, size_t at, size_t *next);

/* Takes CP or WIDE, its full-width form.  */
bool parser_take (struct parser *p, unsigned cp, unsigned wide);

/* Whether white space or the end stands at byte AT.  */
bool parser_at_space (const struct parser *p, size_t at);

/* Whether WORD, in capitals, stands at `at` as a word of its own; takes it.  */
bool parser_stands (const struct parser *p, const char *word);
bool parser_take_word (struct parser *p, const char *word);

/* Takes the quoted part that begins at `at` into *INSIDE; false where none
   does.  */
bool parser_take_quoted (struct parser *p, struct range *inside);

/* Takes what stands up to the next space, quote or parenthesis.  */
struct range parser_take_bare (struct parser *p);

/* The node of the term in bytes RANGE, a quotation or not, or NO_NODE where it has
   no words.  */
size_t parser_add_term (struct parser *p, struct range range, bool quoted,
                        bool exact, size_t start);

/* The node of a word, or of several in quotes.  */
size_t parser_read_term (struct parser *p, size_t start);

/* --- nodes (query_words.c) ---------------------------------------------- */

size_t parser_add (struct parser *p, enum query_kind kind);
struct query_node *parser_node (struct parser *p, size_t index);

/* A node of KIND over the one PART.  */
size_t parser_add_over (struct parser *p, enum query_kind kind, size_t part);

/* Adds PART to *NODE, which becomes one of KIND where it is another.  */
void parser_join (struct parser *p, enum query_kind kind, size_t *node,
                  size_t part);

/* --- conditions (query_fields.c) ---------------------------------------- */

/* Takes NAME and a colon, where they stand at `at`.  */
bool parser_take_name (struct parser *p, const char *name);

/* Reads a condition such as page:2 into *NODE; false where none stands at
   `at`.  */
bool parser_read_field (struct parser *p, size_t *node);

#endif
