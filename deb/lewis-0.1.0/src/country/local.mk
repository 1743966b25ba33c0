# src/country/local.mk - reference points.

src_libcountry_la_SOURCES = \
	src/country/country.c \
	src/country/country.h \
	src/country/country_xml.c \
	src/country/nearest.c \
	src/country/selection.c
src_libcountry_la_CPPFLAGS = $(layer_cppflags)
