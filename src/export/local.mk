# SPDX-License-Identifier: GPL-3.0-or-later
src_librooms_a_SOURCES += src/export/exporter.h src/export/exporters.c \
  src/export/export_parts.c src/export/export_parts.h \
  src/export/export_text.c src/export/export_markdown.c \
  src/export/export_tsv.c src/export/citation.c
src_librooms_a_SOURCES += src/export/safe_file.c src/export/safe_file.h
src_librooms_a_SOURCES += src/export/plot.h src/export/plot_frame.h \
  src/export/plot_frame.c src/export/plot_dates.c src/export/plot_rows.c \
  src/export/plot_files.c
