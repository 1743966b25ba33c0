# src/chart/local.mk - figures to scenes. Pure: no pixels, no fonts.

src_libchart_la_SOURCES = \
	src/chart/arrows.c \
	src/chart/arrows.h \
	src/chart/backdrop.c \
	src/chart/backdrop.h \
	src/chart/box.c \
	src/chart/box.h \
	src/chart/chart.c \
	src/chart/country_labels.c \
	src/chart/country_labels.h \
	src/chart/country_names.c \
	src/chart/dots.c \
	src/chart/dots.h \
	src/chart/foot.c \
	src/chart/frame.c \
	src/chart/frame.h \
	src/chart/groups.c \
	src/chart/groups.h \
	src/chart/head.c \
	src/chart/inset.c \
	src/chart/key.c \
	src/chart/key.h \
	src/chart/label_spots.c \
	src/chart/label_spots.h \
	src/chart/labels.c \
	src/chart/labels.h \
	src/chart/legend.c \
	src/chart/marker.c \
	src/chart/marker.h \
	src/chart/members.c \
	src/chart/members.h \
	src/chart/moves.c \
	src/chart/moves.h \
	src/chart/overlay.c \
	src/chart/overlay.h \
	src/chart/palette.c \
	src/chart/palette.h \
	src/chart/panel.h \
	src/chart/people.c \
	src/chart/people.h \
	src/chart/regions.c \
	src/chart/regions.h \
	src/chart/scene.c \
	src/chart/scene.h \
	src/chart/spread.c \
	src/chart/spread.h \
	src/chart/theme.c \
	src/chart/theme.h \
	src/chart/triangle_chart.c \
	src/chart/typeset.c \
	src/chart/typeset.h \
	src/chart/zoom.c \
	src/chart/zoom.h
src_libchart_la_CPPFLAGS = $(layer_cppflags)
