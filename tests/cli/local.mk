# SPDX-License-Identifier: GPL-3.0-or-later
# The cases of the command line.
TESTS += tests/cli/run
EXTRA_DIST += tests/cli/README tests/cli/case.sh tests/cli/run \
  tests/cli/add-bad.expected tests/cli/add-bad.test \
  tests/cli/add-change.expected tests/cli/add-change.test \
  tests/cli/add-names.expected tests/cli/add-names.test \
  tests/cli/add.expected tests/cli/add.test \
  tests/cli/align.expected tests/cli/align.test \
  tests/cli/articles.expected tests/cli/articles.test \
  tests/cli/completion.expected tests/cli/completion.test \
  tests/cli/damaged.expected tests/cli/damaged.test \
  tests/cli/doctor.expected tests/cli/doctor.test \
  tests/cli/exchange.test tests/cli/exchange.expected \
  tests/cli/import.test tests/cli/import.expected \
  tests/cli/import-bad.test tests/cli/import-bad.expected \
  tests/cli/export-formats.test tests/cli/export-formats.expected \
  tests/cli/export-hostile.expected tests/cli/export-hostile.test \
  tests/cli/export.expected tests/cli/export.test \
  tests/cli/full-disk.expected tests/cli/full-disk.test \
  tests/cli/help.expected tests/cli/help.test \
  tests/cli/locale.expected tests/cli/locale.test \
  tests/cli/manual.expected tests/cli/manual.test \
  tests/cli/note-add.expected tests/cli/note-add.test \
  tests/cli/note-edit.expected tests/cli/note-edit.test \
  tests/cli/note-kept.expected tests/cli/note-kept.test \
  tests/cli/note-list.expected tests/cli/note-list.test \
  tests/cli/options.expected tests/cli/options.test \
  tests/cli/permissions.expected tests/cli/permissions.test \
  tests/cli/runner.expected tests/cli/runner.test \
  tests/cli/seeds.expected tests/cli/seeds.test \
  tests/cli/show-html.expected tests/cli/show-html.test \
  tests/cli/show-whole.expected tests/cli/show-whole.test \
  tests/cli/show.expected tests/cli/show.test \
  tests/cli/streams.expected tests/cli/streams.test \
  tests/cli/terminal.expected tests/cli/terminal.test
EXTRA_DIST += tests/cli/README tests/cli/run \
  tests/cli/backup.expected tests/cli/backup.test \
  tests/cli/beads.expected tests/cli/beads.test \
  tests/cli/note-history.expected tests/cli/note-history.test \
  tests/cli/note-attach.expected tests/cli/note-attach.test \
  tests/cli/reading.expected tests/cli/reading.test \
  tests/cli/chinese.expected \
  tests/cli/chinese.test \
  tests/cli/check.expected tests/cli/check.test \
  tests/cli/concordance.expected tests/cli/concordance.test \
  tests/cli/numbers.expected tests/cli/numbers.test \
  tests/cli/quantities.expected tests/cli/quantities.test \
  tests/cli/align-formats.expected tests/cli/align-formats.test \
  tests/cli/align-folders.expected tests/cli/align-folders.test \
  tests/cli/dictionary.expected tests/cli/dictionary.test tests/cli/dictionary-look.expected \
  tests/cli/dictionary-look.test \
  tests/cli/keywords.expected tests/cli/keywords.test \
  tests/cli/keywords-seeds.expected tests/cli/keywords-seeds.test \
  tests/cli/learn.expected tests/cli/learn.test \
  tests/cli/runner.expected \
  tests/cli/runner.test
EXTRA_DIST += tests/cli/search.expected tests/cli/search.test
