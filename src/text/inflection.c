/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms of English words, by their spelling.  */
#include "text/inflection.h"

#include <stdbool.h>
#include <string.h>

#include "text/irregular.h"

/* More irregular forms, words too short for the rules, and plurals in -ves.  */
static const struct irregular further[] = {
  { "aged", "age" }, { "aging", "age" }, { "arisen", "arise" },
  { "arose", "arise" }, { "awoke", "awake" }, { "awoken", "awake" },
  { "beaten", "beat" }, { "bent", "bend" }, { "bitten", "bite" },
  { "bled", "bleed" }, { "blew", "blow" }, { "blown", "blow" },
  { "borne", "bear" }, { "bred", "breed" }, { "calves", "calf" },
  { "clung", "cling" }, { "crept", "creep" }, { "dealt", "deal" },
  { "died", "die" }, { "doing", "do" }, { "dug", "dig" }, { "dyed", "dye" },
  { "dying", "die" }, { "eyed", "eye" }, { "eyeing", "eye" },
  { "fled", "flee" }, { "flung", "fling" }, { "forbade", "forbid" },
  { "forbidden", "forbid" }, { "foresaw", "foresee" },
  { "foreseen", "foresee" }, { "forgave", "forgive" },
  { "forgiven", "forgive" }, { "forgot", "forget" },
  { "forgotten", "forget" }, { "geese", "goose" }, { "going", "go" },
  { "halves", "half" }, { "iced", "ice" }, { "icing", "ice" },
  { "knelt", "kneel" }, { "knives", "knife" }, { "lain", "lie" },
  { "leapt", "leap" }, { "learnt", "learn" }, { "lied", "lie" },
  { "lit", "light" }, { "loaves", "loaf" }, { "lying", "lie" },
  { "mistaken", "mistake" }, { "mistook", "mistake" },
  { "overcame", "overcome" }, { "overtaken", "overtake" },
  { "overthrew", "overthrow" }, { "overthrown", "overthrow" },
  { "overtook", "overtake" }, { "owed", "owe" }, { "owing", "owe" },
  { "oxen", "ox" }, { "rebuilt", "rebuild" }, { "ridden", "ride" },
  { "rung", "ring" }, { "shaken", "shake" }, { "shelves", "shelf" },
  { "shrank", "shrink" }, { "shrunk", "shrink" }, { "slid", "slide" },
  { "sprang", "spring" }, { "sprung", "spring" }, { "spun", "spin" },
  { "stole", "steal" }, { "striven", "strive" }, { "strove", "strive" },
  { "strung", "string" }, { "stuck", "stick" }, { "stung", "sting" },
  { "swollen", "swell" }, { "swore", "swear" }, { "sworn", "swear" },
  { "swung", "swing" }, { "thieves", "thief" }, { "tied", "tie" },
  { "tying", "tie" }, { "undergone", "undergo" },
  { "undertaken", "undertake" }, { "undertook", "undertake" },
  { "underwent", "undergo" }, { "used", "use" }, { "using", "use" },
  { "withdrawn", "withdraw" }, { "withdrew", "withdraw" },
  { "withheld", "withhold" }, { "withstood", "withstand" },
  { "wolves", "wolf" }, { "wove", "weave" }, { "woven", "weave" },
  { "wrung", "wring" },
};

enum { FURTHER = sizeof further / sizeof *further, BASES = 8 };

/* The words that a word may be a form of, itself first.  */
struct bases
{
  char words[BASES][INFLECTION_SIZE];
  size_t count;
};

static bool
is_vowel (char c)
{
  return c && strchr ("aeiouy", c);
}

static bool
ends (const char *word, size_t len, const char *end)
{
  size_t n = strlen (end);
  return len >= n && memcmp (word + len - n, end, n) == 0;
}

/* Whether a vowel is among the first LEN bytes of WORD.  */
static bool
has_vowel (const char *word, size_t len)
{
  for (size_t i = 0; i < len; i++)
    if (is_vowel (word[i]))
      return true;
  return false;
}

/* Words that only look like a form of another one, sorted.  */
static bool
is_no_form (const char *word, size_t len)
{
  static const char *const others[] = { "bedding", "evening", "news",
                                        "wedding" };
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (strlen (others[i]) == len && memcmp (others[i], word, len) == 0)
      return true;
  return false;
}

/* --- bases -------------------------------------------------------------- */

/* Adds the LEN bytes at WORD with END behind them.  */
static void
add_base (struct bases *bases, const char *word, size_t len, const char *end)
{
  char base[INFLECTION_SIZE];
  if (bases->count == BASES || len + strlen (end) >= INFLECTION_SIZE)
    return;
  memcpy (base, word, len);
  strcpy (base + len, end);
  for (size_t i = 0; i < bases->count; i++)
    if (strcmp (bases->words[i], base) == 0)
      return;
  strcpy (bases->words[bases->count++], base);
}

/* Whether the word of LEN bytes has its last letter twice before -ed and -ing:
   one vowel, and one consonant behind it.  */
static bool
must_double (const char *word, size_t len)
{
  return len >= 2 && !is_vowel (word[len - 1]) && is_vowel (word[len - 2])
         && !strchr ("wx", word[len - 1]) && !has_vowel (word, len - 2);
}

/* Adds what the LEN bytes at WORD, cut off before -ed or -ing, may be of.  */
static void
add_cut (struct bases *bases, const char *word, size_t len)
{
  if (len < 3 || !has_vowel (word, len))
    return;
  char last = word[len - 1];
  if (last == word[len - 2] && !is_vowel (last))
    {
      add_base (bases, word, len, "");
      if (len > 3 && (!strchr ("lsz", last) || (last == 'l' && len > 5)))
        add_base (bases, word, len - 1, "");
      return;
    }
  add_base (bases, word, len, "e");
  if (!must_double (word, len))
    add_base (bases, word, len, "");
}

/* Adds what a word in -s may be the plural or the third person of.  */
static void
add_singular (struct bases *bases, const char *word, size_t len)
{
  if (len < 4 || strchr ("sui", word[len - 2]) || !has_vowel (word, len - 1))
    return;
  if (ends (word, len, "ies"))
    add_base (bases, word, len - 3, "y");
  else if (len > 4 && word[len - 2] == 'e'
           && (strchr ("sxzo", word[len - 3]) || ends (word, len, "ches")
               || ends (word, len, "shes")))
    add_base (bases, word, len - 2, "");
  add_base (bases, word, len - 1, "");
  if (ends (word, len, "ings") && !is_no_form (word, len - 1))
    add_cut (bases, word, len - 4);
}

/* The base of an irregular form, or NULL.  Better is none of good, and them none
   of they: these are other words.  */
static const char *
base_of (const char *word)
{
  static const char *const apart[] = { "good", "he", "they", "we" };
  const char *base = irregular_base (word);
  for (size_t i = 0; base && i < sizeof apart / sizeof *apart; i++)
    if (strcmp (base, apart[i]) == 0)
      return NULL;
  return base ? base : irregular_find (further, FURTHER, word);
}

static void
find_bases (struct bases *bases, const char *word)
{
  size_t len = strlen (word);
  const char *base = base_of (word);
  bases->count = 0;
  add_base (bases, word, len, "");
  if (base)
    add_base (bases, base, strlen (base), "");
  else if (is_no_form (word, len))
    return;
  else if (ends (word, len, "s"))
    add_singular (bases, word, len);
  else if (ends (word, len, "ied") && len > 4)
    add_base (bases, word, len - 3, "y");
  else if (ends (word, len, "eed") && len > 4)
    add_base (bases, word, len - 1, "");
  else if (ends (word, len, "ed"))
    add_cut (bases, word, len - 2);
  else if (ends (word, len, "ing"))
    add_cut (bases, word, len - 3);
}

/* --- forms -------------------------------------------------------------- */

/* The forms being gathered.  */
struct gathering
{
  char (*forms)[INFLECTION_SIZE];
  size_t count;
};

/* Adds FORM where it is one of BASE and not there yet.  */
static void
gather (struct gathering *g, const char *base, const char *form)
{
  struct bases bases;
  if (g->count == INFLECTION_FORMS)
    return;
  for (size_t i = 0; i < g->count; i++)
    if (strcmp (g->forms[i], form) == 0)
      return;
  find_bases (&bases, form);
  for (size_t i = 0; i < bases.count; i++)
    if (strcmp (bases.words[i], base) == 0)
      {
        strcpy (g->forms[g->count++], form);
        return;
      }
}

/* Adds the LEN bytes at STEM, which are of BASE, with all endings.  */
static void
gather_endings (struct gathering *g, const char *base, const char *stem,
                size_t len)
{
  static const char *const endings[]
    = { "", "s", "es", "ed", "ing", "ings", "ies", "ied" };
  char form[INFLECTION_SIZE];
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
    if (len + strlen (endings[i]) < INFLECTION_SIZE)
      {
        memcpy (form, stem, len);
        strcpy (form + len, endings[i]);
        gather (g, base, form);
      }
}

/* Adds the forms that TABLE of COUNT rows has for BASE.  */
static void
gather_irregular (struct gathering *g, const char *base,
                  const struct irregular *table, size_t count)
{
  for (size_t i = 0; i < count; i++)
    if (strcmp (table[i].base, base) == 0)
      gather (g, base, table[i].form);
}

/* Adds all forms of BASE.  */
static void
gather_forms (struct gathering *g, const char *base)
{
  size_t len = strlen (base);
  char doubled[INFLECTION_SIZE + 1];
  gather_endings (g, base, base, len);
  gather_endings (g, base, base, len - 1);
  memcpy (doubled, base, len);
  doubled[len] = base[len - 1];
  gather_endings (g, base, doubled, len + 1);
  gather_irregular (g, base, irregular_common, irregular_common_count);
  gather_irregular (g, base, further, FURTHER);
}

size_t
inflection_forms (const char *word, size_t len,
                  char forms[INFLECTION_FORMS][INFLECTION_SIZE])
{
  struct bases bases;
  struct gathering g = { forms, 1 };
  if (len == 0 || len + 6 >= INFLECTION_SIZE || memchr (word, 0, len))
    return 0;
  memcpy (forms[0], word, len);
  forms[0][len] = '\0';
  find_bases (&bases, forms[0]);
  for (size_t i = 0; i < bases.count; i++)
    gather_forms (&g, bases.words[i]);
  return g.count;
}
