/* region.c - how sure a profile is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stddef.h>

#include "score/region.h"
#include "score/worth.h"

enum { N = LEWIS_STYLES, HALVINGS = 50 };

/* The variance of share i, from the covariance of the first two. */
static double
share_variance(const double c[3], int i)
{
    return i == 0 ? c[0] : i == 1 ? c[2] : c[0] + 2 * c[1] + c[2];
}

static void
wilson(double p, double n, double z2, double *low, double *high)
{
    double scale = 1 / (1 + z2 / n);
    double middle = (p + z2 / (2 * n)) * scale;
    double half = sqrt(z2 * (p * (1 - p) / n + z2 / (4 * n * n))) * scale;

    *low = fmax(0, middle - half);
    *high = fmin(1, middle + half);
}

/* p (1 - p) / var: as many picks as would tell as much about this share. */
static double
effective_n(const struct lewis_region *region, int i)
{
    double p = region->center[i];
    double variance = share_variance(region->covariance, i);

    return variance > 0 ? p * (1 - p) / variance : region->n;
}

void
region_bounds(const struct lewis_region *region, const double share[N],
              double low[N], double high[N])
{
    for (int i = 0; i < N; i++) {
        double p = region->center[i];
        if (region->kind == LEWIS_REGION_ELLIPSE) {
            double half = sqrt(region->radius2 *
                               share_variance(region->covariance, i));
            low[i] = fmax(0, p - half);
            high[i] = fmin(1, p + half);
        } else {
            double n = region->kind == LEWIS_REGION_SCORE
                           ? region->n
                           : effective_n(region, i);
            wilson(p, n, region->radius2, &low[i], &high[i]);
        }
        low[i] = fmin(low[i], share[i]);
        high[i] = fmax(high[i], share[i]);
    }
}

/* Does the score region reach p_i = p_j? There its statistic is least at
 * n ((sqrt(2 (q_i^2 + q_j^2)) + q_k)^2 - 1), by Cauchy-Schwarz. */
static bool
picks_reach(const struct lewis_region *region, int i, int j)
{
    const double *q = region->center;
    double root = sqrt(2 * (q[i] * q[i] + q[j] * q[j])) + q[N - i - j];

    return region->n * (root * root - 1) <= region->radius2;
}

/* The same for rankings, on the scale of log-ratios. */
static bool
rankings_reach(const struct lewis_region *region, int i, int j,
               double ratio_variance)
{
    const double *w = region->center;

    if (isinf(ratio_variance))
        return w[i] == w[j];
    double ratio = log(w[i] / w[j]);
    return ratio * ratio <= region->radius2 * ratio_variance;
}

/* The same for ratings. */
static bool
ellipse_reaches(const struct lewis_region *region, int i, int j)
{
    const double *c = region->covariance;
    double difference = region->center[i] - region->center[j];
    /* var(p_i - p_j) = 2 var i + 2 var j - var k, as p_i + p_j = 1 - p_k */
    double variance = 2 * share_variance(c, i) + 2 * share_variance(c, j) -
                      share_variance(c, N - i - j);

    return difference * difference <= region->radius2 * variance;
}

unsigned
region_styles(const struct lewis_region *region, const double share[N],
              double ratio_variance[N][N])
{
    int lead = 0;
    unsigned styles = 0;

    for (int i = 1; i < N; i++)
        if (share[i] > share[lead])
            lead = i;
    for (int i = 0; i < N; i++) {
        bool reaches =
            i == lead ||
            (region->kind == LEWIS_REGION_SCORE
                 ? picks_reach(region, i, lead)
             : region->kind == LEWIS_REGION_LIKELIHOOD
                 ? rankings_reach(region, i, lead, ratio_variance[i][lead])
                 : ellipse_reaches(region, i, lead));
        styles |= (unsigned)reaches << i;
    }
    return styles;
}

static double
score_statistic(const struct lewis_region *region, const double p[N])
{
    double sum = 0;

    for (int i = 0; i < N; i++) {
        double d = region->center[i] - p[i];
        if (d != 0)
            sum += p[i] > 0 ? region->n * d * d / p[i] : INFINITY;
    }
    return sum;
}

static double
ellipse_statistic(const struct lewis_region *region, const double p[N])
{
    const double *c = region->covariance;
    double x = p[0] - region->center[0], y = p[1] - region->center[1];
    double det = c[0] * c[2] - c[1] * c[1];

    return (c[2] * x * x - 2 * c[1] * x * y + c[0] * y * y) / det;
}

static double
statistic(const struct lewis_region *region, const double p[N])
{
    switch (region->kind) {
    case LEWIS_REGION_SCORE:
        return score_statistic(region, p);
    case LEWIS_REGION_LIKELIHOOD:
        return 2 * (worth_likelihood(&region->choices, region->center) -
                    worth_likelihood(&region->choices, p));
    case LEWIS_REGION_ELLIPSE:
        return ellipse_statistic(region, p);
    }
    return NAN;
}

bool
lewis_region_holds(const struct lewis_region *region, const double share[N])
{
    for (int i = 0; i < N; i++)
        if (!(share[i] >= 0))
            return false;
    return statistic(region, share) <= region->radius2;
}

/* How far one can go from the centre in the direction 'd' of shares without
 * leaving the triangle. */
static double
way_to_edge(const double center[N], const double d[N])
{
    double t = INFINITY;

    for (int i = 0; i < N; i++)
        if (d[i] < 0)
            t = fmin(t, center[i] / -d[i]);
    return t;
}

static void
walk(const double center[N], const double d[N], double t, double p[N])
{
    for (int i = 0; i < N; i++)
        p[i] = fmax(0, center[i] + t * d[i]);
}

/* The last point of the region in that direction. */
static struct lewis_point
edge_towards(const struct lewis_region *region, const double d[N])
{
    double inside = 0, outside = way_to_edge(region->center, d), p[N];

    walk(region->center, d, outside, p);
    if (!lewis_region_holds(region, p)) {
        for (int k = 0; k < HALVINGS; k++) {
            double middle = (inside + outside) / 2;
            walk(region->center, d, middle, p);
            if (lewis_region_holds(region, p))
                inside = middle;
            else
                outside = middle;
        }
        walk(region->center, d, inside, p);
    }
    return lewis_triangle_point(p);
}

void
lewis_region_curve(const struct lewis_region *region,
                   struct lewis_point point[], size_t count)
{
    static const double TURN = 6.283185307179586;

    for (size_t k = 0; k < count; k++) {
        double angle = TURN * (double)k / (double)count, d[N];
        d[LEWIS_MULTI] = sin(angle) * 2 / sqrt(3);
        d[LEWIS_REACTIVE] = cos(angle) - d[LEWIS_MULTI] / 2;
        d[LEWIS_LINEAR] = -d[LEWIS_MULTI] - d[LEWIS_REACTIVE];
        point[k] = edge_towards(region, d);
    }
}
