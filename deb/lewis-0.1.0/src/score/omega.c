/* omega.c - the one-factor model by maximum likelihood: EM (Rubin & Thayer
 * 1982, Psychometrika 47:69), on the correlations, since the estimate does not
 * depend on the items' units.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/reliability.h"

#include <math.h>

static const double FLOOR = 1e-6;      /* of a unique variance */
static const double HEYWOOD = 0.005;   /* under it nobody believes it */
static const double SETTLED = 1e-13;   /* change of every loading */
static const double EFFORT = 1e9;      /* multiplications at most */
static const double PATIENCE = 200000; /* iterations at most */

/* The model r = load load' + diag(own) of the m items that vary. */
struct factor {
    size_t m;
    double *r, *load, *own, *weight, *sd;
};

/* The correlations of the items that vary, and their SDs. */
static void
set_correlations(struct factor *f, const struct covariance *covariance)
{
    size_t k = covariance->k, i2 = 0;

    f->m = 0;
    for (size_t i = 0; i < k; i++)
        if (covariance->c[i * k + i] > 0)
            f->sd[f->m++] = sqrt(covariance->c[i * k + i]);
    for (size_t i = 0; i < k; i++) {
        size_t j2 = 0;
        if (!(covariance->c[i * k + i] > 0))
            continue;
        for (size_t j = 0; j < k; j++)
            if (covariance->c[j * k + j] > 0) {
                f->r[i2 * f->m + j2] =
                    covariance->c[i * k + j] / (f->sd[i2] * f->sd[j2]);
                j2++;
            }
        i2++;
    }
}

/* out = r x; returns its length. */
static double
multiply(const struct factor *f, const double *x, double *out)
{
    double length = 0;

    for (size_t i = 0; i < f->m; i++) {
        double sum = 0;
        for (size_t j = 0; j < f->m; j++)
            sum += f->r[i * f->m + j] * x[j];
        out[i] = sum;
        length += sum * sum;
    }
    return sqrt(length);
}

/* Starts from the first principal component, which a few powers of r come near
 * enough to; the first vector has no symmetry that could hide it. */
static void
start(struct factor *f)
{
    double length = 1;

    for (size_t i = 0; i < f->m; i++)
        f->load[i] = 1 + 0.01 * (double)(i % 7);
    for (int power = 0; power < 30; power++) {
        length = multiply(f, f->load, f->weight);
        for (size_t i = 0; i < f->m; i++)
            f->load[i] = length > 0 ? f->weight[i] / length : 0.5;
    }
    for (size_t i = 0; i < f->m; i++) {
        f->load[i] = fmax(-0.9, fmin(0.9, f->load[i] * sqrt(length)));
        f->own[i] = 1 - f->load[i] * f->load[i];
    }
}

/* One step of EM; the largest change of a loading. 'weight' are the regression
 * weights of the factor on the items; 's' is lent. */
static double
step(struct factor *f, double *s)
{
    double q = 1, bl = 0, bs = 0, change = 0;

    for (size_t i = 0; i < f->m; i++)
        q += f->load[i] * f->load[i] / f->own[i];
    for (size_t i = 0; i < f->m; i++) {
        f->weight[i] = f->load[i] / f->own[i] / q;
        bl += f->weight[i] * f->load[i];
    }
    multiply(f, f->weight, s);
    for (size_t i = 0; i < f->m; i++)
        bs += f->weight[i] * s[i];
    for (size_t i = 0; i < f->m; i++) {
        double load = s[i] / (1 - bl + bs);
        change = fmax(change, fabs(load - f->load[i]));
        f->load[i] = load;
        f->own[i] = fmax(FLOOR, 1 - load * s[i]);
    }
    return change;
}

static bool
settle(struct factor *f, double *s)
{
    double most = fmin(PATIENCE, EFFORT / (double)(f->m * f->m));

    for (double i = 0; i < most; i++)
        if (step(f, s) < SETTLED)
            return true;
    return false;
}

static bool
is_heywood(const struct factor *f)
{
    for (size_t i = 0; i < f->m; i++)
        if (f->own[i] < HEYWOOD)
            return true;
    return false;
}

static struct omega
omega_of(const struct factor *f)
{
    double sum = 0, own = 0;
    size_t below = 0, above = 0;

    for (size_t i = 0; i < f->m; i++) {
        sum += f->load[i] * f->sd[i];
        own += f->own[i] * f->sd[i] * f->sd[i];
        below += f->load[i] < 0;
        above += f->load[i] > 0;
    }
    return (struct omega){.value = figure(sum * sum / (sum * sum + own)),
                          .heywood = is_heywood(f),
                          .mixed = below > 0 && above > 0};
}

struct omega
reliability_omega(const struct covariance *covariance, double *work)
{
    size_t k = covariance->k;
    struct factor f = {.r = work,
                       .load = work + k * k,
                       .own = work + k * k + k,
                       .weight = work + k * k + 2 * k,
                       .sd = work + k * k + 3 * k};
    struct omega omega = {.value = figure_lacks(LEWIS_LACK_FEW_ITEMS)};
    double *s;
    bool settled;

    if (covariance->n < 2) {
        omega.value = figure_lacks(LEWIS_LACK_ANSWERS);
        return omega;
    }
    if (k == 1) {
        omega.value = figure_lacks(LEWIS_LACK_ONE_ITEM);
        return omega;
    }
    set_correlations(&f, covariance);
    if (f.m < 3)
        return omega;
    s = work + k * k + 4 * k;
    start(&f);
    settled = settle(&f, s);
    omega = omega_of(&f);
    if (!settled && !omega.heywood)
        omega.value = figure_lacks(LEWIS_LACK_END);
    return omega;
}
