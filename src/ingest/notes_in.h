/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes from files into the notebook: annotations read piece by piece, brought
   to the documents of the library, taken by the rules of notebook_take.  */
#ifndef INGEST_NOTES_IN_H
#define INGEST_NOTES_IN_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "import/annotation_note.h"
#include "store/library.h"
#include "store/notebook.h"
#include "store/notebook_history.h"

/* What there is to tell of one annotation.  */
enum notes_in_remark
{
  REMARK_FAULT,    /* it is no note: `fault`; it was left out */
  REMARK_TARGETS,  /* it is on several things; the first counts */
  REMARK_UNKNOWN,  /* its document is not in the library */
  REMARK_DETACHED, /* what it quotes is not to be found in the document */
  REMARK_CONFLICT, /* it was changed on both sides: both are kept */
  REMARK_OTHER,    /* objects that are no annotations; no place */
  REMARKS
};

struct notes_in_event
{
  enum notes_in_remark remark;
  enum annotation_fault fault;
  long line;        /* where the annotation begins in the file */
  long long offset; /* in bytes */
  const char *path; /* of the document, or its IRI; NULL where not known */
};

struct notes_in_report
{
  size_t taken[TAKENS]; /* of the notes, how many by what was done */
  size_t faults;        /* annotations that are no notes */
  size_t unknown;       /* notes on documents that are not in the library */
  size_t detached;
  bool interrupted;
};

struct notes_in_watch
{
  void (*tell) (const struct notes_in_event *event, void *data);
  void (*progress) (long long bytes, long long total, void *data);
  void *data;
};

/* Takes the notes of the file PATH ("-": standard input) into NOTEBOOK.  LIBRARY
   may be NULL.  Annotations that are not enface's own go to the document ABOUT
   (0: the one that their IRI names), wherever the quotation stands in it.  Adds
   to *REPORT.  *STOP (may be NULL) stops between two annotations.  False where
   the file can't be read to its end, or the notebook not be written: what stands
   before is taken, in transactions of many notes each.  */
bool notes_in (struct library *library, struct notebook *notebook,
               const char *path, long long about,
               const volatile sig_atomic_t *stop,
               const struct notes_in_watch *watch,
               struct notes_in_report *report, struct err *err);

#endif
