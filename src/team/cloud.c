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

/* From the covariance of two shares to that of x = 1 - L - M / 2 and
 * y = sqrt(3) M / 2. */
void
lewis_cloud_add_error(struct lewis_cloud *cloud, const double covariance[3])
{
    double l = covariance[0], lm = covariance[1], m = covariance[2];

    if (!isfinite(l) || !isfinite(lm) || !isfinite(m))
        return;
    cloud->error_xx += l + lm + m / 4;
    cloud->error_xy -= (lm + m / 2) * sqrt(3) / 2;
    cloud->error_yy += 0.75 * m;
}

/* A symmetric 2 x 2 matrix, and what its eigenvalues are made from: half +-
 * root. */
struct form {
    double xx, xy, yy;
};

static double
form_half(struct form a)
{
    return (a.xx + a.yy) / 2;
}

static double
form_root(struct form a)
{
    return hypot((a.xx - a.yy) / 2, a.xy);
}

static struct form
form_times(struct form a, double by)
{
    return (struct form){by * a.xx, by * a.xy, by * a.yy};
}

/* (A + B + |A - B|) / 2. When the eigenvalues of D = A - B differ in sign, |D|
 * is half / root D - det D / root I (Cayley-Hamilton). */
static struct form
form_larger(struct form a, struct form b)
{
    struct form d = {a.xx - b.xx, a.xy - b.xy, a.yy - b.yy};
    double half = form_half(d), root = form_root(d);
    double turn, rest;

    if (fabs(half) >= root)
        return half >= 0 ? a : b;
    turn = half / root;
    rest = root - turn * half;
    return (struct form){(a.xx + b.xx + turn * d.xx + rest) / 2,
                         (a.xy + b.xy + turn * d.xy) / 2,
                         (a.yy + b.yy + turn * d.yy + rest) / 2};
}

static struct form
covariance(const struct lewis_cloud *cloud)
{
    return form_times((struct form){cloud->xx, cloud->xy, cloud->yy},
                      1 / ((double)cloud->n - 1));
}

/* The ellipse (p - centre)' form^-1 (p - centre) = 1. */
static struct lewis_ellipse
ellipse_of(const struct lewis_cloud *cloud, struct form form)
{
    double half = form_half(form), root = form_root(form);

    return (struct lewis_ellipse){
        .center = lewis_cloud_center(cloud),
        .major = sqrt(half + root),
        .minor = sqrt(fmax(half - root, 0)),
        .angle = atan2(form.xy, (form.xx - form.yy) / 2) / 2,
    };
}

static double
chi_square(double level)
{
    return -2 * log1p(-level);
}

bool
lewis_cloud_center_region(const struct lewis_cloud *cloud, double level,
                          struct lewis_ellipse *ellipse)
{
    struct form error = {cloud->error_xx, cloud->error_xy, cloud->error_yy};
    double n = (double)cloud->n;

    assert(level > 0 && level < 1);
    if (cloud->n < 4)
        return false;
    *ellipse = ellipse_of(
        cloud, form_larger(
                   form_times(covariance(cloud),
                              (n - 1) * (pow(1 - level, -2 / (n - 2)) - 1) / n),
                   form_times(error, chi_square(level) / (n * n))));
    return true;
}

bool
lewis_cloud_spread(const struct lewis_cloud *cloud, double level,
                   struct lewis_ellipse *ellipse)
{
    assert(level > 0 && level < 1);
    if (cloud->n < 4)
        return false;
    *ellipse =
        ellipse_of(cloud, form_times(covariance(cloud), chi_square(level)));
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
