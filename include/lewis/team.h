/* lewis/team.h - figures of a group of people.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_TEAM_H
#define LEWIS_TEAM_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/api.h>
#include <lewis/style.h>

LEWIS_BEGIN

/* Running figures of points in the plane: add any number, in one pass and in
 * constant memory (Welford 1962, Technometrics 4:419). Zero-initialise. */
struct lewis_cloud {
    size_t n;
    double mean_x, mean_y;
    double xx, xy, yy; /* sums of squares and products about the mean */
};

LEWIS_API void lewis_cloud_add(struct lewis_cloud *cloud,
                               struct lewis_point point);

/* The centre: the mean of the members' points, each person weight 1. NaN when
 * there is nobody. */
LEWIS_API struct lewis_point lewis_cloud_center(
    const struct lewis_cloud *cloud);

/* An ellipse in the plane, side 1: centre, half axes (long one first) and the
 * angle of the long axis in radians, counter-clockwise from the x axis. */
struct lewis_ellipse {
    struct lewis_point center;
    double major, minor, angle;
};

/* Where the centre lies at the level asked for (0..1 exclusive), if these
 * members stand for more people like them: Hotelling's T2 (1931, Annals of
 * Mathematical Statistics 2:360) in two dimensions, radius^2 =
 * (n - 1) ((1 - level)^(-2 / (n - 2)) - 1) / n times the covariance.
 * False for n < 4. */
LEWIS_API bool lewis_cloud_center_region(const struct lewis_cloud *cloud,
                                         double level,
                                         struct lewis_ellipse *ellipse);

/* Where that part of the persons stands, if they are spread as a normal
 * distribution: radius^2 = -2 ln(1 - level), chi-square with 2 degrees of
 * freedom. False for n < 4. */
LEWIS_API bool lewis_cloud_spread(const struct lewis_cloud *cloud,
                                  double level, struct lewis_ellipse *ellipse);

LEWIS_END

#endif
