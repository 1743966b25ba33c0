/* pixels.c - a picture as PNG in the escape sequences of kitty and iTerm2.
 *
 * kitty: https://sw.kovidgoyal.net/kitty/graphics-protocol/
 * iTerm2: https://iterm2.com/documentation-images.html
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <lewis/pixels.h>

#include <stdlib.h>

#include "base/error.h"
#include "base/text.h"
#include "render/image.h"
#include "render/pango.h"
#include "render/png.h"

enum { CHUNK = 3072 /* bytes; 4096 of base 64, the most kitty takes at once */ };

/* Base 64 (RFC 4648, section 4) of at most CHUNK bytes. */
static void
write_base64(const unsigned char *bytes, size_t size,
             struct lewis_output *output)
{
    static const char digit[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "abcdefghijklmnopqrstuvwxyz0123456789+/";
    char out[CHUNK / 3 * 4];
    size_t count = 0;

    for (size_t i = 0; i < size; i += 3) {
        size_t left = size - i;
        unsigned word = (unsigned)bytes[i] << 16 |
                        (left > 1 ? (unsigned)bytes[i + 1] << 8 : 0) |
                        (left > 2 ? bytes[i + 2] : 0);

        out[count++] = digit[word >> 18];
        out[count++] = digit[word >> 12 & 63];
        out[count++] = left > 1 ? digit[word >> 6 & 63] : '=';
        out[count++] = left > 2 ? digit[word & 63] : '=';
    }
    lewis_output_write(output, out, count);
}

void
lewis_kitty_write(const void *png, size_t size, size_t columns,
                  struct lewis_output *output)
{
    for (size_t at = 0; at < size; at += CHUNK) {
        size_t part = size - at < CHUNK ? size - at : CHUNK;
        int more = at + part < size;

        lewis_output_command(output, "\033_G");
        /* q=2: no answer, which nobody would read */
        if (at == 0)
            lewis_output_print(output, "a=T,f=100,q=2,");
        if (at == 0 && columns > 0)
            lewis_output_print(output, "c=%zu,", columns);
        lewis_output_print(output, "m=%d;", more);
        write_base64((const unsigned char *)png + at, part, output);
        lewis_output_command(output, "\033\\");
    }
}

void
lewis_iterm_write(const void *png, size_t size, size_t columns,
                  struct lewis_output *output)
{
    lewis_output_command(output, "\033]1337;");
    lewis_output_print(output, "File=inline=1;size=%zu;", size);
    if (columns > 0)
        lewis_output_print(output, "width=%zu;", columns);
    lewis_output_print(output, "preserveAspectRatio=1:");
    for (size_t at = 0; at < size; at += CHUNK)
        write_base64((const unsigned char *)png + at,
                     size - at < CHUNK ? size - at : CHUNK, output);
    lewis_output_command(output, "\a");
}

static bool
write_png(const struct image *image, const struct lewis_scene *scene,
          enum lewis_pixels pixels, size_t columns, struct lewis_output *output,
          struct lewis_error *error)
{
    struct text png = {0};
    bool done = png_encode(image, scene, &png, error);

    if (done && pixels == LEWIS_KITTY)
        lewis_kitty_write(png.bytes, png.size, columns, output);
    else if (done)
        lewis_iterm_write(png.bytes, png.size, columns, output);
    text_release(&png);
    return done;
}

static bool
write_sixel(const struct image *image, struct lewis_output *output,
            struct lewis_error *error)
{
    size_t width = (size_t)image->width, height = (size_t)image->height;
    unsigned char *rgb = malloc(3 * width * height), *to = rgb;
    bool done;

    if (rgb == NULL)
        return error_memory(error);
    for (int y = 0; y < image->height; y++) {
        const uint32_t *row = image_row(image, y);

        for (size_t x = 0; x < width; x++) {
            *to++ = (unsigned char)(row[x] >> 16);
            *to++ = (unsigned char)(row[x] >> 8);
            *to++ = (unsigned char)row[x];
        }
    }
    done = lewis_sixel_write(rgb, width, height, output, error);
    free(rgb);
    return done;
}

bool
lewis_render_pixels(const struct lewis_scene *scene, enum lewis_pixels pixels,
                    size_t columns, const struct lewis_render_options *options,
                    struct lewis_output *output, struct lewis_error *error)
{
    struct image image = {0};
    struct pango pango;
    bool done;

    if (!pango_load(&pango, error))
        return false;
    if (pixels != LEWIS_KITTY && pixels != LEWIS_ITERM && pixels != LEWIS_SIXEL)
        return error_set(error, LEWIS_EINVALID,
                         "this terminal has no way to show pixels");
    done = image_draw(&image, scene, options, error);
    if (done && pixels == LEWIS_SIXEL)
        done = write_sixel(&image, output, error);
    else if (done)
        done = write_png(&image, scene, pixels, columns, output, error);
    if (done)
        lewis_output_print(output, "\n");
    image_release(&image);
    return done;
}
