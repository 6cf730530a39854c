/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Templates: a note written out as a reader wants it.

   {FIELD}        the value of a field
   {FIELD:FORM}   the value in a form: line (one line), indent, quote ("> "
                  before each line), markdown, org, html, tex, tsv, json
   {?FIELD}...{/} only where the field has a value
   {!FIELD}...{/} only where it has none
   {{ and }}      braces

   Each note is written by itself; nothing is put between two of them.  */
#ifndef EXPORT_TEMPLATE_H
#define EXPORT_TEMPLATE_H

#include "base/err.h"
#include "export/exporter.h"

struct template;

/* The template in the LEN bytes at TEXT, which is copied; template_free frees
   it.  NULL, ERR_USAGE with the line and what is wrong in the detail, where it is
   none; WHERE names it.  */
struct template *template_read (const char *text, size_t len,
                                const char *where, struct err *err);
void template_free (struct template *template);

/* Appends the COUNT notes at NOTES to OUT.  */
void template_write (const struct template *template,
                     const struct export_note *notes, size_t count,
                     const struct export_options *options, struct buf *out);

/* The names of fields and forms, and what they are (untranslated); NULL behind
   the last.  */
const char *template_field_name (size_t index);
const char *template_field_help (size_t index);
const char *template_form_name (size_t index);
const char *template_form_help (size_t index);

#endif
