/* cloud.c - the centre of a group of points and how far it spreads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <lewis/team.h>

#include <assert.h>
#include <math.h>

void
lewis_cloud_add(struct lewis_cloud *cloud, struct lewis_point point)
{
    double dx = point.x - cloud->mean_x, dy = point.y - cloud->mean_y;
    double n = (double)++cloud->n;

    cloud->mean_x += dx / n;
    cloud->mean_y += dy / n;
    cloud->xx += dx * (point.x - cloud->mean_x);
    cloud->xy += dx * (point.y - cloud->mean_y);
    cloud->yy += dy * (point.y - cloud->mean_y);
}

struct lewis_point
lewis_cloud_center(const struct lewis_cloud *cloud)
{
    if (cloud->n == 0)
        return (struct lewis_point){NAN, NAN};
    return (struct lewis_point){cloud->mean_x, cloud->mean_y};
}

/* The ellipse (p - centre)' covariance^-1 (p - centre) = radius2, from the
 * eigenvalues of the symmetric 2 x 2 matrix. */
static struct lewis_ellipse
ellipse_of(const struct lewis_cloud *cloud, double radius2)
{
    double f = 1 / ((double)cloud->n - 1);
    double half = f * (cloud->xx + cloud->yy) / 2;
    double lean = f * (cloud->xx - cloud->yy) / 2;
    double root = hypot(lean, f * cloud->xy);

    return (struct lewis_ellipse){
        .center = lewis_cloud_center(cloud),
        .major = sqrt(radius2 * (half + root)),
        .minor = sqrt(radius2 * fmax(half - root, 0)),
        .angle = atan2(f * cloud->xy, lean) / 2,
    };
}

bool
lewis_cloud_center_region(const struct lewis_cloud *cloud, double level,
                          struct lewis_ellipse *ellipse)
{
    double n = (double)cloud->n;

    assert(level > 0 && level < 1);
    if (cloud->n < 4)
        return false;
    *ellipse =
        ellipse_of(cloud, (n - 1) * (pow(1 - level, -2 / (n - 2)) - 1) / n);
    return true;
}

bool
lewis_cloud_spread(const struct lewis_cloud *cloud, double level,
                   struct lewis_ellipse *ellipse)
{
    assert(level > 0 && level < 1);
    if (cloud->n < 4)
        return false;
    *ellipse = ellipse_of(cloud, -2 * log1p(-level));
    return true;
}
