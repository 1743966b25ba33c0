# src/render/local.mk - scenes to pictures: the door to cairo, pango and
# libpng.

src_librender_la_SOURCES = \
	src/render/cell_grid.c \
	src/render/cell_grid.h \
	src/render/cells.c \
	src/render/paint.c \
	src/render/paint.h \
	src/render/pdf.c \
	src/render/picture.c \
	src/render/picture.h \
	src/render/png.c \
	src/render/ruler.c \
	src/render/svg.c \
	src/render/type.c \
	src/render/type.h
src_librender_la_CPPFLAGS = $(layer_cppflags) $(RENDER_CFLAGS)
