/* SPDX-License-Identifier: GPL-3.0-or-later */
/* English words without their endings.  */
#include "text/stem.h"

#include <stdbool.h>
#include <string.h>

/* Irregular forms and the stem of the word they belong to, sorted.  */
static const char *const irregular[][2] = {
  { "am", "be" },          { "are", "be" },         { "ate", "eat" },
  { "became", "becom" },   { "been", "be" },        { "began", "begin" },
  { "begun", "begin" },    { "being", "be" },       { "best", "good" },
  { "better", "good" },    { "bought", "buy" },     { "brethren", "brother" },
  { "broke", "break" },    { "broken", "break" },   { "brought", "bring" },
  { "built", "build" },    { "burnt", "burn" },     { "came", "com" },
  { "caught", "catch" },   { "children", "child" }, { "chose", "choos" },
  { "chosen", "choos" },   { "did", "do" },         { "does", "do" },
  { "done", "do" },        { "drank", "drink" },    { "drawn", "draw" },
  { "drew", "draw" },      { "driven", "driv" },    { "drove", "driv" },
  { "drunk", "drink" },    { "eaten", "eat" },      { "fallen", "fall" },
  { "fed", "feed" },       { "feet", "foot" },      { "fell", "fall" },
  { "felt", "feel" },      { "flew", "fly" },       { "flown", "fly" },
  { "fought", "fight" },   { "found", "find" },     { "froze", "freez" },
  { "frozen", "freez" },   { "gave", "giv" },       { "given", "giv" },
  { "goes", "go" },        { "gone", "go" },        { "got", "get" },
  { "gotten", "get" },     { "grew", "grow" },      { "grown", "grow" },
  { "had", "hav" },        { "has", "hav" },        { "heard", "hear" },
  { "held", "hold" },      { "hid", "hid" },        { "hidden", "hid" },
  { "him", "he" },         { "hung", "hang" },      { "is", "be" },
  { "kept", "keep" },      { "knew", "know" },      { "known", "know" },
  { "laid", "lay" },       { "led", "lead" },       { "left", "leav" },
  { "lent", "lend" },      { "lost", "los" },       { "made", "mak" },
  { "meant", "mean" },     { "men", "man" },        { "met", "meet" },
  { "mice", "mous" },      { "paid", "pay" },
  { "ran", "run" },        { "rang", "ring" },      { "risen", "ris" },
  { "rode", "rid" },       { "rose", "ris" },       { "said", "say" },
  { "sang", "sing" },      { "sank", "sink" },      { "sat", "sit" },
  { "saw", "see" },        { "seen", "see" },       { "sent", "send" },
  { "shone", "shin" },     { "shook", "shak" },     { "shot", "shoot" },
  { "shown", "show" },     { "slept", "sleep" },    { "sold", "sell" },
  { "sought", "seek" },    { "spent", "spend" },    { "spoke", "speak" },
  { "spoken", "speak" },   { "stolen", "steal" },   { "stood", "stand" },
  { "struck", "strik" },   { "sung", "sing" },      { "swam", "swim" },
  { "swept", "sweep" },    { "taken", "tak" },      { "taught", "teach" },
  { "teeth", "tooth" },    { "them", "they" },      { "thought", "think" },
  { "threw", "throw" },    { "thrown", "throw" },   { "told", "tell" },
  { "took", "tak" },       { "tore", "tear" },      { "torn", "tear" },
  { "understood", "understand" },
  { "us", "we" },          { "was", "be" },         { "went", "go" },
  { "wept", "weep" },      { "were", "be" },        { "wives", "wif" },
  { "woke", "wak" },       { "women", "woman" },    { "won", "win" },
  { "wore", "wear" },      { "worn", "wear" },      { "written", "writ" },
  { "wrote", "writ" },
};

enum { IRREGULAR = sizeof irregular / sizeof *irregular };

static inline unsigned
letter_bit (char c)
{
  return c >= 'a' && c <= 'z' ? 1u << (c - 'a') : 0;
}

static inline bool
is_vowel (char c)
{
  static const unsigned vowels = 1u << ('a' - 'a') | 1u << ('e' - 'a')
                                 | 1u << ('i' - 'a') | 1u << ('o' - 'a')
                                 | 1u << ('u' - 'a') | 1u << ('y' - 'a');
  return (letter_bit (c) & vowels) != 0;
}

/* Whether the word of LEN bytes ends in END and LEAST bytes with a vowel among
   them stand before it.  */
static inline bool
ends (const char *word, size_t len, const char *end, size_t least)
{
  size_t n = strlen (end);
  if (len < n + least || word[len - 1] != end[n - 1]
      || memcmp (word + len - n, end, n) != 0)
    return false;
  for (size_t i = 0; i < len - n; i++)
    if (is_vowel (word[i]))
      return true;
  return false;
}

/* What is left when -ed, -ing have gone: one letter of two goes too.  */
static size_t
undouble (const char *word, size_t len)
{
  if (len > 3 && word[len - 1] == word[len - 2] && !is_vowel (word[len - 1])
      && !strchr ("lsz", word[len - 1]))
    return len - 1;
  return len;
}

static size_t
without_plural (char *word, size_t len)
{
  if (ends (word, len, "ies", 2))
    {
      word[len - 3] = 'y';
      return len - 2;
    }
  if (ends (word, len, "sses", 1) || ends (word, len, "xes", 2)
      || ends (word, len, "ches", 2) || ends (word, len, "shes", 2))
    return len - 2;
  if (ends (word, len, "s", 3) && !strchr ("sui", word[len - 2]))
    return len - 1;
  return len;
}

static size_t
without_ending (char *word, size_t len, bool adverbs)
{
  if (ends (word, len, "ied", 2))
    {
      word[len - 3] = 'y';
      return len - 2;
    }
  if (ends (word, len, "ed", 3) && word[len - 3] != 'e')
    return undouble (word, len - 2);
  if (ends (word, len, "ing", 3))
    return undouble (word, len - 3);
  if (adverbs && ends (word, len, "ly", 4))
    return len - 2;
  return len;
}

/* Takes the endings off STEM, LEN bytes long; -ly only where ADVERBS.  */
static size_t
without_endings (char *stem, size_t len, bool adverbs)
{
  len = without_plural (stem, len);
  len = without_ending (stem, len, adverbs);
  if (len > 3 && stem[len - 1] == 'e')
    len--;
  else if (len > 3 && stem[len - 1] == 'y')
    stem[len - 1] = 'i';
  stem[len] = '\0';
  return len;
}

/* The first two bytes of WORD, which is not empty, as a number that sorts.  */
static inline int
first_two (const char *word)
{
  return (unsigned char) word[0] << 8 | (unsigned char) word[1];
}

/* The stem that TABLE of COUNT rows has for WORD, or NULL.  */
static const char *
irregular_stem (const char *const (*table)[2], size_t count, const char *word)
{
  if (!*word)
    return NULL;
  while (count > 0)
    {
      size_t half = count / 2;
      const char *form = table[half][0];
      int order = first_two (word) - first_two (form);
      if (order == 0)
        order = strcmp (word, form);
      if (order == 0)
        return table[half][1];
      if (order > 0)
        {
          table += half + 1;
          count -= half + 1;
        }
      else
        count = half;
    }
  return NULL;
}

/* Copies the word of LEN bytes to STEM, cut; returns its length.  */
static size_t
copy_word (const char *word, size_t len, char stem[STEM_SIZE])
{
  if (len >= STEM_SIZE)
    len = STEM_SIZE - 1;
  memcpy (stem, word, len);
  stem[len] = '\0';
  return len;
}

size_t
stem_word (const char *word, size_t len, char stem[STEM_SIZE])
{
  len = copy_word (word, len, stem);
  const char *other = irregular_stem (irregular, IRREGULAR, stem);
  if (!other)
    return without_endings (stem, len, true);
  strcpy (stem, other);
  return strlen (stem);
}

/* --- forms -------------------------------------------------------------- */

/* Irregular forms that are none of an inflection, but other words.  */
static bool
is_other_word (const char *word)
{
  static const char *const others[] = { "best", "better", "him", "them",
                                        "us" };
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (strcmp (word, others[i]) == 0)
      return true;
  return false;
}

/* Forms of words too short for the rules, and plurals in -ves, sorted.  */
static const char *const inflected[][2] = {
  { "aged", "age" },       { "aging", "age" },      { "calves", "calf" },
  { "died", "die" },       { "doing", "do" },       { "dyed", "dye" },
  { "dying", "die" },      { "eyed", "eye" },       { "eyeing", "eye" },
  { "geese", "goos" },     { "going", "go" },       { "halves", "half" },
  { "iced", "ice" },       { "icing", "ice" },      { "knives", "knif" },
  { "lied", "lie" },       { "loaves", "loaf" },    { "lying", "lie" },
  { "owed", "owe" },       { "owing", "owe" },      { "oxen", "ox" },
  { "shelves", "shelf" },  { "thieves", "thief" },  { "tied", "tie" },
  { "tying", "tie" },      { "used", "use" },       { "using", "use" },
  { "wolves", "wolf" },
};

enum { INFLECTED = sizeof inflected / sizeof *inflected };

size_t
stem_inflection (const char *word, size_t len, char stem[STEM_SIZE])
{
  len = copy_word (word, len, stem);
  if (is_other_word (stem))
    return len;
  const char *other = irregular_stem (irregular, IRREGULAR, stem);
  if (!other)
    other = irregular_stem (inflected, INFLECTED, stem);
  if (!other)
    return without_endings (stem, len, false);
  strcpy (stem, other);
  return strlen (stem);
}

/* The forms being gathered.  */
struct gathering
{
  const char *stem;
  char (*forms)[STEM_SIZE];
  size_t count;
};

/* Adds FORM where it has the stem and is not there yet.  */
static void
gather (struct gathering *g, const char *form)
{
  char stem[STEM_SIZE];
  size_t len = strlen (form);
  stem_inflection (form, len, stem);
  if (g->count == STEM_FORMS || strcmp (stem, g->stem) != 0)
    return;
  for (size_t i = 0; i < g->count; i++)
    if (strcmp (g->forms[i], form) == 0)
      return;
  memcpy (g->forms[g->count++], form, len + 1);
}

/* Adds BASE, of LEN bytes, with all endings.  */
static void
gather_endings (struct gathering *g, const char *base, size_t len)
{
  static const char *const endings[] = { "", "s", "es", "ed", "ing", "ings" };
  char form[STEM_SIZE];
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
    if (len + strlen (endings[i]) < STEM_SIZE)
      {
        memcpy (form, base, len);
        strcpy (form + len, endings[i]);
        gather (g, form);
      }
}

/* Adds the forms that TABLE of COUNT rows has for the stem.  */
static void
gather_irregular (struct gathering *g, const char *const (*table)[2],
                  size_t count)
{
  for (size_t i = 0; i < count; i++)
    if (strcmp (table[i][1], g->stem) == 0)
      gather (g, table[i][0]);
}

size_t
stem_forms (const char *word, size_t len, char forms[STEM_FORMS][STEM_SIZE])
{
  char stem[STEM_SIZE], base[STEM_SIZE];
  struct gathering g = { stem, forms, 1 };
  if (len == 0 || len + 6 >= STEM_SIZE)
    return 0;
  copy_word (word, len, forms[0]);
  len = stem_inflection (word, len, stem);
  memcpy (base, stem, len);
  gather_endings (&g, base, len);
  base[len] = 'e';
  gather_endings (&g, base, len + 1);
  base[len] = stem[len - 1];
  gather_endings (&g, base, len + 1);
  if (stem[len - 1] == 'i')
    {
      base[len - 1] = 'y';
      gather_endings (&g, base, len);
      base[len - 1] = 'i';
      base[len] = 'e';
      gather_endings (&g, base, len + 1);
    }
  gather_irregular (&g, irregular, IRREGULAR);
  gather_irregular (&g, inflected, INFLECTED);
  return g.count;
}
