/* deflate.h - the pixels of a picture with flat colours, compressed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_DEFLATE_H
#define RENDER_DEFLATE_H

#include <stdbool.h>

#include "base/text.h"
#include "render/image.h"

/* Adds what the IDAT chunks of a PNG in full colour hold: a zlib stream (RFC
 * 1950 and 1951) of rows that begin with a 0, for no filter, and have three
 * bytes a pixel. False when out of memory. */
bool deflate_image(const struct image *image, struct text *bytes);

#endif
