/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The query language of the search: from what a reader types to a tree.
   Pure.  */
#ifndef INDEX_QUERY_H
#define INDEX_QUERY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/vec.h"
#include "index/token.h"

/* A query of at most so many bytes, with at most so many terms.  */
enum { QUERY_BYTES = 4096, QUERY_TERMS = 64, QUERY_NEAR_MOST = 1000 };

/* A token that is looked for, in all the forms that count as the same; what was
   typed comes first.  */
struct form
{
  char *text;
  size_t len;
  unsigned cp; /* of TOKEN_HAN */
};

struct element
{
  enum token_kind kind;
  struct VEC (struct form) forms;
};

/* The marks at one end of a quotation, folded; LEN 0 for none.  */
struct edge
{
  char text[TOKEN_MARK_MOST];
  size_t len;
};

/* A row of tokens that must stand one behind the other.  */
struct term
{
  struct VEC (struct element) elements;
  struct edge before; /* the marks before the first one must end so, */
  struct edge behind; /* those behind the last one begin so: the index can't be
                         asked for it, the texts must */
  int side;       /* enum side; -1 for both */
  bool prefix;    /* the last word need only begin like one of its forms */
  bool exact;     /* as it is spelled: no endings, no other writing */
  bool negated;   /* it stands below a `-` and is not looked for in texts */
};

enum query_kind
{
  QUERY_TERM,       /* `term` */
  QUERY_AND,        /* all of `parts` */
  QUERY_OR,         /* any of them */
  QUERY_NOT,        /* not the one part; only inside a QUERY_AND */
  QUERY_NEAR,       /* two terms with at most `distance` words between */
  QUERY_PAGE,       /* the document's page is `words` */
  QUERY_COLLECTION  /* the name of its collection is `words` */
};

struct query_node
{
  enum query_kind kind;
  struct VEC (size_t) parts; /* indices of nodes */
  size_t term;               /* index of a term */
  int distance;
  char *words;
};

/* Conditions on whole documents that the notebook answers.  */
struct query_note
{
  char *tag;   /* NULL: has a note at all */
  bool negated;
};

enum { QUERY_DATE = 16 };

struct query
{
  struct VEC (struct query_node) nodes;
  struct VEC (struct term) terms;
  struct VEC (struct query_note) notes;
  size_t root;            /* index of a node */
  char from[QUERY_DATE];  /* the document's date, as far as it is given; both */
  char until[QUERY_DATE]; /* included; "" for any */
};

/* Reads the LEN bytes at TEXT:
     钢铁 furnace          both must stand in the document, anywhere
     "steel furnace"       one behind the other, as they stand there
     "。省委"              marks at the ends of a quotation must stand there too
     steel* "blast furn"*  a word that begins so
     -word -"two words"    must not stand in it
     a OR b, (a OR b) c    either; OR binds less than standing side by side
     a NEAR b, a NEAR/5 b  with at most 10 (5) words or characters between
     o:word t:"two words"  in the original, in the translation
     =word ="two words"    as it is spelled
     date:1958 date:1958-09..1959 page:2 collection:NAME tag:NAME has:note
   Words are compared with case, accents, width and the endings of plurals and
   verbs folded, and simplified with traditional characters, unless EXACT.
   NULL: ERR_USAGE with the part in WHERE, its byte in `offset` and what is wrong
   with it in DETAIL, for gettext; ERR_ENCODING.  The caller frees it.  */
struct query *query_parse (const char *text, size_t len, bool exact,
                           struct err *err);

/* A query for the LEN bytes at TEXT as they are, whatever signs are in them.
   NULL with ERR_USAGE where there is no word in them.  */
struct query *query_literal (const char *text, size_t len, bool exact,
                             struct err *err);
/* The same for what is being typed to be found in the text at hand: the last
   word need only begin so, and of text without a word nothing comes.  NULL
   where there is none.  */
struct query *query_typed (const char *text, size_t len);
void query_free (struct query *query);

/* About how many bytes an occurrence of a term may be long.  */
size_t query_reach (const struct query *query);

/* Whether a term has marks at its ends: then the texts must tell which documents
   fit.  */
bool query_has_edges (const struct query *query);

/* Whether two queries differ in nothing but the forms of EXACT: whether folding
   can find more than what was typed.  */
bool query_folds (const struct query *query);

#endif
