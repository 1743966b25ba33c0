/* backdrop.h - the triangle itself: tinted tiles, grid, sides.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_BACKDROP_H
#define CHART_BACKDROP_H

#include "chart/frame.h"

void backdrop_draw(const struct frame *frame, struct lewis_scene *scene);

#endif
