/* box.c - upright rectangles.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/box.h"

#include <math.h>

bool
box_overlap(struct box a, struct box b)
{
    return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

bool
box_within(struct box inner, struct box outer)
{
    return inner.x0 >= outer.x0 && inner.x1 <= outer.x1 &&
           inner.y0 >= outer.y0 && inner.y1 <= outer.y1;
}

struct box
box_grown(struct box box, double by)
{
    return (struct box){box.x0 - by, box.y0 - by, box.x1 + by, box.y1 + by};
}

struct scene_point
box_nearest(struct box box, struct scene_point point)
{
    return (struct scene_point){fmin(fmax(point.x, box.x0), box.x1),
                                fmin(fmax(point.y, box.y0), box.y1)};
}

double
box_distance(struct box box, struct scene_point point)
{
    struct scene_point near = box_nearest(box, point);

    return hypot(near.x - point.x, near.y - point.y);
}

/* Twice the signed area of a triangle: which side of a-b is c on? */
static double
turn(struct scene_point a, struct scene_point b, struct scene_point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool
lines_cross(struct scene_point a, struct scene_point b, struct scene_point c,
            struct scene_point d)
{
    return (turn(a, b, c) > 0) != (turn(a, b, d) > 0) &&
           (turn(c, d, a) > 0) != (turn(c, d, b) > 0);
}

bool
box_crossed(struct box box, struct scene_point a, struct scene_point b)
{
    struct scene_point nw = {box.x0, box.y0}, se = {box.x1, box.y1};
    struct scene_point ne = {box.x1, box.y0}, sw = {box.x0, box.y1};

    return box_distance(box, a) <= 0 || box_distance(box, b) <= 0 ||
           lines_cross(a, b, nw, se) || lines_cross(a, b, ne, sw);
}
