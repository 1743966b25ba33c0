/* picture.h - one writer for each kind of picture. All are called as
 * lewis_render() says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_PICTURE_H
#define RENDER_PICTURE_H

#include <lewis/render.h>

#define PICTURE_SOFTWARE "lewis"

bool png_write(const struct lewis_scene *scene,
               const struct lewis_render_options *options,
               struct lewis_output *output, struct lewis_error *error);
bool pdf_write(const struct lewis_scene *scene,
               const struct lewis_render_options *options,
               struct lewis_output *output, struct lewis_error *error);
bool svg_write(const struct lewis_scene *scene,
               const struct lewis_render_options *options,
               struct lewis_output *output, struct lewis_error *error);

#endif
