# src/render/local.mk - scenes to pictures: the door to cairo, pango and
# libpng.

src_librender_la_SOURCES = \
	src/render/cell_grid.c \
	src/render/cell_grid.h \
	src/render/cells.c \
	src/render/deflate.c \
	src/render/deflate.h \
	src/render/document.c \
	src/render/document.h \
	src/render/document_html.c \
	src/render/document_pdf.c \
	src/render/face.c \
	src/render/face.h \
	src/render/huffman.c \
	src/render/huffman.h \
	src/render/image.c \
	src/render/image.h \
	src/render/paint.c \
	src/render/paint.h \
	src/render/pango.c \
	src/render/pango.h \
	src/render/pdf.c \
	src/render/pdf_field.c \
	src/render/pdf_field.h \
	src/render/pdf_surface.c \
	src/render/pdf_surface.h \
	src/render/pdf_update.c \
	src/render/pdf_update.h \
	src/render/picture.c \
	src/render/picture.h \
	src/render/pixels.c \
	src/render/plain.c \
	src/render/plain.h \
	src/render/png.c \
	src/render/png.h \
	src/render/ruler.c \
	src/render/ruler.h \
	src/render/script.c \
	src/render/script.h \
	src/render/sixel.c \
	src/render/svg.c \
	src/render/terminal_kind.c \
	src/render/type.c \
	src/render/type.h \
	src/render/widths.c \
	src/render/widths.h
src_librender_la_CPPFLAGS = $(layer_cppflags) $(RENDER_CFLAGS) $(PANGO_CFLAGS)
