# src/session/local.mk - taking the questionnaire: a state machine and what keeps
# it.

src_libsession_la_SOURCES = \
	src/session/append.c \
	src/session/append.h \
	src/session/country_code.c \
	src/session/draft.c \
	src/session/draft_list.c \
	src/session/drawer.c \
	src/session/drawer.h \
	src/session/give.c \
	src/session/give.h \
	src/session/handin.c \
	src/session/journal.c \
	src/session/journal.h \
	src/session/lines.c \
	src/session/lines.h \
	src/session/lock.c \
	src/session/lock.h \
	src/session/move.c \
	src/session/replay.c \
	src/session/reply.c \
	src/session/reply.h \
	src/session/session.c \
	src/session/session.h \
	src/session/sheet_csv.c \
	src/session/sheet_json.c \
	src/session/sheet_text.h \
	src/session/shuffle.c \
	src/session/shuffle.h
src_libsession_la_CPPFLAGS = $(layer_cppflags) $(JANSSON_CFLAGS)
