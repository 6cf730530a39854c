# SPDX-License-Identifier: GPL-3.0-or-later
src_librooms_a_SOURCES += src/export/exporter.h src/export/exporters.c \
  src/export/export_parts.c src/export/export_parts.h \
  src/export/export_text.c src/export/export_markdown.c \
  src/export/export_org.c src/export/export_html.c \
  src/export/export_tsv.c src/export/export_jsonld.c \
  src/export/export_bibtex.c src/export/export_csl.c \
  src/export/export_groups.c src/export/citation.c src/export/citation.h \
  src/export/cited.c src/export/cited.h src/export/html.c \
  src/export/html.h src/export/html_page.c src/export/html_page.h \
  src/export/edition_html.c src/export/edition_html.h src/export/json.c src/export/json.h
src_librooms_a_SOURCES += src/export/template.c src/export/template.h \
  src/export/template_fields.c src/export/template_fields.h \
  src/export/file_name.c src/export/file_name.h
src_librooms_a_SOURCES += src/export/safe_file.c src/export/safe_file.h
src_librooms_a_SOURCES += src/export/plot.h src/export/plot_frame.h \
  src/export/plot_frame.c src/export/plot_dates.c src/export/plot_rows.c \
  src/export/plot_files.c
src_librooms_a_SOURCES += src/export/plot_strip.c src/export/plot_strip.h
