/* composition.c - shares by their ratios.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <lewis/composition.h>

#include <assert.h>
#include <math.h>
#include <string.h>

#define PI 3.14159265358979323846

static const double nought = 1e-12;

static double
sum(size_t parts, const double part[])
{
    double total = 0;

    for (size_t i = 0; i < parts; i++)
        total += part[i];
    return total;
}

void
lewis_composition_close(size_t parts, const double part[], double share[])
{
    double total = sum(parts, part);

    for (size_t i = 0; i < parts; i++)
        share[i] = part[i] / total;
}

void
lewis_composition_clr(size_t parts, const double part[], double clr[])
{
    double mean;

    for (size_t i = 0; i < parts; i++)
        clr[i] = log(part[i]);
    mean = sum(parts, clr) / (double)parts;
    for (size_t i = 0; i < parts; i++)
        clr[i] -= mean;
}

/* sqrt(k / (k + 1)): the k-th coordinate from the end has the length of one. */
static double
pivot(double k)
{
    return sqrt(k / (k + 1));
}

void
lewis_composition_ilr(size_t parts, const double part[], double ilr[])
{
    double after = log(part[parts - 1]); /* sum of the k logarithms */

    for (size_t k = 1; k < parts; k++) {
        size_t i = parts - 1 - k;
        double own = log(part[i]);

        ilr[i] = pivot((double)k) * (own - after / (double)k);
        after += own;
    }
}

/* The exponentials, closed; the largest part is 1 first, lest it overflow. */
static void
close_exp(size_t parts, double log_part[])
{
    double most = log_part[0];

    for (size_t i = 1; i < parts; i++)
        most = fmax(most, log_part[i]);
    for (size_t i = 0; i < parts; i++)
        log_part[i] = exp(log_part[i] - most);
    lewis_composition_close(parts, log_part, log_part);
}

/* z_i raises clr_i by sqrt(k / (k + 1)) z_i and lowers the k parts after it by
 * a k-th of that each. */
void
lewis_composition_from_ilr(size_t parts, const double ilr[], double share[])
{
    double lowered = 0;

    for (size_t i = 0; i + 1 < parts; i++) {
        double k = (double)(parts - 1 - i), up = pivot(k) * ilr[i];

        share[i] = up - lowered;
        lowered += up / k;
    }
    share[parts - 1] = -lowered;
    close_exp(parts, share);
}

double
lewis_composition_distance(size_t parts, const double a[], const double b[])
{
    double mean = 0, squares = 0;

    for (size_t i = 0; i < parts; i++)
        mean += log(a[i] / b[i]) / (double)parts;
    for (size_t i = 0; i < parts; i++) {
        double d = log(a[i] / b[i]) - mean;

        squares += d * d;
    }
    return sqrt(squares);
}

size_t
lewis_composition_zeros(size_t parts, const double share[])
{
    size_t zeros = 0;

    for (size_t i = 0; i < parts; i++)
        zeros += share[i] < nought;
    return zeros;
}

size_t
lewis_composition_fill(size_t parts, double share[], double delta)
{
    size_t zeros = lewis_composition_zeros(parts, share);

    assert(delta > 0 && (double)parts * delta < 1);
    for (size_t i = 0; i < parts; i++)
        share[i] =
            share[i] < nought ? delta : share[i] * (1 - (double)zeros * delta);
    return zeros;
}

/* --- a group --- */

void
lewis_ratio_cloud_add(struct lewis_ratio_cloud *cloud,
                      const double share[LEWIS_STYLES], double delta)
{
    double filled[LEWIS_STYLES], z[LEWIS_STYLES - 1];

    memcpy(filled, share, sizeof filled);
    cloud->replaced += lewis_composition_fill(LEWIS_STYLES, filled, delta);
    lewis_composition_ilr(LEWIS_STYLES, filled, z);
    lewis_cloud_add(&cloud->ilr, (struct lewis_point){z[0], z[1]});
}

void
lewis_ratio_cloud_center(const struct lewis_ratio_cloud *cloud,
                         double share[LEWIS_STYLES])
{
    struct lewis_point mean = lewis_cloud_center(&cloud->ilr);

    lewis_composition_from_ilr(LEWIS_STYLES, (double[]){mean.x, mean.y}, share);
}

double
lewis_ratio_cloud_variance(const struct lewis_ratio_cloud *cloud)
{
    if (cloud->ilr.n < 2)
        return NAN;
    return (cloud->ilr.xx + cloud->ilr.yy) / ((double)cloud->ilr.n - 1);
}

void
lewis_ratio_curve(const struct lewis_ellipse *ilr, struct lewis_point point[],
                  size_t count)
{
    double c = cos(ilr->angle), s = sin(ilr->angle);

    for (size_t i = 0; i < count; i++) {
        double turn = 2 * PI * (double)i / (double)count;
        double u = ilr->major * cos(turn), v = ilr->minor * sin(turn);
        double z[] = {ilr->center.x + c * u - s * v,
                      ilr->center.y + s * u + c * v};
        double share[LEWIS_STYLES];

        lewis_composition_from_ilr(LEWIS_STYLES, z, share);
        point[i] = lewis_triangle_point(share);
    }
}
