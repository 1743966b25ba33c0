/* png.c - a scene as PNG, through libpng: cairo's own writer leaves out the
 * size on paper (pHYs) and the words, and takes several times as long.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/png.h"

#include <math.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include <png.h>

#include "base/error.h"
#include "chart/scene.h"
#include "render/deflate.h"
#include "render/picture.h"

/* Of a picture with a palette: without filters, and with little search, flat
 * colours with letters on them are as small as with zlib's default and all of
 * libpng's filters, in a quarter of the time. */
enum { LEVEL = 3, PACKET = 1 << 16 };

/* The colours of a picture, in the order in which they appear. */
enum { COLOURS = 256, SLOTS = 1024 /* a power of two */ };

struct palette {
    uint32_t colour[COLOURS];
    size_t count;
    uint16_t slot[SLOTS]; /* index + 1; 0: free */
};

/* The colour's place, added when it is new; COLOURS when there is no more
 * room. */
static size_t
palette_index(struct palette *palette, uint32_t colour)
{
    size_t slot = colour * 2654435761u >> 22;

    for (; palette->slot[slot] != 0; slot = (slot + 1) & (SLOTS - 1))
        if (palette->colour[palette->slot[slot] - 1] == colour)
            return palette->slot[slot] - 1u;
    if (palette->count == COLOURS)
        return COLOURS;
    palette->colour[palette->count] = colour;
    palette->slot[slot] = (uint16_t)++palette->count;
    return palette->count - 1;
}

/* False when there are too many. */
static bool
palette_gather(struct palette *palette, const struct image *image)
{
    for (int y = 0; y < image->height; y++) {
        const uint32_t *row = image_row(image, y);

        for (int x = 0; x < image->width; x++)
            if (palette_index(palette, row[x] & 0xFFFFFF) == COLOURS)
                return false;
    }
    return true;
}

static int
palette_bits(const struct palette *palette)
{
    if (palette->count <= 2)
        return 1;
    if (palette->count <= 4)
        return 2;
    return palette->count <= 16 ? 4 : 8;
}

/* The state of a writer that libpng may leave by longjmp(). */
struct writer {
    png_structp png;
    png_infop info;
    const struct image *image;
    struct palette *palette;
    bool indexed;
    unsigned char *row;  /* of indexes */
    struct text *packed; /* all pixels, when there are no indexes */
    struct text *bytes;
};

static void
write_bytes(png_structp png, png_bytep bytes, png_size_t size)
{
    text_add_bytes(png_get_io_ptr(png), (const char *)bytes, size);
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

/* Always international text (iTXt): the language is part of it. */
static png_text
words(const char *key, const char *text, const char *lang)
{
    png_text chunk;

    memset(&chunk, 0, sizeof chunk);
    chunk.key = (png_charp)key;
    chunk.text = (png_charp)text;
    chunk.compression = PNG_ITXT_COMPRESSION_NONE;
    chunk.itxt_length = strlen(text);
    chunk.lang = (png_charp)lang;
    chunk.lang_key = (png_charp)key;
    return chunk;
}

static void
set_words(const struct writer *writer, const struct lewis_scene *scene)
{
    png_text text[] = {
        words("Title", scene_title(scene), scene_lang(scene)),
        words("Description", scene_description(scene), scene_lang(scene)),
        words("Software", PICTURE_SOFTWARE, "en"),
    };

    png_set_text(writer->png, writer->info, text, sizeof text / sizeof text[0]);
}

static void
set_palette(const struct writer *writer)
{
    png_color colour[COLOURS];

    for (size_t i = 0; i < writer->palette->count; i++)
        colour[i] = (png_color){
            .red = (png_byte)(writer->palette->colour[i] >> 16),
            .green = (png_byte)(writer->palette->colour[i] >> 8),
            .blue = (png_byte)writer->palette->colour[i]};
    png_set_PLTE(writer->png, writer->info, colour,
                 (int)writer->palette->count);
}

static void
write_header(const struct writer *writer, const struct lewis_scene *scene)
{
    const struct image *image = writer->image;
    png_uint_32 per_metre = (png_uint_32)lround(image->dpi / 0.0254);

    png_set_IHDR(writer->png, writer->info, (png_uint_32)image->width,
                 (png_uint_32)image->height,
                 writer->indexed ? palette_bits(writer->palette) : 8,
                 writer->indexed ? PNG_COLOR_TYPE_PALETTE : PNG_COLOR_TYPE_RGB,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(writer->png, writer->info, PNG_sRGB_INTENT_RELATIVE);
    png_set_pHYs(writer->png, writer->info, per_metre, per_metre,
                 PNG_RESOLUTION_METER);
    if (writer->indexed)
        set_palette(writer);
    set_words(writer, scene);
    png_write_info(writer->png, writer->info);
    if (writer->indexed)
        png_set_packing(writer->png); /* rows have a byte a pixel */
}

static void
fill_indexes(struct palette *palette, unsigned char *restrict to,
             const uint32_t *restrict pixel, int width)
{
    for (int x = 0; x < width; x++)
        to[x] = (unsigned char)palette_index(palette, pixel[x] & 0xFFFFFF);
}

/* As libpng does it: few colours make a small file in any way. */
static void
write_indexes(const struct writer *writer)
{
    for (int y = 0; y < writer->image->height; y++) {
        fill_indexes(writer->palette, writer->row, image_row(writer->image, y),
                     writer->image->width);
        png_write_row(writer->png, writer->row);
    }
    png_write_end(writer->png, NULL);
}

/* In chunks of our own, which libpng frames. */
static void
write_pixels(const struct writer *writer)
{
    const struct text *packed = writer->packed;

    for (size_t at = 0; at < packed->size; at += PACKET)
        png_write_chunk(writer->png, (png_const_bytep) "IDAT",
                        (png_const_bytep)packed->bytes + at,
                        packed->size - at < PACKET ? packed->size - at
                                                   : PACKET);
    png_write_chunk(writer->png, (png_const_bytep) "IEND", NULL, 0);
}

/* False when libpng fails. */
static bool
encode(struct writer *writer, const struct lewis_scene *scene)
{
    if (setjmp(png_jmpbuf(writer->png)))
        return false;
    png_set_write_fn(writer->png, writer->bytes, write_bytes, flush_bytes);
    png_set_filter(writer->png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_set_compression_level(writer->png, LEVEL);
    png_set_compression_buffer_size(writer->png, PACKET);
    write_header(writer, scene);
    if (writer->indexed)
        write_indexes(writer);
    else
        write_pixels(writer);
    return true;
}

bool
png_encode(const struct image *image, const struct lewis_scene *scene,
           struct text *bytes, struct lewis_error *error)
{
    struct palette palette = {.count = 0};
    struct text packed = {0};
    struct writer writer = {.image = image,
                            .palette = &palette,
                            .row = malloc((size_t)image->width),
                            .packed = &packed,
                            .bytes = bytes};
    bool done = false;

    writer.indexed = palette_gather(&palette, image);
    writer.png =
        png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, fail, ignore);
    if (writer.png != NULL)
        writer.info = png_create_info_struct(writer.png);
    if (writer.row == NULL || writer.info == NULL ||
        (!writer.indexed && !deflate_image(image, &packed)))
        error_memory(error);
    else if (!encode(&writer, scene))
        error_set(error, LEWIS_ESYSTEM, "libpng cannot write the picture");
    else
        done = text_ok(bytes) || error_memory(error);
    png_destroy_write_struct(&writer.png, &writer.info);
    free(writer.row);
    text_release(&packed);
    return done;
}

bool
png_write(const struct lewis_scene *scene,
          const struct lewis_render_options *options,
          struct lewis_output *output, struct lewis_error *error)
{
    struct image image = {0};
    struct text bytes = {0};
    bool done = image_draw(&image, scene, options, error) &&
                png_encode(&image, scene, &bytes, error);

    if (done)
        lewis_output_write(output, bytes.bytes, bytes.size);
    text_release(&bytes);
    image_release(&image);
    return done;
}
