# SPDX-License-Identifier: GPL-3.0-or-later
src_librooms_a_SOURCES += src/store/library.h src/store/numbers.h src/store/notebook.h \
  src/store/database.c src/store/database.h src/store/database_file.c \
  src/store/database_file.h src/store/database_schema.c \
  src/store/transaction.c src/store/statement.c src/store/statement.h \
  src/store/health.c src/store/codec.c src/store/codec.h \
  src/store/library.c src/store/library_private.h \
  src/store/library_schema.c src/store/library_collection.c \
  src/store/library_paths.h src/store/library_filter.c \
  src/store/library_filter.h src/store/library_write.c \
  src/store/library_write.h src/store/library_add.c \
  src/store/library_beads.c src/store/library_beads.h \
  src/store/library_list.c src/store/library_find.c \
  src/store/number_query.c src/store/numbers.c \
  src/store/numbers_find.c src/store/numbers_find.h \
  src/store/numbers_made.c src/store/numbers_made.h \
  src/store/numbers_value.c src/store/numbers_value.h \
  src/store/numbers_read.c src/store/numbers_read.h \
  src/store/numbers_write.c \
  src/store/keywords.c src/store/keywords.h src/store/keywords_count.c \
  src/store/keywords_private.h src/store/keywords_write.c \
  src/store/keywords_given.c src/store/notebook_terms.c \
  src/store/notebook_terms.h \
  src/store/keyword_words.c src/store/keyword_words.h \
  src/store/renderings.c src/store/renderings.h \
  src/store/renderings_candidates.c src/store/renderings_pairs.c \
  src/store/renderings_private.h \
  src/store/notebook.c src/store/notebook_private.h \
  src/store/notebook_schema.c src/store/notebook_notes.c \
  src/store/notebook_places.c src/store/notebook_corrections.c \
  src/store/notebook_dismissals.c src/store/notebook_query.c \
  src/store/notebook_tags.c src/store/notebook_tags.h \
  src/store/notebook_history.c src/store/notebook_history.h \
  src/store/notebook_take.c \
  src/store/notebook_reading.c src/store/notebook_reading.h \
  src/store/backup.c src/store/backup.h src/store/backup_list.c \
  src/store/backup_restore.c src/store/salvage.c src/store/salvage_file.c \
  src/store/salvage_pages.c \
  src/store/backup_private.h \
  src/store/note_row.c \
  src/store/entries.c src/store/entries.h src/store/mapping.c \
  src/store/mapping.h src/store/shelf_file.c src/store/shelf_file.h \
  src/store/shelf.c src/store/shelf.h
src_librooms_a_SOURCES += src/store/search.c src/store/search.h \
  src/store/search_expression.c src/store/search_expression.h \
  src/store/search_phrase.c src/store/search_phrase.h \
  src/store/search_stream.c src/store/search_tokens.c \
  src/store/search_count.c src/store/search_try.c src/store/search_open.c \
  src/store/search_ranking.c \
  src/store/heed.c src/store/heed.h src/store/keywords_narrow.c \
  src/store/keywords_sought.c src/store/keywords_document.c \
  src/store/keywords_tally.c src/store/keywords_score.c \
  src/store/search_found.c src/store/search_order.c \
  src/store/search_order.h src/store/search_index.c src/store/search_index.h \
  src/store/search_private.h src/store/search_write.c \
  src/store/search_write.h src/store/pack.c src/store/pack.h src/store/searches.c src/store/searches.h
src_librooms_a_SOURCES += src/store/library_sizes.c src/store/library_sizes.h
