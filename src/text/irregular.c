/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Irregular forms of English words.  */
#include "text/irregular.h"

#include <string.h>

const struct irregular irregular_common[] = {
  { "am", "be" }, { "are", "be" }, { "ate", "eat" }, { "became", "become" },
  { "been", "be" }, { "began", "begin" }, { "begun", "begin" },
  { "being", "be" }, { "best", "good" }, { "better", "good" },
  { "bought", "buy" }, { "brethren", "brother" }, { "broke", "break" },
  { "broken", "break" }, { "brought", "bring" }, { "built", "build" },
  { "burnt", "burn" }, { "came", "come" }, { "caught", "catch" },
  { "children", "child" }, { "chose", "choose" }, { "chosen", "choose" },
  { "did", "do" }, { "does", "do" }, { "done", "do" }, { "drank", "drink" },
  { "drawn", "draw" }, { "drew", "draw" }, { "driven", "drive" },
  { "drove", "drive" }, { "drunk", "drink" }, { "eaten", "eat" },
  { "fallen", "fall" }, { "fed", "feed" }, { "feet", "foot" },
  { "fell", "fall" }, { "felt", "feel" }, { "flew", "fly" },
  { "flown", "fly" }, { "fought", "fight" }, { "found", "find" },
  { "froze", "freeze" }, { "frozen", "freeze" }, { "gave", "give" },
  { "given", "give" }, { "goes", "go" }, { "gone", "go" }, { "got", "get" },
  { "gotten", "get" }, { "grew", "grow" }, { "grown", "grow" },
  { "had", "have" }, { "has", "have" }, { "heard", "hear" },
  { "held", "hold" }, { "hid", "hide" }, { "hidden", "hide" },
  { "him", "he" }, { "hung", "hang" }, { "is", "be" }, { "kept", "keep" },
  { "knew", "know" }, { "known", "know" }, { "laid", "lay" },
  { "led", "lead" }, { "left", "leave" }, { "lent", "lend" },
  { "lost", "lose" }, { "made", "make" }, { "meant", "mean" },
  { "men", "man" }, { "met", "meet" }, { "mice", "mouse" },
  { "paid", "pay" }, { "ran", "run" }, { "rang", "ring" },
  { "risen", "rise" }, { "rode", "ride" }, { "rose", "rise" },
  { "said", "say" }, { "sang", "sing" }, { "sank", "sink" },
  { "sat", "sit" }, { "saw", "see" }, { "seen", "see" }, { "sent", "send" },
  { "shone", "shine" }, { "shook", "shake" }, { "shot", "shoot" },
  { "shown", "show" }, { "slept", "sleep" }, { "sold", "sell" },
  { "sought", "seek" }, { "spent", "spend" }, { "spoke", "speak" },
  { "spoken", "speak" }, { "stolen", "steal" }, { "stood", "stand" },
  { "struck", "strike" }, { "sung", "sing" }, { "swam", "swim" },
  { "swept", "sweep" }, { "taken", "take" }, { "taught", "teach" },
  { "teeth", "tooth" }, { "them", "they" }, { "thought", "think" },
  { "threw", "throw" }, { "thrown", "throw" }, { "told", "tell" },
  { "took", "take" }, { "tore", "tear" }, { "torn", "tear" },
  { "understood", "understand" }, { "us", "we" }, { "was", "be" },
  { "went", "go" }, { "wept", "weep" }, { "were", "be" },
  { "wives", "wife" }, { "woke", "wake" }, { "women", "woman" },
  { "won", "win" }, { "wore", "wear" }, { "worn", "wear" },
  { "written", "write" }, { "wrote", "write" },
};

const size_t irregular_common_count
  = sizeof irregular_common / sizeof *irregular_common;

/* The first two bytes of WORD, which is not empty, as a number that sorts.  */
static inline int
first_two (const char *word)
{
  return (unsigned char) word[0] << 8 | (unsigned char) word[1];
}

const char *
irregular_find (const struct irregular *table, size_t count, const char *word)
{
  if (!*word)
    return NULL;
  while (count > 0)
    {
      size_t half = count / 2;
      const char *form = table[half].form;
      int order = first_two (word) - first_two (form);
      if (order == 0)
        order = strcmp (word, form);
      if (order == 0)
        return table[half].base;
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

const char *
irregular_base (const char *word)
{
  return irregular_find (irregular_common, irregular_common_count, word);
}
