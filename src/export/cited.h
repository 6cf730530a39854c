/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The documents that notes are on, each once.  */
#ifndef EXPORT_CITED_H
#define EXPORT_CITED_H

#include "base/vec.h"
#include "export/exporter.h"

struct cited
{
  char *key; /* citation_key */
  const struct note *note; /* the first one on it */
};

struct cited_documents VEC (struct cited);

/* The documents of the COUNT notes at NOTES by their keys; release with
   cited_free.  */
struct cited_documents cited_of (const struct export_note *notes,
                                 size_t count);
void cited_free (struct cited_documents *cited);

#endif
