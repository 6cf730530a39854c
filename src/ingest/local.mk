# SPDX-License-Identifier: GPL-3.0-or-later
src_librooms_a_SOURCES += src/ingest/segment.c src/ingest/segment.h \
  src/ingest/terms_known.c src/ingest/terms_known.h \
  src/ingest/source.c src/ingest/source.h src/ingest/crew.c \
  src/ingest/crew.h src/ingest/learn.c src/ingest/learn.h \
  src/ingest/realign.c src/ingest/realign.h \
  src/ingest/ingest.c src/ingest/ingest.h \
  src/ingest/dictionary_file.c src/ingest/dictionary_file.h \
  src/ingest/unpack.c src/ingest/unpack.h
src_librooms_a_SOURCES += src/ingest/notes_in.c src/ingest/notes_in.h \
  src/ingest/notes_home.c src/ingest/notes_home.h
