/* SPDX-License-Identifier: GPL-3.0-or-later */
/* English abbreviations, and the words that open English sentences.  */
#include "text/abbreviation.h"

#include <stdlib.h>
#include <string.h>

#include "text/ascii.h"

enum { LONGEST = 12 };

struct entry
{
  const char *word; /* small letters, without the last full stop */
  enum abbreviation kind;
};

#define NAME(word) { word, ABBREVIATION_BEFORE_NAME }
#define NUMBER(word) { word, ABBREVIATION_BEFORE_NUMBER }
#define ANY(word) { word, ABBREVIATION_ANYWHERE }

/* In the order of strcmp.  Words that are also plain words (art, fig, sun, sat,
   mar) are left out or stand only for numbers.  */
static const struct entry entries[] = {
  NAME ("adm"), ANY ("approx"), ANY ("apr"), NUMBER ("art"), ANY ("assn"),
  ANY ("aug"), ANY ("ave"), ANY ("bbl"), NAME ("brig"), ANY ("bros"),
  NAME ("capt"), ANY ("cc"), NAME ("cf"), NUMBER ("ch"), NUMBER ("chap"),
  ANY ("cm"), ANY ("cmdr"), ANY ("co"), NAME ("col"), NAME ("comdr"),
  ANY ("corp"), ANY ("cwt"), ANY ("dec"), ANY ("dept"), ANY ("dist"),
  NAME ("dr"), ANY ("ed"), ANY ("eds"), ANY ("esq"), ANY ("est"),
  ANY ("etc"), ANY ("feb"), NUMBER ("fig"), NUMBER ("figs"), ANY ("ft"),
  NAME ("gen"), NAME ("gov"), ANY ("govt"), ANY ("hon"), ANY ("hp"),
  ANY ("hr"), ANY ("hrs"), ANY ("ibid"), ANY ("inc"), ANY ("jan"),
  ANY ("jr"), ANY ("kg"), ANY ("km"), ANY ("kva"), ANY ("kw"), ANY ("kwh"),
  ANY ("lb"), ANY ("lbs"), NAME ("lieut"), NAME ("lt"), ANY ("ltd"),
  NAME ("maj"), ANY ("max"), NAME ("messrs"), ANY ("mfg"), ANY ("mg"),
  ANY ("min"), NAME ("mlle"), ANY ("mm"), NAME ("mme"), NAME ("mr"),
  NAME ("mrs"), NAME ("ms"), ANY ("mt"), NUMBER ("no"), NUMBER ("nos"),
  ANY ("nov"), ANY ("oct"), ANY ("oz"), NUMBER ("par"),
  ANY ("ph"), NUMBER ("pp"), NAME ("pres"), NAME ("prof"), ANY ("pt"),
  NAME ("rep"), NAME ("rev"), ANY ("sec"), NAME ("sen"), ANY ("sept"),
  NAME ("sgt"), ANY ("sq"), ANY ("sr"), NAME ("st"), ANY ("supt"),
  ANY ("univ"), ANY ("viz"), NUMBER ("vol"), NUMBER ("vols"), NAME ("vs"),
  ANY ("yd"), ANY ("yds"),
};

/* In the order of strcmp.  "first", "one" and the like are left out: they open
   names too (U.S. First Army).  */
static const char *const openers[] = {
  "a", "about", "according", "after", "although", "an", "and", "another",
  "are", "as", "at", "because", "before", "both", "but", "by", "can", "did",
  "do", "does", "during", "each", "even", "every", "finally", "for", "from",
  "he", "her", "here", "his", "how", "however", "i", "if", "in", "is", "it",
  "its", "many", "meanwhile", "more", "moreover", "most", "my", "nevertheless",
  "not", "now", "of", "on", "only", "our", "she", "since", "so", "some",
  "such", "that", "the", "their", "then", "there", "therefore", "these",
  "they", "this", "those", "though", "thus", "to", "today", "under", "until",
  "was", "we", "were", "what", "when", "where", "which", "while", "who", "why",
  "will", "with", "would", "yes", "yet", "you", "your",
};

/* In the order of strcmp.  */
static const char *const sayings[] = {
  "added", "answered", "asked", "cried", "declared", "demanded", "exclaimed",
  "replied", "said", "says", "shouted", "wrote", "yelled",
};

static int
compare_entry (const void *word, const void *entry)
{
  return strcmp (word, ((const struct entry *) entry)->word);
}

static int
compare_word (const void *word, const void *entry)
{
  return strcmp (word, *(const char *const *) entry);
}

/* The LEN bytes at TEXT in small letters; false where they are too many.  */
static bool
small (const char *text, size_t len, char word[LONGEST + 1])
{
  if (len > LONGEST)
    return false;
  for (size_t i = 0; i < len; i++)
    word[i] = ascii_to_lower (text[i]);
  word[len] = '\0';
  return true;
}

/* U.S.S.R, h.p, Ph.D: one or two letters between full stops.  */
static enum abbreviation
dotted (const char *word)
{
  size_t run = 0;
  for (; *word; word++)
    {
      run = *word == '.' ? 0 : run + 1;
      if (run > 2)
        return ABBREVIATION_NONE;
    }
  return ABBREVIATION_ANYWHERE;
}

enum abbreviation
abbreviation_before (const char *text, size_t from, size_t end)
{
  size_t start = end;
  while (start > from && end - start <= LONGEST
         && (ascii_is_alpha ((unsigned char) text[start - 1])
             || text[start - 1] == '.'))
    start--;
  char word[LONGEST + 1];
  if (start == end || !small (text + start, end - start, word)
      || (start > from && (text[start - 1] == '\''
                           || (unsigned char) text[start - 1] == 0x99)))
    return ABBREVIATION_NONE;
  if (strcmp (word, "e.g") == 0 || strcmp (word, "i.e") == 0)
    return ABBREVIATION_BEFORE_NAME;
  /* An initial, or p. 5 and the letters of mathematics.  */
  if (end - start == 1)
    return ascii_is_upper ((unsigned char) text[start])
             ? ABBREVIATION_ANYWHERE
             : ABBREVIATION_BEFORE_NUMBER;
  if (strchr (word, '.'))
    return dotted (word);
  const struct entry *entry
    = bsearch (word, entries, sizeof entries / sizeof *entries,
               sizeof *entries, compare_entry);
  return entry ? entry->kind : ABBREVIATION_NONE;
}

/* Whether the ASCII word at byte AT, before END, is one of the COUNT in TABLE,
   which is in order.  */
static bool
is_one_of (const char *text, size_t at, size_t end, const char *const *table,
           size_t count)
{
  size_t len = 0;
  char word[LONGEST + 1];
  while (at + len < end && len <= LONGEST
         && ascii_is_alpha ((unsigned char) text[at + len]))
    len++;
  return small (text + at, len, word)
         && bsearch (word, table, count, sizeof *table, compare_word) != NULL;
}

bool
abbreviation_opener (const char *text, size_t at, size_t end)
{
  return is_one_of (text, at, end, openers, sizeof openers / sizeof *openers);
}

bool
abbreviation_saying (const char *text, size_t at, size_t end)
{
  return is_one_of (text, at, end, sayings, sizeof sayings / sizeof *sayings);
}
