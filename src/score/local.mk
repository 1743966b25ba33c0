# src/score/local.mk - answers to profiles. With team, the door to GSL.

src_libscore_la_SOURCES = \
	src/score/choice.c \
	src/score/key.h \
	src/score/nearness.c \
	src/score/quality.c \
	src/score/rating.c \
	src/score/region.c \
	src/score/region.h \
	src/score/score.c \
	src/score/worth.c \
	src/score/worth.h
src_libscore_la_CPPFLAGS = $(layer_cppflags) $(GSL_CFLAGS)
