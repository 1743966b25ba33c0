# src/batch/local.mk - a stream of rows to a stream of scores: threads (crew), what
# one does with a block (shift), and what goes out in order (batch).

src_libbatch_la_SOURCES = \
	src/batch/answer_counts.c \
	src/batch/answer_counts.h \
	src/batch/batch.c \
	src/batch/batch_hand.c \
	src/batch/batch_run.h \
	src/batch/columns.c \
	src/batch/columns.h \
	src/batch/crew.c \
	src/batch/crew.h \
	src/batch/echo.c \
	src/batch/echo.h \
	src/batch/express.c \
	src/batch/express.h \
	src/batch/express_plan.c \
	src/batch/express_plan.h \
	src/batch/express_score.c \
	src/batch/group.c \
	src/batch/group.h \
	src/batch/ids.c \
	src/batch/ids.h \
	src/batch/rejects.c \
	src/batch/rejects.h \
	src/batch/shift.c \
	src/batch/shift.h \
	src/batch/summary.c \
	src/batch/summary.h \
	src/batch/summary_codes.c \
	src/batch/summary_figures.c \
	src/batch/summary_json.c \
	src/batch/summary_merge.c \
	src/batch/summary_teams.c \
	src/batch/summary_write.c \
	src/batch/wide.c \
	src/batch/wide.h \
	src/batch/writer.h \
	src/batch/writer_rows.c \
	src/batch/writer_table.c
src_libbatch_la_CPPFLAGS = $(layer_cppflags) $(JANSSON_CFLAGS)

# A workbook's writer is linked by who wants its library, or else its stand-in.
src_libxlsx_none_la_SOURCES = src/batch/writer_xlsx_none.c
src_libxlsx_none_la_CPPFLAGS = $(layer_cppflags)
if HAVE_XLSXWRITER
src_libxlsx_la_SOURCES = src/batch/writer_xlsx.c
src_libxlsx_la_CPPFLAGS = $(layer_cppflags)
xlsx_layers = src/libxlsx.la
noinst_LTLIBRARIES += src/libxlsx_none.la
else
xlsx_layers = src/libxlsx_none.la
endif
