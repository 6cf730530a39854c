/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shape of a document (paragraphs, sentences, beads, glossary) as compact
   bytes.  Pure: no database here.  */
#ifndef STORE_CODEC_H
#define STORE_CODEC_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "book/document.h"

/* Appends the shape of DOCUMENT to OUT.  Layout: a byte of version; for each
   side the paragraphs (how many; for each its length times 4 plus its block)
   and the sentences (how many; for each its length and by how many paragraphs
   it is further on); the beads (how many; for each both counts and the 32 bits
   of its confidence, low byte first); the glossary (how many; for each the
   length and bytes of both terms).  Numbers are LEB128: 7 bits a byte, low
   ones first.  False where DOCUMENT is not whole (document_is_whole, and
   paragraphs that cover their text): OUT may then hold a part.  */
bool codec_write (const struct document *document, struct buf *out);

/* Reads the LEN bytes at DATA into DOCUMENT, whose texts are set already.
   Trusts nothing: false where the bytes end early or go on, or the document
   would not be whole; what was read is then freed with DOCUMENT.  */
bool codec_read (const unsigned char *data, size_t len,
                 struct document *document);

#endif
