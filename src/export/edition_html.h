/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole document as one page of HTML: both texts facing each other, pair by
   pair, with the notes on it.  */
#ifndef EXPORT_EDITION_HTML_H
#define EXPORT_EDITION_HTML_H

#include "base/vec.h"
#include "book/document.h"
#include "export/exporter.h"

/* A note and where it stands.  */
struct edition_note
{
  const struct note *note;
  enum anchor_state state;
  struct range range; /* bytes of the side that its anchor names */
  size_t bead;        /* it is told below; the number of beads where it has
                         none */
};

struct edition_notes VEC (struct edition_note);

/* Appends DOCUMENT with NOTES, which are in the order of their beads, to OUT.  Of
   OPTIONS the language counts.  The same gives the same bytes.  Needs LC_CTYPE
   set to a UTF-8 locale.  */
void edition_html (const struct document *document,
                   const struct edition_notes *notes,
                   const struct export_options *options, struct buf *out);

#endif
