# SPDX-License-Identifier: GPL-3.0-or-later
src_librooms_a_SOURCES += src/view/reader.c src/view/reader.h \
  src/view/app.c src/view/app.h src/view/question.c src/view/screens.h \
  src/view/page.c src/view/page_word.c src/view/page_word.h \
  src/view/look_text.c src/view/look_text.h src/view/entry_screen.c \
  src/view/page.h src/view/page_draw.c src/view/page_move.c \
  src/view/page_tools.c src/view/page_notes.c src/view/page_mend.c \
  src/view/page_check.c src/view/page_foot.c src/view/page_foot.h \
  src/view/paint.c \
  src/view/paint.h src/view/port.c src/view/port.h src/view/documents.c \
  src/view/notes.c src/view/note_reading.c src/view/note_rows.c src/view/note_rows.h \
  src/view/note_tasks.c src/view/former.c src/view/versions.c \
  src/view/attach.c src/view/links.c src/view/tags.c \
  src/view/bookmarks.c src/view/reading_list.c src/view/reading_list.h \
  src/view/preview.c src/view/preview.h \
  src/view/help.c src/view/writer.c src/view/writer.h \
  src/view/writer_complete.c src/view/writer_draft.c src/view/outside.c \
  src/view/pasted.c src/view/pasted.h \
  src/view/outside.h src/view/list.c src/view/list.h src/view/saving.c \
  src/view/saving.h src/view/keyword_list.c \
  src/view/keyword_list.h src/view/keyword_draw.c src/view/keyword_known.c \
  src/view/keyword_own.c \
  src/view/keyword_pane.c src/view/keyword_pane.h \
  src/view/number_draw.c src/view/number_draw.h \
  src/view/row_foot.c src/view/row_foot.h \
  src/view/row_window.c src/view/row_window.h \
  src/view/number_list.c src/view/number_list.h src/view/number_choice.c src/view/number_rows.c \
  src/view/number_rows.h src/view/timeline.c src/view/timeline.h \
  src/view/timeline_read.c src/view/lit.c src/view/lit.h src/view/hits.c \
  src/view/hits.h src/view/hits_kept.c src/view/hits_draw.c src/view/concordance_draw.c \
  src/view/near_list.c src/view/spread.c src/view/frequency.c \
  src/view/plot_view.c src/view/plot_view.h \
  src/view/concordance.c src/view/concordance.h src/view/canvas.c \
  src/view/canvas.h src/view/term.c src/view/term.h src/view/term_wait.c \
  src/view/term_wait.h src/view/osc52.c src/view/osc52.h
