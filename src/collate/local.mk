# SPDX-License-Identifier: GPL-3.0-or-later
src_librooms_a_SOURCES += src/collate/collate.c src/collate/collate.h \
  src/collate/compare.c src/collate/compare.h src/collate/pairing.c \
  src/collate/pairing.h src/collate/discrepancy.h src/collate/message.c
src_librooms_a_SOURCES += src/collate/checks.h \
  src/collate/check_numbers.c src/collate/check_scripts.c \
  src/collate/check_sentences.c src/collate/check_singles.c src/collate/check_sums.c \
  src/collate/check_terms.c src/collate/state.c
