/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields and forms of templates.  Internal to export/template.c.  */
#ifndef EXPORT_TEMPLATE_FIELDS_H
#define EXPORT_TEMPLATE_FIELDS_H

#include "export/exporter.h"

/* A field: appends what it is of NOTE to OUT.  */
struct template_field
{
  const char *name; /* NULL ends the table */
  const char *help; /* untranslated */
  void (*value) (const struct export_note *note,
                 const struct export_options *options, struct buf *out);
};

extern const struct template_field template_fields[];

/* A form: appends TEXT in it to OUT.  */
struct template_form
{
  const char *name;
  const char *help;
  void (*put) (const char *text, struct buf *out);
};

extern const struct template_form template_forms[];

#endif
