/* paint.h - a scene on a cairo context.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_PAINT_H
#define RENDER_PAINT_H

#include <stdbool.h>

#include <cairo.h>

#include "chart/scene.h"

/* Draws the scene, one user unit a point. False when pango fails; cairo's own
 * failures are in the context's status. */
bool paint_scene(cairo_t *cr, const struct lewis_scene *scene);

#endif
