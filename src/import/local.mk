# SPDX-License-Identifier: GPL-3.0-or-later
src_librooms_a_SOURCES += src/import/importer.h src/import/formats.c \
  src/import/formats.h src/import/archive.c src/import/archive_blocks.c \
  src/import/archive_blocks.h src/import/archive_glossary.c \
  src/import/archive_glossary.h src/import/archive_header.c \
  src/import/archive_headline.c src/import/archive_headline.h \
  src/import/archive_marks.c src/import/archive_marks.h \
  src/import/archive_masthead.c src/import/archive_words.c \
  src/import/archive_words.h src/import/prose.c src/import/source_line.c \
  src/import/source_line.h src/import/stated.c src/import/stated.h
src_librooms_a_SOURCES += src/import/annotation.c src/import/annotation.h \
  src/import/annotation_fields.c src/import/annotation_fields.h \
  src/import/annotation_note.c src/import/annotation_note.h
