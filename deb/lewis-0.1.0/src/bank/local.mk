# src/bank/local.mk - item banks.

src_libbank_la_SOURCES = \
	src/bank/bank.c \
	src/bank/bank.h \
	src/bank/bank_compare.c \
	src/bank/bank_grammar.c \
	src/bank/bank_items_xml.c \
	src/bank/bank_rules.c \
	src/bank/bank_xml.c \
	src/bank/bank_xml.h \
	src/bank/controls.c \
	src/bank/controls.h \
	src/bank/export.c \
	src/bank/export.h \
	src/bank/export_google.c \
	src/bank/export_limesurvey.c \
	src/bank/export_paper.c
src_libbank_la_CPPFLAGS = $(layer_cppflags)

# What pages need stands in the library as strings (build-aux/embed.awk).
nodist_src_libbank_la_SOURCES = src/bank/controls_css.c src/bank/controls_js.c
EXTRA_DIST += src/bank/controls.css src/bank/controls.js
src/bank/controls_css.c: src/bank/controls.css
	$(embed) name=controls_css $(embed_to)
src/bank/controls_js.c: src/bank/controls.js
	$(embed) name=controls_js $(embed_to)
CLEANFILES += src/bank/controls_css.c src/bank/controls_js.c
