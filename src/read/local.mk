# SPDX-License-Identifier: GPL-3.0-or-later
src_librooms_a_SOURCES += src/read/grid.c src/read/grid.h \
  src/read/key.c src/read/key.h src/read/action.c src/read/action.h \
  src/read/settings.c src/read/settings.h src/read/editor.c \
  src/read/editor_rows.c src/read/editor_words.c src/read/editor_private.h \
  src/read/editor.h src/read/reading.c src/read/reading.h \
  src/read/reading_notes.c src/read/select.c src/read/find.c src/read/mend.c \
  src/read/check.c src/read/session.c \
  src/read/session.h src/read/session_notes.c src/read/gather.c src/read/gather.h \
  src/read/completion.c src/read/completion.h \
  src/read/note_template.c src/read/note_template.h \
  src/read/start.h
src_librooms_a_SOURCES += src/read/finder.c src/read/finder.h \
  src/read/found_window.c src/read/found_window.h src/read/found_line.c \
  src/read/found_line.h src/read/sorted_lines.c src/read/sorted_lines.h \
  src/read/found_documents.c src/read/found_documents.h \
  src/read/survey.c src/read/survey.h src/read/near_words.c \
  src/read/near_words.h src/read/line_text.c src/read/line_text.h \
  src/read/trend.c src/read/trend.h
src_librooms_a_SOURCES += src/read/wording.c src/read/wording.h \
  src/read/word_mode.c src/read/lookup.c src/read/lookup.h
