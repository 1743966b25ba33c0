/* form.c - symmetric 2 x 2 matrices.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "team/form.h"

#include <math.h>

double
form_half(struct form a)
{
    return (a.xx + a.yy) / 2;
}

double
form_root(struct form a)
{
    return hypot((a.xx - a.yy) / 2, a.xy);
}

struct form
form_times(struct form a, double by)
{
    return (struct form){by * a.xx, by * a.xy, by * a.yy};
}

struct form
form_plus(struct form a, struct form b)
{
    return (struct form){a.xx + b.xx, a.xy + b.xy, a.yy + b.yy};
}

/* When the eigenvalues of D = A - B differ in sign, |D| is
 * half / root D - det D / root I (Cayley-Hamilton). */
struct form
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

double
form_along(struct form a, double x, double y)
{
    return a.xx * x * x + 2 * a.xy * x * y + a.yy * y * y;
}

double
form_squared(struct form a, double x, double y)
{
    double det = a.xx * a.yy - a.xy * a.xy;

    if (x == 0 && y == 0)
        return 0;
    if (!(det > 1e-14 * form_half(a) * form_half(a)))
        return INFINITY;
    return (a.yy * x * x - 2 * a.xy * x * y + a.xx * y * y) / det;
}

struct lewis_ellipse
form_ellipse(struct form a, struct lewis_point center)
{
    double half = form_half(a), root = form_root(a);

    return (struct lewis_ellipse){
        .center = center,
        .major = sqrt(half + root),
        .minor = sqrt(fmax(half - root, 0)),
        .angle = atan2(a.xy, (a.xx - a.yy) / 2) / 2,
    };
}

struct form
form_covariance(const struct lewis_cloud *cloud)
{
    return form_times((struct form){cloud->xx, cloud->xy, cloud->yy},
                      1 / ((double)cloud->n - 1));
}

struct form
form_error(const struct lewis_cloud *cloud)
{
    double n = (double)cloud->n;

    return form_times((struct form){cloud->error_xx, cloud->error_xy,
                                    cloud->error_yy},
                      1 / (n * n));
}

/* From the covariance of two shares to that of x = 1 - L - M / 2 and
 * y = sqrt(3) M / 2. */
struct form
form_of_shares(const double covariance[3])
{
    double l = covariance[0], lm = covariance[1], m = covariance[2];

    if (!isfinite(l) || !isfinite(lm) || !isfinite(m))
        return (struct form){0, 0, 0};
    return (struct form){l + lm + m / 4, -(lm + m / 2) * sqrt(3) / 2, 0.75 * m};
}

double
form_chi_square(double level)
{
    return -2 * log1p(-level);
}

double
form_two_f(double level, double m)
{
    return m * (pow(1 - level, -2 / m) - 1);
}

double
form_f_tail(double f, double m)
{
    return pow(1 + 2 * f / m, -m / 2);
}
