/* reliability.h - how far the items of a style go together. All figures come
 * from the covariance of the keyed items; formulas in <lewis/items.h>.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_RELIABILITY_H
#define SCORE_RELIABILITY_H

#include <lewis/items.h>

/* The covariance of k items over n rows, row by row. */
struct covariance {
    size_t k;
    uint64_t n;
    const double *c; /* k * k */
};

struct lewis_figure figure(double value);
struct lewis_figure figure_lacks(enum lewis_lack lack);

double covariance_total(const struct covariance *covariance);

struct lewis_figure reliability_alpha(const struct covariance *covariance);
struct lewis_figure reliability_lambda2(const struct covariance *covariance);

/* The mean correlation of two items, of those pairs where both vary. */
struct lewis_figure reliability_mean_r(const struct covariance *covariance);

/* Item i and the sum of the others. */
struct lewis_figure reliability_r_drop(const struct covariance *covariance,
                                       size_t i);
struct lewis_figure reliability_without(const struct covariance *covariance,
                                        size_t i);

/* 95 % intervals of alpha. */
void reliability_feldt(const struct covariance *covariance,
                       struct lewis_figure *low, struct lewis_figure *high);
void reliability_duhachek(const struct covariance *covariance,
                          struct lewis_figure *low, struct lewis_figure *high);

/* The quantile of the F distribution, to about 1e-9 for any degrees of freedom
 * from 1 with d1 <= d2: bisection, and for d1 over 100,000, where GSL's
 * continued fraction may not end, the Cornish-Fisher expansion of ln F. */
double f_quantile(double p, double d1, double d2);

/* Omega of the one-factor model. 'work' has room for OMEGA_WORK(k) doubles. */
#define OMEGA_WORK(k) ((k) * (k) + 5 * (k))
struct omega {
    struct lewis_figure value;
    bool heywood, mixed;
};
struct omega reliability_omega(const struct covariance *covariance,
                               double *work);

#endif
