# SPDX-License-Identifier: GPL-3.0-or-later
src_librooms_a_SOURCES += src/base/err.c src/base/err.h src/base/mem.c \
  src/base/mem.h src/base/buf.c src/base/buf.h src/base/vec.h \
  src/base/utf8.c src/base/utf8.h src/base/intl.h src/base/range.h src/base/space.c src/base/space.h
src_librooms_a_SOURCES += src/base/grapheme.c src/base/grapheme.h
src_librooms_a_SOURCES += src/base/vocabulary.c src/base/vocabulary.h
src_librooms_a_SOURCES += src/base/workers.c src/base/workers.h
