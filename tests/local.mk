# tests/local.mk - to add a test, add its line to one of the two lists.
#
# All tests speak TAP. Unit programs link the layers themselves and so see names
# that liblewis hides; shell tests begin with tests/tap.sh and must be
# executable. A shell test finds the program in $LEWIS.

unit_tests = \
	tests/unit/advice_test \
	tests/unit/answers_test \
	tests/unit/arena_test \
	tests/unit/assign_test \
	tests/unit/backdrop_test \
	tests/unit/bank_test \
	tests/unit/batch_test \
	tests/unit/cells_test \
	tests/unit/chart_blocks_test \
	tests/unit/chart_layout_test \
	tests/unit/chart_options_test \
	tests/unit/cloud_test \
	tests/unit/composition_test \
	tests/unit/controls_test \
	tests/unit/country_test \
	tests/unit/crew_test \
	tests/unit/csv_test \
	tests/unit/decode_test \
	tests/unit/deflate_test \
	tests/unit/density_test \
	tests/unit/digest_test \
	tests/unit/document_layout_test \
	tests/unit/document_test \
	tests/unit/draft_test \
	tests/unit/echo_test \
	tests/unit/error_test \
	tests/unit/express_test \
	tests/unit/faultline_test \
	tests/unit/figures_test \
	tests/unit/file_test \
	tests/unit/fold_test \
	tests/unit/forms_test \
	tests/unit/groups_test \
	tests/unit/handin_test \
	tests/unit/ids_test \
	tests/unit/highlight_test \
	tests/unit/input_test \
	tests/unit/items_test \
	tests/unit/label_layout_test \
	tests/unit/labels_test \
	tests/unit/lane_test \
	tests/unit/language_test \
	tests/unit/legend_test \
	tests/unit/markers_test \
	tests/unit/moves_test \
	tests/unit/number_test \
	tests/unit/output_test \
	tests/unit/overlay_test \
	tests/unit/page_test \
	tests/unit/palette_test \
	tests/unit/panels_test \
	tests/unit/phrasebook_test \
	tests/unit/picture_test \
	tests/unit/pixels_test \
	tests/unit/privacy_test \
	tests/unit/problems_test \
	tests/unit/quality_test \
	tests/unit/record_test \
	tests/unit/rearrange_test \
	tests/unit/reference_test \
	tests/unit/region_test \
	tests/unit/regions_test \
	tests/unit/report_test \
	tests/unit/scene_test \
	tests/unit/score_test \
	tests/unit/session_test \
	tests/unit/session_walk_test \
	tests/unit/shelf_test \
	tests/unit/shuffle_test \
	tests/unit/spelling_test \
	tests/unit/style_test \
	tests/unit/summary_test \
	tests/unit/take_words_test \
	tests/unit/team_text_test \
	tests/unit/text_test \
	tests/unit/theme_test \
	tests/unit/tracks_test \
	tests/unit/triangle_chart_test \
	tests/unit/typeset_test \
	tests/unit/unsynced_test \
	tests/unit/words_test \
	tests/unit/worth_test \
	tests/unit/zoom_test

shell_tests = \
	tests/browser/kill.sh \
	tests/browser/page.sh \
	tests/browser/workshop.sh \
	tests/cli/bank.sh \
	tests/cli/batch.sh \
	tests/cli/chart.sh \
	tests/cli/chart_output.sh \
	tests/cli/chart_looks.sh \
	tests/cli/command_lines.sh \
	tests/cli/country.sh \
	tests/cli/embed.sh \
	tests/cli/export.sh \
	tests/cli/full.sh \
	tests/cli/person.sh \
	tests/cli/interrupt.sh \
	tests/cli/items.sh \
	tests/cli/places.sh \
	tests/cli/language.sh \
	tests/cli/readme.sh \
	tests/cli/report.sh \
	tests/cli/manual.sh \
	tests/cli/completion.sh \
	tests/cli/recipes.sh \
	tests/cli/score.sh \
	tests/cli/security.sh \
	tests/cli/summary.sh \
	tests/cli/take.sh \
	tests/cli/take-lines.sh \
	tests/cli/team.sh \
	tests/cli/usage.sh \
	tests/cli/vendors.sh \
	tests/cli/vocabulary.sh \
	tests/cli/workbook.sh \
	tests/faults/faults.sh \
	tests/lint/headers.sh \
	tests/lint/layers.sh \
	tests/lint/symbols.sh \
	tests/lint/translations.sh

# Calls that fail, for a shell test: a library that is put before the C library.
check_LTLIBRARIES = tests/faults/shim.la
tests_faults_shim_la_SOURCES = tests/faults/shim.c
tests_faults_shim_la_CPPFLAGS = $(program_cppflags)
tests_faults_shim_la_LDFLAGS = -module -avoid-version -rpath /nowhere
tests_faults_shim_la_LIBADD =
FAULTS = places
FAULT_WAYS =
.PHONY: check-faults
check-faults: all tests/faults/shim.la
	$(AM_TESTS_ENVIRONMENT) FAULT_WAYS='$(FAULT_WAYS)' \
		$(SHELL) '$(srcdir)/tests/faults/faults.sh' $(FAULTS)

# Unit tests, watched by valgrind: nothing read that was not written, nothing
# lost. VALGRIND_TESTS=tests/unit/text_test takes one of them.
VALGRIND = valgrind -q --error-exitcode=99 --leak-check=full \
	--errors-for-leak-kinds=definite --suppressions='$(valgrind_supp)'
valgrind_supp = $(abs_top_srcdir)/tests/valgrind.supp
VALGRIND_TESTS = $(unit_tests)
.PHONY: check-valgrind
check-valgrind: all $(check_PROGRAMS)
	@$(AM_TESTS_ENVIRONMENT) bad=; for test in $(VALGRIND_TESTS); do \
		$(LIBTOOL) --silent --mode=execute $(VALGRIND) ./$$test \
			>valgrind.log 2>&1; \
		case $$? in \
		0) echo "ok $$test" ;; \
		*) echo "not ok $$test"; grep -E '^not ok|^==' valgrind.log; \
			bad="$$bad $$test" ;; \
		esac; \
	done; rm -f valgrind.log; test -z "$$bad"

# clang's analyzer over all sources; it follows ways through functions that no
# test takes.
ANALYZER = clang --analyze --analyzer-output text -Xclang -analyzer-werror
.PHONY: check-analyzer
check-analyzer: all
	@status=0; for file in $(analyzed); do \
		$(ANALYZER) -std=c11 $(DEFS) $(DEFAULT_INCLUDES) $(layer_cppflags) \
			$(ZIP_CFLAGS) $(JANSSON_CFLAGS) $(LIBXML_CFLAGS) \
			$(GLIB_CFLAGS) $(GSL_CFLAGS) $(RENDER_CFLAGS) $(PANGO_CFLAGS) \
			$(SERVE_CFLAGS) $(WORKSHOP_CFLAGS) $$file || status=1; \
	done; exit $$status
analyzed = `find '$(srcdir)/src' -name '*.c' ! -name '*_none.c'`

# Which lines the tests run, by layer: in a build of its own, from a copy of the
# sources, because these may be configured themselves.
.PHONY: coverage
coverage: distdir
	rm -rf build-coverage && $(MKDIR_P) build-coverage
	mv '$(distdir)' build-coverage/source
	cd build-coverage && source/configure --quiet --disable-shared CC='$(CC) --coverage' \
		CFLAGS='-O0 -g'
	cd build-coverage && $(MAKE) $(AM_MAKEFLAGS) -k check; \
		$(SHELL) source/build-aux/coverage.sh source

noinst_HEADERS = tests/unit/bfi.h tests/unit/charting.h tests/unit/conversions.h \
	tests/unit/near.h \
	tests/unit/teams.h tests/unit/workshops.h

# A person at a terminal, for shell tests: $PTY.
check_PROGRAMS += tests/pty/pty
tests_pty_pty_SOURCES = tests/pty/pty.c tests/pty/screen.c tests/pty/screen.h
tests_pty_pty_CPPFLAGS = $(program_cppflags)
tests_pty_pty_LDADD =

tests_unit_take_words_test_SOURCES = tests/unit/take_words_test.c \
	src/cli/take/words.c src/cli/take/words.h

EXTRA_DIST += tests/browser/browser.js tests/browser/kill.js \
	tests/browser/node.sh tests/browser/page.js tests/browser/room.js \
	tests/browser/workshop.js tests/cli/dirty.awk tests/cli/flatten.awk tests/cli/near.awk \
	tests/leaks.supp tests/valgrind.supp tests/run-unit \
	tests/tap.sh tests/golden \
	tests/oracle tests/fixtures

if HAVE_ZIP
unit_tests += tests/unit/workbook_test
tests_unit_workbook_test_CPPFLAGS = $(AM_CPPFLAGS) $(ZIP_CFLAGS)
if HAVE_XLSXWRITER
unit_tests += tests/unit/writer_xlsx_test
endif
endif

if HAVE_WORKSHOP
unit_tests += tests/unit/workshop_code_test \
	tests/unit/workshop_crash_test tests/unit/workshop_release_test \
	tests/unit/workshop_test
shell_tests += tests/cli/workshop.sh
EXTRA_DIST += tests/cli/workshop.sh

# People of a CSV file answer in a workshop, for shell tests: $FILL.
check_PROGRAMS += tests/workshop/fill
tests_workshop_fill_SOURCES = tests/workshop/fill.c
tests_workshop_fill_CPPFLAGS = $(program_cppflags)
endif

if HAVE_SERVE
unit_tests += \
	tests/unit/serve_http_test \
	tests/unit/serve_parts_test \
	tests/unit/serve_words_test
endif

TESTS += $(unit_tests) $(shell_tests)
dist_check_SCRIPTS += $(shell_tests)

# Unit tests are the only programs without flags of their own.
AM_CPPFLAGS = $(layer_cppflags) $(JANSSON_CFLAGS) $(CMOCKA_CFLAGS) $(LIBXML_CFLAGS) \
	$(GSL_CFLAGS) $(RENDER_CFLAGS) $(PANGO_CFLAGS)
LDADD = $(layers) $(foreign_libs) $(CMOCKA_LIBS)

if HAVE_CMOCKA
check_PROGRAMS += $(unit_tests)
else
check_DATA = need-cmocka
need-cmocka:
	@echo "make check needs cmocka 1.1.5 or newer, which configure did not" \
		"find. ./autogen.sh --deps installs it." >&2; exit 1
endif

TEST_EXTENSIONS = .sh
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) \
	$(top_srcdir)/build-aux/tap-driver.sh
LOG_COMPILER = $(SHELL) $(top_srcdir)/tests/run-unit
SH_LOG_DRIVER = $(LOG_DRIVER)
AM_TESTS_ENVIRONMENT = \
	unset NO_COLOR LANGUAGE; \
	export CC='$(CC)' SANITIZERS='$(SANITIZERS)' \
		srcdir='$(abs_srcdir)' \
		top_srcdir='$(abs_top_srcdir)' \
		top_builddir='$(abs_top_builddir)' \
		LEWIS='$(abs_top_builddir)/lewis$(EXEEXT)' \
		PTY='$(abs_top_builddir)/tests/pty/pty$(EXEEXT)' \
		FILL='$(abs_top_builddir)/tests/workshop/fill$(EXEEXT)' \
		LEWIS_PATH='$(abs_top_srcdir)/questionnaires' \
		LEWIS_HEADERS='$(pkginclude_HEADERS)' \
		XDG_DATA_HOME='$(abs_top_builddir)/tests/nobody' \
		XDG_STATE_HOME='$(abs_top_builddir)/tests/nobody' \
		LC_ALL=C SOURCE_DATE_EPOCH=1700000000 \
		CMOCKA_MESSAGE_OUTPUT=TAP \
		ASAN_OPTIONS=allocator_may_return_null=1 \
		LSAN_OPTIONS='suppressions=$(leaks):print_suppressions=0';
leaks = $(abs_top_srcdir)/tests/leaks.supp

# Expected files are written anew by the tests that compare them: read
# `git diff tests/golden' afterwards.
.PHONY: update-golden
update-golden: all
	UPDATE=1 $(MAKE) $(AM_MAKEFLAGS) check-TESTS \
		TESTS='$(shell_tests) tests/unit/chart_options_test'

# Numbers against R (and psych and PSPP, where they are installed).
.PHONY: check-oracle
check-oracle: all
	@if command -v Rscript >/dev/null 2>&1; then \
		LEWIS='$(abs_top_builddir)/lewis$(EXEEXT)' \
		LEWIS_PATH='$(abs_top_srcdir)/questionnaires' \
		Rscript '$(srcdir)/tests/oracle/items.R' && \
		LEWIS='$(abs_top_builddir)/lewis$(EXEEXT)' \
		LEWIS_PATH='$(abs_top_srcdir)/questionnaires' \
		Rscript '$(srcdir)/tests/oracle/team.R' && \
		'$(srcdir)/tests/oracle/summary.sh' '$(srcdir)'; \
	else \
		echo "check-oracle: SKIP: there is no Rscript"; \
	fi

# Does the region hold the truth as often as it says? A simulation, seeded; two
# minutes, so not part of `make check'.
EXTRA_PROGRAMS = tests/coverage/coverage tests/coverage/outliers
CLEANFILES += $(EXTRA_PROGRAMS)

.PHONY: check-coverage
check-coverage: tests/coverage/coverage$(EXEEXT) tests/coverage/outliers$(EXEEXT)
	./tests/coverage/coverage$(EXEEXT)
	./tests/coverage/outliers$(EXEEXT) 5 7 8 12 16 24 45
