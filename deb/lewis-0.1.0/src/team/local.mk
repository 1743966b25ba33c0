# src/team/local.mk - profiles to figures of a group. With score, the door to
# GSL.

src_libteam_la_SOURCES = \
	src/team/assign.c \
	src/team/assign.h \
	src/team/center.c \
	src/team/center.h \
	src/team/chance.c \
	src/team/chance.h \
	src/team/cloud.c \
	src/team/composition.c \
	src/team/earlier.c \
	src/team/faultline.c \
	src/team/faultline.h \
	src/team/figures.c \
	src/team/fit.c \
	src/team/fit.h \
	src/team/form.c \
	src/team/form.h \
	src/team/gap.c \
	src/team/gap.h \
	src/team/grouping.c \
	src/team/grouping.h \
	src/team/move.c \
	src/team/move.h \
	src/team/nearby.c \
	src/team/nearby.h \
	src/team/outliers.c \
	src/team/outliers.h \
	src/team/outliers_cutoffs.def \
	src/team/people.c \
	src/team/people.h \
	src/team/privacy.c \
	src/team/privacy.h \
	src/team/rearrange.c \
	src/team/rearrange.h \
	src/team/split.c \
	src/team/split.h \
	src/team/spread.c \
	src/team/spread.h
src_libteam_la_CPPFLAGS = $(layer_cppflags) $(GSL_CFLAGS)
