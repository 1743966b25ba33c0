# doc/man/local.mk - manual pages. Those of commands are made of the program's
# own help, so they are built with the program and not distributed.

manual_commands = bank chart country drafts merge report score serve take team \
	workshop
manual_pages = doc/man/lewis.1 $(manual_commands:%=doc/man/lewis-%.1)
manual_date = 2026-11-22

dist_man_MANS = doc/man/lewis-answers.5 doc/man/lewis-bank.5 doc/man/liblewis.3
nodist_man_MANS = $(manual_pages)
EXTRA_DIST += doc/man/lewis.part doc/man/page.awk
CLEANFILES += $(manual_pages)

make_page = $(MKDIR_P) doc/man && \
	LSAN_OPTIONS='suppressions=$(leaks):print_suppressions=0' \
	LC_ALL=C ./lewis$(EXEEXT) help $$command >$@.help && \
	$(AWK) -v name=$$name -v version=$(PACKAGE_VERSION) \
		-v date=$(manual_date) -v part=$$part \
		-f $(srcdir)/doc/man/page.awk $@.help >$@.new && \
	rm $@.help && mv $@.new $@

$(manual_pages): lewis$(EXEEXT) doc/man/page.awk doc/man/lewis.part
	$(AM_V_GEN)name=$$(basename $@ .1); part= command=; \
	case $$name in \
	lewis) part=$(srcdir)/doc/man/lewis.part ;; \
	*) command=$${name#lewis-} ;; \
	esac; $(make_page)
