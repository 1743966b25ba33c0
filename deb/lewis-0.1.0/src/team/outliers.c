/* outliers.c - people who stand apart from all others.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "team/outliers.h"

#include <math.h>
#include <stdlib.h>

#include "team/chance.h"
#include "team/form.h"

enum { ALL_THREES = 30, THREES = 600, SEED = 19840871, STEPS = 50, LEAST = 5 };

static const struct {
    double n, cutoff;
} cutoffs[] = {
#include "team/outliers_cutoffs.def"
};

enum { CUTOFFS = sizeof cutoffs / sizeof cutoffs[0] };

/* The same of people whose centre and spread are known. */
static double
known_cutoff(double n)
{
    return sqrt(form_chi_square(pow(0.95, 1 / n)));
}

/* Between two of the table by 1 / n; beyond it the last, grown as it would with
 * centre and spread known, which is a little too careful. */
static double
find_cutoff(double n)
{
    const double last = cutoffs[CUTOFFS - 1].n;
    size_t k = 1;

    if (n >= last)
        return cutoffs[CUTOFFS - 1].cutoff * known_cutoff(n) /
               known_cutoff(last);
    while (cutoffs[k].n < n)
        k++;
    return cutoffs[k].cutoff +
           (cutoffs[k - 1].cutoff - cutoffs[k].cutoff) *
               (1 / n - 1 / cutoffs[k].n) /
               (1 / cutoffs[k - 1].n - 1 / cutoffs[k].n);
}

/* A point by its squared distance. */
struct far {
    double squared;
    size_t i;
};

struct mcd {
    const struct lewis_point *point;
    size_t n, half;
    struct far *far;
    struct form best;
    struct lewis_point center;
    double det;
};

static int
by_squared(const void *a, const void *b)
{
    const struct far *one = a, *two = b;

    if (one->squared != two->squared)
        return one->squared < two->squared ? -1 : 1;
    return (one->i > two->i) - (one->i < two->i);
}

static double
determinant(struct form a)
{
    return a.xx * a.yy - a.xy * a.xy;
}

static void
measure(struct mcd *mcd, struct form form, struct lewis_point center)
{
    for (size_t i = 0; i < mcd->n; i++)
        mcd->far[i] = (struct far){
            form_squared(form, mcd->point[i].x - center.x,
                         mcd->point[i].y - center.y),
            i};
    qsort(mcd->far, mcd->n, sizeof *mcd->far, by_squared);
}

/* Takes the half nearest to the cloud until the determinant stands. */
static void
concentrate(struct mcd *mcd, struct lewis_cloud cloud)
{
    double before = INFINITY;

    for (int step = 0; step < STEPS; step++) {
        struct form form = form_covariance(&cloud);
        struct lewis_point center = lewis_cloud_center(&cloud);
        double det = determinant(form);

        if (step > 0 && det < mcd->det * (1 - 1e-12)) {
            mcd->det = det;
            mcd->best = form;
            mcd->center = center;
        }
        if (step > 0 && !(det < before * (1 - 1e-12)))
            return;
        before = step > 0 ? det : INFINITY;
        measure(mcd, form, center);
        cloud = (struct lewis_cloud){0};
        for (size_t k = 0; k < mcd->half; k++)
            lewis_cloud_add(&cloud, mcd->point[mcd->far[k].i]);
    }
}

static void
start_from(struct mcd *mcd, size_t i, size_t j, size_t k)
{
    struct lewis_cloud cloud = {0};

    lewis_cloud_add(&cloud, mcd->point[i]);
    lewis_cloud_add(&cloud, mcd->point[j]);
    lewis_cloud_add(&cloud, mcd->point[k]);
    if (determinant(form_covariance(&cloud)) > 1e-16)
        concentrate(mcd, cloud);
}

static void
start_from_all(struct mcd *mcd)
{
    for (size_t i = 0; i < mcd->n; i++)
        for (size_t j = i + 1; j < mcd->n; j++)
            for (size_t k = j + 1; k < mcd->n; k++)
                start_from(mcd, i, j, k);
}

static void
start_from_some(struct mcd *mcd)
{
    struct chance chance = {SEED};

    for (int t = 0; t < THREES; t++) {
        size_t i = chance_below(&chance, mcd->n);
        size_t j = chance_below(&chance, mcd->n);
        size_t k = chance_below(&chance, mcd->n);
        if (i != j && j != k && i != k)
            start_from(mcd, i, j, k);
    }
}

static bool
by_half(const struct lewis_point point[], size_t n, double distance[],
        double *cutoff, struct arena *arena)
{
    struct mcd mcd = {.point = point,
                      .n = n,
                      .half = (n + 3) / 2,
                      .far = arena_array(arena, n + 1, sizeof *mcd.far),
                      .det = INFINITY};
    double middle;

    if (mcd.far == NULL)
        return false;
    if (n <= ALL_THREES)
        start_from_all(&mcd);
    else
        start_from_some(&mcd);
    if (!isfinite(mcd.det) || !(mcd.det > 1e-16))
        return false;
    measure(&mcd, mcd.best, mcd.center);
    middle = (mcd.far[(n - 1) / 2].squared + mcd.far[n / 2].squared) / 2;
    if (!(middle > 0) || !isfinite(middle))
        return false;
    for (size_t k = 0; k < n; k++)
        distance[mcd.far[k].i] =
            sqrt(mcd.far[k].squared / middle * form_chi_square(0.5));
    *cutoff = find_cutoff((double)n);
    return true;
}

static bool
by_others(const struct lewis_point point[], size_t n, double distance[],
          double *cutoff)
{
    double others = (double)n - 1;

    for (size_t i = 0; i < n; i++) {
        struct lewis_cloud cloud = {0};
        double d2;
        for (size_t j = 0; j < n; j++)
            if (j != i)
                lewis_cloud_add(&cloud, point[j]);
        d2 = form_squared(form_covariance(&cloud), point[i].x - cloud.mean_x,
                          point[i].y - cloud.mean_y);
        if (!isfinite(d2))
            return false;
        distance[i] = sqrt(d2 / (1 + 1 / others));
    }
    *cutoff = sqrt((others - 1) / (others - 2) *
                   form_two_f(pow(0.95, 1 / (double)n), others - 2));
    return true;
}

bool
outliers_distances(const struct lewis_point point[], size_t n,
                   double distance[], double *cutoff, struct arena *arena)
{
    if (n < LEAST)
        return false;
    return n < OUTLIERS_ROBUST
               ? by_others(point, n, distance, cutoff)
               : by_half(point, n, distance, cutoff, arena);
}
