/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding the quantities of a text: the table of languages.  */
#include "number/recognise.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "number/recognise_private.h"

static const struct language *const languages[]
  = { &language_zh, &language_en, NULL };

/* Sets the bit of the first character of the LEN bytes at TEXT, and returns
   where it ends.  */
static size_t
mark (struct recogniser *r, const char *text, size_t len)
{
  size_t at = 0;
  unsigned cp = utf8_next (text, len, &at);
  if (cp < 65536)
    r->begins[cp / 8] |= (uint8_t) (1u << cp % 8);
  return at;
}

static void
mark_all (struct recogniser *r, const struct language *language)
{
  for (const struct word *const *t = language->tables; *t; t++)
    for (const struct word *w = *t; w->text; w++)
      if (w->class & language->beginnings)
        mark (r, w->text, strlen (w->text));
  for (const char *s = language->also; *s;)
    s += mark (r, s, strlen (s));
}

struct recogniser *
recogniser_new (const char *lang)
{
  for (const struct language *const *l = languages; *l; l++)
    if (strcmp ((*l)->name, lang) == 0)
      {
        struct recogniser *recogniser = mem_new (1, sizeof *recogniser);
        recogniser->wordlist = wordlist_new ((*l)->tables);
        recogniser->run = (*l)->run;
        mark_all (recogniser, *l);
        return recogniser;
      }
  return NULL;
}

void
recogniser_free (struct recogniser *recogniser)
{
  if (recogniser)
    wordlist_free (recogniser->wordlist);
  free (recogniser);
}

void
recognise (const struct recogniser *recogniser, const char *text,
           struct range within, struct quantities *out)
{
  recogniser->run (recogniser, text, within, out);
}
