/* box.h - upright rectangles, in points, y downwards.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHART_BOX_H
#define CHART_BOX_H

#include <stdbool.h>

#include "chart/scene.h"

struct box {
    double x0, y0, x1, y1; /* x0 <= x1, y0 <= y1 */
};

/* True when they share more than an edge. */
bool box_overlap(struct box a, struct box b);

/* True when 'inner' does not stick out of 'outer'. */
bool box_within(struct box inner, struct box outer);

/* The same box with 'by' more on every side. */
struct box box_grown(struct box box, double by);

/* The point of the box that is nearest to 'point'. */
struct scene_point box_nearest(struct box box, struct scene_point point);

/* The distance from 'point' to the box; 0 inside it. */
double box_distance(struct box box, struct scene_point point);

/* True when the straight line from a to b touches the box, or each other. */
bool box_crossed(struct box box, struct scene_point a, struct scene_point b);
bool lines_cross(struct scene_point a, struct scene_point b,
                 struct scene_point c, struct scene_point d);

#endif
