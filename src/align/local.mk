# SPDX-License-Identifier: GPL-3.0-or-later
src_librooms_a_SOURCES += src/align/align.c src/align/align.h \
  src/align/attraction.c src/align/attraction.h \
  src/align/attraction_give.c src/align/attraction_private.h src/align/attraction_sums.c src/align/bags.c \
  src/align/bags.h src/align/band.c src/align/cedict_words.c \
  src/align/cedict_words.h \
  src/align/dictionary.c src/align/dictionary.h \
  src/align/dictionary_find.c src/align/dictionary_image.h \
  src/align/dictionary_private.h src/align/dictionary_maker.c \
  src/align/dictionary_maker.h \
  src/align/dictionary_maker_image.c src/align/dictionary_maker_private.h src/align/figure.c src/align/figure.h \
  src/align/first.c src/align/first.h src/align/known.c src/align/known.h \
  src/align/lattice.c src/align/lattice_confide.c src/align/lattice_fit.c src/align/lattice.h src/align/length.c \
  src/align/length.h src/align/lexicon.c src/align/lexicon.h \
  src/align/lexicon_bags.c src/align/lexicon_gather.c src/align/lexicon_learn.c \
  src/align/lexicon_private.h \
  src/align/marks.c src/align/marks.h src/align/paragraph_groups.c \
  src/align/paragraph_groups.h src/align/pool.c src/align/pool.h \
  src/align/pool_private.h src/align/pool_scan.c src/align/pool_scores.c \
  src/align/pool_weigh.c \
  src/align/milestones.c src/align/milestones.h src/align/matter.c src/align/matter.h \
  src/align/terms.c src/align/terms.h src/align/ties.c \
  src/align/ties.h \
  src/align/weigh.c src/align/weigh.h src/align/weigh_anchors.c \
  src/align/weigh_drawn.c src/align/weigh_private.h src/align/weigh_row.c src/align/weights.c src/align/word_links.c src/align/word_links.h \
  src/align/word_weigh.c src/align/word_weigh.h \
  src/align/words.c src/align/words.h src/align/words_more.c
