/* SPDX-License-Identifier: GPL-3.0-or-later */
/* English words without their endings.  */
#include "text/stem.h"

#include <stdbool.h>
#include <stdlib.h>
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

static bool
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiouy", c) != NULL;
}

/* Whether the word of LEN bytes ends in END and LEAST bytes with a vowel among
   them stand before it.  */
static bool
ends (const char *word, size_t len, const char *end, size_t least)
{
  size_t n = strlen (end);
  if (len < n + least || memcmp (word + len - n, end, n) != 0)
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
without_ending (char *word, size_t len)
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
  if (ends (word, len, "ly", 4))
    return len - 2;
  return len;
}

static int
compare (const void *word, const void *row)
{
  return strcmp (word, *(const char *const *) row);
}

size_t
stem_word (const char *word, size_t len, char stem[STEM_SIZE])
{
  if (len >= STEM_SIZE)
    len = STEM_SIZE - 1;
  memcpy (stem, word, len);
  stem[len] = '\0';
  const char *const *row
    = bsearch (stem, irregular, sizeof irregular / sizeof *irregular,
               sizeof *irregular, compare);
  if (row)
    {
      strcpy (stem, row[1]);
      return strlen (stem);
    }
  len = without_plural (stem, len);
  len = without_ending (stem, len);
  if (len > 3 && stem[len - 1] == 'e')
    len--;
  else if (len > 3 && stem[len - 1] == 'y')
    stem[len - 1] = 'i';
  stem[len] = '\0';
  return len;
}
