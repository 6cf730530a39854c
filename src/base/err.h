/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors: a code, the place, and a detail; the words come from one table.  */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>
#include <stddef.h>

/* Each code has one row in the table of err.c: its sentence and what to do
   about it, both translatable.  */
enum err_code
{
  ERR_NONE,
  ERR_USAGE,       /* the command line is wrong */
  ERR_NOT_FOUND,   /* nothing of that name */
  ERR_AMBIGUOUS,   /* a name that fits several documents */
  ERR_OPEN,        /* a file can't be opened */
  ERR_READ,        /* a file can't be read */
  ERR_WRITE,       /* a file can't be written */
  ERR_NOT_A_FILE,  /* a device, pipe, socket or folder */
  ERR_TOO_LARGE,   /* beyond what a text may hold */
  ERR_EMPTY,       /* nothing but white space */
  ERR_ENCODING,    /* not UTF-8 */
  ERR_NAME,        /* a file whose name is not UTF-8 */
  ERR_NUL,         /* a NUL byte: not a text */
  ERR_FORMAT,      /* no importer understands it */
  ERR_JSON,        /* not well-formed JSON, or broken off */
  ERR_DB_OPEN,     /* a database can't be opened */
  ERR_DB_NEWER,    /* a database of a newer version */
  ERR_DB_FOREIGN,  /* a database of another program */
  ERR_DB_DAMAGED,  /* a database that is damaged */
  ERR_DB_BUSY,     /* another process holds the lock */
  ERR_DB_FULL,     /* no room on the disk */
  ERR_DB_READONLY, /* the database can't be written */
  ERR_DB,          /* any other error of SQLite */
  ERR_TERMINAL,    /* the terminal can't show the reader */
  ERR_NO_TERMINAL, /* there is no terminal to show it on */
  ERR_EDITOR,      /* $EDITOR failed */
  ERR_CHANGED,     /* a note was changed elsewhere meanwhile */
  ERR_CODES
};

struct err
{
  enum err_code code;
  long line;         /* from 1; 0 where it makes no sense */
  long long offset;  /* in bytes from 0; -1 where it makes no sense */
  char where[1024];  /* file, database or option, as given; may be empty;
                        untrusted: cleaned by whoever shows it */
  char detail[256];  /* more, untranslated (strerror, SQLite); may be empty */
};

#define ERR_INIT { .code = ERR_NONE, .offset = -1 }

/* Makes ERR what ERR_INIT is, quickly.  */
static inline void
err_clear (struct err *err)
{
  err->code = ERR_NONE;
  err->line = 0;
  err->offset = -1;
  err->where[0] = err->detail[0] = '\0';
}

/* Fills ERR with CODE, the place WHERE (may be NULL) and a detail made by
   printf from FORMAT (may be NULL); too long parts are cut at a character's
   boundary.  Always returns false, so that a function can end with
   `return err_set (...)`.  ERR may be NULL.  */
bool err_set (struct err *err, enum err_code code, const char *where,
              const char *format, ...)
  __attribute__ ((format (printf, 4, 5)));

/* The same with strerror (NUMBER) for detail.  */
bool err_set_errno (struct err *err, enum err_code code, const char *where,
                    int number);

/* Adds a line (from 1) and an offset in bytes (or -1) to a filled ERR.
   Returns false.  */
bool err_at (struct err *err, long line, long long offset);

/* The untranslated sentence for CODE, without a full stop, for gettext.  */
const char *err_sentence (enum err_code code);

/* What the user can do about CODE, untranslated; "" where there is nothing to
   say beyond the sentence.  */
const char *err_advice (enum err_code code);

/* ERR in words, translated: "WHERE:LINE: SENTENCE (DETAIL, at byte N)".  Not
   cleaned for a terminal; the caller frees it.  */
char *err_fact (const struct err *err);

/* The same and what to do: "FACT; ADVICE".  */
char *err_text (const struct err *err);

#endif
