# SPDX-License-Identifier: GPL-3.0-or-later
src_librooms_a_SOURCES += src/text/ambiguous.c src/text/ambiguous.h \
  src/text/breaks.c src/text/breaks.h \
  src/text/clean.c src/text/clean.h src/text/cluster.c src/text/cluster.h \
  src/text/decode.c src/text/decode.h src/text/encoding.c \
  src/text/encoding.h src/text/glyphs.c src/text/width.c src/text/width.h \
  src/text/wrap.c src/text/wrap.h
src_librooms_a_SOURCES += src/text/sentence.c src/text/sentence.h \
  src/text/paragraph.c src/text/language.c src/text/stop.c src/text/stop.h \
  src/text/enclosure.c src/text/enclosure.h src/text/abbreviation.c \
  src/text/abbreviation.h src/text/ascii.h
src_librooms_a_SOURCES += src/text/fold.c src/text/fold.h src/text/identity.c \
  src/text/stem.c src/text/stem.h \
  src/text/inflection.c src/text/inflection.h src/text/irregular.c \
  src/text/irregular.h
