/* spread.c - how far people stand from each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "team/spread.h"

#include <math.h>

#include "team/form.h"

double
spread_distance(const struct lewis_cloud *cloud)
{
    return sqrt((cloud->xx + cloud->yy) / (double)cloud->n);
}

static double
sum_to(const struct crowd *crowd, size_t from, size_t i)
{
    double sum = 0;

    for (size_t j = from; j < crowd->n; j++)
        sum += lewis_triangle_distance(crowd->point[i], crowd->point[j]);
    return sum;
}

static double
mean_pairwise(const struct crowd *crowd)
{
    double sum = 0, n = (double)crowd->n;

    if (crowd->n < 2 || crowd->n > SPREAD_PAIRS)
        return NAN;
    for (size_t i = 0; i < crowd->n; i++)
        sum += sum_to(crowd, i + 1, i);
    return sum / (n * (n - 1) / 2);
}

/* A unit vector as a change of shares: the one that rises most and the one that
 * falls most; turned so that what rises, rises more than the other falls, or,
 * with both alike, that the first of the two in order is the one that rises. */
static void
name_axis(struct lewis_spread *spread)
{
    double zero[LEWIS_STYLES], end[LEWIS_STYLES];

    lewis_triangle_shares((struct lewis_point){0, 0}, zero);
    lewis_triangle_shares(
        (struct lewis_point){cos(spread->angle), sin(spread->angle)}, end);
    spread->from = spread->toward = LEWIS_LINEAR;
    for (int s = 0; s < LEWIS_STYLES; s++) {
        spread->axis[s] = end[s] - zero[s];
        if (spread->axis[s] > spread->axis[spread->toward] + 1e-9)
            spread->toward = (enum lewis_style)s;
        if (spread->axis[s] < spread->axis[spread->from] - 1e-9)
            spread->from = (enum lewis_style)s;
    }
}

/* Mauchly's sphericity (1940, Annals of Mathematical Statistics 11:204): in
 * two dimensions W = 4 det / trace^2 has P(W <= w) = w^((n - 2) / 2). */
static double
sphericity(struct form s, double n)
{
    double half = form_half(s), root = form_root(s);

    if (n < 4 || !(half > 0))
        return NAN;
    return pow(fmax(1 - root / half * (root / half), 0), (n - 2) / 2);
}

struct lewis_spread
spread_of(const struct crowd *crowd, const struct lewis_cloud *cloud,
          double level)
{
    struct lewis_spread spread = {.presence = LEWIS_PRESENT, .part = NAN};
    struct form s = form_covariance(cloud);
    struct lewis_ellipse axes;

    if (cloud->n < 2) {
        spread.presence = LEWIS_TOO_FEW;
        return spread;
    }
    axes = form_ellipse(s, lewis_cloud_center(cloud));
    spread.standard_distance = spread_distance(cloud);
    spread.mean_pairwise = mean_pairwise(crowd);
    spread.has_persons = lewis_cloud_spread(cloud, level, &spread.persons);
    spread.major = axes.major;
    spread.minor = axes.minor;
    spread.angle = axes.angle;
    if (form_half(s) > 0)
        spread.part = (form_half(s) + form_root(s)) / (2 * form_half(s));
    spread.p = sphericity(s, (double)cloud->n);
    name_axis(&spread);
    return spread;
}

size_t
spread_medoid(const struct crowd *crowd)
{
    size_t medoid = crowd->n;
    double least = INFINITY;

    if (crowd->n > SPREAD_PAIRS)
        return crowd->n;
    for (size_t i = 0; i < crowd->n; i++) {
        double sum = sum_to(crowd, 0, i);
        if (sum < least * (1 - 1e-12)) {
            least = sum;
            medoid = i;
        }
    }
    return medoid;
}
