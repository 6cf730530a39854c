/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of index/: how a term is rendered, from what stands in which
   beads.  */
#include <string.h>

#include "base/buf.h"
#include "check.h"
#include "index/rendering.h"

/* Chooses for BEADS, each a word: '+' where the term is in it, then a letter for
   each candidate; those of LONG have two parts, those of KNOWN are in a
   dictionary; p and q are bare characters, w is no candidate.  Says "LETTER BEADS ..., pairs".  */
static void
check_choice (const char *beads, const char *longer, const char *known,
              const char *want)
{
  enum { LETTERS = 26, MOST = 8 };
  struct rendering_text text = { .beads = { NULL, 0, 0 } };
  struct rendering_choices choices = { NULL, 0, 0 };
  struct buf said = BUF_INIT;
  for (char c = 'a'; c < 'a' + LETTERS; c++)
    VEC_PUSH (&text.candidates,
              (struct rendering_candidate) {
                .parts = c == 'w' ? 0 : strchr (longer, c) ? 2 : 1,
                .bare = c == 'p' || c == 'q',
                .known = strchr (known, c) != NULL });
  for (size_t n; *beads; beads += n, beads += *beads == ' ')
    {
      struct rendering_bead bead = { *beads == '+',
                                     (uint32_t) text.items.len, 0 };
      n = strcspn (beads, " ");
      for (size_t i = 1; i < n; i++, bead.len++)
        VEC_PUSH (&text.items, (uint32_t) (beads[i] - 'a'));
      VEC_PUSH (&text.beads, bead);
    }
  size_t pairs = rendering_choose (&text, MOST, &choices);
  for (size_t i = 0; i < choices.len; i++)
    buf_add_format (&said, "%c %u, ", (int) ('a' + choices.items[i].candidate),
                    (unsigned) choices.items[i].beads);
  buf_add_format (&said, "%zu", pairs);
  CHECK_STRING (buf_string (&said), want);
  buf_free (&said);
  VEC_FREE (&choices);
  rendering_text_free (&text);
}

#define REST " -x -xy -y -xz -z -yz -x -y -z -xy"

static void
usual (void)
{
  check_choice ("+ax +a +ay +az" REST, "", "", "a 4, 4");
  /* Two renderings, each of its own beads.  */
  check_choice ("+ax +a +ay +b +bz +bx" REST, "", "", "a 3, b 3, 6");
  /* The longer one before its parts.  */
  check_choice ("+abx +ab +aby" REST, "b", "", "b 3, 3");
  check_choice ("+x -x" REST, "", "", "1");
  check_choice ("", "", "", "0");
}

/* What two beads have in common by chance is no rendering.  */
static void
chance (void)
{
  check_choice ("+ab +ab" REST, "", "", "2");
  check_choice ("+a +a" REST, "a", "", "a 2, 2");
  check_choice ("+a +a -a -a" REST, "a", "", "2");
  check_choice ("+ax" REST, "", "a", "a 1, 1");
  /* Of what is left B has as much as anywhere.  */
  check_choice ("+a +a +a +a +a +a +ab +b +b +b -b -b -b -b -b -b -b" REST, "", "",
                "a 7, 10");
}

/* A bare character must tell more, and comes behind a word that says the
   same.  */
static void
bare (void)
{
  check_choice ("+a +a +a" REST, "", "", "a 3, 3");
  check_choice ("+p +p +p" REST, "", "", "3");
  check_choice ("+p +p +p +p" REST, "", "", "p 4, 4");
  check_choice ("+p +x" REST, "", "p", "p 1, 2");
  check_choice ("+b +b +b +b +p +p" REST, "b", "p", "b 4, p 2, 6");
  check_choice ("+w +w +w +w" REST, "", "w", "4");
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "usual", usual },
    { "chance", chance },
    { "bare", bare },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
