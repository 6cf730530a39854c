/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notebook: tags and links of all notes, by an index that is written with
   each text.  */
#ifndef STORE_NOTEBOOK_TAGS_H
#define STORE_NOTEBOOK_TAGS_H

#include <stdbool.h>

#include "store/notebook.h"

/* A tag and how many notes in the lists have it.  */
struct tag_count
{
  char *name; /* as it is written most often */
  long long notes;
};

struct tag_counts VEC (struct tag_count);

void tag_counts_free (struct tag_counts *tags);

/* Appends the tags that begin with PREFIX (NULL: all; compared without case), in
   the order of their letters.  */
bool notebook_tags (struct notebook *notebook, const char *prefix,
                    struct tag_counts *tags, struct err *err);

/* Writes TO for the tag FROM (both without `#`) in all notes in the lists, in one
   transaction; each changed note has its former text in its history.  *COUNT (may
   be NULL) is how many changed.  ERR_USAGE where TO is no tag.  */
bool notebook_rename_tag (struct notebook *notebook, const char *from,
                          const char *to, size_t *count, struct err *err);

/* --- links -------------------------------------------------------------- */

/* Appends the numbers of the notes that link to a document: by a title, by path
   or collection/path, each may be NULL.  By the time of the notes, the newest
   first.  */
bool notebook_links_to (struct notebook *notebook,
                        const struct citation *citation,
                        struct note_numbers *numbers, struct err *err);

/* Appends the numbers of the notes that link to the note of that UUID.  */
bool notebook_links_to_note (struct notebook *notebook, const char *uuid,
                             struct note_numbers *numbers, struct err *err);

#endif
