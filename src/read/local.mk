# SPDX-License-Identifier: GPL-3.0-or-later
src_librooms_a_SOURCES += src/read/grid.c src/read/grid.h
