# SPDX-License-Identifier: GPL-3.0-or-later
# All tests: unit, command, screen, fuzz, house.
AM_TESTS_ENVIRONMENT = srcdir='$(abs_top_srcdir)'; builddir='$(abs_top_builddir)'; \
  export srcdir builddir; \
  LSAN_OPTIONS="suppressions=$$srcdir/tests/leaks:print_suppressions=0"; \
  export LSAN_OPTIONS;
EXTRA_DIST += tests/leaks
TEST_LDADD = $(ROOMS) $(ROOM_LIBS)
include tests/unit/local.mk
include tests/fuzz/local.mk
include tests/bench/local.mk
include tests/cli/local.mk
include tests/screen/local.mk
include tests/house/local.mk
