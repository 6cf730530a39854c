# SPDX-License-Identifier: GPL-3.0-or-later
# The terminal driver (where libvterm was found) and the cases of the screen.
if HAVE_VTERM
check_PROGRAMS += tests/screen/term tests/screen/hold
endif
tests_screen_term_SOURCES = \
  tests/screen/term.c \
  tests/screen/termact.c \
  tests/screen/termargs.c \
  tests/screen/termbytes.c \
  tests/screen/termbytes.h \
  tests/screen/termcmds.h \
  tests/screen/termemu.c \
  tests/screen/termemu.h \
  tests/screen/termkeys.c \
  tests/screen/termkeys.h \
  tests/screen/termlook.c \
  tests/screen/termlook.h \
  tests/screen/termproc.c \
  tests/screen/termproc.h \
  tests/screen/termpty.c \
  tests/screen/termpty.h \
  tests/screen/termrun.c \
  tests/screen/termrun.h \
  tests/screen/termscript.c \
  tests/screen/termscript.h \
  tests/screen/termstraight.c \
  tests/screen/termwait.c
tests_screen_term_CPPFLAGS = -D_GNU_SOURCE $(VTERM_CFLAGS)
tests_screen_term_LDADD = $(VTERM_LIBS) -lutil
tests_screen_hold_SOURCES = tests/screen/hold.c
tests_screen_hold_CPPFLAGS = -D_GNU_SOURCE
tests_screen_hold_LDADD =
TESTS += tests/screen/run tests/screen/monkey
EXTRA_DIST += tests/lib.sh tests/screen/README tests/screen/run \
  tests/screen/documents.sh \
  tests/screen/monkey \
  tests/screen/driver-end.expected \
  tests/screen/driver-end.script \
  tests/screen/driver-end.setup \
  tests/screen/driver-fail.expected \
  tests/screen/driver-fail.script \
  tests/screen/driver-fail.setup \
  tests/screen/driver-frame.expected \
  tests/screen/driver-frame.script \
  tests/screen/driver-keys.expected \
  tests/screen/driver-keys.script \
  tests/screen/driver-modes.expected \
  tests/screen/driver-modes.script \
  tests/screen/driver-resize.expected \
  tests/screen/driver-resize.script \
  tests/screen/driver-settle.expected \
  tests/screen/driver-settle.script \
  tests/screen/driver-text.expected \
  tests/screen/driver-text.script \
  tests/screen/reader-attach.expected \
  tests/screen/reader-attach.script \
  tests/screen/reader-attach.setup \
  tests/screen/reader-organise.expected \
  tests/screen/reader-organise.script \
  tests/screen/reader-organise.setup \
  tests/screen/reader-locked.expected \
  tests/screen/reader-locked.script \
  tests/screen/reader-locked.setup \
  tests/screen/reader-write.expected \
  tests/screen/reader-write.script \
  tests/screen/reader-write.setup \
  tests/screen/reader-copy.expected \
  tests/screen/reader-copy.script \
  tests/screen/reader-copy.setup \
  tests/screen/reader-editor.expected \
  tests/screen/reader-editor.script \
  tests/screen/reader-editor.setup \
  tests/screen/reader-chinese.expected \
  tests/screen/reader-chinese.script \
  tests/screen/reader-chinese.setup \
  tests/screen/reader-facing.expected \
  tests/screen/reader-facing.script \
  tests/screen/reader-facing.setup \
  tests/screen/reader-find.expected \
  tests/screen/reader-find.script \
  tests/screen/reader-find.setup \
  tests/screen/reader-first.expected \
  tests/screen/reader-first.script \
  tests/screen/reader-first.setup \
  tests/screen/reader-hostile.expected \
  tests/screen/reader-hostile.script \
  tests/screen/reader-hostile.setup \
  tests/screen/reader-kill.expected \
  tests/screen/reader-kill.script \
  tests/screen/reader-kill.setup \
  tests/screen/reader-layouts.expected \
  tests/screen/reader-layouts.script \
  tests/screen/reader-layouts.setup \
  tests/screen/reader-leave.expected \
  tests/screen/reader-leave.script \
  tests/screen/reader-leave.setup \
  tests/screen/reader-long.expected \
  tests/screen/reader-long.script \
  tests/screen/reader-long.setup \
  tests/screen/reader-move.expected \
  tests/screen/reader-check.expected \
  tests/screen/reader-check.script \
  tests/screen/reader-check.setup \
  tests/screen/reader-gone.expected \
  tests/screen/reader-gone.script \
  tests/screen/reader-gone.setup \
  tests/screen/reader-mend.expected \
  tests/screen/reader-mend.script \
  tests/screen/reader-mend.setup \
  tests/screen/reader-move.script \
  tests/screen/reader-move.setup \
  tests/screen/reader-notes.expected \
  tests/screen/reader-notes.script \
  tests/screen/reader-notes.setup \
  tests/screen/reader-numbers.expected \
  tests/screen/reader-numbers.script \
  tests/screen/reader-numbers.setup \
  tests/screen/reader-keywords.expected tests/screen/reader-keywords.script \
  tests/screen/reader-keywords.setup \
  tests/screen/reader-odd.expected \
  tests/screen/reader-odd.script \
  tests/screen/reader-odd.setup \
  tests/screen/reader-outside.expected \
  tests/screen/reader-outside.script \
  tests/screen/reader-outside.setup \
  tests/screen/reader-paste.expected \
  tests/screen/reader-paste.script \
  tests/screen/reader-paste.setup \
  tests/screen/reader-resize.expected \
  tests/screen/reader-resize.script \
  tests/screen/reader-resize.setup \
  tests/screen/reader-concordance.expected \
  tests/screen/reader-concordance.script \
  tests/screen/reader-concordance.setup \
  tests/screen/reader-search.expected \
  tests/screen/reader-search.script \
  tests/screen/reader-search.setup \
  tests/screen/reader-resume.expected \
  tests/screen/reader-resume.script \
  tests/screen/reader-resume.setup \
  tests/screen/reader-slow.expected \
  tests/screen/reader-slow.script \
  tests/screen/reader-slow.setup \
  tests/screen/reader-terminals.expected \
  tests/screen/reader-terminals.script \
  tests/screen/reader-terminals.setup \
  tests/screen/reader-two.expected \
  tests/screen/reader-two.script \
  tests/screen/reader-two.setup \
  tests/screen/reader-words.expected tests/screen/reader-words.script \
  tests/screen/reader-words.setup \
  tests/screen/reader-wide.expected \
  tests/screen/reader-wide.script \
  tests/screen/reader-wide.setup
