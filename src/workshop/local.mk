# src/workshop/local.mk - a workshop's store and life (SQLite).

if HAVE_WORKSHOP
src_libworkshop_la_SOURCES = \
	src/workshop/code.c \
	src/workshop/code.h \
	src/workshop/create.c \
	src/workshop/database.c \
	src/workshop/database.h \
	src/workshop/export.c \
	src/workshop/figures.c \
	src/workshop/life.c \
	src/workshop/people.c \
	src/workshop/purge.c \
	src/workshop/release.c \
	src/workshop/release.h \
	src/workshop/respondents.c \
	src/workshop/respondents.h \
	src/workshop/save.c \
	src/workshop/schema.c \
	src/workshop/schema.h \
	src/workshop/sheet.c \
	src/workshop/sheet.h \
	src/workshop/shown.c \
	src/workshop/shown.h \
	src/workshop/status_json.c \
	src/workshop/workshop.c \
	src/workshop/workshop.h
src_libworkshop_la_CPPFLAGS = $(layer_cppflags) $(WORKSHOP_CFLAGS)
workshop_layers = src/libworkshop.la
else
workshop_layers =
endif
