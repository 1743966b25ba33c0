# doc/local.mk - what is installed for reading.

dist_doc_DATA += \
	CONTRIBUTING.md \
	NEWS \
	README.md \
	doc/answers.md \
	doc/architecture.md \
	doc/batch.md \
	doc/gallery.md \
	doc/items.md \
	doc/journal.md \
	doc/method.md \
	doc/scores.md \
	doc/security.md \
	doc/testing.md \
	doc/translating.md \
	doc/workshop.md

examplesdir = $(docdir)/examples
dist_examples_DATA = \
	doc/examples/score.sbatch \
	doc/examples/score_row.c

EXTRA_DIST += doc/team.png doc/gallery doc/gallery.awk doc/gallery.sh

# The pictures of gallery.md, drawn anew by the commands in it.
.PHONY: gallery
gallery: all
	SOURCE_DATE_EPOCH=1700000000 LEWIS_PATH='$(abs_srcdir)/questionnaires' \
		'$(srcdir)/doc/gallery.sh' '$(abs_builddir)/lewis$(EXEEXT)' \
		'$(abs_srcdir)' '$(abs_srcdir)/doc/gallery'
