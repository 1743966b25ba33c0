# src/report/local.mk - results in words, for the person they are about.

src_libreport_la_SOURCES = \
	src/report/code_sheet.c \
	src/report/countries.c \
	src/report/document.c \
	src/report/document.h \
	src/report/document_json.c \
	src/report/figure.c \
	src/report/layout.c \
	src/report/layout.h \
	src/report/layout_lines.c \
	src/report/layout_pages.c \
	src/report/layout_rows.c \
	src/report/layout_table.c \
	src/report/layout_text.c \
	src/report/meaning.c \
	src/report/meetings.c \
	src/report/meetings.h \
	src/report/near.c \
	src/report/person.c \
	src/report/person.h \
	src/report/person_document.c \
	src/report/phrases.c \
	src/report/phrases.def \
	src/report/phrases.h \
	src/report/result.c \
	src/report/result.h \
	src/report/shares.c \
	src/report/team_document.c \
	src/report/team_json.c \
	src/report/team_page.c \
	src/report/team_rows.c \
	src/report/team_say.c \
	src/report/team_say.h \
	src/report/words.c \
	src/report/words.h
src_libreport_la_CPPFLAGS = $(layer_cppflags)
