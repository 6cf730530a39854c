/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importers there are, one a file.  */
#ifndef IMPORT_FORMATS_H
#define IMPORT_FORMATS_H

#include "import/importer.h"

extern const struct importer import_archive;
extern const struct importer import_prose;

#endif
