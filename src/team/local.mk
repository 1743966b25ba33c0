# src/team/local.mk - profiles to figures of a group. With score, the door to
# GSL.

src_libteam_la_SOURCES = \
	src/team/center.c \
	src/team/center.h \
	src/team/cloud.c \
	src/team/composition.c \
	src/team/earlier.c \
	src/team/figures.c \
	src/team/form.c \
	src/team/form.h \
	src/team/people.c \
	src/team/people.h \
	src/team/spread.c \
	src/team/spread.h
src_libteam_la_CPPFLAGS = $(layer_cppflags) $(GSL_CFLAGS)
