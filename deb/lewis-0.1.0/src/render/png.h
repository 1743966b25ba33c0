/* png.h - pixels as the bytes of a PNG file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_PNG_H
#define RENDER_PNG_H

#include "base/text.h"
#include "render/image.h"

/* Adds the file to 'bytes': with a palette when 256 colours are enough for
 * every pixel as it is, else in full colour; with its size on paper and with
 * the title and the description of the scene. False with *error set: ENOMEM,
 * ESYSTEM. */
bool png_encode(const struct image *image, const struct lewis_scene *scene,
                struct text *bytes, struct lewis_error *error);

#endif
