# include/local.mk - the public headers, installed to $(includedir)/lewis.

pkginclude_HEADERS += \
	include/lewis/advice.h \
	include/lewis/agenda.h \
	include/lewis/answers.h \
	include/lewis/api.h \
	include/lewis/bank.h \
	include/lewis/batch.h \
	include/lewis/cells.h \
	include/lewis/chart.h \
	include/lewis/checklist.h \
	include/lewis/composition.h \
	include/lewis/country.h \
	include/lewis/document.h \
	include/lewis/draft.h \
	include/lewis/earlier.h \
	include/lewis/error.h \
	include/lewis/export.h \
	include/lewis/figures.h \
	include/lewis/handin.h \
	include/lewis/items.h \
	include/lewis/nearness.h \
	include/lewis/output.h \
	include/lewis/overlay.h \
	include/lewis/page.h \
	include/lewis/pixels.h \
	include/lewis/quality.h \
	include/lewis/render.h \
	include/lewis/report.h \
	include/lewis/score.h \
	include/lewis/session.h \
	include/lewis/shelf.h \
	include/lewis/spelling.h \
	include/lewis/style.h \
	include/lewis/summary.h \
	include/lewis/tasks.h \
	include/lewis/team.h \
	include/lewis/team_text.h \
	include/lewis/text.h \
	include/lewis/translation.h \
	include/lewis/vendor.h
if HAVE_WORKSHOP
pkginclude_HEADERS += include/lewis/workshop.h
endif
if HAVE_SERVE
pkginclude_HEADERS += include/lewis/serve.h
endif
