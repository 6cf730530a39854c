# SPDX-License-Identifier: GPL-3.0-or-later
# Programs that measure and fit; built by hand (make tests/bench/NAME).
BENCH_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests/unit
BENCH_SET = tests/bench/set.c tests/bench/set.h
bench_programs = tests/bench/note_scale tests/bench/align_score tests/bench/align_fit \
  tests/bench/number_speed tests/bench/collate_rate tests/bench/first_screen \
  tests/bench/word_step tests/bench/search_speed \
  tests/bench/key_delay
EXTRA_PROGRAMS += $(bench_programs)
CLEANFILES += $(bench_programs)
EXTRA_DIST += tests/bench/run tests/bench/notes tests/bench/timing.h tests/pairs

tests_bench_align_score_SOURCES = tests/bench/align_score.c $(BENCH_SET)
tests_bench_align_score_LDADD = tests/unit/libcheck.a $(TEST_LDADD)
tests_bench_align_score_CPPFLAGS = $(BENCH_CPPFLAGS)

tests_bench_align_fit_SOURCES = tests/bench/align_fit.c \
  tests/bench/fit_sample.c tests/bench/fit_sample.h \
  tests/bench/lbfgs.c tests/bench/lbfgs.h $(BENCH_SET)
tests_bench_align_fit_LDADD = tests/unit/libcheck.a $(TEST_LDADD)
tests_bench_align_fit_CPPFLAGS = $(BENCH_CPPFLAGS)

tests_bench_number_speed_SOURCES = tests/bench/number_speed.c
tests_bench_number_speed_LDADD = tests/unit/libcheck.a $(TEST_LDADD)
tests_bench_number_speed_CPPFLAGS = $(BENCH_CPPFLAGS)

tests_bench_collate_rate_SOURCES = tests/bench/collate_rate.c
tests_bench_collate_rate_LDADD = $(TEST_LDADD)

tests_bench_word_step_SOURCES = tests/bench/word_step.c
tests_bench_word_step_LDADD = $(TEST_LDADD)

tests_bench_key_delay_SOURCES = tests/bench/key_delay.c
tests_bench_key_delay_LDADD = -lutil

tests_bench_search_speed_SOURCES = tests/bench/search_speed.c
tests_bench_search_speed_LDADD = $(TEST_LDADD)

tests_bench_note_scale_SOURCES = tests/bench/note_scale.c
tests_bench_note_scale_LDADD = $(TEST_LDADD)

tests_bench_first_screen_SOURCES = tests/bench/first_screen.c
tests_bench_first_screen_LDADD = -lutil

# Speed and memory, as ratios: never part of the tests.
bench: src/enface$(EXEEXT) tests/bench/first_screen$(EXEEXT) \
  tests/bench/number_speed$(EXEEXT) tests/bench/word_step$(EXEEXT) \
  tests/bench/align_score$(EXEEXT) tests/bench/note_scale$(EXEEXT) \
  tests/bench/search_speed$(EXEEXT) tests/bench/key_delay$(EXEEXT)
	ALIGN_SCORE='$(abs_builddir)/tests/bench/align_score$(EXEEXT)' \
	ENFACE='$(abs_builddir)/src/enface$(EXEEXT)' \
	FIRST_SCREEN='$(abs_builddir)/tests/bench/first_screen$(EXEEXT)' \
	NUMBER_SPEED='$(abs_builddir)/tests/bench/number_speed$(EXEEXT)' \
	KEY_DELAY='$(abs_builddir)/tests/bench/key_delay$(EXEEXT)' \
	SEARCH_SPEED='$(abs_builddir)/tests/bench/search_speed$(EXEEXT)' \
	NOTE_SCALE='$(abs_builddir)/tests/bench/note_scale$(EXEEXT)' \
	WORD_STEP='$(abs_builddir)/tests/bench/word_step$(EXEEXT)' \
	srcdir='$(abs_srcdir)' '$(srcdir)/tests/bench/run'
.PHONY: bench
