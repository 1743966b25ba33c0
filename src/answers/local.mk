# src/answers/local.mk - answer sheets: bytes (source, blocks), records (record,
# csv), what the columns mean (layout), and a record as a sheet (answer, sheet).

src_libanswers_la_SOURCES = \
	src/answers/answer.c \
	src/answers/answers.c \
	src/answers/answer.h \
	src/answers/answers.h \
	src/answers/blocks.c \
	src/answers/blocks.h \
	src/answers/cell.c \
	src/answers/csv.c \
	src/answers/csv.h \
	src/answers/decode.c \
	src/answers/decode.h \
	src/answers/encoding.c \
	src/answers/encoding.h \
	src/answers/heading.c \
	src/answers/heading.h \
	src/answers/layout.c \
	src/answers/layout.h \
	src/answers/mapping.c \
	src/answers/mapping.h \
	src/answers/opening.c \
	src/answers/opening.h \
	src/answers/record.c \
	src/answers/record.h \
	src/answers/seek.c \
	src/answers/seek.h \
	src/answers/sheet.c \
	src/answers/sheet.h \
	src/answers/source.c \
	src/answers/source.h \
	src/answers/ties.c \
	src/answers/ties.h \
	src/answers/vendor.c \
	src/answers/vendor.h \
	src/answers/words.c \
	src/answers/words.h \
	src/answers/workbook.h
if HAVE_ZIP
src_libanswers_la_SOURCES += \
	src/answers/sheet_cell.c \
	src/answers/sheet_cell.h \
	src/answers/parts.h \
	src/answers/parts_zip.c \
	src/answers/workbook.c
else
src_libanswers_la_SOURCES += src/answers/workbook_none.c
endif
src_libanswers_la_CPPFLAGS = $(layer_cppflags) $(ZIP_CFLAGS)
