# SPDX-License-Identifier: GPL-3.0-or-later
# The checks of the house: layers, names, messages, manual, README.
TESTS += tests/house/run
EXTRA_DIST += tests/house/run
