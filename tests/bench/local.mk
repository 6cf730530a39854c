# SPDX-License-Identifier: GPL-3.0-or-later
# Programs that measure and fit; built by hand (make tests/bench/NAME).
EXTRA_PROGRAMS += tests/bench/align_score
tests_bench_align_score_SOURCES = tests/bench/align_score.c
tests_bench_align_score_LDADD = tests/unit/libcheck.a $(TEST_LDADD)
tests_bench_align_score_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests/unit
