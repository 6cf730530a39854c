/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notebook: the reader's own list of terms, which overrides the keyword index
   (keywords.h).  */
#ifndef STORE_NOTEBOOK_TERMS_H
#define STORE_NOTEBOOK_TERMS_H

#include <stdbool.h>

#include "base/err.h"
#include "base/vec.h"
#include "store/notebook.h"

enum term_choice
{
  TERM_ADDED,  /* a term wherever it stands */
  TERM_HIDDEN, /* in no index */
  TERM_JOINED, /* counted with another term */
  TERM_CHOICES
};

/* "added", "hidden", "joined": in commands and records.  */
const char *term_choice_name (enum term_choice choice);

struct own_term
{
  char *text;   /* as the reader wrote it */
  enum term_choice choice;
  char *joined; /* TERM_JOINED: the other term; else "" */
};

struct own_terms VEC (struct own_term);

void own_terms_free (struct own_terms *terms);

/* Appends the list, by text.  */
bool notebook_terms (struct notebook *notebook, struct own_terms *terms,
                     struct err *err);

/* Puts TEXT into the list, in place of what was said of it before; JOINED (may be
   NULL) is the other term.  ERR_ENCODING; ERR_USAGE where one is joined with
   itself.  */
bool notebook_put_term (struct notebook *notebook, const char *text,
                        enum term_choice choice, const char *joined,
                        struct err *err);

/* Takes TEXT out of the list; *CHOICE (may be NULL) is what was said of it.
   ERR_NOT_FOUND.  */
bool notebook_drop_term (struct notebook *notebook, const char *text,
                         enum term_choice *choice, struct err *err);

#endif
