/* region.c - how sure a profile is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stddef.h>

#include "score/region.h"
#include "score/worth.h"

enum { N = LEWIS_STYLES, HALVINGS = 50 };

double
region_two_f(double level, double m)
{
    return m > 1e-9 ? m * (pow(1 - level, -2 / m) - 1) : INFINITY;
}

/* The variance of share i, from the covariance of the first two. */
static double
share_variance(const double c[3], int i)
{
    return i == 0 ? c[0] : i == 1 ? c[2] : c[0] + 2 * c[1] + c[2];
}

static void
wilson(double p, double n, double z2, double *low, double *high)
{
    double z = z2 / n, scale = 1 / (1 + z);
    double middle = (p + z / 2) * scale;
    double half = sqrt(z * (p * (1 - p) + z / 4)) * scale;

    *low = middle > half ? middle - half : 0;
    *high = middle + half < 1 ? middle + half : 1;
}

/* The log-likelihood of choices where share i is t and the rest is divided as
 * at the centre, less that at the centre, and its derivatives in the logits of
 * t and of the next style's part s of the rest. */
struct slope {
    double l, t, s, tt, ts, ss;
};

static struct slope
likelihood_slope(const struct worth_sums *sums, const double c[N], int i,
                 double t)
{
    int j = (i + 1) % N, k = (i + 2) % N;
    double a = sums->win[i], b = sums->win[j] + sums->win[k];
    double n = sums->pair[i], nj = sums->pair[k], nk = sums->pair[j];
    double r = 1 - t, s = c[j] / (1 - c[i]), q = 1 - s, g = t * r, h = s * q;
    /* choices from i and j, from i and k: how their denominators move */
    double u = 1 / (1 - r * q), v = 1 / (1 - r * s);
    double ut = q * u, us = r * u, vt = s * v, vs = r * v;
    double slope_t = nj * ut + nk * vt, slope_s = nj * us - nk * vs;
    struct slope d;

    d.l = a * log(t / c[i]) + (b - n) * log(r / (1 - c[i])) +
          nj * log((1 - c[k]) * u) + nk * log((1 - c[j]) * v);
    d.t = a * r - (b - n) * t - g * slope_t;
    d.s = sums->win[j] * q - sums->win[k] * s - h * slope_s;
    d.tt = -(a + b - n) * g - (1 - 2 * t) * g * slope_t +
           g * g * (nj * ut * ut + nk * vt * vt);
    d.ss = -b * h - (1 - 2 * s) * h * slope_s +
           h * h * (nj * us * us + nk * vs * vs);
    d.ts = g * h * (nj * (u + ut * us) - nk * (v + vt * vs));
    return d;
}

/* How far logit t must go for the profile likelihood (the greatest over s) to
 * be 'drop' under its maximum, to the second order (Venzon & Moolgavkar 1988,
 * Applied Statistics 37:87); NaN when the place is no good start. */
static double
profile_step(const struct slope *d, double drop, int sign)
{
    double along = d->s / d->ss;
    double l = d->l - d->s * along / 2 + drop;
    double first = d->t - d->ts * along;
    double second = d->tt - d->ts * d->ts / d->ss;
    double root2 = first * first - 2 * second * l;

    return d->ss < 0 && first * sign < 0 && root2 > 0
               ? -2 * l / (first - sign * sqrt(root2))
               : NAN;
}

/* From Wilson's bound with the effective n to the region's own. */
static double
likelihood_bound(const struct lewis_region *region,
                 const struct worth_sums *sums, int i, double wilson, int sign)
{
    struct slope d = likelihood_slope(sums, region->center, i, wilson);
    double x = profile_step(&d, region->radius2 / 2, sign);
    /* exp(x) to x^5 / 720 */
    double up = wilson * (12 + x * x + 6 * x);
    double down = (1 - wilson) * (12 + x * x - 6 * x);

    return fabs(x) < 1 ? up / (up + down) : wilson;
}

static void
bound_likelihood(const struct lewis_region *region, double low[N],
                 double high[N])
{
    struct worth_sums sums;

    worth_sum(&region->choices, &sums);
    for (int i = 0; i < N; i++) {
        double p = region->center[i];
        double variance = share_variance(region->covariance, i);
        /* as many picks as would tell as much about this share */
        double n = variance > 0 ? p * (1 - p) / variance : region->n;
        wilson(p, n, region->radius2, &low[i], &high[i]);
        if (variance > 0) {
            low[i] = likelihood_bound(region, &sums, i, low[i], -1);
            high[i] = likelihood_bound(region, &sums, i, high[i], 1);
        }
    }
}

static void
bound_ellipse(const struct lewis_region *region, double low[N], double high[N])
{
    for (int i = 0; i < N; i++) {
        double half =
            sqrt(region->radius2 * share_variance(region->covariance, i));
        low[i] = fmax(0, region->center[i] - half);
        high[i] = fmin(1, region->center[i] + half);
    }
}

void
region_bounds(const struct lewis_region *region, const double share[N],
              double low[N], double high[N])
{
    if (region->kind == LEWIS_REGION_ELLIPSE)
        bound_ellipse(region, low, high);
    else if (region->kind == LEWIS_REGION_LIKELIHOOD)
        bound_likelihood(region, low, high);
    else
        for (int i = 0; i < N; i++)
            wilson(region->center[i], region->n, region->radius2, &low[i],
                   &high[i]);
    for (int i = 0; i < N; i++) {
        low[i] = low[i] < share[i] ? low[i] : share[i];
        high[i] = high[i] > share[i] ? high[i] : share[i];
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

/* The share of i and of j where the likelihood is greatest on p_i = p_j = x:
 * with A choices won by i and j but from the two of them, B by the third and C
 * from the third and one of them, A / x - 2 B / (1 - 2 x) + C / (1 - x) = 0. */
static double
level_share(const struct worth_sums *sums, int i, int j)
{
    int k = N - i - j;
    double a = sums->win[i] + sums->win[j] - sums->pair[k];
    double b = sums->win[k], c = sums->pair[i] + sums->pair[j];
    double p = 2 * (a + b - c), q = c - 3 * a - 2 * b;

    return 2 * a / (-q + sqrt(fmax(0, q * q - 4 * p * a)));
}

static double
rise(double n, double p, double center)
{
    return n > 0 ? n * log(p / center) : 0;
}

/* The log-likelihood at p less that at the centre. */
static double
likelihood_rise(const struct worth_sums *sums, const double center[N],
                const double p[N])
{
    double l = 0;

    for (int i = 0; i < N; i++)
        l += rise(sums->win[i], p[i], center[i]) -
             rise(sums->pair[i], 1 - p[i], 1 - center[i]);
    return l;
}

/* The same for rankings: the likelihood ratio. */
static bool
rankings_reach(const struct lewis_region *region, int i, int j)
{
    struct worth_sums sums;
    double p[N], x;

    worth_sum(&region->choices, &sums);
    x = level_share(&sums, i, j);
    p[i] = p[j] = x;
    p[N - i - j] = 1 - 2 * x;
    return -2 * likelihood_rise(&sums, region->center, p) <= region->radius2;
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

static bool
reaches(const struct lewis_region *region, int i, int j)
{
    switch (region->kind) {
    case LEWIS_REGION_SCORE:
        return picks_reach(region, i, j);
    case LEWIS_REGION_LIKELIHOOD:
        return rankings_reach(region, i, j);
    case LEWIS_REGION_ELLIPSE:
        return ellipse_reaches(region, i, j);
    }
    return false;
}

unsigned
region_styles(const struct lewis_region *region, const double share[N])
{
    int lead = 0;
    unsigned styles;

    for (int i = 1; i < N; i++)
        if (share[i] > share[lead])
            lead = i;
    styles = 1u << lead;
    for (int i = 0; i < N; i++)
        if (i != lead && reaches(region, i, lead))
            styles |= 1u << i;
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

/* A way from the centre: the share of style i is center[i] + t d[i]. */
struct ray {
    const struct lewis_region *region;
    const struct worth_sums *sums; /* of a region by likelihood */
    double d[N];
};

static double
ray_likelihood(const struct ray *ray, const double p[N], double *slope)
{
    double sum = 0;

    for (int i = 0; i < N; i++) {
        double win = ray->sums->win[i], pair = ray->sums->pair[i];

        sum += (win > 0 ? win * ray->d[i] / p[i] : 0) +
               (pair > 0 ? pair * ray->d[i] / (1 - p[i]) : 0);
    }
    *slope = -2 * sum;
    return -2 * likelihood_rise(ray->sums, ray->region->center, p);
}

static double
ray_score(const struct ray *ray, const double p[N], double t, double *slope)
{
    double n = ray->region->n, sum = 0;

    *slope = 0;
    for (int i = 0; i < N; i++) {
        double ratio = ray->d[i] == 0 ? 0 : ray->d[i] / p[i];

        sum += ray->d[i] * ratio;
        *slope += n * t * ray->d[i] * ratio * (2 - t * ratio);
    }
    return n * t * t * sum;
}

static double
ray_ellipse(const struct ray *ray, const double p[N], double t, double *slope)
{
    double value = ellipse_statistic(ray->region, p);

    *slope = 2 * value / t;
    return value;
}

/* The statistic at t, and how fast it grows there. */
static double
ray_statistic(const struct ray *ray, double t, double *slope)
{
    double p[N];

    walk(ray->region->center, ray->d, t, p);
    switch (ray->region->kind) {
    case LEWIS_REGION_SCORE:
        return ray_score(ray, p, t, slope);
    case LEWIS_REGION_LIKELIHOOD:
        return ray_likelihood(ray, p, slope);
    case LEWIS_REGION_ELLIPSE:
        return ray_ellipse(ray, p, t, slope);
    }
    return NAN;
}

/* Where the region ends on the ray, by Newton's method from 'guess': the root
 * of the statistic grows almost evenly with t. A step out of what is known
 * becomes a halving. */
static double
ray_end(const struct ray *ray, double guess)
{
    static const double NEAR = 1e-8; /* the next step is about its square */
    double radius = sqrt(ray->region->radius2), slope;
    double inside = 0, outside = way_to_edge(ray->region->center, ray->d);
    double t = guess;

    if (outside <= 0 ||
        ray_statistic(ray, outside, &slope) <= ray->region->radius2)
        return outside;
    for (int k = 0; k < HALVINGS; k++) {
        double value, step;

        if (!(t > inside && t < outside))
            t = (inside + outside) / 2;
        value = ray_statistic(ray, t, &slope);
        if (value <= ray->region->radius2)
            inside = t;
        else
            outside = t;
        step = 2 * (value - radius * sqrt(value)) / slope;
        t -= step;
        if (fabs(step) < NEAR * t)
            return t;
    }
    return inside;
}

void
lewis_region_curve(const struct lewis_region *region,
                   struct lewis_point point[], size_t count)
{
    static const double TURN = 6.283185307179586;
    struct worth_sums sums;
    struct ray ray = {.region = region, .sums = &sums};
    double end = 0, p[N];

    worth_sum(&region->choices, &sums);
    for (size_t k = 0; k < count; k++) {
        double angle = TURN * (double)k / (double)count;

        ray.d[LEWIS_MULTI] = sin(angle) * 2 / sqrt(3);
        ray.d[LEWIS_REACTIVE] = cos(angle) - ray.d[LEWIS_MULTI] / 2;
        ray.d[LEWIS_LINEAR] = -ray.d[LEWIS_MULTI] - ray.d[LEWIS_REACTIVE];
        end = ray_end(&ray, end);
        walk(region->center, ray.d, end, p);
        point[k] = lewis_triangle_point(p);
    }
}
