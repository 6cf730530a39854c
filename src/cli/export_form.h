/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form in which the command export writes notes, and its files.  */
#ifndef CLI_EXPORT_FORM_H
#define CLI_EXPORT_FORM_H

#include "cli/chosen.h"
#include "cli/cli.h"
#include "export/exporter.h"
#include "export/template.h"

struct export_form
{
  const struct exporter *exporter;
  const struct template *template; /* instead of the exporter; may be NULL */
  struct export_options options;
};

/* Appends the COUNT notes at NOTES in FORM to OUT.  */
void export_form_write (const struct export_form *form,
                        const struct export_note *notes, size_t count,
                        struct buf *out);

/* Whether OUTPUT is a folder, or is to be one: it ends in a slash.  */
bool export_is_folder (const char *output);

/* Writes the notes CHOSEN into FOLDER, a file a document; what is there and the
   same stays untouched.  ALL: they are all notes of the notebook, so that files
   of documents without notes are left over, which is said.  Prints how many
   files were written.  */
enum status export_to_folder (const char *folder, const struct chosen *chosen,
                              const struct export_form *form, bool all);

#endif
