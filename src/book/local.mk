# SPDX-License-Identifier: GPL-3.0-or-later
src_librooms_a_SOURCES += src/book/document.c src/book/document.h \
  src/book/note.c src/book/note.h src/book/note_tags.c \
  src/book/link.c src/book/link.h src/book/anchor.c src/book/anchor.h
src_librooms_a_SOURCES += src/book/anchor_find.c src/book/anchor_near.c \
  src/book/anchor_context.c src/book/anchor_context.h src/book/plain.c \
  src/book/plain.h src/book/correction.c src/book/correction.h
