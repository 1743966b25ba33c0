# src/score/local.mk - answers to profiles. With team, the door to GSL.

src_libscore_la_SOURCES = \
	src/score/choice.c \
	src/score/crowd.c \
	src/score/grid.c \
	src/score/items.c \
	src/score/items.h \
	src/score/items_choice.c \
	src/score/items_csv.c \
	src/score/items_json.c \
	src/score/items_rating.c \
	src/score/items_table.c \
	src/score/items_write.c \
	src/score/items_write.h \
	src/score/key.h \
	src/score/memo.c \
	src/score/memo.h \
	src/score/nearness.c \
	src/score/omega.c \
	src/score/quality.c \
	src/score/quality.h \
	src/score/rating.c \
	src/score/region.c \
	src/score/region.h \
	src/score/reliability.c \
	src/score/reliability.h \
	src/score/score.c \
	src/score/split_half.c \
	src/score/tally.c \
	src/score/worth.c \
	src/score/worth.h
src_libscore_la_CPPFLAGS = $(layer_cppflags) $(GSL_CFLAGS)
