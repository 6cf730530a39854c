# SPDX-License-Identifier: GPL-3.0-or-later
# The cases of the command line.
TESTS += tests/cli/run
EXTRA_DIST += tests/cli/README tests/cli/run \
  tests/cli/runner.expected \
  tests/cli/runner.test
