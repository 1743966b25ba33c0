/* backdrop.h - the triangle itself: tinted tiles, grid, sides.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_BACKDROP_H
#define CHART_BACKDROP_H

#include "chart/frame.h"

void backdrop_draw(const struct frame *frame, struct lewis_scene *scene);

/* The page under all, where it is not white; backdrop_draw() does it. */
void backdrop_draw_page(const struct frame *frame, struct lewis_scene *scene);

/* The same for one more triangle on the page. */
void backdrop_draw_triangle(const struct frame *frame,
                            struct lewis_scene *scene);

/* From one grid line to the next, in percent of a style. */
int backdrop_grid_percent(const struct view *view);

#endif
