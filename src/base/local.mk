# src/base/local.mk - stands on nothing of ours. document_xml.c is the door to
# libxml2 for our own files, xml_stream.c the one for those of strangers; fold.c
# and digest.c are those to glib.

src_libbase_la_SOURCES = \
	src/base/arena.c \
	src/base/arena.h \
	src/base/columns.h \
	src/base/content.c \
	src/base/content.h \
	src/base/digest.c \
	src/base/digest.h \
	src/base/document.h \
	src/base/document_xml.c \
	src/base/error.c \
	src/base/error.h \
	src/base/expanse.c \
	src/base/expanse.h \
	src/base/file.c \
	src/base/file.h \
	src/base/fold.c \
	src/base/fold.h \
	src/base/grammar.c \
	src/base/grammar.h \
	src/base/lane.h \
	src/base/language.c \
	src/base/number.c \
	src/base/number.h \
	src/base/output.c \
	src/base/output.h \
	src/base/page.c \
	src/base/phrasebook.c \
	src/base/phrasebook.h \
	src/base/problems.c \
	src/base/problems.h \
	src/base/program.c \
	src/base/program.h \
	src/base/reader.c \
	src/base/reader.h \
	src/base/shelf.c \
	src/base/spelling.c \
	src/base/style.c \
	src/base/text.c \
	src/base/text.h \
	src/base/translation.c \
	src/base/translation.h \
	src/base/xml_stream.c \
	src/base/xml_stream.h
src_libbase_la_CPPFLAGS = $(layer_cppflags) $(LIBXML_CFLAGS) $(GLIB_CFLAGS) \
	-DLEWIS_DATADIR='"$(pkgdatadir)"' \
	-DLEWIS_LOCALEDIR='"$(localedir)"'
