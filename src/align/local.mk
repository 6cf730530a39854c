# SPDX-License-Identifier: GPL-3.0-or-later
src_librooms_a_SOURCES += src/align/align.c src/align/align.h \
  src/align/band.c src/align/lattice.c src/align/lattice.h \
  src/align/length.c src/align/length.h src/align/first.c \
  src/align/first.h src/align/paragraph_groups.c src/align/paragraph_groups.h
