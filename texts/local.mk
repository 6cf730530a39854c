# SPDX-License-Identifier: GPL-3.0-or-later
# The sample documents; their names hold Chinese, so make does not list them.
EXTRA_DIST += texts/README texts/DEPARTURES.tsv texts/rmrb texts/prose

install-data-local:
	$(MKDIR_P) '$(DESTDIR)$(pkgdatadir)/texts'
	cd '$(srcdir)/texts' && find README DEPARTURES.tsv rmrb prose -type d \
	  -exec $(MKDIR_P) '$(DESTDIR)$(pkgdatadir)/texts/{}' ';' \
	  -o -type f -exec $(INSTALL_DATA) '{}' \
	    '$(DESTDIR)$(pkgdatadir)/texts/{}' ';'

uninstall-local:
	rm -rf '$(DESTDIR)$(pkgdatadir)/texts'
