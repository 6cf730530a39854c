/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of import/ on the shared articles, where they are.  */
#include <glob.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check.h"
#include "import_summary.h"

/* Articles of the shared archive by a pattern, and their summary, counted with
   grep and by eye: lines below the masthead and below the header, the title
   added where the translation does not repeat it.  */
static void
shared_articles (void)
{
  static const char *const table[][2] = {
    { "1946.05/1946-05-15*", "1946-05-15 2 - HHB/HHB 20 w" },
    { "1946.06/1946-06-02*", "1946-06-02 2 - HHB/HB 0 w" },
    { "1947.02/1947-02-03*", "1947-02-03 2 - HHHBB/HHHBB 0 w" },
    { "1949.11/1949-11-01*", "1949-11-01 2 - HHHB/HHHB 0 w" },
    { "1951.10/1951-10-03*", "1951-10-03 2 - HHBBBBBB/HHBBBBBB 0 w" },
    { "1953.12/1953-12-01*",
      "1953-12-01 4 - HHBBBBBBBBBBBB/HBBBBBBBBBBBB 0 w" },
    { "1956.01/1956-01-03*", "1956-01-03 2 - HBB/HBB 0 w" },
    { "1958.09/1958-09-01*", "1958-09-01 1 - HHBBBBBBBBB/HBBBBBBBBB 0 w" },
    { "1958.09/1958-09-02*密云*", "1958-09-02 4 - HHBBBBBBC/HBBBBBBC 0 w" },
    { "1958.09/1958-09-02*图片*", "1958-09-02 8 - HBBBBBB/HBBBBBB 0 w" },
    { "1958.09/1958-09-02*飞天*",
      "1958-09-02 7 - HYBBBBBBBBBBBBBBBBBBBBCB/"
      "HYBBBBBBBBBBBBBBBBBBBBCB 0 w" },
    { "1958.11/1958-11-01*", "1958-11-01 3 - HHBBBBBBBBBBBBBBBBBBBBC/"
                             "HHBBBBBBBBBBBBBBBBBBBBC 0 w" },
    { "1966.02/1966-02-02*", "1966-02-02 2 多种经营喜讯 HHBBB/HHBBB 10 w" },
    { "../../../seeds/002_*", "1958-09-05 1 - HHBBBBBBBBCC/HBBBBBBBBCC 0 w" },
    { "../../../seeds/003_*", "1958-10-24 2 - HHBBBBBBB/HBBBBBBB 0 w" },
    { "../../../seeds/004_*", "1958-11-11 1 - HHHBBBB/HBBBB 0 w" },
  };
  const char *root = check_shared ("data/archive/rmrb");
  if (!root)
    {
      check_skip ("the shared articles are not there");
      return;
    }
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      glob_t found;
      char *pattern = mem_format ("%s/%s", root, table[i][0]);
      int none = glob (pattern, 0, NULL, &found);
      CHECK (!none && found.gl_pathc == 1);
      char *text = none ? NULL : check_read_file (found.gl_pathv[0], NULL);
      struct document *d = document_new ();
      char *line = import_summary (text ? text : "", d);
      CHECK_STRING (line, table[i][1]);
      CHECK_STRING (d->side[ORIGINAL].lang, "zh");
      CHECK_STRING (d->side[TRANSLATION].lang, "en");
      free (line);
      document_free (d);
      free (text);
      free (pattern);
      if (!none)
        globfree (&found);
    }
}

/* The two prose seeds: how they begin, and that nothing of them is lost.  */
static void
shared_prose (void)
{
  static const struct
  {
    const char *name, *starts, *title, *author;
  } table[] = {
    { "seeds/000_771cc205f7f1983a.txt", "- - - HHHYBBBHB",
      "Background to the Great Leap Forward in Iron and Steel",
      "CHU CHI-LIN" },
    { "seeds/001_86ea303feb83c8d8.txt", "- - - HBBBBB",
      "Chapter V THE GREAT LEAP FORWARD, 1958-1960", NULL },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      const char *path = check_shared (table[i].name);
      char *text = path ? check_read_file (path, NULL) : NULL;
      if (!text)
        {
          check_skip ("the shared seeds are not there");
          continue;
        }
      struct document *d = document_new ();
      char *line = import_summary (text, d);
      CHECK (strncmp (line, table[i].starts, strlen (table[i].starts)) == 0);
      CHECK_STRING (d->side[ORIGINAL].title, table[i].title);
      CHECK_STRING (d->side[ORIGINAL].author, table[i].author);
      CHECK (strcmp (d->side[ORIGINAL].text, text) == 0);
      free (line);
      document_free (d);
      free (text);
    }
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "shared-articles", shared_articles },
    { "shared-prose", shared_prose },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
