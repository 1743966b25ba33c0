/* paint.h - a scene on a cairo context.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_PAINT_H
#define RENDER_PAINT_H

#include <stdbool.h>

#include <cairo.h>

#include <lewis/render.h>

#include "chart/scene.h"

struct type;

/* A context with the fonts to write on it. */
struct painter {
    cairo_t *cr;
    struct type *type;
    bool own;    /* the type is freed with the painter */
    bool spaces; /* one behind every text, which nobody sees: so the words of
                    two lines do not run into one for who copies or listens */
    bool tiles;  /* shapes are tiles of a field, and drawn as pixels */
};

/* With the ruler's fonts, or looks them up when there is none. False when pango
 * fails; release in either case. The context is the caller's, and so is the
 * ruler, which lives longer. */
bool painter_init(struct painter *painter, cairo_t *cr,
                  struct lewis_ruler *ruler);
void painter_release(struct painter *painter);

/* Draws a shape of a scene, one user unit a point; the ends of groups draw
 * nothing. */
void paint_shape(struct painter *painter, const struct scene_shape *shape);

/* Has all been drawn? cairo's own failures count. */
bool painter_ok(const struct painter *painter);

#endif
