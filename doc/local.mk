# doc/local.mk - what is installed for reading.

dist_doc_DATA += \
	README.md \
	doc/answers.md \
	doc/architecture.md \
	doc/items.md \
	doc/journal.md \
	doc/method.md

EXTRA_DIST += doc/team.png
