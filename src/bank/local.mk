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
	src/bank/export.c \
	src/bank/export.h \
	src/bank/export_google.c \
	src/bank/export_limesurvey.c \
	src/bank/export_paper.c
src_libbank_la_CPPFLAGS = $(layer_cppflags)
