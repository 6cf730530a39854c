/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arguments of the commands of a script: numbers, texts, words, names
   of signals.  */
#include "termscript.h"

#include <ctype.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/wait.h>

bool
script_int (struct script *script, char **rest, int low, int high,
            int *number)
{
  char *end;
  errno = 0;
  long n = strtol (*rest, &end, 10);
  if (end == *rest || (*end && *end != ' ') || errno || n < low || n > high)
    return script_fail (script, "\"%s\": here stands a number from %d to %d",
                        *rest, low, high);
  *number = (int) n;
  *rest = end + strspn (end, " ");
  return true;
}

char *
script_text (struct script *script, char *rest)
{
  size_t n = strlen (rest);
  if (n >= 2 && rest[0] == '"' && rest[n - 1] == '"')
    {
      rest[n - 1] = '\0';
      rest++;
      n -= 2;
    }
  if (n)
    return rest;
  script_fail (script, "a text is missing");
  return NULL;
}

/* Adds the value of the variable whose name follows the dollar at *AT.  */
static void
add_variable (struct bytes *word, const char **at)
{
  char name[128] = "";
  const char *from = *at + 1;
  bool braced = *from == '{';
  from += braced;
  size_t n = 0;
  while (isalnum ((unsigned char) from[n]) || from[n] == '_')
    n++;
  if (n == 0 || n >= sizeof name || (braced && from[n] != '}'))
    {
      bytes_add (word, "$", 1);
      ++*at;
      return;
    }
  memcpy (name, from, n);
  *at = from + n + braced;
  const char *value = getenv (name);
  if (value)
    bytes_add_string (word, value);
}

/* Adds the quoted part at *AT; false when it has no end.  */
static bool
add_quoted (struct bytes *word, const char **at)
{
  char quote = *(*at)++;
  while (**at && **at != quote)
    if (quote == '"' && **at == '$')
      add_variable (word, at);
    else
      {
        if (quote == '"' && **at == '\\' && (*at)[1]
            && strchr ("\"\\$", (*at)[1]))
          ++*at;
        bytes_add (word, (*at)++, 1);
      }
  return *(*at)++ == quote;
}

/* The word at *AT, to be freed; NULL when a quote is open.  */
static char *
next_word (const char **at)
{
  struct bytes word = { 0 };
  bool good = true;
  while (good && **at && !strchr (" \t", **at))
    if (**at == '"' || **at == '\'')
      good = add_quoted (&word, at);
    else if (**at == '$')
      add_variable (&word, at);
    else
      {
        if (**at == '\\' && (*at)[1])
          ++*at;
        bytes_add (&word, (*at)++, 1);
      }
  bytes_add (&word, "", 0);
  if (!good)
    bytes_free (&word);
  return word.data;
}

char **
script_words (struct script *script, const char *rest)
{
  size_t n = 0;
  /* Every word but the last needs a blank.  */
  char **words = calloc (strlen (rest) / 2 + 2, sizeof *words);
  if (!words)
    abort ();
  for (const char *at = rest + strspn (rest, " \t"); *at;
       at += strspn (at, " \t"))
    if (!(words[n++] = next_word (&at)))
      {
        script_fail (script, "a quote is open");
        script_words_free (words);
        return NULL;
      }
  if (n)
    return words;
  script_fail (script, "a word is missing");
  script_words_free (words);
  return NULL;
}

void
script_words_free (char **words)
{
  for (char **word = words; word && *word; word++)
    free (*word);
  free (words);
}

static const struct
{
  const char *name;
  int number;
} signals[] = {
  { "HUP", SIGHUP },   { "INT", SIGINT },   { "QUIT", SIGQUIT },
  { "ILL", SIGILL },   { "ABRT", SIGABRT }, { "BUS", SIGBUS },
  { "FPE", SIGFPE },   { "KILL", SIGKILL }, { "USR1", SIGUSR1 },
  { "SEGV", SIGSEGV }, { "USR2", SIGUSR2 }, { "PIPE", SIGPIPE },
  { "ALRM", SIGALRM }, { "TERM", SIGTERM }, { "CHLD", SIGCHLD },
  { "CONT", SIGCONT }, { "STOP", SIGSTOP }, { "TSTP", SIGTSTP },
  { "TTIN", SIGTTIN }, { "TTOU", SIGTTOU }, { "WINCH", SIGWINCH },
};

enum { SIGNALS = sizeof signals / sizeof *signals };

void
script_status (int status, char *to, size_t size)
{
  if (WIFEXITED (status))
    {
      snprintf (to, size, "exit %d", WEXITSTATUS (status));
      return;
    }
  snprintf (to, size, "signal %d", WTERMSIG (status));
  for (size_t i = 0; i < SIGNALS; i++)
    if (signals[i].number == WTERMSIG (status))
      snprintf (to, size, "signal %s", signals[i].name);
}

int
script_signal (const char *name)
{
  if (strncmp (name, "SIG", 3) == 0)
    name += 3;
  for (size_t i = 0; i < SIGNALS; i++)
    if (strcmp (signals[i].name, name) == 0)
      return signals[i].number;
  return 0;
}
