# src/answers/local.mk - answer sheets.

src_libanswers_la_SOURCES = \
	src/answers/answer.c \
	src/answers/answers.c \
	src/answers/csv.c \
	src/answers/csv.h
src_libanswers_la_CPPFLAGS = $(layer_cppflags)
