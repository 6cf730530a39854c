# SPDX-License-Identifier: GPL-3.0-or-later
src_librooms_a_SOURCES += src/number/decimal.c src/number/decimal.h \
  src/number/wordlist.c src/number/wordlist.h src/number/unit.c \
  src/number/unit.h src/number/unit_name.c src/number/unit_name.h \
  src/number/quantity.c src/number/quantity.h \
  src/number/recognise.c src/number/recognise.h \
  src/number/recognise_private.h src/number/apparatus.h \
  src/number/value_key.c src/number/value_key.h
src_librooms_a_SOURCES += src/number/zh.c src/number/zh.h \
  src/number/zh_amount.c src/number/zh_compound.c \
  src/number/zh_context.c src/number/zh_date.c src/number/zh_figures.c \
  src/number/zh_nouns.c src/number/zh_number.c src/number/zh_numerals.c \
  src/number/zh_phrases.c src/number/zh_qualifiers.c \
  src/number/zh_range.c src/number/zh_sum.c src/number/zh_sum.h \
  src/number/zh_units.c src/number/zh_words.h
src_librooms_a_SOURCES += src/number/en.c src/number/en.h \
  src/number/en_amount.c src/number/en_date.c src/number/en_figures.c \
  src/number/en_number.c src/number/en_qualifiers.c src/number/en_take.c \
  src/number/en_units.c src/number/en_words.c src/number/en_words.h
