# src/batch/local.mk - a stream of rows to a stream of scores: threads (crew), what
# one does with a block (shift), and what goes out in order (batch).

src_libbatch_la_SOURCES = \
	src/batch/batch.c \
	src/batch/columns.c \
	src/batch/columns.h \
	src/batch/crew.c \
	src/batch/crew.h \
	src/batch/ids.c \
	src/batch/ids.h \
	src/batch/rejects.c \
	src/batch/rejects.h \
	src/batch/shift.c \
	src/batch/shift.h \
	src/batch/writer.h \
	src/batch/writer_rows.c \
	src/batch/writer_table.c
src_libbatch_la_CPPFLAGS = $(layer_cppflags)
