# SPDX-License-Identifier: GPL-3.0-or-later
src_librooms_a_SOURCES += src/cli/cli.c src/cli/cli.h src/cli/commands.c \
  src/cli/commands.h src/cli/options.c src/cli/options.h src/cli/usage.c \
  src/cli/usage.h src/cli/say.c src/cli/say.h src/cli/folders.c \
  src/cli/folders.h src/cli/paper.c src/cli/paper.h src/cli/record.c \
  src/cli/record.h src/cli/progress.c \
  src/cli/progress.h src/cli/probe.c src/cli/probe.h
src_librooms_a_SOURCES += src/cli/adding.c src/cli/adding.h \
  src/cli/interrupt.c src/cli/interrupt.h src/cli/realigning.c \
  src/cli/realigning.h \
  src/cli/alignment.c src/cli/alignment.h src/cli/pair_folders.c \
  src/cli/pair_folders.h src/cli/chosen.c src/cli/chosen.h \
  src/cli/facing.c src/cli/facing.h \
  src/cli/note_text.c src/cli/note_text.h src/cli/pair.c src/cli/pair.h \
  src/cli/placing.c src/cli/placing.h \
  src/cli/quote.c src/cli/quote.h src/cli/roff.c src/cli/roff.h \
  src/cli/which.c src/cli/which.h
src_librooms_a_SOURCES += src/cli/open.c src/cli/cmd_add.c \
  src/cli/cmd_align.c src/cli/cmd_backup.c src/cli/cmd_restore.c \
  src/cli/cmd_check.c src/cli/cmd_dictionary.c \
  src/cli/cmd_dictionary_look.c \
  src/cli/cmd_learn.c src/cli/cmd_completion.c src/cli/cmd_doctor.c \
  src/cli/doctor.h src/cli/doctor_folder.c \
  src/cli/cmd_export.c src/cli/export_folder.c \
  src/cli/export_form.h src/cli/cmd_keywords.c src/cli/cmd_term.c \
  src/cli/cmd_list.c src/cli/cmd_manual.c \
  src/cli/cmd_note_add.c src/cli/cmd_note_attach.c \
  src/cli/cmd_note_history.c src/cli/cmd_note_merge.c \
  src/cli/cmd_note_restore.c src/cli/cmd_reading.c src/cli/cmd_tags.c \
  src/cli/cmd_note_delete.c \
  src/cli/cmd_note_edit.c src/cli/cmd_note_list.c src/cli/cmd_numbers.c \
  src/cli/cmd_quantities.c src/cli/cmd_search.c src/cli/cmd_show.c \
  src/cli/kept.c src/cli/kept.h
src_librooms_a_SOURCES += src/cli/cmd_concordance.c \
  src/cli/concordance_table.c src/cli/concordance_table.h
src_librooms_a_SOURCES += src/cli/cmd_import.c
