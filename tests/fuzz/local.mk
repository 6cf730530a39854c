# SPDX-License-Identifier: GPL-3.0-or-later
# One program a target, fuzz_NAME.c, over the corpus in tests/fuzz/corpus/NAME;
# make check runs them all through tests/fuzz/run.
fuzz_programs =
check_LIBRARIES += tests/fuzz/libdriver.a
tests_fuzz_libdriver_a_SOURCES = tests/fuzz/driver.c
tests_fuzz_libdriver_a_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests/unit
FUZZ_LDADD = tests/fuzz/libdriver.a tests/unit/libcheck.a $(TEST_LDADD)

fuzz_programs += tests/fuzz/fuzz_utf8
tests_fuzz_fuzz_utf8_SOURCES = tests/fuzz/fuzz_utf8.c
tests_fuzz_fuzz_utf8_LDADD = $(FUZZ_LDADD)

fuzz_programs += tests/fuzz/fuzz_import
tests_fuzz_fuzz_import_SOURCES = tests/fuzz/fuzz_import.c
tests_fuzz_fuzz_import_LDADD = $(FUZZ_LDADD)
fuzz_programs += tests/fuzz/fuzz_decode tests/fuzz/fuzz_clean \
  tests/fuzz/fuzz_wrap
tests_fuzz_fuzz_decode_SOURCES = tests/fuzz/fuzz_decode.c
tests_fuzz_fuzz_decode_LDADD = $(FUZZ_LDADD)
tests_fuzz_fuzz_clean_SOURCES = tests/fuzz/fuzz_clean.c
tests_fuzz_fuzz_clean_LDADD = $(FUZZ_LDADD)
tests_fuzz_fuzz_wrap_SOURCES = tests/fuzz/fuzz_wrap.c tests/unit/wrapped.c \
  tests/unit/wrapped.h
tests_fuzz_fuzz_wrap_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests/unit
tests_fuzz_fuzz_wrap_LDADD = $(FUZZ_LDADD)
fuzz_programs += tests/fuzz/fuzz_sentence
tests_fuzz_fuzz_sentence_SOURCES = tests/fuzz/fuzz_sentence.c
tests_fuzz_fuzz_sentence_LDADD = $(FUZZ_LDADD)

fuzz_programs += tests/fuzz/fuzz_fold
tests_fuzz_fuzz_fold_SOURCES = tests/fuzz/fuzz_fold.c
tests_fuzz_fuzz_fold_LDADD = $(FUZZ_LDADD)

fuzz_programs += tests/fuzz/fuzz_number
tests_fuzz_fuzz_number_SOURCES = tests/fuzz/fuzz_number.c
tests_fuzz_fuzz_number_LDADD = $(FUZZ_LDADD)

fuzz_programs += tests/fuzz/fuzz_anchor
tests_fuzz_fuzz_anchor_SOURCES = tests/fuzz/fuzz_anchor.c
tests_fuzz_fuzz_anchor_LDADD = $(FUZZ_LDADD)

fuzz_programs += tests/fuzz/fuzz_salvage
tests_fuzz_fuzz_salvage_SOURCES = tests/fuzz/fuzz_salvage.c
tests_fuzz_fuzz_salvage_LDADD = $(FUZZ_LDADD)

fuzz_programs += tests/fuzz/fuzz_link
tests_fuzz_fuzz_link_SOURCES = tests/fuzz/fuzz_link.c
tests_fuzz_fuzz_link_LDADD = $(FUZZ_LDADD)
fuzz_programs += tests/fuzz/fuzz_pasted
tests_fuzz_fuzz_pasted_SOURCES = tests/fuzz/fuzz_pasted.c
tests_fuzz_fuzz_pasted_LDADD = $(FUZZ_LDADD)

fuzz_programs += tests/fuzz/fuzz_dictionary
tests_fuzz_fuzz_dictionary_SOURCES = tests/fuzz/fuzz_dictionary.c
tests_fuzz_fuzz_dictionary_LDADD = $(FUZZ_LDADD)

fuzz_programs += tests/fuzz/fuzz_entries
tests_fuzz_fuzz_entries_SOURCES = tests/fuzz/fuzz_entries.c
tests_fuzz_fuzz_entries_LDADD = $(FUZZ_LDADD)

fuzz_programs += tests/fuzz/fuzz_words
tests_fuzz_fuzz_words_SOURCES = tests/fuzz/fuzz_words.c
tests_fuzz_fuzz_words_LDADD = $(FUZZ_LDADD)

fuzz_programs += tests/fuzz/fuzz_annotation
tests_fuzz_fuzz_annotation_SOURCES = tests/fuzz/fuzz_annotation.c
tests_fuzz_fuzz_annotation_LDADD = $(FUZZ_LDADD)

fuzz_programs += tests/fuzz/fuzz_pack
tests_fuzz_fuzz_pack_SOURCES = tests/fuzz/fuzz_pack.c
tests_fuzz_fuzz_pack_LDADD = $(FUZZ_LDADD)

fuzz_programs += tests/fuzz/fuzz_query
tests_fuzz_fuzz_query_SOURCES = tests/fuzz/fuzz_query.c
tests_fuzz_fuzz_query_LDADD = $(FUZZ_LDADD)

check_PROGRAMS += $(fuzz_programs)
TESTS += tests/fuzz/run
EXTRA_DIST += tests/fuzz/run tests/fuzz/corpus
AM_TESTS_ENVIRONMENT += fuzz_programs='$(fuzz_programs)'; export fuzz_programs;
