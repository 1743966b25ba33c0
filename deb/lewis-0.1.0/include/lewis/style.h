/* lewis/style.h - the three styles of the model and the triangle they span.
 *
 * The styles stand in a fixed order everywhere: linear-active, multi-active,
 * reactive. A profile is three shares in that order, each 0..1, sum 1: a point
 * in the triangle. Plane coordinates are those of a triangle of side 1 with
 * multi-active at the top, as in the published figure:
 *
 *                    M (1/2, sqrt(3)/2)
 *                   / \
 *                  /   \          x = pR + pM / 2
 *                 /     \         y = pM * sqrt(3) / 2
 *        (0, 0)  L-------R  (1, 0)
 *
 * Distances are in sides, 0..1: |p - q| / sqrt(2) for two profiles, which is
 * the plain distance of their points in the plane.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_STYLE_H
#define LEWIS_STYLE_H

#include <stdbool.h>

#include <lewis/api.h>

LEWIS_BEGIN

enum lewis_style {
    LEWIS_LINEAR = 0,
    LEWIS_MULTI = 1,
    LEWIS_REACTIVE = 2,
    LEWIS_STYLES = 3
};

struct lewis_point {
    double x, y;
};

/* The keyword of a style in files and columns: "linear", "multi", "reactive".
 * Never translated. Static storage. */
LEWIS_API const char *lewis_style_keyword(enum lewis_style style);

/* The style of a keyword; false (and *style untouched) for any other word. */
LEWIS_API bool lewis_style_parse(const char *keyword, enum lewis_style *style);

/* The point of a profile. NaN shares give a NaN point. */
LEWIS_API struct lewis_point lewis_triangle_point(const double share[3]);

/* The profile of a point, the inverse of lewis_triangle_point(). A point
 * outside the triangle gives a share below 0. */
LEWIS_API void lewis_triangle_shares(struct lewis_point point,
                                     double share[3]);

/* The distance of two points, in sides of the triangle. */
LEWIS_API double lewis_triangle_distance(struct lewis_point a,
                                         struct lewis_point b);

LEWIS_END

#endif
