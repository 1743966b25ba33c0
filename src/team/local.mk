# src/team/local.mk - profiles to figures of a group. With score, the door to
# GSL.

src_libteam_la_SOURCES = \
	src/team/cloud.c \
	src/team/composition.c \
	src/team/earlier.c
src_libteam_la_CPPFLAGS = $(layer_cppflags) $(GSL_CFLAGS)
