# src/local.mk - a convenience library for each layer, and liblewis out of them.
#
# Layers never list each other as libraries: only the final link names them, the
# higher ones first. tests/lint/layers.sh holds who may include whom. Every file
# is compiled with config.h in front of it. The plain layers and libraries are
# those of the program lewis itself (src/cli/full.h).

layers = $(serve_layers) $(workshop_layers) $(high_layers) $(xlsx_layers) $(low_layers)
plain_layers = $(high_layers) src/libxlsx_none.la $(low_layers)
high_layers = src/librender.la src/libreport.la src/libbatch.la
low_layers = src/libchart.la src/libteam.la src/libscore.la src/libsession.la \
	src/libanswers.la src/libcountry.la src/libadvice.la src/libbank.la \
	src/libbase.la
program_cppflags = -include config.h -I$(top_srcdir)/include
layer_cppflags = $(program_cppflags) -I$(top_srcdir)/src
foreign_libs = $(plain_libs) $(PANGO_LIBS) $(XLSX_LIBS) $(WORKSHOP_LIBS) $(SERVE_LIBS) -lm
plain_libs = $(RENDER_LIBS) $(LINKED_PANGO_LIBS) $(GSL_LIBS) $(LIBXML_LIBS) $(GLIB_LIBS) $(JANSSON_LIBS) \
	$(ZIP_LIBS) -lm

# A file as a C string: $(embed) name=NAME $(embed_to), in a rule whose first
# prerequisite is the file; list NAME.c in nodist_..._SOURCES and the file in
# EXTRA_DIST.
EXTRA_DIST += build-aux/embed.awk
embed = $(AM_V_GEN)$(MKDIR_P) $(@D) && $(AWK) -f $(top_srcdir)/build-aux/embed.awk -v
embed_to = $< >$@.new && mv $@.new $@

include src/base/local.mk
include src/bank/local.mk
include src/country/local.mk
include src/advice/local.mk
include src/answers/local.mk
include src/session/local.mk
include src/score/local.mk
include src/team/local.mk
include src/chart/local.mk
include src/batch/local.mk
include src/report/local.mk
include src/render/local.mk
include src/workshop/local.mk
include src/serve/local.mk

noinst_LTLIBRARIES += $(layers)

# version-info: https://www.gnu.org/software/libtool/manual/ "Updating
# version info".
lib_LTLIBRARIES += src/liblewis.la
src_liblewis_la_SOURCES =
src_liblewis_la_LDFLAGS = $(AM_LDFLAGS) -version-info 0:0:0 -no-undefined \
	$(VERSION_SCRIPT)
src_liblewis_la_DEPENDENCIES = $(layers) src/liblewis.map
EXTRA_DIST += src/liblewis.map
pkgconfigdir = $(libdir)/pkgconfig
pkgconfig_DATA = src/lewis.pc
src_liblewis_la_LIBADD = $(layers) $(foreign_libs)

include src/cli/local.mk
