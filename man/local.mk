# SPDX-License-Identifier: GPL-3.0-or-later
# The manual page and the completion for bash are printed by the program itself,
# from its tables.
man_MANS = man/enface.1
completiondir = $(datadir)/bash-completion/completions
completion_DATA = man/enface
CLEANFILES += man/enface.1 man/enface

man/enface.1: src/enface$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) man && \
	  LANGUAGE= LC_ALL=C.UTF-8 src/enface$(EXEEXT) manual > $@-t && \
	  mv $@-t $@
man/enface: src/enface$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) man && \
	  LANGUAGE= LC_ALL=C.UTF-8 src/enface$(EXEEXT) completion bash > $@-t && \
	  mv $@-t $@
