# SPDX-License-Identifier: GPL-3.0-or-later
src_librooms_a_SOURCES += src/index/association.c src/index/association.h \
  src/index/dispersion.c src/index/dispersion.h \
  src/index/function_words.c src/index/function_words.h \
  src/index/tally.c src/index/tally.h \
  src/index/kwic.c src/index/kwic.h
