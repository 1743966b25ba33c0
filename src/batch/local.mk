# src/batch/local.mk - a stream of rows to a stream of scores.

src_libbatch_la_SOURCES = \
	src/batch/batch.c \
	src/batch/writer.h \
	src/batch/writer_rows.c \
	src/batch/writer_table.c
src_libbatch_la_CPPFLAGS = $(layer_cppflags)
