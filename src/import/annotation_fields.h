/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which members of an annotation are what.  Internal to import/annotation.c.  */
#ifndef IMPORT_ANNOTATION_FIELDS_H
#define IMPORT_ANNOTATION_FIELDS_H

#include "base/buf.h"
#include "import/annotation.h"

/* The part that is open, a body, a selector or a former version: what it is
   stands often behind what it holds.  */
struct annotation_parts
{
  struct buf type, purpose, value, exact, prefix, suffix, modified, highlight;
  long long start, end;
  bool written;    /* `value` was there, be it empty */
  struct buf body; /* all bodies so far */
  bool has_body;
};

/* Empties ANNOTATION, all numbers -1.  */
void annotation_clear (struct annotation *annotation);
void annotation_parts_free (struct annotation_parts *parts);

/* The annotation has ended: gives it what the parts have gathered.  */
void annotation_finish (struct annotation_parts *parts,
                        struct annotation *annotation);

/* Whether ANNOTATION is one: by its type, or as Hypothesis has them.  */
bool annotation_is_one (const struct annotation *annotation);

/* An object within the annotation, at PATH, opens, or has closed.  */
void annotation_open_part (struct annotation_parts *parts,
                           struct annotation *annotation, const char *path);
void annotation_close_part (struct annotation_parts *parts,
                            struct annotation *annotation, const char *path);

/* The member at PATH is the string, or the number, of LEN bytes at TEXT.  */
void annotation_take_text (struct annotation_parts *parts,
                           struct annotation *annotation, const char *path,
                           const char *text, size_t len);
void annotation_take_number (struct annotation_parts *parts,
                             struct annotation *annotation, const char *path,
                             const char *text, size_t len);

#endif
