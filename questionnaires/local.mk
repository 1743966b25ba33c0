# questionnaires/local.mk - content, installed to $(pkgdatadir).

dist_pkgdata_DATA += \
	questionnaires/advice.xml \
	questionnaires/agenda.xml \
	questionnaires/bank.rng \
	questionnaires/bfi.xml \
	questionnaires/countries.xml \
	questionnaires/globetrotter.xml \
	questionnaires/google-forms.csv \
	questionnaires/lmr-12.xml \
	questionnaires/lmr-30.xml \
	questionnaires/lmr-ratings.xml \
	questionnaires/me.csv \
	questionnaires/tasks.xml \
	questionnaires/truth.xml \
	questionnaires/workshop.csv

EXTRA_DIST += questionnaires/README.md questionnaires/google-forms.awk \
	questionnaires/workshop.awk

# A program run from a build tree looks for its content beside itself
# (lewis/shelf.h).
all-local:
	@test -e questionnaires || \
		$(LN_S) '$(abs_srcdir)/questionnaires' questionnaires
distclean-local:
	test ! -h questionnaires || rm -f questionnaires
