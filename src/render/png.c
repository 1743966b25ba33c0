/* png.c - a scene as PNG, through libpng: cairo's own writer leaves out the
 * size on paper (pHYs) and the words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/picture.h"

#include <math.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include <png.h>

#include "base/error.h"
#include "render/paint.h"

enum { PIXELS_MOST = 100000000, SIDE_MOST = 32767 /* of cairo's images */ };

/* The picture as cairo draws it: 32 bits a pixel, xRGB. To be destroyed; its
 * status tells whether it is there. */
static cairo_surface_t *
draw(const struct lewis_scene *scene, int width, int height, double dpi)
{
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_t *cr = cairo_create(surface);

    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_scale(cr, dpi / 72, dpi / 72);
    if (!paint_scene(cr, scene) || cairo_status(cr) != CAIRO_STATUS_SUCCESS) {
        cairo_destroy(cr);
        cairo_surface_destroy(surface);
        return NULL;
    }
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    return surface;
}

/* The state of a writer that libpng may leave by longjmp(). */
struct writer {
    png_structp png;
    png_infop info;
    unsigned char *row; /* RGB */
    struct lewis_output *output;
};

static void
write_bytes(png_structp png, png_bytep bytes, png_size_t size)
{
    struct writer *writer = png_get_io_ptr(png);

    lewis_output_write(writer->output, bytes, size);
}

static void
flush_bytes(png_structp png)
{
    (void)png;
}

static void
fail(png_structp png, png_const_charp message)
{
    (void)message;
    png_longjmp(png, 1);
}

static void
ignore(png_structp png, png_const_charp message)
{
    (void)png;
    (void)message;
}

static bool
is_ascii(const char *text)
{
    for (; *text != '\0'; text++)
        if ((unsigned char)*text >= 0x80)
            return false;
    return true;
}

/* Latin text as tEXt, which everything reads; other text as iTXt. */
static png_text
words(const char *key, const char *text, const char *lang)
{
    png_text chunk;

    memset(&chunk, 0, sizeof chunk);
    chunk.key = (png_charp)key;
    chunk.text = (png_charp)text;
    if (is_ascii(text)) {
        chunk.compression = PNG_TEXT_COMPRESSION_NONE;
        chunk.text_length = strlen(text);
    } else {
        chunk.compression = PNG_ITXT_COMPRESSION_NONE;
        chunk.itxt_length = strlen(text);
        chunk.lang = (png_charp)lang;
        chunk.lang_key = (png_charp)key;
    }
    return chunk;
}

static void
write_header(const struct writer *writer, const struct lewis_scene *scene,
             int width, int height, double dpi)
{
    png_text text[] = {
        words("Title", scene_title(scene), scene_lang(scene)),
        words("Description", scene_description(scene), scene_lang(scene)),
        words("Software", PICTURE_SOFTWARE, scene_lang(scene)),
    };
    png_uint_32 per_metre = (png_uint_32)lround(dpi / 0.0254);

    png_set_IHDR(writer->png, writer->info, (png_uint_32)width,
                 (png_uint_32)height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(writer->png, writer->info, PNG_sRGB_INTENT_RELATIVE);
    png_set_pHYs(writer->png, writer->info, per_metre, per_metre,
                 PNG_RESOLUTION_METER);
    png_set_text(writer->png, writer->info, text, sizeof text / sizeof text[0]);
    png_write_info(writer->png, writer->info);
}

static void
write_rows(const struct writer *writer, cairo_surface_t *surface)
{
    int width = cairo_image_surface_get_width(surface);
    int height = cairo_image_surface_get_height(surface);
    int stride = cairo_image_surface_get_stride(surface);
    const unsigned char *data = cairo_image_surface_get_data(surface);

    for (int y = 0; y < height; y++) {
        const unsigned char *from = data + (size_t)y * (size_t)stride;
        unsigned char *to = writer->row;

        for (int x = 0; x < width; x++, from += 4) {
            uint32_t pixel;

            memcpy(&pixel, from, sizeof pixel); /* in the machine's order */
            *to++ = (unsigned char)(pixel >> 16);
            *to++ = (unsigned char)(pixel >> 8);
            *to++ = (unsigned char)pixel;
        }
        png_write_row(writer->png, writer->row);
    }
}

/* False when libpng fails. */
static bool
encode(struct writer *writer, const struct lewis_scene *scene,
       cairo_surface_t *surface, double dpi)
{
    if (setjmp(png_jmpbuf(writer->png)))
        return false;
    png_set_write_fn(writer->png, writer, write_bytes, flush_bytes);
    write_header(writer, scene, cairo_image_surface_get_width(surface),
                 cairo_image_surface_get_height(surface), dpi);
    write_rows(writer, surface);
    png_write_end(writer->png, NULL);
    return true;
}

static bool
write_image(const struct lewis_scene *scene, cairo_surface_t *surface,
            double dpi, struct lewis_output *output, struct lewis_error *error)
{
    size_t width = (size_t)cairo_image_surface_get_width(surface);
    struct writer writer = {.output = output, .row = malloc(3 * width)};
    bool done = false;

    writer.png =
        png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, fail, ignore);
    if (writer.png != NULL)
        writer.info = png_create_info_struct(writer.png);
    if (writer.row == NULL || writer.info == NULL)
        error_memory(error);
    else if (encode(&writer, scene, surface, dpi))
        done = true;
    else
        error_set(error, LEWIS_ESYSTEM, "libpng cannot write the picture");
    png_destroy_write_struct(&writer.png, &writer.info);
    free(writer.row);
    return done;
}

bool
png_write(const struct lewis_scene *scene,
          const struct lewis_render_options *options,
          struct lewis_output *output, struct lewis_error *error)
{
    double width = round(scene_width_pt(scene) * options->dpi / 72);
    double height = round(scene_height_pt(scene) * options->dpi / 72);
    cairo_surface_t *surface;
    bool done;

    if (width * height > PIXELS_MOST || width > SIDE_MOST || height > SIDE_MOST)
        return error_set(error, LEWIS_EINVALID,
                         "a picture of %.0f x %.0f pixels is too large "
                         "(100 million, %d a side); ask for fewer dots per "
                         "inch",
                         width, height, SIDE_MOST);
    surface = draw(scene, (int)width, (int)height, options->dpi);
    if (surface == NULL)
        return error_set(error, LEWIS_ESYSTEM, "cairo cannot draw the picture");
    done = write_image(scene, surface, options->dpi, output, error);
    cairo_surface_destroy(surface);
    return done;
}
