# po/local.mk - the program's texts in other languages (doc/translating.md).
#
# To add a language: `msginit -i lewis.pot -o po/LANGUAGE.po`, a line in
# po/LINGUAS, and three lines here.
#
# SPDX-License-Identifier: GPL-3.0-or-later

po_files = po/nl.po
EXTRA_DIST += po/LINGUAS po/POTFILES.in po/options $(po_files)

if ENABLE_NLS
nldir = $(localedir)/nl/LC_MESSAGES
nl_DATA = locale/nl/LC_MESSAGES/lewis.mo
CLEANFILES += $(nl_DATA)
endif

# A program run from a build tree looks for them beside itself
# (lewis/translation.h).
locale/nl/LC_MESSAGES/lewis.mo: po/nl.po
	$(AM_V_GEN)$(MKDIR_P) locale/nl/LC_MESSAGES && \
		$(MSGFMT) --check -o $@ $(srcdir)/po/nl.po

# All texts as they stand in the sources now.
po/lewis.pot: FORCE
	@$(MKDIR_P) po
	$(AM_V_GEN)here=`pwd` && cd $(srcdir) && \
		xgettext `sed '/^#/d' po/options` --files-from=po/POTFILES.in \
			--add-location=file --package-name=lewis \
			--copyright-holder='the lewis authors' \
			--output="$$here/po/lewis.new"
	@sed '/^"POT-Creation-Date/d' po/lewis.new >$@ && rm po/lewis.new
FORCE:
CLEANFILES += po/lewis.pot po/lewis.new

# New and changed texts go into the catalogues; those are then for a person to
# translate.
.PHONY: update-po
update-po: po/lewis.pot
	@for language in `sed '/^#/d' $(srcdir)/po/LINGUAS`; do \
		msgmerge --quiet --update --backup=none --previous \
			--add-location=file \
			"$(srcdir)/po/$$language.po" po/lewis.pot || exit 1; \
		printf '%s: ' "$$language"; \
		msgfmt --statistics -o /dev/null \
			"$(srcdir)/po/$$language.po" || exit 1; \
	done
