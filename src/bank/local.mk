# src/bank/local.mk - item banks.

src_libbank_la_SOURCES = \
	src/bank/bank.c \
	src/bank/bank.h \
	src/bank/bank_rules.c \
	src/bank/bank_xml.c
src_libbank_la_CPPFLAGS = $(layer_cppflags)
