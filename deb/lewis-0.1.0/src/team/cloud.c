/* cloud.c - the centre of a group of points and how far it spreads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <lewis/team.h>

#include <assert.h>
#include <math.h>

#include "team/form.h"

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

void
lewis_cloud_add_error(struct lewis_cloud *cloud, const double covariance[3])
{
    struct form error = form_of_shares(covariance);

    cloud->error_xx += error.xx;
    cloud->error_xy += error.xy;
    cloud->error_yy += error.yy;
}

bool
lewis_cloud_center_region(const struct lewis_cloud *cloud, double level,
                          struct lewis_ellipse *ellipse)
{
    double n = (double)cloud->n;
    struct form mean, error;

    assert(level > 0 && level < 1);
    if (cloud->n < 4)
        return false;
    mean = form_times(form_covariance(cloud),
                      (n - 1) / (n - 2) * form_two_f(level, n - 2) / n);
    error = form_times(form_error(cloud), form_chi_square(level));
    *ellipse =
        form_ellipse(form_larger(mean, error), lewis_cloud_center(cloud));
    return true;
}

bool
lewis_cloud_spread(const struct lewis_cloud *cloud, double level,
                   struct lewis_ellipse *ellipse)
{
    assert(level > 0 && level < 1);
    if (cloud->n < 4)
        return false;
    *ellipse = form_ellipse(
        form_times(form_covariance(cloud), form_chi_square(level)),
        lewis_cloud_center(cloud));
    return true;
}

/* A share grows by 2 / sqrt(3) for each unit of length towards its corner. */
void
lewis_ellipse_shares(const struct lewis_ellipse *ellipse,
                     double low[LEWIS_STYLES], double high[LEWIS_STYLES])
{
    static const double toward[LEWIS_STYLES][2] = {
        [LEWIS_LINEAR] = {-0.8660254037844386, -0.5},
        [LEWIS_MULTI] = {0, 1},
        [LEWIS_REACTIVE] = {0.8660254037844386, -0.5},
    };
    double c = cos(ellipse->angle), s = sin(ellipse->angle);
    double share[LEWIS_STYLES];

    lewis_triangle_shares(ellipse->center, share);
    for (int i = 0; i < LEWIS_STYLES; i++) {
        double x = toward[i][0], y = toward[i][1];
        double half = hypot(ellipse->major * (c * x + s * y),
                            ellipse->minor * (c * y - s * x)) *
                      2 / sqrt(3);

        low[i] = fmax(0, share[i] - half);
        high[i] = fmin(1, share[i] + half);
    }
}
