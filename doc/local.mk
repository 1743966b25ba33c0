# doc/local.mk - what is installed for reading.

dist_doc_DATA += \
	README.md \
	doc/answers.md \
	doc/architecture.md \
	doc/batch.md \
	doc/items.md \
	doc/journal.md \
	doc/method.md

examplesdir = $(docdir)/examples
dist_examples_DATA = \
	doc/examples/score.sbatch \
	doc/examples/score_row.c

EXTRA_DIST += doc/team.png
