/* image.h - a scene as pixels, drawn by cairo.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_IMAGE_H
#define RENDER_IMAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lewis/render.h>

/* Zero-initialise. */
struct image {
    int width, height;
    unsigned char *bytes; /* 32 bits a pixel, xRGB, the machine's order */
    size_t stride;        /* bytes from one row to the next */
    double dpi;
    struct _cairo_surface *surface;
};

/* Draws the scene on white. False with *error set: EINVALID when it would have
 * no pixels or too many, which is told before any memory is taken; ESYSTEM. To
 * be released in either case. */
bool image_draw(struct image *image, const struct lewis_scene *scene,
                const struct lewis_render_options *options,
                struct lewis_error *error);
void image_release(struct image *image);

/* Row 'y', as numbers 0x__RRGGBB. */
const uint32_t *image_row(const struct image *image, int y);

#endif
