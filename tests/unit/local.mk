# SPDX-License-Identifier: GPL-3.0-or-later
# One program a room: tests/unit/unit_ROOM.c.
unit_programs =
check_LIBRARIES = tests/unit/libcheck.a
tests_unit_libcheck_a_SOURCES = tests/unit/check.c tests/unit/check.h
UNIT_LDADD = tests/unit/libcheck.a $(TEST_LDADD)

unit_programs += tests/unit/unit_base
tests_unit_unit_base_SOURCES = tests/unit/unit_base.c
tests_unit_unit_base_LDADD = $(UNIT_LDADD)

unit_programs += tests/unit/unit_text_sentence
tests_unit_unit_text_sentence_SOURCES = tests/unit/unit_text_sentence.c
tests_unit_unit_text_sentence_LDADD = $(UNIT_LDADD)

unit_programs += tests/unit/unit_fold
tests_unit_unit_fold_SOURCES = tests/unit/unit_fold.c
tests_unit_unit_fold_LDADD = $(UNIT_LDADD)
unit_programs += tests/unit/unit_align
tests_unit_unit_align_SOURCES = tests/unit/unit_align.c
tests_unit_unit_align_LDADD = $(UNIT_LDADD)
unit_programs += tests/unit/unit_align_parts
tests_unit_unit_align_parts_SOURCES = tests/unit/unit_align_parts.c
tests_unit_unit_align_parts_LDADD = $(UNIT_LDADD)
unit_programs += tests/unit/unit_weigh
tests_unit_unit_weigh_SOURCES = tests/unit/unit_weigh.c
tests_unit_unit_weigh_LDADD = $(UNIT_LDADD)
unit_programs += tests/unit/unit_align_threads
tests_unit_unit_align_threads_SOURCES = tests/unit/unit_align_threads.c
tests_unit_unit_align_threads_LDADD = $(UNIT_LDADD)
unit_programs += tests/unit/unit_align_texts
tests_unit_unit_align_texts_SOURCES = tests/unit/unit_align_texts.c
tests_unit_unit_align_texts_LDADD = $(UNIT_LDADD)
EXTRA_DIST += tests/texts/gold.tsv

# The tests of number/ share a library of their own.
check_LIBRARIES += tests/unit/libnumber.a
tests_unit_libnumber_a_SOURCES = tests/unit/number_text.c \
  tests/unit/number_text.h
NUMBER_LDADD = tests/unit/libnumber.a $(UNIT_LDADD)
EXTRA_DIST += tests/unit/README.number tests/unit/README.robustness

unit_programs += tests/unit/unit_number tests/unit/unit_number_zh \
  tests/unit/unit_number_en tests/unit/unit_number_shared
tests_unit_unit_number_SOURCES = tests/unit/unit_number.c
tests_unit_unit_number_LDADD = $(NUMBER_LDADD)
tests_unit_unit_number_zh_SOURCES = tests/unit/unit_number_zh.c
tests_unit_unit_number_zh_LDADD = $(NUMBER_LDADD)
tests_unit_unit_number_en_SOURCES = tests/unit/unit_number_en.c
tests_unit_unit_number_en_LDADD = $(NUMBER_LDADD)
tests_unit_unit_number_shared_SOURCES = tests/unit/unit_number_shared.c
tests_unit_unit_number_shared_LDADD = $(NUMBER_LDADD)

unit_programs += tests/unit/unit_collate tests/unit/unit_collate_shared
tests_unit_unit_collate_SOURCES = tests/unit/unit_collate.c
tests_unit_unit_collate_LDADD = $(UNIT_LDADD)
tests_unit_unit_collate_shared_SOURCES = tests/unit/unit_collate_shared.c
tests_unit_unit_collate_shared_LDADD = $(UNIT_LDADD)

unit_programs += tests/unit/unit_import
tests_unit_unit_import_SOURCES = tests/unit/unit_import.c \
  tests/unit/import_summary.c tests/unit/import_summary.h
tests_unit_unit_import_LDADD = $(UNIT_LDADD)

unit_programs += tests/unit/unit_import_shared
tests_unit_unit_import_shared_SOURCES = tests/unit/unit_import_shared.c \
  tests/unit/import_summary.c tests/unit/import_summary.h
tests_unit_unit_import_shared_LDADD = $(UNIT_LDADD)

unit_programs += tests/unit/unit_export
tests_unit_unit_export_SOURCES = tests/unit/unit_export.c
tests_unit_unit_export_LDADD = $(UNIT_LDADD)
unit_programs += tests/unit/unit_association
tests_unit_unit_association_SOURCES = tests/unit/unit_association.c
tests_unit_unit_association_LDADD = $(UNIT_LDADD)

unit_programs += tests/unit/unit_export_formats
tests_unit_unit_export_formats_SOURCES = tests/unit/unit_export_formats.c
tests_unit_unit_export_formats_LDADD = $(UNIT_LDADD)
unit_programs += tests/unit/unit_plot
tests_unit_unit_plot_SOURCES = tests/unit/unit_plot.c
tests_unit_unit_plot_LDADD = $(UNIT_LDADD)
unit_programs += tests/unit/unit_text_decode tests/unit/unit_text_screen \
  tests/unit/unit_text_wrap
tests_unit_unit_text_decode_SOURCES = tests/unit/unit_text_decode.c
tests_unit_unit_text_decode_LDADD = $(UNIT_LDADD)
tests_unit_unit_text_screen_SOURCES = tests/unit/unit_text_screen.c
tests_unit_unit_text_screen_LDADD = $(UNIT_LDADD)
tests_unit_unit_text_wrap_SOURCES = tests/unit/unit_text_wrap.c \
  tests/unit/wrapped.c tests/unit/wrapped.h
tests_unit_unit_text_wrap_LDADD = $(UNIT_LDADD)

unit_programs += tests/unit/unit_book
tests_unit_unit_book_SOURCES = tests/unit/unit_book.c
tests_unit_unit_book_LDADD = $(UNIT_LDADD)

unit_programs += tests/unit/unit_link
tests_unit_unit_link_SOURCES = tests/unit/unit_link.c
tests_unit_unit_link_LDADD = $(UNIT_LDADD)

unit_programs += tests/unit/mutate_notes
tests_unit_mutate_notes_SOURCES = tests/unit/mutate_notes.c
tests_unit_mutate_notes_LDADD = $(UNIT_LDADD)

unit_programs += tests/unit/unit_editor
tests_unit_unit_editor_SOURCES = tests/unit/unit_editor.c
tests_unit_unit_editor_LDADD = $(UNIT_LDADD)

unit_programs += tests/unit/unit_key
tests_unit_unit_key_SOURCES = tests/unit/unit_key.c
tests_unit_unit_key_LDADD = $(UNIT_LDADD)

unit_programs += tests/unit/unit_canvas
tests_unit_unit_canvas_SOURCES = tests/unit/unit_canvas.c
tests_unit_unit_canvas_LDADD = $(UNIT_LDADD)

unit_programs += tests/unit/unit_beads
tests_unit_unit_beads_SOURCES = tests/unit/unit_beads.c
tests_unit_unit_beads_LDADD = $(UNIT_LDADD)
EXTRA_DIST += tests/texts/gold.tsv tests/texts/beads.tsv

unit_programs += tests/unit/unit_chain
tests_unit_unit_chain_SOURCES = tests/unit/unit_chain.c \
  tests/unit/grid_help.c tests/unit/grid_help.h
tests_unit_unit_chain_LDADD = $(UNIT_LDADD)

# The tests that need folders and databases share a library of their own.
check_LIBRARIES += tests/unit/libstore.a
tests_unit_libstore_a_SOURCES = tests/unit/store_help.c \
  tests/unit/store_help.h tests/unit/fault_vfs.c tests/unit/fault_vfs.h \
  tests/unit/old_notebook.c tests/unit/old_notebook.h
STORE_LDADD = tests/unit/libstore.a $(UNIT_LDADD)

unit_programs += tests/unit/unit_library
tests_unit_unit_library_SOURCES = tests/unit/unit_library.c
tests_unit_unit_library_LDADD = $(STORE_LDADD)

unit_programs += tests/unit/unit_keyword tests/unit/unit_keyword_index \
  tests/unit/unit_rendering
tests_unit_unit_rendering_SOURCES = tests/unit/unit_rendering.c
tests_unit_unit_rendering_LDADD = $(UNIT_LDADD)
tests_unit_unit_keyword_SOURCES = tests/unit/unit_keyword.c
tests_unit_unit_keyword_LDADD = $(STORE_LDADD)
tests_unit_unit_keyword_index_SOURCES = tests/unit/unit_keyword_index.c
tests_unit_unit_keyword_index_LDADD = $(STORE_LDADD)

unit_programs += tests/unit/unit_found
tests_unit_unit_found_SOURCES = tests/unit/unit_found.c
tests_unit_unit_found_LDADD = $(STORE_LDADD)

unit_programs += tests/unit/unit_query
tests_unit_unit_query_SOURCES = tests/unit/unit_query.c
tests_unit_unit_query_LDADD = $(UNIT_LDADD)

unit_programs += tests/unit/unit_search
tests_unit_unit_search_SOURCES = tests/unit/unit_search.c
tests_unit_unit_search_LDADD = $(STORE_LDADD)

unit_programs += tests/unit/unit_search_scan
tests_unit_unit_search_scan_SOURCES = tests/unit/unit_search_scan.c
tests_unit_unit_search_scan_LDADD = $(STORE_LDADD)

unit_programs += tests/unit/unit_search_tree
tests_unit_unit_search_tree_SOURCES = tests/unit/unit_search_tree.c
tests_unit_unit_search_tree_LDADD = $(STORE_LDADD)

unit_programs += tests/unit/unit_library_list
tests_unit_unit_library_list_SOURCES = tests/unit/unit_library_list.c
tests_unit_unit_library_list_LDADD = $(STORE_LDADD)

unit_programs += tests/unit/unit_numbers tests/unit/unit_number_query
tests_unit_unit_number_query_SOURCES = tests/unit/unit_number_query.c
tests_unit_unit_number_query_LDADD = $(UNIT_LDADD)
tests_unit_unit_numbers_SOURCES = tests/unit/unit_numbers.c
tests_unit_unit_numbers_LDADD = $(STORE_LDADD)

unit_programs += tests/unit/unit_notebook
tests_unit_unit_notebook_SOURCES = tests/unit/unit_notebook.c
tests_unit_unit_notebook_LDADD = $(STORE_LDADD)

unit_programs += tests/unit/unit_notebook_more
tests_unit_unit_notebook_more_SOURCES = tests/unit/unit_notebook_more.c
tests_unit_unit_notebook_more_LDADD = $(STORE_LDADD)

unit_programs += tests/unit/unit_backup
tests_unit_unit_backup_SOURCES = tests/unit/unit_backup.c
tests_unit_unit_backup_LDADD = $(STORE_LDADD)

unit_programs += tests/unit/unit_annotation
tests_unit_unit_annotation_SOURCES = tests/unit/unit_annotation.c
tests_unit_unit_annotation_LDADD = $(UNIT_LDADD)

unit_programs += tests/unit/unit_exchange
tests_unit_unit_exchange_SOURCES = tests/unit/unit_exchange.c
tests_unit_unit_exchange_LDADD = $(STORE_LDADD)

unit_programs += tests/unit/unit_notebook_places
tests_unit_unit_notebook_places_SOURCES = tests/unit/unit_notebook_places.c
tests_unit_unit_notebook_places_LDADD = $(STORE_LDADD)

unit_programs += tests/unit/unit_correction
tests_unit_unit_correction_SOURCES = tests/unit/unit_correction.c
tests_unit_unit_correction_LDADD = $(STORE_LDADD)

unit_programs += tests/unit/unit_store_damage
tests_unit_unit_store_damage_SOURCES = tests/unit/unit_store_damage.c
tests_unit_unit_store_damage_LDADD = $(STORE_LDADD)

unit_programs += tests/unit/unit_store_hostile
tests_unit_unit_store_hostile_SOURCES = tests/unit/unit_store_hostile.c
tests_unit_unit_store_hostile_LDADD = $(STORE_LDADD)

unit_programs += tests/unit/unit_store_faults
tests_unit_unit_store_faults_SOURCES = tests/unit/unit_store_faults.c
tests_unit_unit_store_faults_LDADD = $(STORE_LDADD)

unit_programs += tests/unit/unit_store_upgrade
tests_unit_unit_store_upgrade_SOURCES = tests/unit/unit_store_upgrade.c
tests_unit_unit_store_upgrade_LDADD = $(STORE_LDADD)

unit_programs += tests/unit/kill_calls
tests_unit_kill_calls_SOURCES = tests/unit/kill_calls.c
tests_unit_kill_calls_LDADD = $(STORE_LDADD)

unit_programs += tests/unit/kill_notebook
tests_unit_kill_notebook_SOURCES = tests/unit/kill_notebook.c
tests_unit_kill_notebook_LDADD = $(STORE_LDADD)

unit_programs += tests/unit/unit_settings
tests_unit_unit_settings_SOURCES = tests/unit/unit_settings.c
tests_unit_unit_settings_LDADD = $(STORE_LDADD)

unit_programs += tests/unit/unit_row_window
tests_unit_unit_row_window_SOURCES = tests/unit/unit_row_window.c
tests_unit_unit_row_window_LDADD = $(UNIT_LDADD)

unit_programs += tests/unit/unit_writing
tests_unit_unit_writing_SOURCES = tests/unit/unit_writing.c
tests_unit_unit_writing_LDADD = $(STORE_LDADD)

unit_programs += tests/unit/unit_grid
tests_unit_unit_grid_SOURCES = tests/unit/unit_grid.c \
  tests/unit/grid_help.c tests/unit/grid_help.h
tests_unit_unit_grid_LDADD = $(STORE_LDADD)

unit_programs += tests/unit/unit_reading tests/unit/unit_find
tests_unit_unit_reading_SOURCES = tests/unit/unit_reading.c
tests_unit_unit_reading_LDADD = $(STORE_LDADD)
tests_unit_unit_find_SOURCES = tests/unit/unit_find.c
tests_unit_unit_find_LDADD = $(STORE_LDADD)

unit_programs += tests/unit/unit_session
tests_unit_unit_session_SOURCES = tests/unit/unit_session.c
tests_unit_unit_session_LDADD = $(STORE_LDADD)

unit_programs += tests/unit/unit_source
tests_unit_unit_source_SOURCES = tests/unit/unit_source.c
tests_unit_unit_source_LDADD = $(STORE_LDADD)

unit_programs += tests/unit/unit_realign
tests_unit_unit_realign_SOURCES = tests/unit/unit_realign.c
tests_unit_unit_realign_LDADD = $(STORE_LDADD)
unit_programs += tests/unit/unit_words
tests_unit_unit_words_SOURCES = tests/unit/unit_words.c
tests_unit_unit_words_LDADD = $(STORE_LDADD)
unit_programs += tests/unit/unit_entries
tests_unit_unit_entries_SOURCES = tests/unit/unit_entries.c
tests_unit_unit_entries_LDADD = $(STORE_LDADD)
unit_programs += tests/unit/unit_ingest
tests_unit_unit_ingest_SOURCES = tests/unit/unit_ingest.c
tests_unit_unit_ingest_LDADD = $(STORE_LDADD)

check_PROGRAMS += $(unit_programs)
TESTS += $(unit_programs)
