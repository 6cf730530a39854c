# SPDX-License-Identifier: GPL-3.0-or-later
src_librooms_a_SOURCES += src/index/association.c src/index/association.h \
  src/index/dispersion.c src/index/dispersion.h \
  src/index/function_words.c src/index/function_words.h \
  src/index/tally.c src/index/tally.h \
  src/index/kwic.c src/index/kwic.h \
  src/index/running.c src/index/running.h \
  src/index/collocates.c src/index/collocates.h \
  src/index/collocates_list.c src/index/collocates_private.h
src_librooms_a_SOURCES += src/index/cedict.c \
  src/index/cedict.h src/index/credits.c src/index/credits.h \
  src/index/entry_book.c src/index/entry_book.h src/index/entry_image.h \
  src/index/entry_book_private.h src/index/entry_english.c \
  src/index/entry_maker.c src/index/entry_maker.h \
  src/index/entry_maker_image.c src/index/entry_maker_private.h \
  src/index/entry_text.c src/index/entry_text.h \
  src/index/gloss_words.c src/index/gloss_words.h src/index/pinyin.c \
  src/index/pinyin.h src/index/unihan.c src/index/unihan.h \
  src/index/unihan_give.c src/index/unihan_private.h \
  src/index/word_cut.c src/index/word_cut.h
src_librooms_a_SOURCES += src/index/match.c src/index/match.h \
  src/index/query.c src/index/query.h src/index/query_fields.c \
  src/index/query_parser.h src/index/query_words.c src/index/query_term.c \
  src/index/query_term.h src/index/token.c src/index/token.h \
  src/index/variants.c src/index/variants.h
src_librooms_a_SOURCES += src/index/common.c src/index/common.h \
  src/index/common_en.c src/index/common_zh.c src/index/grams.c \
  src/index/grams.h src/index/keyword.c src/index/keyword.h \
  src/index/keyword_find.c src/index/keyword_fits.c \
  src/index/keyword_forms.c src/index/keyword_piece.c \
  src/index/keyword_private.h \
  src/index/readings.c src/index/rendering.c src/index/rendering.h \
  src/index/readings.h src/index/readings_table.c src/index/sample.c \
  src/index/sample.h src/index/strip.c \
  src/index/strip.h src/index/wordbook.c src/index/wordbook.h
