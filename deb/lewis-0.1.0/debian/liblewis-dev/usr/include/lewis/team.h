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
    double error_xx, error_xy, error_yy; /* sums of the members' own */
};

LEWIS_API void lewis_cloud_add(struct lewis_cloud *cloud,
                               struct lewis_point point);

/* Adds how unsure the place of a member just added is: the covariance of the
 * shares, as in struct lewis_region. One that is not finite is left out. */
LEWIS_API void lewis_cloud_add_error(struct lewis_cloud *cloud,
                                     const double covariance[3]);

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
 * (n - 1) ((1 - level)^(-2 / (n - 2)) - 1) / n times the covariance S.
 *
 * People who happen to agree are no proof of certainty: in no direction is the
 * region smaller than that of the members' own errors, -2 ln(1 - level) times
 * E = sum of their covariances / n^2, the error of a mean. With A and B these
 * two matrices the region's is (A + B + |A - B|) / 2, |.| by eigenvalues: what
 * max(a, b) is for numbers. It is no sum, for S holds the errors already. With
 * the same answers from everybody it is B. False for n < 4. */
LEWIS_API bool lewis_cloud_center_region(const struct lewis_cloud *cloud,
                                         double level,
                                         struct lewis_ellipse *ellipse);

/* Where that part of the persons stands, if they are spread as a normal
 * distribution: radius^2 = -2 ln(1 - level), chi-square with 2 degrees of
 * freedom. False for n < 4. */
LEWIS_API bool lewis_cloud_spread(const struct lewis_cloud *cloud,
                                  double level, struct lewis_ellipse *ellipse);

/* The shadow of an ellipse on each share, cut at 0 and 1. */
LEWIS_API void lewis_ellipse_shares(const struct lewis_ellipse *ellipse,
                                    double low[LEWIS_STYLES],
                                    double high[LEWIS_STYLES]);

LEWIS_END

#endif
