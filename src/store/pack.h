/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts made smaller for the database.  Pure.  Internal to store/.

   A byte from 0 on stands for a line end or a sign of ASCII, further ones for the
   commonest groups of English letters and signs of Chinese, and two bytes for a
   common character of Chinese; what is none of these stands as it is behind a
   byte that says so.  Texts of newspapers take two thirds of the room.  Unlike
   what compresses better it costs next to nothing, and parts of it do not depend
   on what stood before.  */
#ifndef STORE_PACK_H
#define STORE_PACK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* Appends the LEN bytes at TEXT, whatever they are, packed to OUT.  */
void pack_text (const char *text, size_t len, struct buf *out);

/* Appends the text that the LEN bytes at DATA stand for to OUT.  False where they
   stand for none; OUT may then hold a part.  */
bool unpack_text (const unsigned char *data, size_t len, struct buf *out);

#endif
