/* SPDX-License-Identifier: GPL-3.0-or-later */
/* enface: a terminal reader for bilingual sources.

   The map of the house, from the ground up.  A room includes only rooms on
   lower floors, written "room/file.h".

     1  base/     errors, growable buffers and arrays, UTF-8; knows no texts
     2  text/     decoding, cleaning, folding, sentences, width, wrapping
     2  book/     the model: document, side, bead, note, anchor
     3  number/   quantities and dates of both languages
     3  import/   one file per source format, one table of them
     3  export/   one file per format in which notes leave, one table of them
     3  index/    words counted and weighed: tokens, scores, lines in context
     4  align/    which sentences face each other
     5  collate/  what the translation says otherwise
     5  store/    SQLite: the library and the notebook
     6  ingest/   from a path to finished documents in the library
     7  read/     the session behind the screen: no curses
     8  view/     the screen
     8  cli/      one file per command, one table of them
     9  main.c    the locale, and hand over

   The way of the data: bytes are decoded (text/), read by an importer
   (import/) into a document (book/), parted into sentences (text/), aligned
   (align/) and kept (store/); what is kept is read (read/) on the screen
   (view/) or printed by commands (cli/).  Nothing flows back up: the text of a
   side stays as it was in the file, and every place in it is a range of its
   bytes.  */
#include <config.h>

#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/mem.h"
#include "cli/cli.h"
#include "cli/folders.h"
#include "cli/say.h"
#include "view/reader.h"

/* Makes sure that no file that is opened gets the number of a standard stream
   that the caller closed: writing to one must go on to fail.  */
static void
hold_streams (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) == -1
        && open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
      _exit (STATUS_FAILED);
}

static bool
is_utf8 (void)
{
  return strcmp (nl_langinfo (CODESET), "UTF-8") == 0;
}

/* Texts are UTF-8, and characters are measured by LC_CTYPE: it must be UTF-8,
   whatever else the locale says.  The other categories are not used, and one of
   them that is not installed must not take these two along.  */
static void
set_locale (void)
{
  bool known = setlocale (LC_CTYPE, "");
  setlocale (LC_MESSAGES, "");
  char *charset = mem_string (nl_langinfo (CODESET));
  if (is_utf8 ())
    charset[0] = '\0';
  else if (!setlocale (LC_CTYPE, "C.UTF-8"))
    setlocale (LC_CTYPE, "en_US.UTF-8");
  bindtextdomain (PACKAGE, folder_messages ());
  bind_textdomain_codeset (PACKAGE, "UTF-8");
  textdomain (PACKAGE);
  if (!is_utf8 ())
    say (_ ("the locale's character set is %s, and there is no UTF-8 to "
            "replace it: other letters than ASCII will be lost on the screen"),
         charset);
  else if (!known)
    say ("%s", _ ("the locale that LANG or LC_ALL names is not installed here; "
                  "C.UTF-8 is used in its place"));
  else if (charset[0])
    say (_ ("the locale's character set is %s, not UTF-8; C.UTF-8 is used "
            "in its place"),
         charset);
  free (charset);
}

int
main (int argc, char **argv)
{
  hold_streams ();
  mem_give_back ();
  set_locale ();
  /* A file that may not grow is an error to be told, not an end.  */
  signal (SIGXFSZ, SIG_IGN);
  return cli_main (argc, argv, &reader_door);
}
