/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words and terms that are known when keywords are looked for.  */
#include "ingest/terms_known.h"

#include <string.h>

#include "align/dictionary.h"
#include "index/sample.h"
#include "store/keywords.h"
#include "store/notebook_terms.h"

static size_t
prefixes (const void *data, const char *text, const size_t *starts,
          size_t most, size_t *found)
{
  return dictionary_prefixes (data, text, starts, most, found);
}

static void
learn_word (enum tongue tongue, const char *word, size_t len, void *data)
{
  wordbook_learn (data, tongue, word, len);
}

/* Gives BOOK what the reader added; what can't be read is missing.  */
static void
give_own (struct notebook *notebook, struct wordbook *book)
{
  struct own_terms terms = { 0 };
  if (notebook)
    notebook_terms (notebook, &terms, NULL);
  for (size_t i = 0; i < terms.len; i++)
    if (terms.items[i].choice == TERM_ADDED)
      wordbook_give (book, terms.items[i].text, strlen (terms.items[i].text));
  own_terms_free (&terms);
}

struct wordbook *
wordbook_make (struct library *library, struct notebook *notebook,
               const struct align_aids *aids,
               struct document *(*sample) (void *data), void *data)
{
  struct wordbook *book = wordbook_new ();
  struct sample texts = { { { .text = BUF_INIT } } };
  struct document *document;
  for (size_t i = 0; aids && i < aids->dictionaries; i++)
    wordbook_add_source (book, (struct word_source) { aids->dictionary[i],
                                                      prefixes });
  give_own (notebook, book);
  /* What can't be read there is missing here, and the next question says so.  */
  library_found_terms (library, learn_word, book, NULL);
  for (bool more = true; more && (document = sample (data));)
    {
      more = sample_add (&texts, document);
      document_free (document);
    }
  sample_learn (&texts, book);
  sample_free (&texts);
  return book;
}
