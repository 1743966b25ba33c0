# src/answers/local.mk - answer sheets: bytes (source, blocks), records (record,
# csv), what the columns mean (layout), and a record as a sheet (answer, sheet).

src_libanswers_la_SOURCES = \
	src/answers/answer.c \
	src/answers/answers.c \
	src/answers/answers.h \
	src/answers/blocks.c \
	src/answers/blocks.h \
	src/answers/cell.c \
	src/answers/csv.c \
	src/answers/csv.h \
	src/answers/layout.c \
	src/answers/layout.h \
	src/answers/record.c \
	src/answers/record.h \
	src/answers/sheet.c \
	src/answers/sheet.h \
	src/answers/source.c \
	src/answers/source.h
src_libanswers_la_CPPFLAGS = $(layer_cppflags)
